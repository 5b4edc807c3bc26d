"""Checks the privacy policy and the terms of use: that they say what they must, and what the code does.

The policy lists the fields of the log and of the session; both lists are compared with the code, so that a new field
cannot be forgotten.
"""

import datetime as dt
import inspect
import re
from collections.abc import Iterator, Mapping
from typing import get_args

from msgspec.structs import replace

from skill.alexa import log, session
from skill.dialogue.errand import PURPOSES, Planned
from skill.dialogue.state import State
from skill.rules.questions import BY_ID, Answer
from skill.rules.scheduling import Plan
from skill.rules.triage import Urgency
from skill.words.texts import LANGUAGE
from skill.words.yamlfile import Problem
from skill.workbench.listing.listing import Case
from skill.workbench.signed import unreviewed

PRIVACY, TERMS = "privacy.md", "terms.md"
# Whoever runs the skill writes these in before publishing the texts.
PLACEHOLDER = re.compile(r"\[[A-Z]{3,}\]")
PARTS: Mapping[str, Mapping[str, str]] = {
    PRIVACY: {
        "Your answers live only in the session.": r"only in the session",
        "The words that you say reach the skill as text.": r"words that you say reach the skill as text",
        "It neither keeps nor logs them.": r"neither keeps nor logs",
        "The skill has no database.": r"no database",
        "Alexa itself keeps what you say in your Alexa voice history.": r"Alexa voice history",
        "The skill sends a card with the advice to your Alexa app.": r"card with the advice to your Alexa app",
        "It sends your answers there only when you say so.": r"send it to my phone[^.]* only then",
        "Leg Check is not directed to children.": r"not directed to children",
        "Leg Check gives guidance and no diagnosis.": r"guidance and no diagnosis",
        "It asks for one permission, to set reminders.": r"asks for one permission, to set reminders",
        "A reminder is kept by Alexa, and its text says nothing of your health.": (
            r"kept by Alexa, and its text says nothing of your health"
        ),
        "Questions: [CONTACT].": r"(?:questions|contact)[^.]*: \S+",
    },
    TERMS: {
        "It is guidance for information and education only.": r"information and education only",
        "It is not a diagnosis.": r"not a diagnosis",
        "It is not a substitute for professional medical advice.": r"not a substitute for professional medical advice",
        "It cannot rule out a clot.": r"cannot rule out a clot",
        "In an emergency, call your local emergency number.": r"call your local emergency number",
        "The skill cannot call anyone for you.": r"cannot call anyone",
        "It is not for children.": r"not for children",
        "Contact: [CONTACT].": r"contact: \S+",
    },
}
UNREVIEWED = "No clinician has reviewed them yet"
PLANNED = Planned(Plan("look_again", dt.date(2026, 1, 2), (dt.time(9),), "Europe/London"), dt.date(2026, 1, 1))
LOGGED, HELD = "## What is logged", "## What the skill hears"


def check_policies(case: Case) -> Iterator[Problem]:
    """Check both texts, as far as they can be read."""
    for name, parts in PARTS.items():
        path = case.root / LANGUAGE / name
        if not path.is_file():
            yield Problem(path, 1, name, "the file is missing", "restore it from the last version")
            continue
        text = path.read_text(encoding="utf-8")
        flat = " ".join(text.split())
        for part in (part for part, pattern in parts.items() if not re.search(pattern, flat, re.IGNORECASE)):
            yield Problem(path, 1, name, f"does not say: “{part}”", "write that sentence")
        if name == PRIVACY:
            yield from _lists(case, text)
        elif (UNREVIEWED in flat) != unreviewed(case.neutral):
            what = "is wrong about whether a clinician has reviewed the words"
            yield Problem(path, 1, name, what, "compare reviewed_by in the content")


def _lists(case: Case, text: str) -> Iterator[Problem]:
    path = case.root / LANGUAGE / PRIVACY
    kinds = ((LOGGED, log_fields(), "the log has"), (HELD, session_fields(), "the session has"))
    for heading, true, what in kinds:
        line, section = _section(text, heading)
        named = set(re.findall(r"^- `(\w+)`", section, re.MULTILINE))
        for field in sorted(true - named):
            yield Problem(
                path, line, heading[3:], f"does not name {field}, which {what}", f"add a line `- `{field}`: ...`"
            )
        for field in sorted(named - true):
            yield Problem(path, line, heading[3:], f"names {field}, which is no longer there", "delete that line")
    line, section = _section(text, LOGGED)
    for event in sorted(event for event in get_args(log.Event) if f"`{event}`" not in section):
        yield Problem(path, line, LOGGED[3:], f"does not name the event {event}", "say what is logged, and when")


def _section(text: str, heading: str) -> tuple[int, str]:
    """Give the line of a heading and what stands below it, up to the next one; without it, line 1 and nothing."""
    before, found, after = text.partition(heading)
    return (before.count("\n") + 1, after.partition("\n## ")[0]) if found else (1, "")


def log_fields() -> set[str]:
    """Give the fields that a log line can have."""
    return set(inspect.signature(log.record).parameters)


def session_fields() -> set[str]:
    """Give the session attributes that can be written, from states in which each of them is."""
    answers = tuple((question, Answer.NO) for question in BY_ID)
    parts = next(iter(BY_ID.values())).parts[:1]
    asking = State((), started=True, doubted=True, parts=parts, misses=1, repeats=1, for_other=True, sure="stop")
    asking = replace(asking, explained=True, heard=("breathing.chest",), browsing=True, slow=True)
    told = State(
        answers, started=True, told=Urgency.SELF_CARE, reminders=1, now=("help",), offered=PURPOSES, planned=PLANNED
    )
    alarmed = State((), started=True, told=Urgency.EMERGENCY_NOW, cried=("help",))
    return {name for state in (asking, told, alarmed) for name in session.write(state, is_open=True)}
