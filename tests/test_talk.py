"""The terminal, as a developer or an editor uses it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from skill.words.library import load
from skill.words.texts import LOCALES
from skill.workbench.talk import Conversation, entry

ROOT = Path(__file__).parents[1]


def skill(*arguments: str, said: str = "") -> subprocess.CompletedProcess[str]:
    """Run `python -m skill` as a person does."""
    command = [sys.executable, "-m", "skill", *arguments]
    return subprocess.run(command, input=said, capture_output=True, text=True, cwd=ROOT, timeout=120, check=False)


def test_piped_text_is_one_utterance_a_line() -> None:
    """Each reply is printed as `Alexa: ...`, the launch first, and the end of the input ends the talk."""
    result = skill("talk", said="no\n\nno\n")

    assert result.returncode == 0
    assert [line.split(":")[0] for line in result.stdout.splitlines()] == ["Alexa"] * 3


def test_the_talk_ends_with_the_session() -> None:
    """Nothing is said after the end, whatever else is piped in."""
    result = skill("talk", said="yes\nthank you\nno\nno\n")

    assert len(result.stdout.splitlines()) == 3
    assert "911" in result.stdout


@pytest.mark.parametrize("locale", LOCALES)
def test_an_emergency_names_the_number_of_the_place(locale: str) -> None:
    """In every locale, in mid-check."""
    conversation = Conversation(locale, entry().lambda_handler)
    conversation.launch()
    conversation.say("no")

    assert load(locale).place.emergency_number in conversation.say("i can't breathe")
    assert conversation.is_open  # for a correction, once


def test_an_unknown_locale_is_a_clear_error() -> None:
    """It names the locales that there are, without a traceback."""
    result = skill("talk", "--locale", "xx-XX")

    assert result.returncode == 2
    assert "en-GB" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_request_and_the_response_can_be_shown() -> None:
    """--json prints the envelopes."""
    result = skill("talk", "--json", said="")

    assert '"type": "LaunchRequest"' in result.stdout
    assert '"shouldEndSession": false' in result.stdout


def test_a_pipe_has_no_colour() -> None:
    """Escape codes are for a terminal."""
    assert "\033" not in skill("talk", said="yes\n").stdout


def test_a_megabyte_on_one_line_is_answered() -> None:
    """As a miss, in time."""
    result = skill("talk", said="a" * 1_000_000 + "\nno\n")

    assert result.returncode == 0
    assert len(result.stdout.splitlines()) == 3


def test_questions_are_listed_in_the_order_asked() -> None:
    """As JSON, with their findings and words."""
    rows = json.loads(skill("questions", "--json").stdout)

    assert rows[0]["kind"] == "red_flag"
    assert all(row["findings"] and row["ask"].endswith("?") for row in rows)


def test_a_bad_line_is_an_error_on_its_own_line_and_the_rest_is_assessed() -> None:
    """Exit status 1 at the end, nothing lost."""
    lines = '{"swelling": "purple"}\nnot json\n{"nonsense": "yes"}\n[]\n{"swelling": true}\n{"swelling": "yes"}\n'
    result = skill("assess", "-", said=lines)
    answers = [json.loads(line) for line in result.stdout.splitlines()]

    assert result.returncode == 1
    assert ["error" in answer for answer in answers] == [True] * 5 + [False]
    assert answers[-1] == {"urgency": "same_day", "because": ["swelling"]}
