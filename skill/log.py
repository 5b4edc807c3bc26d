"""The only place that logs. One JSON line a request, and only the fields named here: nothing that a person said."""

import json
import sys
from typing import Literal

Event = Literal["refused", "failed", "server"]
# Why the web service refused a request (skill/web/).
Reason = Literal[
    "no_signature",  # a header is missing
    "certificate_url",
    "certificate_fetch",
    "certificate_chain",
    "signature",
    "not_checked",  # a check itself failed
    "not_json",
    "timestamp",
    "skill_id",
    "not_local",  # an unsigned request from another machine
    "http",  # wrong path or method, too large, no legal HTTP; the status tells
]


def record(
    event: Event,
    *,
    request_type: str | None = None,
    error: str | None = None,
    reason: Reason | None = None,
    status: int | None = None,
) -> None:
    """Write one line.

    error: the class of an exception, never its text, which may quote the request. status: of the HTTP answer.
    """
    fields = {"event": event, "request_type": request_type, "error": error, "reason": reason, "status": status}
    line = json.dumps({name: value for name, value in fields.items() if value is not None})
    sys.stderr.write(line + "\n")  # in one piece: the web service logs from several threads
