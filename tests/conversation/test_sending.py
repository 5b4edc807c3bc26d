"""Cards in a conversation: one with each result and each topic, and "send it to my phone"."""

import pytest

from skill.dialogue.conversation import step
from skill.dialogue.turns import (
    AskedCard,
    AskedHelp,
    AskedRepeat,
    AskedSummary,
    AskedTopic,
    CriedForHelp,
    CriedInDoubt,
    Launched,
    Stopped,
    Turn,
)

from .walk import ALARM, NO, SAME_DAY, SELF_CARE, TO_SWELLING, UNSURE, WITHIN_DAYS, YES, after, asked, names

WITH_A_SIGN: tuple[Turn, ...] = (*TO_SWELLING, YES)


def on_card(*turns: Turn) -> list[str]:
    """Name what stands on the card of the last reply."""
    card = after(*turns)[1].card
    assert card is not None
    return [f"{line.section}.{line.id}" for line in card.text]


@pytest.mark.parametrize("turns", [ALARM, SAME_DAY, WITHIN_DAYS, SELF_CARE])
def test_a_result_sends_the_card_of_what_it_tells(turns: tuple[Turn, ...]) -> None:
    """With the turn that tells it."""
    told = after(*turns)[0].told

    assert told is not None
    assert on_card(*turns) == [f"outcomes.{told.id}"]


def test_leaving_with_a_sign_sends_the_card_of_its_advice() -> None:
    """And leaving without one sends none: that would be a result."""
    assert on_card(*WITH_A_SIGN, Stopped()) == ["outcomes.same_day"]
    assert after(*TO_SWELLING, Stopped())[1].card is None


@pytest.mark.parametrize("turns", [(), (Launched(),), WITH_A_SIGN, SAME_DAY, SELF_CARE])
def test_a_topic_sends_its_card_wherever_it_is_asked(turns: tuple[Turn, ...]) -> None:
    """Before, in and after a check."""
    assert on_card(*turns, AskedTopic("blood_clot")) == ["topics.blood_clot", "prompts.card_urgent"]


@pytest.mark.parametrize("turn", [NO, YES, UNSURE, AskedHelp(), AskedRepeat(), AskedSummary()])
def test_nothing_else_sends_a_card_in_mid_check(turn: Turn) -> None:
    """What to tell the doctor is only spoken, unless it is to be sent."""
    assert after(*WITH_A_SIGN, turn)[1].card is None


def test_what_to_tell_the_doctor_is_sent_when_asked_for() -> None:
    """The voice says so, and the question that waits is put again; no answer has changed."""
    before, _ = after(*WITH_A_SIGN)
    state, reply = step(before, AskedCard())

    assert on_card(*WITH_A_SIGN, AskedCard())[:1] == ["prompts.for_doctor"]
    assert names(reply) == ["prompts.sent.say"]
    assert asked(reply).id == "warmth"
    assert state.given == before.given


@pytest.mark.parametrize("turns", [SAME_DAY, WITHIN_DAYS])
def test_after_a_result_the_advice_is_sent_along(turns: tuple[Turn, ...]) -> None:
    """So that one card holds what is needed on the phone."""
    told = after(*turns)[0].told

    assert told is not None
    assert on_card(*turns, AskedCard())[-1] == f"outcomes.{told.id}"


def test_without_a_sign_the_advice_alone_is_sent() -> None:
    """There are no answers to tell."""
    assert on_card(*SELF_CARE, AskedCard()) == ["outcomes.self_care"]


@pytest.mark.parametrize("turns", [(), (Launched(),), TO_SWELLING, (AskedTopic("blood_clot"),)])
def test_before_any_sign_nothing_is_sent(turns: tuple[Turn, ...]) -> None:
    """It says when it can be, and keeps the conversation open."""
    _, reply = after(*turns, AskedCard())

    assert names(reply) == ["prompts.nothing_to_send.say"]
    assert reply.card is None
    assert reply.ask is not None


@pytest.mark.parametrize("turns", [(CriedForHelp(),), ALARM])
def test_after_an_alarm_the_action_comes_before_any_card(turns: tuple[Turn, ...]) -> None:
    """Nobody is to look at a phone for it."""
    assert names(after(*turns, AskedCard())[1]) == ["outcomes.emergency_now.act"]


def test_a_question_that_waits_is_not_lost_by_sending() -> None:
    """Neither is "Is that so now?"."""
    state, reply = after(*WITH_A_SIGN, CriedInDoubt(("stroke",)), AskedCard())

    assert state.now == ("stroke",)
    assert asked(reply).id == "is_it_now"


def test_what_was_not_sure_is_sent_as_not_sure() -> None:
    """Never as a yes."""
    _, reply = after(*TO_SWELLING, UNSURE, AskedCard())

    assert reply.card is not None
    assert [line.id for line in reply.card.text][:1] == ["for_doctor_unsure"]
