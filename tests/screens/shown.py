"""The moments whose screens are looked at: of each kind of screen the one with most words, and ordinary ones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from msgspec.structs import replace

from skill.alexa.screens.screen import Screen, screen
from skill.dialogue.conversation import step
from skill.dialogue.reply import Reply
from skill.dialogue.state import State
from skill.dialogue.turns import Answered, AskedSummary, AskedTopic, CriedForHelp, CriedInDoubt, Launched, Turn
from skill.rules.questions import Answer
from skill.words.library import load
from skill.words.speech import Voice
from skill.workbench.check.moments import moments

YES, NO = Answered(Answer.YES), Answered(Answer.NO)
# What a person does, turn by turn, from the start; the last reply is shown.
WAYS: Mapping[str, tuple[Turn, ...]] = {
    "welcome": (Launched(),),
    "ordinary question": (Launched(), NO, NO, NO),
    "emergency from an answer": (Launched(), YES),
    "emergency from a cry": (CriedForHelp(("breathing.chest",)),),
    "is that so now": (Launched(), CriedInDoubt(("breathing.chest",))),
    "a tip": (Launched(), *([NO] * 12), YES),
    "topic in mid-check": (Launched(), AskedTopic("blood_clot")),
    "cramp or clot": (AskedTopic("cramp_or_clot"),),
    "same day": (Launched(), NO, NO, NO, YES, *([NO] * 4)),
    "what to tell the doctor": (Launched(), NO, NO, NO, YES, *([NO] * 4), AskedSummary()),
    "self care": (Launched(), *([NO] * 12)),
}


@dataclass(frozen=True)
class Moment:
    """A reply, and the state that it left."""

    state: State
    reply: Reply


def of(moment: Moment, voice: Voice) -> Screen:
    """Give the screen of a moment."""
    return screen(moment.reply, moment.state, voice)


@cache
def shown() -> Mapping[str, Moment]:
    """Name the moments: the longest of each kind, for both voices, and the ordinary ones."""
    longest: dict[str, tuple[int, Moment]] = {}
    voice = Voice(load("en-GB"))
    for moment in every_moment():
        for kind, length in _kinds(of(moment, voice)):
            if length > longest.get(kind, (-1, moment))[0]:
                longest[kind] = length, moment
    found = {f"longest {kind}": moment for kind, (_, moment) in sorted(longest.items())}
    return {**{name: walk(turns) for name, turns in WAYS.items()}, **found}


def every_moment() -> Iterator[Moment]:
    """Give what follows in each moment of a conversation that the check tries too."""
    content, met = load("en-GB"), set()
    for state, turn in moments(content):
        after, reply = step(state, turn)
        known = reply, replace(after, misses=0, repeats=0)
        if known not in met:
            met.add(known)
            yield Moment(after, reply)


def walk(turns: tuple[Turn, ...]) -> Moment:
    """Take turns from the start."""
    state, reply = State(tips=load("en-GB").tips), Reply(())
    for turn in turns:
        state, reply = step(state, turn)
    return Moment(state, reply)


def _kinds(shown: Screen) -> Iterator[tuple[str, int]]:
    """Name the kinds that a screen is of, with how much it holds of what is long in each."""
    words = sum(len(value) for value in shown.data.values() if isinstance(value, str))
    if shown.document == "question":
        yield "question", len(shown.data["question"])
        yield "question and note", words
    elif shown.document == "result":
        yield shown.data["urgency"], words
    else:
        yield f"{shown.document} {'' if shown.data['buttons'] else 'at the end'}".strip(), words
