"""Every row of skill/rules, against tests/cases/rules.yaml."""

import itertools
from collections.abc import Iterator
from typing import Any

import pytest

from skill.rules.circumstances import circumstances
from skill.rules.interview import next_question, questions_left
from skill.rules.questions import ASKED, BY_ID, TELLABLE, Answer, Answers
from skill.rules.reminders import reminders_for
from skill.rules.triage import Assessment, Urgency, assess
from skill.words.library import load
from tests.conftest import URGENCIES, cases

TABLE: dict[str, Any] = cases("cases/rules.yaml")
TIPS = load("en-US").tips
MAYBE = (Answer.YES, Answer.UNSURE)


def given(plain: dict[str, Any]) -> dict[str, Answer]:
    """Turn the answers of a table into answers; YAML reads a bare yes and no as true and false."""
    words = {True: "yes", False: "no"}
    return {question: Answer(words.get(answer, answer)) for question, answer in plain.items()}


ALONE = {
    (question, answer): URGENCIES[urgency]
    for question, urgencies in TABLE["alone"].items()
    for answer, urgency in zip(MAYBE, urgencies, strict=True)
}


def raised() -> dict[Any, Urgency]:
    """Give the pairs of (question, answer) that come to more together, each in both orders."""
    found = {}
    for rule in TABLE["together"]:
        sides = [
            [
                (question, *given({question: answer}).values())
                for question, answers in side.items()
                for answer in answers
            ]
            for side in (rule["one"], rule["other"])
        ]
        for one, other in itertools.product(*sides):
            found[one, other] = found[other, one] = URGENCIES[rule["urgency"]]
    return found


TOGETHER = raised()


def pairs() -> Iterator[tuple[tuple[str, Answer], tuple[str, Answer]]]:
    """Give every pair of answers to two questions, in both orders."""
    return ((one, other) for one, other in itertools.permutations(ALONE, 2) if one[0] != other[0])


def test_the_table_names_every_question_in_the_order_asked() -> None:
    """What is asked, then what is only told."""
    assert tuple(TABLE["questions"]) == (*ASKED, *TELLABLE) == tuple(BY_ID)
    assert list(TABLE["alone"]) == list(BY_ID)


@pytest.mark.parametrize("question", TABLE["questions"])
def test_what_a_question_is_about(question: str) -> None:
    """Its kind, its findings, its parts."""
    said = BY_ID[question]

    assert {"kind": said.kind, "findings": list(said.findings), "parts": list(said.parts)} == TABLE["questions"][
        question
    ]


@pytest.mark.parametrize(("question", "answer"), ALONE)
def test_what_one_answer_comes_to(question: str, answer: Answer) -> None:
    """Alone, and because of itself."""
    urgency = ALONE[question, answer]

    assert assess({question: answer}) == Assessment(urgency, (question,) if urgency else ())


def test_a_no_comes_to_nothing() -> None:
    """To any question."""
    assert all(assess({question: Answer.NO}) == Assessment(Urgency.SELF_CARE, ()) for question in BY_ID)


def test_what_two_answers_come_to() -> None:
    """Every pair: what the table says of both, else what the more urgent one comes to, and because of what."""
    for one, other in pairs():
        alone = max(ALONE[one], ALONE[other])
        urgency = TOGETHER.get((one, other), alone)
        because = (one, other) if urgency > alone else tuple(x for x in (one, other) if alone and ALONE[x] is alone)

        assert assess(dict((one, other))) == Assessment(urgency, tuple(question for question, _ in because)), (
            one,
            other,
        )


def check(told: Answers, says: Answers) -> list[str]:
    """Hold a check. Returns what was asked."""
    answers, asks = dict(told), list[str]()
    while (pending := next_question(answers)) is not None:
        answers[pending] = says.get(pending, Answer.NO)
        asks.append(pending)
    return asks


@pytest.mark.parametrize("case", TABLE["asked"], ids=lambda case: case["claim"])
def test_what_is_asked(case: dict[str, Any]) -> None:
    """Each case is a whole check: no question more, none less, in this order."""
    assert check(given(case.get("told", {})), given(case.get("says", {}))) == case["asks"]


@pytest.mark.parametrize("case", TABLE["asked"], ids=lambda case: case["claim"])
def test_how_many_questions_are_left(case: dict[str, Any]) -> None:
    """As many as noes would hear from here."""
    told = given(case.get("told", {}))

    assert questions_left(told) == len(check(told, {}))


@pytest.mark.parametrize("case", TABLE["circumstances"], ids=lambda case: str(case["answers"]))
def test_what_changes_whom_to_call(case: dict[str, Any]) -> None:
    """In the order of what tells most."""
    assert list(circumstances(given(case["answers"]))) == case["are"]


@pytest.mark.parametrize("answer", MAYBE)
@pytest.mark.parametrize("sign", TABLE["one_sided"])
def test_a_sign_of_one_leg_is_what_a_check_is_about(sign: str, answer: Answer) -> None:
    """Beside it neither a fever nor another place nor both legs is the point; a no to it changes nothing."""
    others = dict.fromkeys(("unwell", "elsewhere", "both_or_cramps"), Answer.YES)

    assert circumstances({**others, sign: answer}) == ()
    assert circumstances({**others, sign: Answer.NO}) == circumstances(others)


@pytest.mark.parametrize("case", TABLE["reminders"], ids=lambda case: f"{case['urgency']} {case['answers']}")
def test_which_tips_fit(case: dict[str, Any]) -> None:
    """The most fitting first, each once."""
    assert list(reminders_for(TIPS, given(case["answers"]), URGENCIES[case["urgency"]])) == case["fit"]


@pytest.mark.parametrize("urgency", Urgency)
def test_an_urgency_is_named_in_small_letters(urgency: Urgency) -> None:
    """As the contract spells it."""
    assert urgency.id in ("emergency_now", "same_day", "within_days", "self_care")


def test_urgencies_are_in_order() -> None:
    """So that the higher of two is the more urgent."""
    assert sorted(URGENCIES, key=lambda name: URGENCIES[name]) == [
        "self_care",
        "within_days",
        "same_day",
        "emergency_now",
    ]
