"""What was heard and why, shown in the terminal: `/why` in `skill talk`, and the words of `skill hear`."""

import subprocess
import sys
from pathlib import Path

import pytest

from skill.dialogue import turns
from skill.rules.questions import Answer
from skill.workbench.hearsay import described

ROOT = Path(__file__).parents[1]


def talk(said: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Hold a talk as a person does, with piped text."""
    command = [sys.executable, "-m", "skill", "talk", *arguments]
    return subprocess.run(command, input=said, capture_output=True, text=True, cwd=ROOT, timeout=120, check=False)


def test_why_shows_what_was_heard_and_can_be_put_away() -> None:
    """It toggles, like /json; each turn has its reasons before what is said."""
    lines = talk("/why\nmy breathing is fine\n/why\nno\n").stdout.splitlines()

    assert [line.startswith("Alexa:") for line in (lines[0], lines[-2], lines[-1])] == [True] * 3
    assert lines[2] == "  heard Described (parts: breath)"
    assert all(line.startswith("    ") for line in lines[3:-2])
    assert any("breathing" in line for line in lines[3:-2])


def test_why_shows_the_last_turn_at_once() -> None:
    """Whoever wonders need not say it again; putting it away shows nothing."""
    lines = talk("no\n/why\n/why\n").stdout.splitlines()

    assert lines[2] == "  heard Answered (answer: no)"
    assert sum("heard" in line for line in lines[2:]) == 1


def test_a_command_is_never_taken_for_speech() -> None:
    """`/yes` answers nothing: nobody says a slash. It is met with help that does not disturb a pipe."""
    result = talk("/yes\n/\n/why not\n/help\nno\n")

    assert len(result.stdout.splitlines()) == 2
    assert "There is no /yes." in result.stderr
    assert [result.stderr.count(said) for said in ("There is no", "/silence")] == [3, 4]


def test_quit_leaves() -> None:
    """Whatever else is piped in."""
    assert len(talk("/quit\nno\n").stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("turn", "named"),
    [
        (turns.Missed(), "Missed"),
        (turns.Answered(Answer.NO), "Answered (answer: no)"),
        (
            turns.Described(signs=("swelling", "warmth"), of_other=True),
            "Described (signs: swelling, warmth; of_other: True)",
        ),
    ],
)
def test_a_turn_is_described_in_words(turn: turns.Turn, named: str) -> None:
    """With what it holds, and nothing that it does not."""
    assert described(turn) == named
