"""A conversation that no sentence breaks: every kind of state, every intent and some two hundred utterances.

Explored through the Lambda entry, from the launch and from every state that answering reaches, as far as new kinds of
states turn up. The first state of each kind meets everything that can be said (tests/cases/utterances.yaml).
"""

from collections import deque
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any
from unittest.mock import patch
from xml.etree import ElementTree

import pytest
from msgspec import Struct, structs

from skill.alexa import log, session
from skill.alexa.handler import asked_of
from skill.alexa.routes import ROUTES, turn_for
from skill.dialogue.conversation import step
from skill.dialogue.state import State
from skill.dialogue.taken import taken_for
from skill.dialogue.turns import Answered, Launched, Turn, WentOn
from skill.hearing.hear import Asked, Heard, Hearing
from skill.rules.questions import ASKED, RED_FLAGS, Answer
from skill.rules.triage import Urgency
from skill.words.library import load
from skill.words.speech import LONGEST
from skill.workbench.check.states import states
from skill.workbench.envelopes import Session

from .conftest import cases, handler, hearing

Json = dict[str, Any]
GROUPS: dict[str, list[str]] = cases("cases/utterances.yaml")
UTTERANCES = tuple(said for group in GROUPS.values() for said in group)
INTENTS = ("LaunchRequest", *ROUTES, "UnknownRequest")
ALLOWED_TAGS = {"speak", "break", "say-as", "prosody", "emphasis"}
# Nobody who answers every question plainly hears more replies than this before the end.
MOST = 40
MISSED = ("missed",)


class Said(Struct, frozen=True):
    """One thing said in one state, and what came of it. said: an intent, or words. turn: what it was taken for."""

    said: str
    turn: Turn
    before: State
    after: State
    heard: tuple[str, ...]
    is_open: bool
    response: Json

    def __str__(self) -> str:
        return f"{self.said!r} in {self.before}: {self.heard}, now {self.after}"


def kind(state: State) -> tuple[object, ...]:
    """Give what makes two states of one kind: what waits and why, what was told, what the answers come to.

    Whose leg it is and how often a person was missed are tried at one red flag, at one sign, and after a result.
    """
    waits = (state.waiting, state.sure, state.doubted, bool(state.parts))
    more = (state.for_other, state.misses == 2) if state.waiting in ("breathing", "swelling", None) else ()
    return (*waits, state.told, state.started, state.assessment.urgency, more)


def everything() -> Iterator[tuple[str, bool]]:
    """Give all that can be said, and whether it is words."""
    yield from ((intent, False) for intent in INTENTS)
    yield from ((words, True) for words in UTTERANCES)


def say_everything(attributes: Json) -> Iterator[Said]:
    """Say everything in a state. What comes of it follows from the turn: each turn goes through the entry once."""
    device, before = Session(attributes=attributes, is_new=not attributes), session.read(attributes)
    known: dict[Turn, Said] = {}
    for said, is_words in everything():
        if is_words:
            request, turn = device.words(said), hearing().hear(said, asked_of(before)).turn
        elif said == "LaunchRequest":
            request, turn = device.launch(), Launched()
        else:
            request, turn = device.intent(said), turn_for(said)
        if turn not in known:
            response = handler()(request, None)
            after = session.read(response.get("sessionAttributes"))
            is_open = response["response"].get("shouldEndSession") is False
            known[turn] = Said(said, turn, before, after, taken_for(before, turn, after), is_open, response)
        yield structs.replace(known[turn], said=said)


@cache
def explored() -> tuple[tuple[Said, ...], int]:
    """Say everything in the first state of each kind. Gives what came of it, and how many lines were logged.

    Hearing is a pure function: each (words, what waits) is heard once and looked up after that.
    """
    hear, one_hearing = cache(Hearing.hear), hearing()

    def remembered(_: Hearing, text: str, asked: Asked) -> Heard:
        return hear(one_hearing, text, asked)

    waiting: deque[Json] = deque([{}, *(session.write(state, is_open=True) for state in states(load("en-US")))])
    known: set[tuple[object, ...]] = set()
    found: list[Said] = []
    with patch.object(Hearing, "hear", remembered), patch.object(log, "record") as record:
        while waiting:
            attributes = waiting.popleft()
            if (one := kind(session.read(attributes))) in known:
                continue
            known.add(one)
            here = list(say_everything(attributes))
            waiting += (came.response["sessionAttributes"] for came in here if came.is_open)
            found += here
    return tuple(found), record.call_count


def noes(one: Said) -> set[str]:
    """Give the questions that are a no now, and were none before."""
    before = one.before.answers
    return {q for q, given in one.after.given if given is Answer.NO and before.get(q) is not Answer.NO}


def came() -> tuple[Said, ...]:
    """Give all that came of everything."""
    return explored()[0]


def test_all_that_can_wait_and_all_that_can_be_said_is_tried() -> None:
    """No state is forgotten, and the utterances are many and different."""
    assert {one.before.waiting for one in came()} >= {None, "now", "sure", *ASKED}
    assert any(one.before.told is Urgency.EMERGENCY_NOW for one in came())
    assert any(one.before.parts for one in came())
    assert any(one.before.doubted for one in came())
    assert len(set(UTTERANCES)) == len(UTTERANCES) >= 200


def test_no_sentence_makes_the_skill_fail() -> None:
    """Nothing is logged, and the net that catches every failure is never needed."""
    failure = load("en-US").prompts.failure.split("{")[0]

    assert explored()[1] == 0
    assert not any(failure in one.response["response"]["outputSpeech"]["ssml"] for one in came())


def test_every_response_is_valid() -> None:
    """Well-formed speech of allowed tags that says something, and a reprompt if and only if the session is open."""
    for speech, reprompt, is_open in {
        (
            one.response["response"]["outputSpeech"]["ssml"],
            one.response["response"].get("reprompt", {}).get("outputSpeech", {}).get("ssml"),
            one.is_open,
        )
        for one in came()
    }:
        assert (reprompt is not None) is is_open
        for ssml in filter(None, (speech, reprompt)):
            root = ElementTree.fromstring(ssml)
            assert {element.tag for element in root.iter()} <= ALLOWED_TAGS
            assert "".join(root.itertext()).strip()
            assert len(ssml) < LONGEST


def test_the_session_is_open_if_and_only_if_something_waits() -> None:
    """A question of the check or about it, an offer, or the one correction after an alarm; never an empty silence."""
    for one in came():
        attributes = one.response["sessionAttributes"]
        if one.is_open:
            assert attributes.get("asking") == one.after.waiting, str(one)
            assert one.after.waiting or one.after.told is not None or one.after.reminders or one.after.browsing, str(
                one
            )
        else:
            assert "asking" not in attributes, str(one)


def test_the_state_goes_through_the_session_unharmed() -> None:
    """What Alexa keeps for us is all there is of it."""
    for after in {one.after for one in came() if one.is_open}:
        assert session.read(session.write(after, is_open=True)) == after


def test_what_was_missed_changes_no_answer_and_no_question() -> None:
    """Rules 4 and 10: neither a no nor a finding comes of it."""
    for one in came():
        going_on = one.before.sure and isinstance(one.turn, WentOn)  # that is an answer to "Are you sure?"
        if one.heard == MISSED and one.before.started and not going_on:
            assert one.after.given == one.before.given, str(one)
            assert not one.is_open or one.after.waiting == one.before.waiting, str(one)
            assert one.after.told is one.before.told or one.before.asking is None or one.before.misses, str(one)


def test_a_yes_never_turns_into_a_no_in_one_turn() -> None:
    """Rule 9: it is asked again at least."""
    for one in came():
        after = one.after.answers
        lost = [q for q, given in one.before.given if given is Answer.YES and after.get(q) is Answer.NO]
        assert not lost, str(one)


def test_a_no_is_recorded_only_for_the_question_that_waited() -> None:
    """Rule 10: nothing else was asked; a part of it that was denied may be a question too."""
    for one in came():
        assert noes(one) <= {one.before.waiting, *one.before.parts}, str(one)


def test_a_red_flag_is_answered_only_while_it_waits_or_by_its_name() -> None:
    """Rules 1 and 10: no sentence about something else makes a red flag a yes, or takes one away."""
    for one in came():
        before, after = one.before.answers, one.after.answers
        for flag in RED_FLAGS:
            if after.get(flag, before.get(flag)) is not before.get(flag) and one.before.waiting != flag:
                named = getattr(one.turn, "question", None) == flag or flag in str(one.before.now)
                assert named, str(one)


def test_an_alarm_has_a_reason() -> None:
    """A cry, an answer, a sign: never a miss, an aside or a repair that was not about it."""
    for one in came():
        if one.after.told is Urgency.EMERGENCY_NOW and one.before.told is not Urgency.EMERGENCY_NOW:
            comes_to = max(one.before.assessment.urgency, one.after.assessment.urgency)
            assert comes_to is Urgency.EMERGENCY_NOW or "emergency" in one.heard or one.before.now, str(one)


def of(*groups: str) -> Iterator[Said]:
    """Give what came of some groups of utterances in the middle of a check."""
    said = {utterance for group in groups for utterance in GROUPS[group]}
    return (one for one in came() if one.said in said and one.before.started and one.before.told is None)


def test_what_is_not_about_the_leg_comes_to_nothing() -> None:
    """Figures of speech, remarks, other languages, noise: no answer, no alarm; and no end before the third miss."""
    for one in of("figures", "remarks", "languages", "noise"):
        assert one.after.given == one.before.given, str(one)
        assert one.is_open or one.before.misses == 2, str(one)
        assert one.after.told is None or one.before.misses == 2, str(one)


def test_a_weak_word_is_no_yes_to_a_danger() -> None:
    """Okay, right, got it, I'm back: said while listening, and no alarm."""
    for one in of("weak"):
        alarmed = one.after.told is Urgency.EMERGENCY_NOW
        assert not alarmed or one.before.misses == 2 or one.turn == Answered(Answer.UNSURE), str(one)


def test_a_denial_of_one_thing_says_nothing_of_another() -> None:
    """No yes and no doubt comes of it, whatever waits; but a foot that is not warm is a doubt about a cold foot."""
    for one in of("denials"):
        if one.before.waiting == "foot" and "warm" in one.said:
            continue
        before = one.before.answers
        new = {q for q, given in one.after.given if given is not Answer.NO and before.get(q) is not given}
        assert not new, str(one)
        assert one.before.doubted or not one.after.doubted, str(one)


def test_a_question_of_their_own_ends_nothing() -> None:
    """Will it go away? So I'm fine then? They are answered, in mid-check and after the result."""
    own = [one for one in came() if one.said in GROUPS["topics"] and one.before.told is not Urgency.EMERGENCY_NOW]

    for one in own:
        assert one.is_open or one.before.misses == 2, str(one)
        assert one.after.told is one.before.told or not one.before.started or one.before.misses == 2, str(one)


Person = Callable[[str], Answer]
NO_SIGNS = (*RED_FLAGS, "unwell", "now", "sure", "offer")
# What waits -> what the person says to it, always the same.
PEOPLE: dict[str, Person] = {
    "no to everything": lambda _: Answer.NO,
    "not sure of anything": lambda _: Answer.UNSURE,
    "yes to everything": lambda _: Answer.YES,
    "signs but no danger": lambda waits: Answer.NO if waits in NO_SIGNS else Answer.YES,
}


def waits(state: State) -> str:
    """Name what waits, also after a result."""
    return "alarm" if state.told is Urgency.EMERGENCY_NOW else state.waiting or "offer"


@pytest.mark.parametrize("person", PEOPLE.values(), ids=list(PEOPLE))
def test_whoever_answers_plainly_after_any_sentence_comes_to_an_end(person: Person) -> None:
    """No loop without progress: whatever was said once, plain answers end the check within forty turns."""

    @cache
    def turns_to_the_end(state: State, left: int = MOST) -> int:
        after, reply = step(state, Answered(person(waits(state))))
        if reply.ask is None or left == 0:
            return 1
        return 1 + turns_to_the_end(after, left - 1)

    for start in {one.after: one for one in came() if one.is_open}:
        assert turns_to_the_end(start) <= MOST, start


@pytest.mark.parametrize(("words", "answer"), [("yes", Answer.YES), ("no", Answer.NO), ("not sure", Answer.UNSURE)])
def test_a_plain_answer_is_heard_as_one_whatever_waits(words: str, answer: Answer) -> None:
    """What a person says who cooperates."""
    for pending in {asked_of(one.before) for one in came() if one.before.started}:
        assert hearing().hear(words, pending).turn == Answered(answer), pending
