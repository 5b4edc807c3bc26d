"""Turns that leave the answers alone: a why, a topic, a wait. Each is answered before the pending question is put."""

from skill.dialogue.naming import names
from skill.dialogue.reply import Line, prompt, question
from skill.dialogue.result import remember, result_lines, summary_lines
from skill.dialogue.state import State
from skill.dialogue.turns import (
    AskedHelp,
    AskedHow,
    AskedProgress,
    AskedReadback,
    AskedRepeat,
    AskedSources,
    AskedSummary,
    AskedTopic,
    AskedWait,
    AskedWhy,
    Thanked,
    Turn,
)
from skill.rules.interview import questions_left
from skill.rules.questions import QUESTIONS, Answer
from skill.rules.triage import Urgency

# Topics that tell what to do for the leg oneself: nothing of the kind for somebody who is to be seen today.
COMPETING = ("cramp_help", "travel")

# A longer list of noes is summed up.
MOST_NOES = 3
# What is answered by one prompt, whatever the state.
PLAIN: dict[type, str] = {Thanked: "thanks", AskedHelp: "help"}


def lines_for(state: State, turn: Turn) -> tuple[Line, ...]:
    """Answer an aside with the lines to say before the pending question."""
    pending = state.asking
    match turn:
        case AskedWhy() if state.now or state.sure:
            return ()
        case AskedWhy():
            why = Line("outcomes", state.assessment.urgency.id, "why")
            return (why if pending is None else question(pending, "why"),)
        case AskedHow():
            return (prompt("how_result") if pending is None else question(pending, "how"),)
        case AskedTopic(topic):
            return (_topic(state, topic),)
        case AskedSources():
            about = pending or next(iter(state.assessment.because), QUESTIONS[0].id)
            return (prompt("sources", about=(about,)),)
        case AskedRepeat():
            return result_lines(state) if state.waiting is None else ()
        case AskedWait():  # after a result "wait" may be "can it wait?"
            return (prompt("wait") if state.told is None else remember(state),)
        case AskedSummary():
            return summary_lines(state)
        case AskedReadback():
            return _noted(state)
        case AskedProgress():
            return (prompt("questions_left", count=questions_left(state.answers)) if pending else prompt("all_asked"),)
        case _:
            return (prompt(PLAIN.get(type(turn), "unknown")),)


def _topic(state: State, topic: str | None) -> Line:
    if topic is None:
        return prompt("no_topic")
    if topic in COMPETING and state.assessment.urgency >= Urgency.SAME_DAY:
        return prompt("seen_first")
    return Line("topics", topic, "answer", told=state.told)


def _noted(state: State) -> tuple[Line, ...]:
    """Read the answers back: what is there, what is not sure, what is not."""
    named = (("heard", Answer.YES), ("heard_unsure", Answer.UNSURE), ("heard_no", Answer.NO))
    ids = {name: names(state, tuple(q for q, given in state.given if given is answer)) for name, answer in named}
    noes = ids.pop("heard_no")
    there = tuple(prompt(name, about=about) for name, about in ids.items() if about)
    if len(noes) > MOST_NOES:
        return (*there, prompt("heard_no_rest")) if there else (prompt("heard_no_all"),)
    said = (*there, prompt("heard_no", about=noes)) if noes else there
    return said or (prompt("nothing_noted"),)
