"""Requests that nobody spoke: Alexa's own events. No word may answer them, and some tell what became of an answer."""

import json
from collections.abc import Mapping
from typing import Any

from skill.alexa.envelope import SPOKEN, part
from skill.alexa.log import Undelivered

ENDED, REFUSED, CAN_FULFILL = "SessionEndedRequest", "System.ExceptionEncountered", "CanFulfillIntentRequest"
# Answers to these may hold no speech, no reprompt and no word about the session, whether one is there or not
# (developer.amazon.com, the request reference of each interface). A type that ends in RuntimeError is one too.
SPEECHLESS = (
    ENDED,
    CAN_FULFILL,
    "System.",
    "AudioPlayer.",
    "PlaybackController.",
    "AlexaSkillEvent.",
    "AlexaHouseholdListEvent.",
    "Messaging.",
    "Reminders.",
    "Alexa.Advertisement.",
    "Alexa.Authorization.",
    "Alexa.DataStore.",
)
# Alexa's names for what went wrong with an answer (ask-sdk-model, SessionEndedErrorType), and ours for the log.
FATES: Mapping[object, Undelivered] = {
    "INVALID_RESPONSE": "invalid_response",
    "DEVICE_COMMUNICATION_ERROR": "device_communication_error",
    "INTERNAL_SERVICE_ERROR": "internal_service_error",
    "ENDPOINT_TIMEOUT": "endpoint_timeout",
}


def is_silent(event: object) -> bool:
    """Tell whether no word may answer: the end of a session, and events that nobody waits for."""
    kind = part(event, "request", "type")
    if not isinstance(kind, str) or kind in SPOKEN:
        return False
    return kind.startswith(SPEECHLESS) or kind.endswith("RuntimeError") or part(event, "session") is None


def unspoken(event: object) -> dict[str, Any]:
    """Answer a silent request.

    event: one that is silent. Returns a response without a word. What the session holds is given back, because Alexa
    forgets what a response leaves out; raises ValueError or RecursionError when it cannot be written as JSON.
    """
    kind = part(event, "request", "type")
    if kind == CAN_FULFILL:  # asked whether to come here unnamed: this skill only answers to its name
        return {"version": "1.0", "response": {"canFulfillIntent": {"canFulfill": "NO"}}}
    attributes = part(event, "session", "attributes")
    if kind == ENDED or not attributes or not isinstance(attributes, Mapping):
        return {"version": "1.0", "response": {}}
    json.dumps(attributes)
    return {"version": "1.0", "sessionAttributes": attributes, "response": {}}


def undelivered(event: object) -> Undelivered | None:
    """Give Alexa's reason when this says that an answer of ours never reached the person; None for all else."""
    kind, error = part(event, "request", "type"), part(event, "request", "error", "type")
    has_failed = kind == ENDED and (error is not None or part(event, "request", "reason") == "ERROR")
    if kind != REFUSED and not has_failed:
        return None
    return FATES.get(error, "other") if isinstance(error, str) else "other"
