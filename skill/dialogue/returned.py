"""What came back from an errand, or from Alexa's own question for the permission, and what is said of it.

Once a time was agreed to, the permission is asked for by voice in two ways, then by a card; then it is set, and said as
it was set.
"""

from typing import Literal

from msgspec import structs
from msgspec.structs import replace

from skill.dialogue.asking import Step, pending_ask, scheduled_line
from skill.dialogue.closing import goodbye
from skill.dialogue.errand import (
    AskPermission,
    CancelReminders,
    Errand,
    ListReminders,
    LookUpTime,
    Planned,
    SetReminder,
)
from skill.dialogue.reply import Line, Reply, prompt
from skill.dialogue.state import State
from skill.dialogue.turns import Cancelled, Listed, Looked, Permitted, Refused, Turn, WasSet
from skill.rules.scheduling import plan, waits_for_morning

# More times than those of the next few reminders do not stay in anyone's head.
MOST_LISTED = 2


def came_back(state: State, turn: Turn) -> Step:
    """Take what came of an errand, or of the permission that was asked for."""
    match turn:
        case Looked():
            return _propose(state, turn)
        case Permitted():
            return _permitted(state, turn)
        case WasSet(today) if state.planned is not None:
            return leave(state, scheduled_line(state.planned, "set", today))
        case Listed(whens, unread):
            listed = Line("prompts", "reminder_list", count=len(whens) + unread, whens=whens[:MOST_LISTED])
            return aside(state, listed if whens else prompt("reminder_unread" if unread else "reminder_none"))
        case Cancelled(count, left):
            done = "reminder_cancelled_some" if left else "reminder_cancelled" if count else "reminder_none"
            return aside(state, prompt(done, count=count))
        case Refused():
            return _refused(state, turn)
        case _:
            return leave(state)


def leave(state: State, *say: Line) -> Step:
    """Say something and goodbye; nothing is proposed any more."""
    return goodbye(replace(state, planned=None), *say)


def aside(state: State, *say: Line) -> Step:
    """Say something and put what waits; who has not begun is asked whether they want a check."""
    after = replace(state, misses=0, browsing=state.browsing or not (state.started or state.reminders))
    return after, Reply(say, pending_ask(after))


def run(state: State, errand: Errand) -> Step:
    """Have something done outside; what is said waits for what comes of it."""
    return state, Reply((), errand=errand)


def _propose(state: State, looked: Looked) -> Step:
    planned = plan(looked.purpose, looked.now, looked.zone, looked.workdays)
    no_other = (prompt("reminder_no_other"),) if looked.instead else ()
    say = (*no_other, *((prompt("reminder_night"),) if waits_for_morning(planned, looked.now) else ()))
    after = replace(state, planned=Planned(planned, looked.now.date()))
    return after, Reply(say, pending_ask(after))


def _permitted(state: State, turn: Permitted) -> Step:
    planned = state.planned
    if planned is None or planned.stage == "offered":  # nothing was asked for, or it got lost on the way
        return _lost_on_the_way(state, turn)
    if turn.answer == "accepted":
        return run(state, SetReminder(planned.plan, permitted=True))
    if turn.answer == "denied":
        return leave(state, prompt("reminder_denied"))
    if turn.answer == "failed" and planned.stage == "voice":
        return _ask(state, planned, "connection")
    return _card(state)


def _lost_on_the_way(state: State, turn: Permitted) -> Step:
    """Say that nothing was set; where nothing is known of the check any more, to whom it matters to be seen."""
    nothing_set = prompt("reminder_denied" if turn.answer == "denied" else "reminder_down")
    if not state.started:
        return state, Reply((nothing_set, prompt("lost_advice")))
    return leave(state, nothing_set) if state.asking is None else aside(state, prompt("unknown"))


def _refused(state: State, turn: Refused) -> Step:
    match turn.errand:
        case ListReminders() | CancelReminders():
            return aside(state, prompt("reminder_unread"))
        case LookUpTime(asked=False):  # nobody asked, so nobody need hear that it failed
            return leave(state)
        case SetReminder() if turn.reason == "no_permission" and state.planned is not None:
            is_first = state.planned.stage == "offered"
            return _ask(state, state.planned, "voice") if is_first else _card(state)
        case _:
            return leave(state, prompt(f"reminder_{turn.reason}"))


def _ask(state: State, planned: Planned, way: Literal["voice", "connection"]) -> Step:
    """Have Alexa ask for the permission: she speaks, so nothing else is said."""
    return run(replace(state, planned=structs.replace(planned, stage=way)), AskPermission(way))


def _card(state: State) -> Step:
    """Send the card by which the permission can be given in the app."""
    after, reply = leave(state, prompt("reminder_no_permission"))
    return after, structs.replace(reply, errand=AskPermission("card"))
