"""`skill turn -`: one turn a line, nothing remembered between lines, through the Lambda entry. See the contract."""

import json
from typing import Any, TextIO

from skill.alexa import session
from skill.dialogue.taken import taken_for
from skill.hearing.hear import Heard
from skill.words.library import Library
from skill.words.texts import LOCALES
from skill.workbench import hearsay
from skill.workbench.envelopes import DEVELOPER_SKILL_ID, Session
from skill.workbench.talk import Handler, entry, read_content, spoken_text

Json = dict[str, Any]
KEYS = {"say", "launch", "intent", "attributes", "locale"}


class Turns:
    """Takes single turns."""

    def __init__(self, handler: Handler | None = None, library: Library | None = None) -> None:
        """handler: what answers; the Lambda entry if none is given. library: the words and the hearing it has."""
        self._handler, self._library = handler or entry().lambda_handler, library or Library()

    def take(self, line: str) -> Json:
        """Take one line of JSON. Returns what was said and what came of it; raises ValueError for a bad line."""
        return self.answer(request_of(_read(line)))

    def answer(self, request: Json) -> Json:
        """Take one request, as a device sends it. Returns the same as `take`."""
        return self.outcome(request, self._handler(request, None))

    def outcome(self, request: Json, response: Json) -> Json:
        """Tell what came of a request that was answered. Returns the same as `take`."""
        attributes = response.get("sessionAttributes") or {}
        before, after = session.read(request["session"]["attributes"]), session.read(attributes)
        turn = self.heard(request).turn
        return {
            "said": spoken_text(response),
            "open": response["response"].get("shouldEndSession") is False,
            "asking": attributes.get("asking"),
            "urgency": attributes.get("urgency"),
            "answers": dict(attributes.get("answers", [])),
            "heard": list(taken_for(before, turn, after)),
            "attributes": attributes,
        }

    def heard(self, request: Json) -> Heard:
        """Understand a request as the skill does, with the reasons."""
        return hearsay.heard(request, self._library)


def run(lines: TextIO) -> int:
    """Take every line. Returns 1 when any was bad, else 0. Raises ContentError."""
    read_content("en-US")
    turns, failed = Turns(), False
    for line in lines:
        if not line.strip():
            continue
        try:
            result = turns.take(line)
        except ValueError as error:
            result, failed = {"error": str(error)}, True
        print(json.dumps(result, ensure_ascii=False), flush=True)
    return int(failed)


def _read(line: str) -> object:
    try:
        return json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        raise ValueError('this line is not JSON - write {"say": "yes"}') from None


def request_of(given: object, skill_id: str = DEVELOPER_SKILL_ID) -> Json:
    """Make the request that a device sends for one turn. Raises ValueError for what is no turn."""
    return _request(_checked(given), skill_id)


def _checked(given: object) -> Json:
    if not isinstance(given, dict):
        raise ValueError('this line is not a JSON object - write {"say": "yes"}')
    if unknown := set(given) - KEYS:
        raise ValueError(f"{', '.join(sorted(unknown))} is not known - use {', '.join(sorted(KEYS))}")
    if len(set(given) & {"say", "launch", "intent"}) != 1:
        raise ValueError("a line holds one of say, launch and intent")
    if given.get("locale", "en-US") not in LOCALES:
        raise ValueError(f"{given['locale']!r} is not a locale of this skill - use one of {', '.join(LOCALES)}")
    return given


def _request(given: Json, skill_id: str) -> Json:
    device = Session(given.get("locale", "en-US"), skill_id)
    device.attributes = given.get("attributes") or {}
    if "launch" in given:
        return device.launch()
    if "say" in given:
        if not isinstance(given["say"], str):
            raise ValueError("say holds a text")
        return device.words(given["say"])
    intent = given["intent"]
    if not isinstance(intent, dict) or not isinstance(intent.get("name"), str):
        raise ValueError('intent is {"name": "AMAZON.YesIntent"}')
    slots = intent.get("slots") or {}
    if not isinstance(slots, dict):
        raise ValueError('slots are {"words": "my leg is swollen"}')
    return device.intent(intent["name"], {str(name): {"name": name, "value": value} for name, value in slots.items()})
