"""Slower, faster: how somebody wants to be spoken to holds for the rest of the session."""

import pytest

from skill.dialogue.conversation import step
from skill.dialogue.turns import (
    AskedCheck,
    AskedPace,
    AskedRepeat,
    AskedTopic,
    CriedInDoubt,
    ForSomeoneElse,
    Launched,
    StartedOver,
    Stopped,
    Turn,
    WentBack,
)

from .walk import ALARM, NO, SAME_DAY, SELF_CARE, TO_SWELLING, YES, after, asked, names

SLOWER, FASTER = AskedPace(slow=True), AskedPace(slow=False)


def test_slower_repeats_the_question_slowly() -> None:
    """In the same words, and no answer changes."""
    before, put = after(*TO_SWELLING)
    state, reply = step(before, SLOWER)

    assert reply.slow
    assert reply.lines == (asked(put),)
    assert state.given == before.given


@pytest.mark.parametrize("turns", [SAME_DAY, SELF_CARE])
def test_slower_after_a_result_tells_the_result_slowly(turns: tuple[Turn, ...]) -> None:
    """From the beginning."""
    _, told = after(*turns)
    _, reply = after(*turns, SLOWER)

    assert reply.slow
    assert reply.say == told.say


@pytest.mark.parametrize(
    "turn",
    [
        NO,
        YES,
        AskedTopic("blood_clot"),
        WentBack(),
        StartedOver(),
        AskedCheck(),
        ForSomeoneElse(),
        Launched(),
        Stopped(),
    ],
)
def test_all_that_follows_is_slow_too(turn: Turn) -> None:
    """Nobody need ask twice, not even after starting over."""
    state, reply = after(Launched(), NO, SLOWER, turn)

    assert reply.slow
    assert state.slow


def test_faster_goes_back_to_the_usual_pace() -> None:
    """With the question once more, and for all that follows."""
    _, reply = after(*TO_SWELLING, SLOWER, FASTER)

    assert not reply.slow
    assert asked(reply).id == "swelling"
    assert not after(*TO_SWELLING, SLOWER, FASTER, NO)[1].slow


def test_faster_after_many_repeats_is_not_slow() -> None:
    """A third repeat would be."""
    assert after(*TO_SWELLING, AskedRepeat(), AskedRepeat())[1].slow
    assert not after(*TO_SWELLING, AskedRepeat(), AskedRepeat(), FASTER)[1].slow


def test_slower_at_once_opens_the_check_slowly() -> None:
    """Before anything was asked."""
    state, reply = after(SLOWER)

    assert state.asking == "breathing"
    assert names(reply) == ["prompts.welcome.say"]
    assert reply.slow


def test_slower_after_an_alarm_gives_the_alarm_again() -> None:
    """The action first, and it stays open for whoever was misheard."""
    _, reply = after(*ALARM, SLOWER)

    assert names(reply)[0] == "outcomes.emergency_now.act"
    assert reply.ask is not None


def test_slower_answers_nothing_that_waits() -> None:
    """ "Is that so now?" is put again."""
    state, reply = after(*TO_SWELLING, CriedInDoubt(("stroke",)), SLOWER)

    assert state.now == ("stroke",)
    assert asked(reply).id == "is_it_now"
