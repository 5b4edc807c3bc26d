"""What waits, as it is put: a question or the rest of it, "Is that so now?", "Are you sure?", or the offer."""

import datetime as dt

from skill.dialogue.errand import Planned
from skill.dialogue.reply import Ask, Line, Reply, When, prompt, question
from skill.dialogue.state import State
from skill.rules.questions import BY_ID
from skill.rules.triage import Urgency

Step = tuple[State, Reply]
# Of more than these that are still open nobody keeps track: the whole question is put in other words.
MOST_PARTS = 2


def pending_ask(state: State, patient: bool = False) -> Ask:
    """Put what waits.

    patient: leave a long silence before it is said again. The words change after a miss or an explanation and when
    repeated twice, and what is said after a silence differs from what was asked.
    """
    if state.told is Urgency.EMERGENCY_NOW:
        return Ask(prompt("if_wrong"), Line("outcomes", Urgency.EMERGENCY_NOW.id, "remember"))
    first, other = _in_words(state)
    return Ask(other, first, patient) if state.repeats > 1 else Ask(first, other, patient)


def _offer(state: State) -> tuple[Line, Line]:
    """Offer what fits: a planned reminder, the advice once more where no time is for tips, the check, or a tip."""
    if state.planned is not None:
        first = scheduled_line(state.planned, "offer")
        again = Line("prompts", "reminder_again", whens=(when(state.planned),))
        return (again, first) if state.misses else (first, again)
    if state.told is not None and state.told >= Urgency.SAME_DAY:
        return prompt("offer_result"), prompt("offer_result_again")
    if state.browsing:
        return prompt("offer_check"), prompt("offer_check_again")
    return prompt("offer"), prompt("offer_again")


def scheduled_line(planned: Planned, field: str, today: dt.date | None = None) -> Line:
    """Name a text of a planned reminder, with its times. today: if that is not the day it was planned on."""
    return Line("scheduled", planned.plan.purpose, field, whens=(when(planned, today),))


def when(planned: Planned, today: dt.date | None = None) -> When:
    """Give the times of a planned reminder, as they are seen from today."""
    plan = planned.plan
    return When((plan.day - (today or planned.today)).days, plan.times, plan.workdays)


def _in_words(state: State) -> tuple[Line, Line]:
    """Give what waits in the words to ask it with, and in others."""
    if state.now:
        return prompt("is_it_now"), prompt("is_it_now_again")
    if state.sure:
        return prompt(f"sure_{state.sure}"), prompt("sure_again")
    pending = state.asking if state.started else None
    if pending is None:
        return _offer(state)
    ask, again = question(pending, "ask"), question(pending, "again")
    if state.parts:
        left = tuple(part for part in BY_ID[pending].parts if part not in state.parts)
        return Line("questions", pending, "rest", parts=left) if len(left) <= MOST_PARTS else again, (
            again if len(left) <= MOST_PARTS else ask
        )
    return (again, ask) if state.misses == 1 or state.doubted else (ask, again)
