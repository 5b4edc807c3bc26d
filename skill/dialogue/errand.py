"""What the conversation wants done outside: it knows neither the clock nor Amazon, and says so as data.

The edge (skill/alexa/reminders) runs an errand and gives what came of it back as a turn, in the same request.
"""

import datetime as dt
from typing import Literal, get_args

from msgspec import Struct

from skill.rules.scheduling import Plan, Purpose

PURPOSES: tuple[Purpose, ...] = get_args(Purpose)
# By voice in two ways, and where neither works a card in the Alexa app.
Way = Literal["voice", "connection", "card"]
# Where a proposal stands: it waits for a yes, or for the permission that was asked for in one of the two ways.
Stage = Literal["offered", "voice", "connection"]
# Why an errand failed. unsure: it may have been done all the same. unread: reminders could not be listed or deleted.
Reason = Literal["no_permission", "unsupported", "too_many", "no_zone", "down", "unsure", "unread"]


class LookUpTime(Struct, frozen=True):
    """Find out what time it is for the person.

    asked: they asked for a reminder, so a failure is told. instead: they asked for another one than this.
    """

    purpose: Purpose
    workdays: bool = False
    asked: bool = False
    instead: bool = False


class SetReminder(Struct, frozen=True):
    """Set what was agreed to. permitted: the permission was given just now, whatever the request says."""

    plan: Plan
    permitted: bool = False


class AskPermission(Struct, frozen=True):
    """Have Alexa ask whether this skill may set reminders; the answer comes with the next request."""

    way: Way


class ListReminders(Struct, frozen=True):
    """Find the reminders of this skill that are still to come."""


class CancelReminders(Struct, frozen=True):
    """Delete them."""


Errand = LookUpTime | SetReminder | AskPermission | ListReminders | CancelReminders


class Planned(Struct, frozen=True):
    """A reminder that was proposed. today: the day on which that was. stage: what it waits for."""

    plan: Plan
    today: dt.date
    stage: Stage = "offered"
