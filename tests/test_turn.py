"""`skill turn -` and `skill hear`: one turn at a time, and what was understood, as the contract has it."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from skill.workbench.turn import Turns

ROOT = Path(__file__).parents[1]


@cache
def turns() -> Turns:
    """Make one for all: it remembers nothing."""
    return Turns()


def take(**line: Any) -> dict[str, Any]:
    """Take one turn."""
    return turns().take(json.dumps(line))


def attributes(*said: str) -> dict[str, Any]:
    """Say things after a launch, and give the attributes that came of them."""
    at: dict[str, Any] = take(launch=True)["attributes"]
    for words in said:
        at = take(say=words, attributes=at)["attributes"]
    return at


def skill(*arguments: str, said: str = "") -> subprocess.CompletedProcess[str]:
    """Run `python -m skill` as a person does."""
    command = [sys.executable, "-m", "skill", *arguments]
    return subprocess.run(command, input=said, capture_output=True, text=True, cwd=ROOT, timeout=120, check=False)


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("no", ["answer:no"]),
        ("my breathing is fine", ["part"]),
        ("my left calf is swollen", ["noted"]),
        ("no it's just my leg it's swollen", ["answer:no", "noted"]),
        ("i can't breathe", ["emergency"]),
        ("my sister had a stroke", ["emergency?"]),
        ("say that again", ["repeat"]),
        ("why do you ask", ["why"]),
        ("what have i told you so far", ["readback"]),
        ("how many questions are left", ["topic:how_long"]),
        ("can i rub it", ["topic:massage"]),
        ("purple elephants", ["missed"]),
    ],
)
def test_heard_names_what_the_turn_was_taken_for(said: str, heard: list[str]) -> None:
    """In the words of the contract, whatever the turns are called inside."""
    assert take(say=said, attributes=attributes())["heard"] == heard


def test_what_waits_is_named() -> None:
    """The id of a question, or `now` while it is asked whether it is so now."""
    assert take(launch=True)["asking"] == "breathing"
    assert take(say="my sister had a stroke", attributes=attributes("no"))["asking"] == "now"


def test_nothing_is_remembered_between_lines() -> None:
    """A line without attributes opens a session."""
    take(say="my calf is swollen")

    assert take(launch=True)["answers"] == {}


def test_a_bad_line_is_an_error_on_its_own_line() -> None:
    """The rest is taken; exit status 1 at the end."""
    lines = ["{", "[]", '{"say": 7}', '{"say": "no", "launch": true}', '{"locale": "xx", "say": "no"}', '{"say": "no"}']
    result = skill("turn", "-", said="\n".join(lines) + "\n")
    given = [json.loads(line) for line in result.stdout.splitlines()]

    assert result.returncode == 1
    assert ["error" in one for one in given] == [True] * 5 + [False]


def test_hear_says_what_is_understood_and_why() -> None:
    """For an editor who wonders."""
    result = skill("hear", "it isn't swollen", "--asking", "swelling")

    assert result.returncode == 0
    assert "answer: no" in result.stdout
    assert "swollen: no" in result.stdout


def test_hear_refuses_what_does_not_wait() -> None:
    """And names what can."""
    result = skill("hear", "no", "--asking", "purple")

    assert result.returncode == 2
    assert "swelling" in result.stderr
