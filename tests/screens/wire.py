"""What goes over the wire."""

from typing import Any

from ask_sdk_core.serialize import DefaultSerializer


def as_json(directive: Any) -> dict[str, Any]:
    """Write a directive as the SDK does."""
    written: dict[str, Any] = DefaultSerializer().serialize(directive)
    return written
