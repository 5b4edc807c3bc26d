"""Checks every reply as it will be heard: how long it takes, that its SSML is well formed, that it ends as it must."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from skill.content import CONTENT, LANGUAGE, Content
from skill.conversation import step
from skill.interview import next_question
from skill.questions import CORE_SIGNS, Answer, Answers
from skill.reply import Line, Reply
from skill.speech import LONGEST, Spoken, Voice
from skill.state import State
from skill.triage import Urgency
from skill.turns import (
    Answered,
    AskedHelp,
    AskedHow,
    AskedPrevention,
    AskedReminder,
    AskedSources,
    AskedTopic,
    AskedWait,
    AskedWhy,
    Corrected,
    CriedForHelp,
    DeniedEmergency,
    ForSomeoneElse,
    ForThemselves,
    Launched,
    Missed,
    SaidBothLegs,
    StartedOver,
    Stopped,
    Thanked,
    Turn,
    Unknown,
    WentBack,
)
from skill.workbench.plain import FEWEST_GRADED, grade, seconds, words
from skill.yamlfile import Problem

LONGEST_REPLY, LONGEST_EMERGENCY = 20.0, 10.0
GRADE_OF_REPLY = 6.0


def reachable(answers: Answers | None = None) -> Iterator[State]:
    """Give every state that answering alone can reach, in the order asked."""
    answers = answers or {}
    state = State(given=tuple(answers.items()), started=True)
    pending = next_question(answers)
    if pending is None:
        yield State(given=state.given, started=True, told=state.assessment.urgency, reminders=1)
        return
    yield state
    for answer in Answer:
        yield from reachable({**answers, pending: answer})


def check_replies(content: Content) -> tuple[list[Problem], dict[str, float]]:
    """Check the replies of one locale.

    Returns the problems, and the longest reply and emergency reply in seconds.
    """
    longest = {"reply": 0.0, "emergency": 0.0, "grade": 0.0}
    problems: dict[str, Problem] = {}
    for voice in (Voice(content), Voice(content, for_other=True)):
        for name, reply in replies(content):
            spoken = voice.speak(reply)
            emergency = reply.card is Urgency.EMERGENCY_NOW
            kind = "emergency" if emergency else "reply"
            length = seconds(text_of(spoken.ssml)) + silence_of(spoken.ssml)
            longest[kind] = max(longest[kind], length)
            text = text_of(spoken.ssml)
            if len(words(text)) >= FEWEST_GRADED:
                longest["grade"] = max(longest["grade"], grade(text))
            limit = LONGEST_EMERGENCY if emergency else LONGEST_REPLY
            for what, fix in _faults(spoken, length, limit):
                problem = _problem(reply, name, f"({content.locale}) {what}", fix)
                problems.setdefault(problem.key + what[:12], problem)
    return list(problems.values()), longest


def replies(content: Content) -> Iterator[tuple[str, Reply]]:
    """Give every reply that differs: each step of every check, and each aside at every question."""
    seen: set[Reply] = set()
    asides: tuple[Turn, ...] = (
        *(AskedWhy(), AskedHow(), AskedHelp(), AskedSources(), AskedWait(), AskedReminder(), AskedPrevention()),
        *(Missed(), Unknown(), Thanked(), Stopped(), CriedForHelp(), DeniedEmergency(), SaidBothLegs(), WentBack()),
        *(StartedOver(), ForSomeoneElse(), ForThemselves(), Corrected(Answer.YES, CORE_SIGNS[0])),
    )
    topics = tuple(AskedTopic(topic) for topic in content.topics)
    for state in (State(), *reachable()):
        turns: tuple[Turn, ...] = (Launched(),) if not state.given else ()
        for turn in (*turns, *asides, *topics):
            yield from _new(f"{state.asking or 'result'}/{type(turn).__name__}", step(state, turn)[1], seen)
        if state.asking is None and state.given:
            last, answer = state.given[-1]
            before = State(given=state.given[:-1], started=True, doubted=answer is Answer.UNSURE)
            yield from _new(f"result/{last}", step(before, Answered(answer))[1], seen)


def text_of(ssml: str) -> str:
    """Give the words of an SSML text. Raises ElementTree.ParseError when it is not well formed."""
    return "".join(ElementTree.fromstring(ssml).itertext())  # noqa: S314  # our own text


def silence_of(ssml: str) -> float:
    """Add up the marked silences, in seconds."""
    marks = re.findall(r'<break time="(\d+)(ms|s)"/>', ssml)
    return sum(int(number) / (1000 if unit == "ms" else 1) for number, unit in marks)


def _new(name: str, reply: Reply, seen: set[Reply]) -> Iterator[tuple[str, Reply]]:
    if reply not in seen:
        seen.add(reply)
        yield name, reply


def _faults(spoken: Spoken, length: float, limit: float) -> Iterator[tuple[str, str]]:
    if length > limit:
        yield f"takes {length:.1f} s to say", f"shorten it; {limit:.0f} s at most"
    if len(spoken.ssml) >= LONGEST:
        yield f"has {len(spoken.ssml)} characters", f"shorten it; fewer than {LONGEST}"
    text = text_of(spoken.ssml)
    if len(words(text)) >= FEWEST_GRADED and (reading := grade(text)) > GRADE_OF_REPLY:
        yield f"reads at grade {reading:.1f}", "use shorter words and sentences"


def _problem(reply: Reply, name: str, what: str, fix: str) -> Problem:
    lines: tuple[Line, ...] = reply.say or (reply.ask.line,) if reply.ask else reply.say
    first = lines[0]
    path = CONTENT / LANGUAGE / f"{first.section}.yaml"
    return Problem(path, 1, f"{first.id} ({name})", what, fix)
