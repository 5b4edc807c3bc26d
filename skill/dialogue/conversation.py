"""(State, Turn) -> (State, Reply). A pure state machine: the way every turn is handled, in every state."""

from dataclasses import replace

from skill.dialogue import asides, closing, repairs
from skill.dialogue.asking import Step, pending_ask
from skill.dialogue.flow import pending, proceed, restart, unanswered
from skill.dialogue.reply import Reply, prompt, question
from skill.dialogue.state import State
from skill.dialogue.turns import (
    Answered,
    AskedCheck,
    AskedHow,
    AskedPrevention,
    AskedReminder,
    AskedRepeat,
    AskedTopic,
    AskedWait,
    AskedWhy,
    Corrected,
    CriedForHelp,
    DeniedEmergency,
    Described,
    ForSomeoneElse,
    ForThemselves,
    Launched,
    Missed,
    SaidBoth,
    SaidBothLegs,
    StartedOver,
    Stopped,
    Thanked,
    Turn,
    Unknown,
    WentBack,
    WentOn,
)
from skill.rules.questions import BY_ID, Answer, Kind
from skill.rules.triage import Urgency

# What makes no sense before anything was asked: it opens the check instead.
NEEDS_A_QUESTION = (
    Answered,
    AskedCheck,
    AskedHow,
    AskedRepeat,
    AskedWait,
    AskedWhy,
    Corrected,
    DeniedEmergency,
    Missed,
    SaidBoth,
    StartedOver,
    Thanked,
    WentBack,
    WentOn,
)


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
        case StartedOver() if state.started:
            return restart(state, prompt("start_over"))
        case _ if state.told is Urgency.EMERGENCY_NOW:  # nothing comes after an emergency but a new check
            return closing.emergency(state)
        case Stopped():
            return closing.goodbye(state)
        case _ if not state.started:
            return _opening(state, turn)
        case _ if state.told is None and state.asking is None:  # the result got lost on the way
            return closing.tell(state)
        case _:
            return _within_check(state, turn)


def _opening(state: State, turn: Turn) -> Step:
    """Open the check with more than a launch; whoever does so hears at once that this is no diagnosis.

    A question of the person's own is the exception: its answer claims nothing about them, and it fills the twenty
    seconds that anybody listens.
    """
    if isinstance(turn, NEEDS_A_QUESTION) or (isinstance(turn, Described) and not turn.signs):
        return proceed(State(started=True), prompt("welcome"))
    after, reply = _within_check(state, turn)
    if isinstance(turn, AskedTopic):
        return after, reply
    return after, Reply((*reply.say, prompt("disclaimer")), reply.ask, reply.card)


def _within_check(state: State, turn: Turn) -> Step:
    answer = _answer_in(state, turn)
    if answer is not None:
        return _answered(state, answer)
    match turn:
        case Described((), ()) | Missed():
            return unanswered(state, prompt("missed"))
        case Described(signs, denied, of_other):
            about = state.about(True) if of_other and not state.for_other else state
            return repairs.described(about, signs, denied)
        case WentOn():
            return unanswered(state, prompt("choices"))
        case DeniedEmergency():
            return repairs.denied_in_passing(state)
        case SaidBoth() | SaidBothLegs():
            return repairs.both_legs(state)
        case Corrected(changed, named):
            return repairs.corrected(state, changed, named)
        case WentBack(steps):
            return repairs.went_back(state, steps)
        case ForSomeoneElse():
            return repairs.someone_else(state)
        case ForThemselves():
            return repairs.themselves(state)
        case _:
            return _aside(state, turn)


def _answer_in(state: State, turn: Turn) -> Answer | None:
    """Give the answer to the pending question, if the turn is one."""
    match turn:
        case Answered(answer):
            return answer
        case Corrected(answer, None) if repairs.answers_pending(state):
            return answer
        case WentOn() if state.asking is None:
            return Answer.YES
        case SaidBoth() if state.asking is not None and BY_ID[state.asking].kind is not Kind.SIGN:
            return Answer.YES  # red flags and risks join two or three things in a question: both of them is a yes
        case _:
            return None


def _aside(state: State, turn: Turn) -> Step:
    # A touch or an unknown request is nobody's miss; every other aside shows that the person was understood.
    heard = replace(state, started=True, misses=state.misses if turn == Unknown() else 0)
    match turn:
        case AskedCheck():
            fresh = state.told is not None or not state.given
            return restart(state, prompt("welcome")) if fresh else pending(heard)
        case AskedPrevention():
            return closing.remind(heard)
        case AskedReminder():
            return closing.remind(heard, prompt("no_alarm"))
        case _:
            return heard, Reply(asides.lines_for(heard, turn), pending_ask(heard, patient=turn == AskedWait()))


def _answered(state: State, answer: Answer) -> Step:
    asked = state.asking
    if asked is None:
        return closing.answer_offer(state, answer)
    unsure_flag = answer is Answer.UNSURE and BY_ID[asked].kind is Kind.RED_FLAG
    if unsure_flag and not state.doubted:
        return pending(replace(state, doubted=True, misses=0), question(asked, "how"))
    return proceed(state.answered(asked, answer))
