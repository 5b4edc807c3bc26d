"""Every intent in every reachable state gives a valid response: the promise of the whole skill."""

from functools import cache
from typing import get_args
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from skill.alexa import session
from skill.alexa.routes import ROUTES, turn_for
from skill.alexa.service import Service
from skill.dialogue.conversation import step
from skill.dialogue.state import State
from skill.dialogue.turns import Turn
from skill.rules.questions import ASKED, Answer
from skill.rules.triage import Urgency
from skill.words.library import load
from skill.words.speech import LONGEST, Voice
from skill.words.texts import LOCALES
from skill.workbench.check.moments import moments
from skill.workbench.check.states import states
from skill.workbench.envelopes import Session

ALLOWED_TAGS = {"speak", "break", "say-as", "prosody", "emphasis"}
STATES = list(states(load("en-US"), every=True))
# One of each kind: what waits, what was denied or doubted, and each form of a result.
KINDS = list(states(load("en-US")))


@pytest.mark.parametrize("intent", [*ROUTES, "UnknownRequest"])
def test_every_intent_is_answered_validly_in_every_kind_of_state(intent: str) -> None:
    """Well-formed SSML of allowed tags, under 8,000 characters, something said, a reprompt if and only if open."""
    voice = Voice(load("en-IN"))
    turn = turn_for(intent)

    came = {step(state, turn) for state in KINDS}

    for reply in {reply for _, reply in came}:
        spoken = voice.speak(reply)
        root = ElementTree.fromstring(spoken.ssml)
        assert {element.tag for element in root.iter()} <= ALLOWED_TAGS
        assert len(spoken.ssml) < LONGEST
        assert "".join(root.itertext()).strip()
        assert (spoken.reprompt is None) == (reply.ask is None)
    assert all(comes_back(after) for after, reply in came if reply.ask is not None)


@cache
def comes_back(state: State) -> bool:
    """Tell whether what goes into the session comes back as the same state. Intents leave many states alike."""
    return session.read(session.write(state, is_open=True)) == replace(state, tips=(), reminds=False)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_intent_is_answered_through_alexas_envelopes(locale: str, service: Service) -> None:
    """The same through real envelopes, at the first question, in mid-check and after a result."""
    for state in (STATES[0], *[s for s in STATES if s.told is None][1:60:7], *[s for s in STATES if s.told][:40:5]):
        for intent in ROUTES:
            device = Session(locale, attributes=session.write(state, is_open=True), is_new=not state.started)
            response = service.answer(device.intent(intent))["response"]
            assert response["outputSpeech"]["ssml"].startswith("<speak>")
            assert response["shouldEndSession"] in (True, False)
            assert ("reprompt" in response) == (response["shouldEndSession"] is False)


def test_no_state_takes_a_miss_for_a_no() -> None:
    """Rule 4: a miss never records a no."""
    for state in STATES:
        after, _ = step(state, turn_for("AMAZON.FallbackIntent"))
        assert sum(a is Answer.NO for _, a in after.given) <= sum(a is Answer.NO for _, a in state.given)


def test_help_names_the_emergency_number_in_every_state() -> None:
    """A frightened "help" is the help intent: it must lead to a phone."""
    voice = Voice(load("en-GB"))

    for reply in {step(state, turn_for("AMAZON.HelpIntent"))[1] for state in STATES}:
        assert "999" in voice.speak(reply).ssml


def test_every_kind_of_turn_and_of_waiting_is_a_moment() -> None:
    """What `skill check` hears of: no turn that is new, and nothing that can wait, is forgotten."""
    tried = list(moments(load("en-US"), every=True))

    assert {type(turn) for _, turn in tried} == set(get_args(Turn))
    waiting = {state.waiting for state, _ in tried}
    assert {None, "now", "sure", *ASKED} == waiting
    assert any(state.parts for state, _ in tried)
    assert any(state.told is Urgency.EMERGENCY_NOW for state, _ in tried)
