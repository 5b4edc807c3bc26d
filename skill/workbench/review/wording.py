"""A text as people hear it: in every place, to the person with the leg and to somebody who asks for another."""

from collections.abc import Callable, Mapping

from markupsafe import Markup, escape
from msgspec import Struct
from msgspec.structs import asdict

from skill.words.speech import PLACE_GAPS
from skill.words.texts import Content
from skill.workbench.review.names import country

OTHER = Markup("{}/<i>{}</i>")  # said to the person with the leg, and of another's
PLAIN, BY_PLACE = Markup("{}"), Markup("<u>{}</u>")
Rows = tuple[tuple[str, Markup], ...]


class Wording(Struct, frozen=True):
    """A text: what it is for, and (places, words) in rows; the places are empty where it is the same in all.

    in_short: the rows after the first hold only the words that are different there.
    """

    label: str
    rows: Rows
    in_short: bool = False


def in_places(label: str, template: str, contents: Mapping[str, Content]) -> Wording:
    """Fill a text for every place; places where it is the same share a row.

    Where one gap makes all the difference, the rows after the first hold only what stands in it.
    """
    first = next(iter(contents.values()))
    whole = _alike(contents, lambda content: _fill(template, content, PLAIN))
    if len(whole) == 1:
        return Wording(label, (("", whole[0][1]),))
    gap, *more = [gap for gap in PLACE_GAPS if f"{{{gap}}}" in template]
    if more:
        return Wording(label, whole)
    (where, _), *others = _alike(contents, lambda content: _of_place(gap, content))
    rest = ((places, BY_PLACE.format(words)) for places, words in others)
    return Wording(label, ((where, _fill(template, first, BY_PLACE)), *rest), in_short=True)


def in_one(label: str, template: str, content: Content) -> Wording:
    """Fill a text for one place, with the words underlined that differ in other places."""
    return Wording(label, (("", _fill(template, content, BY_PLACE)),))


def _alike(contents: Mapping[str, Content], say: Callable[[Content], Markup]) -> Rows:
    """Say something for every place, the places that say the same together."""
    said: dict[Markup, list[str]] = {}
    for place, content in contents.items():
        said.setdefault(say(content), []).append(country(place))
    return tuple((", ".join(places), words) for words, places in said.items())


def _fill(template: str, content: Content, by_place: Markup) -> Markup:
    place = {gap: by_place.format(_of_place(gap, content)) for gap in PLACE_GAPS}
    return escape(template).format(**_people(content), **place)


def _of_place(gap: str, content: Content) -> Markup:
    return escape(getattr(content.place, gap)).format(**_people(content))


def _people(content: Content) -> dict[str, Markup]:
    own, other = asdict(content.people.self), asdict(content.people.other)
    return {gap: escape(own[gap]) if own[gap] == other[gap] else OTHER.format(own[gap], other[gap]) for gap in own}
