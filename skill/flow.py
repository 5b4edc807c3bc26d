"""What comes after a turn: the next question, or the result."""

from skill.asides import pending_ask
from skill.closing import Step, tell
from skill.reply import Line, Reply
from skill.state import State


def proceed(state: State, *say: Line) -> Step:
    """Ask the next question after the given lines; when there is none, tell the assessment, which reads all back."""
    if state.told is None and state.asking is None:
        return tell(state)
    return pending(state, *say)


def pending(state: State, *say: Line) -> Step:
    """Ask the pending question after the given lines."""
    return state, Reply(say, pending_ask(state))
