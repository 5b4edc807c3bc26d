"""The moments of a conversation: every state that answering can reach, and every kind of turn that can follow."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from typing import get_args

from skill.alexa.session import CRIES
from skill.dialogue import turns as ways
from skill.dialogue.result import result_lines
from skill.dialogue.state import State, Wanted
from skill.dialogue.turns import Turn
from skill.rules.interview import next_question
from skill.rules.questions import BY_ID, RED_FLAGS, SIGNS, TELLABLE, Answer, Answers
from skill.rules.reminders import Tip
from skill.rules.triage import Urgency
from skill.words.texts import Content

# What can be told on its own, apart from red flags, which are cries.
TOLD = tuple(i for i in BY_ID if i not in RED_FLAGS)
# Turns that bring nothing along.
BARE: tuple[Turn, ...] = (
    *(ways.Launched(), ways.AskedCheck(), ways.AskedWhy(), ways.AskedHow(), ways.AskedHelp(), ways.AskedSources()),
    *(ways.AskedWait(), ways.AskedReminder(), ways.AskedPrevention(), ways.AskedRepeat(), ways.AskedReadback()),
    ways.AskedSummary(),
    *(ways.AskedProgress(), ways.WentBack(), ways.WentBack(2), ways.WentOn(), ways.Thanked(), ways.ForThemselves()),
    *(ways.SpokeOtherLanguage(), ways.Missed(), ways.Unknown()),
)
# Turns whose reply may name what was answered before.
TELLING: tuple[Turn, ...] = (
    *(ways.Answered(answer) for answer in Answer),
    *(
        ways.Missed(),
        ways.Stopped(),
        ways.AskedPrevention(),
        ways.AskedReadback(),
        ways.AskedSummary(),
        ways.CriedForHelp(),
    ),
)


def moments(content: Content, every: bool = False) -> Iterator[tuple[State, Turn]]:
    """Give the states of a conversation with the turns that can follow.

    Of the states that differ only in the answers given, it is the one whose answers take the longest to name. A few
    states meet every turn; the others the turns that depend on what waits.
    every: give all states with the turns whose reply tells of the answers, and every turn in each kind of state.
    """
    yield from _every_moment(content) if every else _some_moments(content)


def _every_moment(content: Content) -> Iterator[tuple[State, Turn]]:
    anywhere, met = turns(content), set()
    for state in states(content, every=True):
        kind = _kind(state)
        is_new = kind not in met
        met.add(kind)
        yield from ((state, turn) for turn in (anywhere if is_new else TELLING))
        if is_new:
            yield from ((state, turn) for turn in answers_in_part(state))


def _some_moments(content: Content) -> Iterator[tuple[State, Turn]]:
    anywhere, plain, few = turns(content), (*BARE, *some_turns(content)), some_turns(content)
    met: set[object] = set()
    for state in states(content):
        is_new = (waits := _waiting(state)) not in met
        met.add(waits)
        is_apart = bool(state.parts or state.sure or state.now or state.misses)
        follow = anywhere if is_new and waits in BROAD else plain if is_new else few[:APART] if is_apart else few
        yield from ((state, turn) for turn in follow)
        if is_new:
            yield from ((state, turn) for turn in answers_in_part(state))


def _waiting(state: State) -> object:
    """Give what waits for an answer: a question, something else by its name, or nothing after a result."""
    return "now" if state.now else state.sure or state.asking or state.told


# Where every turn is tried: at the start, at a question of each kind, and after each result.
BROAD = ("breathing", "swelling", "unwell", "kept_still", "now", *Urgency)
# How many of the few turns are tried where something else waits besides the question.
APART = 7


def _kind(state: State) -> object:
    """Give what decides how most turns are answered: what waits, and which words a result is told in."""
    told = None if state.told in (None, Urgency.EMERGENCY_NOW) else tuple(line.special for line in result_lines(state))
    return state.asking, bool(state.now), told, replace(state, given=(), now=())


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
        kind, names = _kind(state), length(state)
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


def some_turns(content: Content) -> tuple[Turn, ...]:
    """Give one turn of each kind that can follow any moment and changes with it; of the topics, the longest."""
    topics = sorted(content.topics, key=lambda name: len(content.topics[name].answer))
    return (
        *(ways.Answered(answer) for answer in Answer),
        *(ways.AskedTopic(topics[-1]), ways.Missed(), ways.AskedRepeat(), ways.AskedHelp()),
        *(ways.AskedWhy(), ways.AskedHow(), ways.AskedWait(), ways.AskedReadback(), ways.AskedSummary()),
        *(ways.AskedReminder(), ways.Stopped(), ways.WentBack(), ways.Described((SIGNS[0],))),
        *(ways.CriedForHelp(), ways.CriedInDoubt(CRIES[:1])),
    )


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


def turns(content: Content) -> tuple[Turn, ...]:
    """Give every turn there is, with each thing that it can name."""
    return (
        *BARE,
        *(ways.Answered(answer) for answer in Answer),
        *(ways.Described((named,)) for named in TOLD),
        *(ways.Described((), (sign,)) for sign in BY_ID),
        *(ways.Described((), unsure=(sign,)) for sign in TOLD),
        *(ways.Described(SIGNS[:count], SIGNS[count : count + 1]) for count in (2, 3)),
        *(ways.Described((sign,), of_other=True) for sign in SIGNS),
        *(ways.Corrected(answer, question) for answer in Answer for question in (None, *BY_ID)),
        *(ways.WentBack(question=question) for question in BY_ID),
        *(ways.AskedTopic(topic) for topic in (None, *content.topics)),
        *(cried(about) for cried in (ways.CriedForHelp, ways.CriedInDoubt) for about in cries()),
        *(
            wanted(plainly)
            for wanted in (ways.StartedOver, ways.Stopped, ways.ForSomeoneElse)
            for plainly in (True, False)
        ),
    )


def cries() -> Iterator[tuple[str, ...]]:
    """Give what a cry can be about: nothing, one thing, or two at once."""
    yield ()
    yield from ((cry,) for cry in CRIES)
    yield from pairwise(CRIES)


def answers_in_part(state: State) -> Iterator[Turn]:
    """Give the turns that answer what waits, and tell something else too or deny only a part of it."""
    asked = state.asking
    if asked is None or not state.started:
        return
    other = next(sign for sign in SIGNS if sign != asked)
    yield from (ways.Described((other,), answer=answer) for answer in Answer)
    for parts in (*some_of(BY_ID[asked].parts), *(BY_ID[asked].parts and [BY_ID[asked].parts])):
        yield ways.Described(parts=parts)
        yield ways.Described((other,), parts=parts)
