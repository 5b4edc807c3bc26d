"""What Leg Check is for, for whom, and what it is not for."""

from typing import Annotated

from msgspec import Meta, Struct

from skill.words.texts import Text

Texts = Annotated[tuple[Text, ...], Meta(min_length=1)]


class Limit(Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody or something that it is for, or not for.

    is_met: what happens when it comes all the same. said: where people are told -> the words that must stand there.
    """

    what: Text
    is_met: Text | None = None
    said: dict[Text, Text] = {}


class Status(Struct, frozen=True, forbid_unknown_fields=True):
    """What a country's law may take it for, and what a person has decided."""

    where: Text
    law: Text
    thoughts: Text
    decided: Text


class Purpose(Struct, frozen=True, forbid_unknown_fields=True):
    """The intended purpose, by the elements that the MHRA asks for. places: locale -> the country."""

    statement: Text
    people: Annotated[tuple[Limit, ...], Meta(min_length=1)]
    not_people: Annotated[tuple[Limit, ...], Meta(min_length=1)]
    outcomes: dict[Text, Text]
    not_for: Annotated[tuple[Limit, ...], Meta(min_length=1)]
    how_it_works: Texts
    environment: Texts
    language: Text
    places: dict[Text, Text]
    kept: Limit
    status: Annotated[tuple[Status, ...], Meta(min_length=1)]
