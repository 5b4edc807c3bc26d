"""Reply + State -> what a screen shows beside it: which document, and the words in it. Pure.

All of it is also said: in this reply, or when it is asked for.
"""

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from skill.alexa.screens.touch import choices, waits
from skill.dialogue.reply import Line, Reply
from skill.dialogue.result import summary_lines
from skill.dialogue.state import State
from skill.rules.circumstances import circumstances
from skill.rules.interview import questions_left
from skill.rules.questions import BY_ID
from skill.rules.triage import Urgency
from skill.words.speech import Voice

Data = dict[str, Any]
# Said as one part of the result screen, which shows them in other words or elsewhere.
SHOWN_APART = ("act", "worse", "remember")
FOR_DOCTOR = "for_doctor"


class Screen(Struct, frozen=True):
    """One screen. document: the name of a file in documents/. data: what fills it, as JSON values."""

    document: str
    data: Data


def screen(reply: Reply, state: State, voice: Voice) -> Screen:
    """Choose what to show.

    reply, state: as a step of the conversation gave them. voice: speaks the locale, about this person's leg.
    Raises LookupError or AttributeError when the content lacks a text.
    """
    urgency, topic = _urgency(reply, state), next((line for line in reply.say if line.section == "topics"), None)
    if urgency is not None:
        return Screen("result", {**_choices(reply, state, voice), **_result(reply, state, voice, urgency)})
    if topic is not None:
        return _topic(topic, reply, state, voice)
    if reply.ask is not None and (not reply.say or reply.ask.line.section == "questions" or state.now):
        return Screen("question", {**_choices(reply, state, voice), **_question(reply, state, voice)})
    is_for_doctor = any(line.id.startswith(FOR_DOCTOR) for line in reply.say)
    title = voice.content.screen.doctor if is_for_doctor else ""
    return Screen("page", {**_choices(reply, state, voice), "title": title, "text": _joined(reply.say, voice)})


def _urgency(reply: Reply, state: State) -> Urgency | None:
    """Give the urgency to show as a result, if this reply tells it, repeats it, or leaves after it.

    A reminder that is proposed needs the room: its time must be read beside the answers.
    """
    if state.planned is not None and reply.ask is not None:
        return None
    if reply.tells is not None or state.told is None:
        return reply.tells
    is_told = reply.ask is None or any(line.section == "outcomes" for line in reply.say)
    return state.told if is_told else None


def _choices(reply: Reply, state: State, voice: Voice) -> Data:
    """Give what is asked, and the answers to touch."""
    words, grammar = voice.content.screen, voice.content.grammar
    waiting = waits(state) if reply.ask is not None else None
    buttons = [
        {
            "answer": answer.value,
            "label": getattr(words, answer.value),
            "press": voice.fill(words.press, answer=getattr(grammar, answer.value)),
        }
        for answer in choices(waiting)
    ]
    ask = voice.text(reply.ask.line) if reply.ask is not None else ""
    return {"waits": waiting or "", "ask": ask, "buttons": buttons}


def _question(reply: Reply, state: State, voice: Voice) -> Data:
    progress = ""
    if state.waiting in BY_ID:
        number = sum(question in BY_ID for question in state.answers) + 1
        total = number - 1 + questions_left(state.answers)
        progress = voice.fill(voice.content.screen.progress, number=str(number), total=str(total))
    question = voice.text(reply.ask.line) if reply.ask is not None else ""
    return {"progress": progress, "question": question, "note": _joined(reply.say, voice)}


def _result(reply: Reply, state: State, voice: Voice, urgency: Urgency) -> Data:
    words, is_alarm = voice.content.screen, urgency is Urgency.EMERGENCY_NOW
    told = {line.field: line for line in reply.say if line.section == "outcomes"}
    act, worse = (voice.text(told.get(field) or _outcome(state, urgency, field)) for field in ("act", "worse"))
    rest = [line for line in reply.say if line.section != "outcomes" or line.field not in SHOWN_APART]
    is_for_doctor = Urgency.WITHIN_DAYS <= urgency < Urgency.EMERGENCY_NOW
    doctor = _joined(summary_lines(state, unasked=True), voice) if is_for_doctor else ""
    return {
        "urgency": urgency.id,
        "title": act if is_alarm else voice.fill(voice.content.outcomes[urgency.id].card_title),
        "act": "" if is_alarm else act,
        "said": _joined(rest, voice),
        **_numbers(act, is_alarm, voice),
        "worse": worse,
        "worseTitle": "" if is_alarm else words.becomes_emergency,
        "doctor": doctor,
        "doctorTitle": words.doctor if doctor else "",
        "correction": voice.text(reply.ask.line) if is_alarm and reply.ask is not None else "",
    }


def _numbers(act: str, is_alarm: bool, voice: Voice) -> Data:
    """Give whom to call now, large, and the emergency number where that is another; words are no number to dial.

    act: what to do, which names the advice line if it is meant.
    """
    place = voice.content.place
    advice = place.advice_number if place.advice_number and place.advice_number in act else ""
    emergency = place.emergency_number if place.emergency_number[:1].isdecimal() else ""
    repeated = place.emergency_repeated if emergency else ""
    call = emergency if is_alarm else advice
    return {
        "call": call,
        "callTitle": voice.content.screen.call_today if advice and not is_alarm else "",
        "isShort": call.isdecimal(),
        "emergency": "" if is_alarm else repeated,
    }


def _topic(topic: Line, reply: Reply, state: State, voice: Voice) -> Screen:
    words = voice.content.topics[topic.id]
    about = voice.fill(words.about)
    data = {
        **_choices(reply, state, voice),
        "title": about[:1].upper() + about[1:],
        "text": _joined(reply.say, voice),
    }
    if words.table is None or topic.told is not None:
        return Screen("page", data)
    heading = ("", words.table.first, words.table.second)
    rows = (heading, *((row.label, row.first, row.second) for row in words.table.rows.values()))
    filled = [dict(zip(("label", "first", "second"), map(voice.fill, row), strict=True)) for row in rows]
    return Screen("table", {**data, "rows": filled})


def _outcome(state: State, urgency: Urgency, field: str) -> Line:
    return Line("outcomes", urgency.id, field, special=circumstances(state.counted))


def _joined(lines: Iterable[Line], voice: Voice) -> str:
    return " ".join(voice.text(line) for line in lines)
