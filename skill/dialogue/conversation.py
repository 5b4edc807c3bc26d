"""(State, Turn) -> (State, Reply). A pure state machine: the way every turn is handled, in every state."""

from msgspec import structs
from msgspec.structs import replace

from skill.dialogue import asides, closing, doubt, repairs, returned, returning, scheduled, telling
from skill.dialogue.asking import Step, pending_ask
from skill.dialogue.flow import pending, proceed, restart, unanswered
from skill.dialogue.reply import Reply, prompt, question
from skill.dialogue.state import State
from skill.dialogue.turns import (
    ANSWERS,
    CAME_BACK,
    Answered,
    AskedCard,
    AskedCheck,
    AskedHow,
    AskedPace,
    AskedPrevention,
    AskedProgress,
    AskedReadback,
    AskedReminder,
    AskedRepeat,
    AskedScheduled,
    AskedToCancel,
    AskedTopic,
    AskedWait,
    AskedWhy,
    CancelledScheduled,
    Corrected,
    CriedForHelp,
    CriedInDoubt,
    DeclinedReminder,
    Described,
    ForSomeoneElse,
    ForThemselves,
    Launched,
    Missed,
    SpokeOtherLanguage,
    StartedOver,
    Stopped,
    Thanked,
    TouchedEarlier,
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
    AskedProgress,
    AskedReadback,
    AskedRepeat,
    AskedWait,
    AskedWhy,
    Corrected,
    Missed,
    StartedOver,
    Thanked,
    TouchedEarlier,
    WentBack,
    WentOn,
)

# What begins the check, or tips, while the person asks questions of their own.
BEGINS = (
    *(AskedCheck, StartedOver, WentOn, ForSomeoneElse, ForThemselves),
    *(AskedPrevention, AskedReminder, SpokeOtherLanguage),
)
MORE = Answered(Answer.YES)
# What is said between questions of two kinds.
MARKS = {(Kind.RED_FLAG, Kind.SIGN): "now_the_leg", (Kind.SIGN, Kind.RISK): "about_you"}
AS_IT_WAITS = "*"


def step(state: State, turn: Turn, asked: str | None = AS_IT_WAITS) -> Step:
    """Take one turn.

    state: where the conversation stands. turn: what the person just did. asked: what they were asked, if that is known
    from elsewhere: when it is not what the state waits for, because attributes were tampered with or the questions
    changed while a session was open, an answer would be taken for another question's, so it is asked again.
    Returns the new state and the reply; every turn in every state has one.
    """
    if asked != AS_IT_WAITS and state.started and asked != state.waiting and isinstance(turn, ANSWERS):
        turn = AskedRepeat()
    if not isinstance(turn, AskedRepeat):
        state = replace(state, repeats=0)
    if isinstance(turn, AskedPace):  # it was too fast, or too slow: so say it again
        state, turn = replace(state, slow=turn.slow), AskedRepeat()
    after, reply = _marked(state, _taken(state, turn))
    return after, structs.replace(reply, slow=reply.slow or after.slow)


def _marked(before: State, done: Step) -> Step:
    """Mark a step on the way, so that nobody wonders where they are: "Thank you. Now the leg."."""
    after, reply = done
    if before.waiting not in BY_ID or after.waiting not in BY_ID or reply.ask is None:
        return done
    kinds = BY_ID[before.waiting or ""].kind, BY_ID[after.waiting or ""].kind
    if kinds not in MARKS or len(after.given) <= len(before.given):
        return done
    return after, structs.replace(reply, say=(*reply.say, prompt(MARKS[kinds])))


def _taken(state: State, turn: Turn) -> Step:
    match turn:
        case CriedForHelp(about):
            return closing.alarm(state, about)
        case Launched():
            return returning.launched(state)
        case _ if state.told is Urgency.EMERGENCY_NOW:
            return doubt.after_alarm(state, turn)
        case CriedInDoubt(about):
            return doubt.doubt(state, about)
        case _ if isinstance(turn, CAME_BACK):
            return returned.came_back(state, turn)
        case AskedScheduled() | CancelledScheduled() | AskedToCancel() | DeclinedReminder():
            return scheduled.manage(state, turn)
        case Stopped(plainly):
            return repairs.wanted(state, "stop", plainly or state.sure == "stop")
        case _ if not state.started:
            return _opening(state, turn)
        case _ if state.told is None and state.asking is None:  # the result got lost on the way
            return closing.tell(state)
        case _:
            return _within_check(state, turn)


def _opening(state: State, turn: Turn) -> Step:
    """Open the check with more than a launch; whoever does so hears at once that this is no diagnosis.

    Whoever begins with a question of their own, or with tips, is asked whether they want a check at all.
    """
    if isinstance(turn, AskedReminder) and state.reminds:
        return scheduled.asked(state, turn)
    tells = isinstance(turn, Described) and bool(turn.signs or turn.unsure)
    if isinstance(turn, AskedTopic | AskedCard) or (state.browsing and not tells and not isinstance(turn, BEGINS)):
        return _browsing(replace(state, browsing=True), turn)
    if isinstance(turn, AskedPrevention | AskedReminder) or (state.reminders and turn in (MORE, WentOn())):
        no_alarm = (prompt("no_alarm"),) if isinstance(turn, AskedReminder) else ()
        after, reply = closing.remind(state, *no_alarm)
        return after, reply if state.reminders else _disclaimed(reply)
    if state.reminders and isinstance(turn, Answered | Missed):
        return closing.goodbye(state) if turn == Answered(Answer.NO) else closing.miss_offer(state)
    if isinstance(turn, SpokeOtherLanguage):
        return proceed(state.opened(), prompt("other_language"))
    if isinstance(turn, NEEDS_A_QUESTION) or (isinstance(turn, Described) and not (turn.signs or turn.unsure)):
        return proceed(state.opened(), prompt("welcome"))
    after, reply = _within_check(state, turn)
    return after, _disclaimed(reply)


def _disclaimed(reply: Reply) -> Reply:
    """Say that this is no diagnosis, but in an alarm: nothing is to be heard there but what to do."""
    if reply.tells is Urgency.EMERGENCY_NOW:
        return reply
    return structs.replace(reply, say=(*reply.say, prompt("disclaimer")))


def _browsing(state: State, turn: Turn) -> Step:
    """Answer a question of the person's own before any check, and offer the check."""
    match turn:
        case Answered(Answer.YES) | Described(answer=Answer.YES):
            return proceed(state.restarted(), prompt("welcome"))
        case Answered(Answer.NO) | Corrected(Answer.NO) | Described(answer=Answer.NO):
            return closing.goodbye(state)
        case Missed() | Answered() | Described() | Corrected():
            return closing.miss_offer(state)
        case AskedRepeat() | AskedHow() | WentBack() | AskedProgress() | AskedWhy():
            return state, Reply((), pending_ask(state))
        case _:
            heard = replace(state, misses=0)
            return heard, Reply(asides.lines_for(heard, turn), pending_ask(heard), card=asides.card_for(heard, turn))


def _within_check(state: State, turn: Turn) -> Step:
    if (state.now or state.sure) and isinstance(turn, Described) and turn.answer is not None:
        state, _ = telling.noted(state, turn)
        turn = Answered(turn.answer)  # to what waits
    waits = doubt.answer_now(state, turn) if state.now else _sure(state, turn) if state.sure else None
    waits = waits or (None if state.now or state.sure else scheduled.answered(state, turn))
    if waits is not None:
        return waits
    answer = None if state.now or state.sure else _answer_in(state, turn)
    if answer is not None:
        return _answered(state, answer)
    match turn:
        case Missed() | Answered():
            return unanswered(state, prompt("missed"))
        case SpokeOtherLanguage():
            return unanswered(state, prompt("other_language"))
        case Described():
            return telling.told(state, turn)
        case WentOn():
            return unanswered(state, prompt("choices"))
        case Corrected() | WentBack() | StartedOver() | ForSomeoneElse() | ForThemselves():
            return _repaired(state, turn)
        case _:
            return _aside(state, turn)


def _repaired(state: State, turn: Turn) -> Step:
    match turn:
        case Corrected(changed, named):
            return _still_in_doubt(state, repairs.corrected(state, changed, named))
        case WentBack(steps, named):
            return repairs.went_back(state, steps, named)
        case StartedOver(plainly):
            return repairs.wanted(state, "startover", plainly)
        case ForSomeoneElse(plainly):
            return repairs.wanted(state, "other", plainly)
        case _:
            return repairs.wanted(state, "self", plainly=True)


def _still_in_doubt(before: State, done: Step) -> Step:
    """Put "Is that so now?" again after a change that is not about it."""
    after, reply = done
    if not before.now or after.told is not None:
        return done
    after = replace(after, now=before.now)
    return after, Reply(reply.say, pending_ask(after))


def _sure(state: State, turn: Turn) -> Step | None:
    """Take the answer to "Are you sure?"; None if the turn is none."""
    without = replace(state, sure=None, misses=0)
    match turn:
        case Answered(Answer.YES) if state.sure is not None:
            return repairs.done(state, state.sure)
        case StartedOver() if state.sure == "startover":
            return repairs.done(state, state.sure)
        case ForSomeoneElse() if state.sure == "other":
            return repairs.done(state, state.sure)
        case Answered() | WentBack() | WentOn() | Corrected():
            return pending(without, prompt("going_on"))
        case Missed() | Described(signs=(), unsure=()):
            return unanswered(state, prompt("missed"))
        case AskedRepeat() | AskedWait() | SpokeOtherLanguage() | TouchedEarlier() | Unknown():
            return None
        case _:
            return _within_check(without, turn)


def _answer_in(state: State, turn: Turn) -> Answer | None:
    """Give the answer to what waits, if the turn is one."""
    match turn:
        case Answered(answer):
            return answer
        case Corrected(answer, None) if repairs.answers_pending(state):
            return answer
        case WentOn() if state.asking is None:
            return Answer.YES
        case _:
            return None


def _aside(state: State, turn: Turn) -> Step:
    # A touch or an unknown request is nobody's miss; every other aside shows that the person was understood.
    heard = replace(state, started=True, misses=state.misses if isinstance(turn, TouchedEarlier | Unknown) else 0)
    match turn:
        case AskedCheck():
            fresh = state.told is not None or not state.given
            return restart(state, prompt("welcome")) if fresh else pending(heard)
        case AskedPrevention():
            tips_only = state.told is None and not state.given and not state.doubted
            return closing.remind(replace(heard, started=False) if tips_only else heard)
        case AskedReminder() if state.reminds:
            return scheduled.asked(state, turn)
        case AskedReminder():
            return closing.remind(heard, prompt("no_alarm"))
        case AskedRepeat():
            heard = replace(heard, repeats=heard.repeats + 1)
            return heard, Reply(asides.lines_for(heard, turn), pending_ask(heard), slow=heard.repeats > 1)
        case _:
            ask = pending_ask(heard, patient=turn == AskedWait())
            return heard, Reply(asides.lines_for(heard, turn), ask, card=asides.card_for(heard, turn))


def _answered(state: State, answer: Answer) -> Step:
    asked = state.asking
    if asked is None:
        return (answer is Answer.NO and scheduled.offer(state)) or closing.answer_offer(state, answer)
    after, explained = telling.answered(state, asked, answer)
    return pending(after, question(asked, "how")) if explained else proceed(after)
