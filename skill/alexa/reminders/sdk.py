"""What is broken in ask-sdk-model 1.82.0 where reminders are concerned, put right in this one place.

1. Reading any reminder asks for a module that does not exist, alert_info_spoken_info; its class is in spoken_info.
2. An empty text where a date may stand cannot be read (alexa/alexa-apis-for-python, issue 30).
3. Dates are written with a zone or with microseconds, and Alexa wants neither: `stamp` makes the text she wants.
4. A status that it does not know, or an error whose body is empty or no JSON, cannot be read.
"""

import datetime as dt
import json
import sys
from types import ModuleType
from typing import Any

from ask_sdk_model.services.reminder_management import spoken_info
from ask_sdk_model.services.reminder_management.status import Status

FIRST_ERROR, LONGEST_MESSAGE = 400, 300
MISSING = "ask_sdk_model.services.reminder_management.alert_info_spoken_info"


def mend() -> None:
    """Put the missing module in place."""
    if MISSING not in sys.modules:
        module = sys.modules[MISSING] = ModuleType(MISSING)
        module.__dict__["SpokenInfo"] = spoken_info.SpokenInfo


def mended(text: str, status: int) -> str:
    """Leave out of an answer what the SDK cannot read.

    An error is an object with a code and a message, whatever came. Text that is no JSON comes back as it is otherwise.
    """
    try:
        value = json.loads(text)
    except ValueError:
        value = None
    if status >= FIRST_ERROR and not isinstance(value, dict):
        return json.dumps({"message": text[:LONGEST_MESSAGE]})
    return text if value is None else json.dumps(_without_odd(value))


def stamp(moment: dt.datetime) -> str:
    """Write a wall-clock time as Alexa reads it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000")


def _without_odd(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {key: _without_odd(inner) for key, inner in value.items() if inner not in ("", None)}
        return {key: inner for key, inner in kept.items() if key != "status" or _is_known(inner)}
    return [_without_odd(inner) for inner in value] if isinstance(value, list) else value


def _is_known(status: object) -> bool:
    """Tell whether the SDK can read a status: of a reminder, or of its message on the phone."""
    return status in {one.value for one in Status} | {"ENABLED", "DISABLED"}
