"""Reads the YAML store strictly into Content. Editors and developers need this module; Lambda never loads it.

Every mistake is reported with file, line and key, all of them at once, and says what to do.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

import msgspec

from skill.rules.questions import ASKED, OTHER_CRIES, TELLABLE
from skill.rules.scheduling import Purpose
from skill.rules.triage import Urgency
from skill.words.near import advice
from skill.words.texts import (
    ELSEWHERE,
    LANGUAGE,
    PLACES,
    Content,
    CryWords,
    Grammar,
    OutcomeWords,
    People,
    Place,
    Prompts,
    QuestionWords,
    ReminderWords,
    ScheduledWords,
    ScreenWords,
    ToldWords,
    TopicWords,
    locales,
)
from skill.words.yamlfile import Problem, Yaml, parse

T = TypeVar("T")
SOURCES = "sources.yaml"
# The English that Alexa knows (developer.amazon.com, "Develop skills in multiple languages"): none may go missing.
LOCALES_OF_ALEXA = ("en-US", "en-GB", "en-CA", "en-AU", "en-IN")


class ContentError(Exception):
    """The content cannot be used; `problems` says where and what to do."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A public source: who says it, where, and what it supports. graded: V = read in a copy, K = unverified."""

    publisher: str
    title: str
    url: str
    graded: Literal["V", "K"]
    checked: dt.date
    supports: str


@dataclass
class Reader:
    """Collects the problems of all files below `root` while they are read."""

    root: Path
    problems: list[Problem]

    def file(self, name: str) -> Yaml:
        """Parse one file; an empty one stands in when it cannot be read."""
        parsed = parse(self.root / name)
        self.problems += parsed.problems
        return parsed

    def whole(self, name: str, kind: type[T]) -> T | None:
        """Decode a file into one object."""
        parsed = self.file(name)
        return None if parsed.problems else self._convert(parsed, parsed.value, kind, ())

    def entries(self, name: str, kind: type[T], ids: tuple[str, ...] | None = None) -> dict[str, T]:
        """Decode a file of id -> object; `ids` are the ids that it must hold, no more and no fewer."""
        parsed = self.file(name)
        if parsed.problems or not isinstance(parsed.value, dict):
            return {}
        for missing in (i for i in ids or () if i not in parsed.value):
            self.problems.append(parsed.problem((), missing, "is missing", f"add an entry `{missing}:`"))
        for extra in (i for i in parsed.value if ids is not None and i not in ids):
            fix = advice(extra, [i for i in ids or () if i not in parsed.value] or ids or ())
            self.problems.append(parsed.problem((extra,), extra, "is not a known id", fix))
        read = {i: self._convert(parsed, value, kind, (i,)) for i, value in parsed.value.items()}
        return {i: value for i, value in read.items() if value is not None}

    def _convert(self, parsed: Yaml, value: Any, kind: type[T], path: tuple[str, ...]) -> T | None:
        try:
            return msgspec.convert(value, kind)
        except msgspec.ValidationError:
            self.problems.append(parsed.blame(value, kind, path))
            return None


def read(root: Path, locale: str) -> Content:
    """Read the store below `root` for one locale.

    Raises ContentError with every problem found.
    """
    reader = Reader(root, [])
    places = reader.entries(PLACES, Place, (*LOCALES_OF_ALEXA, *locales(root), ELSEWHERE))
    if locale not in places and not reader.problems:
        fix = f"use one of {', '.join(places)}"
        raise ContentError([Problem(root / PLACES, 1, locale, "is not a locale of this skill", fix)])
    sources = reader.entries(SOURCES, Source)
    parts: Mapping[str, Any] = {
        "prompts": reader.whole(f"{LANGUAGE}/prompts.yaml", Prompts),
        "grammar": reader.whole(f"{LANGUAGE}/grammar.yaml", Grammar),
        "people": reader.whole(f"{LANGUAGE}/people.yaml", People),
        "screen": reader.whole(f"{LANGUAGE}/screen.yaml", ScreenWords),
        "questions": reader.entries(f"{LANGUAGE}/questions.yaml", QuestionWords, ASKED),
        "outcomes": reader.entries(f"{LANGUAGE}/outcomes.yaml", OutcomeWords, tuple(u.id for u in Urgency)),
        "cries": reader.entries(f"{LANGUAGE}/cries.yaml", CryWords, OTHER_CRIES[1:]),
        "told": reader.entries(f"{LANGUAGE}/told.yaml", ToldWords, TELLABLE),
        "reminders": reader.entries(f"{LANGUAGE}/reminders.yaml", ReminderWords),
        "scheduled": reader.entries(f"{LANGUAGE}/scheduled.yaml", ScheduledWords, get_args(Purpose)),
        "topics": reader.entries(f"{LANGUAGE}/topics.yaml", TopicWords),
    }
    if reader.problems:
        raise ContentError(reader.problems)
    publishers = {i: source.publisher for i, source in sources.items()}
    return Content(locale=locale, place=places[locale], publishers=publishers, **parts)
