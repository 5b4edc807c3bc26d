"""Checks every reply as it will be heard: how long it takes to say, and how plain it is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from msgspec import structs

from skill.alexa.handler import asked_of
from skill.dialogue.conversation import step
from skill.dialogue.reply import Line, Reply
from skill.dialogue.state import State
from skill.hearing.hear import Asked
from skill.rules.triage import Urgency
from skill.words.manner import USUAL, pace, pauses
from skill.words.speech import Voice
from skill.words.texts import CONTENT, LANGUAGE, Content
from skill.words.yamlfile import KeyPath, Problem, parse
from skill.workbench.check.moments import moments
from skill.workbench.check.texts import FILES
from skill.workbench.plain import FEWEST_GRADED, Measure, measure

# Seconds. Whoever asks for slow speech asks for longer replies too: a quarter longer, 25 s at most.
LIMITS = {"reply": 20.0, "emergency": 10.0}
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


def everything_said(content: Content, every: bool = False) -> Said:
    """Hold the conversation in its moments (every one, or one of each kind), and collect what is said."""
    replies: dict[Reply, str] = {}
    waiting: dict[Line, dict[Asked, State]] = {}
    for state, turn in moments(content, every):
        after, reply = step(state, turn)
        replies.setdefault(reply, f"{state.waiting or 'result'}/{type(turn).__name__}")
        if reply.ask is not None:
            for line in (*reply.say, reply.ask.line, reply.ask.again):
                waiting.setdefault(line, {}).setdefault(asked_of(after), after)
    return Said(replies, waiting)


def check_replies(
    content: Content, said: Mapping[Reply, str], root: Path = CONTENT
) -> tuple[list[Problem], dict[str, float]]:
    """Check replies in the words of one locale.

    said: each reply and a moment in which it is given.
    Returns the problems, and the longest reply and emergency reply in seconds and the hardest grade.
    """
    longest = {**dict.fromkeys(LIMITS, 0.0), "grade": 0.0}
    problems: dict[tuple[KeyPath, str], Problem] = {}
    files = {name: parse(root / LANGUAGE / f"{name}.yaml") for name in FILES}
    for ruler in (Ruler(Voice(content)), Ruler(Voice(content, for_other=True))):
        for reply, moment in said.items():
            kind = "emergency" if reply.tells is Urgency.EMERGENCY_NOW else "reply"
            length, reading = ruler.seconds(reply), ruler.grade(reply)
            longest[kind] = max(longest[kind], length)
            longest["grade"] = max(longest["grade"], reading)
            for what, fix in _faults(length, LIMITS[kind], reading):
                line = max(reply.lines, key=ruler.words)
                where = (line.id,) if line.section == "prompts" else (line.id, line.field)
                what = f"({content.locale}, {moment}) makes a reply that {what}"
                problem = files[line.section].problem(where, ".".join(where), what, fix)
                problems.setdefault((where, fix), problem)
    return list(problems.values()), longest


class Ruler:
    """Measures replies in one voice; each line once, since replies share them."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._known: dict[Line, Measure] = {}

    def words(self, line: Line) -> int:
        """Count the words of a line."""
        return self._of(line).words

    def seconds(self, reply: Reply) -> float:
        """Give the seconds that a reply takes to those who did not ask for slow speech, its marked silences included.

        Whoever must act has heard all of an emergency before its question: that is for those who need not.
        """
        heard = structs.replace(reply, slow=False, ask=None if reply.tells is Urgency.EMERGENCY_NOW else reply.ask)
        return self._whole(heard.lines).seconds * USUAL / pace(heard) + sum(pauses(heard)) / 1000

    def grade(self, reply: Reply) -> float:
        """Give the grade of a reply. A list of names is as hard to follow as a few of them, however long it is."""
        few = (structs.replace(line, about=line.about[:FEW]) if line.about[FEW:] else line for line in reply.lines)
        whole = self._whole(few)
        return whole.grade if whole.words >= FEWEST_GRADED else 0.0

    def _whole(self, lines: Iterable[Line]) -> Measure:
        return reduce(Measure.then, map(self._of, lines), Measure())

    def _of(self, line: Line) -> Measure:
        if line not in self._known:
            self._known[line] = measure(self._voice.text(line))
        return self._known[line]


def _faults(length: float, limit: float, reading: float) -> Iterator[tuple[str, str]]:
    if length > limit:
        yield f"takes {length:.1f} s to say", f"shorten it; {limit:.0f} s at most"
    if reading > GRADE_OF_REPLY:
        yield f"reads at grade {reading:.1f}", f"use shorter words and sentences; grade {GRADE_OF_REPLY:.0f} at most"
