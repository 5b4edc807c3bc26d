"""The edits of tests/check/edits.yaml: how they are made, and what the check says; `make golden` records it.

Each edit is made in a copy of the frozen content (tests/content), so that no change of the real one matters here.
"""

import atexit
import datetime as dt
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from skill.words.yamlfile import Problem
from skill.workbench.check.meant import Judge
from skill.workbench.everything import Store
from skill.workbench.report import first_of_each

FILE = Path(__file__).with_name("edits.yaml")
FROZEN = Path(__file__).parents[1] / "content"
# A day after which nothing in the frozen content lies in the future.
TODAY = dt.date(2030, 1, 1)
HEADER = """\
# What editors change, and what `skill check` says to it: harmful edits first (h), then slips (b), then harmless ones
# (ok), to which it says nothing. says: the first thing it says, as recorded by `make golden`.
"""


def cases() -> list[dict[str, Any]]:
    """Read the edits."""
    found: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return found


@cache
def copy() -> Path:
    """Copy the frozen content once; a file that is not edited need not be read again."""
    root = Path(tempfile.mkdtemp()) / "content"
    shutil.copytree(FROZEN, root, ignore=shutil.ignore_patterns("schema", "icons"))
    atexit.register(shutil.rmtree, root.parent)
    return root


@contextmanager
def edited(case: dict[str, Any]) -> Iterator[Path]:
    """Give a store in which an edit is made, for a while."""
    root = copy()
    before: dict[Path, str] = {}
    try:
        for one in (case, *case.get("also", ())):
            path = root / one["file"]
            text = path.read_text(encoding="utf-8")
            before.setdefault(path, text)
            assert text.count(one["find"]) == 1, f"{case['id']}: `find` is not once in {one['file']}: renew it"
            path.write_text(text.replace(one["find"], one["put"]), encoding="utf-8")
        yield root
    finally:
        for path, text in before.items():
            path.write_text(text, encoding="utf-8")


def said(case: dict[str, Any], judge: Judge) -> tuple[list[Problem], Path]:
    """Make an edit and check the words of the store. judge: of the vocabulary, where the edit leaves it alone."""
    with edited(case) as root:
        files = [one["file"] for one in (case, *case.get("also", ()))]
        store = Store(root, TODAY)
        problems, read = store.readable(None if any("hearing" in name for name in files) else judge)
        if read is not None:
            problems += store.words(read)
        return first_of_each(problems), root


def first(problems: list[Problem], root: Path) -> str:
    """Give the first problem as it is printed, errors before warnings; an empty text for none."""
    ordered = sorted(problems, key=lambda problem: problem.severity)
    return str(ordered[0]).replace(f"{root}/", "") if ordered else ""


def record() -> None:
    """Record what the check says to every edit now."""
    judge, renewed = Judge(FROZEN), cases()
    for case in renewed:
        case["says"] = first(*said(case, judge))
    text = yaml.safe_dump(renewed, allow_unicode=True, width=10_000, sort_keys=False)
    FILE.write_text(HEADER + text.replace("\n- id", "\n\n- id"), encoding="utf-8")


if __name__ == "__main__":
    record()
