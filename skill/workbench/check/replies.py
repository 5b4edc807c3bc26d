"""Checks every reply as it will be heard: how long it takes to say, how plain it is, that its SSML is well formed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

from msgspec import structs

from skill.alexa.handler import asked_of
from skill.dialogue.conversation import step
from skill.dialogue.reply import Line, Reply
from skill.dialogue.state import State
from skill.hearing.hear import Asked
from skill.rules.triage import Urgency
from skill.words.speech import LONGEST, Spoken, Voice
from skill.words.texts import CONTENT, LANGUAGE, Content
from skill.words.yamlfile import Problem
from skill.workbench.check.moments import moments
from skill.workbench.plain import FEWEST_GRADED, grade, seconds, words

LIMITS = {"reply": 20.0, "emergency": 10.0}  # seconds
GRADE_OF_REPLY = 6.0
FEW = 3


@dataclass(frozen=True)
class Said:
    """What the conversation can say.

    replies: each reply, and a moment in which it is given: `breathing/AskedWhy`. waiting: each line, and a state for
    each thing that waits after it.
    """

    replies: Mapping[Reply, str]
    waiting: Mapping[Line, Mapping[Asked, State]]


def everything_said(content: Content) -> Said:
    """Hold the conversation in every moment, and collect what is said."""
    replies: dict[Reply, str] = {}
    waiting: dict[Line, dict[Asked, State]] = {}
    for state, turn in moments(content):
        after, reply = step(state, turn)
        replies.setdefault(reply, f"{state.waiting or 'result'}/{type(turn).__name__}")
        if reply.ask is not None:
            for line in (*reply.say, reply.ask.line, reply.ask.again):
                waiting.setdefault(line, {}).setdefault(asked_of(after), after)
    return Said(replies, waiting)


def check_replies(content: Content, said: Mapping[Reply, str]) -> tuple[list[Problem], dict[str, float]]:
    """Check replies in the words of one locale.

    said: each reply and a moment in which it is given.
    Returns the problems, and the longest reply and emergency reply in seconds and the hardest grade.
    """
    longest = {"reply": 0.0, "emergency": 0.0, "grade": 0.0}
    problems: dict[tuple[str, str], Problem] = {}
    for voice in (Voice(content), Voice(content, for_other=True)):
        for reply, moment in said.items():
            spoken = voice.speak(reply)
            kind = "emergency" if reply.card is Urgency.EMERGENCY_NOW else "reply"
            # Whoever must act has heard all by then; the question after it is for those who need not.
            counted = voice.speak(Reply(reply.say)).ssml if kind == "emergency" else spoken.ssml
            length = seconds(text_of(counted)) + silence_of(counted)
            longest[kind] = max(longest[kind], length)
            reading = _grade_of(reply, voice)
            longest["grade"] = max(longest["grade"], reading)
            for what, fix in _faults(spoken, length, LIMITS[kind], reading):
                problem = _problem(reply, moment, f"({content.locale}) {what}", fix)
                problems.setdefault((problem.key, fix), problem)
    return list(problems.values()), longest


def text_of(ssml: str) -> str:
    """Give the words of an SSML text. Raises ElementTree.ParseError when it is not well formed."""
    return "".join(ElementTree.fromstring(ssml).itertext())  # noqa: S314  # our own text


def silence_of(ssml: str) -> float:
    """Add up the marked silences, in seconds."""
    marks = re.findall(r'<break time="(\d+)(ms|s)"/>', ssml)
    return sum(int(number) / (1000 if unit == "ms" else 1) for number, unit in marks)


def _grade_of(reply: Reply, voice: Voice) -> float:
    """Give the grade of a reply. A list of names is as hard to follow as a few of them, however long it is."""
    say = tuple(structs.replace(line, about=line.about[:FEW]) for line in reply.say)
    text = text_of(voice.speak(Reply(say, reply.ask)).ssml)
    return grade(text) if len(words(text)) >= FEWEST_GRADED else 0.0


def _faults(spoken: Spoken, length: float, limit: float, reading: float) -> Iterator[tuple[str, str]]:
    if length > limit:
        yield f"takes {length:.1f} s to say", f"shorten it; {limit:.0f} s at most"
    if len(spoken.ssml) >= LONGEST:
        yield f"has {len(spoken.ssml)} characters", f"shorten it; fewer than {LONGEST}"
    if reading > GRADE_OF_REPLY:
        yield f"reads at grade {reading:.1f}", "use shorter words and sentences"


def _problem(reply: Reply, moment: str, what: str, fix: str) -> Problem:
    asked: Iterable[Line] = () if reply.ask is None else (reply.ask.line,)
    first = next(iter((*reply.say, *asked)))
    return Problem(CONTENT / LANGUAGE / f"{first.section}.yaml", 1, f"{first.id} ({moment})", what, fix)
