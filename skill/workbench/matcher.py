"""A local stand-in for Alexa's recogniser: text -> intent and slots, from an interaction model.

It takes a sample word for word, and near misses by the words and word pairs they share, the rarer the heavier, as a
statistical recogniser would. It falls back rather than guesses between two intents; an emergency wins every tie.
"""

import itertools
import json
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from skill.workbench.envelopes import slot
from skill.workbench.plain import is_english
from skill.workbench.slotting import Slotting, Words, words_of

FALLBACK, EMERGENCY = "AMAZON.FallbackIntent", "EmergencyIntent"
YES, NO, UNSURE = "AMAZON.YesIntent", "AMAZON.NoIntent", "UnsureIntent"
DESCRIBE, DENY = "DescribeSymptomsIntent", "DenySymptomIntent"
# How alike (0 to 1) a text must be to a sample, and by how much the best intent must lead.
LIKE_ENOUGH, EMERGENCY_ENOUGH, LEAD, TIE = 0.5, 0.5, 0.02, 0.05
# What makes a text like an intent: one sample as a whole, one sample's words inside it, the words of all samples.
WHOLE, INSIDE, KNOWN = 0.5, 0.2, 0.3
# A sample of little weight, such as "it is", says nothing by standing inside a longer text.
TELLING = 4.0
PAIR_WEIGHT, UNKNOWN_WEIGHT = 0.6, 3.0
SPELLING_CUTOFF = 84  # rapidfuzz ratio, percent: "swolen" is "swollen", "cold" is not "could"
# What an answer must not contain: it would turn it the wrong way round.
AGAINST = {
    YES: re.compile(r"\b(no|nope|nah|not|never|none|neither|without|hardly)\b"),
    NO: re.compile(r"\b(yes|yeah|yep|maybe|perhaps|might|sure|certain|tell|think|really|idea|know)\b"),
    DESCRIBE: re.compile(r"\b(no|not|never|without)\b"),
}


@dataclass(frozen=True)
class Heard:
    """What the recogniser makes of a text: an intent and its filled slots, in Alexa's form."""

    intent: str
    slots: Mapping[str, dict[str, Any]]


@dataclass(frozen=True)
class _Sample:
    intent: str
    words: Words
    types: frozenset[str]


class Matcher:
    """Matches texts against one interaction model."""

    def __init__(self, model: Mapping[str, Any]) -> None:
        language = model["interactionModel"]["languageModel"]
        self._slots = {i["name"]: {s["name"]: s["type"] for s in i.get("slots", [])} for i in language["intents"]}
        self._slotting = Slotting(language["types"])
        self._samples = [
            self._sample(intent["name"], text) for intent in language["intents"] for text in intent["samples"]
        ]
        self._exact = {(sample.words, sample.types): sample.intent for sample in self._samples}
        self._kinds = {sample.types for sample in self._samples}
        self._weights = self._weigh()
        self._holding = defaultdict(list)
        for number, sample in enumerate(self._samples):
            for feature in set(features(sample.words)):
                self._holding[feature].append(number)
        self._sizes = [self._size(features(sample.words)) for sample in self._samples]
        self._word_sizes = [self._size(sample.words) for sample in self._samples]
        self._known: dict[str, set[Any]] = defaultdict(set)
        for sample in self._samples:
            self._known[sample.intent].update(features(sample.words))
        self._spelling = [f for f in self._weights if isinstance(f, str) and len(f) > 3]

    @classmethod
    def for_file(cls, path: Path) -> "Matcher":
        """Read a model file."""
        return cls(json.loads(path.read_text(encoding="utf-8")))

    def match(self, text: str) -> Heard:
        """Recognise a text; what fits nothing, or two intents alike, is the fallback intent."""
        words = words_of(text)
        versions = {types: self._slotting.version(words, types) for types in self._kinds}
        for types, version in versions.items():
            if (version.words, types) in self._exact:
                return self._heard(self._exact[version.words, types], words)
        scores: dict[str, float] = {FALLBACK: 0.0}
        for types, version in versions.items():
            for intent, score in self._scores(self._spelled(version.words), types).items():
                scores[intent] = max(scores.get(intent, 0.0), score)
        return self._heard(choose(scores, " ".join(words)), words)

    def _heard(self, intent: str, words: Words) -> Heard:
        filled = self._slotting.fill(intent, self._slots.get(intent, {}), words)
        return Heard(intent, {name: slot(name, kind, value, i) for name, (kind, value, i) in filled.items()})

    def _sample(self, intent: str, text: str) -> _Sample:
        kinds, words = self._slots[intent], []
        for part in re.split(r"(\{\w+\})", text):
            words += [kinds[part[1:-1]]] if part.startswith("{") else words_of(part)
        return _Sample(intent, tuple(words), frozenset(word for word in words if word in kinds.values()))

    def _weigh(self) -> dict[Any, float]:
        """Weigh a word or pair by how few intents use it."""
        using = defaultdict(set)
        for sample in self._samples:
            for feature in features(sample.words):
                using[feature].add(sample.intent)
        intents = len(self._slots)
        return {
            feature: math.log(1 + intents / len(users)) * (1.0 if isinstance(feature, str) else PAIR_WEIGHT)
            for feature, users in using.items()
        }

    def _size(self, found: Iterable[Any]) -> float:
        return sum(self._weights.get(f, UNKNOWN_WEIGHT if isinstance(f, str) else 0.0) for f in set(found))

    def _scores(self, words: Words, types: frozenset[str]) -> dict[str, float]:
        """Score every intent that has a sample with these slot types, 0 to 1."""
        found = set(features(words))
        known = {feature for feature in found if feature in self._weights}
        size, known_size = self._size(found), max(self._size(known), TELLING)
        shared, shared_words = self._shared(found), self._shared(set(words))
        best: dict[str, float] = defaultdict(float)
        for number, weight in shared.items():
            sample = self._samples[number]
            if sample.types == types and not (sample.intent == EMERGENCY and shared_words.get(number, 0.0) < TELLING):
                # Odd words around it make no emergency smaller.
                said = known_size if sample.intent == EMERGENCY else size
                whole = 2 * weight / (said + self._sizes[number])
                inside = shared_words.get(number, 0.0) / max(self._word_sizes[number], TELLING)
                best[sample.intent] = max(best[sample.intent], WHOLE * whole + INSIDE * inside)
        sizes = {intent: known_size if intent == EMERGENCY else size for intent in best}
        return {i: score + KNOWN * self._size(found & self._known[i]) / sizes[i] for i, score in best.items()}

    def _shared(self, found: set[Any]) -> dict[int, float]:
        """Give the weight that each sample shares with the features found."""
        shared: dict[int, float] = defaultdict(float)
        for feature in found:
            for number in self._holding.get(feature, ()):
                shared[number] += self._weights[feature]
        return shared

    def _spelled(self, words: Words) -> Words:
        """Replace a word that no sample has by the one that it nearly is."""
        return tuple(word if word in self._weights else self._nearest(word) for word in words)

    def _nearest(self, word: str) -> str:
        if len(word) < 5 or is_english(word):
            return word
        found = process.extractOne(word, self._spelling, scorer=fuzz.ratio, score_cutoff=SPELLING_CUTOFF)
        return word if found is None else str(found[0])


def features(words: Words) -> list[Any]:
    """Give the words and the pairs of neighbours, with the start and the end."""
    padded = ("<", *words, ">")
    return [*words, *itertools.pairwise(padded)]


def choose(scores: Mapping[str, float], text: str) -> str:
    """Choose an intent from the likeness to each (0 to 1)."""
    allowed = {intent: s for intent, s in scores.items() if not (intent in AGAINST and AGAINST[intent].search(text))}
    (best, score), *others = sorted(allowed.items(), key=lambda item: -item[1])
    emergency = allowed.get(EMERGENCY, 0.0)
    if emergency >= EMERGENCY_ENOUGH and emergency >= score - TIE:
        return EMERGENCY
    if score < LIKE_ENOUGH or (others and score - others[0][1] < LEAD):
        return FALLBACK
    return best
