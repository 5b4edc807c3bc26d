"""The only place that logs. One JSON line a request, and only the fields named here: nothing that a person said.

Left out on purpose: the intent (a "no" is an answer), the question that waits (which ones are reached tells the answers
before), and the outcome (with few users, the minute of an emergency tells whose it was).
"""

import contextlib
import json
import sys
import time
from typing import Literal

Event = Literal["answered", "refused", "failed", "undelivered", "no_screen", "no_card", "no_reminder", "server"]
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
    "cross_site",  # an unsigned request from the page of another site
    "http",  # wrong path or method, too large, no legal HTTP; the status tells
]
# What Alexa says became of an answer that never reached the person (skill/alexa/events.py).
Undelivered = Literal[
    "invalid_response", "device_communication_error", "internal_service_error", "endpoint_timeout", "other"
]


# CloudWatch's embedded metric format: it reads the metric out of the log line (docs.aws.amazon.com, "embedded metric
# format"); a library for it would only cost cold start.
METRIC = {
    "CloudWatchMetrics": [
        {
            "Namespace": "LegCheck",
            "Dimensions": [["locale"], []],
            "Metrics": [{"Name": "duration", "Unit": "Milliseconds"}],
        }
    ]
}


def record(
    event: Event,
    *,
    request_type: str | None = None,
    error: str | None = None,
    reason: Reason | Undelivered | None = None,
    status: int | None = None,
    locale: str | None = None,
    duration: float | None = None,
    cold: bool | None = None,
) -> None:
    """Write one line. Never raises: a log that cannot be written costs its line, and no person their answer.

    error: the class of an exception, never its text, which may quote the request. status: of the HTTP answer.
    duration: of an answer, in milliseconds; with it the line is a CloudWatch metric too. cold: whether it was a
    container's first.
    """
    fields = {
        "event": event,
        "request_type": request_type,
        "error": error,
        "reason": reason,
        "status": status,
        "locale": locale,
        "duration": duration,
        "cold": cold,
        "_aws": None if duration is None else {"Timestamp": int(time.time() * 1000), **METRIC},
    }
    line = json.dumps({name: value for name, value in fields.items() if value is not None})
    with contextlib.suppress(Exception):  # closed, full, nobody at the other end, or none at all
        sys.stderr.write(line + "\n")  # in one piece: the web service logs from several threads
