"""Which question comes next, and how many there are."""

import pytest

from skill.rules.interview import next_question, questions_left
from skill.rules.questions import ASKED, BY_ID, CORE_SIGNS, QUESTIONS, RED_FLAGS, Answer, Answers, Kind
from skill.rules.triage import Urgency, assess

from .test_safety import paths


def asked(said: dict[str, Answer]) -> list[str]:
    """Hold a check with somebody who says no to everything but `said`."""
    given: dict[str, Answer] = {}
    while (pending := next_question(given)) is not None:
        given[pending] = said.get(pending, Answer.NO)
    return list(given)


def turns_of(path: Answers) -> int:
    """Count the answers of a conversation: the first red flag that stays unsure is asked twice."""
    return len(path) + any(BY_ID[q].kind is Kind.RED_FLAG and a is Answer.UNSURE for q, a in path.items())


def test_red_flags_come_first_then_the_core_signs() -> None:
    """Breathing, collapse and the foot, then swelling, warmth and pain, for everybody."""
    assert asked({})[:6] == [*RED_FLAGS, *CORE_SIGNS]


def test_red_flags_stand_before_every_other_question() -> None:
    """Nothing else is asked before a lung or limb emergency is ruled out as the reason for the call."""
    kinds = [question.kind for question in QUESTIONS]

    assert kinds[: len(RED_FLAGS)] == [Kind.RED_FLAG] * len(RED_FLAGS)
    assert Kind.RED_FLAG not in kinds[len(RED_FLAGS) :]


@pytest.mark.parametrize("flag", RED_FLAGS)
def test_a_red_flag_ends_the_check_on_that_answer(flag: str) -> None:
    """A person with a red flag is sent for help on that very answer."""
    assert asked({flag: Answer.YES})[-1] == flag


@pytest.mark.parametrize("sign", CORE_SIGNS)
@pytest.mark.parametrize("answer", [Answer.YES, Answer.UNSURE])
def test_one_clear_sign_needs_at_most_eight_answers(sign: str, answer: Answer) -> None:
    """A person with one core sign reaches the result in at most eight answers."""
    assert len(asked({sign: answer})) <= 8


def test_no_to_everything_is_at_most_twelve_questions() -> None:
    """A person without any sign is not kept longer than twelve questions."""
    assert len(asked({})) <= 12


def test_nobody_is_asked_more_than_fourteen_times() -> None:
    """Every path; of the red flags that are not sure only the first is explained and asked twice."""
    assert max(map(turns_of, paths())) <= 14


def test_what_changes_whom_to_call_is_known_before_every_result() -> None:
    """A pregnancy, a blood thinner or cancer is asked of everybody who is not sent for help at once."""
    for path in paths():
        assert assess(path).urgency is Urgency.EMERGENCY_NOW or "care" in path


def test_how_ill_the_person_is_is_asked_of_everybody() -> None:
    """A fever needs a look without any sign in a leg."""
    for path in paths():
        assert assess(path).urgency is Urgency.EMERGENCY_NOW or "unwell" in path


def test_what_was_told_is_not_asked_again() -> None:
    """Whoever has told of a pregnancy, cancer or a blood thinner is not asked for them."""
    for told in ("pregnant", "cancer", "thinners"):
        given: dict[str, Answer] = {told: Answer.YES}
        while (pending := next_question(given)) is not None:
            given[pending] = Answer.NO
        assert "care" not in given


def test_travel_and_past_clots_are_asked_only_with_a_sore_spot() -> None:
    """They change nothing else."""
    for path in paths():
        if {"kept_still", "past_clot"} & set(path):
            assert path["tenderness"] is not Answer.NO


def test_every_question_is_asked_in_some_conversation() -> None:
    """No question is dead."""
    assert {question for path in paths() for question in path} == set(ASKED)


def test_the_check_ends_as_soon_as_it_is_an_emergency() -> None:
    """Nothing is asked after an emergency."""
    for path in paths():
        before = list(path)[:-1]
        assert assess({q: path[q] for q in before}).urgency is not Urgency.EMERGENCY_NOW


def test_the_questions_that_are_left_are_those_that_noes_would_hear() -> None:
    """From the first to the last; what was answered is not counted."""
    given: dict[str, Answer] = {}
    left = questions_left(given)
    while (pending := next_question(given)) is not None:
        assert questions_left(given) == left - len(given)
        given[pending] = Answer.NO

    assert questions_left(given) == 0
    assert questions_left({RED_FLAGS[0]: Answer.YES}) == 0
