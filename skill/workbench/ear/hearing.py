"""How well the local recogniser hears phrases that are in no sample: the score and the confusion table."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from skill.alexa.routes import turn_for
from skill.dialogue.turns import Corrected, Described, WentBack
from skill.rules.questions import SIGNS
from skill.workbench import ROOT
from skill.workbench.ear.matcher import EMERGENCY, NO, UNSURE, YES, Heard, Matcher
from skill.workbench.model.models import FOLDER

PARAPHRASES = ROOT / "tests" / "paraphrases.yaml"


@dataclass(frozen=True)
class Result:
    """One phrase: what it means, what was heard, and whether its slots are right."""

    say: str
    meant: str
    heard: str
    slots_right: bool

    @property
    def right(self) -> bool:
        """Whether intent and slots are right."""
        return self.meant == self.heard and self.slots_right

    @property
    def turned(self) -> bool:
        """Whether a no was heard as yes, a yes as no, or an unsure answer as no."""
        return (self.meant, self.heard) in ((YES, NO), (NO, YES), (UNSURE, NO))


def results(matcher: Matcher, path: Path = PARAPHRASES) -> Iterator[Result]:
    """Match every phrase of the paraphrase set."""
    for intent, entries in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        for entry in entries:
            expected: dict[str, Any] = {"say": entry} if isinstance(entry, str) else entry
            heard = matcher.match(expected["say"])
            yield Result(expected["say"], intent, heard.intent, _slots_right(heard, expected))


def _slots_right(heard: Heard, expected: dict[str, Any]) -> bool:
    """Compare what the slots come to as a turn, in any order."""
    from skill.alexa.envelope import resolved_id

    turn = turn_for(heard.intent, {name: resolved_id(slot) for name, slot in heard.slots.items()})
    match turn:
        case Described(named, denied):  # a risk or an illness told with them is no sign
            signs = set(named) & set(SIGNS)
            return signs == set(expected.get("symptoms", ())) and set(denied) == set(expected.get("denied", ()))
        case Corrected(answer, question):
            return answer.value == expected.get("answer") and [question] == (expected.get("symptoms") or [None])
        case WentBack(steps):
            return bool(steps == expected.get("steps", 1))
        case _:
            topic = heard.slots.get("topic")
            return topic is None or resolved_id(topic) == expected.get("topic")


def run() -> int:
    """Print the score, the confusion table and every phrase that was heard wrongly. Returns the exit status."""
    found = list(results(Matcher.for_file(FOLDER / "en-US.json")))
    right = sum(result.right for result in found)
    emergencies = [result for result in found if result.meant == EMERGENCY]
    print(f"{right} of {len(found)} phrases right ({100 * right / len(found):.1f}%)")
    print(f"emergencies: {sum(r.heard == EMERGENCY for r in emergencies)} of {len(emergencies)}")
    print(f"answers turned the wrong way round: {sum(result.turned for result in found)}\n")
    for (meant, heard), count in Counter((r.meant, r.heard) for r in found if not r.right).most_common():
        print(f"{count:4}  {meant} -> {heard if meant != heard else 'wrong slots'}")
    for result in (r for r in found if not r.right):
        print(f"      {result.say!r}: {result.meant} -> {result.heard}")
    return int(any(result.turned for result in found))
