"""A text as people hear it: in every place, to the person with the leg and to somebody who asks for another."""

from collections.abc import Mapping

from markupsafe import Markup, escape
from msgspec import Struct
from msgspec.structs import asdict

from skill.words.speech import PLACE_GAPS
from skill.words.texts import Content
from skill.workbench.review.names import country

SEVERAL, OTHER, BY_PLACE = Markup("{}/<i>{}</i>"), Markup("<i>{}</i>"), Markup("<u>{}</u>")


class Wording(Struct, frozen=True):
    """A text: what it is for, and (places, words) in rows; the places are empty where it is the same in all."""

    label: str
    rows: tuple[tuple[str, Markup], ...]


def in_places(label: str, template: str, contents: Mapping[str, Content]) -> Wording:
    """Fill a text for every place; places where it is the same share a row."""
    said: dict[Markup, list[str]] = {}
    for place, content in contents.items():
        said.setdefault(_fill(template, content, Markup("{}")), []).append(country(place))
    if len(said) == 1:
        return Wording(label, (("", next(iter(said))),))
    return Wording(label, tuple((", ".join(places), words) for words, places in said.items()))


def in_one(label: str, template: str, content: Content) -> Wording:
    """Fill a text for one place, with the words underlined that differ in other places."""
    return Wording(label, (("", _fill(template, content, BY_PLACE)),))


def _fill(template: str, content: Content, by_place: Markup) -> Markup:
    own, other = asdict(content.people.self), asdict(content.people.other)
    people = {gap: _both(own[gap], other[gap]) for gap in own}
    place = {gap: by_place.format(escape(getattr(content.place, gap)).format(**people)) for gap in PLACE_GAPS}
    return escape(template).format(**people, **place)


def _both(own: str, other: str) -> Markup:
    return escape(own) if own == other else SEVERAL.format(own, other)
