"""A local stand-in for Alexa's recogniser: text -> intent and slots, from an interaction model.

It takes a sample word for word, and near misses by their likeness, as a statistical recogniser would. It falls back
rather than guesses between two intents; an emergency wins every tie.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from skill.workbench.ear.denials import without_denied
from skill.workbench.ear.likeness import Likeness, Sample
from skill.workbench.ear.slotting import Slotting, Words, negated, words_of
from skill.workbench.envelopes import slot

FALLBACK, EMERGENCY = "AMAZON.FallbackIntent", "EmergencyIntent"
YES, NO, UNSURE = "AMAZON.YesIntent", "AMAZON.NoIntent", "UnsureIntent"
DESCRIBE, DENY, SYMPTOM = "DescribeSymptomsIntent", "DenySymptomIntent", "LegSymptom"
BOTH, BOTH_LEGS = "BothIntent", "BothLegsIntent"
DENY_EMERGENCY, PREVIOUS = "DenyEmergencyIntent", "AMAZON.PreviousIntent"
# What a denied red flag says nothing about.
ABOUT_THE_QUESTION = (EMERGENCY, DESCRIBE, DENY, BOTH, BOTH_LEGS, YES, NO, UNSURE)
# How alike (0 to 1) a text must be to a sample, and by how much the best intent must lead.
LIKE_ENOUGH, EMERGENCY_ENOUGH, LEAD, TIE = 0.5, 0.45, 0.02, 0.05
# What an answer must not contain: it would turn it the wrong way round.
AGAINST = {
    YES: re.compile(r"\b(no|nope|nah|not|never|none|neither|without|hardly)\b"),
    NO: re.compile(
        r"\b(yes|yeah|yep|maybe|perhaps|might|sure|certain|tell|think|really|idea|know|noticed|aware|remember"
        r"|bit|little|slightly|always|different|unless|until|still|better|phone|runs?|history"
        r"|(?:there|it) (?:is|does)(?! not)|i do(?! not)|not (?:the same|match|look))\b|^(?:so|am|will|can|is|do)\b"
    ),
    BOTH: re.compile(r"\b(no|not|neither|none)\b"),
    PREVIOUS: re.compile(r"\b(two|three|four|five|six)\b"),
}

# Words that people say while they think. Alone they mean nothing, unless a sample says so: "well" is no no.
FILLERS = re.compile(
    r"(?:(?:a|all|alright|and|but|fine|hm|hmm|i|is|it|just|like|mm|now|oh|ok|okay|right|see|so|that|the|then|there|this"
    r"|to|well|you)\b ?)*"
)


@dataclass(frozen=True)
class Heard:
    """What the recogniser makes of a text: an intent and its filled slots, in Alexa's form."""

    intent: str
    slots: Mapping[str, dict[str, Any]]


class Matcher:
    """Matches texts against one interaction model."""

    def __init__(self, model: Mapping[str, Any]) -> None:
        language = model["interactionModel"]["languageModel"]
        self._slots = {i["name"]: {s["name"]: s["type"] for s in i.get("slots", [])} for i in language["intents"]}
        self._slotting = Slotting(language["types"])
        samples = [self._sample(intent["name"], text) for intent in language["intents"] for text in intent["samples"]]
        self._exact = {(sample.words, sample.types): sample.intent for sample in samples if sample.words}
        # The fewest slots first: a sample that has a word itself is closer than one that has a slot for it.
        self._kinds = sorted({sample.types for sample in samples}, key=lambda types: (len(types), sorted(types)))
        self._likeness = Likeness(samples, alarming=EMERGENCY)

    @classmethod
    def for_file(cls, path: Path) -> "Matcher":
        """Read a model file."""
        return cls(json.loads(path.read_text(encoding="utf-8")))

    def match(self, text: str) -> Heard:
        """Recognise a text; what fits nothing, or two intents alike, is the fallback intent."""
        words = words_of(text)
        for types in self._kinds:
            version = self._slotting.version(words, types)
            if (version, types) in self._exact:
                return self._heard(self._exact[version, types], words)
        if FILLERS.fullmatch(" ".join(words)):
            return Heard(FALLBACK, {})
        scores = {i: s for i, s in self._scores(words).items() if self._fits(i, words)}
        rest = without_denied(words)
        if rest != words:  # a red flag was denied: what else was said may be an emergency, or about the leg
            about_leg = self._slotting.find(rest, frozenset((SYMPTOM,)))
            again = [EMERGENCY, *(i for i in (DESCRIBE, DENY) if about_leg and self._fits(i, rest))]
            scores = {i: s for i, s in scores.items() if i not in ABOUT_THE_QUESTION}
            scores |= {i: s for i, s in self._scores(rest).items() if i in again}
        if scores.get(EMERGENCY, 0.0) >= EMERGENCY_ENOUGH:
            scores.pop(DENY_EMERGENCY, None)
        intent = choose(scores)
        return self._heard(intent, rest if intent in (DESCRIBE, DENY) else words)

    def _scores(self, words: Words) -> dict[str, float]:
        """Give the likeness to every intent, with whichever slots suit it best."""
        scores: dict[str, float] = {}
        for types in self._kinds:
            version = self._slotting.version(words, types)
            if types <= set(version):
                for intent, score in self._likeness.scores(version, types).items():
                    scores[intent] = max(scores.get(intent, 0.0), score)
        return scores

    def _fits(self, intent: str, words: Words) -> bool:
        """Tell whether nothing in the text turns this intent the wrong way round."""
        if intent in (DESCRIBE, DENY):
            found = self._slotting.find(words, frozenset((SYMPTOM,)))
            denied = any(negated(words, sign.begin) for sign in found)
            return not denied if intent == DESCRIBE else denied or negated(words, len(words))
        return intent not in AGAINST or not AGAINST[intent].search(" ".join(words))

    def _heard(self, intent: str, words: Words) -> Heard:
        filled = self._slotting.fill(intent, self._slots.get(intent, {}), words)
        return Heard(intent, {name: slot(name, kind, value, i) for name, (kind, value, i) in filled.items()})

    def _sample(self, intent: str, text: str) -> Sample:
        kinds = self._slots[intent]
        words: list[str] = []
        for part in re.split(r"(\{\w+\})", text):
            words += [kinds[part[1:-1]]] if part.startswith("{") else words_of(part)
        return Sample(intent, tuple(words), frozenset(word for word in words if word in kinds.values()))


def choose(scores: Mapping[str, float]) -> str:
    """Choose an intent from the likeness to each (0 to 1)."""
    (best, score), *others = sorted({FALLBACK: 0.0, **scores}.items(), key=lambda item: -item[1])
    emergency = scores.get(EMERGENCY, 0.0)
    if emergency >= EMERGENCY_ENOUGH and emergency >= score - TIE:
        return EMERGENCY
    if score < LIKE_ENOUGH or (others and score - others[0][1] < LEAD):
        return FALLBACK
    return best
