"""Amazon's side of scheduled reminders, pretended on this machine: the services over HTTP, and Alexa's own question.

For `skill talk --reminders`, the golden dialogues and the tests. It behaves as skill/workbench/behaviours.py says.
"""

import contextlib
import json
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any, Self

from skill.alexa.access import SCOPE
from skill.workbench.behaviours import BEHAVIOURS, Answer

Json = dict[str, Any]
REMINDERS, ZONE = "/v1/alerts/reminders", "/settings/System.timeZone"
TOKEN = "pretended-token"  # noqa: S105  # no secret: nothing real takes it
ZONES = {
    "en-US": "America/New_York",
    "en-GB": "Europe/London",
    "en-CA": "America/Toronto",
    "en-AU": "Australia/Sydney",
    "en-IN": "Asia/Kolkata",
}
ALEXA_ASKS = "Do you give Leg Check permission to set reminders? You can say ‘I approve’ or ‘no’."


class Amazon:
    """The services, in threads of this process; use it in a `with`.

    behaviour: one of BEHAVIOURS. zone: of the device. `posted` holds the bodies of the reminders that were set, and
    `reminders` those that are there.
    """

    def __init__(self, behaviour: str = "works", zone: str = "Europe/London") -> None:
        self.behaviour, self.zone = BEHAVIOURS[behaviour], zone
        self.allowed = self.behaviour.allowed
        self.posted: list[Json] = []
        self.reminders: dict[str, Json] = {}
        for at in self.behaviour.there:
            self._keep({"trigger": {"type": "SCHEDULED_ABSOLUTE", "scheduledTime": at, "timeZoneId": zone}})
        self.calls: list[tuple[str, str, str]] = []
        self.ended = Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.ended.set()
        self._server.shutdown()
        self._server.server_close()

    @property
    def endpoint(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def system(self) -> Json:
        """Give what a request's context says of it."""
        scopes = {SCOPE: {"status": "GRANTED" if self.allowed else "DENIED"}}
        return {"apiEndpoint": self.endpoint, "apiAccessToken": TOKEN, "permissions": {"scopes": scopes}}

    def answer(self, method: str, path: str, body: Json) -> Answer:
        """Answer a call."""
        if path.endswith(ZONE):
            return self.behaviour.zone or Answer(200, json.dumps(self.zone))
        told = {"POST": self.behaviour.post, "GET": self.behaviour.get, "DELETE": self.behaviour.delete}.get(method)
        if not path.startswith(REMINDERS) or told is not None:
            return told or Answer(404)
        return {"POST": self._set, "GET": self._list}.get(method, self._delete)(path, body)

    def _set(self, _: str, body: Json) -> Answer:
        self.posted.append(body)
        return Answer(201, json.dumps({"alertToken": self._keep(body), "status": "ON", "version": "1"}))

    def _keep(self, body: Json) -> str:
        token = str(uuid.uuid4())
        self.reminders[token] = {"alertToken": token, "status": "ON", "version": "1", "createdTime": "", **body}
        return token

    def _list(self, _: str, __: Json) -> Answer:
        alerts = list(self.reminders.values())
        return Answer(200, json.dumps({"totalCount": str(len(alerts)), "alerts": alerts}))

    def _delete(self, path: str, _: Json) -> Answer:
        found = self.reminders.pop(path.rpartition("/")[2], None)
        return Answer(404) if found is None else Answer(200)


def _handler(amazon: Amazon) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Speaks HTTP for Amazon."""

        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length) or b"{}")
            amazon.calls.append((self.command, self.path, self.headers.get("Authorization", "")))
            answer = amazon.answer(self.command, self.path, body)
            if not answer.drips:
                amazon.ended.wait(answer.seconds)
            with contextlib.suppress(ConnectionError):  # who asked waits no longer
                self._send(answer)

        def _send(self, answer: Answer) -> None:
            self.send_response(answer.status)
            self.send_header("Content-Length", str(len(answer.body.encode())))
            self.end_headers()
            for letter in answer.body if answer.drips else (answer.body,):
                self.wfile.write(letter.encode())
                amazon.ended.wait(answer.seconds / len(answer.body) if answer.drips else 0)

        do_GET = do_POST = do_DELETE = _answer  # noqa: N815  # as the server calls them

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler
