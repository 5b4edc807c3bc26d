"""What a clinician signs on paper: a block with its words, its sources and its standing; blocks make sections."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from markupsafe import Markup, escape
from msgspec import Struct

from skill.rules.triage import Urgency
from skill.words.store import Source
from skill.workbench.review.names import DO
from skill.workbench.review.standing import Standing
from skill.workbench.review.wording import Wording

GRADES = {"V": "read in a copy", "K": "NOT LOOKED UP: general knowledge"}


class Cited(Struct, frozen=True):
    """A source as a block cites it: its number on the list of sources, its id, and itself."""

    number: str
    id: str
    source: Source

    @property
    def graded(self) -> str:
        """How far it was read, and when."""
        return f"{GRADES[self.source.graded]}, {self.source.checked}"


class Block(Struct, frozen=True):
    """One thing to agree with, to change or to reject.

    number: to point at. key: its place in the content, or the rule's id. tag: what kind of thing it is. cites: how
    much is told of a source: its address, its title too, or also what it supports. talk: (what the person said, what
    Leg Check said) of one whole conversation. fine: what is printed small.
    """

    number: str
    key: str
    title: str
    rows: tuple[Wording, ...]
    cited: tuple[Cited, ...]
    standing: Standing = Standing()
    tag: str = ""
    cites: Literal["address", "title", "supports"] = "title"
    talk: tuple[tuple[str, str], ...] = ()
    fine: tuple[str, ...] = ()


class Section(Struct, frozen=True):
    """Blocks of one kind, and what to know before reading them."""

    title: str
    about: str
    blocks: tuple[Block, ...]


def cite(ids: Iterable[str], sources: Mapping[str, Source]) -> tuple[Cited, ...]:
    """Look sources up. Raises KeyError for one that is not in sources.yaml; `skill check` names it first."""
    numbers = {name: f"S{number}" for number, name in enumerate(sources, 1)}
    return tuple(Cited(numbers[name], name, sources[name]) for name in ids)


def row(label: str, text: str | Markup) -> Wording:
    """Make a row of something that is the same everywhere."""
    return Wording(label, (("", escape(text)),))


def rows(*pairs: tuple[str, str | Markup]) -> Iterator[Wording]:
    """Make rows, and leave out what is empty."""
    return (row(label, text) for label, text in pairs if text)


def outcome(urgency: Urgency) -> str:
    """Name an urgency in plain words, and by its id."""
    return f"{DO[urgency]} ({urgency.id})"
