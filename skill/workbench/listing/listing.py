"""The store listing: what the Alexa Skills Store shows, and what Amazon asks whoever submits the skill.

Edited in content/en/store.yaml (shared words) and content/store_locales.yaml (what differs between countries). Lambda
never needs it, so it is no part of skill.content.Content.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from msgspec import Struct

from skill.words.speech import Voice
from skill.words.store import ContentError, Reader, read
from skill.words.texts import CONTENT, ELSEWHERE, LANGUAGE, LOCALES, Content, Text
from skill.words.yamlfile import Problem, Yaml, parse

STORE, STORE_LOCALES = f"{LANGUAGE}/store.yaml", "store_locales.yaml"
# Words that stand in the texts: from places.yaml, from store_locales.yaml, and the ways to the four outcomes.
PAGE_GAPS = ("doctor", "emergency_department", "language")
GAPS = {"summary": PAGE_GAPS, "description": PAGE_GAPS, "updates": PAGE_GAPS, "testing_instructions": ("outcomes",)}


class PrivacyAnswers(Struct, frozen=True, forbid_unknown_fields=True):
    """Amazon's questions on privacy and compliance (ask-smapi-model, SkillManifestPrivacyAndCompliance).

    There is no `uses_health_info` on purpose: only a covered entity or business associate under HIPAA may set it.
    """

    allows_purchases: bool
    uses_personal_info: bool
    is_child_directed: bool
    is_export_compliant: bool
    contains_ads: bool


class Shared(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The words of all locales. outcomes: urgency id -> the questions to answer yes, all others no, to reach it."""

    name: Text
    summary: Text
    description: Text
    example_phrases: tuple[Text, ...]
    keywords: tuple[Text, ...]
    updates: Text
    testing_instructions: Text
    outcomes: dict[str, tuple[str, ...]]
    category: Literal["HEALTH_AND_FITNESS"]
    countries: tuple[Text, ...]
    privacy: PrivacyAnswers


class LocaleWords(Struct, frozen=True, forbid_unknown_fields=True):
    """What one locale has of its own: how Alexa names its language, and what people search for there."""

    language: Text
    keywords: tuple[Text, ...]


@dataclass(frozen=True)
class Listing:
    """The listing of all locales."""

    shared: Shared
    locales: Mapping[str, LocaleWords]


@dataclass(frozen=True)
class Page:
    """What the store shows in one locale."""

    name: str
    summary: str
    description: str
    example_phrases: tuple[str, ...]
    keywords: tuple[str, ...]
    updates: str


def read_listing(root: Path = CONTENT) -> Listing:
    """Read the listing strictly.

    root: the YAML store. Raises ContentError naming file, line and key of everything that is wrong.
    """
    reader = Reader(root, [])
    shared = reader.whole(STORE, Shared)
    locales = reader.entries(STORE_LOCALES, LocaleWords, LOCALES)
    if shared is None or reader.problems:
        raise ContentError(reader.problems)
    return Listing(shared, locales)


def page(listing: Listing, content: Content) -> Page:
    """Fill the listing for one locale.

    Raises LookupError or ValueError for a gap that no word fills; `skill check` finds that first.
    """
    shared, own, voice = listing.shared, listing.locales[content.locale], Voice(content)
    return Page(
        name=shared.name,
        summary=voice.fill(shared.summary, language=own.language),
        description=voice.fill(shared.description, language=own.language),
        example_phrases=shared.example_phrases,
        keywords=(*shared.keywords, *own.keywords),
        updates=voice.fill(shared.updates, language=own.language),
    )


@dataclass(frozen=True)
class Case:
    """A listing to be checked: its two files with their lines, its words, and the content of every locale."""

    root: Path
    file: Yaml
    own_file: Yaml
    listing: Listing
    contents: Mapping[str, Content]
    neutral: Content

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """The listing as each locale shows it. Raises what `page` raises."""
        return {locale: page(self.listing, content) for locale, content in self.contents.items()}

    def problem(self, where: str, what: str, fix: str) -> Problem:
        """Describe a mistake at a key of store.yaml, such as `privacy.contains_ads`."""
        return self.file.problem(tuple(where.split(".")), where, what, fix)


def read_case(root: Path = CONTENT) -> Case:
    """Read the listing and the content of all locales.

    root: the YAML store. Raises ContentError when one of them cannot be read.
    """
    contents = {locale: read(root, locale) for locale in LOCALES}
    return Case(
        root, parse(root / STORE), parse(root / STORE_LOCALES), read_listing(root), contents, read(root, ELSEWHERE)
    )
