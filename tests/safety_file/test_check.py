"""The check of the safety file: each kind of fault is found, and a control that goes missing too."""

import re
import shutil
from pathlib import Path

import pytest

from skill.words.texts import CONTENT
from skill.workbench import ROOT
from skill.workbench.check.hazards import check_safety_file
from skill.workbench.clinical.store import read_safety_file
from skill.workbench.everything import Store
from tests.conftest import cases

KEPT = "tests/test_safety.py"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Copy the store without the long examples, which no test here changes."""
    ignored = shutil.ignore_patterns("examples", "weights.json", "learnt.txt", "schema", "icons")
    return Path(shutil.copytree(CONTENT, tmp_path / "content", ignore=ignored))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Copy the tests and the settings of the project, so that a test can go missing."""
    root = tmp_path / "project"
    for path in (*(ROOT / "tests").rglob("test_*.py"), ROOT / "pyproject.toml"):
        copy = root / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    return root


def told(store: Path, project: Path = ROOT) -> list[str]:
    """Give what the check says, without the folder."""
    return [str(problem).replace(f"{store}/", "") for problem in check_safety_file(store, project)]


def test_our_own_safety_file_has_no_problem() -> None:
    assert told(CONTENT) == []
    assert told(ROOT / "skill" / "content") == []


@pytest.mark.parametrize("case", cases("cases/broken_safety.yaml"), ids=lambda case: case["mistake"])
def test_a_fault_is_named_with_file_line_and_key(case: dict[str, str], store: Path) -> None:
    """A control that is not there, a rule that nobody thought of, a purpose that people are not told."""
    path = store / case["file"]
    text = path.read_text(encoding="utf-8")
    assert case["find"] in text, "the find of this case is stale"
    path.write_text(text.replace(case["find"], case["put"], 1), encoding="utf-8")

    found = told(store)

    assert any(case["message"] in line for line in found), found
    assert all(re.match(r"clinical/\w+\.yaml:\d+: [^:]+: .+ - .+", line) for line in found), found


def test_a_removed_test_is_found(project: Path) -> None:
    """Whoever takes a test away that a hazard relies on is told which hazard."""
    assert told(CONTENT, project) == []
    path = project / KEPT
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("def test_unsure_is_never_taken_as_no", "def unsure_is_never_taken_as_no"), "utf-8")

    found = told(CONTENT, project)

    assert any("red_flag_in_doubt.controls." in line and "is no test that there is" in line for line in found)


def test_a_test_that_is_skipped_is_no_control(project: Path) -> None:
    path = project / KEPT
    text = path.read_text(encoding="utf-8")
    name = "def test_unsure_is_never_taken_as_no"
    path.write_text(text.replace(name, f'@pytest.mark.skip("later")\n{name}'), encoding="utf-8")

    assert any("is a test that may be skipped" in line for line in told(CONTENT, project))


def test_a_file_of_tests_that_is_gone_is_found(project: Path) -> None:
    (project / KEPT).unlink()

    assert any("is in no file of tests" in line for line in told(CONTENT, project))


def test_the_check_of_everything_checks_the_safety_file(small_store: Path, tmp_path: Path) -> None:
    """`skill check --content FOLDER` reads the safety file of that folder."""
    whole = Path(shutil.copytree(small_store, tmp_path / "whole"))
    path = whole / "clinical" / "hazards.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("rule: sore,", "rule: lasting,"), encoding="utf-8")
    checked = Store(whole)
    _, read = checked.readable()
    assert read is not None

    assert any(problem.path == path and "named by no hazard" in problem.what for problem in checked.made(read))


def test_a_missing_safety_file_is_told(store: Path) -> None:
    (store / "clinical" / "argument.yaml").unlink()

    assert told(store) == [
        "clinical/argument.yaml:1: argument.yaml: the file is missing - restore it from the last version"
    ]


def test_no_hazard_says_that_somebody_has_agreed() -> None:
    """The officer is not appointed, and every status is undecided: nothing here claims a decision."""
    file = read_safety_file()

    assert file.argument.officer == "Not appointed"
    assert all(status.decided.startswith("Undecided") for status in file.purpose.status)
