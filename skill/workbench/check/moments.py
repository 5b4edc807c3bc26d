"""The moments of a conversation: every state that answering can reach, and every kind of turn that can follow."""

from collections.abc import Iterator
from dataclasses import replace

from skill.dialogue.state import State
from skill.dialogue.turns import (
    Answered,
    AskedCheck,
    AskedHelp,
    AskedHow,
    AskedPrevention,
    AskedReminder,
    AskedRepeat,
    AskedSources,
    AskedTopic,
    AskedWait,
    AskedWhy,
    Corrected,
    CriedForHelp,
    DeniedEmergency,
    Described,
    ForSomeoneElse,
    ForThemselves,
    Launched,
    Missed,
    SaidBoth,
    SaidBothLegs,
    StartedOver,
    Stopped,
    Thanked,
    Turn,
    Unknown,
    WentBack,
    WentOn,
)
from skill.rules.interview import next_question
from skill.rules.questions import BY_ID, RED_FLAGS, RISKS, SIGNS, Answer, Answers
from skill.words.texts import Content


def states() -> Iterator[State]:
    """Give the states that answers reach, also after misses, after an explanation, and with tips already given."""
    yield State()
    for state in reachable():
        yield state
        if state.asking in RED_FLAGS:
            yield replace(state, doubted=True)
        if state.told is None:
            yield replace(state, misses=2, for_other=True)
        else:
            yield from (replace(state, reminders=given, misses=given % 2) for given in (2, 20))


def reachable(answers: Answers | None = None) -> Iterator[State]:
    """Give every state that answering alone can reach, in the order asked."""
    answers = answers or {}
    state = State(given=tuple(answers.items()), started=True)
    pending = next_question(answers)
    if pending is None:
        yield replace(state, told=state.assessment.urgency, reminders=1)
        return
    yield state
    for answer in Answer:
        yield from reachable({**answers, pending: answer})


def turns(content: Content) -> tuple[Turn, ...]:
    """Give every turn there is, with each thing that it can name."""
    return (
        *(Answered(answer) for answer in Answer),
        *(Described((named,)) for named in (*SIGNS, *RISKS, "unwell")),
        *(Described((), (sign,)) for sign in SIGNS),
        *(Described(SIGNS[:count], SIGNS[count : count + 1]) for count in (2, 3)),
        *(Corrected(answer, question) for answer in Answer for question in (None, *BY_ID)),
        *(AskedTopic(topic) for topic in (None, *content.topics)),
        *(AskedWhy(), AskedHow(), AskedHelp(), AskedSources(), AskedWait(), AskedReminder(), AskedPrevention()),
        *(Launched(), AskedCheck(), AskedRepeat(), StartedOver(), WentBack(), WentBack(2), WentOn(), Stopped()),
        *(Missed(), Unknown(), Thanked(), CriedForHelp(), DeniedEmergency(), SaidBoth(), SaidBothLegs()),
        *(ForSomeoneElse(), ForThemselves()),
    )
