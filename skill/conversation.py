"""(State, Turn) -> (State, Reply). A pure state machine: the way every turn is handled, in every state."""

from dataclasses import replace

from skill import asides, closing
from skill.closing import Step
from skill.questions import BY_ID, Answer, Kind
from skill.reply import Line, Reply, prompt, question
from skill.state import State
from skill.triage import Urgency
from skill.turns import (
    Answered,
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
NEEDS_A_QUESTION = (Answered, Corrected, WentBack, Missed, AskedWhy, AskedHow, AskedRepeat, AskedWait, Thanked)


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
        case _ if not state.started and isinstance(turn, NEEDS_A_QUESTION):
            return proceed(State(started=True), prompt("welcome"))
        case _:
            return _within_check(state, turn)


def _within_check(state: State, turn: Turn) -> Step:
    match turn:
        case Answered(answer):
            return _answered(state, answer)
        case Described(signs, denied):
            return _described(state, signs, denied)
        case DeniedEmergency():
            return proceed(replace(state, started=True, misses=0), prompt("still_ask"))
        case SaidBothLegs():
            return proceed(state.answered("both_or_cramps", Answer.YES), prompt("both_noted"))
        case Corrected(answer, sign):
            return _corrected(state, answer, sign)
        case WentBack(steps):
            return _went_back(state, steps)
        case Missed():
            return _missed(state)
        case ForSomeoneElse():
            return proceed(replace(state, started=True, for_other=True), prompt("for_other"))
        case AskedPrevention():
            return closing.remind(state)
        case AskedReminder():
            return closing.remind(state, prompt("no_alarm"))
        case _:
            return _aside(state, turn)


def proceed(state: State, *say: Line) -> Step:
    """Ask the next question after the given lines, or tell the assessment when there is none."""
    if state.told is None and state.asking is None:
        return closing.tell(state, *say)
    return _pending(state, *say)


def _aside(state: State, turn: Turn) -> Step:
    # A touch or an unknown request is nobody's miss; every other aside shows that the person was understood.
    heard = replace(state, started=True, misses=state.misses if turn == Unknown() else 0)
    return heard, Reply(asides.lines_for(heard, turn), asides.pending_ask(heard, patient=turn == AskedWait()))


def _pending(state: State, *say: Line) -> Step:
    return state, Reply(say, asides.pending_ask(state))


def _answered(state: State, answer: Answer) -> Step:
    pending = state.asking
    if pending is None:
        return closing.answer_offer(state, answer)
    unsure_flag = answer is Answer.UNSURE and BY_ID[pending].kind is Kind.RED_FLAG
    if unsure_flag and not state.doubted:
        return _pending(replace(state, doubted=True, misses=0), question(pending, "how"))
    return proceed(state.answered(pending, answer))


def _missed(state: State) -> Step:
    pending = state.asking
    if pending is None:
        return closing.miss_offer(state)
    missed = replace(state, misses=state.misses + 1)
    if missed.misses > 2:
        return proceed(missed.answered(pending, Answer.UNSURE), prompt("counted_unsure"))
    return _pending(missed, prompt("missed" if missed.misses == 1 else "choices"))


def _described(state: State, signs: tuple[str, ...], denied: tuple[str, ...]) -> Step:
    if not signs and not denied:
        return step(state, Missed())
    asked, doubted = state.asking, state.doubted
    settled = state.started and asked in denied  # "it isn't warm" answers the question about warmth, and no other
    if asked is not None and settled:
        state = state.answered(asked, Answer.NO)
    for sign in signs:
        state = state.answered(sign, Answer.YES)
    noted = (prompt("noted", about=signs),) if signs else ()
    put_off = () if signs or settled else (prompt("still_ask"),)
    still_doubted = doubted and state.asking == asked
    return proceed(replace(state, started=True, misses=0, doubted=still_doubted), *noted, *put_off)


def _corrected(state: State, answer: Answer, sign: str | None) -> Step:
    changed = sign or (state.given[-1][0] if state.given else state.asking)
    if changed is None:
        return step(state, Missed())
    return proceed(state.answered(changed, answer), prompt("corrected", about=(changed,), answer=answer))


def _went_back(state: State, steps: int) -> Step:
    if not state.given and not state.doubted:
        return _pending(replace(state, misses=0), prompt("first_question"))
    # A red flag that was explained is not recorded yet: the first step back only asks it afresh.
    return proceed(state.undone(steps - 1 if state.doubted else steps), prompt("back"))
