"""skill/dialogue/scheduled.py, returned.py: nothing is set without a yes to that very time, and every way ends well."""

import datetime as dt
from collections.abc import Iterator
from typing import get_args

import pytest
from msgspec.structs import replace

from skill.alexa import session
from skill.dialogue import turns
from skill.dialogue.conversation import step
from skill.dialogue.errand import (
    AskPermission,
    CancelReminders,
    ListReminders,
    LookUpTime,
    Planned,
    Reason,
    SetReminder,
)
from skill.dialogue.reply import Reply, When
from skill.dialogue.state import State
from skill.dialogue.turns import Turn
from skill.rules.questions import Answer
from skill.rules.scheduling import plan
from skill.rules.triage import Urgency
from skill.words.library import load
from skill.workbench.check.moments import turns as every_turn
from skill.workbench.check.reminding import reminding
from tests.conversation import walk

CONTENT = load("en-GB")
NOW = dt.datetime(2026, 11, 28, 13, 22)
YES, NO = turns.Answered(Answer.YES), turns.Answered(Answer.NO)


def told(sign: str = "swelling") -> State:
    """Give the state after a whole check with a yes to this, on a device that can set reminders."""
    state, _ = walk.after(*(walk.SAME_DAY if sign == "swelling" else walk.SELF_CARE))
    return replace(state, reminds=True)


def proposed(sign: str = "swelling") -> State:
    """Give the state in which a reminder has been proposed after that."""
    state, reply = step(told(sign), NO)
    assert isinstance(reply.errand, LookUpTime)
    return step(state, turns.Looked(reply.errand.purpose, False, NOW, "Europe/London"))[0]


def names(reply: Reply) -> list[str]:
    return [line.id for line in reply.say]


def test_a_no_to_the_last_offer_brings_the_offer_of_a_reminder_once() -> None:
    """Not before, and not again."""
    state = proposed("swelling")
    assert state.planned is not None
    assert state.planned.plan.purpose == "checked"

    left, reply = step(state, NO)
    assert reply.ask is None
    assert reply.errand is None
    assert step(replace(left, planned=None), NO)[1].errand is None


def test_without_a_way_to_set_reminders_nothing_is_offered() -> None:
    """As on a device whose request brings none."""
    state, reply = step(replace(told("swelling"), reminds=False), NO)

    assert (state.planned, reply.errand, reply.ask) == (None, None, None)


def test_only_a_yes_to_a_time_sets_anything() -> None:
    """In every moment, with every turn: the plan that is set is the one that was proposed and agreed to."""
    moments = list(_moments())
    for state, turn in moments:
        _, reply = step(state, turn)
        if not isinstance(reply.errand, SetReminder):
            continue
        assert state.planned is not None
        assert reply.errand.plan == state.planned.plan
        agreed = turn == YES and not (state.now or state.sure)
        permitted = turn == turns.Permitted("accepted") and state.planned.stage != "offered"
        assert agreed or permitted
    assert any(isinstance(step(state, turn)[1].errand, SetReminder) for state, turn in moments)


def _moments() -> Iterator[tuple[State, Turn]]:
    yield from reminding(CONTENT)
    state = proposed("swelling")
    for waiting in (state, replace(state, now=("breathing",)), replace(state, sure="other")):
        yield from ((waiting, turn) for turn in every_turn(CONTENT))


def test_an_emergency_ends_all_talk_of_reminders() -> None:
    """A cry while one is proposed, or waits for the permission, is answered with the alarm and nothing else."""
    for stage in ("offered", "voice"):
        state = proposed("swelling")
        assert state.planned is not None
        waiting = replace(state, planned=Planned(state.planned.plan, state.planned.today, stage))
        after, reply = step(waiting, turns.CriedForHelp(("breathing",)))

        assert (after.told, after.planned, reply.errand) == (Urgency.EMERGENCY_NOW, None, None)
        for asked in (turns.AskedReminder(), turns.AskedScheduled(), turns.Permitted("accepted"), YES):
            assert step(after, asked)[1].errand is None


def test_a_yes_to_is_that_so_now_sets_no_reminder() -> None:
    """It answers what was asked last."""
    state, _ = step(proposed("swelling"), turns.CriedInDoubt(("breathing",)))
    after, reply = step(state, YES)

    assert reply.errand is None
    assert after.told is Urgency.EMERGENCY_NOW


def test_three_times_not_understood_leaves_with_nothing_set() -> None:
    """What is not understood is no answer."""
    state = proposed("nothing")
    for turn in (turns.Missed(), turns.WentOn()):
        state, reply = step(state, turn)
        assert reply.ask is not None
        assert reply.errand is None
    _, reply = step(state, turns.Answered(Answer.UNSURE))

    assert (reply.ask, reply.errand) == (None, None)


def test_the_permission_is_asked_for_in_two_ways_and_then_by_a_card() -> None:
    """Each way once; the card comes with words, and ends the session."""
    state, reply = step(proposed("swelling"), YES)
    ways = []
    turn: Turn = turns.Refused(reply.errand, "no_permission") if reply.errand else YES
    while True:
        state, reply = step(state, turn)
        assert isinstance(reply.errand, AskPermission)
        ways.append(reply.errand.way)
        if reply.say:
            break
        turn = turns.Permitted("failed")

    assert ways == ["voice", "connection", "card"]
    assert "goodbye" in names(reply)


def test_a_permission_that_was_given_sets_what_was_agreed_to() -> None:
    """The plan comes through the hop in the session attributes, unchanged."""
    agreed = proposed("swelling")
    assert agreed.planned is not None
    state, reply = step(agreed, YES)
    state, _ = step(state, turns.Refused(SetReminder(agreed.planned.plan), "no_permission"))
    back = replace(session.read(session.write(state, is_open=False)), reminds=True)

    _, reply = step(back, turns.Permitted("accepted"))

    assert reply.errand == SetReminder(agreed.planned.plan, permitted=True)


@pytest.mark.parametrize("reason", get_args(Reason))
def test_every_failure_is_said_and_ends_with_the_number(reason: Reason) -> None:
    """Somebody who asked hears why; the advice for today and the emergency number follow."""
    state, reply = step(proposed("swelling"), YES)
    assert reply.errand is not None
    after, said = step(state, turns.Refused(reply.errand, reason))
    if isinstance(said.errand, AskPermission):
        after, said = step(after, turns.Permitted("unanswered"))

    assert names(said)[0] == f"reminder_{reason}"
    assert names(said)[-2:] == ["same_day", "goodbye"]
    assert after.planned is None


def test_who_did_not_ask_does_not_hear_that_the_time_could_not_be_found_out() -> None:
    """Who asked does."""
    state, reply = step(told("swelling"), NO)
    assert reply.errand is not None
    _, unasked = step(state, turns.Refused(reply.errand, "no_zone"))
    state, reply = step(told("swelling"), turns.AskedReminder())
    assert reply.errand is not None
    _, asked = step(state, turns.Refused(reply.errand, "no_zone"))

    assert names(unasked) == ["same_day", "goodbye"]
    assert names(asked)[0] == "reminder_no_zone"


def test_before_the_result_a_reminder_is_put_off() -> None:
    """And the question that waits is put again, or the check is offered."""
    for state in (State(reminds=True), State(started=True, reminds=True)):
        after, reply = step(state, turns.AskedReminder("move"))

        assert "reminder_later" in names(reply)
        assert reply.errand is None
        assert reply.ask is not None
        assert not after.offered


def test_after_today_nobody_is_reminded_to_move() -> None:
    """Whatever they ask for."""
    _, reply = step(told("swelling"), turns.AskedReminder("move", workdays=True))

    assert reply.errand == LookUpTime("checked", asked=True, instead=True)


@pytest.mark.parametrize("turn", [turns.AskedReminder(), turns.AskedReminder("move")])
def test_asking_for_what_is_proposed_is_asked_for_a_yes(turn: Turn) -> None:
    """ "Remind me at five" is no yes to another time."""
    after, reply = step(proposed("swelling"), turn)

    assert (reply.errand, after.misses) == (None, 1)
    assert reply.ask is not None


def test_another_reminder_than_the_proposed_one_is_proposed_instead() -> None:
    """On workdays, say."""
    _, reply = step(proposed("nothing"), turns.AskedReminder("move", workdays=True))

    assert reply.errand == LookUpTime("move", workdays=True, asked=True)


@pytest.mark.parametrize("wish", [turns.AskedReminder(otherwise=True), turns.AskedReminder("move", workdays=True)])
def test_what_cannot_be_set_is_said_before_something_else_is_proposed(wish: Turn) -> None:
    """Nobody goes away with a reminder to look at the leg who wanted one for their tablets."""
    state, reply = step(told("swelling"), wish)
    assert isinstance(reply.errand, LookUpTime)
    looked = turns.Looked(reply.errand.purpose, False, NOW, "Europe/London", reply.errand.instead)

    _, reply = step(state, looked)

    assert names(reply)[0] == "reminder_no_other"
    assert reply.ask is not None


def test_what_can_be_set_is_proposed_without_ado() -> None:
    """As it was asked for."""
    _, reply = step(told("nothing"), turns.AskedReminder("look_again"))

    assert reply.errand == LookUpTime("look_again", asked=True)


def test_another_time_is_no_yes_and_is_told_that_it_cannot_be_had() -> None:
    """The proposed one stands, and is asked for again."""
    before = proposed("swelling")
    for wish in (turns.AgreedInPart(otherwise=True), turns.AskedReminder(otherwise=True)):
        after, reply = step(before, wish)

        assert (reply.errand, after.planned) == (None, before.planned)
        assert names(reply) == ["reminder_no_other"]
        assert reply.ask is not None


def test_a_yes_with_more_beside_it_is_asked_for_again() -> None:
    """Nothing is set, and nobody is told what they did not want."""
    after, reply = step(proposed("swelling"), turns.AgreedInPart())

    assert (reply.errand, reply.say, after.misses) == (None, (), 1)
    assert reply.ask is not None


@pytest.mark.parametrize("turn", [turns.DeclinedReminder(), turns.CancelledScheduled(plainly=False)])
def test_no_reminder_is_a_no_to_the_proposed_one_and_deletes_none(turn: Turn) -> None:
    """Those that are set stay, and the person leaves with the advice."""
    after, reply = step(proposed("swelling"), turn)

    assert (after.planned, reply.errand, reply.ask) == (None, None, None)
    assert names(reply)[-2:] == ["same_day", "goodbye"]


@pytest.mark.parametrize("before", [State(reminds=True), State(started=True, reminds=True), told("swelling")])
def test_who_wants_no_reminder_is_offered_none_and_keeps_those_that_are_set(before: State) -> None:
    """Whatever waits is put again."""
    after, reply = step(before, turns.DeclinedReminder())

    assert reply.errand is None
    assert after.waiting == before.waiting
    assert reply.ask is not None
    assert step(replace(told("swelling"), offered=after.offered), NO)[1].errand is None


def test_one_reminder_that_is_set_can_be_deleted_by_name() -> None:
    """Where none is proposed, "delete the reminder" can mean no other."""
    assert step(told("swelling"), turns.CancelledScheduled(plainly=False))[1].errand == CancelReminders()


def test_who_asks_how_to_cancel_hears_the_way_and_the_offer_again() -> None:
    """Nothing is deleted, and nothing set."""
    before = proposed("swelling")
    after, reply = step(before, turns.AskedToCancel())

    assert (reply.errand, after.planned) == (None, before.planned)
    assert names(reply) == ["reminder_how_to_cancel"]
    assert reply.ask is not None


def test_a_new_result_brings_its_own_offer() -> None:
    """Who declined to look at the leg again is still asked whether it was seen, once it is to be seen today."""
    state, _ = step(proposed("nothing"), turns.Described(("swelling",)))
    assert state.told is Urgency.SAME_DAY
    state, reply = step(state, NO)

    assert reply.errand == LookUpTime("checked")
    assert set(session.read(session.write(state, is_open=True)).offered) == {"look_again", "checked"}


def test_no_reminder_takes_the_proposed_one_off_and_deletes_the_others() -> None:
    """ "Cancel my reminders" leaves none behind, neither set nor proposed."""
    after, reply = step(proposed("swelling"), turns.CancelledScheduled())

    assert after.planned is None
    assert reply.errand == CancelReminders()


def test_of_many_reminders_the_next_few_are_named() -> None:
    """And all are counted."""
    whens = tuple(When(days, (dt.time(9),)) for days in range(9))
    _, reply = step(State(started=True, reminds=True), turns.Listed(whens))

    assert (reply.say[0].count, reply.say[0].whens) == (9, whens[:2])


def test_listing_leaves_what_waits_waiting() -> None:
    """In mid-check too."""
    state = State(started=True, reminds=True)
    after, reply = step(state, turns.AskedScheduled())
    assert reply.errand == ListReminders()

    after, reply = step(after, turns.Listed(()))

    assert after.waiting == state.waiting
    assert reply.ask is not None


@pytest.mark.parametrize("change", [{"day": "yesterday"}, {"times": ["03:00:00"]}, {"purpose": "wake"}, {"zone": 1}])
def test_a_plan_that_was_changed_on_the_way_is_dropped(change: dict[str, object]) -> None:
    """And an accepted permission then sets nothing."""
    attributes = session.write(proposed("swelling"), is_open=True)
    attributes["planned"]["plan"] |= change
    state = replace(session.read(attributes), reminds=True)

    assert state.planned is None
    assert not isinstance(step(state, turns.Permitted("accepted"))[1].errand, SetReminder)


def test_a_plan_without_a_result_is_dropped() -> None:
    """Reminders follow a result."""
    planned = Planned(plan("move", NOW, "Europe/London"), NOW.date())

    assert session.read(session.write(State(started=True, planned=planned), is_open=True)).planned is None
