"""What the review is made from: the words of every place, the sources, the rules, and the labelled cases."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from skill.rules.triage import RULES, Rule
from skill.words.store import SOURCES, ContentError, Reader, Source, read
from skill.words.texts import ELSEWHERE, LANGUAGE, Content, locales
from skill.words.yamlfile import parse
from skill.workbench import ROOT
from skill.workbench.said import Scene

CASES = ROOT / "tests" / "cases" / "vignettes.yaml"
TALKS = ROOT / "tests" / "talk" / "cases.yaml"


class Case(msgspec.Struct, frozen=True):
    """A labelled case: in the person's own words, what they have, and the urgencies that are right."""

    id: str
    group: str
    text: str
    findings: dict[str, str]
    min_urgency: str
    max_urgency: str
    source: tuple[str, ...] = ()
    note: str = ""


class Wanted(msgspec.Struct, frozen=True):
    """What must come of a conversation: the urgencies that may be told."""

    told: tuple[str, ...] = ()


class Talk(msgspec.Struct, frozen=True):
    """A conversation that a test holds: who the person is, and what must come of it."""

    id: str | int
    who: str
    want: Wanted


@dataclass(frozen=True)
class Material:
    """contents: by place, the first one being the specimen. rules: in the order in which they are tried.

    cries: what people say, in the notation of the hearing. scenes: where in a conversation a text is said, if known.
    """

    contents: Mapping[str, Content]
    sources: Mapping[str, Source]
    rules: tuple[Rule, ...]
    cases: tuple[Case, ...]
    talks: tuple[Talk, ...]
    cries: Mapping[str, tuple[str, ...]]
    scenes: Mapping[str, Scene] = field(default_factory=dict)

    @property
    def content(self) -> Content:
        """The words of the specimen."""
        return next(iter(self.contents.values()))


def read_material(root: Path, rules: tuple[Rule, ...] = RULES) -> Material:
    """Read the store below `root`, and the cases of the tests.

    Raises ContentError with every problem found, OSError when there are no cases.
    """
    reader = Reader(root, [])
    sources = reader.entries(SOURCES, Source)
    if reader.problems:
        raise ContentError(reader.problems)
    contents = {place: read(root, place) for place in (*locales(root), ELSEWHERE)}
    cases = msgspec.convert(parse(CASES).value["vignettes"], tuple[Case, ...])
    talks = msgspec.convert(parse(TALKS).value, tuple[Talk, ...])
    cries = msgspec.convert(parse(root / LANGUAGE / "hearing" / "cries.yaml").value, dict[str, tuple[str, ...]])
    return Material(contents, sources, rules, cases, talks, cries)
