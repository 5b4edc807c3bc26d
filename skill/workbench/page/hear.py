"""What an utterance is taken for, whatever waits: at the start, at each question, at "Is that so now?" and the rest."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from msgspec.structs import replace

from skill.alexa.handler import asked_of
from skill.alexa.session import CRIES
from skill.dialogue.conversation import step
from skill.dialogue.state import State
from skill.dialogue.taken import taken_for
from skill.hearing.hear import OFFER, Hearing
from skill.rules.questions import ASKED, Answer
from skill.rules.triage import Urgency
from skill.words.texts import Content
from skill.workbench.check.states import reachable
from skill.workbench.hearsay import LAUNCH, described

Json = dict[str, Any]
MOST, LONGEST = 30, 300  # utterances, and letters of one


def hear(given: Json, hearing: Hearing, content: Content) -> list[Json]:
    """Hear some utterances in every moment.

    given: `utterances`, a list of texts, and `for_other`. Returns for each its `text` and its `moments`: what waits,
    what it is `taken` for (the names of `heard` in `skill turn`), the turn, and why. Raises ValueError.
    """
    said = given.get("utterances")
    if not isinstance(said, list) or not all(isinstance(text, str) and len(text) <= LONGEST for text in said):
        raise ValueError(f"utterances is a list of texts of at most {LONGEST} letters")
    if len(said) > MOST:
        raise ValueError(f"{len(said)} utterances are too many at once - at most {MOST}")
    states = waiting(for_other=given.get("for_other") is True)

    def moments(text: str) -> list[Json]:
        return [_moment(text, name, replace(state, tips=content.tips), hearing) for name, state in states.items()]

    return [{"text": text, "moments": moments(text)} for text in said]


def _moment(text: str, name: str, before: State, hearing: Hearing) -> Json:
    heard = hearing.hear(text, asked_of(before))
    after, _ = step(before, heard.turn)
    taken = taken_for(before, heard.turn, after)
    return {"waiting": name, "taken": taken, "turn": described(heard.turn), "why": heard.why}


@cache
def waiting(for_other: bool = False) -> Mapping[str, State]:
    """Give a state for everything that can wait: with as few troubles as it takes to get there."""
    found: dict[str, State] = {LAUNCH: State()}
    for state in sorted(reachable(), key=_troubles):
        if state.asking is not None:
            found.setdefault(state.asking, state)
        elif state.told is Urgency.SELF_CARE:
            found.setdefault(OFFER, state)
    first = next(state for state in found.values() if state.asking is not None and state.started)
    found |= {"now": replace(first, now=CRIES[:1]), "sure": replace(first, sure="stop")}
    return {name: replace(found[name], for_other=for_other) for name in (LAUNCH, *ASKED, "now", "sure", OFFER)}


def _troubles(state: State) -> int:
    return sum(answer is not Answer.NO for _, answer in state.given)
