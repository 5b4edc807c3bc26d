"""Leaves out every row of every table of the core in turn, and says which loss nothing notices: part of `make mutants`.

mutmut changes what functions do, and leaves alone what stands outside of them: here the questions, the sets of signs,
the rules, the thresholds. So this does the rest: a row less, another number, a yes for a yes or unsure. Each change is
tried in a process of its own with the fast tests. Give it words to take only modules with such a name: `rules.triage`.
"""

import ast
import importlib.abc
import importlib.util
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from copy import deepcopy
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("rules", "hearing", "dialogue")
# Its own claims first, which notice most; then all that is fast.
CLAIMS = ("tests/claims", "tests/test_kinds.py", "tests/conversation", "tests/test_speech.py")
CORES = 2
SECONDS = 120
# The sources of a rule are for readers; no test can say which are right.
SOURCES = "Rule"
# The answers of a rule, and what it would be with other ones.
OTHERS = {"yes": "maybe", "maybe": "yes", "unsure": "yes"}


class Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module from a changed tree instead of its file."""

    def __init__(self, name: str, path: Path, tree: ast.Module) -> None:
        self._name, self._path, self._tree = name, path, tree

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:  # noqa: ARG002
        """Answer for the one module."""
        return importlib.util.spec_from_loader(name, self, origin=str(self._path)) if name == self._name else None

    def exec_module(self, module: ModuleType) -> None:
        """Run the changed tree."""
        exec(compile(self._tree, self._path, "exec"), module.__dict__)


def changes(tree: ast.Module) -> Iterator[tuple[int, str, ast.Module]]:
    """Give every change of what stands outside functions: its line, what it is, and the tree with it."""
    for at, (node, what) in enumerate(_places(tree)):
        changed = deepcopy(tree)
        twin, _ = list(_places(changed))[at]
        _change(twin, what)
        yield getattr(node, "lineno", 0), _shown(node, what), ast.fix_missing_locations(changed)


def _places(tree: ast.Module) -> Iterator[tuple[ast.AST, int]]:
    """Give the nodes to change, and of a table which row."""
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
            if isinstance(statement.value, ast.BinOp | ast.Subscript):  # the name of a type
                continue
            yield from _within(statement.value)


def _within(node: ast.AST) -> Iterator[tuple[ast.AST, int]]:
    skipped = node.args[2] if isinstance(node, ast.Call) and getattr(node.func, "id", "") == SOURCES else None
    rows = _rows(node)
    yield from ((node, row) for row in range(len(rows)))
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield node, 0
    if isinstance(node, ast.Constant) and node.value in OTHERS:
        yield node, 0
    for child in ast.iter_child_nodes(node):
        if child is not skipped:
            yield from _within(child)


def _rows(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return node.elts
    if isinstance(node, ast.Dict):
        return node.values
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_of":
        return node.args
    return []


def _change(node: ast.AST, row: int) -> None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        node.value = OTHERS[node.value]
    elif isinstance(node, ast.Constant):
        node.value = node.value * 1.1 + 1 if isinstance(node.value, int) else (1 + float(str(node.value))) / 2
    else:
        if isinstance(node, ast.Dict):
            del node.keys[row]
        del _rows(node)[row]


def _shown(node: ast.AST, row: int) -> str:
    rows = _rows(node)
    if not rows:
        return f"{ast.unparse(node)} changed"
    key = node.keys[row] if isinstance(node, ast.Dict) else None
    return f"without {ast.unparse(key or rows[row])[:70]}"


def noticed(name: str, path: Path, tree: ast.Module) -> bool:
    """Run the claims against a change, in this process. Returns whether any fails, or nothing works any more."""
    signal.alarm(SECONDS)  # what runs for ever is ended, and so noticed
    sys.meta_path.insert(0, Changed(name, path, tree))
    room = f"tests/claims/test_{name.split('.')[1]}.py"
    options = ["-x", "-q", "-p", "no:randomly", "-p", "no:cacheprovider"]
    with open(os.devnull, "w", encoding="utf-8") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        return any(pytest.main([*options, *claims]) != 0 for claims in ((room,), CLAIMS))


def attempts(wanted: list[str]) -> Iterator[tuple[str, str, Path, ast.Module]]:
    """Give all changes of the modules of which the name holds a wanted word: what to call it, and what to import."""
    for path in (path for room in ROOMS for path in sorted((ROOT / "skill" / room).glob("*.py"))):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        if not wanted or any(word in name for word in wanted):
            for line, what, tree in changes(ast.parse(path.read_text(encoding="utf-8"))):
                yield f"{path.relative_to(ROOT)}:{line}: {what}", name, path, tree


def run(wanted: list[str]) -> int:
    """Try every change, two at a time, and print those that nothing notices. Returns 0 when there is none."""
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    running: dict[int, str] = {}
    tried = left = 0
    for what, name, path, tree in attempts(wanted):
        tried += 1
        if (child := os.fork()) == 0:
            os._exit(int(noticed(name, path, tree)))
        running[child] = what
        if len(running) == CORES:
            left += _unnoticed(running)
    while running:
        left += _unnoticed(running)
    print(f"{tried} rows, {tried - left} noticed ({100 * (tried - left) / max(tried, 1):.1f} %)")
    return int(left > 0)


def _unnoticed(running: dict[int, str]) -> bool:
    """Wait for a process to end. Returns whether the change that it tried went unnoticed."""
    child, status = os.wait()
    what = running.pop(child)
    if status == 0:
        print(f"unnoticed: {what}", flush=True)
    return status == 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
