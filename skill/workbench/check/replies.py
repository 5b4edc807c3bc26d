"""Checks every reply as it will be heard: how long it takes, that its SSML is well formed, that it ends as it must."""

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.etree import ElementTree

from skill.dialogue.conversation import step
from skill.dialogue.reply import Line, Reply
from skill.rules.triage import Urgency
from skill.words.speech import LONGEST, Spoken, Voice
from skill.words.texts import CONTENT, LANGUAGE, Content
from skill.words.yamlfile import Problem
from skill.workbench.check.moments import states, turns
from skill.workbench.plain import FEWEST_GRADED, grade, seconds, words

LIMITS = {"reply": 20.0, "emergency": 10.0}  # seconds
GRADE_OF_REPLY = 6.0


def replies(content: Content) -> Mapping[Reply, str]:
    """Give every reply that the conversation can give, and a moment in which it does: `breathing/AskedWhy`."""
    found: dict[Reply, str] = {}
    for state in states():
        for turn in turns(content):
            found.setdefault(step(state, turn)[1], f"{state.asking or 'result'}/{type(turn).__name__}")
    return found


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
            text = text_of(spoken.ssml)
            length = seconds(text) + silence_of(spoken.ssml)
            kind = "emergency" if reply.card is Urgency.EMERGENCY_NOW else "reply"
            longest[kind] = max(longest[kind], length)
            if len(words(text)) >= FEWEST_GRADED:
                longest["grade"] = max(longest["grade"], grade(text))
            for what, fix in _faults(spoken, text, length, LIMITS[kind]):
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


def _faults(spoken: Spoken, text: str, length: float, limit: float) -> Iterator[tuple[str, str]]:
    if length > limit:
        yield f"takes {length:.1f} s to say", f"shorten it; {limit:.0f} s at most"
    if len(spoken.ssml) >= LONGEST:
        yield f"has {len(spoken.ssml)} characters", f"shorten it; fewer than {LONGEST}"
    if len(words(text)) >= FEWEST_GRADED and (reading := grade(text)) > GRADE_OF_REPLY:
        yield f"reads at grade {reading:.1f}", "use shorter words and sentences"


def _problem(reply: Reply, moment: str, what: str, fix: str) -> Problem:
    asked: Iterable[Line] = () if reply.ask is None else (reply.ask.line,)
    first = next(iter((*reply.say, *asked)))
    return Problem(CONTENT / LANGUAGE / f"{first.section}.yaml", 1, f"{first.id} ({moment})", what, fix)
