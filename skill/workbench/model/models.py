"""The interaction models of all locales, generated from the content: `skill models` compares, `--write` renews."""

import json
import sys
from typing import Any

from skill.words.texts import LOCALES
from skill.workbench import ROOT
from skill.workbench.model.vocabulary import SLOTS, Vocabulary, read_vocabulary

FOLDER = ROOT / "interaction_models"
INVOCATION_NAME = "leg check"


def model(vocabulary: Vocabulary) -> dict[str, Any]:
    """Build one interaction model as developer.amazon.com describes it ("Interaction Model Schema")."""
    return {
        "interactionModel": {
            "languageModel": {
                "invocationName": INVOCATION_NAME,
                "intents": [_intent(name, samples) for name, samples in vocabulary.intents.items()],
                "types": [_type(name, values) for name, values in vocabulary.types.items()],
            }
        }
    }


def text_of(vocabulary: Vocabulary) -> str:
    """Give the file text of a model: JSON, one entry a line, so that a change is readable."""
    return json.dumps(model(vocabulary), indent=1, ensure_ascii=False) + "\n"


def run(write: bool) -> int:
    """Compare interaction_models/ with the content, or renew it. Returns the exit status."""
    text = text_of(read_vocabulary())
    stale = [locale for locale in LOCALES if _current(locale) != text]
    if not stale:
        print("interaction_models/ agrees with the content.")
        return 0
    if not write:
        print(f"interaction_models/ differs from the content for {', '.join(stale)} - run `skill models --write`")
        return 1
    FOLDER.mkdir(exist_ok=True)
    for locale in stale:
        (FOLDER / f"{locale}.json").write_text(text, encoding="utf-8")
        print(f"wrote interaction_models/{locale}.json", file=sys.stderr)
    return 0


def _current(locale: str) -> str | None:
    path = FOLDER / f"{locale}.json"
    return path.read_text(encoding="utf-8") if path.exists() else None


def _intent(name: str, samples: tuple[str, ...]) -> dict[str, Any]:
    slots = [{"name": slot, "type": kind} for slot, kind in SLOTS.get(name, {}).items()]
    return {"name": name, **({"slots": slots} if slots else {}), "samples": list(samples)}


def _type(name: str, values: Any) -> dict[str, Any]:
    entries = [{"id": i, "name": {"value": said[0], "synonyms": list(said[1:])}} for i, said in values.items() if said]
    return {"name": name, "values": entries}
