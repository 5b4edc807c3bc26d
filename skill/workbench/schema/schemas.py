"""Makes a JSON Schema of every content file out of the types that read it: skill/content/schema/.

The first line of a content file names its schema, as the YAML language server reads it
(https://github.com/redhat-developer/yaml-language-server, "Using inlined schema"). The schemas are of draft 7, which
every version of it knows.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import msgspec
from msgspec import Struct, structs

from skill.words.texts import LANGUAGE
from skill.words.yamlfile import Problem
from skill.workbench import ROOT
from skill.workbench.schema.hints import HINTS
from skill.workbench.schema.kinds import KEYS, KINDS, Ids, Kind

STORE, FOLDER = ROOT / "skill" / "content", "schema"
Schema = dict[str, Any]


def schema_of(kind: Kind) -> Schema:
    """Give the JSON Schema of one file."""
    (whole,), definitions = msgspec.json.schema_components([kind.of], ref_template="#/definitions/{name}")
    for struct in _structs(kind.of, set()):
        _refine(definitions[struct.__name__], struct)
    if "$ref" in whole:
        whole = definitions.pop(kind.of.__name__)
    if kind.inner:
        whole["additionalProperties"] = _only(whole["additionalProperties"], kind.inner)
    if kind.keys:
        whole = _only(whole, kind.keys)
    if kind.all_of:
        whole["required"] = list(kind.keys)
    return {"$schema": "http://json-schema.org/draft-07/schema#", **whole, "definitions": definitions}


def text_of(kind: Kind) -> str:
    """Give the file text of a schema."""
    return json.dumps(schema_of(kind), indent=1, ensure_ascii=False) + "\n"


def check_schemas(store: Path = STORE) -> list[Problem]:
    """Find schemas that differ from the types, and content files that do not name theirs in the first line."""
    wanted, fix = dict(_texts(store)), "run `skill schema --write`"
    found = {path: path.read_text(encoding="utf-8") for path in sorted((store / FOLDER).glob("*.json"))}
    return [
        *(
            _problem(p, "differs from the types that read the content", fix)
            for p in wanted
            if found.get(p) != wanted[p]
        ),
        *(_problem(p, "is the schema of no content file", "delete it") for p in found if p not in wanted),
        *_unnamed(store),
    ]


def run(write: bool, store: Path = STORE) -> int:
    """Compare the schemas with the types, or renew them. Returns the exit status."""
    if write:
        (store / FOLDER).mkdir(exist_ok=True)
        for path, text in _texts(store):
            path.write_text(text, encoding="utf-8")
    problems = check_schemas(store)
    for problem in problems:
        print(problem, file=sys.stderr)
    if not problems:
        print(f"The {len(KINDS)} schemas agree with the types, and every content file names its own.")
    return int(bool(problems))


def name_of(path: Path, store: Path) -> str:
    """Name the schema of a content file."""
    parts = path.relative_to(store).with_suffix("").parts
    return ".".join(parts[1:] if parts[0] == LANGUAGE else parts)


def modeline(path: Path, store: Path) -> str:
    """Give the line that names the schema of a content file, from where that file is."""
    above = "../" * (len(path.relative_to(store).parts) - 1)
    return f"# yaml-language-server: $schema={above}{FOLDER}/{name_of(path, store)}.json"


def _texts(store: Path) -> Iterator[tuple[Path, str]]:
    return ((store / FOLDER / f"{name}.json", text_of(kind)) for name, kind in KINDS.items())


def _unnamed(store: Path) -> Iterator[Problem]:
    for path in sorted(store.rglob("*.yaml")):
        line = modeline(path, store)
        if name_of(path, store) not in KINDS:
            yield _problem(path, "has no schema", "add it to skill/workbench/schema/kinds.py")
        elif path.read_text(encoding="utf-8").partition("\n")[0] != line:
            yield _problem(path, "does not name its schema", f"make the first line {line}")


def _problem(path: Path, what: str, fix: str) -> Problem:
    return Problem(path, 1, path.name, what, fix)


def _structs(kind: Any, seen: set[type]) -> Iterator[type[Struct]]:
    """Give every Struct that a type is made of, each once."""
    if not (isinstance(kind, type) and issubclass(kind, Struct)):
        for inner in get_args(kind):
            yield from _structs(inner, seen)
    elif kind not in seen:
        seen.add(kind)
        yield kind
        for field in structs.fields(kind):
            yield from _structs(field.type, seen)


def _refine(schema: Schema, struct: type[Struct]) -> None:
    """Add to the schema of a Struct what msgspec does not know: hints, and the keys of its mappings."""
    schema["description"] = " ".join(schema["description"].split())
    hints = {name: hint for of in reversed(struct.__mro__) for name, hint in HINTS.get(of, {}).items()}
    for field in structs.fields(struct):
        inner = _without_null(schema["properties"][field.name])
        if keys := KEYS.get((struct, field.name), _literal_keys(field.type)):
            inner = _only(inner, keys)
        schema["properties"][field.name] = {**inner, "description": hints[field.name]} if field.name in hints else inner


def _only(mapping: Schema, keys: Ids) -> Schema:
    """Close the schema of a mapping: these keys, and no other."""
    inner = mapping["additionalProperties"]
    return {**mapping, "properties": dict.fromkeys(keys, inner), "additionalProperties": False}


def _literal_keys(kind: Any) -> Ids:
    key = next(iter(get_args(kind)), None) if get_origin(kind) is dict else None
    return get_args(key) if get_origin(key) is Literal else ()


def _without_null(schema: Schema) -> Schema:
    """Leave null out: in a content file it would be the word "null". A field is left out instead."""
    if "anyOf" not in schema:
        return {key: value for key, value in schema.items() if key != "default"}
    (one,) = (option for option in schema["anyOf"] if option != {"type": "null"})
    return dict(one)
