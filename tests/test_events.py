"""Every raw envelope in tests/events/ goes through the Lambda entry, as AWS calls it."""

import json
from typing import Any

import pytest

from skill.workbench.talk import entry, spoken_text

from .conftest import TESTS

EVENTS = {path.stem: path for path in sorted((TESTS / "events").glob("*.json"))}
SKILL_ID = "amzn1.ask.skill.00000000-0000-4000-8000-000000000000"
# Event -> whether Alexa listens on, and words that must be heard. None: nothing may be said.
HEARD: dict[str, tuple[bool, str] | None] = {
    "launch": (True, "This is Leg Check,"),
    "yes": (True, "?"),
    "no": (True, "?"),
    "unsure": (True, "?"),
    "emergency": (True, "911"),
    "tell": (True, "?"),
    "fallback": (True, "?"),
    "help": (True, "?"),
    "stop": (False, ""),
    "session_ended": None,
    "skill_enabled": None,
    "unknown_request_type": (True, "?"),
    "unknown_viewport": (True, "This is Leg Check,"),
    "no_context": (True, "?"),
    "foreign_skill": None,
}
# What is recorded of the question that waited, or of what was described.
RECORDED = {"yes": ["swelling", "yes"], "no": ["swelling", "no"], "unsure": ["swelling", "unsure"]}


def answer(name: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    monkeypatch.setenv("SKILL_ID", SKILL_ID)
    response: dict[str, Any] = entry().lambda_handler(json.loads(EVENTS[name].read_text(encoding="utf-8")), None)
    return response


def test_every_event_has_an_expectation() -> None:
    """A file that is added is tested too."""
    assert EVENTS.keys() == HEARD.keys()


@pytest.mark.parametrize("name", EVENTS)
def test_an_event_is_answered(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer is legal: words and an open microphone, words and the end, or nothing at all."""
    response = answer(name, monkeypatch)

    expected = HEARD[name]
    assert response["version"] == "1.0"
    if expected is None:
        assert "outputSpeech" not in response["response"]
        assert "sessionAttributes" not in response
        return
    is_open, words = expected
    assert words in spoken_text(response)
    assert spoken_text(response)
    assert response["response"]["shouldEndSession"] is not is_open
    assert ("reprompt" in response["response"]) is is_open


@pytest.mark.parametrize(("name", "recorded"), RECORDED.items())
def test_an_answer_is_recorded(name: str, recorded: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer belongs to the question that waited."""
    assert recorded in answer(name, monkeypatch)["sessionAttributes"]["answers"]


def test_what_is_told_in_words_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sign is recorded, a denied one is not, and the red flags come first."""
    attributes = answer("tell", monkeypatch)["sessionAttributes"]

    assert attributes["answers"] == [["swelling", "yes"]]
    assert attributes["asking"] == "breathing"


@pytest.mark.parametrize("name", ["fallback", "help", "unknown_request_type"])
def test_the_question_keeps_waiting(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no answer changes no answer."""
    attributes = answer(name, monkeypatch)["sessionAttributes"]

    assert attributes["asking"] == "swelling"
    assert len(attributes["answers"]) == 3


def test_the_events_hold_no_secret() -> None:
    """Tokens and ids are obvious fakes."""
    for path in EVENTS.values():
        text = path.read_text(encoding="utf-8")
        for line in text.splitlines():
            if any(key in line for key in ('"userId"', '"deviceId"', '"apiAccessToken"', '"sessionId"', '"requestId"')):
                assert "FAKE" in line, f"{path.name}: {line.strip()}"
