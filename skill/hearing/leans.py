"""The models of a vocabulary, unpacked: how far a sentence leans to an answer, and to a cry. Pure."""

from collections.abc import Mapping

from skill.hearing.leaning import Model
from skill.hearing.vocabulary import Vocabulary


class Leans:
    """What the weights say; nothing where there are none."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._models = {name: Model(weights) for name, weights in vocabulary.weights.items()}

    def answer(self, words: tuple[str, ...], question: str) -> Mapping[str, float]:
        """Give the probability of yes, no, unsure, cry and other."""
        return self._models["answer"].lean(words, question) if "answer" in self._models else {}

    def strange(self, words: tuple[str, ...]) -> int:
        """Count the words that no example of an answer has."""
        return self._models["answer"].strange(words) if "answer" in self._models else 0

    def act(self, words: tuple[str, ...]) -> Mapping[str, float]:
        """Give the probability of each wish and topic, and of `answer`, `told`, `cry` and "" for none of them."""
        return self._models["act"].lean(words) if "act" in self._models else {}

    def cry(self, words: tuple[str, ...]) -> float:
        """Give the probability that a sentence is a cry for help."""
        return self._models["cry"].lean(words).get("cry", 0.0) if "cry" in self._models else 0.0
