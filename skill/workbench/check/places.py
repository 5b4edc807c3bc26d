"""Checks what depends on the country: emergency numbers as they are dialled, and texts that are safe to say."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from skill.words.texts import CONTENT, ELSEWHERE, PLACES, Content, Person
from skill.words.yamlfile import Problem, Yaml, parse
from skill.workbench.check.safety import unsafe
from skill.workbench.check.texts import wrong_gap

# Three digits, or two such numbers; the place that stands for any country names none.
NUMBER = re.compile(r"\d{3}(?: or \d{3})?")
SPOKEN = ("emergency_department", "doctor", "maternity", "see_today", "see_soon")


def check_places(content: Content, today: dt.date, root: Path = CONTENT) -> Iterator[Problem]:
    """Check the place of one locale; `today` finds a check that is dated in the future."""
    file, name, place = parse(root / PLACES), content.locale, content.place
    number, repeated = place.emergency_number, place.emergency_repeated
    if name != ELSEWHERE and not NUMBER.fullmatch(number):
        yield _problem(file, name, "emergency_number", "is no emergency number", 'write it as "911" or "112 or 108"')
    if name != ELSEWHERE and repeated not in (number, *number.split(" or ")):
        yield _problem(file, name, "emergency_repeated", f"is not in {number!r}", "repeat one of its numbers")
    if "today" not in place.see_today.lower():
        yield _problem(file, name, "see_today", "does not say today", "write it in: nobody may miss it")
    if place.checked > today:
        yield _problem(file, name, "checked", "lies in the future", "write the day that the number was last checked")
    for field in SPOKEN:
        text = getattr(place, field)
        for what, fix in unsafe(text):
            yield _problem(file, name, field, what, fix)
        if wrong := wrong_gap(text, set(Person.__struct_fields__)):
            yield _problem(file, name, field, *wrong)


def _problem(file: Yaml, name: str, field: str, what: str, fix: str) -> Problem:
    return file.problem((name, field), f"{name}.{field}", what, fix)
