"""Checks what depends on the country: emergency numbers as they are dialled, and texts that are safe to say."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from skill.words.near import advice
from skill.words.texts import CONTENT, ELSEWHERE, PLACES, Content, Person, Place
from skill.words.yamlfile import Problem, Yaml, parse
from skill.workbench.check.safety import unsafe
from skill.workbench.check.texts import wrong_gap

# The emergency numbers that there are, by place: changed here, on purpose, and not in YAML. The first five rest on the
# sources of places.yaml; Ireland and New Zealand are general knowledge, to be looked up before anybody uses them.
NUMBERS = {
    "en-US": ("911",),
    "en-GB": ("999", "112"),
    "en-CA": ("911",),
    "en-AU": ("000", "112"),
    "en-IN": ("112", "108"),
    "en-IE": ("112", "999"),
    "en-NZ": ("111",),
}
# Other numbers that a place may name: advice lines.
LINES = {"en-GB": ("111",), "en-CA": ("811",), "en-AU": ("1800",)}
NUMBER = re.compile(r"\d{3}(?: or \d{3})?")
DIGITS = re.compile(r"\d+")
SPOKEN = ("emergency_department", "doctor", "maternity", "see_today", "see_soon")


def check_places(content: Content, today: dt.date, root: Path = CONTENT) -> Iterator[Problem]:
    """Check the place of one locale; `today` finds a check that is dated in the future."""
    file, name, place = parse(root / PLACES), content.locale, content.place
    yield from _numbers(file, name, place)
    if "today" not in place.see_today.lower():
        yield _problem(file, name, "see_today", "does not say today", "write it in: nobody may miss it")
    if "within days" not in place.see_soon:
        yield _problem(file, name, "see_soon", "does not say “within days”", "write it in: nobody may miss it")
    if place.checked > today:
        yield _problem(file, name, "checked", "lies in the future", "write the day that the number was last checked")
    for one in (one for one in place.source if one not in content.publishers):
        fix = advice(one, content.publishers, "add it to sources.yaml")
        yield _problem(file, name, "source", f"{one} is not a source", fix)
    for field in SPOKEN:
        text = getattr(place, field)
        for what, fix in unsafe(text):
            yield _problem(file, name, field, what, fix)
        for digits in (one for one in DIGITS.findall(text) if one not in LINES.get(name, ())):
            what, known = f"{digits} is not an advice line there", LINES.get(name)
            yield _problem(file, name, field, what, f"write {' or '.join(known)}" if known else "leave numbers out")
        if wrong := wrong_gap(text, set(Person.__struct_fields__)):
            yield _problem(file, name, field, *wrong)
    if place.advice_number is not None and place.advice_number not in place.see_today:
        yield _problem(file, name, "advice_number", "is not in see_today", "write the number as it stands there")


def _numbers(file: Yaml, name: str, place: Place) -> Iterator[Problem]:
    number, repeated = place.emergency_number, place.emergency_repeated
    if name == ELSEWHERE:
        for field in ("emergency_number", "emergency_repeated"):
            if DIGITS.search(getattr(place, field)):
                yield _problem(file, name, field, "names a number", "it holds for every country: name none")
        return
    if name not in NUMBERS:
        fix = f"use one of {', '.join(NUMBERS)}, or have an engineer add it to skill/workbench/check/places.py"
        yield file.problem((name,), name, "is a place whose emergency number is not known", fix)
        return
    if not NUMBER.fullmatch(number):
        yield _problem(file, name, "emergency_number", "is no emergency number", 'write it as "911" or "112 or 108"')
    for field in ("emergency_number", "emergency_repeated"):
        for digits in (one for one in DIGITS.findall(getattr(place, field)) if one not in NUMBERS[name]):
            what = f"{digits} is not an emergency number there"
            yield _problem(file, name, field, what, f"write {' or '.join(NUMBERS[name])}")
    if repeated not in (number, *number.split(" or ")):
        yield _problem(file, name, "emergency_repeated", f"is not in {number!r}", "repeat one of its numbers")


def _problem(file: Yaml, name: str, field: str, what: str, fix: str) -> Problem:
    return file.problem((name, field), f"{name}.{field}", what, fix)
