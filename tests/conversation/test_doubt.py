"""A cry that may not be of now, or of the person with the leg: "Is that so now?"."""

import pytest

from skill.dialogue.conversation import step
from skill.dialogue.turns import (
    AskedHelp,
    AskedHow,
    AskedRepeat,
    AskedTopic,
    AskedWhy,
    Corrected,
    CriedForHelp,
    CriedInDoubt,
    Described,
    Launched,
    Missed,
    SpokeOtherLanguage,
    Stopped,
    Thanked,
    Turn,
    Unknown,
    WentBack,
)
from skill.rules.questions import Answer
from skill.rules.triage import Urgency

from .walk import NO, SAME_DAY, SELF_CARE, TO_SWELLING, UNSURE, WITHIN_DAYS, YES, about, after, asked, names

FAINTED = CriedInDoubt(("collapse.faint",))
IN_DOUBT: tuple[Turn, ...] = (*TO_SWELLING, YES, FAINTED)


@pytest.mark.parametrize("before", [(), TO_SWELLING, SAME_DAY])
def test_a_cry_in_doubt_names_the_number_and_asks_whether_it_is_so_now(before: tuple[Turn, ...]) -> None:
    """No alarm yet, and no answer."""
    state, reply = after(*before, FAINTED)

    assert names(reply)[-1] == "prompts.in_doubt.say"
    assert asked(reply).id == "is_it_now"
    assert state.waiting == "now"
    assert state.given == after(*before)[0].given
    assert reply.tells is None


def test_a_doubt_names_what_was_heard() -> None:
    """Who was misheard can tell; a cry without a cause is given none."""
    assert about(after(FAINTED)[1], "heard") == ("collapse.faint",)
    assert names(after(CriedInDoubt(("help",)))[1]) == ["prompts.in_doubt.say"]
    assert names(after(CriedInDoubt())[1]) == ["prompts.in_doubt.say"]


def test_yes_it_is_so_now_is_the_alarm() -> None:
    """And what was cried is named in it."""
    state, reply = after(*IN_DOUBT, YES)

    assert reply.tells is state.told is Urgency.EMERGENCY_NOW
    assert about(reply, "heard") == ("collapse.faint",)


@pytest.mark.parametrize("turn", [NO, Corrected(Answer.NO), WentBack()])
def test_no_it_is_not_so_now_goes_on_where_it_was(turn: Turn) -> None:
    """Nothing is recorded: it was no answer to the question that waits."""
    before, _ = after(*TO_SWELLING, YES)
    state, reply = after(*IN_DOUBT, turn)

    assert state.given == before.given
    assert asked(reply).id == "warmth"


@pytest.mark.parametrize("told", [SAME_DAY, WITHIN_DAYS, SELF_CARE])
def test_no_it_is_not_so_now_after_the_result_leads_back_to_the_offer(told: tuple[Turn, ...]) -> None:
    """The result stands."""
    before, first = after(*told)
    state, reply = after(*told, FAINTED, NO)

    assert state.told is before.told
    assert asked(reply) == asked(first)


def test_not_sure_whether_it_is_so_now_is_a_red_flag_in_doubt() -> None:
    """Unsure is never a no."""
    assert after(Launched(), FAINTED, UNSURE)[0].answers == {"collapse": Answer.UNSURE}
    assert after(*IN_DOUBT, UNSURE)[1].tells is Urgency.EMERGENCY_NOW


def test_not_sure_about_a_cry_that_no_question_asks_for_is_an_alarm() -> None:
    """It cannot be recorded, so it is not risked."""
    assert after(*TO_SWELLING, CriedInDoubt(("stroke",)), UNSURE)[1].tells is Urgency.EMERGENCY_NOW


@pytest.mark.parametrize("aside", [AskedHelp(), AskedWhy(), AskedHow(), AskedRepeat(), Thanked(), Unknown()])
def test_an_aside_leaves_the_doubt_waiting(aside: Turn) -> None:
    """Is that so now? is asked until it is answered."""
    state, reply = after(*IN_DOUBT, aside)

    assert state.waiting == "now"
    assert asked(reply).id == "is_it_now"


@pytest.mark.parametrize(
    "turn",
    [Described(("pain",)), Described(unsure=("pain",)), Corrected(Answer.YES, "swelling"), Described((), ("pain",))],
)
def test_a_sign_told_while_a_doubt_waits_does_not_make_it_forgotten(turn: Turn) -> None:
    """Rule 10: what is not about it changes no question that waits."""
    state, reply = after(*IN_DOUBT, turn)

    assert state.waiting == "now"
    assert asked(reply).id == "is_it_now"


@pytest.mark.parametrize("answer", Answer)
def test_an_answer_with_a_sign_answers_the_doubt_and_not_the_question_behind_it(answer: Answer) -> None:
    """No, and it hurts too: the no is not about the warmth, which was not asked just now."""
    state, _ = after(*IN_DOUBT, Described(("pain",), answer=answer))

    assert "warmth" not in state.answers


def test_a_doubt_that_is_not_answered_three_times_ends_with_safe_advice() -> None:
    """As any question does; it is no answer."""
    state, reply = after(*IN_DOUBT, Missed(), SpokeOtherLanguage(), Missed())

    assert reply.ask is None
    assert {"prompts.lost.say", "prompts.lost_advice.say"} <= set(names(reply))
    assert state.given == after(*TO_SWELLING, YES)[0].given


def test_a_real_cry_ends_the_doubt() -> None:
    """I did faint once; and now: I cannot breathe."""
    _, reply = after(*IN_DOUBT, CriedForHelp(("breathing.breath",)))

    assert about(reply, "heard") == ("breathing.breath",)
    assert reply.tells is Urgency.EMERGENCY_NOW


def test_a_second_doubt_takes_the_place_of_the_first() -> None:
    """One question waits at a time."""
    state, _ = after(*IN_DOUBT, CriedInDoubt(("breathing.chest",)))

    assert state.now == ("breathing.chest",)


def test_leaving_with_a_doubt_names_the_number() -> None:
    """Stopping is no yes and no no."""
    _, reply = after(*IN_DOUBT, Stopped())

    assert reply.ask is None
    assert names(reply)[-1] == "prompts.goodbye.say"


def test_a_question_of_their_own_does_not_end_the_doubt() -> None:
    """It is answered, and then it is asked again."""
    state, _ = step(after(*IN_DOUBT)[0], AskedTopic("blood_clot"))

    assert state.waiting == "now"


def test_a_doubt_puts_an_are_you_sure_aside() -> None:
    """What may be dangerous goes first."""
    state, _ = after(*TO_SWELLING, Stopped(plainly=False), FAINTED)

    assert state.waiting == "now"
    assert after(*TO_SWELLING, Stopped(plainly=False), FAINTED, NO)[0].waiting == "swelling"
