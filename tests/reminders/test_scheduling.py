"""skill/rules/scheduling.py: which reminder fits, and when it rings."""

import datetime as dt
from itertools import pairwise, product
from typing import get_args
from zoneinfo import ZoneInfo

import pytest
from msgspec import structs

from skill.rules.questions import Answer
from skill.rules.scheduling import (
    MORNING,
    MOVE_AT,
    NIGHT,
    Plan,
    Purpose,
    fitting,
    is_sound,
    plan,
    waits_for_morning,
)
from skill.rules.triage import Urgency

ZONE = "Europe/London"
DAY = dt.datetime(2026, 11, 27)  # a Friday
MINUTES = [DAY + dt.timedelta(minutes=at) for at in range(0, 7 * 24 * 60, 7)]
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)


def at(hour: int, minute: int = 0) -> dt.datetime:
    return DAY.replace(hour=hour, minute=minute)


@pytest.mark.parametrize("purpose", PURPOSES)
@pytest.mark.parametrize("workdays", [False, True])
def test_nothing_rings_at_night_or_in_the_past(purpose: Purpose, workdays: bool) -> None:
    """At any minute of a week, every bell lies ahead, by day, and the plan would be believed when it comes back."""
    for now in MINUTES:
        made = plan(purpose, now, ZONE, workdays)

        assert made.first > now
        assert all(MORNING <= bell <= NIGHT for bell in made.times)
        assert is_sound(made)
        assert (made.day - now.date()).days <= (3 if workdays else 1)


@pytest.mark.parametrize(
    ("now", "day", "time"),
    [
        (at(13, 22), 27, dt.time(15, 25)),
        (at(13, 25), 27, dt.time(15, 25)),
        (at(19, 30), 27, dt.time(21, 30)),
        (at(19, 31), 28, dt.time(8)),
        (at(22, 30), 28, dt.time(8)),
        (at(0, 30), 27, dt.time(8)),
        (at(5, 40), 27, dt.time(7, 40)),
    ],
)
def test_whether_it_was_checked_is_asked_two_hours_later_or_in_the_morning(
    now: dt.datetime, day: int, time: dt.time
) -> None:
    """Rounded up to five minutes, as people say times."""
    made = plan("checked", now, ZONE)

    assert (made.day.day, made.times) == (day, (time,))


def test_a_night_is_told_from_a_day() -> None:
    """Only when it would have come in the night it comes later than people would expect."""
    assert waits_for_morning(plan("checked", at(22), ZONE), at(22))
    assert not waits_for_morning(plan("checked", at(13), ZONE), at(13))
    assert not waits_for_morning(plan("look_again", at(13), ZONE), at(13))


def test_moving_goes_on_until_tonight_and_then_tomorrow() -> None:
    """Four hours apart, which is as often as Alexa rings the same reminder."""
    assert plan("move", at(9), ZONE).times == MOVE_AT
    assert plan("move", at(13, 31), ZONE).times == MOVE_AT[2:]
    evening = plan("move", at(17, 31), ZONE)
    assert (evening.day.day, evening.times) == (28, MOVE_AT)
    gaps = [later.hour - earlier.hour for earlier, later in pairwise(MOVE_AT)]
    assert min(gaps) >= 4


def test_workdays_begin_on_a_workday_and_end() -> None:
    """A plan of Friday noon begins on Monday, and none goes on for ever."""
    made = plan("move", at(12), ZONE, workdays=True)

    assert made.day == dt.date(2026, 11, 30)
    assert made.last_day == dt.date(2026, 12, 13)
    assert plan("move", at(9), ZONE, workdays=True).day == DAY.date()


@pytest.mark.parametrize("day", [dt.date(2026, 3, 29), dt.date(2026, 10, 25), dt.date(2027, 3, 28)])
def test_every_time_is_on_the_clock_on_the_days_that_it_changes(day: dt.date) -> None:
    """No bell falls into the hour that is left out or comes twice, whatever minute it is planned at."""
    zone = ZoneInfo(ZONE)
    for minutes, purpose in product(range(-24 * 60, 24 * 60, 15), PURPOSES):
        made = plan(purpose, dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=minutes), ZONE)
        for bell in made.times:
            local = dt.datetime.combine(made.day, bell, tzinfo=zone)
            assert local.astimezone(dt.UTC).astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None)
            assert local.replace(fold=1).utcoffset() == local.utcoffset()


def test_nothing_competes_with_being_seen() -> None:
    """In an emergency there is no reminder; after "today" only the one that asks whether that was done."""
    for wanted in (None, *PURPOSES):
        assert fitting(Urgency.EMERGENCY_NOW, {}, wanted) is None
        assert fitting(Urgency.SAME_DAY, {}, wanted) == "checked"
        assert fitting(Urgency.WITHIN_DAYS, {}, wanted) != "checked"


def test_who_sits_still_is_reminded_to_move_if_nothing_is_to_be_watched() -> None:
    """Everybody else is asked to look at the leg again."""
    still = {"kept_still": Answer.YES}

    assert fitting(Urgency.SELF_CARE, still) == "move"
    assert fitting(Urgency.SELF_CARE, {"kept_still": Answer.NO}) == "look_again"
    assert fitting(Urgency.WITHIN_DAYS, still) == "look_again"


@pytest.mark.parametrize(
    "odd",
    [
        {"times": ()},
        {"times": (dt.time(3),)},
        {"times": (dt.time(9), dt.time(9))},
        {"times": (dt.time(14), dt.time(10))},
        {"times": (dt.time(9), dt.time(10))},
        {"times": (dt.time(9, tzinfo=dt.UTC),)},
        {"workdays": True},
        {"day": dt.date(9999, 12, 30)},
    ],
)
def test_a_plan_that_nobody_could_have_made_is_not_believed(odd: dict[str, object]) -> None:
    """It came back changed."""
    made = Plan("look_again", dt.date(2026, 11, 28), (dt.time(9),), ZONE)

    assert is_sound(made)
    assert not is_sound(structs.replace(made, **odd))
