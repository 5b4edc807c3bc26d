"""Card + Content -> what the Alexa app shows: whole sentences to read later, with their source and date."""

import datetime as dt

from msgspec import Struct

from skill.dialogue.reply import Card, Line
from skill.words.speech import Voice, spoken_list
from skill.words.texts import Reviewed


class Shown(Struct, frozen=True):
    """A card in words: a title and a plain text."""

    title: str
    text: str


def shown(card: Card, voice: Voice) -> Shown:
    """Write out a card in the words of a locale and for the person with the leg.

    Raises LookupError or AttributeError when the content has no such text.
    """
    title = voice.written(card.title)
    texts = [voice.written(line) for line in card.text]
    sources = [words for line in card.text if (words := _reviewed(line, voice)) is not None]
    return Shown(title[:1].upper() + title[1:], "\n".join((*texts, *(_origin(words, voice) for words in sources))))


def _reviewed(line: Line, voice: Voice) -> Reviewed | None:
    """Find the entry with a source that a line comes from."""
    if line.section == "outcomes":
        return voice.content.outcomes[line.id]
    return voice.content.topics[line.id] if line.section == "topics" else None


def _origin(words: Reviewed, voice: Voice) -> str:
    """Say who a text follows, and when it was last checked."""
    content = voice.content
    publishers = dict.fromkeys(content.publishers[source] for source in words.source)
    named = spoken_list(list(publishers), content.grammar.join)
    return voice.fill(content.prompts.card_source, publishers=named, date=_day(words.reviewed, content.grammar.months))


def _day(day: dt.date, months: tuple[str, ...]) -> str:
    return f"{day.day} {months[day.month - 1]} {day.year}"
