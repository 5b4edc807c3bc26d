"""Turns that leave the answers alone: a why, a topic, a wait. Each is answered before the pending question is put."""

from skill.dialogue.naming import names
from skill.dialogue.reply import Card, Line, prompt, question
from skill.dialogue.result import card_asked_for, remember, result_lines, summary_lines
from skill.dialogue.state import State
from skill.dialogue.turns import (
    AskedCard,
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
    TouchedEarlier,
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
PLAIN: dict[type, str] = {Thanked: "thanks", AskedHelp: "help", TouchedEarlier: "touched_earlier"}


def lines_for(state: State, turn: Turn) -> tuple[Line, ...]:
    """Answer an aside with the lines to say before the pending question."""
    pending = state.asking
    match turn:
        case AskedWhy():
            return _why(state)
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
        case AskedCard():
            return (prompt("sent" if card_asked_for(state) else "nothing_to_send"),)
        case AskedReadback():
            return _noted(state)
        case AskedProgress():
            return (prompt("questions_left", count=questions_left(state.answers)) if pending else prompt("all_asked"),)
        case _:
            return (prompt(PLAIN.get(type(turn), "unknown")),)


def _why(state: State) -> tuple[Line, ...]:
    if state.now or state.sure:
        return ()
    pending, result = state.asking, state.assessment.urgency.id
    return (Line("outcomes", result, "why") if pending is None else question(pending, "why"),)


def card_for(state: State, turn: Turn) -> Card | None:
    """Give the card that goes with an aside: an answer to read later, or what the person has sent to the app."""
    if isinstance(turn, AskedCard):
        return card_asked_for(state)
    line = _topic(state, turn.topic) if isinstance(turn, AskedTopic) else None
    if line is None or line.section != "topics":
        return None
    return Card(Line("topics", line.id, "about"), (line, prompt("card_urgent")))


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
