"""What a request opens beside speech: Alexa's own services, for as long as it is answered.

Kept apart from the envelope for the SDK, because every device brings it and hardly a turn needs it.
"""

import datetime as dt
import re

from msgspec import Struct

from skill.alexa.envelope import locale, part
from skill.words.library import supported
from skill.words.texts import ELSEWHERE

# What is asked for, and what the question for it is known by when its answer comes.
SCOPE, TOKEN = "alexa::alerts:reminders:skill:readwrite", "reminder"
# The token goes nowhere else; the second is a service on the same machine, for trying things out.
ENDPOINTS = re.compile(r"https://api(?:\.[a-z]{2})?\.amazonalexa\.com|http://127\.0\.0\.1:\d{1,5}")

DEFAULT = "en-US"


class Access(Struct, frozen=True):
    """The way to Alexa's services. sent: when the request was, in UTC; the skill has no other clock.

    locale: of the content that is spoken. allowed: the person has allowed this skill to set reminders, as far as the
    request says.
    """

    endpoint: str
    token: str
    device: str
    sent: dt.datetime
    locale: str
    allowed: bool = False


def access(event: object) -> Access | None:
    """Read it from a request as it came; None where any of it is missing or odd. Never raises."""
    system = part(event, "context", "System")
    endpoint, token, device = (
        part(system, *path) for path in (("apiEndpoint",), ("apiAccessToken",), ("device", "deviceId"))
    )
    sent = _moment(part(event, "request", "timestamp"))
    if not all(isinstance(one, str) and one for one in (endpoint, token, device)) or sent is None:
        return None
    if not ENDPOINTS.fullmatch(endpoint):
        return None
    allowed = part(system, "user", "permissions", "scopes", SCOPE, "status") == "GRANTED"
    return Access(endpoint, token, device, sent, spoken(locale(event)), allowed)


def spoken(asked: str | None) -> str:
    """Give the locale in whose words a request is answered; to other languages English is spoken, as in America."""
    return DEFAULT if supported(asked) == ELSEWHERE else supported(asked)


def _moment(value: object) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return moment.astimezone(dt.UTC) if moment is not None and moment.tzinfo is not None else None
