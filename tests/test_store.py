"""An editor's mistakes: each file in tests/broken/ is one, with the message that must come."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from skill.words.library import load
from skill.words.store import ContentError, read
from skill.words.texts import CONTENT, LOCALES
from skill.words.yamlfile import parse

from .conftest import TESTS

BROKEN = sorted((TESTS / "broken").glob("*.yaml"))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_mistake_is_reported_with_file_line_key_and_what_to_do(path: Path, tmp_path: Path) -> None:
    """One mistake, one message, exactly as recorded."""
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(case) <= {"mistake", "file", "find", "put", "delete_file", "message"}
    root = tmp_path / "content"
    shutil.copytree(CONTENT, root)
    target = root / case["file"]
    if case.get("delete_file"):
        target.unlink()
    else:
        text = target.read_text(encoding="utf-8")
        assert case["find"] in text, "the mistake no longer fits the content: renew `find`"
        target.write_text(text.replace(case["find"], case["put"], 1), encoding="utf-8")

    with pytest.raises(ContentError) as error:
        read(root, "en-US")

    found = [str(problem).replace(f"{root}/", "") for problem in error.value.problems]
    assert any(_same(line, case["message"]) for line in found), found


def _same(line: str, message: str) -> bool:
    """Compare without the line number's value, which moves with every edit; that there is one is checked."""
    file, number, rest = line.split(":", 2)
    expected_file, expected_rest = message.split(":LINE:", 1)
    counted = re.compile(r"\d+")  # other line numbers and places move too
    same = counted.sub("N", rest) == counted.sub("N", expected_rest)
    return number.isdecimal() and int(number) >= 1 and file == expected_file and same


def test_the_line_of_a_mistake_is_the_line_of_its_key(tmp_path: Path) -> None:
    """The number that an editor jumps to is right."""
    root = tmp_path / "content"
    shutil.copytree(CONTENT, root)
    target = root / "en" / "questions.yaml"
    lines = target.read_text(encoding="utf-8").splitlines()
    place = next(i for i, line in enumerate(lines) if line.startswith("  again:"))
    lines[place] = lines[place].replace("again:", "agian:")
    target.write_text("\n".join(lines), encoding="utf-8")

    with pytest.raises(ContentError) as error:
        read(root, "en-US")

    misspelt = next(p for p in error.value.problems if "agian" in p.key)
    assert misspelt.line == place + 1


def test_all_mistakes_are_reported_at_once(tmp_path: Path) -> None:
    """Two files, two mistakes, two messages."""
    root = tmp_path / "content"
    shutil.copytree(CONTENT, root)
    for name, old in (("prompts.yaml", "goodbye:"), ("grammar.yaml", "join:")):
        path = root / "en" / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, "x" + old), encoding="utf-8")

    with pytest.raises(ContentError) as error:
        read(root, "en-US")

    assert {problem.path.name for problem in error.value.problems} == {"prompts.yaml", "grammar.yaml"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: yes", "yes"),
        ("a: NO", "NO"),
        ("a: 911", "911"),
        ("a: 9:00", "9:00"),
        ("a: 2026-11-22", "2026-11-22"),
        ("a: ~", "~"),
        ("a: true", True),
        ('a: "true"', "true"),
    ],
)
def test_a_plain_word_means_what_it_looks_like(text: str, value: Any, tmp_path: Path) -> None:
    """YAML's own guesses (yes is True, 9:00 is 540, 911 is a number) do not happen to an editor."""
    path = tmp_path / "file.yaml"
    path.write_text(text, encoding="utf-8")

    assert parse(path).value == {"a": value}


def test_an_unquoted_yes_key_stays_a_word(tmp_path: Path) -> None:
    """`yes:` is a key named yes."""
    path = tmp_path / "file.yaml"
    path.write_text("yes: a\nno: b\n", encoding="utf-8")

    assert parse(path).value == {"yes": "a", "no": "b"}


@pytest.mark.parametrize("locale", LOCALES)
def test_locales_of_one_language_differ_only_in_their_place(locale: str) -> None:
    """Everything else is the same."""
    one, other = load("en-US"), load(locale)

    for name in one.__struct_fields__:
        if name not in ("locale", "place"):
            assert getattr(one, name) == getattr(other, name)


def test_content_is_frozen() -> None:
    """Nobody changes a word at run time."""
    with pytest.raises(AttributeError):
        load("en-US").prompts.welcome = "x"  # type: ignore[misc]
