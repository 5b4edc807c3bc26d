"""Which scheduled reminder fits, and when it rings, by the person's own clock. Pure: it is told what time it is.

After "today" nothing may compete with being seen: the only reminder asks whether that was done. None rings at night.
"""

import datetime as dt
from typing import Literal

from msgspec import Struct

from skill.rules.questions import Answer, Answers
from skill.rules.triage import Urgency

# checked: did you get it checked. look_again: look at the leg again. move: get up and move, several times a day.
Purpose = Literal["checked", "look_again", "move"]
# A bell at night helps nobody: from the one to the other nothing rings.
MORNING, NIGHT = dt.time(7, 30), dt.time(21, 30)
# Before this hour "tomorrow" is the day that has begun.
DAY_BEGINS = dt.time(4)
CHECKED_IN, CHECKED_AT = dt.timedelta(hours=2), dt.time(8)
LOOK_AGAIN_AT = dt.time(9)
# Alexa lets the same reminder ring every four hours at most.
MOVE_AT = (dt.time(10), dt.time(14), dt.time(18))
# No plan begins later than this: not even on Friday night the one for Monday.
FARTHEST = dt.timedelta(days=4)
# Nearer than this a bell only startles.
SOONEST = dt.timedelta(minutes=30)
# On workdays it goes on for two weeks, so that none rings for ever.
WORKDAYS_FOR = dt.timedelta(days=14)
SATURDAY = 5
STEP = 5  # minutes; nobody says "at 3 22"


class Plan(Struct, frozen=True):
    """A reminder as it is proposed and set: wall-clock times, and the zone of the clock that they are read from.

    day: the first on which it rings. times: at which it rings then, in order. workdays: on each of them after it too.
    """

    purpose: Purpose
    day: dt.date
    times: tuple[dt.time, ...]
    zone: str
    workdays: bool = False

    @property
    def first(self) -> dt.datetime:
        """When it rings first."""
        return dt.datetime.combine(self.day, self.times[0])

    @property
    def last_day(self) -> dt.date:
        """The last day on which it rings."""
        return self.day + WORKDAYS_FOR - dt.timedelta(days=1) if self.workdays else self.day


def fitting(urgency: Urgency, answers: Answers, wanted: Purpose | None = None) -> Purpose | None:
    """Choose the reminder for a result. wanted: what the person asked for; None when it is offered unasked."""
    if urgency is Urgency.EMERGENCY_NOW:
        return None
    if urgency is Urgency.SAME_DAY:
        return "checked"
    if wanted in ("look_again", "move"):
        return wanted
    sat_still = answers.get("kept_still", Answer.NO) is not Answer.NO
    return "move" if urgency is Urgency.SELF_CARE and sat_still else "look_again"


def plan(purpose: Purpose, now: dt.datetime, zone: str, workdays: bool = False) -> Plan:
    """Find the times. now: by the person's clock, without a zone. workdays: of `move`, on each workday."""
    if purpose == "move":
        return _on_workdays(now, zone) if workdays else _moves(now, zone)
    if purpose == "look_again":
        return Plan(purpose, _next_day(now), (LOOK_AGAIN_AT,), zone)
    due = _rounded(now + CHECKED_IN)
    if MORNING <= due.time() <= NIGHT:
        return Plan(purpose, due.date(), (due.time(),), zone)
    morning = due.date() if due.time() < MORNING else due.date() + dt.timedelta(days=1)
    return Plan(purpose, morning, (CHECKED_AT,), zone)


def waits_for_morning(plan: Plan, now: dt.datetime) -> bool:
    """Tell whether a reminder comes later than it would by day."""
    return plan.purpose == "checked" and plan.first > _rounded(now + CHECKED_IN)


def is_sound(plan: Plan) -> bool:
    """Tell whether a plan is one that could have been made here: none that comes back from outside is trusted."""
    by_day = all(at.tzinfo is None and MORNING <= at <= NIGHT for at in plan.times)
    in_order = by_day and list(plan.times) == sorted(set(plan.times)) and 0 < len(plan.times) <= len(MOVE_AT)
    several = len(plan.times) > 1 or plan.workdays
    has_an_end = plan.day <= dt.date.max - WORKDAYS_FOR
    return has_an_end and in_order and (plan.purpose == "move" or not several)


def _moves(now: dt.datetime, zone: str) -> Plan:
    """Ring until tonight; when the day is over, on the next."""
    left = tuple(at for at in MOVE_AT if dt.datetime.combine(now.date(), at) >= now + SOONEST)
    return Plan("move", now.date(), left, zone) if left else Plan("move", _next_day(now), MOVE_AT, zone)


def _on_workdays(now: dt.datetime, zone: str) -> Plan:
    day = now.date() if dt.datetime.combine(now.date(), MOVE_AT[0]) >= now + SOONEST else now.date() + dt.timedelta(1)
    while day.weekday() >= SATURDAY:
        day += dt.timedelta(days=1)
    return Plan("move", day, MOVE_AT, zone, workdays=True)


def _next_day(now: dt.datetime) -> dt.date:
    return now.date() if now.time() < DAY_BEGINS else now.date() + dt.timedelta(days=1)


def _rounded(moment: dt.datetime) -> dt.datetime:
    """Round up to a time that people say."""
    minutes = -(-(moment.hour * 60 + moment.minute) // STEP) * STEP
    return dt.datetime.combine(moment.date(), dt.time()) + dt.timedelta(minutes=minutes)
