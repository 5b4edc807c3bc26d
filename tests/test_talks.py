"""Whole conversations of people who are not easy: tests/talk/*.yaml, through the Lambda entry, in words.

What is judged is what came of it (which urgency, whether the session is open, what was asked) and patterns that some
reply must have or no reply may have; never a whole sentence.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import pytest

from skill.workbench.talk import Conversation

from .conftest import cases, handler

CASES: list[dict[str, Any]] = [*cases("talk/cases.yaml"), *cases("talk/point_by_point.yaml")]
# More replies than anybody listens to.
MOST = 45
KEYS = {"id", "kind", "who", "locale", "opens", "at", "plain", "after", "want"}
# What each thing that is wanted is judged by.
SCOPES = ("says", "says_any", "says_after", "says_result")
WANTED = {"told", "never", "open", "turns", "asking", "asks", "not", "not_last", *SCOPES}


@dataclass
class Heard:
    """A reply: its words, what waits after it, what has been told, and whether the session is open."""

    words: str
    asking: str | None
    urgency: str | None
    is_open: bool


@dataclass
class Talk:
    """A conversation held so far. opened: how many replies the openers took; told_at: how many until the result."""

    conversation: Conversation
    replies: list[Heard] = field(default_factory=list)
    asked: dict[str, int] = field(default_factory=dict)
    opened: int = 0
    told_at: int = 0

    def say(self, text: str | None) -> None:
        """Say something, or launch; a closed session hears nothing."""
        if self.replies and not self.last.is_open:
            return
        said = self.conversation.launch() if text is None else self.conversation.say(text)
        attributes = self.conversation.response.get("sessionAttributes", {})
        urgency, asking = self.conversation.urgency, attributes.get("asking")
        self.replies.append(Heard(said, asking, urgency, self.conversation.is_open))

    @property
    def last(self) -> Heard:
        """The last reply."""
        return self.replies[-1]

    @property
    def told(self) -> str | None:
        """The first urgency that was told."""
        return next((reply.urgency for reply in self.replies if reply.urgency), None)

    def scope(self, name: str) -> list[Heard]:
        """Give the replies in which something is looked for."""
        if name == "says":
            return [self.last]
        start = {"says_any": 0, "says_after": self.told_at, "says_result": self.told_at - 1}[name]
        return self.replies[start:] or [self.last]


def hold(case: dict[str, Any]) -> Talk:
    """Hold a conversation: launch, the openers, then answers until a result, then what is said after it."""
    talk = Talk(Conversation(case["locale"], handler()))
    for line in (None, *case.get("opens", [])):
        talk.say(line)
    talk.opened = len(talk.replies)
    after = case.get("after")
    # `after: []` is a talk that consists of its openers.
    while after != [] and talk.last.is_open and talk.last.asking and not talk.told and len(talk.replies) < MOST:
        talk.say(answer_to(talk.last.asking, talk, case))
    talk.told_at = len(talk.replies)
    for line in after or []:
        talk.say(line)
    return talk


def answer_to(question: str, talk: Talk, case: dict[str, Any]) -> str:
    """Say what the person says to a question: the first time in their own way, then plainly."""
    talk.asked[question] = talk.asked.get(question, 0) + 1
    first: str | None = case.get("at", {}).get(question)
    plain: str = case.get("plain", {}).get(question, "no")
    return first if first and talk.asked[question] == 1 else plain


def found(pattern: str, reply: Heard) -> bool:
    """Tell whether a reply has a pattern."""
    return re.search(pattern, reply.words, re.IGNORECASE) is not None


def faults(want: dict[str, Any], talk: Talk) -> list[str]:
    """List what came otherwise than wanted."""
    last, replies = talk.last, talk.replies
    missing = [
        f"{scope}: nothing like {group}"
        for scope in SCOPES
        for group in want.get(scope, [])
        if not any(found(pattern, reply) for pattern in group for reply in talk.scope(scope))
    ]
    held = {
        f"told {talk.told}": talk.told in want.get("told", [talk.told]),
        "told what it never may": not {reply.urgency for reply in replies} & set(want.get("never", [])),
        f"open at the end: {last.is_open}": last.is_open is want.get("open", last.is_open),
        f"{len(replies)} replies": len(replies) <= want.get("turns", MOST),
        f"asks {last.asking}": last.asking == want.get("asking", last.asking),
        "does not ask what it must": set(want.get("asks", [])) <= set(talk.asked),
        "says what it never may": not any(found(p, reply) for p in want.get("not", []) for reply in replies),
        "ends with what it never may": not any(found(pattern, last) for pattern in want.get("not_last", [])),
    }
    return missing + [what for what, holds in held.items() if not holds]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['id']}: {case['who']}")
def test_a_conversation_comes_to_what_is_right(case: dict[str, Any]) -> None:
    """Whatever way the person has of saying it."""
    talk = hold(case)

    assert faults(case["want"], talk) == [], [reply.words for reply in talk.replies]


def test_every_key_of_a_case_is_one_that_is_judged() -> None:
    """A misspelt key must not pass silently."""
    for case in CASES:
        assert set(case) <= KEYS
        assert set(case["want"]) <= WANTED
    assert len({str(case["id"]) for case in CASES}) == len(CASES) >= 10


def test_a_wrong_end_is_a_fault() -> None:
    """The judge itself: an urgency, a pattern and an open session that are not as wanted are all named."""
    talk = hold({"locale": "en-US", "plain": {"breathing": "yes"}})
    want = {"told": ["self_care"], "never": ["emergency_now"], "open": False, "turns": 1, "asks": ["pain"]}

    assert faults({}, talk) == []
    assert len(faults({**want, "says": [["lovely day"]], "not": ["911"], "not_last": ["911"]}, talk)) == 8
