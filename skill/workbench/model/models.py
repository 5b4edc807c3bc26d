"""The interaction models of all locales, generated from the content: `skill models` compares, `--write` renews.

A model is a few unmistakable intents, and one that brings whatever else is said as words (skill/alexa/routes.py TELL).
"""

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from skill.alexa.routes import TELL, WORDS
from skill.words.texts import CONTENT, LANGUAGE, LOCALES
from skill.words.yamlfile import Problem
from skill.workbench import ROOT
from skill.workbench.check.agreed import read_agreed
from skill.workbench.check.learnt import read_learnt, write_learnt
from skill.workbench.check.lost import check_lost
from skill.workbench.check.meant import Judge, check_meant
from skill.workbench.examples import stale_weights
from skill.workbench.model.intents import Intents, read_intents
from skill.workbench.model.sentences import Kind, read_kinds, values
from skill.workbench.report import report

FOLDER = ROOT / "interaction_models"
INVOCATION_NAME = "leg check"
# The type of the slot that brings the words. A list type of our own tells Alexa which words to expect; its values are
# no limit. Not tried on a device: if it takes too little there, write AMAZON.Person here, on which other skills rely.
WORDS_TYPE = "LegWords"
# Alexa is to leave the more to the words.
SENSITIVITY = {"fallbackIntentSensitivity": {"level": "LOW"}}
# One value a line, so that a change is readable and the file small.
VALUE = re.compile(r'\{\s+"name": \{\s+"value": ("[^"]*")\s+\}\s+\}')


@dataclass(frozen=True)
class Source:
    """What a model is made from: the intents, the example sentences by kind, and those that were taken as values."""

    intents: Intents
    kinds: tuple[Kind, ...]
    values: tuple[str, ...]


def read_source(root: Path = CONTENT, language: str = LANGUAGE) -> Source:
    """Read what the models of a language are made from. Raises ContentError with every problem found."""
    intents, kinds = read_intents(root, language), read_kinds(root, language)
    return Source(intents, kinds, values(kinds, intents))


def model(source: Source) -> dict[str, Any]:
    """Build one interaction model as developer.amazon.com describes it ("Interaction Model Schema")."""
    tell = {"name": TELL, "slots": [{"name": WORDS, "type": WORDS_TYPE}], "samples": [f"{{{WORDS}}}"]}
    few = [{"name": name, "samples": list(samples)} for name, samples in source.intents.samples.items()]
    words = {"name": WORDS_TYPE, "values": [{"name": {"value": value}} for value in source.values]}
    return {
        "interactionModel": {
            "languageModel": {
                "invocationName": INVOCATION_NAME,
                "modelConfiguration": SENSITIVITY,
                "intents": [*few, tell],
                "types": [words],
            }
        }
    }


def text_of(source: Source) -> str:
    """Give the file text of a model: JSON, one entry a line."""
    return VALUE.sub(r'{"name": {"value": \1}}', json.dumps(model(source), indent=1, ensure_ascii=False)) + "\n"


def run(write: bool) -> int:
    """Compare interaction_models/ and the weights of the hearing with the content, or renew them.

    Returns the exit status. Raises ContentError when the content cannot be read.
    """
    source = read_source()
    if write and (problems := _misplaced()):
        report(problems)
        print("Nothing was written: move these phrases first.", file=sys.stderr)
        return 1
    text = text_of(source)
    stale = [locale for locale in LOCALES if _current(locale) != text]
    unlearnt = stale_weights(CONTENT, LANGUAGE)
    if write:
        _renew(stale, text, unlearnt)
        return 0
    if stale:
        print(f"interaction_models/ differs from the content for {', '.join(stale)} - run `skill models --write`")
    if unlearnt:
        print(f"the weights for {', '.join(unlearnt)} were made from other examples - run `skill models --write`")
    if not stale and not unlearnt:
        print("interaction_models/ and the weights of the hearing agree with the content.")
    return int(bool(stale or unlearnt))


def _misplaced() -> list[Problem]:
    """Find new phrases under what they do not mean: what is learnt from them would take signs from people."""
    judge, learnt, agreed = Judge(CONTENT), read_learnt(CONTENT), read_agreed(CONTENT).heard
    found = (*check_meant(judge, learnt, agreed), *check_lost(judge, CONTENT, learnt, agreed))
    return [problem for problem in found if problem.severity == "error"]


def _renew(stale: list[str], text: str, unlearnt: list[str]) -> None:
    FOLDER.mkdir(exist_ok=True)
    for locale in stale:
        (FOLDER / f"{locale}.json").write_text(text, encoding="utf-8")
        print(f"wrote interaction_models/{locale}.json", file=sys.stderr)
    write_learnt(CONTENT)
    if unlearnt:
        from skill.workbench import weights  # scikit-learn takes seconds to load

        weights.write(CONTENT, LANGUAGE)
        print(f"learnt the weights for {', '.join(unlearnt)}", file=sys.stderr)


def _current(locale: str) -> str | None:
    path = FOLDER / f"{locale}.json"
    return path.read_text(encoding="utf-8") if path.exists() else None
