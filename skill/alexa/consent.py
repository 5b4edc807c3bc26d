"""What the person answered when Alexa asked them whether this skill may set reminders.

It comes in one of two requests: as `Connections.Response` after a question in the old way, as `SessionResumedRequest`
after one in the new way (skill/alexa/reminders/permission.py asks both). Both become an intent of ours.
"""

from collections.abc import Iterator, Mapping

from skill.alexa.access import SCOPE
from skill.alexa.envelope import part

REQUESTS = ("Connections.Response", "SessionResumedRequest")
WORDS = {
    "ACCEPTED": "PermissionAccepted",
    "GRANTED": "PermissionAccepted",
    "DENIED": "PermissionDenied",
    "NOT_ANSWERED": "PermissionUnanswered",
}
# Deeper than this no answer lies.
DEEPEST = 4


def consent(event: object) -> str | None:
    """Give the answer as the name of an intent (skill/alexa/routes.py); None for any other request.

    What is not plainly an answer means that the question failed. One no among several words counts as a no.
    """
    request = part(event, "request")
    if part(request, "type") not in REQUESTS:
        return None
    code = part(request, "status", "code") or part(request, "cause", "status", "code")
    if str(code) != "200":
        return "PermissionFailed"
    said = [*_words(part(request, "payload")), *_words(part(request, "cause", "result"))]
    for name in ("PermissionDenied", "PermissionUnanswered", "PermissionAccepted"):
        if any(WORDS[word] == name for word in said):
            return name
    status = part(event, "context", "System", "user", "permissions", "scopes", SCOPE, "status")
    return "PermissionAccepted" if status == "GRANTED" else "PermissionFailed"


def _words(value: object, depth: int = 0) -> Iterator[str]:
    if depth > DEEPEST:
        return
    if isinstance(value, str) and value in WORDS:
        yield value
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    for one in inner:
        yield from _words(one, depth + 1)
