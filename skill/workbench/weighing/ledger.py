"""The ledger of changes, content/clinical/changes.yaml, and the hashes that were weighed last, weighed.txt beside it.

Each entry holds the state, a hash of all of weighed.txt after it: renewing weighed.txt alone is found. Who
wrote an entry, and that none was changed afterwards, is for version control to hold (.github/CODEOWNERS).
"""

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path

import msgspec

from skill.words.store import ContentError
from skill.words.texts import Text
from skill.words.yamlfile import Yaml, parse

FOLDER = "clinical"
CHANGES, WEIGHED, HAZARDS = f"{FOLDER}/changes.yaml", f"{FOLDER}/weighed.txt", f"{FOLDER}/hazards.yaml"
HEADER = """\
# yaml-language-server: $schema=../schema/clinical.changes.json
# Changes of what is said and of the rules, and what each means for safety; newest last. Written by `skill weigh`.
# state: a hash of weighed.txt after it, so that this file and that one cannot go apart.
# changed: the texts (questions.swelling.ask; questions.swelling is all of its texts) and modules of the rules.
# hazards: those of hazards.yaml that were looked at anew, or none: why no hazard is touched.
changes:
"""


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One entry: what changed, and either the hazards that were looked at anew, or why none is touched."""

    state: Text
    date: dt.date
    changed: tuple[Text, ...]
    hazards: tuple[Text, ...] = ()
    none: Text | None = None


class Ledger(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All entries, newest last."""

    changes: tuple[Change, ...]


def read_ledger(root: Path) -> tuple[Yaml, tuple[Change, ...]]:
    """Read the ledger of a store. Returns its file, which knows the lines, and the entries.

    Raises ContentError when it is missing or cannot be read.
    """
    file = parse(root / CHANGES)
    if file.problems:
        raise ContentError(file.problems)
    try:
        return file, msgspec.convert(file.value, Ledger).changes
    except msgspec.ValidationError:
        raise ContentError([file.blame(file.value, Ledger, ())]) from None


def add(root: Path, change: Change) -> None:
    """Write an entry below the others, and the head of the file first where there is none yet."""
    path = root / CHANGES
    path.parent.mkdir(exist_ok=True)
    before = path.read_text(encoding="utf-8") if path.exists() else HEADER
    path.write_text(before + _as_yaml(change), encoding="utf-8")


def read_weighed(root: Path) -> dict[str, str]:
    """Read the hashes that were weighed last, by the key of their unit; none where there is no such file."""
    path = root / WEIGHED
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return {key: hashed for key, _, hashed in (line.rpartition(" ") for line in lines)}


def write_weighed(root: Path, weighed: Mapping[str, str]) -> None:
    """Write the hashes, a line each, so that version control shows which unit was weighed."""
    text = "".join(f"{key} {weighed[key]}\n" for key in sorted(weighed))
    (root / WEIGHED).write_text(text, encoding="utf-8")


def hazards(root: Path) -> tuple[str, ...]:
    """Give the ids of the hazards that are known; none where there is no list of them."""
    return tuple(parse(root / HAZARDS).value or ())


def _as_yaml(change: Change) -> str:
    """Write an entry as an editor would, every text in double quotes.

    The state comes first: a merge then shows two whole entries, which do not begin alike.
    """
    lines = [f"  - state: {_quoted(change.state)}", f"    date: {_quoted(change.date.isoformat())}"]
    lines.append(f"    changed:{'' if change.changed else ' []'}")
    lines += [f"      - {_quoted(key)}" for key in change.changed]
    name, said = ("hazards", change.hazards) if change.none is None else ("none", change.none)
    return "\n".join([*lines, f"    {name}: {_quoted(said)}", ""])


def _quoted(value: str | tuple[str, ...]) -> str:
    return json.dumps(value, ensure_ascii=False)  # JSON is YAML
