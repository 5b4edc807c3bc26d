"""The part of a request that this skill uses, taken out of whatever Alexa sent.

The SDK raises on any enum value, request type or missing part that it does not know, before any handler runs (a new
device is enough; measured with ask-sdk-model 1.82.0). So it is given a plain envelope with only the parts used here,
and every request type that is not ours arrives as one unknown intent.
"""

from collections.abc import Mapping
from typing import Any

from skill.alexa.routes import WORDS

# Stands in for every request that this skill has no use for.
UNKNOWN_INTENT = "UnknownRequest"
# A person is waiting for an answer to these, even if the session is missing.
TOUCHED = "Alexa.Presentation.APL.UserEvent"
# The answer to a question for a permission, in the old way and in the new one.
CONNECTED, RESUMED = "Connections.Response", "SessionResumedRequest"
SPOKEN = ("LaunchRequest", "IntentRequest", TOUCHED, CONNECTED, RESUMED)
# The interface of a device that has a screen.
SCREEN = "Alexa.Presentation.APL"
# The types that a log line may name; nothing else that is sent reaches it.
NAMED = (*SPOKEN, "SessionEndedRequest", "System.ExceptionEncountered")

Json = Mapping[str, Any]


def part(value: object, *path: str) -> Any:
    """Walk down nested mappings; None where anything is missing or of another kind."""
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def application_ids(event: object) -> tuple[str, ...]:
    """Give the skill ids that a request says it was sent for, in the two places where it can."""
    found = (part(event, *place, "application", "applicationId") for place in (("context", "System"), ("session",)))
    return tuple(str(name) for name in found if name is not None)


def known_type(event: object) -> str:
    """Give the request type as far as it is one of the few named here; else "other"."""
    kind = part(event, "request", "type")
    return kind if kind in NAMED else "other"


def locale(event: object) -> str | None:
    """Give the locale of a request; None when it names none."""
    found = part(event, "request", "locale")
    return found if isinstance(found, str) else None


def plain(event: Json, intent: str | None = None) -> dict[str, Any]:
    """Make the envelope for the SDK.

    event: the request as it came. intent: the one that stands in for a request of another type.
    Returns JSON values that the SDK can always read.
    Raises ValueError when there is no request in it.
    """
    if not isinstance(part(event, "request", "type"), str):
        raise ValueError("no Alexa request: the event has no request.type")
    application = {"applicationId": next(iter(application_ids(event)), "")}
    attributes = part(event, "session", "attributes")
    return {
        "version": "1.0",
        "session": {
            "application": application,
            "attributes": attributes if isinstance(attributes, Mapping) else {},
        },
        "context": {"System": {"application": application, "device": {"supportedInterfaces": _interfaces(event)}}},
        "request": {"requestId": "", "locale": locale(event), **_request(event, intent)},
    }


def _request(event: Json, intent: str | None) -> dict[str, Any]:
    kind = part(event, "request", "type")
    if kind == "LaunchRequest":
        return {"type": "LaunchRequest"}
    if kind == TOUCHED:
        return {"type": TOUCHED, "arguments": _arguments(event)}
    name = part(event, "request", "intent", "name") if kind == "IntentRequest" else intent
    slots = {WORDS: {"name": WORDS, "value": _words(event)}}
    return {
        "type": "IntentRequest",
        "intent": {"name": name if isinstance(name, str) else UNKNOWN_INTENT, "slots": slots},
    }


def _interfaces(event: Json) -> Json:
    """Tell of a screen, if there is one; nothing of its shape or version, which the SDK may not know."""
    has_screen = isinstance(part(event, "context", "System", "device", "supportedInterfaces", SCREEN), Mapping)
    return {SCREEN: {}} if has_screen else {}


def _arguments(event: Json) -> list[str]:
    """Give what a touch sends along, if it is words."""
    sent = part(event, "request", "arguments")
    return sent if isinstance(sent, list) and all(isinstance(one, str) for one in sent) else []


def _words(event: Json) -> str | None:
    """Give what was said as text, where the request brings it."""
    value = part(event, "request", "intent", "slots", WORDS, "value")
    return value if isinstance(value, str) else None
