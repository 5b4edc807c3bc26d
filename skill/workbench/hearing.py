"""`skill hearing`: says utterances in their states, and scores what came of each.

Every state is reached through the Lambda entry, and every utterance goes through it: as words, or, with a stand-in for
Alexa's model, as the intent that this takes it for.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import yaml

from skill.alexa.routes import TELL, turn_for
from skill.dialogue.turns import CriedForHelp, Turn
from skill.rules.questions import RISKS
from skill.words.yamlfile import Loader
from skill.workbench import ROOT
from skill.workbench.envelopes import Session
from skill.workbench.hearsay import described
from skill.workbench.hearsay import lines as explained
from skill.workbench.judgement import CLASSES, Utterance, Verdict, judge
from skill.workbench.outcome import Outcome, outcome
from skill.workbench.turn import Turns

FOLDER = ROOT / "tests" / "hearing"
SETS = (FOLDER / "dev.yaml", FOLDER / "paraphrases.yaml")
# Said to reach a state: yes to these on the way there, no to all else.
WAYS = {"unwell": {"swelling"}, "result": {"swelling"}, **{risk: {"tenderness"} for risk in RISKS}}
TOLD = {"result": "same_day", "result_low": "self_care"}
FURTHEST = 20
# What a person says before their own words to open the skill; Alexa takes it away.
OPENING = re.compile(
    r"(?:ask|tell|open|launch|start|use|talk to|begin|run) leg check\b ?"
    r"(?:(?:to|if|whether|about|for|and|that)\b ?)?"
)
# Utterance -> the intent that a stand-in for Alexa's model takes it for.
Intent = Callable[[str], str]
Json = dict[str, Any]


@dataclass(frozen=True)
class Scored:
    """An utterance, what came of it, and the verdict with its reason.

    heard: what a harmful one was taken for and why, in lines. mistaken: the intent that it arrived as, if its words
    come to another turn.
    """

    said: Utterance
    came: Outcome
    verdict: Verdict
    reason: str
    heard: tuple[str, ...]
    mistaken: str = ""


def read(path: Path) -> tuple[Utterance, ...]:
    """Read a set strictly: a misspelt key is an error, never a silent pass. Raises ValueError."""
    try:
        rows = yaml.load(path.read_text(encoding="utf-8"), Loader)  # noqa: S506  # the safe one, in C
        return msgspec.convert(rows, tuple[Utterance, ...])
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise ValueError(f"{path}: {error} - write it like tests/hearing/dev.yaml") from error


class Listener:
    """Says utterances to the skill, each in its state, and forgets them."""

    def __init__(self, intent: Intent | None = None) -> None:
        self._turns, self._intent = Turns(), intent or (lambda _: TELL)
        self._states: dict[str, Json] = {}

    def score(self, said: Utterance) -> Scored:
        """Say one utterance, and judge what came of it. Raises ValueError when its state cannot be reached."""
        before, request, mistaken = self._ask(said)
        came = outcome(said.state, before, self._turns.answer(request))
        verdict, reason = judge(said, came)
        heard = explained(self._turns.heard(request)) if verdict is Verdict.HARMFUL else ()
        return Scored(said, came, verdict, reason, tuple(heard), mistaken)

    def _ask(self, said: Utterance) -> tuple[Json, Json, str]:
        """Make the request of an utterance. Returns the turn before it, the request, and what it is mistaken for."""
        if said.state == "launch":
            before: Json = {"answers": {}, "asking": None}
            words, device = OPENING.sub("", said.say, count=1), Session()
        else:
            before = self._state(said.state)
            words, device = said.say, Session(attributes=before["attributes"], is_new=False)
        if not words:
            return before, device.launch(), ""
        request, intent = device.words(words), self._intent(words)
        if intent == TELL:
            return before, request, ""
        same = _same(self._turns.heard(request).turn, turn_for(intent))
        return before, device.intent(intent), "" if same else intent

    def _state(self, name: str) -> Json:
        if name not in self._states:
            self._states[name] = self._reach(name)
        return self._states[name]

    def _reach(self, name: str) -> Json:
        at = self._turns.answer(Session().launch())
        for _ in range(FURTHEST):
            if at["asking"] in (name, None):
                break
            answer = "Yes" if at["asking"] in WAYS.get(name, ()) else "No"
            at = self._turns.answer(Session(attributes=at["attributes"]).intent(f"AMAZON.{answer}Intent"))
        if at["asking"] != name and at["urgency"] != TOLD.get(name, ""):
            raise ValueError(f"the state {name} cannot be reached - use a question id, launch, result or result_low")
        return at


def run(paths: Sequence[Path], least: float, most: float, stand_in: bool) -> int:
    """Score sets, and print the figures and every harmful utterance.

    least, most: how many percent of each set must be right, and may be harmful. stand_in: let a stand-in for Alexa's
    model take what it can. Returns 1 if a bound is not kept, 2 for a set that cannot be read, else 0.
    """
    intent = None
    if stand_in:
        from skill.workbench.standin import StandIn  # scikit-learn takes seconds to load

        intent = StandIn.for_locale("en-US").intent
    listener, kept = Listener(intent), True
    for path in paths or SETS:
        try:
            scored = [listener.score(said) for said in read(path)]
        except ValueError as error:
            print(f"hearing: {error}", file=sys.stderr)
            return 2
        print(f"{path.name}: {len(scored)} utterances")
        for line in report(scored):
            print(f"  {line}")
        kept = kept and share(scored, Verdict.RIGHT) >= least and share(scored, Verdict.HARMFUL) <= most
    return int(not kept)


def _same(one: Turn, other: Turn) -> bool:
    """Tell whether two turns come to the same; a cry for help does, whatever it names."""
    return one == other or (isinstance(one, CriedForHelp) and isinstance(other, CriedForHelp))


def share(scored: Sequence[Scored], verdict: Verdict) -> float:
    """Give the share of a verdict in percent."""
    return 100 * sum(one.verdict is verdict for one in scored) / max(len(scored), 1)


def report(scored: Sequence[Scored]) -> Iterator[str]:
    """Say in lines how it went: the harmful ones in full, then what was mistaken for an intent, and the figures."""
    for one in sorted(scored, key=lambda one: (one.reason, one.said.state)):
        if one.verdict is Verdict.HARMFUL:
            yield f"harmful: {one.reason}: at {one.said.state}: {one.said.say!r} -> {', '.join(sorted(one.came.all))}"
            yield from (f"         {line}" for line in one.heard)
    for one in scored:
        if one.mistaken:
            turn = described(turn_for(one.mistaken))
            yield f"mistaken: {one.mistaken}: at {one.said.state}: {one.said.say!r} -> {turn}: {one.verdict}"
    for name in CLASSES:
        yield _line(name, [one for one in scored if one.said.meant == name])
    yield _line("sound-alikes", [one for one in scored if one.said.is_sound_alike])
    yield _line("all", scored)


def _line(name: str, scored: Sequence[Scored]) -> str:
    counts = Counter(one.verdict for one in scored)
    figures = "  ".join(f"{verdict} {counts[verdict]:4d}" for verdict in Verdict)
    rates = f"{share(scored, Verdict.RIGHT):5.1f}% right, {share(scored, Verdict.HARMFUL):4.1f}% harmful"
    return f"{name:<13}{len(scored):5d}  {figures}  {rates}"
