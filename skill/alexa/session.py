"""State <-> Alexa session attributes. What comes back is not trusted: anything odd is dropped, so it is asked again."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from skill.dialogue.state import State
from skill.rules.interview import next_question
from skill.rules.questions import BY_ID, Answer
from skill.rules.triage import Urgency, assess

# More would overflow nothing here, but a counter from outside stays a counter.
MOST = 100


def write(state: State, is_open: bool) -> dict[str, Any]:
    """Put a state into session attributes: answers and ids, never sentences.

    is_open: whether a question waits; `asking` is only there when one of the check does.
    """
    attributes = {
        "answers": [[question, answer.value] for question, answer in state.given],
        "asking": state.asking if is_open else None,
        "urgency": None if state.told is None else state.told.id,
        "started": state.started,
        "doubted": state.doubted,
        "misses": state.misses,
        "reminders": state.reminders,
        "for_other": state.for_other,
    }
    return {name: value for name, value in attributes.items() if value}


def read(attributes: object) -> State:
    """Rebuild the state. A tampered or foreign attribute never becomes an answer and never raises."""
    if not isinstance(attributes, Mapping):
        return State()
    given = _answers(attributes.get("answers"))
    state = State(
        given=tuple(given.items()),
        started=bool(given) or attributes.get("started") is True,
        misses=_count(attributes.get("misses")),
        told=_told(attributes.get("urgency"), given),
        reminders=_count(attributes.get("reminders")),
        for_other=attributes.get("for_other") is True,
    )
    return replace(state, doubted=attributes.get("doubted") is True and state.asking is not None)


def in_step(attributes: object, state: State) -> bool:
    """Tell whether the question that the person heard is the one that the state waits for.

    It is not when attributes were tampered with, or when the questions changed while a session was open: then an
    answer would be taken for another question's.
    """
    heard = attributes.get("asking") if isinstance(attributes, Mapping) else None
    return not state.started or heard == state.asking


def _answers(value: object) -> dict[str, Answer]:
    given: dict[str, Answer] = {}
    for pair in value if isinstance(value, list) else []:
        match pair:
            case [str(question), str(answer)] if question in BY_ID and answer in set(Answer):
                given[question] = Answer(answer)
    return given


def _told(value: object, given: dict[str, Answer]) -> Urgency | None:
    """Believe that a result was told only if it is what the answers come to, or an emergency."""
    told = next((urgency for urgency in Urgency if urgency.id == value), None)
    if told is Urgency.EMERGENCY_NOW:
        return told
    return told if next_question(given) is None and assess(given).urgency is told else None


def _count(value: object) -> int:
    return min(value, MOST) if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0
