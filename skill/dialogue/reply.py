"""What to say next, as names of content and values: no sentences and no SSML."""

import datetime as dt
from typing import Literal

from msgspec import Struct

from skill.dialogue.errand import Errand
from skill.rules.circumstances import Circumstance
from skill.rules.questions import Answer
from skill.rules.triage import Urgency

Section = Literal["prompts", "questions", "outcomes", "told", "reminders", "topics", "scheduled"]


class When(Struct, frozen=True):
    """When a reminder rings, as it is spoken: in how many days, at which times. workdays: on each, for two weeks."""

    days: int
    times: tuple[dt.time, ...]
    workdays: bool = False


class Line(Struct, frozen=True):
    """One text of the content: its section, its id and its field, and what fills its gaps.

    about: ids of the questions, `question.part` or cries that the text names. answer: the answer that it names.
    parts: those of a question that are still to be asked. count: how many questions are left. told: the urgency that
    was told, and special: what is special about the person, where the text may differ by it. whens: when it rings.
    """

    section: Section
    id: str
    field: str = "say"
    about: tuple[str, ...] = ()
    answer: Answer | None = None
    parts: tuple[str, ...] = ()
    count: int | None = None
    told: Urgency | None = None
    special: tuple[Circumstance, ...] = ()
    whens: tuple[When, ...] = ()


class Ask(Struct, frozen=True):
    """The question that keeps the session open, and what is said if nothing is heard.

    patient: leave a long silence before it is said again.
    """

    line: Line
    again: Line
    patient: bool = False


class Card(Struct, frozen=True):
    """What goes to the Alexa app, to be read later: a title, and texts that are a paragraph each."""

    title: Line
    text: tuple[Line, ...]


class Reply(Struct, frozen=True):
    """Lines to say, then the question; the session stays open if and only if there is a question.

    tells: the urgency whose advice is given. card: what goes to the Alexa app. slow: it is to be spoken slowly. errand:
    what is to be done outside before anything is said, or, if it asks for a permission, in place of a question.
    """

    say: tuple[Line, ...]
    ask: Ask | None = None
    tells: Urgency | None = None
    card: Card | None = None
    slow: bool = False
    errand: Errand | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """All that is said, the question last."""
        return self.say if self.ask is None else (*self.say, self.ask.line)


def prompt(name: str, about: tuple[str, ...] = (), answer: Answer | None = None, count: int | None = None) -> Line:
    """Name a text of prompts.yaml."""
    return Line("prompts", name, about=about, answer=answer, count=count)


def question(name: str, field: str) -> Line:
    """Name a field of a question in questions.yaml."""
    return Line("questions", name, field)
