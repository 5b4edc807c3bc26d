"""The terminal, as a developer or an editor uses it."""

import fcntl
import json
import os
import pty
import select
import shutil
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from pathlib import Path

import pytest

from skill.words.library import load
from skill.words.texts import LOCALES
from skill.workbench.talk import Conversation, entry

ROOT = Path(__file__).parents[1]
STORE = ROOT / "skill" / "content"


def skill(*arguments: str, said: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m skill` as a person does."""
    return subprocess.run(
        [sys.executable, "-m", "skill", *arguments],
        input=said,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, **environment},
        timeout=120,
        check=False,
    )


def typed(*keys: bytes, columns: int = 80, environment: Mapping[str, str] | None = None) -> str:
    """Talk on a real terminal: press keys at every prompt, and leave. Returns all that the screen got."""
    own = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    child, screen = pty.fork()
    if child == 0:
        os.chdir(ROOT)
        os.execve(sys.executable, [sys.executable, "-m", "skill", "talk"], own | dict(environment or {}))
    fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    shown = until_prompt(screen)
    for pressed in (*keys, b"/quit\n"):
        os.write(screen, pressed)
        shown += until_prompt(screen)
    assert os.waitpid(child, 0)[1] == 0, shown
    os.close(screen)
    return shown


def until_prompt(screen: int) -> str:
    """Read what is shown, up to the next prompt or the end."""
    shown = b""
    while not shown.endswith(b"You:   ") and select.select([screen], [], [], 60)[0]:
        try:
            shown += (more := os.read(screen, 4096))
        except OSError:  # as Linux says that the other side has gone
            break
        if not more:
            break
    return shown.decode().replace("\r", "")


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


def test_reminders_can_be_tried_in_the_terminal() -> None:
    """A pretended Amazon gives the time, Alexa's own question is put and answered, and what was set is said."""
    said = "no\nno\nno\nyes\nno\nno\nno\nno\nno\nyes\nI approve\n"
    with_them, without = skill("talk", "--reminders", said=said), skill("talk", said=said)

    *_, offer, asks, done = with_them.stdout.splitlines()
    assert "remind you" in offer
    assert "permission" in asks
    assert "I will remind you" in done
    assert "remind you" not in without.stdout


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


def test_a_terminal_has_line_editing_and_a_history() -> None:
    """Arrow keys go back in the line, and to the line before; `no`, twice left and `/` make `/no`, no command."""
    shown = typed(b"no\x1b[D\x1b[D/\x05\n", b"\x1b[A\n", environment={"TERM": "xterm"})

    assert shown.count("There is no /no.") == 2


def test_on_a_terminal_lines_break_between_words() -> None:
    """At its width, every line of a reply under the first word."""
    wide, narrow = (typed(columns=columns).split("You:")[0].splitlines() for columns in (1000, 40))
    said = [line.removeprefix("Alexa:").strip() for line in narrow]

    assert max(map(len, narrow)) <= 40 < max(map(len, wide))
    assert " ".join(said) == " ".join(line.removeprefix("Alexa:").strip() for line in wide)


def test_a_reply_in_a_pipe_is_one_line() -> None:
    """However narrow the terminal says it is."""
    assert len(skill("talk", said="yes\n", COLUMNS="30").stdout.splitlines()) == 2


def test_silence_is_asked_once_more_then_the_session_ends() -> None:
    """As on a device: the reprompt, and then nothing that anybody could answer."""
    result = skill("talk", said="/silence\n/silence\nno\n")
    lines = result.stdout.splitlines()

    assert [line.startswith("Alexa:") for line in lines] == [True, True]
    assert lines[1].endswith("?")
    assert "over" in result.stderr


def test_a_word_ends_the_silence() -> None:
    """Whoever speaks after the reprompt has answered, and may be silent again."""
    result = skill("talk", said="/silence\nno\n/silence\nno\n")

    assert len(result.stdout.splitlines()) == 5


def test_a_second_silence_is_the_end_of_the_session_for_the_skill() -> None:
    """It hears why, and says nothing."""
    conversation = Conversation("en-US", entry().lambda_handler)
    conversation.launch()

    assert conversation.silence()
    assert conversation.silence() == ""
    assert conversation.request["request"]["reason"] == "EXCEEDED_MAX_REPROMPTS"
    assert not conversation.is_open


def test_the_skill_can_be_opened_once_more_and_left_for_the_home_screen() -> None:
    """In mid-check it asks before it forgets; going home closes."""
    result = skill("talk", said="no\n/launch\nno\n/home\nno\n")
    lines = result.stdout.splitlines()

    assert len(lines) == 5
    assert lines[2].endswith("?")
    assert lines[3].endswith(lines[1].removeprefix("Alexa: "))
    assert lines[4].endswith("Goodbye.")


def test_a_pipe_hears_nothing_of_cards() -> None:
    """Each line is what Alexa says."""
    result = skill("talk", said="yes\n")

    assert all(line.startswith("Alexa: ") for line in result.stdout.splitlines())
    assert not result.stderr


def test_a_terminal_without_our_letters_shows_the_others() -> None:
    """An emergency must not end in a traceback because of a quotation mark."""
    result = skill("talk", said="yes\n", PYTHONIOENCODING="ascii")

    assert result.returncode == 0
    assert "911" in result.stdout.splitlines()[1]


@pytest.fixture
def broken(tmp_path: Path) -> str:
    """Give a store in which one key of what is said is misspelt."""
    store = tmp_path / "content"
    shutil.copytree(STORE, store, ignore=shutil.ignore_patterns("built"))
    grammar = store / "en" / "grammar.yaml"
    grammar.write_text("speling: wrong\n", encoding="utf-8")
    return str(store)


@pytest.mark.parametrize("command", [("talk",), ("serve", "--port", "0"), ("turn", "-")])
def test_a_fault_of_the_content_is_said_at_the_start(command: tuple[str, ...], broken: str) -> None:
    """With file, line and what to do, instead of the sentence for failures in every reply."""
    result = skill(*command, said='{"launch": true}\n', LEG_CHECK_CONTENT=broken)

    assert result.returncode == 1
    assert result.stdout == ""
    assert "en/grammar.yaml:1: speling: is not a known key" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_fault_of_what_is_heard_is_said_at_the_start(tmp_path: Path) -> None:
    """It would only show at the first words that are no intent."""
    store = tmp_path / "content"
    shutil.copytree(STORE, store, ignore=shutil.ignore_patterns("built"))
    (store / "en" / "hearing" / "slips.yaml").write_text("- a list\n", encoding="utf-8")

    result = skill("talk", LEG_CHECK_CONTENT=str(store))

    assert result.returncode == 1
    assert "en/hearing/slips.yaml:1" in result.stderr


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
