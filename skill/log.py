"""The only place that logs. One JSON line a request, and only the fields named here: nothing that a person said."""

import json
import sys
from typing import Literal

Event = Literal["refused", "failed"]


def record(event: Event, *, request_type: str | None = None, error: str | None = None) -> None:
    """Write one line.

    error: the class of an exception, never its text, which may quote the request.
    """
    fields = {"event": event, "request_type": request_type, "error": error}
    print(json.dumps({name: value for name, value in fields.items() if value is not None}), file=sys.stderr)
