"""Finds the values of slot types in a text: "my left calf is swollen and warm" -> two values of LegSymptom."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Words = tuple[str, ...]
# slot name -> (type, the words said, the id they resolve to)
Filled = dict[str, tuple[str, str, str | None]]

NUMBER = "AMAZON.NUMBER"
# Recognisers drop these.
HESITATIONS = frozenset(("um", "er", "erm", "uhm"))
NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}
# A possessive ('s) becomes "is" too, on both sides alike, which does no harm.
SHORT_FORMS = (
    (r"\bwon't\b", "will not"),
    (r"\b(?:can't|cannot)\b", "can not"),
    (r"\bain't\b", "is not"),
    (r"n't\b", " not"),
    (r"'s\b", " is"),
    (r"'m\b", " am"),
    (r"'re\b", " are"),
    (r"'ve\b", " have"),
    (r"'ll\b", " will"),
)
NEGATION = re.compile(r"^(no|not|never|without|nor|neither)$")
# A new half of the sentence ends a negation: "it isn't warm but it is swollen".
TURNING = ("but", "just", "only")
# "No, it is swollen": a no before one of these answers; it denies nothing that comes after.
OPENING = (
    "i",
    "it",
    "my",
    "the",
    "her",
    "his",
    "she",
    "he",
    "they",
    "we",
    "sorry",
    "wait",
    "actually",
    "there",
    "is",
    "that",
    "well",
)
# "It's not swollen, it is red": what comes after is there, unless it is only thought: "i don't think it is red".
THINKING = ("think", "believe", "say", "sure", "like", "that", "know", "reckon", "suppose", "guess", "mean", "if")
# "I can't walk, it's swollen", "it won't stop hurting": only what cannot be seen or felt is denied.
UNABLE, SENSING = ("can", "will", "could"), ("see", "feel", "find", "notice", "say", "spot")
STOPPING = ("stop", "stopped", "stopping", "go", "gone", "shift", "right")
# What is taken back: "i meant no, not yes". And what is meant, wherever it stands: "i meant no, i said yes".
MISSAID, MEANT = re.compile(r"\bnot (?:a )?$"), re.compile(r"\b(?:meant|mean|have said|had said|should be) (?:a )?$")
ANSWER = "LegAnswer"


@dataclass(frozen=True)
class Found:
    """One value in a text: where it begins and ends, its type and its id."""

    begin: int
    end: int
    kind: str
    id: str


class Slotting:
    """Knows every value of every slot type of a model."""

    def __init__(self, types: Sequence[Mapping[str, Any]]) -> None:
        self._values: dict[Words, list[tuple[str, str]]] = {}
        for kind in types:
            for entry in kind["values"]:
                for value in (entry["name"]["value"], *entry["name"].get("synonyms", [])):
                    self._values.setdefault(words_of(value), []).append((kind["name"], entry["id"]))
        for word, digits in NUMBERS.items():
            self._values.setdefault((word,), []).append((NUMBER, digits))
        self._longest = max(map(len, self._values), default=1)

    def find(self, words: Words, kinds: frozenset[str]) -> list[Found]:
        """Find the values of the given types from left to right, the longest first."""
        found, here = [], 0
        while here < len(words):
            match = self._at(words, here, kinds)
            if match:
                found.append(match)
            here = match.end if match else here + 1
        return found

    def _at(self, words: Words, here: int, kinds: frozenset[str]) -> Found | None:
        for end in range(min(here + self._longest, len(words)), here, -1):
            for kind, i in self._values.get(words[here:end], ()):
                if kind in kinds:
                    return Found(here, end, kind, i)
        return None

    def version(self, words: Words, kinds: frozenset[str]) -> Words:
        """Replace the values of the given types by their type's name."""
        replaced, here = [], 0
        for value in self.find(words, kinds):
            replaced += [*words[here : value.begin], value.kind]
            here = value.end
        return (*replaced, *words[here:])

    def fill(self, intent: str, slots: Mapping[str, str], words: Words) -> Filled:
        """Fill the slots of an intent in the order said; a sign after a negation goes into a denied slot."""
        waiting, filled = dict(slots), Filled()
        found = meant(words, self.find(words, frozenset(slots.values())))
        # "The colour hasn't changed": the negation comes after, and denies whatever was named.
        denied_before = [value for value in found if negated(words, value.begin)] or found
        for value in found:
            denied = intent.startswith("Deny") and value in denied_before
            names = [n for n, kind in waiting.items() if kind == value.kind and n.startswith("denied") == denied]
            if names:
                del waiting[names[0]]
                filled[names[0]] = (
                    value.kind,
                    value.id if value.kind == NUMBER else " ".join(words[value.begin : value.end]),
                    value.id,
                )
        return filled


def words_of(text: str) -> Words:
    """Split a text as a recogniser does: lower case, digits spelled out, "isn't" as "is not", "it's" as "it is"."""
    spelled = re.sub(r"\b\d{3,}\b", lambda m: " ".join(DIGIT_NAMES[int(d)] for d in m[0]), text.lower())
    spelled = re.sub(r"\b([a-z])\.(?=\s|$|[a-z]\b)", r"\1 ", spelled)  # "d.v.t." and "d. v. t." are "d v t"
    for short, long in SHORT_FORMS:
        spelled = re.sub(short, long, spelled.replace("’", "'"))
    digits = {value: word for word, value in NUMBERS.items()}
    words = re.findall(r"[\w'.-]*\w", spelled)
    said = [digits.get(word, word) for word in words if word not in HESITATIONS]
    # "help help help" is "help help"; but a number keeps its digits.
    repeated = [said[i - 2 : i] == [word] * 2 and word not in DIGIT_NAMES for i, word in enumerate(said)]
    return tuple(word for word, again in zip(said, repeated, strict=True) if not again)


DIGIT_NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def negated(words: Words, place: int) -> bool:
    """Tell whether the words before a place deny it."""
    for here in reversed(range(place)):
        word, after = words[here], words[here + 1] if here + 1 < len(words) else ""
        if word in TURNING or (word == "no" and after in OPENING):
            return False
        if (word, after) == ("it", "is") and here > 1 and words[here - 1] not in THINKING:
            return False
        if NEGATION.match(word):
            unable = here > 0 and words[here - 1] in UNABLE and after not in SENSING
            return not (word == "not" and (unable or after in STOPPING))
    return False


def meant(words: Words, found: list[Found]) -> list[Found]:
    """Of several answers keep the one that is meant, or else the last that is not taken back."""
    answers = [value for value in found if value.kind == ANSWER]
    before = {value: " ".join(words[: value.begin]) + " " for value in answers}
    right = [value for value in answers if MEANT.search(before[value])]
    right = right or [value for value in answers if not MISSAID.search(before[value])] or answers
    return [value for value in found if value.kind != ANSWER or value == right[-1]]
