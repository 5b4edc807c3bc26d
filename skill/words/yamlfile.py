"""One YAML file as plain values that remember their line: a friendlier YAML for people who write sentences.

Every plain word is text, so `911`, `NO`, `9:00` and a `yes:` key mean what they look like; only `true` and `false`
are yes-or-no values. A key that occurs twice is an error instead of a silent loss.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import msgspec
import yaml
from msgspec import structs

from skill.words.near import advice
from skill.words.slips import fix_for, in_words, syntax

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader is ten times as fast
KeyPath = tuple[str, ...]
# A warning may be right; an error must not go on the air.
Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Problem:
    """One mistake in one file: `path:line: key: what is wrong - what to do`."""

    path: Path
    line: int
    key: str
    what: str
    fix: str
    severity: Severity = "error"

    def __str__(self) -> str:
        """Print it as an editor and a review tool can use it."""
        path = self.path.relative_to(Path.cwd()) if self.path.is_relative_to(Path.cwd()) else self.path
        return f"{path}:{self.line}: {self.key}: {self.what} - {self.fix}"


@dataclass
class Yaml:
    """A parsed file: its value, the line of every key, and what was wrong."""

    path: Path
    value: Any = None
    lines: dict[KeyPath, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, where: KeyPath, key: str, what: str, fix: str) -> Problem:
        """Describe a mistake at a key path, or at the nearest key above it that has a line."""
        while where and where not in self.lines:
            where = where[:-1]
        return Problem(self.path, self.lines.get(where, 1), key, what, fix)

    def texts(self) -> Iterator[tuple[KeyPath, str]]:
        """Give every text in the file and where it stands."""
        yield from _texts(self.value, ())

    def blame(self, value: Any, kind: Any, where: KeyPath) -> Problem:
        """Find the innermost key at which a value is not of the kind that it should be.

        A decoder names the fields of an object, but not the keys of a mapping; so each part is tried by itself.
        """
        for key, inner in _parts(value, kind).items():
            if _fault(value[key], inner):
                return self.blame(value[key], inner, (*where, key))
        return self.humanise(_fault(value, kind), where, _names(kind))

    def humanise(self, message: str, above: KeyPath, known: Iterable[str] = ()) -> Problem:
        """Turn a decoder's message (`Expected str, got int - at $.a.b`) into a Problem with the line of that key.

        known: the keys that there may be.
        """
        what, _, place = message.partition(" - at `")
        inner = tuple(re.findall(r"[^.$`\[\]]+", place))
        inner = tuple(part for part in inner if part != "...")
        if named := re.search(r"unknown field `(.+?)`", what):
            where = (*above, *inner, named[1])
            fix = advice(named[1], set(known) - {*_keys_at(self.value, where[:-1])}) if known else "delete it"
            return self.problem(where, ".".join(where), "is not a known key", fix)
        if named := re.search(r"missing required field `(.+?)`", what):
            where = (*above, *inner)
            return self.problem(where, ".".join((*where, named[1])), "is missing", f"add `{named[1]}:` with its text")
        where = (*above, *inner)
        return self.problem(where, ".".join(where) or self.path.name, in_words(what), fix_for(what))


def _texts(value: object, where: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*where, str(number)))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*where, key))


def _parts(value: Any, kind: Any) -> dict[str, Any]:
    """Give the keys of a value with the kind that each should be."""
    if not isinstance(value, dict):
        return {}
    if get_origin(kind) is dict:
        return dict.fromkeys(value, get_args(kind)[1])
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return {field.encode_name: field.type for field in structs.fields(kind) if field.encode_name in value}
    return {}


def _fault(value: Any, kind: Any) -> str:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        return str(error)
    return ""


def parse(path: Path) -> Yaml:
    """Parse a file; what cannot be read is in `problems`, never raised."""
    try:
        return _parsed(path, path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        missing = Problem(path, 1, path.name, "the file is missing", "restore it from the last version")
        return Yaml(path, problems=[missing])
    except UnicodeDecodeError as error:
        odd = Problem(path, 1, path.name, f"is not UTF-8 text ({error.reason})", "save it as UTF-8")
        return Yaml(path, problems=[odd])


@lru_cache(maxsize=64)  # a check reads each file for many questions
def _parsed(path: Path, text: str) -> Yaml:
    parsed = Yaml(path)
    try:
        node = yaml.compose(text, Loader)
    except yaml.MarkedYAMLError as error:
        line, key, what, fix = syntax(error, text.split("\n"))
        parsed.problems.append(Problem(path, line, key or path.name, what, fix))
    except yaml.reader.ReaderError as error:
        what = f"has a character that YAML refuses (at {error.position})"
        parsed.problems.append(Problem(path, 1, path.name, what, "delete it and type it again"))
    else:
        parsed.value = {} if node is None else _value(parsed, node, ())
        if not isinstance(parsed.value, dict):
            parsed.problems.append(Problem(path, 1, path.name, "holds no keys", "write `key: text` lines"))
    return parsed


def _value(parsed: Yaml, node: Any, where: KeyPath) -> Any:
    parsed.lines.setdefault(where, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return _mapping(parsed, node, where)
    if isinstance(node, yaml.SequenceNode):
        return [_value(parsed, item, (*where, str(i))) for i, item in enumerate(node.value)]
    plain = not node.style  # None or "", by loader
    return node.value == "true" if plain and node.value in ("true", "false") else node.value


def _mapping(parsed: Yaml, node: Any, where: KeyPath) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        here = (*where, key)
        if key in result:
            first, line = parsed.lines[here], key_node.start_mark.line + 1
            fix = f"keep one of them (the other is in line {first})"
            parsed.problems.append(Problem(parsed.path, line, ".".join(here), "stands twice", fix))
        parsed.lines[here] = key_node.start_mark.line + 1
        result[key] = _value(parsed, value_node, here)
    return result


def _names(kind: Any) -> tuple[str, ...]:
    """Name the keys that a kind of entry may have."""
    is_struct = isinstance(kind, type) and issubclass(kind, msgspec.Struct)
    return tuple(one.encode_name for one in structs.fields(kind)) if is_struct else ()


def _keys_at(value: Any, where: KeyPath) -> tuple[str, ...]:
    for key in where:
        value = value.get(key, {}) if isinstance(value, dict) else {}
    return tuple(value) if isinstance(value, dict) else ()
