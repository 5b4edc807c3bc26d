"""Answers -> urgency: the truth table, the labelled vignettes, and the rule's own sources."""

from typing import Any

import pytest

from skill.rules.interview import next_question
from skill.rules.questions import QUESTIONS, Answer
from skill.rules.triage import RULES, Urgency, assess
from skill.words.library import load
from skill.workbench.review.people import answered

from .conftest import URGENCIES, answers, cases

VIGNETTES = cases("cases/vignettes.yaml")


@pytest.mark.parametrize("case", cases("cases/truth_table.yaml"), ids=lambda case: case["claim"])
def test_truth_table(case: dict[str, Any]) -> None:
    """Each case of the truth table holds, with exactly the reasons it names."""
    assert set(case) == {"claim", "answers", "urgency", "because"}

    assessment = assess(answers(case["answers"]))

    assert assessment.urgency.id == case["urgency"]
    assert list(assessment.because) == case["because"]


@pytest.mark.parametrize("vignette", VIGNETTES["vignettes"], ids=lambda v: v["id"])
def test_no_vignette_is_under_triaged(vignette: dict[str, Any]) -> None:
    """A labelled case never gets less than its minimum urgency."""
    assert assess(answered(vignette["findings"])).urgency >= URGENCIES[vignette["min_urgency"]]


def test_at_most_15_percent_of_the_vignettes_are_over_triaged() -> None:
    """Caution has a price, and it is bounded."""
    over = [
        v["id"] for v in VIGNETTES["vignettes"] if assess(answered(v["findings"])).urgency > URGENCIES[v["max_urgency"]]
    ]

    assert len(over) <= 0.15 * len(VIGNETTES["vignettes"]), over


def check(findings: dict[str, str]) -> Urgency:
    """Hold a whole check with a person who has these findings and answers truthfully."""
    person = answered(findings)
    given: dict[str, Answer] = {}
    while (pending := next_question(given)) is not None:
        given[pending] = person.get(pending, Answer.NO)
    return assess(given).urgency


@pytest.mark.parametrize("vignette", VIGNETTES["vignettes"], ids=lambda v: v["id"])
def test_no_vignette_is_under_triaged_by_a_whole_check(vignette: dict[str, Any]) -> None:
    """What the conversation asks finds what all answers together would."""
    assert check(vignette["findings"]) >= URGENCIES[vignette["min_urgency"]]


def test_at_most_15_percent_of_the_vignettes_are_over_triaged_by_a_whole_check() -> None:
    """The same price through the conversation."""
    over = [v["id"] for v in VIGNETTES["vignettes"] if check(v["findings"]) > URGENCIES[v["max_urgency"]]]

    assert len(over) <= 0.15 * len(VIGNETTES["vignettes"]), over


def test_every_finding_of_a_question_is_in_the_vocabulary() -> None:
    """No question covers a finding that the vignettes do not know."""
    known = set(VIGNETTES["finding_keys"])

    assert {finding for question in QUESTIONS for finding in question.findings} <= known


def test_every_rule_names_sources_that_exist() -> None:
    """A rule without a public source is an opinion."""
    publishers = load("en-US").publishers

    for rule in RULES:
        assert rule.sources
        assert set(rule.sources) <= set(publishers)


def test_every_rule_has_a_name_of_its_own() -> None:
    """A hazard, a sheet and a clinician can say which rule they mean."""
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_the_reasons_are_answers_that_were_given() -> None:
    """`because` never names a question that was not asked."""
    assessment = assess({"tenderness": Answer.YES, "kept_still": Answer.YES})

    assert assessment.urgency is Urgency.SAME_DAY
    assert set(assessment.because) == {"tenderness", "kept_still"}
