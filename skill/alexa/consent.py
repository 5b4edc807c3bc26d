"""What the person answered when Alexa asked them whether this skill may set reminders.

It comes in one of two requests: as `Connections.Response` after a question in the old way, as `SessionResumedRequest`
after one in the new way (skill/alexa/reminders/permission.py asks both). Both become an intent of ours.
"""

from collections.abc import Iterator

from skill.alexa.access import SCOPE, TOKEN
from skill.alexa.envelope import CONNECTED, RESUMED, part

ASKED_FOR = "AskFor"
WORDS = {
    "ACCEPTED": "PermissionAccepted",
    "GRANTED": "PermissionAccepted",
    "DENIED": "PermissionDenied",
    "NOT_ANSWERED": "PermissionUnanswered",
}


def consent(event: object) -> str | None:
    """Give the answer as the name of an intent (skill/alexa/routes.py); None for any other request.

    What is not plainly the answer to our own question, for our own permission, means that the question failed. One no
    among several answers counts as a no.
    """
    request = part(event, "request")
    kind = part(request, "type")
    if kind not in (CONNECTED, RESUMED):
        return None
    code = part(request, "status", "code") or part(request, "cause", "status", "code")
    if str(code) != "200" or not _is_ours(request):
        return "PermissionFailed"
    said = {WORDS[word] for word in _answers(request) if isinstance(word, str) and word in WORDS}
    for name in ("PermissionDenied", "PermissionUnanswered", "PermissionAccepted"):
        if name in said:
            return name
    status = part(event, "context", "System", "user", "permissions", "scopes", SCOPE, "status")
    return "PermissionAccepted" if status == "GRANTED" else "PermissionFailed"


def _is_ours(request: object) -> bool:
    is_old = part(request, "type") == CONNECTED
    token: object = part(request, "token") if is_old else part(request, "cause", "token")
    return token == TOKEN and (not is_old or part(request, "name") == ASKED_FOR)


def _answers(request: object) -> Iterator[object]:
    """Give what was answered for our permission: one in the old way, in the new way one for each that was asked for."""
    answers = part(request, "cause", "result", "permissionScopes")
    for one in (part(request, "payload"), *(answers if isinstance(answers, list) else ())):
        if part(one, "permissionScope") == SCOPE:
            yield part(one, "status")
