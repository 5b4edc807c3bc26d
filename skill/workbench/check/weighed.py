"""Checks that every change of a rule or a spoken text was weighed: the ledger says what it means for safety.

This comes last, when the words are final: what is still wrong would have to be weighed twice.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from skill.words.near import advice
from skill.words.store import ContentError
from skill.words.texts import CONTENT
from skill.words.yamlfile import Problem, Yaml
from skill.workbench.signed import digest
from skill.workbench.weighing.ledger import CHANGES, WEIGHED, Change, hazards, read_ledger, read_weighed
from skill.workbench.weighing.units import RULES, units

WEIGH = '.venv/bin/python -m skill weigh --hazard ID, or --none "why"'
UNSAID = "and nobody has said what that means for safety"
APART = "is not as the last entry of changes.yaml left it"


def check_weighed(root: Path = CONTENT, rules: Path = RULES) -> list[Problem]:
    """Find what has changed since the last entry, and what is wrong with the ledger."""
    try:
        file, changes = read_ledger(root)
    except ContentError as error:
        return error.problems
    weighed = read_weighed(root)
    problems = [*_entries(file, changes, hazards(root))]
    if not changes or changes[-1].state != digest(weighed):
        fix = f"take it back; after a merge say: {WEIGH}"
        problems.append(Problem(root / WEIGHED, 1, Path(WEIGHED).name, APART, fix))
    return [*problems, *_changed(root, rules, weighed)]


def _entries(file: Yaml, changes: Sequence[Change], known: Sequence[str]) -> Iterator[Problem]:
    for number, change in enumerate(changes):
        where, key = ("changes", str(number)), f"changes.{number}"
        if bool(change.hazards) == bool((change.none or "").strip()):
            fix = "write one of the two: hazards, or none with the reason"
            yield file.problem(where, key, "does not say whether a hazard is touched", fix)
        for one in change.hazards:
            if one not in known:
                fix = advice(one, known, f"name one of {Path(CHANGES).with_name('hazards.yaml').name}")
                yield file.problem((*where, "hazards"), f"{key}.hazards", f"{one} is no hazard", fix)


def _changed(root: Path, rules: Path, weighed: dict[str, str]) -> Iterator[Problem]:
    now = units(root, rules)
    for key, unit in now.items():
        if weighed.get(key) != unit.hash:
            what = "has changed" if key in weighed else "is new"
            yield Problem(unit.path, unit.line, key, f"{what}, {UNSAID}", f"say: {WEIGH}")
    for line, key in enumerate(weighed, 1):
        if key not in now:
            yield Problem(root / WEIGHED, line, key, f"is gone, {UNSAID}", f"say: {WEIGH}")
