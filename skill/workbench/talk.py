"""A leg check in the terminal: text -> envelope -> the Lambda entry -> what Alexa would say."""

import contextlib
import datetime as dt
import html
import importlib.util
import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from skill.words.library import Library
from skill.words.texts import LOCALES
from skill.workbench import ROOT, hearsay
from skill.workbench.envelopes import Session, now
from skill.workbench.pretended import ALEXA_ASKS, ZONES, Amazon
from skill.workbench.terminal import Terminal

Handler = Callable[[Any, Any], dict[str, Any]]
ENTRY = ROOT / "lambda" / "lambda_function.py"
# Nobody says a slash, so a line that starts with one is never taken for speech.
COMMANDS = {
    "/why": "show what was heard and why, from the last turn on; once more puts it away",
    "/json": "show requests and responses from now on; once more puts them away",
    "/launch": "open Leg Check once more",
    "/home": "go to Alexa's home screen",
    "/silence": "say nothing: Alexa asks once more, then the session ends",
    "/help": "show this list",
    "/quit": "leave",
}
# How the skill has Alexa ask for the permission, by the type of the directive.
WAYS = {"Connections.SendRequest": "voice", "Connections.StartConnection": "connection"}
APPROVE = "When Alexa asks for the permission, type: I approve, or no."
HINT = "Type what you would say, or /help."


class Conversation:
    """One session between a person who types and the Lambda entry.

    amazon: pretended services; with none the device has no scheduled reminders.
    """

    def __init__(
        self,
        locale: str,
        handler: Handler,
        amazon: Amazon | None = None,
        clock: Callable[[], dt.datetime] = now,
    ) -> None:
        services = None if amazon is None else amazon.system
        self._session, self._handler = Session(locale, clock=clock, services=services), handler
        self._amazon = amazon
        self._library, self._is_silent = Library(), False
        self.request: dict[str, Any] = {}
        self.response: dict[str, Any] = {}

    def launch(self) -> str:
        """Open the skill. Returns what is said."""
        return self._send(self._session.launch())

    def say(self, text: str) -> str:
        """Say something. Returns what is said back. While Alexa asks for the permission it is the answer to her."""
        if self._way is not None:
            return self._send(self._permission(text))
        return self._send(self._session.words(text))

    def home(self) -> str:
        """Go to the home screen. Returns what is said back."""
        return self._send(self._session.intent("AMAZON.NavigateHomeIntent"))

    def silence(self) -> str:
        """Say nothing, for as long as a device waits. Returns what is said: the reprompt, and the second time nothing.

        Then the session is over, and the skill hears why, but cannot answer.
        https://developer.amazon.com/docs/alexa/alexa-design/available.html
        """
        if self._way is not None:
            return self._send(self._permission(""))
        if self._is_silent:
            return self._send(self._session.ended("EXCEEDED_MAX_REPROMPTS"))
        self._is_silent = True
        return spoken_text({"response": self.response["response"]["reprompt"]})

    @property
    def is_open(self) -> bool:
        """Whether Alexa waits for an answer, or puts a question of her own."""
        return self._way is not None or self.response["response"].get("shouldEndSession") is False

    @property
    def urgency(self) -> str | None:
        """The urgency that was told, if any."""
        found = self.response.get("sessionAttributes", {}).get("urgency")
        return None if found is None else str(found)

    @property
    def card(self) -> str | None:
        """The title of the card that went to the Alexa app, if one did."""
        found = self.response["response"].get("card", {}).get("title")
        return None if found is None else str(found)

    def why(self) -> Iterator[str]:
        """Say in lines what the last request was taken for, and why."""
        if self._is_silent:
            return iter(["heard nothing"])
        return hearsay.lines(hearsay.heard(self.request, self._library))

    def _send(self, request: dict[str, Any]) -> str:
        self.request, self.response = request, self._handler(request, None)
        self._is_silent = self._is_silent and not self.is_open
        self._session.heard(self.response)
        if self._way is None or self._amazon is None:
            return spoken_text(self.response)
        if self._way in self._amazon.behaviour.failing:
            return self._send(self._connection()("", "404"))
        return ALEXA_ASKS

    @property
    def _way(self) -> str | None:
        """In which way Alexa is to ask for the permission; None when she is not."""
        directives = self.response.get("response", {}).get("directives") or []
        return next((WAYS[one["type"]] for one in directives if one["type"] in WAYS), None)

    def _connection(self) -> Callable[[str, str], dict[str, Any]]:
        return self._session.connected if self._way == "voice" else self._session.resumed

    def _permission(self, text: str) -> dict[str, Any]:
        """Answer Alexa's question as she understands it: "I approve", no, or nothing that is an answer."""
        words = text.lower().replace(",", " ").split()
        status = "ACCEPTED" if "approve" in words else "DENIED" if "no" in words else "NOT_ANSWERED"
        if self._amazon is not None and status == "ACCEPTED":
            self._amazon.allowed = True
        return self._connection()(status, "200")


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
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", ssml))).strip()


def read_content(*locales: str) -> None:
    """Read what is said and what is heard, before anybody says a word.

    Raises ContentError with all that is wrong in it: the entry would only say that something went wrong.
    """
    library = Library()
    for locale in locales:
        library.for_locale(locale)
    library.hearing()


@dataclass
class Shown:
    """What is shown beside the words: the envelopes, and what was heard and why."""

    json: bool = False
    why: bool = False


def run(locale: str, shown: Shown, reminders: bool = False) -> int:
    """Hold a conversation on standard input and output. Returns the exit status.

    reminders: pretend Amazon's reminders, so that they can be offered and set; nothing rings.
    Raises ContentError when the content is not as it must be.
    """
    if locale not in LOCALES:
        print(f"talk: {locale} is not a locale of this skill - use one of {', '.join(LOCALES)}", file=sys.stderr)
        return 2
    read_content(locale)
    with Amazon(zone=ZONES[locale]) if reminders else contextlib.nullcontext() as amazon:
        _talk(Conversation(locale, entry().lambda_handler, amazon), shown)
    return 0


def _talk(conversation: Conversation, shown: Shown) -> None:
    terminal = Terminal()
    if terminal.is_one:
        terminal.note(HINT)
    _show(conversation, conversation.launch(), terminal, shown)
    deeds = {"/silence": conversation.silence, "/launch": conversation.launch, "/home": conversation.home}
    for line in terminal.lines():
        if line == "/quit":
            break
        if line in deeds:
            _show(conversation, deeds[line](), terminal, shown)
        elif line.startswith("/"):
            _obey(line, conversation, terminal, shown)
        else:
            _show(conversation, conversation.say(line), terminal, shown)
        if not conversation.is_open:
            break


def _obey(command: str, conversation: Conversation, terminal: Terminal, shown: Shown) -> None:
    if command == "/json":
        shown.json = not shown.json
    elif command == "/why":
        shown.why = not shown.why
        terminal.reasons(conversation.why() if shown.why else ())
    else:
        if command != "/help":
            terminal.note(f"There is no {command.split()[0]}.")
        for name, what in COMMANDS.items():
            terminal.note(what, f"{name:10}")
        terminal.note(f"`skill talk --reminders` is a device that can set reminders; nothing rings. {APPROVE}")


def _show(conversation: Conversation, said: str, terminal: Terminal, shown: Shown) -> None:
    if shown.json:
        print(json.dumps({"request": conversation.request, "response": conversation.response}, indent=1))
    if shown.why:
        terminal.reasons(conversation.why())
    if said:
        terminal.reply(said, conversation.urgency)
        if conversation.card and terminal.is_one:
            terminal.note(f"(a card in the Alexa app: {conversation.card})")
    else:
        terminal.note("The session is over, without a word.")
