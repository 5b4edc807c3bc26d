"""Reply + Content -> the words that are spoken: the SSML (skill/words/manner.py) and the reprompt."""

from functools import cached_property

from msgspec import Struct
from msgspec.structs import asdict

from skill.dialogue.reply import Line, Reply
from skill.words import manner
from skill.words.texts import Content
from skill.words.times import spoken_when

# Alexa rejects more than 8,000 characters of speech (developer.amazon.com, response format).
LONGEST = 8000
PLACE_GAPS = (
    *("emergency_number", "emergency_repeated", "emergency_department"),
    *("doctor", "maternity", "see_today", "see_soon"),
)


class Spoken(Struct, frozen=True):
    """A rendered reply. reprompt is None when the session closes."""

    ssml: str
    reprompt: str | None


class Voice:
    """Speaks the content of one locale, to a person about their own leg or somebody else's."""

    def __init__(self, content: Content, for_other: bool = False) -> None:
        self.content, self.for_other = content, for_other

    def speak(self, reply: Reply) -> Spoken:
        """Render a reply to well-formed SSML and a reprompt."""
        return Spoken(manner.said(reply, self.text), manner.said_again(reply, self.text))

    def text(self, line: Line) -> str:
        """Give the plain text of a line, its gaps filled.

        Raises LookupError or AttributeError when the content has no such text; `skill check` finds that first.
        """
        if line.parts:
            return self._rest(line)
        return self.fill(self._template(line), **self._named(line))

    def written(self, line: Line) -> str:
        """Give the text of a line as it is read: a number as it is dialled, where a voice would vary it."""
        number = self._gaps["emergency_number"]
        return self._template(line).format(**{**self._gaps, "emergency_repeated": number}, **self._named(line))

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
        """Name what was heard: a question, one or some of its parts (`question.part.part`) or a cry."""
        question, *parts = name.split(".")
        if parts:
            named = self.content.questions[question].parts
            return spoken_list([named[part].heard for part in parts], self.content.grammar.either)
        words = self.content.questions.get(question) or self.content.told.get(question) or self.content.cries[question]
        return words.heard


def spoken_list(items: list[str], joined_by: str) -> str:
    """Join names as a person says them: one, two and three."""
    return f" {joined_by} ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))
