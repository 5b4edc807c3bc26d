"""HTTP for the SDK's clients, with an end to every wait: its own client waits for ever, and wants a big library."""

import json
import time
from http.client import HTTPConnection, HTTPSConnection
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.parse import urlsplit

from ask_sdk_model.services.api_client import ApiClient
from ask_sdk_model.services.api_client_request import ApiClientRequest
from ask_sdk_model.services.api_client_response import ApiClientResponse

from skill.alexa.reminders.sdk import mended

LONGEST_CALL = 2.0  # seconds
LARGEST_ANSWER = 500_000  # bytes; hundreds of reminders


class Deadline:
    """How long all calls of an errand may take together."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """The seconds that are left; none or less when it has passed."""
        return self._end - time.monotonic()


class Client(ApiClient):  # type: ignore[misc]  # the SDK's base class is untyped
    """Calls once, in a thread of its own: nothing else ends a slow look-up of a name, or an answer that drips.

    has_changed: whether a call went out that changes something.
    """

    def __init__(self, deadline: Deadline) -> None:
        self._deadline, self.has_changed = deadline, False

    def invoke(self, request: ApiClientRequest) -> ApiClientResponse:
        """Send a request. Raises TimeoutError when no whole answer came in time, and OSError or HTTPException."""
        seconds = min(LONGEST_CALL, self._deadline.left)
        if seconds <= 0:
            raise TimeoutError
        self.has_changed = self.has_changed or request.method != "GET"
        answers: SimpleQueue[ApiClientResponse | Exception] = SimpleQueue()
        Thread(target=_answer, args=(request, seconds, answers), daemon=True).start()
        try:
            answer = answers.get(timeout=seconds)
        except Empty:
            raise TimeoutError from None
        if isinstance(answer, Exception):
            raise answer
        return answer


def _answer(request: ApiClientRequest, seconds: float, answers: "SimpleQueue[ApiClientResponse | Exception]") -> None:
    try:
        answers.put(_send(request, seconds))
    except Exception as error:  # raised again by who waits for it
        answers.put(error)


def _send(request: ApiClientRequest, seconds: float) -> ApiClientResponse:
    url = urlsplit(request.url)
    connect = HTTPSConnection if url.scheme == "https" else HTTPConnection
    connection = connect(url.netloc, timeout=seconds)
    try:
        sent = None if request.body is None else json.dumps(request.body).encode()
        connection.request(request.method, url.path, body=sent, headers=dict(request.headers))
        response = connection.getresponse()
        text = response.read(LARGEST_ANSWER).decode("utf-8", errors="replace")
        body = mended(text, response.status)
        return ApiClientResponse(headers=response.getheaders(), body=body, status_code=response.status)
    finally:
        connection.close()
