"""The moments of a conversation: a state (states.py), and a turn that can follow."""

from collections.abc import Iterator
from itertools import pairwise

from skill.alexa.session import CRIES
from skill.dialogue import turns as ways
from skill.dialogue.state import State
from skill.dialogue.turns import Turn
from skill.rules.questions import BY_ID, RED_FLAGS, SIGNS, Answer
from skill.rules.triage import Urgency
from skill.words.texts import Content
from skill.workbench.check.reminding import reminding
from skill.workbench.check.states import kind_of, some_of, states

# What can be told on its own, apart from red flags, which are cries.
TOLD = tuple(i for i in BY_ID if i not in RED_FLAGS)
# Turns that bring nothing along.
BARE: tuple[Turn, ...] = (
    *(ways.Launched(), ways.AskedCheck(), ways.AskedWhy(), ways.AskedHow(), ways.AskedHelp(), ways.AskedSources()),
    *(ways.AskedWait(), ways.AskedReminder(), ways.AskedPrevention(), ways.AskedRepeat(), ways.AskedReadback()),
    *(ways.AskedSummary(), ways.AskedCard(), ways.AskedPace(slow=True), ways.AskedPace(slow=False)),
    *(ways.AskedScheduled(), ways.CancelledScheduled(), ways.AskedToCancel(), ways.DeclinedReminder()),
    *(ways.AgreedInPart(), ways.AgreedInPart(otherwise=True)),
    *(ways.AskedProgress(), ways.WentBack(), ways.WentBack(2), ways.WentOn(), ways.Thanked(), ways.ForThemselves()),
    *(ways.SpokeOtherLanguage(), ways.Missed(), ways.TouchedEarlier(), ways.Unknown()),
)
# One of each other kind of turn that changes with the question, or with what was answered.
ASIDES: tuple[Turn, ...] = (
    *(ways.AskedWhy(), ways.AskedHow(), ways.AskedWait(), ways.AskedReadback(), ways.AskedSummary()),
    *(ways.AskedReminder(), ways.Stopped(), ways.WentBack(), ways.Described((SIGNS[0],))),
    *(ways.CriedForHelp(), ways.CriedInDoubt(CRIES[:1])),
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
    yield from reminding(content)


def _every_moment(content: Content) -> Iterator[tuple[State, Turn]]:
    anywhere, met = turns(content), set()
    for state in states(content, every=True):
        kind = kind_of(state)
        is_new = kind not in met
        met.add(kind)
        yield from ((state, turn) for turn in (anywhere if is_new else TELLING))
        if is_new:
            yield from ((state, turn) for turn in answers_in_part(state))


def _some_moments(content: Content) -> Iterator[tuple[State, Turn]]:
    anywhere, answers = turns(content), answering(content)
    met: set[object] = set()
    for state in states(content):
        is_new = (waits := _waiting(state)) not in met
        met.add(waits)
        follow = answers if state.parts or state.sure or state.now or state.misses else (*answers, *ASIDES)
        if is_new:
            follow = (*(anywhere if waits in BROAD else (*BARE, *follow)), *answers_in_part(state))
        yield from ((state, turn) for turn in follow)


def _waiting(state: State) -> object:
    """Give what waits for an answer: a question, something else by its name, or nothing after a result."""
    return "now" if state.now else state.sure or state.asking or state.told


# Where every turn is tried: at the start, at a question of each kind, and after each result.
BROAD = ("breathing", "swelling", "unwell", "kept_still", "now", *Urgency)


def answering(content: Content) -> tuple[Turn, ...]:
    """Give the turns whose reply depends on whatever waits, be it a question or something beside it."""
    longest = max(content.topics, key=lambda name: len(content.topics[name].answer))
    return (
        *(ways.Answered(answer) for answer in Answer),
        *(ways.AskedTopic(longest), ways.Missed(), ways.AskedRepeat(), ways.AskedHelp()),
    )


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
