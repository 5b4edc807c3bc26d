"""What an editor may write that the store can read but nobody may hear: `skill check` names it, and never crashes."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from skill.words.store import ContentError, read
from skill.words.texts import CONTENT
from skill.words.yamlfile import Problem
from skill.workbench import everything
from skill.workbench.model.vocabulary import UTTERANCES, read_vocabulary

from .conftest import cases

TODAY = dt.date(2026, 11, 22)


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

    found = everything.check_content(read(root, "en-AU"), TODAY, root)

    named = [p for p in found if p.path == target and f"{p.key}: {p.what}".startswith(case["message"])]
    assert named, [str(problem) for problem in found]
    assert named[0].line > 1
    assert named[0].fix


def test_the_content_itself_has_no_such_problem() -> None:
    """Each rule is one that the content keeps."""
    assert everything.check_content(read(CONTENT, "en-AU"), TODAY) == []


def test_faulty_texts_end_the_check_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A reply made of them would only fail, so no reply is made."""
    problem = Problem(CONTENT / "places.yaml", 1, "en-AU", "is wrong", "mend it")
    monkeypatch.setattr(everything, "check_content", lambda *_: [problem])
    monkeypatch.setattr(everything, "check_replies", lambda _: pytest.fail("a reply was made of faulty texts"))

    assert everything.run() == 1
    assert "is wrong - mend it" in capsys.readouterr().out


@pytest.mark.parametrize("case", cases("cases/broken_utterances.yaml"), ids=lambda case: case["mistake"])
def test_a_slip_in_the_utterances_is_reported_with_its_line(case: dict[str, str], tmp_path: Path) -> None:
    """Never a traceback, and never an intent that is lost in silence."""
    folder = tmp_path / "utterances"
    target = spoilt(UTTERANCES, folder, case)

    with pytest.raises(ContentError) as caught:
        read_vocabulary(folder)

    assert [p.path for p in caught.value.problems] == [target]
    assert caught.value.problems[0].line > 1
    assert case["message"] in str(caught.value)
