"""Checks that what Alexa takes for an intent means the same as words, and that what people are told to say works."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from skill.alexa.handler import asked_of
from skill.alexa.routes import ROUTES
from skill.dialogue.conversation import step
from skill.dialogue.reply import Line
from skill.dialogue.state import State
from skill.dialogue.taken import taken_for
from skill.dialogue.turns import CriedForHelp, Turn
from skill.hearing.hear import OFFER, Asked, Hearing
from skill.rules.questions import BY_ID
from skill.words.texts import CONTENT
from skill.words.yamlfile import Problem
from skill.workbench.check.texts import Text, texts
from skill.workbench.model.intents import Intents

# All that can wait: "" before anything was asked.
WAITING = ("", *BY_ID, "now", "sure", OFFER)
# Whose leg it is matters to few words: those that answer, and those that begin.
FOR_OTHER = ("", "breathing", "swelling", OFFER)
SUGGESTED = re.compile(r"‘([^’]+)’")
Waiting = Mapping[Line, Mapping[Asked, State]]


def same(intended: Turn, heard: Turn) -> bool:
    """Tell whether words came to the turn of an intent; a cry is a cry, whatever it names."""
    return isinstance(heard, CriedForHelp) if isinstance(intended, CriedForHelp) else heard == intended


def check_samples(intents: Intents, hearing: Hearing) -> Iterator[Problem]:
    """Check that every sample of an intent means the same as words, whatever waits and whosever the leg is."""
    asked = [*(Asked(waiting) for waiting in WAITING), *(Asked(waiting, for_other=True) for waiting in FOR_OTHER)]
    for intent, samples in intents.samples.items():
        for number, sample in enumerate(samples):
            turns = ((one, hearing.hear(sample, one).turn) for one in asked)
            otherwise = next((pair for pair in turns if not same(ROUTES[intent], pair[1])), None)
            if otherwise is not None:
                when, turn = otherwise
                what = f"‘{sample}’ is {type(turn).__name__} as words while {when.pending or 'nothing'} waits"
                fix = "leave it out, or add it to hearing/"
                yield intents.problem(("samples", intent, str(number)), what, fix)


def check_suggestions(intents: Intents, hearing: Hearing, said: Waiting, root: Path = CONTENT) -> Iterator[Problem]:
    """Check that what people are told to say is understood, where they are told to.

    said: each line that the skill says, and a state for each thing that waits after it.
    """
    for text in texts(root):
        for phrase in dict.fromkeys(SUGGESTED.findall(text.template)):
            for state in _states(text, said):
                wrong = broken_promise(phrase, intents, hearing, state)
                if wrong is not None:
                    yield text.problem(*wrong)
                    break


def _states(text: Text, said: Waiting) -> list[State]:
    """Give the states in which somebody can follow a text."""
    named = [
        line for line in said if line.section == text.section and text.where in ((line.id,), (line.id, line.field))
    ]
    return [state for line in named for state in said[line].values()] or [State()]


def broken_promise(phrase: str, intents: Intents, hearing: Hearing, state: State) -> tuple[str, str] | None:
    """Tell what is wrong, and what to do, if people who are told to say a phrase are not understood so in a state."""
    promise = intents.promised.get(phrase.lower())
    if promise is None:
        return f"suggests ‘{phrase}’, which is promised nowhere", "add it to `promised` in intents.yaml"
    asked = asked_of(state)
    turn = hearing.hear(phrase, asked).turn
    taken = taken_for(state, turn, step(state, turn)[0])
    if promise in taken:
        return None
    what = f"suggests ‘{phrase}’, which is taken for {' and '.join(taken)} while {asked.pending or 'nothing'} waits"
    return what, f"add it to hearing/, so that it is {promise}"
