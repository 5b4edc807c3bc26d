"""A device whose requests lead to a pretended Amazon, and the way to a reminder on it."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from skill.alexa.service import Service
from skill.workbench.pretended import Amazon
from tests.conftest import Device

CLOCK = dt.datetime(2026, 11, 28, 13, 22, tzinfo=dt.UTC)
SERVICE = Service()
# The answers that lead to "be seen today", and to the offer of a reminder.
TODAY = ("no", "no", "no", "yes", "no", "no", "no", "no")


@contextmanager
def device(behaviour: str, zone: str = "Europe/London", clock: dt.datetime = CLOCK) -> Iterator[tuple[Device, Amazon]]:
    """Give a device in Britain, opened, and its Amazon."""
    with Amazon(behaviour, zone) as amazon:
        speaker = Device(SERVICE, "en-GB")
        speaker.session.services, speaker.session.clock = amazon.system, lambda: clock
        yield speaker.launch(), amazon


def offered(speaker: Device) -> Device:
    """Take a check to "be seen today" and say no to hearing it again."""
    return speaker.say(*TODAY, "no")
