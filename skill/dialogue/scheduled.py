"""From an offer to a yes: a reminder is offered or asked for, its time is proposed, and only a yes to it sets anything.

What comes of it is in skill/dialogue/returned.py. Every end goes on to the goodbye.
"""

from dataclasses import replace

from skill.dialogue.asking import Step, pending_ask
from skill.dialogue.closing import MOST_MISSES, goodbye
from skill.dialogue.errand import CancelReminders, ListReminders, LookUpTime, SetReminder
from skill.dialogue.reply import Line, Reply, prompt
from skill.dialogue.returned import aside, leave, run
from skill.dialogue.state import State
from skill.dialogue.turns import (
    Answered,
    AskedReminder,
    AskedRepeat,
    AskedScheduled,
    CancelledScheduled,
    Corrected,
    Described,
    Missed,
    SpokeOtherLanguage,
    Turn,
    WentOn,
)
from skill.rules.questions import Answer
from skill.rules.scheduling import Plan, fitting


def offer(state: State) -> Step | None:
    """Offer the reminder that fits before leaving, once; None where none is to be had or none fits."""
    if not state.reminds or state.offered or state.told is None or state.assessment.urgency is not state.told:
        return None
    purpose = fitting(state.told, state.answers)
    return None if purpose is None else run(replace(state, offered=True, misses=0), LookUpTime(purpose))


def asked(state: State, turn: AskedReminder) -> Step:
    """Propose the reminder that was asked for; before a result there is none yet, so it is put off until then."""
    if state.told is None:
        return aside(state, prompt("reminder_later"))
    purpose = fitting(state.told, state.answers, turn.purpose)
    if purpose is None:
        return goodbye(state)
    wanted = LookUpTime(purpose, turn.workdays and purpose == "move", asked=True)
    if state.planned is not None and _is_proposed(state.planned.plan, wanted):
        return _unanswered(state)  # "yes, remind me", or "at five": which of the two is not known
    return run(replace(state, offered=True, misses=0), wanted)


def manage(state: State, turn: AskedScheduled | CancelledScheduled) -> Step:
    """List or delete what is set."""
    if not state.reminds:
        return aside(state, prompt("no_alarm"))
    if isinstance(turn, AskedScheduled):
        return run(state, ListReminders())
    return run(replace(state, planned=None), CancelReminders())


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
        case Answered() | WentOn() | Corrected(_, None) | Described((), unsure=()):
            return _unanswered(state)
        case _:
            return None


def _is_proposed(plan: Plan, wanted: LookUpTime) -> bool:
    return (plan.purpose, plan.workdays) == (wanted.purpose, wanted.workdays)


def _unanswered(state: State, *say: Line) -> Step:
    """Ask once more in other words; the third time in a row, leave with nothing set."""
    missed = replace(state, misses=state.misses + 1)
    return leave(missed) if missed.misses >= MOST_MISSES else (missed, Reply(say, pending_ask(missed)))
