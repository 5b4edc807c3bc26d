"""Opening the skill, for the first time or once more in the same session: no answer is lost without being asked."""

from msgspec.structs import replace

from skill.dialogue import closing, repairs
from skill.dialogue.asking import Step
from skill.dialogue.flow import pending, proceed, restart
from skill.dialogue.reply import prompt
from skill.dialogue.state import State
from skill.rules.triage import Urgency


def launched(state: State) -> Step:
    """Begin a check, or ask first when answers would be lost.

    After an alarm it is the alarm once more; while "Is that so now?" or "Are you sure?" waits, that is put again.
    """
    if state.told is Urgency.EMERGENCY_NOW:
        return closing.alarm(state, ())
    if state.now:
        return pending(state, prompt("in_doubt"))
    if state.sure:
        return pending(state)
    if state.told is not None:
        return restart(replace(state, for_other=False), prompt("welcome"))
    if state.given or state.doubted or state.parts:
        return repairs.ask_first(state, "startover")
    return proceed(state.opened(), prompt("welcome"))
