"""One request in, one legal response out, whatever happens: the skill-id check and the last net."""

import contextlib
import time
from typing import Any

from skill.alexa import envelope, events, log
from skill.alexa.access import access
from skill.alexa.consent import consent
from skill.alexa.handler import Skill
from skill.words.library import Library, supported
from skill.words.manner import ssml
from skill.words.speech import Voice

# Said when even the content cannot be read: the only sentence outside the YAML store. tests/test_net.py holds its
# numbers against places.yaml.
LAST_WORDS = (
    "Sorry, something went wrong. In an emergency, call your local emergency number, such as 911, 999, 000 or 112."
)
# What a person says first, in the locale that most people say it in. The rest of an envelope makes no difference.
WARM_UP: tuple[dict[str, Any], ...] = (
    {"type": "LaunchRequest", "locale": "en-US"},
    {"type": "IntentRequest", "locale": "en-US", "intent": {"name": "AMAZON.NoIntent", "slots": {}}},
)
Json = dict[str, Any]


class Service:
    """The skill behind its safety net."""

    def __init__(self, skill_id: str | None = None, measure: bool = False, library: Library | None = None) -> None:
        """skill_id: the one skill that is served; None or empty serves any, as on a developer's machine.

        measure: log every answer, and not only what is refused or fails. library: one that is read already.
        """
        self._skill_id = skill_id
        self._measure = measure
        self._cold = True
        self._library = library or Library()
        self._skill = Skill(self._library)

    def answer(self, event: Any) -> Json:
        """Answer any event.

        event: an Alexa request envelope, or anything else. Never raises: a foreign skill hears nothing, the end of a
        session gets an empty answer, and every failure is a calm sentence with the emergency number.
        """
        begun = time.perf_counter()
        response, kind, error = self._answered(event)
        with contextlib.suppress(Exception):  # what cannot be logged is answered all the same
            self._note(event, kind, error, time.perf_counter() - begun)
        return response

    def _answered(self, event: Any) -> tuple[Json, log.Event, str | None]:
        """Give the answer, what it was, and the class of what went wrong if anything did."""
        try:
            if self._skill_id and set(envelope.application_ids(event)) - {self._skill_id}:
                return {"version": "1.0", "response": {"shouldEndSession": True}}, "refused", None
            if events.is_silent(event):
                return events.unspoken(event), "undelivered" if events.undelivered(event) else "answered", None
            return self._skill.invoke(envelope.plain(event, consent(event)), access(event)), "answered", None
        except Exception as error:  # the last net: whatever it is, the person hears the emergency number
            return self._failed(event), "failed", type(error).__name__

    def _note(self, event: Any, kind: log.Event, error: str | None, seconds: float) -> None:
        """Log what is to be logged of an answer."""
        if kind == "refused":
            log.record(kind)
            return
        cold, self._cold = self._cold, False
        if kind == "answered" and not self._measure:
            return
        log.record(
            kind,
            error=error,
            reason=events.undelivered(event),
            request_type=envelope.known_type(event),
            locale=supported(envelope.locale(event)),
            duration=round(seconds * 1000, 2),
            cold=cold,
        )

    def warm_up(self) -> None:
        """Answer sample requests and throw the answers away, so that nobody's first turn waits for imports and content.

        Never raises and never logs: what goes wrong here goes wrong in a request too, where the net catches it.
        """
        with contextlib.suppress(Exception):
            for request in WARM_UP:
                self._skill.invoke(envelope.plain({"session": {}, "request": request}))

    def _failed(self, event: Any) -> Json:
        if events.is_silent(event):
            return {"version": "1.0", "response": {}}
        speech = {"type": "SSML", "ssml": f"<speak>{ssml(self._failure_words(envelope.locale(event)))}</speak>"}
        return {"version": "1.0", "response": {"outputSpeech": speech, "shouldEndSession": True}}

    def _failure_words(self, locale: str | None) -> str:
        if locale is None:
            return LAST_WORDS
        try:
            content = self._library.for_locale(locale)
            return Voice(content).fill(content.prompts.failure)
        except Exception:  # the content itself may be what failed
            return LAST_WORDS
