"""Golden dialogues: what a person says and what they hear, in YAML. `skill dialogues --write` records them again."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from skill.words.texts import LOCALES
from skill.workbench import ROOT
from skill.workbench.talk import Conversation, Handler, entry, read_content

FOLDER = ROOT / "tests" / "dialogues"
KEYS = {"about", "locale", "launch", "turns", "ends"}


@dataclass(frozen=True)
class Dialogue:
    """One golden dialogue as it stands in its file."""

    path: Path
    about: str
    locale: str
    launch: str
    turns: tuple[dict[str, str], ...]
    ends: str

    @classmethod
    def read(cls, path: Path) -> "Dialogue":
        """Read a file strictly: a misspelt key is an error, never a silent pass."""
        value: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        if unknown := set(value) - KEYS:
            raise ValueError(f"{path}: unknown key {', '.join(sorted(unknown))} - use {', '.join(sorted(KEYS))}")
        for turn in value["turns"]:
            if not {"say"} <= set(turn) <= {"say", "hear"} or not isinstance(turn["say"], str):
                raise ValueError(f'{path}: a turn is {{say: "...", hear: "..."}}, not {turn}')
        return cls(
            path, value["about"], value["locale"], value.get("launch", ""), tuple(value["turns"]), value.get("ends", "")
        )


def replay(dialogue: Dialogue, handler: Handler) -> Dialogue:
    """Hold the dialogue again. Returns it with what is heard now, and how it ends: an urgency, `open` or `closed`."""
    conversation = Conversation(dialogue.locale, handler)
    launch, turns = conversation.launch(), []
    for turn in dialogue.turns:
        if not conversation.is_open:
            raise ValueError(f"{dialogue.path}: the session is closed before {turn['say']!r} - delete the rest")
        turns.append({"say": turn["say"], "hear": conversation.say(turn["say"])})
    ends = f"{conversation.urgency or 'no result'}, {'open' if conversation.is_open else 'closed'}"
    return Dialogue(dialogue.path, dialogue.about, dialogue.locale, launch, tuple(turns), ends)


def write(dialogue: Dialogue) -> None:
    """Write a dialogue back to its file."""
    value = {
        "about": dialogue.about,
        "locale": dialogue.locale,
        "launch": dialogue.launch,
        "turns": list(dialogue.turns),
        "ends": dialogue.ends,
    }
    text = yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=110)
    dialogue.path.write_text(text, encoding="utf-8")


def run(renew: bool) -> int:
    """Compare all dialogues with what is said now, or record them again. Returns the exit status.

    Raises ContentError when the content is not as it must be, before any dialogue is touched.
    """
    read_content(*LOCALES)
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
