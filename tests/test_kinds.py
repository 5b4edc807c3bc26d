"""Hearing, kind of fault by kind of fault: what a sentence means to the question that waits."""

import pytest

from skill.dialogue import turns
from skill.dialogue.turns import Turn
from skill.hearing.hear import Asked
from skill.rules.questions import RED_FLAGS

from .conftest import cases, hearing

ROWS = [(claim, *row) for claim, rows in cases("cases/kinds.yaml").items() for row in rows]
WISHES = {"how": turns.AskedHow, "why": turns.AskedWhy, "topic": turns.AskedTopic, "missed": turns.Missed}


def meaning(turn: Turn) -> str:
    """Name what a turn means, as the cases name it."""
    match turn:
        case turns.CriedForHelp():
            return "alarm"
        case turns.CriedInDoubt():
            return "doubt"
        case turns.Answered(answer):
            return answer.value
        case turns.Described(answer=answer) if answer is not None:
            return answer.value
        case turns.Described(parts=parts) if parts:
            return "part"
        case turns.Described(signs=signs) if signs:
            return f"+{signs[0]}"
        case _:
            return next((name for name, kind in WISHES.items() if isinstance(turn, kind)), type(turn).__name__)


@pytest.mark.parametrize(("claim", "asking", "say", "means"), ROWS, ids=[f"{row[1]}: {row[2]}" for row in ROWS])
def test_a_sentence_means_what_a_nurse_would_take_it_for(claim: str, asking: str, say: str, means: str) -> None:
    """Each row is one sentence of one kind; the claim says which."""
    heard = hearing().hear(say, Asked("" if asking == "launch" else asking))

    taken = meaning(heard.turn)
    if means == "yes" and asking in RED_FLAGS and taken == "alarm":  # to a red flag a yes is one
        return
    assert taken == means, (claim, heard.why)


def test_every_reading_explains_itself() -> None:
    """A fault is found in seconds: the words that decided it, and the trigger that turned them."""
    heard = hearing().hear("it isn't swollen", Asked("swelling"))

    assert any("swollen" in line for line in heard.why)


def test_hearing_never_raises_and_is_deterministic() -> None:
    """Whatever a recogniser sends."""
    for text in ("", " ", "'", "\u2019s", "a" * 100_000, "no " * 5_000, "\x00\ud7ff", "(((", "<leg>", ".. ..", "9 1 1"):
        assert hearing().hear(text, Asked("swelling")) == hearing().hear(text, Asked("swelling"))
