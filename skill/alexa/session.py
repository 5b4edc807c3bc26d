"""State <-> Alexa session attributes. What comes back is not trusted: anything odd is dropped, so it is asked again."""

from collections.abc import Mapping
from typing import Any, get_args

import msgspec
from msgspec.structs import replace

from skill.dialogue.errand import PURPOSES, Planned
from skill.dialogue.state import State, Wanted
from skill.rules.interview import next_question
from skill.rules.questions import BY_ID, OTHER_CRIES, RED_FLAGS, Answer
from skill.rules.scheduling import is_sound
from skill.rules.triage import Urgency, assess

# What a cry can be about: a red flag or a part of one, or a cry of its own. See content/<language>/cries.yaml.
CRIES = (*RED_FLAGS, *(f"{flag}.{part}" for flag in RED_FLAGS for part in BY_ID[flag].parts), *OTHER_CRIES)
PARTS = tuple(f"{question.id}.{part}" for question in BY_ID.values() for part in question.parts)
# More would overflow nothing here, but a counter from outside stays a counter.
MOST = 100


def write(state: State, is_open: bool) -> dict[str, Any]:
    """Put a state into session attributes: answers and ids, never sentences.

    is_open: whether a question waits; `asking` is only there when one of the check does.
    """
    attributes = {
        "answers": [[question, answer.value] for question, answer in state.given],
        "asking": state.waiting if is_open else None,
        "urgency": None if state.told is None else state.told.id,
        "started": state.started,
        "doubted": state.doubted,
        "explained": state.explained,
        "parts": list(state.parts),
        "misses": state.misses,
        "repeats": state.repeats,
        "reminders": state.reminders,
        "for_other": state.for_other,
        "now": list(state.now),
        "sure": state.sure,
        "heard": list(state.heard),
        "cried": list(state.cried) if state.told is Urgency.EMERGENCY_NOW else [],
        "browsing": state.browsing,
        "slow": state.slow,
        "offered": list(state.offered),
        "planned": None if state.planned is None else msgspec.to_builtins(state.planned),
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
        explained=attributes.get("explained") is True,
        told=_told(attributes.get("urgency"), given),
        reminders=_count(attributes.get("reminders")),
        for_other=attributes.get("for_other") is True,
        repeats=_count(attributes.get("repeats")),
        now=_names(attributes.get("now"), CRIES),
        sure=_wanted(attributes.get("sure")),
        heard=tuple(name for name in _names(attributes.get("heard"), PARTS) if name.partition(".")[0] in given),
        cried=_names(attributes.get("cried"), CRIES),
        browsing=attributes.get("browsing") is True,
        slow=attributes.get("slow") is True,
        offered=tuple(one for one in PURPOSES if one in _names(attributes.get("offered"), PURPOSES)),
    )
    if state.told is not None:
        state = replace(state, planned=_planned(attributes.get("planned")))
    pending = next_question(given) if state.told in (None, Urgency.EMERGENCY_NOW) else None
    if pending is None:
        return state
    parts = _names(attributes.get("parts"), BY_ID[pending].parts)
    return replace(state, doubted=attributes.get("doubted") is True, parts=parts)


def heard_question(attributes: object) -> str | None:
    """Give the id of what was asked when these attributes were written; None when nothing was."""
    asked = attributes.get("asking") if isinstance(attributes, Mapping) else None
    return asked if isinstance(asked, str) else None


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


def _planned(value: object) -> Planned | None:
    """Believe in a plan only if it is one that could have been made here; whether it is past, its time tells."""
    try:
        planned = msgspec.convert(value, Planned)
    except msgspec.ValidationError:
        return None
    return planned if is_sound(planned.plan) else None


def _count(value: object) -> int:
    return min(value, MOST) if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0


def _names(value: object, known: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in value if name in known) if isinstance(value, list) else ()


def _wanted(value: object) -> Wanted | None:
    return next((wanted for wanted in get_args(Wanted) if wanted == value), None)
