"""Changing an answer: by name, without one, and by going back. A yes is never taken away without being asked."""

import pytest

from skill.dialogue.turns import (
    AskedReadback,
    Corrected,
    Described,
    Launched,
    Missed,
    Turn,
    WentBack,
)
from skill.rules.questions import BY_ID, RED_FLAGS, Answer
from skill.rules.triage import Urgency

from .walk import NO, SAME_DAY, SELF_CARE, TO_SWELLING, UNSURE, YES, about, after, asked, names


@pytest.mark.parametrize("said", [YES, UNSURE])
def test_a_sign_changed_to_no_by_its_name_is_asked_again(said: Turn) -> None:
    """Change the swelling to no: it is put once more, and nothing else is lost."""
    state, _ = after(*TO_SWELLING, said, NO, Corrected(Answer.NO, "swelling"))

    assert state.asking == "swelling"
    assert state.answers["warmth"] is Answer.NO
    assert after(*TO_SWELLING, said, NO, Corrected(Answer.NO, "swelling"), NO)[0].answers["swelling"] is Answer.NO


def test_a_named_answer_is_changed_to_yes_in_place_and_read_back() -> None:
    """Change the swelling to yes, three questions later: it can only raise the urgency."""
    state, reply = after(*TO_SWELLING, NO, NO, NO, Corrected(Answer.YES, "swelling"))

    assert state.answers["swelling"] is Answer.YES
    assert state.assessment.urgency is Urgency.SAME_DAY
    assert about(reply, "corrected") == ("swelling",)


@pytest.mark.parametrize("flag", RED_FLAGS)
def test_a_red_flag_changed_to_yes_by_its_name_is_the_alarm(flag: str) -> None:
    """Change the breathing to yes."""
    assert after(*TO_SWELLING, Corrected(Answer.YES, flag))[1].tells is Urgency.EMERGENCY_NOW


def test_a_no_to_a_question_that_was_not_asked_yet_is_not_recorded() -> None:
    """Change the foot to no, before it was asked: it is still asked."""
    assert "foot" not in after(Described(("swelling",)), Corrected(Answer.NO, "foot"))[0].answers


@pytest.mark.parametrize("answer", Answer)
@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_correction_without_a_name_never_changes_a_red_flag(count: int, answer: Answer) -> None:
    """I meant yes, right after a red flag: it is asked again, and nothing is recorded."""
    before, _ = after(Launched(), *[NO] * count)
    state, reply = after(Launched(), *[NO] * count, Corrected(answer))

    assert reply.tells is None
    assert all(state.answers[flag] is before.answers[flag] for flag in state.answers)
    if answer is not Answer.NO:
        assert asked(reply).id == RED_FLAGS[count - 1]


def test_i_meant_no_asks_the_last_question_again() -> None:
    """A word that was misheard takes no sign away unasked."""
    state, _ = after(*TO_SWELLING, YES, Corrected(Answer.NO))

    assert state.asking == "swelling"
    assert after(*TO_SWELLING, YES, Corrected(Answer.NO), NO)[0].answers["swelling"] is Answer.NO


@pytest.mark.parametrize("last", [YES, UNSURE])
@pytest.mark.parametrize("between", [(), (Missed(),), (Described(denied=("tenderness",)),), (AskedReadback(),)])
def test_i_meant_no_never_turns_a_sign_to_no(last: Turn, between: tuple[Turn, ...]) -> None:
    """Yeah, nah: it may be meant for the question that waits."""
    state, _ = after(*TO_SWELLING, last, *between, Corrected(Answer.NO))

    assert state.answers.get("swelling") is not Answer.NO


def test_i_meant_not_sure_after_a_yes_asks_again() -> None:
    """Nothing takes a sign away unheard."""
    assert after(*TO_SWELLING, YES, Corrected(Answer.UNSURE))[0].asking == "swelling"


def test_i_meant_yes_changes_a_no_to_a_sign_at_once() -> None:
    """It can only raise the urgency."""
    state, _ = after(*TO_SWELLING, NO, Corrected(Answer.YES))

    assert state.answers["swelling"] is Answer.YES
    assert state.asking == "warmth"


def test_i_said_yes_to_the_first_question_answers_it() -> None:
    """There is nothing before it that could be meant."""
    assert after(Launched(), Corrected(Answer.YES))[1].tells is Urgency.EMERGENCY_NOW


def test_a_correction_right_after_an_explanation_answers_what_was_explained() -> None:
    """Not the question before it."""
    assert after(Launched(), NO, UNSURE, Corrected(Answer.YES))[1].tells is Urgency.EMERGENCY_NOW
    assert after(Launched(), NO, UNSURE, Corrected(Answer.NO))[0].answers["collapse"] is Answer.NO


def test_i_meant_no_after_a_named_sign_and_a_doubt_answers_the_doubt() -> None:
    """The sign that was named stays."""
    state, _ = after(Described(("swelling",)), UNSURE, Corrected(Answer.NO))

    assert state.answers == {"swelling": Answer.YES, "breathing": Answer.NO}


def test_the_last_answer_is_the_last_one_said() -> None:
    """Change the swelling to yes, then: actually no."""
    state, _ = after(*TO_SWELLING, NO, NO, Corrected(Answer.YES, "swelling"), Corrected(Answer.NO))

    assert state.asking == "swelling"
    assert state.answers["warmth"] is Answer.NO


def test_actually_yes_after_the_result_asks_the_last_question_again() -> None:
    """It may be a yes to the offer: no false alarm, and nothing lost."""
    state, reply = after(*SAME_DAY, Corrected(Answer.YES))

    assert reply.tells is None
    assert state.asking == "care"


def test_a_correction_after_the_result_gives_a_new_result() -> None:
    """The read-back at the end can be corrected before acting."""
    state, reply = after(*SELF_CARE, Corrected(Answer.YES, "swelling"))

    assert reply.tells is state.told is Urgency.SAME_DAY
    assert about(reply, "heard") == ("swelling",)


@pytest.mark.parametrize(("sign", "then"), [("tenderness", "kept_still"), ("both_or_cramps", "both_new")])
def test_a_correction_after_the_result_says_what_outdoes_it_before_the_next_question(sign: str, then: str) -> None:
    """The person may not stay for the questions that only this sign brings."""
    state, reply = after(*SELF_CARE, Corrected(Answer.YES, sign))

    assert state.asking == then
    assert about(reply, "corrected") == (sign,)
    assert "outcomes.within_days.remember" in names(reply)


def test_a_sign_taken_back_after_the_result_is_asked_and_the_result_told_anew() -> None:
    """Change the swelling to no, after: be seen today."""
    state, reply = after(*SAME_DAY, Corrected(Answer.NO, "swelling"))

    assert state.told is None
    assert asked(reply).id == "swelling"


def test_going_back_undoes_the_last_answer_and_asks_it_again() -> None:
    """Back from swelling is the foot."""
    state, _ = after(*TO_SWELLING, WentBack())

    assert state.asking == "foot"
    assert "foot" not in state.answers


def test_going_back_two_undoes_two_answers() -> None:
    """Back two from swelling is collapse."""
    assert after(*TO_SWELLING, WentBack(2))[0].asking == "collapse"


def test_going_back_further_than_there_are_answers_begins_at_the_first_question() -> None:
    """Go back five, after two answers."""
    assert after(Launched(), NO, NO, WentBack(5))[0].given == ()


def test_going_back_at_the_first_question_stays_there() -> None:
    """There is nothing to undo."""
    state, reply = after(Launched(), WentBack())

    assert state.asking == "breathing"
    assert names(reply) == ["prompts.first_question.say"]


def test_going_back_from_an_explained_red_flag_asks_it_afresh() -> None:
    """The explanation is undone first, not the answer before it."""
    state, _ = after(Launched(), NO, UNSURE, WentBack())

    assert state.asking == "collapse"
    assert state.answers == {"breathing": Answer.NO}
    assert not state.doubted


def test_going_back_at_the_first_question_undoes_its_explanation() -> None:
    """Unsure is taken back too."""
    assert not after(Launched(), UNSURE, WentBack())[0].doubted


def test_going_back_after_the_result_reopens_the_last_question() -> None:
    """Before acting the person can still correct."""
    assert after(*SAME_DAY)[0].told is Urgency.SAME_DAY
    state, _ = after(*SAME_DAY, WentBack())

    assert state.told is None
    assert state.asking == "care"


@pytest.mark.parametrize("question", RED_FLAGS)
def test_going_back_to_a_question_by_its_name_asks_that_one_and_loses_no_other(question: str) -> None:
    """Go back to the breathing, three questions later."""
    before, _ = after(*TO_SWELLING, YES)
    state, _ = after(*TO_SWELLING, YES, WentBack(question=question))

    assert state.asking == question
    assert dict(before.answers) == {**state.answers, question: Answer.NO}


@pytest.mark.parametrize("question", [q for q in BY_ID if q not in (*RED_FLAGS, "swelling")])
def test_going_back_to_a_question_that_was_not_asked_yet_loses_nothing(question: str) -> None:
    """There is nothing to ask again."""
    before, _ = after(*TO_SWELLING)
    state, _ = after(*TO_SWELLING, WentBack(question=question))

    assert state.given == before.given
    assert state.asking == "swelling"


@pytest.mark.parametrize("turn", [AskedReadback(), Corrected(Answer.YES)])
def test_asking_whether_a_sign_was_noted_changes_nothing(turn: Turn) -> None:
    """Did I say yes to swelling? And: I said yes, to a yes."""
    before, _ = after(*TO_SWELLING, YES)

    assert after(*TO_SWELLING, YES, turn)[0].given == before.given
