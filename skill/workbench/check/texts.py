"""Every spoken or shown text of the content, where it stands, and the gaps in it."""

import string
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from skill.words.near import advice
from skill.words.texts import CONTENT, LANGUAGE
from skill.words.yamlfile import KeyPath, Problem, Yaml, parse

# The files whose entries have a source, and those whose have not.
SOURCED = ("questions", "outcomes", "told", "reminders", "topics")
FILES = (*SOURCED, "prompts", "cries", "screen", "scheduled")
LISTED = ("summary", "description", "updates")
NOT_SPOKEN = ("source", "reviewed", "reviewed_by", "covers", "corrects")
# Shown in the Alexa app or used to name a topic; and on a screen only: its labels, and the tables of topics.
UNSAID = ("about", "card", "card_title", "card_doctor", "card_urgent", "card_source", "label")
ON_SCREENS = {"screen", "table"}
# Gaps that only prompts, the labels of screens and scheduled reminders have, with an example each.
EXAMPLE = {
    "signs": "swelling",
    "answer": "yes",
    "publishers": "the NHS",
    "parts": "any pain",
    "count": "two",
    "date": "1 May 2026",
    "number": "three",
    "total": "twelve",
    "when": "today at 3:25 in the afternoon",
}


@dataclass(frozen=True)
class Text:
    """One text of the content and where it stands."""

    file: Yaml
    where: KeyPath
    template: str

    def problem(self, what: str, fix: str) -> Problem:
        """Describe a mistake in this text."""
        return self.file.problem(self.where, ".".join(self.where), what, fix)

    @property
    def section(self) -> str:
        """The file it stands in, without its ending."""
        return self.file.path.stem

    @property
    def field(self) -> str:
        """Its key."""
        return self.where[-1]

    @property
    def is_spoken(self) -> bool:
        """Whether it is said, and not only shown."""
        return self.field not in UNSAID and not ON_SCREENS & {self.section, *self.where}

    @property
    def is_example(self) -> bool:
        """Whether what fills its gaps is only known in a conversation."""
        return any(f"{{{gap}}}" in self.template for gap in EXAMPLE)


def texts(root: Path = CONTENT) -> Iterator[Text]:
    """Give every spoken or shown text of the language."""
    for name in FILES:
        file = parse(root / LANGUAGE / f"{name}.yaml")
        yield from _within(file, file.value, ())


def store_texts(root: Path = CONTENT) -> Iterator[Text]:
    """Give the texts of the store listing; some of them are long, and none is spoken."""
    file = parse(root / LANGUAGE / "store.yaml")
    yield from (text for text in _within(file, file.value, ()) if text.where[0] in LISTED)


def _within(file: Yaml, value: Mapping[str, Any], above: KeyPath) -> Iterator[Text]:
    for key, inner in value.items():
        if key in NOT_SPOKEN:
            continue
        if isinstance(inner, Mapping):
            yield from _within(file, inner, (*above, key))
        elif isinstance(inner, str):
            yield Text(file, (*above, key), inner)


def wrong_gap(template: str, known: Set[str]) -> tuple[str, str] | None:
    """Find a gap that cannot be filled with one of the known words. Returns what is wrong and what to do, or None."""
    try:
        gaps = [(name, form or how) for _, name, form, how in string.Formatter().parse(template) if name is not None]
    except ValueError as error:
        return f"has a lone brace ({error})", "write {name} with both braces, or leave braces out"
    for name, more in gaps:
        if name not in known:
            return f"has an unknown gap {{{name}}}", advice(name, known, "write it in words")
        if more:
            return f"has more than a name in the gap {{{name}}}", f"write {{{name}}}"
    return None
