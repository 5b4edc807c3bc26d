"""What each answer to each question does to the check: found by holding checks, for the flow chart and its tables."""

from msgspec import Struct

from skill.rules.interview import next_question
from skill.rules.questions import ASKED, TELLABLE, Answer
from skill.rules.triage import Urgency, assess
from skill.workbench.review.names import NUMBERS
from skill.workbench.review.paths import path_to_question
from skill.workbench.truthful import hold

LEAST = Urgency.SELF_CARE


class Effect(Struct, frozen=True):
    """What one answer comes to by itself, whether the questions end with it, and which other questions it brings."""

    urgency: Urgency
    ends: bool = False
    brings: tuple[str, ...] = ()


class Profile(Struct, frozen=True):
    """A person who is held up as an example: who, and the questions that they are asked, in order, with the end."""

    who: str
    asked: tuple[str, ...]
    urgency: Urgency


def effect(question: str, answer: Answer) -> Effect:
    """Answer one question, the others with no, after the shortest path to it."""
    urgency = assess({question: answer}).urgency
    if question in TELLABLE:
        return Effect(urgency)
    before = path_to_question(question) or {}
    ends = next_question({**before, question: answer}) is None
    asked, otherwise = (hold({**before, question: one}) for one in (answer, Answer.NO))
    return Effect(urgency, ends, tuple(one for one in asked if one not in otherwise))


def _who(people: list[str]) -> str:
    return f"yes to {' or '.join(NUMBERS[one] for one in people)}" if people[0] in ASKED else people[0]


def profiles() -> tuple[Profile, ...]:
    """Hold the checks of somebody with nothing, and with a yes to each question by itself.

    Who is asked the same comes once.
    """
    people = [("no to all", hold({})), *((one, hold({one: Answer.YES})) for one in ASKED)]
    met: dict[tuple[tuple[str, ...], Urgency], list[str]] = {}
    for who, held in people:
        if who in held or who not in ASKED:  # a question that was not reached tells nothing
            met.setdefault((tuple(held), assess(held).urgency), []).append(who)
    return tuple(Profile(_who(who), asked, urgency) for (asked, urgency), who in met.items())
