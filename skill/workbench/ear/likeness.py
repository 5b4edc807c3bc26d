"""How like the samples of each intent a text is: by shared words and word pairs, the rarer the heavier."""

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process

from skill.workbench.ear.slotting import Words
from skill.workbench.plain import is_english

# What makes a text like an intent: one sample as a whole, one sample's words inside it, the words of all samples.
WHOLE, INSIDE, KNOWN = 0.55, 0.15, 0.3
PAIR_WEIGHT, UNKNOWN_WEIGHT = 0.6, 7.0
# An emergency is told in odd words too: there an unknown word weighs less.
ODD_WEIGHT = 1.0
# A filled slot says less than a word: many texts hold a yes.
SLOT_WEIGHT = 1.6
# A sample of little weight, such as "it is", says nothing by standing inside a longer text.
TELLING = 4.0
SPELLING_CUTOFF = 84  # rapidfuzz ratio, percent: "swolen" is "swollen", "cold" is not "could"


@dataclass(frozen=True)
class Sample:
    """One sample of an intent: its words, and the slot types among them."""

    intent: str
    words: Words
    types: frozenset[str]


class Likeness:
    """Compares texts with samples. `alarming` is the intent that odd words around it make no smaller."""

    def __init__(self, samples: Sequence[Sample], alarming: str) -> None:
        self._samples, self._alarming = samples, alarming
        self._known: dict[str, set[Any]] = defaultdict(set)
        self._holding: dict[Any, list[int]] = defaultdict(list)
        for number, sample in enumerate(samples):
            self._known[sample.intent].update(features(sample.words))
            for feature in set(features(sample.words)):
                self._holding[feature].append(number)
        self._rarest = self._weight_of(1)
        self._weights = self._weigh({kind for sample in samples for kind in sample.types})
        self._sizes = [self._size(features(sample.words)) for sample in samples]
        self._word_sizes = [self._size(sample.words) for sample in samples]
        self._spelling = [f for f in self._weights if isinstance(f, str) and len(f) > 3]

    def scores(self, text: Words, types: frozenset[str]) -> dict[str, float]:
        """Score every intent that has a sample with these slot types, 0 to 1."""
        words = self._spelled(text)
        found = set(features(words))
        size, shared_words = self._size(found), self._shared(set(words))
        alarm_size = max(self._size(found, ODD_WEIGHT), TELLING)
        best: dict[str, float] = defaultdict(float)
        for number, weight in self._shared(found).items():
            sample, inside = self._samples[number], shared_words.get(number, 0.0)
            alarming = sample.intent == self._alarming
            # One rare word is no emergency yet: "purple elephants".
            if sample.types != types or (alarming and inside <= self._rarest):
                continue
            whole = 2 * weight / ((alarm_size if alarming else size) + self._sizes[number])
            score = WHOLE * whole + INSIDE * inside / max(self._word_sizes[number], TELLING)
            best[sample.intent] = max(best[sample.intent], score)
        return {
            intent: score
            + KNOWN * self._size(found & self._known[intent]) / (alarm_size if intent == self._alarming else size)
            for intent, score in best.items()
        }

    def _weigh(self, types: set[str]) -> dict[Any, float]:
        """Weigh a word or pair by how few intents use it."""
        using: dict[Any, set[str]] = defaultdict(set)
        for intent, known in self._known.items():
            for feature in known:
                using[feature].add(intent)
        rare = {feature: self._weight_of(len(users)) for feature, users in using.items()}
        pairs = {f: weight * PAIR_WEIGHT for f, weight in rare.items() if not isinstance(f, str)}
        return {**rare, **pairs, **dict.fromkeys(types, SLOT_WEIGHT)}

    def _weight_of(self, intents: int) -> float:
        """Weigh a word that so many intents use."""
        return math.log(1 + len(self._known) / intents)

    def _size(self, found: Iterable[Any], unknown: float | None = None) -> float:
        unknown = UNKNOWN_WEIGHT if unknown is None else unknown
        return sum(self._weights.get(f, unknown if isinstance(f, str) else 0.0) for f in set(found))

    def _shared(self, found: set[Any]) -> dict[int, float]:
        """Give the weight that each sample shares with the features found."""
        shared: dict[int, float] = defaultdict(float)
        for feature in found:
            for number in self._holding.get(feature, ()):
                shared[number] += self._weights[feature]
        return shared

    def _spelled(self, words: Words) -> Words:
        """Replace a word that no sample has, and that is no English word, by the one that it nearly is."""
        return tuple(word if word in self._weights or len(word) < 5 else self._nearest(word) for word in words)

    def _nearest(self, word: str) -> str:
        if is_english(word):
            return word
        found = process.extractOne(word, self._spelling, scorer=fuzz.ratio, score_cutoff=SPELLING_CUTOFF)
        return word if found is None else str(found[0])


def features(words: Words) -> list[Any]:
    """Give the words and the pairs of neighbours, with the start and the end."""
    return [*words, *itertools.pairwise(("<", *words, ">"))]
