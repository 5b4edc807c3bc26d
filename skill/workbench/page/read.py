"""Every spoken or shown line of a locale: its place, how it is said, how long and plain it is, and who says so."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from skill.words.speech import PLACE_GAPS, Voice
from skill.words.texts import Place, Reviewed
from skill.workbench.check.texts import EXAMPLE, Text
from skill.workbench.page.latest import Edition
from skill.workbench.plain import FEWEST_GRADED, measure
from skill.workbench.report import short
from skill.workbench.review.standing import standing


class Review(Struct, frozen=True):
    """When a text was last compared with its source, and in words who signed it; empty where there is none of it."""

    compared: str = ""
    who: str = ""


class Read(Struct, frozen=True):
    """One line.

    sources: ids of sources.yaml. is_spoken: it is said, and not only shown. is_example: its gaps hold an example.
    """

    key: str
    path: str
    line: int
    said: str
    template: str
    seconds: float
    grade: float | None
    sources: tuple[str, ...]
    review: Review
    is_spoken: bool
    is_example: bool


def lines(edition: Edition, locale: str, for_other: bool) -> list[Read]:
    """Give every line of a locale, in the order of the files.

    for_other: as it is said to somebody who asks for another person.
    """
    voice = Voice(edition.library.for_locale(locale), for_other)
    found = [_line(voice, text) for text in edition.texts]
    return [*found, *_places(edition, locale, voice)]


def review_of(entry: object) -> Review:
    """Read off an entry of the content when it was last looked at, and by whom."""
    if isinstance(entry, Reviewed):
        return Review(entry.reviewed.isoformat(), standing(entry).who)
    return Review(entry.checked.isoformat()) if isinstance(entry, Place) else Review()


def _line(voice: Voice, text: Text) -> Read:
    words = getattr(voice.content, text.section)
    entry = words.get(text.where[0]) if isinstance(words, Mapping) else None
    return _read(text, voice.fill(text.template, **EXAMPLE), review_of(entry))


def _places(edition: Edition, locale: str, voice: Voice) -> Iterator[Read]:
    place = voice.content.place
    for name in PLACE_GAPS:
        template = str(getattr(place, name))
        yield _read(Text(edition.places, (locale, name), template), voice.fill(template), review_of(place))


def _read(text: Text, said: str, review: Review) -> Read:
    entry = text.file.value[text.where[0]]
    entry = entry if isinstance(entry, Mapping) else {}
    length = measure(said)
    return Read(
        key=".".join((text.section, *text.where)),
        path=str(short(text.file.path)),
        line=text.file.lines.get(text.where, 1),
        said=said,
        template=text.template,
        seconds=round(length.seconds, 1),
        grade=round(length.grade, 1) if length.words >= FEWEST_GRADED else None,
        sources=tuple(entry.get("source", ())),
        review=review,
        is_spoken=text.is_spoken,
        is_example=text.is_example,
    )
