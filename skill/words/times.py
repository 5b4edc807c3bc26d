"""When a reminder rings, in the words of a language."""

import datetime as dt

from skill.dialogue.reply import When
from skill.words.texts import Grammar

NOON, EVENING = 12, 18


def spoken_when(when: When, grammar: Grammar) -> str:
    """Say it as people do: "today at 3:25 in the afternoon", "tomorrow at 10 in the morning, 2 and 6"."""
    days = {0: grammar.today, 1: grammar.tomorrow}
    day = grammar.workdays if when.workdays else days.get(when.days, grammar.later)
    first, *others = when.times
    # On workdays nobody takes 10, 2 and 6 for the night.
    *before, last = (_clock(first) if when.workdays else _part_of_day(first, grammar), *map(_clock, others))
    return day.format(times=f" {grammar.join} ".join(filter(None, [", ".join(before), last])))


def _part_of_day(at: dt.time, grammar: Grammar) -> str:
    part = grammar.morning if at.hour < NOON else grammar.afternoon if at.hour < EVENING else grammar.evening
    return part.format(time=_clock(at))


def _clock(at: dt.time) -> str:
    hour = (at.hour - 1) % NOON + 1
    return f"{hour}:{at.minute:02}" if at.minute else str(hour)
