"""The ASK edge: a plain request envelope -> Turn, Reply -> a response. One skill object serves every request."""

import json
from dataclasses import replace
from typing import Any

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.response_helper import ResponseFactory
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_model import IntentRequest, RequestEnvelope, Response
from ask_sdk_model.ui import SimpleCard

from skill.alexa import session
from skill.alexa.access import Access
from skill.alexa.routes import TELL, WORDS, turn_for
from skill.dialogue.conversation import step
from skill.dialogue.errand import AskPermission, Errand
from skill.dialogue.state import State
from skill.dialogue.turns import Launched, Turn
from skill.hearing.hear import OFFER, Asked
from skill.words.library import Library
from skill.words.speech import Voice


class TurnHandler(AbstractRequestHandler):  # type: ignore[misc]  # the SDK's base class is untyped
    """Handles every request: what differs between them is in the routing table and the conversation."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def can_handle(self, handler_input: HandlerInput) -> bool:  # noqa: ARG002  # the SDK calls it by this name
        """Take everything; skill/alexa/envelope.py lets only launches and intents through."""
        return True

    def handle(self, handler_input: HandlerInput) -> Response:
        """Take one turn of the conversation and put what is to be said into a response."""
        request, attributes = handler_input.request_envelope.request, handler_input.attributes_manager
        content = self._library.for_locale(request.locale)
        access: Access | None = handler_input.context  # not Lambda's context, which nothing here needs
        before = session.read(attributes.session_attributes)
        before = replace(before, tips=content.tips, reminds=access is not None)
        turn = turn_of(request, before, self._library)
        state, reply = step(before, turn, session.heard_question(attributes.session_attributes))
        if reply.errand is not None and access is not None:
            from skill.alexa.reminders.errands import run  # nothing of it is loaded for any other turn

            state, reply = run(state, reply, access, content)
        attributes.session_attributes = session.write(state, is_open=reply.ask is not None)
        spoken = Voice(content, state.for_other).speak(reply)
        builder = handler_input.response_builder
        if reply.say or reply.ask:  # while Alexa asks for a permission nothing else is said
            builder.speak(spoken.ssml)
        if spoken.reprompt is not None:
            builder.ask(spoken.reprompt)
        if spoken.card is not None:
            builder.set_card(SimpleCard(spoken.card.title, spoken.card.text))
        if _asks_permission(builder, reply.errand):
            return builder.response
        return builder.set_should_end_session(spoken.reprompt is None).response


class Skill:
    """The skill, built once: an envelope in, a response envelope out, both as JSON values."""

    def __init__(self, library: Library) -> None:
        builder = SkillBuilder()
        builder.add_request_handler(TurnHandler(library))
        self._skill = builder.create()
        self._serializer = DefaultSerializer()

    def invoke(self, envelope: dict[str, Any], access: Access | None = None) -> dict[str, Any]:
        """Answer a plain envelope (skill/alexa/envelope.py). Raises whatever the SDK or a handler raises.

        access: the way to Alexa's services that the request opens; none where nothing is to be asked of them.
        """
        request = self._serializer.deserialize(json.dumps(envelope), RequestEnvelope)
        response: dict[str, Any] = self._serializer.serialize(self._skill.invoke(request, access))
        return response


def _asks_permission(builder: ResponseFactory, errand: Errand | None) -> bool:
    """Put the question for a permission into a response. Tells whether the session goes on with its answer."""
    if not isinstance(errand, AskPermission):
        return False
    from skill.alexa.reminders.permission import ask

    ask(builder, errand)
    return errand.way != "card"


def turn_of(request: Any, before: State, library: Library) -> Turn:
    """Read what the person did from an SDK request: an intent that is unmistakable, or words to be understood."""
    if not isinstance(request, IntentRequest):
        return Launched()
    words = (request.intent.slots or {}).get(WORDS)
    if request.intent.name != TELL or words is None:
        return turn_for(request.intent.name)
    return library.hearing().hear(words.value or "", asked_of(before)).turn


def asked_of(state: State) -> Asked:
    """Tell the hearing what waits."""
    if not state.started and not state.reminders and not state.browsing:
        return Asked(for_other=state.for_other)
    return Asked(state.waiting or OFFER, state.for_other)
