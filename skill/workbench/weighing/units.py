"""What is weighed, unit by unit: every spoken text and every module of the rules, each with its hash.

Keys are dotted, so that one can name a whole: `questions.swelling.ask` stands below `questions.swelling`.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from skill.words.store import ContentError
from skill.words.texts import CONTENT, LANGUAGE, PLACES
from skill.words.yamlfile import Yaml, parse
from skill.workbench import ROOT
from skill.workbench.check.texts import FILES, NOT_SPOKEN
from skill.workbench.signed import digest

RULES = ROOT / "skill" / "rules"
SPOKEN = (*FILES, "grammar", "people")
# What an entry holds beside its words.
BESIDE = {*NOT_SPOKEN, "checked"}


@dataclass(frozen=True)
class Unit:
    """One thing that is weighed, its hash, and where it stands."""

    key: str
    hash: str
    path: Path
    line: int


def units(root: Path = CONTENT, rules: Path = RULES) -> dict[str, Unit]:
    """Give everything that is weighed, by key. Raises ContentError when a file cannot be read."""
    files = [parse(path) for path in (*(root / LANGUAGE / f"{name}.yaml" for name in SPOKEN), root / PLACES)]
    if unread := [problem for file in files for problem in file.problems]:
        raise ContentError(unread)
    found = [*(unit for file in files for unit in _texts(file)), *_modules(rules)]
    return {unit.key: unit for unit in found}


def is_below(key: str, above: str) -> bool:
    """Tell whether a key is another one, or stands below it."""
    return key == above or key.startswith(f"{above}.")


def _texts(file: Yaml) -> Iterator[Unit]:
    for where, text in file.texts():
        if not BESIDE.intersection(where):
            key = ".".join((file.path.stem, *where))
            yield Unit(key, digest({key: text}), file.path, file.lines[where])


def _modules(rules: Path) -> Iterator[Unit]:
    for path in sorted(rules.glob("*.py")):
        key = f"rules.{path.stem}"
        yield Unit(key, digest({key: repr(_shape(ast.parse(path.read_text(encoding="utf-8"))))}), path, 1)


def _shape(node: object) -> object:
    """Give a syntax tree as plain values: no comments, no docstrings, no layout.

    Not ast.dump, which prints the same module differently from one Python to the next: it shows fields that are empty.
    """
    if isinstance(node, list):
        return [_shape(one) for one in node if not _is_docstring(one)]
    if isinstance(node, ast.AST):
        fields = {name: _shape(value) for name, value in ast.iter_fields(node)}
        return type(node).__name__, {name: inner for name, inner in fields.items() if inner not in (None, [])}
    return node


def _is_docstring(node: object) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
