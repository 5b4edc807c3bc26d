"""Whether a test that the safety file names is there, and is run."""

import ast
from difflib import get_close_matches
from pathlib import Path

from skill.words.near import advice

# What keeps a test from running or from failing, and marks of tests that need more than Python.
NOT_RUN = ("mark.skip", "mark.xfail", "pytest.skip(", "pytest.xfail(", "importorskip(")
SPECIAL = ("browser", "screens", "build")
Function = ast.FunctionDef | ast.AsyncFunctionDef


class NamedTests:
    """The tests below a project's root, by pytest's own ids: `tests/test_a.py::TestB::test_c[case]`."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._trees: dict[str, ast.Module] = {}

    def fault(self, test: str) -> tuple[str, str] | None:
        """Say what is wrong with a test id, and what to do; None when that test is there.

        A case in brackets must be one that can be seen in the file: a text among the values or ids of `parametrize`.
        """
        path, _, rest = test.partition("::")
        name, _, case = rest.partition("[")
        if not self._is_a_file_of_tests(path):
            return "is in no file of tests", "name it like tests/test_safety.py::test_name"
        tests = self._tests(path)
        if name not in tests:
            near = get_close_matches(name, tests, n=1)
            return "is no test that there is", advice(name, near, "write the test, or name another control")
        if any(word in text for text in self._marks(path, name) for word in NOT_RUN):
            return "is a test that may be skipped", "name one that always runs"
        if case and case.removesuffix("]") not in _cases(tests[name]):
            return "has no such case in its file", "name a case that stands there, or the test without a case"
        return None

    def needs(self, test: str) -> str:
        """Name what a test needs that not every machine has: `browser`, `screens` or `build`; nothing for most."""
        path, _, rest = test.partition("::")
        marks = " ".join(self._marks(path, rest.partition("[")[0]))
        return next((mark for mark in SPECIAL if f"mark.{mark}" in marks), "")

    def _marks(self, path: str, name: str) -> list[str]:
        """Give the source of what decides whether a test runs: marks of its file and class, its own, and its body."""
        tree = self._tree(path)
        of_file = [node for node in tree.body if isinstance(node, ast.Assign) and "pytestmark" in ast.unparse(node)]
        classes = [
            node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name.partition("::")[0]
        ]
        of_class = [one for node in classes for one in node.decorator_list]
        test = self._tests(path)[name]
        return [ast.unparse(one) for one in (*of_file, *of_class, *test.decorator_list, *test.body)]

    def _is_a_file_of_tests(self, path: str) -> bool:
        file = (self._root / path).resolve()
        return file.is_file() and file.is_relative_to((self._root / "tests").resolve())

    def _tests(self, path: str) -> dict[str, Function]:
        return _tests_in(self._tree(path), "")

    def _tree(self, path: str) -> ast.Module:
        if path not in self._trees:
            self._trees[path] = ast.parse((self._root / path).read_text(encoding="utf-8"))
        return self._trees[path]


def _tests_in(tree: ast.Module | ast.ClassDef, above: str) -> dict[str, Function]:
    """Give the tests of a module or a class by name."""
    found: dict[str, Function] = {}
    for node in tree.body:
        if isinstance(node, Function) and node.name.startswith("test"):
            found[above + node.name] = node
        elif isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
            found |= _tests_in(node, f"{above}{node.name}::")
    return found


def _cases(test: Function) -> set[str]:
    """Give the texts that stand in the decorators of a test as values or ids."""
    marks = [one for one in test.decorator_list if "parametrize" in ast.unparse(one)]
    values = [part for mark in marks if isinstance(mark, ast.Call) for part in (*mark.args[1:], *mark.keywords)]
    nodes = (node for value in values for node in ast.walk(value) if isinstance(node, ast.Constant))
    return {node.value for node in nodes if isinstance(node.value, str)}
