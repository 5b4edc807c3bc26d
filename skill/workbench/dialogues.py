"""Golden dialogues: what a person says and what they hear, in YAML. They speak the frozen words of tests/content.

`skill dialogues` compares them with what is said now; `--write` freezes the content anew first, and records them.
"""

import datetime as dt
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from skill.words.store import ContentError
from skill.words.store import read as read_store
from skill.words.texts import LANGUAGE
from skill.words.vocabulary import read_vocabulary
from skill.words.yamlfile import Problem
from skill.workbench import ROOT
from skill.workbench.pretended import ZONES, Amazon
from skill.workbench.talk import Conversation, Handler, entry

FOLDER = ROOT / "tests" / "dialogues"
STORE, FROZEN = ROOT / "skill" / "content", ROOT / "tests" / "content"
KEYS = {"about", "locale", "reminders", "clock", "launch", "turns", "ends"}
# What a person says, or does: opens the skill once more, goes home. What they hear, and the card that is sent.
ACTS, RECORDED = {"say", "do"}, {"hear", "card"}
DONE = {"launch": Conversation.launch, "home": Conversation.home}
# When the requests of a dialogue with reminders are sent, if it does not say so: a Saturday, 1:22 p.m. in London.
CLOCK = "2026-11-28T13:22:00+00:00"


@dataclass(frozen=True)
class Dialogue:
    """One golden dialogue as it stands in its file.

    reminders: how Amazon behaves that sets them (skill/workbench/behaviours.py); empty where the device has none.
    clock: the time at which every request is sent.
    """

    path: Path
    about: str
    locale: str
    launch: str
    turns: tuple[dict[str, str], ...]
    ends: str
    reminders: str = ""
    clock: str = CLOCK

    @classmethod
    def read(cls, path: Path) -> "Dialogue":
        """Read a file strictly: a misspelt key is an error, never a silent pass."""
        value: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        if unknown := set(value) - KEYS:
            raise ValueError(f"{path}: unknown key {', '.join(sorted(unknown))} - use {', '.join(sorted(KEYS))}")
        for turn in value["turns"]:
            acts = set(turn) & ACTS
            if len(acts) != 1 or set(turn) - ACTS - RECORDED or not all(isinstance(turn[act], str) for act in acts):
                raise ValueError(f'{path}: a turn is {{say: "...", hear: "..."}}, not {turn}')
            if turn.get("do", "launch") not in DONE:
                raise ValueError(f"{path}: nobody can do {turn['do']!r} - use {' or '.join(DONE)}")
        texts = {name: value.get(name, default) for name, default in DEFAULTS.items()}
        return cls(path, value["about"], value["locale"], turns=tuple(value["turns"]), **texts)


DEFAULTS = {"launch": "", "ends": "", "reminders": "", "clock": CLOCK}


def replay(dialogue: Dialogue, handler: Handler) -> Dialogue:
    """Hold the dialogue again. Returns it with what is heard now, and how it ends: an urgency, `open` or `closed`."""
    if not dialogue.reminders:
        return _held(dialogue, Conversation(dialogue.locale, handler))
    sent = dt.datetime.fromisoformat(dialogue.clock)
    with Amazon(dialogue.reminders, ZONES[dialogue.locale]) as amazon:
        return _held(dialogue, Conversation(dialogue.locale, handler, amazon, lambda: sent))


def _held(dialogue: Dialogue, conversation: Conversation) -> Dialogue:
    launch, turns = conversation.launch(), []
    for turn in dialogue.turns:
        if not conversation.is_open:
            what = turn.get("say") or turn["do"]
            raise ValueError(f"{dialogue.path}: the session is closed before {what!r} - delete the rest")
        turns.append(_taken(turn, conversation))
    ends = f"{conversation.urgency or 'no result'}, {'open' if conversation.is_open else 'closed'}"
    return replace(dialogue, launch=launch, turns=tuple(turns), ends=ends)


def _taken(turn: dict[str, str], conversation: Conversation) -> dict[str, str]:
    hear = DONE[turn["do"]](conversation) if "do" in turn else conversation.say(turn["say"])
    act = {name: turn[name] for name in turn if name in ACTS}
    return {**act, "hear": hear, **({"card": conversation.card} if conversation.card else {})}


def write(dialogue: Dialogue) -> None:
    """Write a dialogue back to its file."""
    value = {
        "about": dialogue.about,
        "locale": dialogue.locale,
        **({"reminders": dialogue.reminders, "clock": dialogue.clock} if dialogue.reminders else {}),
        "launch": dialogue.launch,
        "turns": list(dialogue.turns),
        "ends": dialogue.ends,
    }
    text = yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=110)
    dialogue.path.write_text(text, encoding="utf-8")


def freeze(store: Path = STORE, frozen: Path = FROZEN) -> None:
    """Put a copy of the content in the place of the one that the tests speak.

    Raises ContentError when the content cannot be read; the old copy then stays.
    """
    _read(store)
    shutil.rmtree(frozen, ignore_errors=True)
    shutil.copytree(store, frozen)


def check_frozen(frozen: Path = FROZEN) -> None:
    """Raise ContentError, with the way out, when the code has changed and does not read the frozen content any more."""
    try:
        _read(frozen)
    except ContentError as error:
        way_out = Problem(frozen, 1, "frozen", "the code does not read it any more", "run `make golden`")
        raise ContentError([*error.problems, way_out]) from None


def _read(store: Path) -> None:
    read_store(store, "en-US")
    read_vocabulary(store, LANGUAGE)


def compare(renew: bool) -> int:
    """Compare all dialogues with what is said now, or record them again. Returns the exit status."""
    changed, handler = 0, entry().lambda_handler
    for path in sorted(FOLDER.glob("*.yaml")):
        recorded = Dialogue.read(path)
        now = replay(recorded, handler)
        if now == recorded:
            continue
        changed += 1
        if renew:
            write(now)
        print(f"{'recorded' if renew else 'differs'}: {path.name}")
    print(f"{changed} dialogues {'recorded again' if renew else 'differ'}.")
    return 0 if renew else int(changed > 0)


def run(renew: bool) -> int:
    """Compare or record in a process of its own, because the folder of the content is settled when a process starts.

    renew: freeze the content first, and record. Returns the exit status. Raises ContentError when it cannot be read.
    """
    if renew:
        freeze()
    check_frozen()
    command = [sys.executable, "-m", "skill.workbench.dialogues", *(["--write"] if renew else [])]
    environment = {**os.environ, "LEG_CHECK_CONTENT": str(FROZEN)}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode  # noqa: S603  # our own command


if __name__ == "__main__":
    sys.exit(compare(renew="--write" in sys.argv))
