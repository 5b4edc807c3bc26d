"""`skill check` refuses what is unsafe or broken, says why and where, and is silent on what is right."""

from functools import cache
from typing import Any

import pytest

from skill.workbench.check.meant import Judge
from tests.check.edits import FROZEN, cases, first, said

CASES = cases()


@cache
def judge() -> Judge:
    """Read the vocabulary once."""
    return Judge(FROZEN)


def of(kind: str) -> list[Any]:
    """Give the edits of one kind."""
    return [pytest.param(case, id=case["id"]) for case in CASES if case["id"].startswith(kind)]


@pytest.mark.parametrize("case", of("h"))
def test_a_harmful_edit_is_refused(case: dict[str, Any]) -> None:
    """Nothing that could hurt somebody goes on the air."""
    problems, root = said(case, judge())

    assert any(problem.severity == "error" for problem in problems)
    assert first(problems, root) == case["says"]


@pytest.mark.parametrize("case", of("b"))
def test_a_slip_is_told_with_its_place_and_remedy(case: dict[str, Any]) -> None:
    """The message is golden: an editor learns from it what to do."""
    problems, root = said(case, judge())

    assert problems
    assert first(problems, root) == case["says"]


def test_harmless_edits_are_let_pass() -> None:
    """A false alarm teaches people not to listen. All at once, since none of them is to be heard of."""
    several = [one for case in CASES if case["id"].startswith("ok") for one in (case, *case.get("also", ()))]

    problems, _ = said({"id": "ok", **several[0], "also": several[1:]}, judge())

    assert [str(problem) for problem in problems if problem.severity == "error"] == []
