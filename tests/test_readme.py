"""What the README names is there."""

import re
from pathlib import Path

import pytest

from skill.workbench import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CODE = "\n".join(path.read_text(encoding="utf-8") for top in ("tests", "skill") for path in (ROOT / top).rglob("*.py"))


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`(test_\w+|check_\w+)`", README))))
def test_a_test_that_proves_something_exists(name: str) -> None:
    """The certification checklist points at it by its name."""
    assert f"def {name}(" in CODE or (ROOT / "tests" / f"{name}.py").exists()


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\b(?:tests|skill|lambda|requirements)/[\w/.]+\w", README))))
def test_a_path_exists(path: str) -> None:
    """A reader can open it."""
    assert Path(ROOT, path).exists()


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`make ([a-z]+)", README))))
def test_a_make_target_exists(target: str) -> None:
    """A reader can run it."""
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
