"""Which way a sentence leans: weights of its words and pairs of words, learnt from example phrases. Pure.

A linear model whose weights are made beforehand (skill/workbench/weights.py) and stored packed: the place of a feature
is its checksum. It speaks only where rules are silent, or warns where they rest on little; rules come first.
"""

import math
from base64 import b64decode
from collections.abc import Iterator, Mapping
from zlib import crc32, decompress

from msgspec import Struct


class Weights(Struct, frozen=True):
    """A model: its labels, how many places it has, the scale of its bytes, and the bytes of each label.

    words: all words of the examples, in one text, so that a sentence in strange words is known for one.
    made_from: a checksum of the examples, so that weights that are out of date are noticed.
    """

    labels: list[str]
    places: int
    scale: float
    bias: list[float]
    packed: list[str]
    words: str = ""
    made_from: str = ""


class Model:
    """Weights, unpacked once."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._words = frozenset(weights.words.split())
        self._tables = [memoryview(decompress(b64decode(packed))).cast("b") for packed in weights.packed]

    def strange(self, words: tuple[str, ...]) -> int:
        """Count the words that no example has."""
        return len(set(words) - self._words)

    def lean(self, words: tuple[str, ...], question: str = "") -> Mapping[str, float]:
        """Give each label's probability for a sentence.

        words: as read. question: the one that waits.
        """
        places = {place(feature, self._weights.places) for feature in features(words, question)}
        sums = [
            bias + self._weights.scale * sum(table[at] for at in places)
            for bias, table in zip(self._weights.bias, self._tables, strict=True)
        ]
        highest = max(sums)
        powers = [math.exp(one - highest) for one in sums]
        return {label: power / sum(powers) for label, power in zip(self._weights.labels, powers, strict=True)}


def features(words: tuple[str, ...], question: str) -> Iterator[str]:
    """Give the words and the pairs of words, each by itself and as said to the question."""
    for feature in {*words, *(f"{one} {two}" for one, two in zip(("^", *words), (*words, "$"), strict=True))}:
        yield feature
        if question:
            yield f"{question}|{feature}"


def place(feature: str, places: int) -> int:
    """Give the place of a feature among so many."""
    return crc32(feature.encode()) % places
