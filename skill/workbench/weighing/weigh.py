"""`skill weigh`: says what the changes since last time mean for safety, in one entry of the ledger."""

import datetime as dt
import sys
from collections.abc import Sequence, Set
from pathlib import Path

from skill.words.near import advice
from skill.words.texts import CONTENT
from skill.workbench.signed import digest
from skill.workbench.weighing.ledger import (
    CHANGES,
    Change,
    add,
    hazards,
    read_ledger,
    read_weighed,
    write_weighed,
)
from skill.workbench.weighing.units import RULES, is_below, units

# The check of letters wants straight ones.
STRAIGHT = str.maketrans("“”„‘’", '"""\'\'')


class UnweighedError(Exception):
    """Nothing was written; the message says why."""


def weigh(
    root: Path = CONTENT,
    rules: Path = RULES,
    *,
    touched: Sequence[str] = (),
    none: str = "",
    keys: Sequence[str] = (),
) -> Change:
    """Add an entry to the ledger, and renew the hashes of what it speaks of.

    touched: ids of the hazards that were looked at anew. none: why no hazard is touched; one of the two is given.
    keys: weigh only these, and what stands below them. Returns the entry.
    Raises UnweighedError, and ContentError when the ledger cannot be read.
    """
    reason = " ".join(none.translate(STRAIGHT).split())
    _refuse_unknown(touched, hazards(root))
    if bool(touched) == bool(reason):
        raise UnweighedError("name the hazards that were looked at anew, or say in words why none is touched")
    now, before = {key: unit.hash for key, unit in units(root, rules).items()}, read_weighed(root)
    differing = {key for key in now.keys() | before.keys() if now.get(key) != before.get(key)}
    chosen = _chosen(differing, keys)
    weighed = {key: hashed for key, hashed in before.items() if key not in chosen}
    weighed |= {key: now[key] for key in chosen if key in now}
    if not chosen and _state(root) == digest(weighed):
        raise UnweighedError("nothing has changed since the last entry")
    change = Change(
        state=digest(weighed),
        date=dt.datetime.now(dt.UTC).date(),
        changed=folded(chosen, now.keys() | before.keys()),
        hazards=tuple(touched),
        none=reason or None,
    )
    add(root, change)
    write_weighed(root, weighed)
    return change


def run(touched: Sequence[str], none: str, keys: Sequence[str]) -> int:
    """Weigh as the command line says. Returns the exit status; raises ContentError when the ledger cannot be read."""
    try:
        change = weigh(touched=touched, none=none, keys=keys)
    except UnweighedError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"noted in {CHANGES}: {', '.join(change.changed) or 'two branches as one'}")
    return 0


def folded(changed: Set[str], known: Set[str]) -> tuple[str, ...]:
    """Name changed units as shortly as it can be done: a whole section or entry where all of it has changed."""
    named = set()
    for key in changed:
        section, *rest = key.split(".")
        wider = (section, ".".join((section, *rest[:1])), key)
        named.add(next(one for one in wider if all(unit in changed for unit in known if is_below(unit, one))))
    return tuple(sorted(named))


def _chosen(differing: Set[str], keys: Sequence[str]) -> Set[str]:
    for key in keys:
        if not any(is_below(unit, key) for unit in differing):
            raise UnweighedError(f"{key}: nothing has changed there")
    return {unit for unit in differing if not keys or any(is_below(unit, key) for key in keys)}


def _refuse_unknown(touched: Sequence[str], known: Sequence[str]) -> None:
    for one in touched:
        if one not in known:
            raise UnweighedError(f"{one} is no hazard - {advice(one, known, 'add it to hazards.yaml')}")


def _state(root: Path) -> str:
    """Give the state that the last entry left; an empty text where there is no ledger yet."""
    entries = read_ledger(root)[1] if (root / CHANGES).exists() else ()
    return entries[-1].state if entries else ""
