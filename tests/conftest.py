"""Shared helpers: cases in YAML, the Lambda entry, and a pretended device."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from skill.alexa.service import Service
from skill.rules.questions import Answer, Answers
from skill.rules.triage import Urgency
from skill.workbench.envelopes import Session
from skill.workbench.talk import spoken_text

TESTS = Path(__file__).parent
URGENCIES = {urgency.id: urgency for urgency in Urgency}


def cases(name: str) -> Any:
    """Read a file of test data below tests/."""
    return yaml.safe_load((TESTS / name).read_text(encoding="utf-8"))


def answers(given: dict[str, str]) -> Answers:
    """Turn plain words into answers."""
    return {question: Answer(answer) for question, answer in given.items()}


class Device:
    """A speaker with one session: sends intents, keeps what comes back."""

    def __init__(self, service: Service, locale: str = "en-US") -> None:
        self.service, self.session = service, Session(locale)
        self.response: dict[str, Any] = {}

    def launch(self) -> "Device":
        """Open the skill."""
        return self.send(self.session.launch())

    def say(self, *intents: str) -> "Device":
        """Send intents without slots; yes, no and unsure are short for theirs."""
        for intent in intents:
            self.send(self.session.intent(SHORT.get(intent, intent)))
        return self

    def send(self, request: dict[str, Any]) -> "Device":
        """Send a request and keep what comes back."""
        self.response = self.service.answer(request)
        self.session.heard(self.response)
        return self

    @property
    def said(self) -> str:
        """Give the words of the last response."""
        return spoken_text(self.response)

    @property
    def attributes(self) -> dict[str, Any]:
        """Give the session attributes of the last response."""
        attributes: dict[str, Any] = self.response.get("sessionAttributes", {})
        return attributes

    @property
    def is_open(self) -> bool:
        """Tell whether Alexa waits for an answer."""
        return self.response["response"].get("shouldEndSession") is False


SHORT = {"yes": "AMAZON.YesIntent", "no": "AMAZON.NoIntent", "unsure": "UnsureIntent"}


@pytest.fixture(scope="session")
def service() -> Service:
    return Service()


@pytest.fixture
def device(service: Service) -> Device:
    return Device(service)
