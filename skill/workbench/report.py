"""Prints problems: for people, as JSON, or as annotations that GitHub puts beside the lines."""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import msgspec

from skill.words.yamlfile import Problem

Form = Literal["text", "json", "github"]
# GitHub reads these from one line: workflow command syntax, docs.github.com.
ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}


def report(problems: Iterable[Problem], form: Form = "text") -> int:
    """Print problems, each once, and how many there are. Returns the exit status: 1 if one is an error."""
    found = first_of_each(problems)
    errors = sum(problem.severity == "error" for problem in found)
    if form == "json":
        print(msgspec.json.encode([as_json(problem) for problem in found]).decode())
        return int(bool(errors))
    for problem in found:
        print(as_annotation(problem) if form == "github" else problem)
    if form == "text":
        print(verdict(errors, len(found) - errors))
    return int(bool(errors))


def first_of_each(problems: Iterable[Problem]) -> list[Problem]:
    """Leave out what was said before: of the same place with the same remedy, though in other numbers."""
    return list({(one.path, one.line, one.key, one.fix): one for one in reversed([*problems])}.values())[::-1]


def verdict(errors: int, warnings: int) -> str:
    """Count in words."""
    if not errors and not warnings:
        return "All good."
    counted = [f"{number} {name}{'' if number == 1 else 's'}" for number, name in _counts(errors, warnings) if number]
    return f"{' and '.join(counted)}." if errors else f"All good, with {counted[0]}."


def _counts(errors: int, warnings: int) -> tuple[tuple[int, str], ...]:
    return (errors, "problem"), (warnings, "warning")


def as_json(problem: Problem) -> dict[str, str | int]:
    """Give a problem as plain values: path, line, key, what, fix, severity."""
    return {
        "path": str(short(problem.path)),
        "line": problem.line,
        "key": problem.key,
        "what": problem.what,
        "fix": problem.fix,
        "severity": problem.severity,
    }


def as_annotation(problem: Problem) -> str:
    """Give a problem as a GitHub workflow command."""
    text = f"{problem.key}: {problem.what} - {problem.fix}"
    for character, escaped in ESCAPES.items():
        text = text.replace(character, escaped)
    return f"::{problem.severity} file={short(problem.path)},line={problem.line}::{text}"


def short(path: Path) -> Path:
    """Give a path as seen from where the command runs."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
