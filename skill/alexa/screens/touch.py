"""A touch on an answer: the same turn as saying it, if what it belongs to still waits."""

from msgspec.structs import replace

from skill.dialogue.asking import pending_ask
from skill.dialogue.state import State
from skill.dialogue.turns import Answered, TouchedEarlier, Turn, Unknown
from skill.rules.questions import BY_ID, Answer
from skill.rules.triage import Urgency

# The first of the arguments that a touch sends; what waits and the answer follow.
ANSWER = "answer"
YES_OR_NO = ("sure_startover", "sure_stop", "sure_other", "sure_self", "offer", "offer_result", "offer_check")
# Everything that a screen of ours can have asked, but for a reminder with its times, which begins so.
ASKED = (*BY_ID, "is_it_now", *YES_OR_NO)
REMINDER = "reminder "


def waits(state: State) -> str | None:
    """Name what an answer would answer: a question, "Is that so now?", "Are you sure?" or an offer; None if nothing."""
    if state.told is Urgency.EMERGENCY_NOW or not (state.started or state.browsing or state.reminders):
        return None
    line = pending_ask(replace(state, repeats=0, misses=0)).line
    if line.section == "scheduled" and state.planned is not None:  # a yes is to this very time
        plan = state.planned.plan
        return f"{REMINDER}{plan.purpose} {plan.first.isoformat()} {plan.last_day.isoformat()}"
    return line.id


def choices(waiting: str | None) -> tuple[Answer, ...]:
    """Give the answers that there are to what waits."""
    if waiting is None:
        return ()
    is_plain = waiting in YES_OR_NO or waiting.startswith(REMINDER)
    return (Answer.YES, Answer.NO) if is_plain else (Answer.YES, Answer.NO, Answer.UNSURE)


def turn_of_touch(arguments: object, before: State) -> Turn:
    """Read a touch.

    arguments: as the device sent them. Returns the answer if it belongs to what waits in `before`; a touch that is
    not from a screen of ours is Unknown.
    """
    match arguments:
        case [str(kind), str(asked), str(answer)] if kind == ANSWER and is_ours(asked) and answer in set(Answer):
            return Answered(Answer(answer)) if asked == waits(before) else TouchedEarlier()
        case _:
            return Unknown()


def is_ours(asked: str) -> bool:
    """Tell whether a screen of ours can have asked this."""
    return asked in ASKED or asked.startswith(REMINDER)
