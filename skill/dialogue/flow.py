"""What comes after a turn: the next question, the same one again, or the result."""

from msgspec.structs import replace

from skill.dialogue.asking import Step, pending_ask
from skill.dialogue.closing import MOST_MISSES, lost, miss_offer, tell
from skill.dialogue.reply import Line, Reply, prompt
from skill.dialogue.state import State
from skill.rules.triage import Urgency


def proceed(state: State, *say: Line) -> Step:
    """Ask the next question after the given lines; when there is none, tell the assessment, which reads all back."""
    if state.told is None and state.asking is None:
        return tell(state)
    return pending(state, *say)


def pending(state: State, *say: Line) -> Step:
    """Ask the pending question after the given lines."""
    return state, Reply(say, pending_ask(state))


def restart(state: State, said: Line) -> Step:
    """Forget the answers and ask the first question; advice that was told is said once more, so that it is not lost."""
    told = state.told
    advice = (Line("outcomes", told.id, "remember"),) if told is not None and told > Urgency.SELF_CARE else ()
    return pending(state.restarted(), *advice, said)


def unanswered(state: State, said: Line) -> Step:
    """Ask the pending question again, in other words: what was said did not answer it.

    said: what to say the first time. The second time in a row the possible answers are named; the third time the
    person is lost: it is no answer at all.
    """
    if state.waiting is None:
        return miss_offer(state)
    missed = replace(state, misses=state.misses + 1)
    if missed.misses >= MOST_MISSES:
        return lost(missed)
    return pending(missed, said if missed.misses == 1 else prompt("choices"))
