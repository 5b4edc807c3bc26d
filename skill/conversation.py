"""(State, Turn) -> (State, Reply). A pure state machine: the way every turn is handled, in every state."""

from dataclasses import replace

from skill import asides, closing, repairs
from skill.closing import Step
from skill.flow import pending, proceed
from skill.questions import BY_ID, Answer, Kind
from skill.reply import Reply, prompt, question
from skill.state import State
from skill.triage import Urgency
from skill.turns import (
    Answered,
    AskedCheck,
    AskedHow,
    AskedPrevention,
    AskedReminder,
    AskedRepeat,
    AskedWait,
    AskedWhy,
    Corrected,
    CriedForHelp,
    DeniedEmergency,
    Described,
    ForSomeoneElse,
    Launched,
    Missed,
    SaidBothLegs,
    StartedOver,
    Stopped,
    Thanked,
    Turn,
    Unknown,
    WentBack,
)

# What makes no sense before anything was asked: it opens the check instead.
NEEDS_A_QUESTION = (
    Answered,
    AskedHow,
    AskedRepeat,
    AskedWait,
    AskedWhy,
    Corrected,
    DeniedEmergency,
    Missed,
    Thanked,
    WentBack,
)
# What can open a check by itself: who says so hears at once that this is no diagnosis.
OPENS_A_CHECK = (Described, SaidBothLegs, ForSomeoneElse)


def step(state: State, turn: Turn) -> Step:
    """Take one turn.

    state: where the conversation stands. turn: what the person just did.
    Returns the new state and the reply; every turn in every state has one.
    """
    match turn:
        case CriedForHelp():
            return closing.emergency(state)
        case Launched():
            return proceed(State(started=True), prompt("welcome"))
        case StartedOver():
            return proceed(state.restarted(), prompt("start_over"))
        case _ if state.told is Urgency.EMERGENCY_NOW:  # nothing comes after an emergency but a new check
            return closing.emergency(state)
        case Stopped():
            return state, closing.goodbye(state)
        case _ if not state.started:
            return _opening(state, turn)
        case _ if state.told is None and state.asking is None:  # the result got lost on the way
            return closing.tell(state)
        case _:
            return _within_check(state, turn)


def _opening(state: State, turn: Turn) -> Step:
    if isinstance(turn, NEEDS_A_QUESTION) or turn == Described(()):
        return proceed(State(started=True), prompt("welcome"))
    after, reply = _within_check(state, turn)
    if not isinstance(turn, OPENS_A_CHECK):
        return after, reply
    return after, Reply((*reply.say, prompt("disclaimer")), reply.ask, reply.card)


def _within_check(state: State, turn: Turn) -> Step:
    match turn:
        case Answered(answer):
            return _answered(state, answer)
        case Described((), ()) | Missed():
            return _missed(state)
        case Described(signs, denied):
            return repairs.described(state, signs, denied)
        case DeniedEmergency():
            return repairs.denied_in_passing(state)
        case SaidBothLegs():
            return repairs.both_legs(state)
        case Corrected(answer, None) if state.doubted:  # the explained question is what was just answered
            return _answered(state, answer)
        case Corrected(answer, sign):
            return repairs.corrected(state, answer, sign)
        case WentBack(steps):
            return repairs.went_back(state, steps)
        case ForSomeoneElse():
            return repairs.someone_else(state)
        case _:
            return _aside(state, turn)


def _aside(state: State, turn: Turn) -> Step:
    # A touch or an unknown request is nobody's miss; every other aside shows that the person was understood.
    heard = replace(state, started=True, misses=state.misses if turn == Unknown() else 0)
    match turn:
        case AskedCheck():
            return (
                pending(heard) if state.given and state.told is None else proceed(state.restarted(), prompt("welcome"))
            )
        case AskedPrevention():
            return closing.remind(heard)
        case AskedReminder():
            return closing.remind(heard, prompt("no_alarm"))
        case _:
            return heard, Reply(asides.lines_for(heard, turn), asides.pending_ask(heard, patient=turn == AskedWait()))


def _answered(state: State, answer: Answer) -> Step:
    asked = state.asking
    if asked is None:
        return closing.answer_offer(state, answer)
    unsure_flag = answer is Answer.UNSURE and BY_ID[asked].kind is Kind.RED_FLAG
    if unsure_flag and not state.doubted:
        return pending(replace(state, doubted=True, misses=0), question(asked, "how"))
    return proceed(state.answered(asked, answer))


def _missed(state: State) -> Step:
    asked = state.asking
    if asked is None:
        return closing.miss_offer(state)
    missed = replace(state, misses=state.misses + 1)
    if missed.misses > 2:
        return proceed(missed.answered(asked, Answer.UNSURE), prompt("counted_unsure"))
    return pending(missed, prompt("missed" if missed.misses == 1 else "choices"))
