"""One HTTP connection: waitress's, stricter about where a request ends, and with an end for requests that never do."""

import re
import time

from waitress import channel, parser, task  # type: ignore[import-untyped]

from skill.alexa import log
from skill.web.refusal import RefusedError
from skill.web.signature import certificate_path

# A header that goes on in the next line. Who joins the lines and who does not see two different requests.
FOLDED = re.compile(rb"\n[ \t]")
CODED = re.compile(rb"^transfer-encoding:(.*)$", re.IGNORECASE | re.MULTILINE)


class Parser(parser.HTTPRequestParser):  # type: ignore[misc]  # waitress is untyped
    """Reads a request, and refuses one whose end two readers could see in different places.

    A proxy in front of this server and the server itself must agree on it (RFC 9112, sections 5.2, 6.1 and 6.3).
    """

    def parse_header(self, header_plus: bytes) -> None:
        """Read the first line and the headers. Raises ParsingError, which is answered with 400."""
        if FOLDED.search(header_plus):
            raise parser.ParsingError("a header is folded")
        super().parse_header(header_plus)
        codings = [coding.strip(b" \t\r").lower() for coding in CODED.findall(header_plus)]
        is_plain = codings == [b"chunked"] and self.version == "1.1" and "CONTENT_LENGTH" not in self.headers
        if codings and not is_plain:
            raise parser.ParsingError("an odd Transfer-Encoding")


class RefusedTask(task.ErrorTask):  # type: ignore[misc]
    """Answers what is no legal HTTP, or too large to read."""

    def execute(self) -> None:
        """Write the answer, and a line in the log."""
        log.record("refused", reason="http", status=self.request.error.code)
        super().execute()


class Channel(channel.HTTPChannel):  # type: ignore[misc]
    """One connection."""

    parser_class = Parser
    error_task_class = RefusedTask
    _arriving: tuple[object, float] = (None, 0.0)

    def received(self, data: bytes) -> bool:
        """Take in bytes, and remember since when the present request has been arriving."""
        more: bool = super().received(data)
        if self.request is not self._arriving[0]:
            self._arriving = self.request, time.monotonic()
        return more

    def service(self) -> None:
        """Answer one request; when the server stops, tell the client that this was the last."""
        if self.server.is_stopping and len(self.requests) == 1:
            self.requests[0].headers["CONNECTION"] = "close"
        super().service()

    @property
    def chain(self) -> str | None:
        """The path of the certificate chain that its next request needs; None for one that needs none, or gets none."""
        request = self.requests[0]
        url = request.headers.get("SIGNATURECERTCHAINURL")
        if request.error or not url or "SIGNATURE_256" not in request.headers:
            return None
        try:
            return certificate_path(url)
        except RefusedError:
            return None

    def is_late(self, limit: float) -> bool:
        """Tell whether a request has been arriving for too long."""
        return self.request is not None and time.monotonic() - self._arriving[1] > limit

    @property
    def is_busy(self) -> bool:
        """Whether a request is arriving, worked on, or its answer not yet sent."""
        return bool(self.requests or self.request is not None or self.total_outbufs_len)
