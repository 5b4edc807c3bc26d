"""The result, what comes with it, and the reminders that are offered after it."""

import pytest

from skill.dialogue.conversation import step
from skill.dialogue.result import result_lines
from skill.dialogue.state import State
from skill.dialogue.turns import Answered, WentOn
from skill.rules.questions import Answer
from skill.rules.triage import Urgency

from .walk import NO, SAME_DAY, SELF_CARE, UNSURE, YES, after, asked, names


def test_a_result_reads_back_then_says_what_to_do_then_when_it_is_an_emergency() -> None:
    """What I heard, what it can mean, what to do, when it gets worse, then a reminder and an offer."""
    _, reply = after(*SAME_DAY)

    assert names(reply) == [
        "prompts.heard.say",
        "outcomes.same_day.means",
        "outcomes.same_day.act",
        "outcomes.same_day.worse",
        "reminders.wait_safely.short",
    ]
    assert asked(reply).id == "offer"


def test_a_result_that_got_lost_is_told() -> None:
    """Complete answers without a result never end in small talk."""
    lost = State(given=tuple((q, Answer.NO) for q in after(*SELF_CARE)[0].answers), started=True)

    assert step(lost, YES)[1].card is Urgency.SELF_CARE


def test_at_most_three_answers_are_read_back_and_two_unsure_ones() -> None:
    """More do not stay in anyone's head."""
    signs = ("swelling", "warmth", "pain", "colour", "veins")
    clear = State(tuple((sign, Answer.YES) for sign in signs))
    unsure = State(tuple((sign, Answer.UNSURE) for sign in signs))

    assert result_lines(clear)[0].about == signs[:3]
    assert result_lines(unsure)[0].about == signs[:2]


@pytest.mark.parametrize("answer", [YES, UNSURE])
def test_a_cramp_gets_the_reminder_about_stretching(answer: Answered) -> None:
    """The reminder is chosen for this person; a perhaps chooses it too."""
    _, reply = after(*SELF_CARE[:-1], answer, NO)

    assert "reminders.stretch.short" in names(reply)


def test_no_to_another_reminder_says_goodbye() -> None:
    """And closes the session."""
    _, reply = after(*SELF_CARE, NO)

    assert reply.ask is None
    assert "prompts.goodbye.say" in names(reply)


def test_reminders_run_out_and_the_session_closes() -> None:
    """No reminder is said twice, and the last one ends with a goodbye."""
    state, reply = after(*SELF_CARE)
    heard = [line.id for line in reply.say if line.section == "reminders"]
    for _ in range(20):
        state, reply = step(state, YES)
        heard += [line.id for line in reply.say if line.section == "reminders"]
        if reply.ask is None:
            break

    assert reply.ask is None
    assert len(heard) == len(set(heard))


def test_go_on_takes_another_tip() -> None:
    """To an offer it is a yes."""
    assert after(*SAME_DAY, WentOn())[1] == after(*SAME_DAY, YES)[1]


def test_not_sure_about_another_tip_is_neither_a_yes_nor_a_goodbye() -> None:
    """The advice is said once more, and the tip is offered again."""
    _, reply = after(*SAME_DAY, UNSURE)

    assert "outcomes.same_day.remember" in names(reply)
    assert asked(reply).id == "offer"


def test_the_last_tip_is_followed_by_goodbye_and_no_offer() -> None:
    """There is nothing more to offer."""
    assert after(*SAME_DAY, YES)[1].ask is None


def test_the_lowest_result_ends_with_what_to_watch_for() -> None:
    """A goodbye is no all-clear."""
    assert "outcomes.self_care.remember" in names(after(*SELF_CARE, NO)[1])
