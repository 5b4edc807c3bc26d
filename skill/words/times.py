"""When a reminder rings, in the words of a language."""

import datetime as dt

from skill.dialogue.reply import When
from skill.words.texts import Grammar

NOON, EVENING = 12, 18


def spoken_when(when: When, grammar: Grammar) -> str:
    """Say it as people do: "today at 3:25 in the afternoon"."""
    days = {0: grammar.today, 1: grammar.tomorrow}
    day = grammar.workdays if when.workdays else days.get(when.days, grammar.later)
    *before, last = (_spoken(at, grammar) for at in when.times)
    return day.format(times=f" {grammar.join} ".join(filter(None, [", ".join(before), last])))


def _spoken(at: dt.time, grammar: Grammar) -> str:
    hour = (at.hour - 1) % NOON + 1
    time = f"{hour}:{at.minute:02}" if at.minute else str(hour)
    part = grammar.morning if at.hour < NOON else grammar.afternoon if at.hour < EVENING else grammar.evening
    return part.format(time=time)
