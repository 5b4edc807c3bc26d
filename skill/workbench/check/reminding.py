"""The moments of a conversation in which a scheduled reminder is asked for, proposed, set or refused."""

import datetime as dt
from collections.abc import Iterator
from typing import get_args

from msgspec.structs import replace

from skill.dialogue import turns as ways
from skill.dialogue.errand import CancelReminders, ListReminders, LookUpTime, Planned, Reason, SetReminder, Stage
from skill.dialogue.reply import When
from skill.dialogue.state import State
from skill.dialogue.turns import Turn
from skill.rules.questions import Answer
from skill.rules.scheduling import Plan, Purpose, fitting, plan
from skill.rules.triage import Urgency
from skill.words.texts import Content
from skill.workbench.check.states import kind_of, reachable

# The times that take the longest to say, and the night.
LONG, NIGHT = dt.datetime(2026, 11, 27, 9, 21), dt.datetime(2026, 11, 27, 23, 2)
ZONE = "Europe/London"
ASKED: tuple[Turn, ...] = (
    *(ways.AskedReminder(), ways.AskedReminder("look_again"), ways.AskedReminder("move", workdays=True)),
    *(ways.AskedReminder(otherwise=True), ways.AgreedInPart(), ways.AgreedInPart(otherwise=True)),
    *(ways.AskedScheduled(), ways.CancelledScheduled(), ways.CancelledScheduled(plainly=False)),
    *(ways.AskedToCancel(), ways.DeclinedReminder()),
)
ANSWERED: tuple[Turn, ...] = (
    *(ways.Answered(answer) for answer in Answer),
    *(ways.AgreedInPart(), ways.AgreedInPart(otherwise=True), ways.AskedToCancel(), ways.DeclinedReminder()),
    *(ways.Missed(), ways.WentOn(), ways.AskedRepeat(), ways.AskedHelp(), ways.AskedWhy(), ways.Stopped()),
    *(ways.AskedTopic(None), ways.CriedForHelp(), ways.AskedPrevention(), ways.AskedReadback(), ways.AskedWait()),
)


def reminding(content: Content) -> Iterator[tuple[State, Turn]]:
    """Give them: for a result of each kind, a state in which a question waits, and one before any check."""
    begun = State(started=True, reminds=True, tips=content.tips)
    for state in (State(reminds=True, tips=content.tips), begun, replace(begun, told=Urgency.EMERGENCY_NOW)):
        yield from ((state, turn) for turn in (*ASKED, *_came_back("look_again"), *_permitted()))
    kinds: dict[object, State] = {}
    for state in reachable(content.tips):
        if state.told not in (None, Urgency.EMERGENCY_NOW):
            kinds.setdefault(kind_of(state), replace(state, reminds=True))
    for state in kinds.values():
        yield from _after_a_result(state)


def _after_a_result(state: State) -> Iterator[tuple[State, Turn]]:
    yield state, ways.Answered(Answer.NO)
    yield from ((state, turn) for turn in ASKED)
    wanted = {fitting(state.assessment.urgency, state.answers, one) for one in get_args(Purpose)}
    for purpose in sorted(one for one in wanted if one is not None):
        for moment in (LONG, NIGHT):
            yield from ((state, looked) for looked in _looked(purpose, moment))
            yield from _planned(state, plan(purpose, moment, ZONE, workdays=purpose == "move"), moment)


def _planned(state: State, made: Plan, moment: dt.datetime) -> Iterator[tuple[State, Turn]]:
    for stage in get_args(Stage):
        waiting = replace(state, planned=Planned(made, moment.date(), stage), offered=(made.purpose,))
        yield from ((waiting, turn) for turn in (*ANSWERED, *_permitted(), *_came_back(made.purpose, made)))
        yield replace(waiting, misses=2), ways.Missed()


def _looked(purpose: Purpose, moment: dt.datetime) -> Iterator[Turn]:
    workdays = (False, purpose == "move")
    yield from (ways.Looked(purpose, on, moment, ZONE, instead) for on in workdays for instead in (False, True))


def _permitted() -> Iterator[Turn]:
    answers = get_args(ways.Permitted.__annotations__["answer"])
    yield from (ways.Permitted(answer) for answer in answers)


def _came_back(purpose: Purpose, made: Plan | None = None) -> Iterator[Turn]:
    made = made or plan(purpose, LONG, ZONE)
    yield ways.WasSet(made.day)
    yield ways.WasSet(made.day - dt.timedelta(days=1))
    when = When(1, made.times, made.workdays)
    yield from (ways.Listed(whens) for whens in ((), (when,), (when, When(0, (dt.time(15, 25),)))))
    yield from (ways.Cancelled(*counts) for counts in ((0,), (2,), (1, 2)))
    for reason in get_args(Reason):
        errands = (LookUpTime(purpose), LookUpTime(purpose, asked=True), SetReminder(made), ListReminders())
        yield from (ways.Refused(errand, reason) for errand in (*errands, CancelReminders()))
