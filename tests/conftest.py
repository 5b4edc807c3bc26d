"""Shared helpers: cases in YAML, the Lambda entry, what is heard, and a pretended device."""

import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from skill.alexa.service import Service
from skill.hearing.hear import Asked, Heard, Hearing
from skill.hearing.vocabulary import Vocabulary
from skill.rules.questions import Answer, Answers
from skill.rules.triage import Urgency
from skill.words.library import load_vocabulary
from skill.words.store import ContentError
from skill.words.texts import CONTENT, LANGUAGE
from skill.words.yamlfile import parse
from skill.workbench.dialogues import check_frozen
from skill.workbench.envelopes import Session
from skill.workbench.model.models import Source, read_source
from skill.workbench.talk import Handler, entry, spoken_text

TESTS = Path(__file__).parent
URGENCIES = {urgency.id: urgency for urgency in Urgency}


def pytest_configure(config: pytest.Config) -> None:
    """End at once, and say what to do, when the code has changed and does not read the frozen content any more."""
    if hasattr(config, "workerinput"):  # the process that started this one has looked
        return
    try:
        check_frozen()
    except ContentError as error:
        raise pytest.UsageError(str(error)) from None


@cache
def handler() -> Handler:
    """Load the Lambda entry, once: it remembers nothing of what it is sent."""
    entered: Handler = entry().lambda_handler
    return entered


class Remembering(Hearing):
    """Hears each sentence once for each thing that waits: hearing is a pure function."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__(vocabulary)
        self._known: dict[tuple[str, Asked], Heard] = {}

    def hear(self, text: str, asked: Asked) -> Heard:
        """Look it up, or hear it."""
        if (text, asked) not in self._known:
            self._known[text, asked] = super().hear(text, asked)
        return self._known[text, asked]


@cache
def hearing() -> Hearing:
    """Load what is heard, once."""
    return Remembering(load_vocabulary(LANGUAGE))


@cache
def source() -> Source:
    """Read what the models are made from, once."""
    return read_source()


def shortened(value: Any) -> Any:
    """Leave a few of the lines of every list."""
    if isinstance(value, dict):
        return {key: shortened(inner) for key, inner in value.items()}
    return value[:3] if isinstance(value, list) else value


@pytest.fixture(scope="session")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a store with few examples, for tests that break it in many ways: it is read in a third of the time."""
    store = Path(shutil.copytree(CONTENT, tmp_path_factory.mktemp("store") / "content"))
    for path in (store / LANGUAGE / "hearing" / "examples").iterdir():
        few = shortened(parse(path).value)
        path.write_text(yaml.safe_dump(few, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return store


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
