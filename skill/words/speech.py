"""Reply + Content -> what is sent to the speaker: escaped SSML, the reprompt and the card."""

import re
from functools import cached_property

from msgspec import Struct
from msgspec.structs import asdict

from skill.dialogue.reply import Ask, Line, Reply
from skill.words.texts import Content
from skill.words.times import spoken_when

# Alexa rejects more than 8,000 characters of speech (developer.amazon.com, response format).
LONGEST = 8000
# html.escape would bring a table of all HTML names along.
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# Three or more digits are a phone number: read one by one, never as "nine hundred eleven".
DIGITS = re.compile(r"\d{3,}")
BEFORE_QUESTION = '<break time="400ms"/>'
# The longest silence that SSML allows; the microphone opens again after the reprompt that follows it.
LONG_SILENCE = '<break time="10s"/>'
PLACE_GAPS = (
    *("emergency_number", "emergency_repeated", "emergency_department"),
    *("doctor", "maternity", "see_today", "see_soon"),
)


class Card(Struct, frozen=True):
    """What the Alexa app shows: a title and a plain text."""

    title: str
    text: str


class Spoken(Struct, frozen=True):
    """A rendered reply. reprompt is None when the session closes."""

    ssml: str
    reprompt: str | None
    card: Card | None


class Voice:
    """Speaks the content of one locale, to a person about their own leg or somebody else's."""

    def __init__(self, content: Content, for_other: bool = False) -> None:
        self.content, self.for_other = content, for_other

    def speak(self, reply: Reply) -> Spoken:
        """Render a reply to well-formed SSML, a reprompt and plain card text."""
        parts = [ssml(self.text(line)) for line in reply.say]
        speak = _speak_slowly if reply.slow else _speak
        if reply.ask is None:
            return Spoken(speak(" ".join(parts)), None, self._card(reply))
        question = ssml(self.text(reply.ask.line))
        said = f"{' '.join(parts)} {BEFORE_QUESTION}{question}" if parts else question
        return Spoken(speak(said), speak(self._again(reply.ask)), self._card(reply))

    def text(self, line: Line) -> str:
        """Give the plain text of a line, its gaps filled.

        Raises LookupError or AttributeError when the content has no such text; `skill check` finds that first.
        """
        if line.parts:
            return self._rest(line)
        return self.fill(self._template(line), **self._named(line))

    def _template(self, line: Line) -> str:
        """Find the text of a line; words for special circumstances, or for what was told, go before those for all."""
        if line.section == "prompts":
            return str(getattr(self.content.prompts, line.id))
        words = getattr(self.content, line.section)[line.id]
        if line.told is not None and line.told.id in words.told:
            return str(words.told[line.told.id])
        others = (getattr(words.instead.get(name), line.field, None) for name in line.special)
        return next((other for other in others if other), None) or str(getattr(words, line.field))

    def fill(self, template: str, **values: str) -> str:
        """Fill the gaps of a template: the values given, the words for the person, the facts of the place."""
        return template.format(**self._gaps, **values)

    @cached_property
    def _gaps(self) -> dict[str, str]:
        people = asdict(self.content.people.other if self.for_other else self.content.people.self)
        place = {name: getattr(self.content.place, name).format(**people) for name in PLACE_GAPS}
        return {**people, **place}

    def _named(self, line: Line) -> dict[str, str]:
        grammar, values = self.content.grammar, {}
        if line.about:
            values["signs"] = spoken_list([self._heard(name) for name in line.about], grammar.join)
            known = (self.content.questions.get(name) or self.content.told.get(name) for name in line.about)
            sources = (source for words in known if words is not None for source in words.source)
            publishers = dict.fromkeys(self.content.publishers[source] for source in sources)
            values["publishers"] = spoken_list(list(publishers), grammar.join)
        if line.count is not None:
            values["count"] = grammar.numbers[min(line.count, len(grammar.numbers) - 1)]
        if line.whens:
            values["when"] = spoken_list([spoken_when(when, grammar) for when in line.whens], grammar.join)
        if line.answer is not None:
            values["answer"] = getattr(grammar, line.answer.value)
        return values

    def _rest(self, line: Line) -> str:
        """Ask for the parts of a question that are still open."""
        parts = self.content.questions[line.id].parts
        asked = [self.fill(parts[part].ask) for part in line.parts]
        return self.fill(self.content.prompts.rest, parts=spoken_list(asked, self.content.grammar.either))

    def _heard(self, name: str) -> str:
        """Name what was heard: a question, a part of one (`question.part`) or a cry."""
        question, _, part = name.partition(".")
        if part:
            return self.content.questions[question].parts[part].heard
        words = self.content.questions.get(question) or self.content.told.get(question) or self.content.cries[question]
        return words.heard

    def _again(self, ask: Ask) -> str:
        return (LONG_SILENCE if ask.patient else "") + ssml(self.text(ask.again))

    def _card(self, reply: Reply) -> Card | None:
        if reply.card is None:
            return None
        words = self.content.outcomes[reply.card.id]
        return Card(self.fill(words.card_title), self.fill(words.card))


def ssml(text: str) -> str:
    """Escape a text for SSML and have its numbers read digit by digit. The SDK escapes nothing."""
    return DIGITS.sub(r'<say-as interpret-as="digits">\g<0></say-as>', text.translate(ESCAPES))


def spoken_list(items: list[str], joined_by: str) -> str:
    """Join names as a person says them: one, two and three."""
    return f" {joined_by} ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def _speak(inner: str) -> str:
    return f"<speak>{inner}</speak>"


def _speak_slowly(inner: str) -> str:
    return f'<speak><prosody rate="slow">{inner}</prosody></speak>'
