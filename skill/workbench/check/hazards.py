"""Checks the safety file: what it names is there, and every rule, outcome and red flag is named by a hazard."""

import tomllib
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path

from skill.rules.questions import ASKED, RED_FLAGS
from skill.rules.triage import RULES, Urgency
from skill.words.near import advice
from skill.words.store import ContentError
from skill.words.texts import CONTENT
from skill.words.yamlfile import KeyPath, Problem, Yaml, parse
from skill.workbench import ROOT
from skill.workbench.check.purpose import check_purpose, said_texts
from skill.workbench.clinical.argument import Argument
from skill.workbench.clinical.hazards import KINDS_OF, Hazard, Named, Of
from skill.workbench.clinical.named_tests import NamedTests
from skill.workbench.clinical.store import ARGUMENT, HAZARDS, read_safety_file

# The pages of the safety file.
PAGES = ("purpose.html", "hazards.html", "performance.html", "argument.html")
# From this risk on a hazard cannot be called controlled.
IS_OPEN = 3
# What some hazard must name.
TO_NAME: Mapping[Of, tuple[str, ...]] = {
    "rule": tuple(rule.id for rule in RULES),
    "outcome": tuple(urgency.id for urgency in Urgency),
    "question": RED_FLAGS,
}


@dataclass(frozen=True)
class Known:
    """Everything that can be named."""

    names: Mapping[Of, Set[str]]
    tests: NamedTests

    def fault(self, named: Named) -> tuple[str, str, str] | None:
        """Say what is wrong with something that is named: its key, what is wrong and what to do."""
        if len(named.names) != 1:
            return "does", "must name exactly one thing", f"name one of {', '.join(KINDS_OF)}"
        ((of, name),) = named.names
        if of == "test":
            wrong = self.tests.fault(name)
        else:
            known = self.names[of]
            wrong = None if name in known else (f"is no {of} that there is", advice(name, known))
        return None if wrong is None else (of, *wrong)


def check_safety_file(root: Path = CONTENT, project: Path = ROOT) -> list[Problem]:
    """Check the safety file of a store. project: the root of the project that holds the tests."""
    try:
        file = read_safety_file(root)
    except ContentError as error:
        return error.problems
    known = Known(_names(root), NamedTests(project))
    hazards, argument = parse(root / HAZARDS), parse(root / ARGUMENT)
    return [
        *_hazards(file.hazards, hazards, known),
        *_unnamed(file.hazards, hazards),
        *_argument(file.argument, argument, known),
        *_version(file.argument, argument, project),
        *check_purpose(file.purpose, root),
    ]


def _names(root: Path) -> Mapping[Of, Set[str]]:
    return {
        "question": {*ASKED},
        "rule": {*TO_NAME["rule"]},
        "outcome": {*TO_NAME["outcome"]},
        "text": {*said_texts(root)},
        "page": {*PAGES},
    }


def _hazards(hazards: Mapping[str, Hazard], file: Yaml, known: Known) -> Iterator[Problem]:
    for id_, hazard in hazards.items():
        yield from _faults(hazard.controls, (id_, "controls"), file, known)
        if hazard.residual.exceeds(hazard.initial):
            fix = "make it no more than `initial`: a control never adds risk"
            yield _problem(file, (id_, "residual"), "is worse than the risk without controls", fix)
        if hazard.status == "controlled" and hazard.residual.risk >= IS_OPEN:
            fix = "call it open, or add controls until the risk is less"
            yield _problem(file, (id_, "status"), f"is controlled at risk {hazard.residual.risk}", fix)
        if hazard.left is None and hazard.status == "open":
            yield _problem(file, (id_, "left"), "is missing, though the hazard is open", "say what is left to do")


def _unnamed(hazards: Mapping[str, Hazard], file: Yaml) -> Iterator[Problem]:
    named = {name for hazard in hazards.values() for control in hazard.controls for name in control.names}
    for of, names in TO_NAME.items():
        for name in names:
            if (of, name) not in named:
                what, fix = f"this {of} is named by no hazard", f"add `{of}: {name}` to the controls of one"
                yield _problem(file, (name,), what, fix)


def _argument(argument: Argument, file: Yaml, known: Known) -> Iterator[Problem]:
    for number, step in enumerate(argument.steps):
        yield from _faults(step.evidence, ("steps", str(number), "evidence"), file, known)
    for number, doubt in enumerate(argument.exceptions):
        if doubt.test is not None and (wrong := known.tests.fault(doubt.test)):
            yield _problem(file, ("exceptions", str(number), "test"), *wrong)


def _version(argument: Argument, file: Yaml, project: Path) -> Iterator[Problem]:
    settings = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    if (version := settings["project"]["version"]) != argument.version:
        fix = "argue for this version anew, date it, and write its number"
        yield _problem(file, ("version",), f"is not the version of this project, {version}", fix)


def _faults(named: tuple[Named, ...], where: KeyPath, file: Yaml, known: Known) -> Iterator[Problem]:
    for number, one in enumerate(named):
        if fault := known.fault(one):
            key, what, fix = fault
            yield _problem(file, (*where, str(number), key), what, fix)


def _problem(file: Yaml, where: KeyPath, what: str, fix: str) -> Problem:
    return file.problem(where, ".".join(where), what, fix)
