"""How a pretended Amazon can behave (skill/workbench/pretended.py): as it should, or in a way that goes wrong."""

import json
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

# Longer than anybody here waits; seconds.
SLOW = 8.0


class Answer(Struct, frozen=True):
    """An HTTP answer. seconds: how long it takes; drips: letter by letter."""

    status: int
    body: str = ""
    seconds: float = 0.0
    drips: bool = False


def refusal(status: int, code: str = "", message: str = "") -> Answer:
    """Make an error as Amazon words it."""
    return Answer(status, json.dumps({"code": code, "message": message}))


class Behaviour(Struct, frozen=True):
    """How Amazon behaves; None is as it should be. allowed: the permission was given before.

    failing: the ways of asking for it by voice that do not work. there: when the reminders ring that are set already.
    """

    zone: Answer | None = None
    post: Answer | None = None
    get: Answer | None = None
    delete: Answer | None = None
    allowed: bool = True
    failing: tuple[Literal["voice", "connection"], ...] = ()
    there: tuple[str, ...] = ()


BEHAVIOURS: Mapping[str, Behaviour] = {
    "allowed": Behaviour(),
    "works": Behaviour(allowed=False),
    "no_voice": Behaviour(allowed=False, failing=("voice",)),
    "card": Behaviour(allowed=False, failing=("voice", "connection")),
    "revoked": Behaviour(post=refusal(401, "INVALID_BEARER_TOKEN", "no consent")),
    "forbidden": Behaviour(post=refusal(403, "FORBIDDEN", "Forbidden")),
    "unsupported": Behaviour(post=refusal(403, "DEVICE_NOT_SUPPORTED", "Device is not supported")),
    "too_many": Behaviour(post=refusal(403, "MAX_REMINDERS_EXCEEDED", "Maximum reminders reached")),
    "bad_request": Behaviour(post=refusal(400, "INVALID_TRIGGER_TYPE", "Invalid trigger")),
    "bad_zone": Behaviour(post=refusal(400, "INVALID_TIMEZONE_ID", "Invalid timezone")),
    "busy": Behaviour(post=refusal(429, "RATE_EXCEEDED", "Too many requests")),
    "broken": Behaviour(post=Answer(500)),
    "down": Behaviour(post=Answer(503, "<html>Service Unavailable</html>")),
    "gateway": Behaviour(post=Answer(504, "<html>Gateway Timeout</html>")),
    "slow": Behaviour(post=Answer(200, "{}", SLOW)),
    "drips": Behaviour(post=Answer(200, "{" + " " * 400 + "}", SLOW, drips=True)),
    "garbage": Behaviour(post=Answer(201, "<html>Created</html>")),
    "empty": Behaviour(post=Answer(201)),
    "unauthorised_html": Behaviour(post=Answer(401, "<html>Unauthorized</html>")),
    "no_zone": Behaviour(zone=Answer(204)),
    "forbidden_zone": Behaviour(zone=refusal(403, "ACCESS_DENIED", "no access")),
    "unknown_zone": Behaviour(zone=Answer(200, '"Mars/Olympus_Mons"')),
    "odd_zone": Behaviour(zone=Answer(200, '"../../etc/passwd"')),
    "garbage_zone": Behaviour(zone=Answer(200, "<html>")),
    "slow_zone": Behaviour(zone=Answer(200, '"Europe/London"', SLOW)),
    "down_zone": Behaviour(zone=Answer(503)),
    "two_set": Behaviour(there=("2026-11-28T18:00:00.000", "2026-11-29T09:00:00.000")),
    "unlisted": Behaviour(get=Answer(500, "oops")),
    "slow_list": Behaviour(get=Answer(200, "{}", SLOW)),
    "slow_delete": Behaviour(delete=Answer(200, "", 1.0), there=("2026-11-29T09:00:00.000",) * 9),
    "no_delete": Behaviour(delete=Answer(404, ""), there=("2026-11-29T09:00:00.000",)),
}
