"""Starting over, stopping and another person: asked for once when more than two answers would be lost."""

from itertools import permutations

import pytest

from skill.dialogue.conversation import step
from skill.dialogue.turns import (
    AskedCheck,
    AskedHelp,
    AskedReadback,
    AskedRepeat,
    AskedTopic,
    AskedWhy,
    Corrected,
    CriedForHelp,
    Described,
    ForSomeoneElse,
    ForThemselves,
    Launched,
    Missed,
    StartedOver,
    Stopped,
    Thanked,
    Turn,
    Unknown,
    WentBack,
    WentOn,
)
from skill.rules.questions import SIGNS, Answer
from skill.rules.triage import Urgency

from .walk import NO, SAME_DAY, TO_SWELLING, UNSURE, YES, after, asked, names

MANY: tuple[Turn, ...] = (*TO_SWELLING, YES)
FEW: tuple[Turn, ...] = (Launched(), NO, NO)
IN_PASSING: dict[str, Turn] = {
    "startover": StartedOver(plainly=False),
    "stop": Stopped(plainly=False),
    "other": ForSomeoneElse(plainly=False),
}
PLAINLY = (StartedOver(), Stopped(), ForSomeoneElse())
PAIRS = list(zip(IN_PASSING.values(), PLAINLY, strict=True))


def test_starting_over_forgets_the_answers() -> None:
    """And asks the first question."""
    state, _ = after(*MANY, StartedOver())

    assert state.given == ()
    assert state.asking == "breathing"


@pytest.mark.parametrize(("what", "turn"), list(IN_PASSING.items()))
def test_what_would_lose_answers_in_passing_is_asked_for_once(what: str, turn: Turn) -> None:
    """More than two of them; nothing is done yet."""
    before, _ = after(*MANY)
    state, reply = step(before, turn)

    assert state.waiting == "sure"
    assert asked(reply).id == f"sure_{what}"
    assert state.given == before.given
    assert state.for_other is before.for_other


@pytest.mark.parametrize("turn", PLAINLY)
def test_what_is_said_plainly_is_done_at_once(turn: Turn) -> None:
    """Stop is stop."""
    assert after(*MANY, turn)[0].waiting != "sure"


@pytest.mark.parametrize(("turn", "plain"), PAIRS)
def test_two_answers_are_not_asked_about(turn: Turn, plain: Turn) -> None:
    """There is little to lose."""
    assert after(*FEW, turn) == after(*FEW, plain)


@pytest.mark.parametrize(("turn", "plain"), PAIRS)
def test_yes_i_am_sure_does_what_was_wanted(turn: Turn, plain: Turn) -> None:
    """As if it had been said plainly."""
    assert after(*MANY, turn, YES) == after(*MANY, plain)


@pytest.mark.parametrize("turn", list(IN_PASSING.values()))
@pytest.mark.parametrize("answer", [NO, UNSURE, WentOn(), WentBack(), Corrected(Answer.NO)])
def test_anything_less_than_a_yes_goes_on_where_it_was(turn: Turn, answer: Turn) -> None:
    """The answers are all there, and none is new."""
    before, _ = after(*MANY)
    state, reply = after(*MANY, turn, answer)

    assert state.given == before.given
    assert asked(reply).id == "warmth"


@pytest.mark.parametrize(("turn", "plain"), PAIRS)
def test_whoever_says_it_again_is_sure(turn: Turn, plain: Turn) -> None:
    """It is asked once, not for ever."""
    assert after(*MANY, turn, turn) == after(*MANY, plain)


@pytest.mark.parametrize(("wanted", "said"), list(permutations(IN_PASSING, 2)))
def test_another_wish_is_no_yes_to_the_first_one(wanted: str, said: str) -> None:
    """Do you want to stop here? - Start again: that is no goodbye, but a wish of its own."""
    assert after(*MANY, IN_PASSING[wanted], IN_PASSING[said])[0].sure == said


@pytest.mark.parametrize("turn", [AskedHelp(), AskedWhy(), AskedTopic("blood_clot"), AskedReadback(), Thanked()])
def test_an_aside_puts_an_are_you_sure_aside(turn: Turn) -> None:
    """It is answered, and the check goes on with everything it had."""
    before, _ = after(*MANY)
    state, reply = step(after(*MANY, Stopped(plainly=False))[0], turn)

    assert state.given == before.given
    assert reply.ask is not None


@pytest.mark.parametrize("turn", [AskedRepeat(), Missed(), Unknown()])
def test_an_are_you_sure_that_was_not_heard_is_put_again(turn: Turn) -> None:
    """It is the question that waits."""
    state, reply = after(*MANY, Stopped(plainly=False), turn)

    assert state.waiting == "sure"
    assert asked(reply).id == "sure_stop"


@pytest.mark.parametrize("answer", Answer)
def test_an_answer_with_a_sign_is_no_answer_to_the_question_behind_an_are_you_sure(answer: Answer) -> None:
    """No, my leg hurts: the no is not about the warmth, which was not asked just now."""
    state, _ = after(*MANY, Stopped(plainly=False), Described(("pain",), answer=answer))

    assert "warmth" not in state.answers


def test_emergency_words_end_an_are_you_sure() -> None:
    """As they end everything."""
    assert after(*MANY, Stopped(plainly=False), CriedForHelp())[1].tells is Urgency.EMERGENCY_NOW


@pytest.mark.parametrize("turn", [AskedCheck(), StartedOver(), ForSomeoneElse(), ForThemselves()])
def test_a_new_check_begins_with_the_advice_of_the_old_one(turn: Turn) -> None:
    """Whoever was told to be seen today and asks again does not lose it."""
    state, reply = after(*SAME_DAY, turn)

    assert state.given == ()
    assert names(reply)[0] == "outcomes.same_day.remember"


@pytest.mark.parametrize("turn", list(IN_PASSING.values()))
def test_after_the_result_nothing_is_asked_about(turn: Turn) -> None:
    """The answers have done their work."""
    assert after(*SAME_DAY, turn)[0].sure is None


@pytest.mark.parametrize("sign", SIGNS[:3])
def test_stopping_in_mid_check_with_a_sign_says_why_and_where_to_be_seen_today(sign: str) -> None:
    """Whoever leaves with a reason to be seen hears it."""
    _, reply = after(Described((sign,)), Stopped())

    assert "prompts.heard.say" in names(reply)
    assert "outcomes.same_day.act" in names(reply)
    assert reply.tells is Urgency.SAME_DAY
    assert reply.ask is None


def test_stopping_early_says_that_the_check_is_not_finished() -> None:
    """Nobody takes two answers for a result."""
    assert "prompts.unfinished.say" in names(after(Launched(), NO, NO, Stopped())[1])


def test_stopping_with_an_unsure_red_flag_says_to_be_seen_today() -> None:
    """The doubt counts, even before it was asked once more."""
    assert "outcomes.same_day.act" in names(after(Launched(), UNSURE, Stopped())[1])


def test_leaving_with_a_red_flag_in_doubt_and_a_sign_is_an_emergency() -> None:
    """What was said comes to one."""
    state, reply = after(Described(("swelling",)), UNSURE, Stopped())

    assert reply.tells is state.told is Urgency.EMERGENCY_NOW


def test_leaving_without_any_sign_sends_no_card() -> None:
    """There is nothing to be seen for yet."""
    assert after(Launched(), NO, Stopped())[1].tells is None
