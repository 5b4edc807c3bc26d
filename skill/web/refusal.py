"""What a request is refused with."""

from skill.alexa.log import Reason


class RefusedError(Exception):
    """A request that the skill must not see."""

    def __init__(self, reason: Reason) -> None:
        """reason: a short code for the log; it never holds a part of the request."""
        super().__init__(reason)
        self.reason = reason
