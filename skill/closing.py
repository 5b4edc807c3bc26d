"""From the assessment to the goodbye: the result, the reminders that are offered, and leaving."""

from dataclasses import replace

from skill.asides import pending_ask
from skill.questions import Answer
from skill.reminders import reminders_for
from skill.reply import Line, Reply, prompt
from skill.result import emergency_lines, result_lines
from skill.state import State
from skill.triage import Urgency

Step = tuple[State, Reply]


def emergency(state: State) -> Step:
    """Send for help and close the session."""
    told = replace(state, started=True, told=Urgency.EMERGENCY_NOW)
    return told, Reply(emergency_lines(state.assessment.because), card=Urgency.EMERGENCY_NOW)


def tell(state: State) -> Step:
    """Speak the assessment, then one fitting reminder and the offer of another."""
    urgency = state.assessment.urgency
    if urgency is Urgency.EMERGENCY_NOW:
        return emergency(state)
    reminder = Line("reminders", reminders_for(state.answers, urgency)[0], "short")
    told = replace(state, told=urgency, reminders=1, misses=0)
    return told, Reply((*result_lines(state), reminder), pending_ask(told), card=urgency)


def remind(state: State, *say: Line) -> Step:
    """Speak the next reminder that fits, then the pending question; when none is left after the result, leave."""
    fitting = reminders_for(state.answers, state.assessment.urgency)
    left = fitting[state.reminders :]
    lines = (*say, Line("reminders", left[0])) if left else (*say, prompt("no_more"))
    reminded = replace(state, started=True, misses=0, reminders=state.reminders + 1)
    if state.told is not None and len(left) <= 1:
        return reminded, Reply((*lines, *goodbye(state).say))
    return reminded, Reply(lines, pending_ask(reminded))


def answer_offer(state: State, answer: Answer) -> Step:
    """Take the answer to "another reminder?"."""
    if answer is Answer.YES:
        return remind(state)
    if answer is Answer.NO:
        return state, goodbye(state)
    return miss_offer(state)


def miss_offer(state: State) -> Step:
    """Ask about another reminder once more, then leave: nothing hangs on it."""
    missed = replace(state, misses=state.misses + 1)
    if missed.misses > 1:
        return missed, goodbye(missed)
    return missed, Reply((prompt("missed"),), pending_ask(missed))


def goodbye(state: State) -> Reply:
    """Leave; whoever has reason to be seen hears it once more, in one sentence, even in the middle of the check."""
    urgency = state.at_least
    if urgency is Urgency.EMERGENCY_NOW:
        return Reply(emergency_lines(state.assessment.because))
    unfinished = (prompt("unfinished"),) if state.told is None and state.started else ()
    known = urgency > Urgency.SELF_CARE or state.told is not None
    remember = (Line("outcomes", urgency.id, "remember"),) if known else ()
    return Reply((*unfinished, *remember, prompt("goodbye")))
