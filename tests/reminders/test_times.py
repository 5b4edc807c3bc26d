"""skill/words/times.py: a time is said as people say it."""

import datetime as dt

import pytest

from skill.dialogue.reply import When
from skill.words.library import load
from skill.words.times import spoken_when

GRAMMAR = load("en-GB").grammar


@pytest.mark.parametrize(
    ("hour", "minute", "clock"),
    [
        (8, 0, "8 in"),
        (9, 5, "9:05 in"),
        (12, 0, "12 in"),
        (12, 30, "12:30 in"),
        (13, 25, "1:25 in"),
        (21, 30, "9:30 in"),
    ],
)
def test_the_clock_has_twelve_hours_and_names_minutes_only_if_there_are_some(
    hour: int, minute: int, clock: str
) -> None:
    """Noon is twelve, and five past has its nought."""
    assert f" {clock} " in spoken_when(When(0, (dt.time(hour, minute),)), GRAMMAR)


def test_the_part_of_the_day_is_told() -> None:
    """Nobody takes a morning for an evening."""
    parts = {hour: spoken_when(When(0, (dt.time(hour),)), GRAMMAR).rpartition(" ")[2] for hour in range(7, 22)}

    assert {parts[hour] for hour in range(7, 12)} == {"morning"}
    assert {parts[hour] for hour in range(12, 18)} == {"afternoon"}
    assert {parts[hour] for hour in range(18, 22)} == {"evening"}


def test_the_day_is_told() -> None:
    """Today, tomorrow, workdays for a while; a reminder of another zone may ring on another day."""
    nine = (dt.time(9),)

    said = {spoken_when(When(days, nine), GRAMMAR) for days in (0, 1, 2)}

    assert len(said) == 3
    assert "two weeks" in spoken_when(When(0, nine, workdays=True), GRAMMAR)


def test_several_times_are_all_told() -> None:
    """The first with its part of the day; the others follow from it."""
    said = spoken_when(When(1, (dt.time(10), dt.time(14), dt.time(18))), GRAMMAR)

    assert said.index("10") < said.index("2") < said.index("6")
