"""Somebody who answers truthfully: the words for it, and a whole check by the rules alone."""

from collections.abc import Mapping

from skill.rules.interview import next_question
from skill.rules.questions import TELLABLE, Answer, Answers

WORDS: Mapping[Answer, str] = {Answer.YES: "yes", Answer.NO: "no", Answer.UNSURE: "not sure"}
# More turns than any check takes: a conversation that goes on for longer goes round in circles.
MOST_TURNS = 40


def hold(person: Answers) -> Answers:
    """Hold a whole check with somebody who tells first what nobody asks, then answers; no to all that is not there.

    Returns the answers in the order given.
    """
    given = {question: answer for question, answer in person.items() if question in TELLABLE}
    while (asked := next_question(given)) is not None:
        given[asked] = person.get(asked, Answer.NO)
    return given
