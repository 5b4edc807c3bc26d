"""Whole conversations held through the code, as a person in a room would hear them."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from skill.rules.questions import TELLABLE, Answer, Answers
from skill.workbench.talk import Conversation, Handler
from skill.workbench.truthful import MOST_TURNS, WORDS


class Held(Struct, frozen=True):
    """A conversation: (what the person said, what Leg Check said next), and the urgency that was told.

    The first is what Leg Check says of itself when it is opened.
    """

    turns: tuple[tuple[str, str], ...]
    urgency: str | None


def hold_aloud(
    person: Answers, locale: str, handler: Handler, openings: Mapping[str, str] = MappingProxyType({})
) -> Held | None:
    """Hold a conversation with somebody who says yes, no or not sure to what is asked.

    person: question id -> answer; no to all others. handler: the Lambda entry. openings: words that tell what nobody
    asks. Returns None for somebody who must tell what there are no words for.
    """
    told = [question for question in TELLABLE if person.get(question, Answer.NO) is not Answer.NO]
    if not all(question in openings for question in told):
        return None
    conversation = Conversation(locale, handler)
    turns = [("", conversation.launch())]
    turns += [(openings[question], conversation.say(openings[question])) for question in told]
    while conversation.is_open and conversation.urgency is None and len(turns) < MOST_TURNS:
        asking = conversation.response.get("sessionAttributes", {}).get("asking")
        words = WORDS[person.get(asking, Answer.NO)]
        turns.append((words, conversation.say(words)))
    return Held(tuple(turns), conversation.urgency)
