"""From the assessment to the goodbye: the result, the reminders that are offered, and leaving."""

from dataclasses import replace

from skill.dialogue.asking import Step, pending_ask
from skill.dialogue.reply import Line, Reply, prompt
from skill.dialogue.result import emergency_lines, result_lines, so_far_lines
from skill.dialogue.state import State
from skill.rules.questions import Answer
from skill.rules.reminders import reminders_for
from skill.rules.triage import Urgency


def emergency(state: State, because: tuple[str, ...] = ()) -> Step:
    """Send for help and close the session.

    because: the questions that decided it; none when the person cried for help, whose cause is not guessed.
    """
    told = replace(state, started=True, told=Urgency.EMERGENCY_NOW)
    return told, Reply(emergency_lines(because), card=Urgency.EMERGENCY_NOW)


def tell(state: State) -> Step:
    """Speak the assessment with one fitting reminder, and offer another."""
    urgency = state.assessment.urgency
    if urgency is Urgency.EMERGENCY_NOW:
        return emergency(state, state.assessment.because)
    told = replace(state, told=urgency, reminders=1)
    return told, Reply(result_lines(state), pending_ask(told), card=urgency)


def remind(state: State, *say: Line) -> Step:
    """Speak the next reminder that fits, then the pending question; when none is left after the result, leave."""
    fitting = reminders_for(state.answers, state.assessment.urgency)
    left = fitting[state.reminders :]
    lines = (*say, Line("reminders", left[0])) if left else (*say, prompt("no_more"))
    reminded = replace(state, started=True, misses=0, reminders=state.reminders + 1)
    if state.told is not None and len(left) <= 1:
        return goodbye(reminded, *lines)
    return reminded, Reply(lines, pending_ask(reminded))


def answer_offer(state: State, answer: Answer) -> Step:
    """Take the answer to "another reminder?"."""
    if answer is Answer.YES:
        return remind(state)
    if answer is Answer.NO:
        return goodbye(state)
    return miss_offer(state)


def miss_offer(state: State) -> Step:
    """Ask about another reminder once more, then leave: nothing hangs on it."""
    missed = replace(state, misses=state.misses + 1)
    if missed.misses > 1:
        return goodbye(missed)
    return missed, Reply((prompt("missed"),), pending_ask(missed))


def goodbye(state: State, *say: Line) -> Step:
    """Leave; whoever has reason to be seen hears it once more, and in full when the check is not finished."""
    assessment = state.assessment
    if assessment.urgency is Urgency.EMERGENCY_NOW:  # a red flag in doubt, and a sign
        return emergency(state, assessment.because)
    if state.told is not None:
        return state, Reply((*say, Line("outcomes", state.told.id, "remember"), prompt("goodbye")))
    unfinished = (prompt("unfinished"),) if state.started else ()
    card = None if assessment.urgency is Urgency.SELF_CARE else assessment.urgency
    return state, Reply((*say, *unfinished, *so_far_lines(state), prompt("goodbye")), card=card)
