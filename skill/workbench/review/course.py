"""Holds a whole check with one person of the cases, through the Lambda entry, and keeps what was said."""

from msgspec import Struct

from skill.rules.questions import RED_FLAGS, Answer
from skill.rules.triage import Urgency
from skill.words.library import Library
from skill.workbench import hearsay
from skill.workbench.envelopes import Json
from skill.workbench.review.people import URGENCIES, Person
from skill.workbench.talk import Conversation, Handler
from skill.workbench.truthful import MOST_TURNS, WORDS

LOCALE = "en-US"


class Turn(Struct, frozen=True):
    """One turn: what was asked (a question id), what the person said and was told, and the request it came in."""

    asked: str
    said: str
    told: str
    request: Json


class Course(Struct, frozen=True):
    """What came of a check: the advice, none when it never came to one, and every turn on the way."""

    urgency: Urgency | None
    turns: tuple[Turn, ...]


def hold(person: Person, handler: Handler, opening: bool = False, own_words: bool = False) -> Course:
    """Hold a check with somebody.

    opening: their first sentence is said first. own_words: to a question that they have words for they say these, once;
    to all others a plain yes, no or not sure.
    """
    talk = Conversation(LOCALE, handler)
    talk.launch()
    says, turns = dict(person.says) if own_words else {}, list[Turn]()
    if opening:
        turns.append(_say(talk, "", person.opening))
    while len(turns) < MOST_TURNS and talk.is_open and talk.urgency is None and (asked := _asked(talk)):
        turns.append(_say(talk, asked, says.pop(asked, "") or WORDS[_answer(person, asked)]))
    return Course(None if talk.urgency is None else URGENCIES[talk.urgency], tuple(turns))


def heard(turn: Turn, library: Library) -> str:
    """Say what the words of a turn were taken for, and why."""
    return "; ".join(dict.fromkeys(hearsay.lines(hearsay.heard(turn.request, library))))


def _say(talk: Conversation, asked: str, words: str) -> Turn:
    told = talk.say(words)
    return Turn(asked, words, told, talk.request)


def _asked(talk: Conversation) -> str:
    return str(talk.response.get("sessionAttributes", {}).get("asking", ""))


def _answer(person: Person, asked: str) -> Answer:
    """Answer truthfully; "is that so now?" with yes by whoever has a red flag."""
    if asked == "now":
        return Answer.YES if any(person.truth.get(flag) is Answer.YES for flag in RED_FLAGS) else Answer.NO
    return person.truth.get(asked, Answer.NO)
