"""A second launch in one session: nothing that was said is lost without being asked."""

import pytest

from skill.dialogue.conversation import step
from skill.dialogue.turns import (
    AskedPrevention,
    AskedTopic,
    CriedForHelp,
    CriedInDoubt,
    Described,
    Launched,
    StartedOver,
    Stopped,
    Turn,
)
from skill.rules.questions import Answer
from skill.rules.triage import Urgency

from .walk import ALARM, NO, SAME_DAY, TO_SWELLING, UNSURE, WITHIN_DAYS, YES, after, asked, names

IN_MID_CHECK: list[tuple[Turn, ...]] = [
    (Launched(), NO),
    (*TO_SWELLING, YES),
    (Described(("swelling",)),),
    (Launched(), UNSURE),
    (Launched(), Described(parts=("breath",))),
]


@pytest.mark.parametrize("turns", IN_MID_CHECK)
def test_a_launch_in_mid_check_asks_before_it_starts_anew(turns: tuple[Turn, ...]) -> None:
    """Nothing is lost yet, whatever was said so far."""
    before, _ = after(*turns)
    state, reply = step(before, Launched())

    assert state.given == before.given
    assert asked(reply).id == "sure_startover"


@pytest.mark.parametrize("turns", IN_MID_CHECK)
def test_a_no_carries_on_where_it_was(turns: tuple[Turn, ...]) -> None:
    """With the question that waited, and a doubt or a part that was denied still there."""
    before, _ = after(*turns)
    state, _ = step(step(before, Launched())[0], NO)

    assert (state.given, state.asking) == (before.given, before.asking)
    assert (state.doubted, state.parts) == (before.doubted, before.parts)


def test_a_yes_starts_anew() -> None:
    """From the first question."""
    state, reply = after(*TO_SWELLING, YES, Launched(), YES)

    assert state.given == ()
    assert asked(reply).id == "breathing"


@pytest.mark.parametrize("turns", [(), (Launched(),), (AskedTopic("blood_clot"),), (AskedPrevention(),)])
def test_a_launch_before_any_answer_opens_the_check(turns: tuple[Turn, ...]) -> None:
    """There is nothing to ask about."""
    state, reply = after(*turns, Launched())

    assert names(reply) == ["prompts.welcome.say"]
    assert state.asking == "breathing"


@pytest.mark.parametrize("turns", [SAME_DAY, WITHIN_DAYS])
def test_a_launch_after_a_result_starts_anew_and_says_the_advice_once_more(turns: tuple[Turn, ...]) -> None:
    """The check was done; the next may be for another person."""
    told = after(*turns)[0].told
    state, reply = after(*turns, Launched())

    assert told is not None
    assert names(reply) == [f"outcomes.{told.id}.remember", "prompts.welcome.say"]
    assert state.given == ()


@pytest.mark.parametrize("turns", [ALARM, (*TO_SWELLING, YES, CriedForHelp(("stroke",)))])
def test_a_launch_after_an_alarm_gives_the_alarm_again(turns: tuple[Turn, ...]) -> None:
    """It is not over because somebody asks anew; the answers are kept, and starting over still works."""
    before, _ = after(*turns)
    state, reply = step(before, Launched())

    assert reply.tells is state.told is Urgency.EMERGENCY_NOW
    assert state.given == before.given
    assert step(state, StartedOver())[0].given == ()


def test_a_launch_does_not_answer_is_that_so_now() -> None:
    """The number is named once more, and the question is put again."""
    state, reply = after(*TO_SWELLING, CriedInDoubt(("stroke",)), Launched())

    assert state.now == ("stroke",)
    assert names(reply) == ["prompts.in_doubt.say"]


def test_a_launch_while_are_you_sure_waits_puts_it_again() -> None:
    """Two launches in a row lose nothing, and one after a half-hearted stop does not turn it into something else."""
    for drastic, waits in ((Launched(), "sure_startover"), (Stopped(plainly=False), "sure_stop")):
        state, reply = after(*TO_SWELLING, YES, drastic, Launched())

        assert state.answers["swelling"] is Answer.YES
        assert asked(reply).id == waits


def test_stop_right_after_an_alarm_says_what_to_do_in_one_sentence() -> None:
    """And closes."""
    _, reply = after(*ALARM, Stopped())

    assert names(reply) == ["outcomes.emergency_now.act"]
    assert reply.ask is None
