"""What is understood of some words, and why: `skill hear "some words" --asking swelling`, and /why in `skill talk`."""

import sys
from collections.abc import Iterator
from typing import Any

from skill.alexa import session
from skill.alexa.consent import consent
from skill.alexa.envelope import plain
from skill.alexa.handler import asked_of
from skill.alexa.routes import TELL, WORDS, turn_for
from skill.dialogue.turns import Launched, Turn
from skill.hearing.hear import OFFER, Asked, Heard
from skill.rules.questions import BY_ID
from skill.words.library import Library

LAUNCH = "launch"
# Everything that can wait while a person speaks.
WAITING = (*BY_ID, "now", "sure", OFFER, LAUNCH)


def heard(request: dict[str, Any], library: Library) -> Heard:
    """Understand a request as the skill does, with the reasons.

    request: an envelope; its session attributes tell what waits. An intent without words has no reasons.
    """
    envelope = plain(request, consent(request))
    told = envelope["request"]
    if told["type"] == "LaunchRequest":
        return Heard(Launched())
    name, words = told["intent"]["name"], told["intent"]["slots"][WORDS]["value"]
    if name != TELL or words is None:
        return Heard(turn_for(name))
    return library.hearing().hear(words, asked_of(session.read(envelope["session"]["attributes"])))


def lines(understood: Heard) -> Iterator[str]:
    """Say in lines what was understood, and why."""
    yield f"heard {described(understood.turn)}"
    yield from (f"  {reason}" for reason in understood.why)


def described(turn: Turn) -> str:
    """Name a turn and what it holds: `Described (signs: swelling, warmth)`."""
    held = ((name, getattr(turn, name)) for name in turn.__struct_fields__)
    said = "; ".join(f"{name}: {_plain(value)}" for name, value in held if value not in ((), None, False))
    return f"{type(turn).__name__} ({said})" if said else type(turn).__name__


def run(words: str, asking: str, for_other: bool) -> int:
    """Print what is understood, and a line for each reason. Returns the exit status."""
    if asking not in WAITING:
        print(f"hear: {asking!r} is nothing that waits - use one of {', '.join(WAITING)}", file=sys.stderr)
        return 2
    asked = Asked("" if asking == LAUNCH else asking, for_other)
    for line in lines(Library().hearing().hear(words, asked)):
        print(line)
    return 0


def _plain(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)
