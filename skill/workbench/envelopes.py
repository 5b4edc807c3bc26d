"""Real Alexa request envelopes, as a device would send them, for the terminal, the tests and the emulator."""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from skill.alexa.access import SCOPE
from skill.alexa.envelope import SCREEN, TOUCHED
from skill.alexa.routes import TELL, WORDS

Json = dict[str, Any]
DEVELOPER_SKILL_ID = "amzn1.ask.skill.leg-check-on-this-machine"


def now() -> dt.datetime:
    """Give the time, in UTC."""
    return dt.datetime.now(dt.UTC)


@dataclass
class Session:
    """One session with a pretended device: it keeps the attributes between requests, as Alexa does.

    clock: tells when a request is sent. services: gives what the context says of Alexa's services (the endpoint, the
    token, the permissions); with none the device has none, and no scheduled reminders.
    """

    locale: str = "en-US"
    skill_id: str = DEVELOPER_SKILL_ID
    clock: Callable[[], dt.datetime] = now
    services: Callable[[], Json] | None = None
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

    def connected(self, status: str, code: str = "200") -> Json:
        """Make the answer to a question for the permission in the old way. status: ACCEPTED and the like."""
        payload = {"permissionScope": SCOPE, "status": status}
        answer = {"name": "AskFor", "payload": payload, "status": {"code": code, "message": ""}, "token": "reminder"}
        return self._envelope({"type": "Connections.Response", **answer})

    def resumed(self, status: str, code: str = "200") -> Json:
        """Make the same for the new way."""
        result = {"permissionScopes": [{"permissionScope": SCOPE, "status": status}]}
        cause = {"type": "ConnectionCompleted", "status": {"code": code, "message": ""}, "result": result}
        return self._envelope({"type": "SessionResumedRequest", "cause": {"token": "reminder", **cause}})

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
        application, user = {"applicationId": self.skill_id}, {"userId": "amzn1.ask.account.PRETENDED"}
        services = {} if self.services is None else self.services()
        allowed = {name: services.pop(name) for name in ("permissions",) if name in services}
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
                    "user": {**user, **allowed},
                    "device": device,
                    **services,
                }
            },
            "request": {
                "requestId": f"amzn1.echo-api.request.{uuid.uuid4()}",
                "timestamp": self.clock().strftime("%Y-%m-%dT%H:%M:%SZ"),
                "locale": self.locale,
                **request,
            },
        }
