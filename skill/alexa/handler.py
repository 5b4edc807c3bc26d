"""The ASK edge: a plain request envelope -> Turn, Reply -> a response. One skill object serves every request."""

import json
from typing import TYPE_CHECKING, Any

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.response_helper import ResponseFactory
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_model import IntentRequest, RequestEnvelope, Response
from msgspec.structs import replace

from skill.alexa import log, session
from skill.alexa.access import Access
from skill.alexa.envelope import TOUCHED
from skill.alexa.routes import TELL, WORDS, turn_for
from skill.dialogue.asking import Step
from skill.dialogue.conversation import step
from skill.dialogue.errand import AskPermission, Errand
from skill.dialogue.reply import Card, Reply
from skill.dialogue.state import State
from skill.dialogue.turns import Launched, Refused, Turn
from skill.hearing.hear import OFFER, Asked
from skill.words.library import Library
from skill.words.speech import Voice
from skill.words.texts import Content

if TYPE_CHECKING:
    from skill.alexa.screens.directive import Projector


class TurnHandler(AbstractRequestHandler):  # type: ignore[misc]  # the SDK's base class is untyped
    """Handles every request: what differs between them is in the routing table and the conversation."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._projector: Projector | None = None

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
            state, reply = _done(state, reply, reply.errand, access, content)
        attributes.session_attributes = session.write(state, is_open=reply.ask is not None)
        voice = Voice(content, state.for_other)
        spoken = voice.speak(reply)
        builder = handler_input.response_builder
        if reply.say or reply.ask:  # while Alexa asks for a permission nothing else is said
            builder.speak(spoken.ssml)
        if spoken.reprompt is not None:
            builder.ask(spoken.reprompt)
        if reply.card is not None:
            _send(builder, reply.card, voice)
        if _asks_permission(builder, reply.errand):
            return builder.response
        if has_screen(handler_input.request_envelope):
            self._show(builder, reply, state, voice)
        return builder.set_should_end_session(spoken.reprompt is None).response

    def _show(self, builder: Any, reply: Reply, state: State, voice: Voice) -> None:
        """Put a screen beside what is said. What fails here costs the screen, and nobody their answer."""
        try:
            from skill.alexa.screens.directive import Projector  # only where there is a screen

            self._projector = self._projector or Projector()
            builder.add_directive(self._projector.directive(reply, state, voice))
        except Exception as error:
            log.record("no_screen", error=type(error).__name__)


def _done(state: State, reply: Reply, errand: Errand, access: Access, content: Content) -> Step:
    """Have an errand done. What fails here costs the reminder, and nobody their advice."""
    try:
        from skill.alexa.reminders.errands import run  # nothing of it is loaded for any other turn

        return run(state, reply, access, content)
    except Exception as error:
        log.record("no_reminder", error=type(error).__name__)
        return step(state, Refused(errand, "down"))


def _send(builder: ResponseFactory, card: Card, voice: Voice) -> None:
    """Put a card beside what is said. What fails here costs the card."""
    try:
        from ask_sdk_model.ui import SimpleCard  # the first turn sends none, so it is no part of a cold start

        from skill.words.cards import shown

        seen = shown(card, voice)
        builder.set_card(SimpleCard(seen.title, seen.text))
    except Exception as error:
        log.record("no_card", error=type(error).__name__)


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


def has_screen(request: RequestEnvelope) -> bool:
    """Tell whether the device has a screen that draws APL."""
    return request.context.system.device.supported_interfaces.alexa_presentation_apl is not None


def _asks_permission(builder: ResponseFactory, errand: Errand | None) -> bool:
    """Put the question for a permission into a response. Tells whether the session goes on with its answer."""
    if not isinstance(errand, AskPermission):
        return False
    from skill.alexa.reminders.permission import ask

    ask(builder, errand)
    return errand.way != "card"


def turn_of(request: Any, before: State, library: Library) -> Turn:
    """Read what the person did from an SDK request: a touch, an unmistakable intent, or words to be understood."""
    if request.object_type == TOUCHED:
        from skill.alexa.screens.touch import turn_of_touch  # only where there is a screen

        return turn_of_touch(request.arguments, before)
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
    return Asked(state.waiting or OFFER, state.for_other, state.waiting is None and state.planned is not None)
