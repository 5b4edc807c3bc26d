"""The values of the slot that brings words: real sentences of the example phrases, a fair share of every kind.

They tell Alexa which words to expect, and which sentences are not yes, no or an emergency. Each kind gives so many,
taken evenly from all it has, so the same examples always make the same model.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from skill.rules.questions import RED_FLAGS
from skill.words.texts import CONTENT, LANGUAGE
from skill.workbench.examples import read
from skill.workbench.model.intents import CRY, NOTHING, Intents

# Amazon: letters, spaces, periods of abbreviations, apostrophes, hyphens.
LEGAL = re.compile(r"[a-z](?:[a-z '.\-]*[a-z'.])?")
LONGEST = 140
# How many sentences are taken: of each answer to each question, of each sign told, each wish and each topic; and of the
# answers that fit any question, of cries, of what only sounds like one, and of other remarks.
SHARES = {"answers": 10, "told": 6, "wishes": 10, "topics": 6, "any": 30, "cries": 70, "harmless": 150, "remarks": 70}


@dataclass(frozen=True)
class Kind:
    """Sentences of one kind: how many of them are taken, and what they mean."""

    share: int
    means: frozenset[str]
    sentences: tuple[str, ...]


def read_kinds(root: Path = CONTENT, language: str = LANGUAGE) -> tuple[Kind, ...]:
    """Read the example sentences of a language, sorted by what they mean. Raises ContentError on any problem."""
    answers, others = read(root, language)
    return (
        *_answers(answers),
        *(Kind(SHARES["told"], frozenset({"told", "yes"}), lines) for lines in others.told.values()),
        *(Kind(SHARES["wishes"], frozenset({wish}), _longer(lines)) for wish, lines in others.wishes.items()),
        *(Kind(SHARES["topics"], frozenset({f"topic:{topic}"}), lines) for topic, lines in others.topics.items()),
        Kind(SHARES["harmless"], frozenset({NOTHING}), others.harmless),
        Kind(SHARES["remarks"], frozenset({NOTHING}), others.remarks),
        Kind(SHARES["cries"], frozenset({CRY, "yes"}), others.cries),
    )


def _answers(answers: Mapping[str, Mapping[str, Sequence[str]]]) -> Iterator[Kind]:
    for question, ways in answers.items():
        for answer, lines in ways.items():
            alarm = question in RED_FLAGS and answer == "yes"  # said to a red flag, a yes is a cry
            means = frozenset({answer, CRY} if alarm else {answer})
            yield Kind(SHARES["any" if question == "any" else "answers"], means, tuple(lines))


def _longer(lines: Sequence[str]) -> tuple[str, ...]:
    """Leave out wishes of one word: "help", "stop" and the like belong to Alexa's own intents."""
    return tuple(line for line in lines if " " in line)


def values(kinds: Sequence[Kind], intents: Intents) -> tuple[str, ...]:
    """Choose the values: what people are told to say, then the share of every kind. Each once, and no sample."""
    samples = {sample for texts in intents.samples.values() for sample in texts}
    # What is told in a word or two, such as "stop", Alexa knows herself.
    chosen = {phrase: None for phrase in intents.promised if phrase not in samples and phrase.count(" ") > 1}
    for kind in kinds:
        free = [text for text in kind.sentences if text not in samples and text not in chosen and fits(text, intents)]
        chosen |= dict.fromkeys(evenly(free, kind.share))
    return tuple(chosen)


def fits(text: str, intents: Intents) -> bool:
    """Tell whether a sentence may stand in a model."""
    return bool(LEGAL.fullmatch(text)) and len(text) <= LONGEST and intents.swears(text) is None


def evenly(texts: Sequence[str], count: int) -> list[str]:
    """Take so many from a list, evenly spaced; all of them if there are no more."""
    return [texts[place * len(texts) // count] for place in range(count)] if len(texts) > count else list(texts)
