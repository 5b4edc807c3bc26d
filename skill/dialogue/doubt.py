"""What follows an alarm (that it was misheard), and "Is that so now?" where a cry is in doubt."""

from msgspec.structs import replace

from skill.dialogue.asking import Step, pending_ask
from skill.dialogue.closing import alarm
from skill.dialogue.flow import pending, proceed, unanswered
from skill.dialogue.reply import Line, Reply, prompt
from skill.dialogue.result import UNNAMED
from skill.dialogue.state import State
from skill.dialogue.turns import (
    Answered,
    AskedRepeat,
    AskedTopic,
    Corrected,
    Described,
    Missed,
    StartedOver,
    TouchedEarlier,
    Turn,
    WentBack,
    WentOn,
)
from skill.rules.questions import BY_ID, Answer
from skill.rules.triage import Urgency

# Thoughts of dying: a no does not take them back.
HARM = "harm"


def after_alarm(state: State, turn: Turn) -> Step:
    """Take what is said after an alarm: that it was misheard, or the advice once more, and the end."""
    match turn:
        case Answered(Answer.NO) | Described() if HARM in state.cried:  # not taken back by a no in passing
            return state, Reply((Line("outcomes", Urgency.EMERGENCY_NOW.id, "act"),))
        case WentBack() | Corrected() | Answered(Answer.NO):
            return _misheard(state)
        case Described() if _denies(turn):
            return _misheard(state)
        case StartedOver():
            return pending(state.restarted(), prompt("start_over"))
        case AskedRepeat():
            return alarm(state, ())
        case AskedTopic("no_phone"):
            return state, Reply((Line("outcomes", Urgency.EMERGENCY_NOW.id, "remember"),))
        case TouchedEarlier():
            return state, Reply((Line("outcomes", Urgency.EMERGENCY_NOW.id, "act"),), pending_ask(state))
        case _:
            return state, Reply((Line("outcomes", Urgency.EMERGENCY_NOW.id, "act"),))


def _denies(turn: Described) -> bool:
    """Tell whether what was told denies and claims nothing: "no i haven't got chest pain"."""
    if turn.signs or turn.unsure or turn.answer in (Answer.YES, Answer.UNSURE):
        return False
    return turn.answer is Answer.NO or bool(turn.denied or turn.parts)


def _misheard(state: State) -> Step:
    """Keep the answers, take back what made the emergency, and put the question again."""
    after = replace(state, told=None, misses=0, cried=())
    while after.given and after.assessment.urgency is Urgency.EMERGENCY_NOW:
        after = after.undone(1)
    return proceed(after, prompt("not_now"))


def doubt(state: State, about: tuple[str, ...]) -> Step:
    """Name the number in one short sentence, and ask whether it is so now."""
    doubting = replace(state, now=about or (UNNAMED,), started=True, sure=None, misses=0)
    named = tuple(name for name in doubting.now if name != UNNAMED)
    heard = (prompt("heard", about=named),) if named else ()
    return doubting, Reply((*heard, prompt("in_doubt")), pending_ask(doubting))


def answer_now(state: State, turn: Turn) -> Step | None:
    """Take the answer to "Is that so now?"; None if the turn is none."""
    without = replace(state, now=(), misses=0)
    match turn:
        case Answered(Answer.YES):
            return alarm(state, state.now)
        case Answered(Answer.UNSURE):
            flags = [name.partition(".")[0] for name in state.now if name.partition(".")[0] in BY_ID]
            if not flags or without.told is not None:
                return alarm(state, state.now)
            return proceed(without.answered(flags[0], Answer.UNSURE), prompt("counted_unsure"))
        case Answered() | WentBack() | Corrected(Answer.NO):
            return (
                proceed(without, prompt("not_now"))
                if without.told is None
                else (without, Reply((), pending_ask(without)))
            )
        case Missed() | WentOn():  # "okay" is no answer to this
            return unanswered(state, prompt("missed"))
        case _:
            return None
