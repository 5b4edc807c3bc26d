"""The states of a conversation: every one that answers can reach, and what else can wait in it. Pure."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import get_args

from msgspec.structs import replace

from skill.alexa.session import CRIES
from skill.dialogue.result import result_lines
from skill.dialogue.state import State, Wanted
from skill.rules.interview import next_question
from skill.rules.questions import BY_ID, RED_FLAGS, TELLABLE, Answer, Answers
from skill.rules.reminders import Tip
from skill.rules.triage import Urgency
from skill.words.texts import Content


def states(content: Content, every: bool = False) -> Iterator[State]:
    """Give the states that answers reach, also after misses, explanations, denied parts, doubts, alarms and tips.

    every: all of them; otherwise those whose answers take the longest to name, one of a kind.
    """
    yield State(tips=content.tips)
    asked: set[str | None] = set()
    answered = reachable(content.tips)
    for number, state in enumerate(answered if every else _longest(answered, content)):
        yield state
        if state.told is None and state.asking not in asked:
            asked.add(state.asking)
            yield replace(state, misses=1, repeats=1)
            yield replace(state, misses=2, for_other=True)
            yield from waiting_for_more(state, number)
        elif state.told is None:
            yield replace(state, misses=2, doubted=state.asking in RED_FLAGS)
        else:
            yield from () if every else with_more(state)
            yield from (replace(state, reminders=given, misses=given % 2) for given in (2, 20))
            yield replace(state, now=(CRIES[number % len(CRIES)],))


def _longest(answered: Iterable[State], content: Content) -> Iterable[State]:
    """Choose of each kind of state the one whose answers take the longest to name."""

    def length(state: State) -> int:
        return sum(len(content.questions[name].heard) for name, answer in state.given if answer is not Answer.NO)

    longest: dict[object, tuple[int, State]] = {}
    for state in answered:
        kind, names = kind_of(state), length(state)
        if kind not in longest or names > longest[kind][0]:
            longest[kind] = names, state
    return [state for _, state in longest.values()]


def waiting_for_more(state: State, number: int) -> Iterator[State]:
    """Give a state with what can wait besides its question: the rest of it, "Is that so now?", "Are you sure?"."""
    asked = state.asking
    if asked in RED_FLAGS:
        yield replace(state, doubted=True)
    if asked is not None:
        yield from (replace(state, parts=parts) for parts in some_of(BY_ID[asked].parts))
    cries = CRIES if number == 0 else (CRIES[number % len(CRIES)],)
    yield from (replace(state, now=(cry,)) for cry in cries)
    yield from (replace(state, sure=wanted) for wanted in get_args(Wanted))
    yield replace(state, told=Urgency.EMERGENCY_NOW)  # a cry in mid-check


def with_more(state: State) -> Iterator[State]:
    """Give a state after the result as it is for somebody who told more: a child's leg, cancer, a swollen arm."""
    for name in (name for name in TELLABLE if name not in state.answers):
        more = replace(state, given=(*state.given, (name, Answer.YES)))
        if more.assessment.urgency is not Urgency.EMERGENCY_NOW:
            yield replace(more, told=more.assessment.urgency)


def some_of(parts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Give every choice of parts that leaves one over."""
    return (some for count in range(1, len(parts)) for some in combinations(parts, count))


def reachable(tips: tuple[Tip, ...] = (), answers: Answers | None = None) -> Iterator[State]:
    """Give every state that answering alone can reach, in the order asked."""
    answers = answers or {}
    state = State(given=tuple(answers.items()), started=True, tips=tips)
    pending = next_question(answers)
    if pending is None:
        yield replace(state, told=state.assessment.urgency, reminders=1)
        return
    yield state
    for answer in Answer:
        yield from reachable(tips, {**answers, pending: answer})


def kind_of(state: State) -> object:
    """Give what decides how most turns are answered: what waits, and which words a result is told in."""
    told = None if state.told in (None, Urgency.EMERGENCY_NOW) else tuple(line.special for line in result_lines(state))
    return state.asking, bool(state.now), told, replace(state, given=(), now=())
