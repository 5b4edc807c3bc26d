"""The question that waits, as it is put: a question of the check, or the offer of another reminder."""

from skill.dialogue.reply import Ask, Reply, prompt, question
from skill.dialogue.state import State

Step = tuple[State, Reply]


def pending_ask(state: State, patient: bool = False) -> Ask:
    """Put the pending question.

    patient: leave a long silence before it is said again. The words change after a miss or an explanation, and what is
    said after a silence differs from what was asked.
    """
    pending = state.asking
    if pending is None:
        return Ask(prompt("offer"), prompt("offer_again"), patient)
    ask, again = question(pending, "ask"), question(pending, "again")
    return Ask(again, ask, patient) if state.misses == 1 or state.doubted else Ask(ask, again, patient)
