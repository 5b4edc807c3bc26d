"""Turns that leave the answers alone: a why, a topic, a wait. Each is answered before the pending question is put."""

from skill.dialogue.reply import Line, prompt, question
from skill.dialogue.result import result_lines
from skill.dialogue.state import State
from skill.dialogue.turns import (
    AskedHelp,
    AskedHow,
    AskedRepeat,
    AskedSources,
    AskedTopic,
    AskedWait,
    AskedWhy,
    Thanked,
    Turn,
)
from skill.rules.questions import QUESTIONS
from skill.rules.triage import Urgency

# Topics that tell what to do for the leg oneself: nothing of the kind for somebody who is to be seen today.
COMPETING = ("cramp_help", "travel")


def lines_for(state: State, turn: Turn) -> tuple[Line, ...]:
    """Answer an aside with the lines to say before the pending question."""
    pending = state.asking
    match turn:
        case AskedWhy():
            why = Line("outcomes", state.assessment.urgency.id, "why")
            return (why if pending is None else question(pending, "why"),)
        case AskedHow():
            return (prompt("how_result") if pending is None else question(pending, "how"),)
        case AskedTopic(None):
            return (prompt("no_topic"),)
        case AskedTopic(topic) if topic in COMPETING and state.assessment.urgency >= Urgency.SAME_DAY:
            return (prompt("seen_first"),)
        case AskedTopic(str(topic)):
            return (Line("topics", topic, "answer"),)
        case AskedSources():
            about = pending or next(iter(state.assessment.because), QUESTIONS[0].id)
            return (prompt("sources", about=(about,)),)
        case AskedRepeat():
            return result_lines(state) if pending is None else ()
        case AskedWait():  # after a result "wait" may be "can it wait?"
            return (prompt("wait") if state.told is None else Line("outcomes", state.told.id, "remember"),)
        case Thanked():
            return (prompt("thanks"),)
        case AskedHelp():
            return (prompt("help"),)
        case _:
            return (prompt("unknown"),)
