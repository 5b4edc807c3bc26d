"""What an editor may write that the store can read but nobody may hear: `skill check` names it, and never crashes."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from skill.words.store import ContentError, read
from skill.words.texts import CONTENT, LANGUAGE
from skill.words.vocabulary import read_vocabulary
from skill.words.yamlfile import Problem, parse
from skill.workbench import ROOT, everything
from skill.workbench.check.hearing import check_hearing
from skill.workbench.check.places import check_places
from skill.workbench.check.words import check_sources
from skill.workbench.cli import main
from skill.workbench.model.models import read_source

from .conftest import cases

# On this day no date of the content lies in the future, and on the other every one does.
LAST_DAY, FIRST_DAY = dt.date.max, dt.date.min


def spoilt(good: Path, copy: Path, case: dict[str, str]) -> Path:
    """Copy a folder and make one mistake in it. Returns the file with the mistake."""
    shutil.copytree(good, copy)
    target = copy / case["file"]
    text = target.read_text(encoding="utf-8")
    assert case["find"] in text, "the mistake no longer fits the content: renew `find`"
    target.write_text(text.replace(case["find"], case["put"], 1), encoding="utf-8")
    return target


@pytest.mark.parametrize("case", cases("cases/broken_words.yaml"), ids=lambda case: case["mistake"])
def test_an_unsafe_text_is_named_with_file_line_and_key(case: dict[str, str], tmp_path: Path) -> None:
    """One change, one message that begins as recorded."""
    root = tmp_path / "content"
    target = spoilt(CONTENT, root, case)

    found = everything.check_content([read(root, "en-AU")], LAST_DAY, root)

    named = [p for p in found if p.path == target and f"{p.key}: {p.what}".startswith(case["message"])]
    assert named, [str(problem) for problem in found]
    assert named[0].line > 1
    assert named[0].fix


def test_the_content_itself_has_no_such_problem() -> None:
    """Each rule is one that the content keeps."""
    assert everything.check_content([read(CONTENT, "en-AU")], LAST_DAY) == []


def test_a_date_in_the_future_is_named() -> None:
    """Nobody has reviewed a text tomorrow, or looked a number up."""
    content = read(CONTENT, "en-AU")
    named = [*check_places(content, FIRST_DAY), *check_sources(content, FIRST_DAY)]

    wrong = {problem.key for problem in named if problem.what.startswith("lies in the future")}
    assert {"en-AU.checked", "breathing.reviewed", "same_day.reviewed"} <= wrong


def test_faulty_texts_end_the_check_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A reply made of them would only fail, so no reply is made."""
    problem = Problem(CONTENT / "places.yaml", 1, "en-AU", "is wrong", "mend it")
    monkeypatch.setattr(everything, "check_content", lambda *_: [problem])
    monkeypatch.setattr(everything, "check_replies", lambda _: pytest.fail("a reply was made of faulty texts"))

    assert everything.run() == 1
    assert "is wrong - mend it" in capsys.readouterr().out


def problems_heard(root: Path) -> list[Problem]:
    """Read all that is heard as `skill check` does, and check its names."""
    try:
        read_source(root)
        read_vocabulary(root, LANGUAGE)
        return check_hearing(read(root, "en-AU"), root)
    except ContentError as error:
        return error.problems


@pytest.mark.parametrize("case", cases("cases/broken_hearing.yaml"), ids=lambda case: case["mistake"])
def test_a_slip_in_what_is_heard_is_reported_with_its_line(
    case: dict[str, str], small_store: Path, tmp_path: Path
) -> None:
    """Never a traceback, and never a phrase that is lost in silence."""
    root = tmp_path / "content"
    target = spoilt(small_store, root, case)

    found = problems_heard(root)

    named = [problem for problem in found if case["message"] in f"{problem.key}: {problem.what} - {problem.fix}"]
    assert named, list(map(str, found))
    assert named[0].path == target
    assert named[0].line > 1
    assert named[0].fix


@pytest.mark.parametrize("name", ["signs", "triggers", "examples/others", "examples/answers"])
def test_a_missing_file_of_what_is_heard_is_reported(name: str, small_store: Path, tmp_path: Path) -> None:
    """By its name."""
    root = tmp_path / "content"
    shutil.copytree(small_store, root)
    (root / LANGUAGE / "hearing" / f"{name}.yaml").unlink()

    assert any("the file is missing" in str(problem) for problem in problems_heard(root))


def test_what_is_heard_has_no_such_problem() -> None:
    """Each rule is one that the vocabulary keeps."""
    assert problems_heard(CONTENT) == []


def test_a_vocabulary_that_cannot_be_read_ends_the_check_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command line prints the problems and returns 1."""

    def broken(*_: object) -> None:
        raise ContentError([Problem(CONTENT / "en" / "hearing" / "signs.yaml", 7, "pain", "is wrong", "mend it")])

    monkeypatch.setattr(everything, "read_source", broken)

    assert main(["check"]) == 1
    assert "signs.yaml:7: pain: is wrong - mend it" in capsys.readouterr().out


def test_every_trigger_is_one_that_the_hearing_knows() -> None:
    """A misspelt name would be read, and never mean anything."""
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "skill" / "hearing").glob("*.py"))
    triggers = parse(CONTENT / LANGUAGE / "hearing" / "triggers.yaml").value

    assert [name for name in triggers if f'"{name}"' not in code] == []
