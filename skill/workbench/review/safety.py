"""The pages of the safety file: intended purpose, hazard log, performance sheet and safety argument."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from skill.rules.questions import Answer
from skill.words.library import Library
from skill.words.texts import CONTENT
from skill.workbench import ROOT
from skill.workbench.clinical.hazards import Hazard, Named, Of
from skill.workbench.clinical.named_tests import NamedTests
from skill.workbench.clinical.risk import LIKELIHOOD_MEANS, MATRIX, MEANING, SEVERITIES, SEVERITY_MEANS
from skill.workbench.clinical.store import read_safety_file
from skill.workbench.review.course import LOCALE, Turn, heard
from skill.workbench.review.page import Page, page
from skill.workbench.review.people import Person
from skill.workbench.review.performance import (
    LISTED_WAYS,
    TALKING_WAYS,
    Result,
    Row,
    rows,
    score_hearing,
    score_talking,
    score_vignettes,
)

NEEDED = {"browser": "Chromium", "screens": "Chromium and npm", "build": "a built package"}
TALKING, LISTED = "People who talk (tests/cases/clinical.yaml)", "Lists of findings (tests/cases/vignettes.yaml)"


class Part(Struct, frozen=True):
    """The figures of one file of cases."""

    title: str
    ways: tuple[str, ...]
    rows: tuple[Row, ...]


class Miss(Struct, frozen=True):
    """Somebody who was told too little. turns: each with what was heard; answers: their truth, other than no."""

    person: Person
    ways: str
    told: str
    turns: tuple[tuple[Turn, str], ...]
    answers: str


def pages(root: Path = CONTENT) -> tuple[Page, ...]:
    """Make the pages. Raises ContentError when the safety file cannot be read, and ValueError when the cases cannot."""
    file = read_safety_file(root)
    scales = {"meaning": MEANING, "matrix": MATRIX, "likelihoods": LIKELIHOOD_MEANS}
    severities = {one: SEVERITY_MEANS[one] for one in SEVERITIES}
    return (
        page("purpose.html", "Intended purpose", "purpose.html", purpose=file.purpose),
        page(
            "hazards.html",
            "Hazard log",
            "hazards.html",
            hazards=file.hazards,
            severities=severities,
            named_by=named_by(file.hazards),
            needs=needs(one for hazard in file.hazards.values() for one in hazard.controls),
            **scales,
        ),
        performance_page(),
        page(
            "argument.html",
            "Safety argument",
            "argument.html",
            argument=file.argument,
            needs=needs(one for step in file.argument.steps for one in step.evidence),
        ),
    )


def needs(named: Iterable[Named]) -> dict[str, str]:
    """Say of the tests that are named what they need that not every machine has, in plain words."""
    tests = NamedTests(ROOT)
    found = {name: tests.needs(name) for one in named for of, name in one.names if of == "test"}
    return {name: NEEDED[mark] for name, mark in found.items() if mark}


def performance_page() -> Page:
    """Score all cases and the hearing, and make their page. It takes some seconds."""
    talking, listed = score_talking(), score_vignettes()
    classes, harmful = score_hearing()
    people = {one.person.id: one.person for one in talking}
    return page(
        "performance.html",
        "Performance sheet",
        "performance.html",
        locale=LOCALE,
        talking=people,
        own_words=sum(bool(person.says) for person in people.values()),
        parts=(Part(TALKING, TALKING_WAYS, rows(talking)), Part(LISTED, LISTED_WAYS, rows(listed))),
        misses=misses((*talking, *listed)),
        over=told_too_much((*talking, *listed)),
        heard=classes,
        harmful=harmful,
    )


def named_by(hazards: Mapping[str, Hazard]) -> dict[tuple[Of, str], list[str]]:
    """Give each rule, outcome and question that is a control, with the hazards that it is a control of."""
    found: dict[tuple[Of, str], list[str]] = {}
    for id_, hazard in hazards.items():
        for of, name in (name for control in hazard.controls for name in control.names):
            if of in ("rule", "outcome", "question"):
                found.setdefault((of, name), []).append(id_)
    return dict(sorted(found.items()))


def misses(results: Sequence[Result]) -> tuple[Miss, ...]:
    """Give everybody who was told too little or nothing, with the whole conversation, once for ways that went alike."""
    library, found = Library(), dict[tuple[str, ...], list[Result]]()
    for one in (one for one in results if not one.is_safe):
        alike = (one.person.id, *(f"{turn.asked} {turn.said} {turn.told}" for turn in one.course.turns))
        found.setdefault(alike, []).append(one)
    return tuple(
        Miss(
            ones[0].person,
            ", ".join(one.way for one in ones),
            _told(ones[0]),
            tuple((turn, heard(turn, library)) for turn in ones[0].course.turns),
            ", ".join(f"{asked} {said}" for asked, said in ones[0].person.truth.items() if said is not Answer.NO),
        )
        for ones in found.values()
    )


def told_too_much(results: Sequence[Result]) -> tuple[tuple[Person, str], ...]:
    """Give everybody who was told too much, with what, and on which ways."""
    people = {one.person.id: one.person for one in results}
    told: dict[str, dict[str, list[str]]] = {}
    for one in (one for one in results if one.is_over):
        told.setdefault(one.person.id, {}).setdefault(_told(one), []).append(one.way)
    return tuple(
        (people[id_], "; ".join(f"{urgency}: {', '.join(ways)}" for urgency, ways in by_urgency.items()))
        for id_, by_urgency in told.items()
    )


def _told(result: Result) -> str:
    return "nothing" if result.course.urgency is None else result.course.urgency.id
