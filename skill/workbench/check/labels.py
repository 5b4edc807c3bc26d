"""Checks scheduled reminders: a label tells the room nothing of anybody's health, and a proposal names its time."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from skill.words.yamlfile import Problem, parse
from skill.workbench.check.texts import Text

SECTION, LABEL, WHEN = "scheduled", "label", "{when}"
TOLD = re.compile(
    rf"\b(?:{'|'.join(parse(Path(__file__).with_name('aloud.yaml')).value)})\b".replace("*", r"\w*"), re.IGNORECASE
)
LONGEST = 60  # characters; it is read twice


def check_labels(texts: Iterable[Text]) -> Iterator[Problem]:
    """Check the texts of scheduled.yaml; others are left alone."""
    for text in (text for text in texts if text.section == SECTION):
        if text.field != LABEL:
            if WHEN not in text.template:
                yield text.problem("does not say when", f"write {WHEN} where the time is said")
            continue
        if found := TOLD.search(text.template):
            what = f"says “{found[0]}” to everybody in the room"
            yield text.problem(what, "say it without a word of health or of the body")
        if "{" in text.template:
            yield text.problem("has a gap, which nothing fills", "write it in words")
        if len(text.template) > LONGEST:
            yield text.problem(f"has {len(text.template)} characters", f"{LONGEST} at most: it is read twice")
