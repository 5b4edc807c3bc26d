"""A leg check in the terminal: text -> envelope -> the Lambda entry -> what Alexa would say."""

import html
import importlib.util
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from skill.words.library import Library
from skill.words.texts import LOCALES
from skill.workbench import ROOT, hearsay
from skill.workbench.envelopes import Session

Handler = Callable[[Any, Any], dict[str, Any]]
ENTRY = ROOT / "lambda" / "lambda_function.py"
COLOURS = {"emergency_now": "\033[1;31m", "same_day": "\033[33m", "within_days": "\033[36m", "self_care": "\033[32m"}
PLAIN = "\033[0m"
HINT = "Type what you would say. /why shows what was heard and why, /json requests and responses, /quit leaves."


class Conversation:
    """One session between a person who types and the Lambda entry."""

    def __init__(self, locale: str, handler: Handler) -> None:
        self._session, self._handler = Session(locale), handler
        self._library = Library()
        self.request: dict[str, Any] = {}
        self.response: dict[str, Any] = {}

    def launch(self) -> str:
        """Open the skill. Returns what is said."""
        return self._send(self._session.launch())

    def say(self, text: str) -> str:
        """Say something. Returns what is said back."""
        return self._send(self._session.words(text))

    @property
    def is_open(self) -> bool:
        """Whether Alexa waits for an answer."""
        return self.response["response"].get("shouldEndSession") is False

    @property
    def urgency(self) -> str | None:
        """The urgency that was told, if any."""
        found = self.response.get("sessionAttributes", {}).get("urgency")
        return None if found is None else str(found)

    def why(self) -> Iterator[str]:
        """Say in lines what the last request was taken for, and why."""
        return hearsay.lines(hearsay.heard(self.request, self._library))

    def _send(self, request: dict[str, Any]) -> str:
        self.request, self.response = request, self._handler(request, None)
        self._session.heard(self.response)
        return spoken_text(self.response)


def entry() -> ModuleType:
    """Load lambda/lambda_function.py as AWS does: by its path."""
    spec = importlib.util.spec_from_file_location("lambda_function", ENTRY)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(ENTRY)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def spoken_text(response: dict[str, Any]) -> str:
    """Give the words of a response without their SSML marks."""
    ssml = response["response"].get("outputSpeech", {}).get("ssml", "")
    return html.unescape(re.sub(r" +", " ", re.sub(r"<[^>]+>", "", ssml))).strip()


@dataclass
class Shown:
    """What is shown beside the words: the envelopes, and what was heard and why. `/json` and `/why` toggle them."""

    json: bool = False
    why: bool = False

    def toggle(self, command: str) -> bool:
        """Obey a command. Returns False if there is none of that name."""
        name = command.removeprefix("/")
        if name not in ("json", "why"):
            return False
        setattr(self, name, not getattr(self, name))
        return True


def run(locale: str, shown: Shown) -> int:
    """Hold a conversation on standard input and output. Returns the exit status."""
    if locale not in LOCALES:
        print(f"talk: {locale} is not a locale of this skill - use one of {', '.join(LOCALES)}", file=sys.stderr)
        return 2
    on_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    conversation = Conversation(locale, entry().lambda_handler)
    if on_terminal:
        print(HINT)
    _print(conversation, conversation.launch(), on_terminal, shown)
    for line in _lines(on_terminal):
        if line == "/quit":
            break
        if line.startswith("/"):  # nobody says a slash: it is never taken for speech
            if not shown.toggle(line):
                print(f"There is no {line.split()[0]}. {HINT}", file=sys.stderr, flush=True)
            continue
        _print(conversation, conversation.say(line), on_terminal, shown)
        if not conversation.is_open:
            break
    return 0


def _lines(on_terminal: bool) -> Iterator[str]:
    prompts: Iterable[str] = iter(lambda: _typed(), None) if on_terminal else sys.stdin
    return (line.strip() for line in prompts if line.strip())


def _typed() -> str | None:
    try:
        return input("You:   ") or " "
    except (EOFError, KeyboardInterrupt):
        print()
        return None


def _print(conversation: Conversation, said: str, on_terminal: bool, shown: Shown) -> None:
    if shown.json:
        print(json.dumps({"request": conversation.request, "response": conversation.response}, indent=1))
    if shown.why:
        print("\n".join(f"  {line}" for line in conversation.why()))
    colour = COLOURS.get(conversation.urgency or "", "") if on_terminal and "NO_COLOR" not in os.environ else ""
    print(f"{colour}Alexa: {said}{PLAIN if colour else ''}", flush=True)
