"""From an offer to a yes: a reminder is offered or asked for, its time is proposed, and only a yes to it sets anything.

What comes of it is in skill/dialogue/returned.py. Every end goes on to the goodbye.
"""

from msgspec.structs import replace

from skill.dialogue.asking import Step, pending_ask
from skill.dialogue.closing import MOST_MISSES, goodbye
from skill.dialogue.errand import PURPOSES, CancelReminders, ListReminders, LookUpTime, SetReminder
from skill.dialogue.reply import Line, Reply, prompt
from skill.dialogue.returned import aside, leave, run
from skill.dialogue.state import State
from skill.dialogue.turns import (
    AgreedInPart,
    Answered,
    AskedReminder,
    AskedRepeat,
    AskedScheduled,
    AskedToCancel,
    CancelledScheduled,
    Corrected,
    DeclinedReminder,
    Described,
    Missed,
    SpokeOtherLanguage,
    Turn,
    WentOn,
)
from skill.rules.questions import Answer
from skill.rules.scheduling import Plan, Purpose, fitting

# What a person can want of the reminders that there are, or that there might be.
Wish = AskedScheduled | CancelledScheduled | AskedToCancel | DeclinedReminder


def offer(state: State) -> Step | None:
    """Offer the reminder that fits before leaving, each once; None where none is to be had or none fits."""
    if not state.reminds or state.told is None or state.assessment.urgency is not state.told:
        return None
    purpose = fitting(state.told, state.answers)
    is_new = purpose is not None and purpose not in state.offered
    return run(_offered(state, purpose), LookUpTime(purpose)) if purpose and is_new else None


def asked(state: State, turn: AskedReminder) -> Step:
    """Propose the reminder that was asked for; before a result there is none yet, so it is put off until then."""
    if state.told is None:
        return aside(state, prompt("reminder_later"))
    purpose = fitting(state.told, state.answers, turn.purpose)
    if purpose is None:
        return goodbye(state)
    instead = turn.otherwise or turn.purpose not in (None, purpose)
    wanted = LookUpTime(purpose, turn.workdays and purpose == "move", asked=True, instead=instead)
    if state.planned is not None and _is_proposed(state.planned.plan, wanted):
        return _unanswered(state, *_no_other(instead))
    return run(_offered(state, purpose), wanted)


def manage(state: State, turn: Wish) -> Step:
    """List or delete what is set, say how it is deleted, or take a no to any reminder.

    While one is proposed, "cancel the reminder" is a no to that one: nothing that is set is deleted in doubt.
    """
    is_no = isinstance(turn, DeclinedReminder) or (state.planned is not None and turn == CancelledScheduled(False))
    if is_no:
        return _declined(state)
    if not state.reminds:
        return aside(state, prompt("no_alarm"))
    if isinstance(turn, AskedScheduled):
        return run(state, ListReminders())
    if isinstance(turn, AskedToCancel):
        return aside(state, prompt("reminder_how_to_cancel"))
    return run(replace(state, planned=None), CancelReminders())


def _declined(state: State) -> Step:
    """Offer none any more, and delete none; who was asked leaves, anybody else hears what waits."""
    after = replace(state, offered=PURPOSES, planned=None)
    is_answer = state.planned is not None and not (state.now or state.sure)
    return leave(after) if is_answer else aside(after, prompt("reminder_denied"))


def answered(state: State, turn: Turn) -> Step | None:
    """Take the answer to the reminder that was proposed; None if the turn is none.

    "Go on" and "not sure" are no yes to a time.
    """
    if state.planned is None:
        return None
    match turn:
        case Answered(Answer.YES):
            return run(replace(state, misses=0), SetReminder(state.planned.plan))
        case AskedRepeat():
            repeated = replace(state, repeats=state.repeats + 1)
            return repeated, Reply((), pending_ask(repeated), slow=repeated.repeats > 1)
        case Answered(Answer.NO) | Corrected(Answer.NO, None) | Described((), (), answer=Answer.NO):
            return leave(state)
        case Missed() | SpokeOtherLanguage():
            return _unanswered(state, prompt("missed"))
        case AgreedInPart(otherwise):
            return _unanswered(state, *_no_other(otherwise))
        case Answered() | WentOn() | Corrected(_, None) | Described((), unsure=()):
            return _unanswered(state)
        case _:
            return None


def _offered(state: State, purpose: Purpose) -> State:
    return replace(state, offered=tuple(dict.fromkeys((*state.offered, purpose))), misses=0)


def _no_other(is_wanted: bool) -> tuple[Line, ...]:
    """Say that no other reminder can be had than the one that is proposed, if another one was wanted."""
    return (prompt("reminder_no_other"),) if is_wanted else ()


def _is_proposed(plan: Plan, wanted: LookUpTime) -> bool:
    return (plan.purpose, plan.workdays) == (wanted.purpose, wanted.workdays)


def _unanswered(state: State, *say: Line) -> Step:
    """Ask once more in other words; the third time in a row, leave with nothing set."""
    missed = replace(state, misses=state.misses + 1)
    return leave(missed) if missed.misses >= MOST_MISSES else (missed, Reply(say, pending_ask(missed)))
