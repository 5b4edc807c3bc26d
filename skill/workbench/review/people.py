"""The people of the labelled cases: what each would truthfully answer, say first, and should be told."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec
import yaml
from msgspec import Struct

from skill.rules.questions import BY_ID, Answer, Answers
from skill.rules.triage import Urgency
from skill.words.yamlfile import Loader
from skill.workbench import ROOT

FOLDER = ROOT / "tests" / "cases"
URGENCIES = {urgency.id: urgency for urgency in Urgency}
Level = Literal["self_care", "within_days", "same_day", "emergency_now"]


class Person(Struct, frozen=True):
    """Somebody with a leg.

    truth: question id -> what they would truthfully answer to its words; an absent one is a no. least, most: the advice
    that is safe, and the most that is not too much. opening: what they say first. says: question id -> their own words.
    """

    id: str
    group: str
    summary: str
    truth: Answers
    least: Urgency
    most: Urgency
    opening: str = ""
    says: Mapping[str, str] = {}


class Case(Struct, frozen=True, forbid_unknown_fields=True):
    """One case of clinical.yaml; the head of that file says what its fields mean."""

    id: str
    group: str
    origin: str
    summary: str
    source: str
    opening: str
    answers: dict[str, Answer]
    min_urgency: Level
    max_urgency: Level
    confidence: Literal["high", "medium", "low"]
    danger: tuple[str, ...]
    decisive: str
    key: str
    outcome: str = ""
    published_label: str = ""
    seen: bool = False
    other: bool = False
    facts: frozenset[str] = frozenset()
    when: tuple[tuple[str, str, Answer], ...] = ()
    says: dict[str, str] = {}


class Cases(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of clinical.yaml. asks_for: question id -> the facts that make a yes to it."""

    asks_for: dict[str, frozenset[str]]
    cases: tuple[Case, ...]


def told_cases(asks: Mapping[str, str], path: Path = FOLDER / "clinical.yaml") -> tuple[Person, ...]:
    """Read the cases of people who talk.

    asks: question id -> how it is asked. Raises ValueError when the file is not as it must be.
    """
    try:
        read = msgspec.convert(_yaml(path), Cases)
    except msgspec.ValidationError as error:
        raise ValueError(f"{path}: {error} - see the head of the file") from error
    return tuple(
        Person(
            case.id,
            case.group,
            case.summary,
            _truth(case, asks, read.asks_for),
            URGENCIES[case.min_urgency],
            URGENCIES[case.max_urgency],
            case.opening,
            case.says,
        )
        for case in read.cases
    )


def vignettes(path: Path = FOLDER / "vignettes.yaml") -> tuple[Person, ...]:
    """Read the cases that are lists of findings: nobody speaks in them."""
    return tuple(
        Person(
            one["id"],
            one["group"],
            one["text"],
            answered(one["findings"]),
            URGENCIES[one["min_urgency"]],
            URGENCIES[one["max_urgency"]],
        )
        for one in _yaml(path)["vignettes"]
    )


def answered(findings: Mapping[str, str]) -> dict[str, Answer]:
    """Answer every question as a person with these findings would: yes before unsure before no."""
    said = {}
    for question in BY_ID.values():
        values = [findings.get(finding, "no") for finding in question.findings]
        said[question.id] = Answer("yes" if "yes" in values else "unsure" if "unsure" in values else "no")
    return said


def _truth(case: Case, asks: Mapping[str, str], asks_for: Mapping[str, frozenset[str]]) -> dict[str, Answer]:
    truth = {}
    for question, words in asks.items():
        of_facts = Answer.YES if asks_for.get(question, frozenset()) & case.facts else Answer.NO
        instead = (
            answer for about, pattern, answer in case.when if about == question and re.search(pattern, words, re.I)
        )
        truth[question] = next(instead, case.answers.get(question, of_facts))
    return truth


def _yaml(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader)  # noqa: S506  # the safe one, in C
