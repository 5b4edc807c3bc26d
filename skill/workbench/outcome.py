"""What came of an utterance: what the skill did with it, and what it says that it heard. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# After the result a tip is offered: yes takes it, no ends the talk.
OFFERED = {"answer:yes": "tip", "answer:no": "end"}
# Of these names in `heard` the answers, the alarm and the close say more.
SEEN_OTHERWISE = {"emergency", "noted", "missed", "stop"}


@dataclass(frozen=True)
class Outcome:
    """What came of it.

    done: names of wishes and topics, an answer to the question that waited, and `emergency`, `ended`, `now?` (it was
    asked whether it is so now), `corrected`, `back`, `startover`, `asked` (nothing changed). signs: other questions
    that are now yes. doubts: other questions that are now unsure.
    """

    done: frozenset[str]
    signs: frozenset[str] = frozenset()
    doubts: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        """Everything by name; a sign has a plus before it."""
        return self.done | {f"+{sign}" for sign in self.signs}


def outcome(state: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Outcome:
    """See what came of an utterance.

    state: the question that waited, or `launch`, `result`, `result_low`. before: what `skill turn` gave on the way to
    it. after: what it gives now.
    """
    pending, was, now, heard = before["asking"], before["answers"], after["answers"], set(after["heard"])
    done = {name.removeprefix("topic:") for name in heard if not name.startswith("answer:")} - SEEN_OTHERWISE
    if any(name.startswith("topic:") for name in heard):
        done.add("topic")
    if state.startswith("result"):
        done |= {OFFERED[name] for name in heard & set(OFFERED)}
    if "answer:unsure" in heard and pending:
        done.add("unsure")
    if pending in now:
        done = (done - {"unsure"}) | {now[pending]}
    elsewhere = {question: answer for question, answer in now.items() if question != pending}
    signs = frozenset(q for q, answer in elsewhere.items() if answer == "yes" != was.get(q))
    doubts = frozenset(q for q, answer in elsewhere.items() if answer == "unsure" != was.get(q))
    done |= _end(after) | _changes(was, now)
    settled = done & {"emergency", "ended", "now?", "yes", "no", "unsure", "corrected", "back", "startover"}
    if not (settled or signs or doubts):
        done.add("asked")
    return Outcome(frozenset(done), signs, doubts)


def _end(after: Mapping[str, Any]) -> set[str]:
    asks_now = "emergency?" in after["heard"]
    end: set[str] = {"now?"} if asks_now else set()
    if after["urgency"] == "emergency_now" and not asks_now:
        return end | {"emergency"}
    return end if after["open"] else end | {"ended", "stop"}


def _changes(was: Mapping[str, str], now: Mapping[str, str]) -> set[str]:
    """Name what became of the answers that were given before."""
    changes = set()
    if any(answer == "no" and now.get(question) == "yes" for question, answer in was.items()):
        changes.add("corrected")
    if set(was) - set(now):
        changes.add("startover" if not now and len(was) > 1 else "back")
    return changes
