"""What an error of Alexa's services means for the person. Whatever it is, it means something."""

import json
from collections.abc import Mapping

from ask_sdk_model.services.service_exception import ServiceException

from skill.dialogue.errand import Reason

# By what stands in the code or the message, in capitals; the first that is found counts.
TELLTALE: Mapping[str, Reason] = {
    "MAX_REMINDERS": "too_many",
    "TOO MANY REMINDERS": "too_many",
    "NOT_SUPPORTED": "unsupported",
    "NOT SUPPORTED": "unsupported",
    "UNSUPPORTED": "unsupported",
    "TIMEZONE": "no_zone",
    "TIME_ZONE": "no_zone",
}
NOT_ALLOWED = (401, 403)
GATEWAY_TIMEOUT = 504


def reason_of(error: Exception) -> Reason:
    """Say why a reminder was not set, or that it may have been set all the same."""
    if not isinstance(error, ServiceException):  # an answer that cannot be read: it may say that all went well
        return "unsure"
    if isinstance(error.__context__, TimeoutError) or error.status_code == GATEWAY_TIMEOUT:
        return "unsure"
    said = _said(error.body).upper()
    found = next((reason for word, reason in TELLTALE.items() if word in said), None)
    if found is not None:
        return found
    return "no_permission" if error.status_code in NOT_ALLOWED else "down"


def _said(body: object) -> str:
    """Give code and message of an error: the SDK hands over an object, a text, or nothing."""
    if isinstance(body, str):
        try:
            body = json.loads(body)
        except ValueError:
            return ""
    if isinstance(body, Mapping):
        return f"{body.get('code')} {body.get('message')}"
    return f"{getattr(body, 'code', '')} {getattr(body, 'message', '')}"
