"""Real Alexa request envelopes, as a device would send them, for the terminal, the tests and the emulator."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from skill.alexa.envelope import SCREEN, TOUCHED
from skill.alexa.routes import TELL, WORDS

Json = dict[str, Any]
DEVELOPER_SKILL_ID = "amzn1.ask.skill.leg-check-on-this-machine"


@dataclass
class Session:
    """One session with a pretended device: it keeps the attributes between requests, as Alexa does."""

    locale: str = "en-US"
    skill_id: str = DEVELOPER_SKILL_ID
    attributes: Json = field(default_factory=dict)
    is_new: bool = True
    has_screen: bool = False
    session_id: str = field(default_factory=lambda: f"amzn1.echo-api.session.{uuid.uuid4()}")

    def launch(self) -> Json:
        """Make a LaunchRequest."""
        return self._envelope({"type": "LaunchRequest"})

    def intent(self, name: str, slots: Mapping[str, Json] | None = None) -> Json:
        """Make an IntentRequest."""
        intent = {"name": name, "confirmationStatus": "NONE", "slots": dict(slots or {})}
        return self._envelope({"type": "IntentRequest", "dialogState": "COMPLETED", "intent": intent})

    def words(self, text: str) -> Json:
        """Make the IntentRequest that brings what was said as text, which is all that fits no other intent."""
        return self.intent(TELL, {WORDS: {"name": WORDS, "value": text, "confirmationStatus": "NONE"}})

    def touch(self, *arguments: str) -> Json:
        """Make the request of a touch on a screen."""
        return self._envelope({"type": TOUCHED, "token": "screen", "arguments": list(arguments)})

    def ended(self, reason: str = "USER_INITIATED") -> Json:
        """Make a SessionEndedRequest."""
        return self._envelope({"type": "SessionEndedRequest", "reason": reason})

    def heard(self, response: Json) -> None:
        """Take the session attributes of a response over into the next request."""
        self.attributes = response.get("sessionAttributes", {})
        self.is_new = False

    def _interfaces(self) -> Json:
        return {SCREEN: {"runtime": {"maxVersion": "2024.3"}}} if self.has_screen else {}

    def _envelope(self, request: Json) -> Json:
        now = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        application, user = {"applicationId": self.skill_id}, {"userId": "amzn1.ask.account.PRETENDED"}
        device = {"deviceId": "amzn1.ask.device.PRETENDED", "supportedInterfaces": self._interfaces()}
        return {
            "version": "1.0",
            "session": {
                "new": self.is_new,
                "sessionId": self.session_id,
                "application": application,
                "attributes": self.attributes,
                "user": user,
            },
            "context": {
                "System": {
                    "application": application,
                    "user": user,
                    "device": device,
                    "apiEndpoint": "https://api.amazonalexa.com",
                    "apiAccessToken": "pretended-token",
                }
            },
            "request": {
                "requestId": f"amzn1.echo-api.request.{uuid.uuid4()}",
                "timestamp": now,
                "locale": self.locale,
                **request,
            },
        }
