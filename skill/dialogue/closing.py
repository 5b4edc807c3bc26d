"""From the assessment to the goodbye: the result, the reminders that are offered, and leaving."""

from msgspec.structs import replace

from skill.dialogue.asking import Step, pending_ask
from skill.dialogue.naming import names
from skill.dialogue.reply import Ask, Line, Reply, prompt
from skill.dialogue.result import emergency_lines, remember, result_card, result_lines, so_far_lines
from skill.dialogue.state import State
from skill.rules.questions import Answer
from skill.rules.reminders import reminders_for
from skill.rules.triage import Urgency

# Not understood this often in a row, the skill says so and closes; it never takes that for an answer.
MOST_MISSES = 3
# Told again so often, the advice ends the conversation.
MOST_TOLD_AGAIN = 2


def alarm(
    state: State, about: tuple[str, ...], unsure: tuple[str, ...] = (), cried: tuple[str, ...] | None = None
) -> Step:
    """Send for help. The microphone stays open once, for somebody who was misheard.

    about: what was heard, as questions, `question.part` or cries; nothing is guessed where it is not known.
    unsure: the questions that were answered with not sure. cried: what was cried, if that is not what was heard.
    """
    told = replace(
        state,
        started=True,
        told=Urgency.EMERGENCY_NOW,
        now=(),
        sure=None,
        misses=0,
        planned=None,
        cried=about if cried is None else cried,
    )
    return told, _told(emergency_lines(about, unsure), Urgency.EMERGENCY_NOW, pending_ask(told))


def _alarm(state: State) -> Step:
    """Send for help for what the answers come to."""
    answers, because = state.counted, state.assessment.because
    clear = tuple(i for i in because if answers[i] is Answer.YES)
    return alarm(state, names(state, clear), names(state, tuple(i for i in because if i not in clear)), cried=())


def tell(state: State) -> Step:
    """Speak the assessment with one fitting reminder, and offer what fits: it once more, or another reminder."""
    urgency = state.assessment.urgency
    if urgency is Urgency.EMERGENCY_NOW:
        return _alarm(state)
    told = replace(state, told=urgency, reminders=int(urgency < Urgency.SAME_DAY))
    return told, _told(result_lines(state), urgency, pending_ask(told))


def remind(state: State, *say: Line) -> Step:
    """Speak the next reminder that fits, then the pending question; when none is left after the result, leave."""
    fitting = reminders_for(state.tips, state.answers, state.assessment.urgency)
    left = fitting[state.reminders :]
    lines = (*say, Line("reminders", left[0])) if left else (*say, prompt("no_more"))
    reminded = replace(state, misses=0, reminders=state.reminders + 1)
    tips_end = state.told is not None and state.told < Urgency.SAME_DAY
    if len(left) <= 1 and (tips_end or not state.started):
        return goodbye(reminded, *lines)
    return reminded, Reply(lines, pending_ask(reminded))


def answer_offer(state: State, answer: Answer) -> Step:
    """Take the answer to "shall I say that again?" or "another reminder?"."""
    if answer is Answer.YES and state.told is Urgency.SAME_DAY:
        again = replace(state, misses=0, reminders=state.reminders + 1)
        if again.reminders > MOST_TOLD_AGAIN:
            return goodbye(again)
        return again, Reply(result_lines(again), pending_ask(again))
    if answer is Answer.YES:
        return remind(state)
    if answer is Answer.NO:
        return goodbye(state)
    return miss_offer(state)


def miss_offer(state: State) -> Step:
    """Say the advice once more and ask again; the third time in a row, leave: nothing hangs on it."""
    missed = replace(state, misses=state.misses + 1)
    if missed.misses >= MOST_MISSES:
        return goodbye(missed)
    advice = (remember(state),) if state.told is not None else ()
    return missed, Reply((prompt("missed"), *advice), pending_ask(missed))


def lost(state: State) -> Step:
    """Give up after too many words that were not understood: say so, give the safe advice, and close."""
    assessment = state.assessment
    if assessment.urgency is Urgency.EMERGENCY_NOW:
        return _alarm(state)
    advice = so_far_lines(state) if assessment.urgency >= Urgency.SAME_DAY else ()
    return state, _told((prompt("lost"), *advice, prompt("lost_advice")), assessment.urgency)


def goodbye(state: State, *say: Line) -> Step:
    """Leave; whoever has reason to be seen hears it once more, and in full when the check is not finished."""
    assessment = state.assessment
    if assessment.urgency is Urgency.EMERGENCY_NOW:  # a red flag in doubt, and a sign
        return _alarm(state)
    if state.told is not None:
        return state, Reply((*say, remember(state), prompt("goodbye")))
    unfinished = (prompt("unfinished"),) if state.started else ()
    return state, _told((*say, *unfinished, *so_far_lines(state), prompt("goodbye")), assessment.urgency)


def _told(say: tuple[Line, ...], urgency: Urgency, ask: Ask | None = None) -> Reply:
    """Tell the advice of an urgency, and send its card; to somebody who leaves early, no need is no result."""
    if ask is None and urgency is Urgency.SELF_CARE:
        return Reply(say)
    return Reply(say, ask, tells=urgency, card=result_card(urgency))
