"""The body of a request, unopened until its signature was checked, and what is checked of it then."""

import datetime as dt
import json
from functools import cached_property
from typing import Any, NoReturn

from skill.alexa.envelope import application_ids, part
from skill.web.refusal import RefusedError

# Either way, so a wrong clock is noticed. Alexa allows an hour for skill events; this skill subscribes to none.
TOLERANCE = dt.timedelta(seconds=150)


class NoNumberError(ValueError):
    """NaN and Infinity are not JSON."""


class Letter:
    """A request body that nobody has read yet."""

    def __init__(self, body: str) -> None:
        self._body = body

    @cached_property
    def event(self) -> dict[str, Any] | None:
        """Open it.

        None when Python gives up on it: it is nested too deeply, or a number is too long. The skill has a sentence for
        that. Raises RefusedError unless it is a JSON object otherwise.
        """
        try:
            event = json.loads(self._body, parse_constant=_no_number)
        except (json.JSONDecodeError, NoNumberError):
            raise RefusedError("not_json") from None
        except (ValueError, RecursionError):
            return None
        if not isinstance(event, dict):
            raise RefusedError("not_json")
        return event


def check_time(event: dict[str, Any], now: dt.datetime) -> None:
    """Refuse a request that is not from now: it may be an old one, sent again."""
    try:
        sent = dt.datetime.fromisoformat(part(event, "request", "timestamp"))
        is_fresh = abs(now - sent) <= TOLERANCE
    except (TypeError, ValueError, OverflowError):  # missing, no ISO time, no zone, or beyond the calendar
        is_fresh = False
    if not is_fresh:
        raise RefusedError("timestamp")


def check_skill(event: dict[str, Any], skill_id: str) -> None:
    """Refuse a request that was sent for another skill, or that does not say for which."""
    if set(application_ids(event)) != {skill_id}:
        raise RefusedError("skill_id")


def _no_number(_: str) -> NoReturn:
    raise NoNumberError
