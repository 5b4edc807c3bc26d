"""Tests by their ids: of a module, of a class, with a case."""

from pathlib import Path

import pytest

from skill.workbench import ROOT
from skill.workbench.clinical.named_tests import NamedTests

TESTS = """
import pytest

def test_plain(): ...

def helper(): ...

class TestBoth:
    def test_inside(self): ...

@pytest.mark.parametrize("flag", ["cold", "numb"], ids=str)
def test_each(flag): ...

@pytest.mark.parametrize("flag", FLAGS)
def test_of_names(flag): ...

@pytest.mark.skipif(True, reason="slow")
def test_skipped(): ...
"""


@pytest.fixture
def tests(tmp_path: Path) -> NamedTests:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_a.py").write_text(TESTS, encoding="utf-8")
    (tmp_path / "other.py").write_text("def test_plain(): ...", encoding="utf-8")
    return NamedTests(tmp_path)


@pytest.mark.parametrize(
    "name", ["test_plain", "TestBoth::test_inside", "test_each", "test_each[numb]", "test_of_names"]
)
def test_a_test_that_is_there_is_found(name: str, tests: NamedTests) -> None:
    assert tests.fault(f"tests/test_a.py::{name}") is None


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("tests/test_a.py::test_gone", "is no test that there is"),
        ("tests/test_a.py::helper", "is no test that there is"),
        ("tests/test_a.py::test_inside", "is no test that there is"),
        ("tests/test_a.py", "is no test that there is"),
        ("tests/test_a.py::test_each[hot]", "has no such case in its file"),
        ("tests/test_a.py::test_each[flag]", "has no such case in its file"),
        ("tests/test_a.py::test_of_names[cold]", "has no such case in its file"),
        ("tests/test_a.py::test_plain[cold]", "has no such case in its file"),
        ("tests/test_a.py::test_skipped", "is a test that may be skipped"),
        ("tests/test_b.py::test_plain", "is in no file of tests"),
        ("other.py::test_plain", "is in no file of tests"),
        ("tests/../other.py::test_plain", "is in no file of tests"),
    ],
)
def test_a_test_that_is_not_there_is_told(name: str, what: str, tests: NamedTests) -> None:
    fault = tests.fault(name)

    assert fault is not None
    assert fault[0] == what


@pytest.mark.parametrize(
    "source",
    [
        "import pytest\npytestmark = pytest.mark.skip\ndef test_it(): assert True\n",
        "import pytest\n@pytest.mark.xfail\ndef test_it(): assert False\n",
        "import pytest\ndef test_it():\n    pytest.skip('not now')\n",
    ],
)
def test_a_test_that_does_not_run_or_may_fail_is_no_control(source: str, tmp_path: Path) -> None:
    """By a mark of its file, by its own, or in its body."""
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_a.py").write_text(source, encoding="utf-8")

    assert NamedTests(tmp_path).fault("tests/test_a.py::test_it") is not None


def test_a_class_that_is_skipped_skips_its_tests(tmp_path: Path) -> None:
    """Nor are they a control."""
    (tmp_path / "tests").mkdir()
    source = "import pytest\n@pytest.mark.skipif(True, reason='')\nclass TestA:\n    def test_it(self): assert True\n"
    (tmp_path / "tests" / "test_a.py").write_text(source, encoding="utf-8")

    assert NamedTests(tmp_path).fault("tests/test_a.py::TestA::test_it") is not None


def test_what_a_test_needs_is_known() -> None:
    """The safety file says so of those that not every machine can run."""
    named = NamedTests(ROOT)

    assert named.needs("tests/screens/test_drawn.py::test_all_of_a_screen_can_be_seen") == "screens"
    assert named.needs("tests/test_safety.py::test_unsure_is_never_taken_as_no") == ""
