"""From an offer to a reminder that is set: the time is proposed, agreed to, permitted, set, and said as it was set.

Only a yes to the very time that was proposed sets anything. Every end goes on to the goodbye.
"""

from dataclasses import replace
from typing import Literal

from msgspec import structs

from skill.dialogue.asking import Step, pending_ask, scheduled_line
from skill.dialogue.closing import MOST_MISSES, goodbye
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
from skill.dialogue.turns import (
    Answered,
    AskedReminder,
    AskedRepeat,
    AskedScheduled,
    Cancelled,
    CancelledScheduled,
    Corrected,
    Described,
    Listed,
    Looked,
    Missed,
    Permitted,
    Refused,
    SpokeOtherLanguage,
    Turn,
    WasSet,
    WentOn,
)
from skill.rules.questions import Answer
from skill.rules.scheduling import Plan, fitting, plan, waits_for_morning

# More times than those of the next few reminders do not stay in anyone's head.
MOST_LISTED = 2


def offer(state: State) -> Step | None:
    """Offer the reminder that fits before leaving, once; None where none is to be had or none fits."""
    if not state.reminds or state.offered or state.told is None or state.assessment.urgency is not state.told:
        return None
    purpose = fitting(state.told, state.answers)
    return None if purpose is None else _errand(replace(state, offered=True, misses=0), LookUpTime(purpose))


def asked(state: State, turn: AskedReminder) -> Step:
    """Propose the reminder that was asked for; before a result there is none yet, so it is put off until then."""
    if state.told is None:
        return _aside(state, prompt("reminder_later"))
    purpose = fitting(state.told, state.answers, turn.purpose)
    if purpose is None:
        return goodbye(state)
    wanted = LookUpTime(purpose, turn.workdays and purpose == "move", asked=True)
    if state.planned is not None and _is_proposed(state.planned.plan, wanted):
        return _unanswered(state)  # "yes, remind me", or "at five": which of the two is not known
    return _errand(replace(state, offered=True, misses=0), wanted)


def manage(state: State, turn: AskedScheduled | CancelledScheduled) -> Step:
    """List or delete what is set."""
    if not state.reminds:
        return _aside(state, prompt("no_alarm"))
    if isinstance(turn, AskedScheduled):
        return _errand(state, ListReminders())
    return _errand(replace(state, planned=None), CancelReminders())


def answered(state: State, turn: Turn) -> Step | None:
    """Take the answer to the reminder that was proposed; None if the turn is none.

    "Go on" and "not sure" are no yes to a time.
    """
    if state.planned is None:
        return None
    match turn:
        case Answered(Answer.YES):
            return _errand(replace(state, misses=0), SetReminder(state.planned.plan))
        case AskedRepeat():
            repeated = replace(state, repeats=state.repeats + 1)
            return repeated, Reply((), pending_ask(repeated), slow=repeated.repeats > 1)
        case Answered(Answer.NO) | Corrected(Answer.NO, None) | Described((), (), answer=Answer.NO):
            return _leave(state)
        case Missed() | SpokeOtherLanguage():
            return _unanswered(state, prompt("missed"))
        case Answered() | WentOn() | Corrected(_, None) | Described((), unsure=()):
            return _unanswered(state)
        case _:
            return None


def came_back(state: State, turn: Turn) -> Step:
    """Take what came of an errand, or of the permission that was asked for."""
    match turn:
        case Looked():
            return _propose(state, turn)
        case Permitted():
            return _permitted(state, turn)
        case WasSet(today) if state.planned is not None:
            return _leave(state, scheduled_line(state.planned, "set", today))
        case Listed(whens):
            listed = Line("prompts", "reminder_list", count=len(whens), whens=whens[:MOST_LISTED])
            return _aside(state, listed if whens else prompt("reminder_none"))
        case Cancelled(count, left):
            done = "reminder_cancelled_some" if left else "reminder_cancelled" if count else "reminder_none"
            return _aside(state, prompt(done, count=count))
        case Refused():
            return _refused(state, turn)
        case _:
            return _leave(state)


def _is_proposed(plan: Plan, wanted: LookUpTime) -> bool:
    return (plan.purpose, plan.workdays) == (wanted.purpose, wanted.workdays)


def _propose(state: State, looked: Looked) -> Step:
    planned = plan(looked.purpose, looked.now, looked.zone, looked.workdays)
    say = (prompt("reminder_night"),) if waits_for_morning(planned, looked.now) else ()
    after = replace(state, planned=Planned(planned, looked.now.date()))
    return after, Reply(say, pending_ask(after))


def _unanswered(state: State, *say: Line) -> Step:
    """Ask once more in other words; the third time in a row, leave with nothing set."""
    missed = replace(state, misses=state.misses + 1)
    return _leave(missed) if missed.misses >= MOST_MISSES else (missed, Reply(say, pending_ask(missed)))


def _permitted(state: State, turn: Permitted) -> Step:
    planned = state.planned
    if planned is None or planned.stage == "offered":  # nothing was asked for, or it got lost on the way
        return _leave(state, prompt("reminder_down")) if state.asking is None else _aside(state, prompt("unknown"))
    if turn.answer == "accepted":
        return _errand(state, SetReminder(planned.plan, permitted=True))
    if turn.answer == "denied":
        return _leave(state, prompt("reminder_denied"))
    if turn.answer == "failed" and planned.stage == "voice":
        return _ask(state, planned, "connection")
    return _card(state)


def _refused(state: State, turn: Refused) -> Step:
    match turn.errand:
        case ListReminders() | CancelReminders():
            return _aside(state, prompt("reminder_unread"))
        case LookUpTime(asked=False):  # nobody asked, so nobody need hear that it failed
            return _leave(state)
        case SetReminder() if turn.reason == "no_permission" and state.planned is not None:
            is_first = state.planned.stage == "offered"
            return _ask(state, state.planned, "voice") if is_first else _card(state)
        case _:
            return _leave(state, prompt(f"reminder_{turn.reason}"))


def _ask(state: State, planned: Planned, way: Literal["voice", "connection"]) -> Step:
    """Have Alexa ask for the permission: she speaks, so nothing else is said."""
    return _errand(replace(state, planned=structs.replace(planned, stage=way)), AskPermission(way))


def _card(state: State) -> Step:
    """Send the card by which the permission can be given in the app."""
    after, reply = _leave(state, prompt("reminder_no_permission"))
    return after, structs.replace(reply, errand=AskPermission("card"))


def _leave(state: State, *say: Line) -> Step:
    return goodbye(replace(state, planned=None), *say)


def _aside(state: State, *say: Line) -> Step:
    """Say something and put what waits; who has not begun is asked whether they want a check."""
    after = replace(state, misses=0, browsing=state.browsing or not (state.started or state.reminders))
    return after, Reply(say, pending_ask(after))


def _errand(state: State, errand: Errand) -> Step:
    return state, Reply((), errand=errand)
