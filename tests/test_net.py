"""Bad input: a clear error for a developer, a safe reply for a person, never silence."""

import json
import sys
from typing import Any
from xml.etree import ElementTree

import pytest

from skill.alexa.handler import Skill
from skill.alexa.service import LAST_WORDS, Service
from skill.words import texts as content_module
from skill.words.library import load
from skill.words.texts import ELSEWHERE, LOCALES
from skill.workbench.envelopes import Session
from skill.workbench.talk import spoken_text

from .conftest import Device

JUNK: list[Any] = [
    None,
    "",
    "text",
    7,
    [],
    {},
    {"junk": 1},
    {"request": None},
    {"request": {"type": 7}},
    {"session": []},
]


@pytest.mark.parametrize("event", JUNK, ids=repr)
def test_junk_gets_a_calm_sentence_with_the_emergency_number(event: Any, service: Service) -> None:
    """Whatever arrives, somebody hears where to call."""
    response = service.answer(event)

    assert "911" in json.dumps(response)
    assert response["response"]["shouldEndSession"] is True


def test_an_unknown_request_type_in_mid_check_keeps_the_check(device: Device) -> None:
    """A new kind of request is answered with the number and the question that waits."""
    device.launch().say("no")
    request = device.session.launch()
    request["request"]["type"] = "Some.New.Request"
    device.send(request)

    assert "911" in device.said
    assert device.attributes["asking"] == "collapse"
    assert device.is_open


def test_only_an_intent_request_is_read_as_an_intent(device: Device) -> None:
    """A touch that carries an intent of its own is no answer."""
    device.launch()
    request = device.session.intent("AMAZON.NoIntent")
    request["request"]["type"] = "Alexa.Presentation.APL.UserEvent"
    device.send(request)

    assert device.attributes["asking"] == "breathing"


@pytest.mark.parametrize(
    "context",
    [
        {},
        None,
        {"Viewport": {"mode": "HOLOGRAM", "shape": "CUBE"}, "System": {"device": None}},
        {"Viewports": [{"type": "NEW"}], "System": {"application": {"applicationId": 7}}},
        {"System": {"user": {"permissions": {"scopes": {"x": {"status": "PERHAPS"}}}}}},
    ],
)
def test_a_newer_device_is_understood(context: Any, device: Device) -> None:
    """Unknown enums and missing parts, which the SDK raises on, change nothing for the person."""
    device.launch()
    request = device.session.intent("AMAZON.YesIntent")
    request["context"] = context
    device.send(request)

    assert device.attributes["urgency"] == "emergency_now"


def test_a_foreign_skill_hears_nothing() -> None:
    """Another skill's id is refused in every place it can stand."""
    ours = Service("amzn1.ask.skill.ours")
    foreign = Session(skill_id="amzn1.ask.skill.foreign").launch()
    without_context = {**foreign, "context": {}}
    half = {**foreign, "context": Session(skill_id="amzn1.ask.skill.ours").launch()["context"]}

    for request in (foreign, without_context, half):
        assert ours.answer(request) == {"version": "1.0", "response": {"shouldEndSession": True}}


def test_our_own_skill_is_served() -> None:
    """The id that is configured passes."""
    response = Service("amzn1.ask.skill.ours").answer(Session(skill_id="amzn1.ask.skill.ours").launch())

    assert response["response"]["shouldEndSession"] is False


def test_a_megabyte_of_speech_is_answered(device: Device) -> None:
    """Words of any size are answered, and the question waits."""
    device.launch()
    device.send(device.session.words("a" * 1_000_000))

    assert device.attributes["asking"] == "breathing"
    assert len(json.dumps(device.response)) < 8000


@pytest.mark.parametrize(
    "attributes",
    [
        None,
        [],
        "answers",
        {"answers": "yes"},
        {"answers": [["breathing", "purple"], ["nonsense", "no"], "no", 7, [None, None], ["foot"]]},
        {"answers": {"breathing": "no"}, "asking": 7, "misses": "many", "doubted": "yes"},
        {"urgency": "self_care", "started": True},
        {"answers": [["breathing", ["no"]]], "urgency": ["self_care"], "misses": -3, "reminders": 10**30},
    ],
    ids=repr,
)
def test_tampered_attributes_never_become_answers(attributes: Any, service: Service) -> None:
    """What is odd is asked again; a result is believed only when the answers come to it."""
    device = Device(service)
    device.session.attributes, device.session.is_new = attributes, False
    device.say("AMAZON.HelpIntent")

    assert device.attributes["asking"] == "breathing"
    assert device.is_open


def test_an_answer_to_another_question_than_the_state_waits_for_is_not_taken(service: Service) -> None:
    """As when the questions change while a session is open: what the person heard was another question."""
    device = Device(service).launch()
    device.session.attributes["asking"] = "warmth"
    device.say("no")

    assert "answers" not in device.attributes
    assert device.attributes["asking"] == "breathing"


def test_a_misheard_name_in_a_correction_changes_nothing(service: Service) -> None:
    """Change the purple elephant to no: not the last answer."""
    device = Device(service).launch().say("no").say("no").say("no").say("yes")
    device.send(device.session.words("change the purple elephant to no"))

    assert dict(device.attributes["answers"])["swelling"] == "yes"
    assert device.attributes["asking"] == "warmth"


@pytest.mark.parametrize("locale", LOCALES)
def test_a_failure_names_the_emergency_number_of_the_country(locale: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The skill broke, the content did not: the sentence is the locale's own, and the session is over."""
    service = Service()
    monkeypatch.setattr(Skill, "invoke", lambda *_: 1 / 0)
    response = service.answer(Session(locale).launch())

    assert load(locale).place.emergency_number in spoken_text(response)
    assert spoken_text(response) != LAST_WORDS
    assert response["response"]["shouldEndSession"] is True


def test_a_failure_is_a_legal_answer(service: Service) -> None:
    """With nothing in it but the sentence and the end of the session."""
    response = service.answer({"request": {"locale": "en-GB"}})
    speech = response["response"]["outputSpeech"]

    assert response.keys() == {"version", "response"}
    assert response["version"] == "1.0"
    assert response["response"].keys() == {"outputSpeech", "shouldEndSession"}
    assert speech.keys() == {"type", "ssml"}
    assert speech["type"] == "SSML"
    assert ElementTree.fromstring(speech["ssml"]).tag == "speak"


def deep(levels: int = 100_000) -> Any:
    """Make a list in a list in a list, deeper than Python follows."""
    value: list[Any] = []
    for _ in range(levels):
        value = [value]
    return value


# What Python gives up on: it raises RecursionError for the first, and ValueError for the second.
TOO_MUCH = {"too deep": deep(), "a number too long": 10**5000}
PLACES: dict[str, tuple[str, ...]] = {
    "session attributes": ("session", "attributes", "answers"),
    "the skill id of the session": ("session", "application", "applicationId"),
    "the skill id of the context": ("context", "System", "application", "applicationId"),
    "the intent": ("request", "intent"),
    "the type": ("request", "type"),
}


def with_value(event: dict[str, Any], path: tuple[str, ...], value: Any) -> dict[str, Any]:
    """Put a value into a request."""
    *way, last = path
    at = event
    for key in way:
        at = at.setdefault(key, {})
    at[last] = value
    return event


@pytest.mark.parametrize("value", TOO_MUCH.values(), ids=list(TOO_MUCH))
@pytest.mark.parametrize("place", PLACES.values(), ids=list(PLACES))
def test_an_envelope_that_python_gives_up_on_is_answered(place: tuple[str, ...], value: Any) -> None:
    """Wherever it stands, the skill id too: a sentence is heard."""
    session = Session("en-GB", "amzn1.ask.skill.ours")
    event = with_value(session.intent("AMAZON.HelpIntent"), place, value)
    response = Service("amzn1.ask.skill.ours", measure=True).answer(event)

    assert "999" in spoken_text(response)


def test_a_fault_in_the_check_of_the_skill_id_is_a_calm_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever it is, it lies inside the net."""
    monkeypatch.setattr("skill.alexa.envelope.application_ids", lambda _: 1 / 0)
    response = Service("amzn1.ask.skill.ours").answer(Session("en-GB").launch())

    assert "999" in spoken_text(response)


def test_a_failure_while_speaking_still_names_the_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even if the content cannot be read at all."""
    service = Service()
    monkeypatch.setattr("skill.words.library.load", lambda _: 1 / 0)

    assert spoken_text(service.answer(Session("en-GB").launch())) == LAST_WORDS


def test_the_last_words_name_the_number_of_every_place() -> None:
    """The one sentence outside the YAML store agrees with it."""
    for locale in LOCALES:
        first = load(locale).place.emergency_number.split()[0]
        assert first in LAST_WORDS


@pytest.mark.parametrize("locale", ["de-DE", "en-NZ", "xx", ""])
def test_a_locale_that_is_not_ours_hears_no_wrong_number(locale: str, service: Service) -> None:
    """A device in another country is told to call its local number."""
    device = Device(service, locale).launch().say("yes")

    assert load(ELSEWHERE).place.emergency_number in device.said
    assert not any(character.isdigit() for character in device.said)


def test_two_interleaved_sessions_never_affect_each_other(service: Service) -> None:
    """One service, two people, turn by turn."""
    ill, well = Device(service).launch(), Device(service).launch()
    for answer in ("no", "no", "no", "yes", "no", "no", "no", "no"):
        ill.say(answer)
        well.say("no")

    assert ill.attributes["urgency"] == "same_day"
    assert well.attributes.get("urgency") is None
    assert dict(well.attributes["answers"])["swelling"] == "no"


def test_an_unknown_locale_is_a_clear_error_in_the_store() -> None:
    """A developer is told which locales there are."""
    from skill.words.store import ContentError, read

    with pytest.raises(ContentError, match=r"xx-XX: is not a locale of this skill - use one of en-US"):
        read(content_module.CONTENT, "xx-XX")


def test_a_request_without_a_session_is_answered(service: Service) -> None:
    """Somebody is waiting, so it is never silence."""
    request = Session("en-GB").intent("EmergencyIntent")
    del request["session"]

    assert "999" in spoken_text(service.answer(request))


@pytest.mark.parametrize("words", ["both", "i meant yes", "yes it is", "my breathing is fine"])
def test_no_kind_of_answer_is_taken_for_another_question(words: str, service: Service) -> None:
    """Both, a denied part, and a correction of what was just heard, are answers too."""
    device = Device(service).launch()
    device.session.attributes["asking"] = "warmth"
    device.send(device.session.words(words))

    assert "answers" not in device.attributes
    assert "urgency" not in device.attributes


def test_a_request_that_names_no_skill_is_answered() -> None:
    """Somebody may be waiting; nothing says that it is foreign."""
    request = Session("en-GB").launch()
    del request["context"], request["session"]["application"]

    assert "Leg Check" in spoken_text(Service("amzn1.ask.skill.ours").answer(request))


@pytest.mark.parametrize(
    "event",
    [
        {"request": {"type": "LaunchRequest", "locale": 7}},
        {"request": {"type": "IntentRequest", "intent": {"name": 7}}},
    ],
)
def test_values_of_another_kind_are_answered(event: Any, service: Service) -> None:
    """A locale or an intent name that is no text."""
    assert spoken_text(service.answer(event))


def test_a_failure_without_a_readable_locale_names_the_number_of_every_place(service: Service) -> None:
    """Nobody knows where the person is."""
    for locale in (None, 7, ["en-GB"]):
        assert spoken_text(service.answer({"request": {"locale": locale}})) == LAST_WORDS


def test_a_refusal_and_a_failure_are_one_log_line_each(capfd: pytest.CaptureFixture[str]) -> None:
    """The class of the error is logged, a foreign id and a made-up locale are not."""
    service = Service("amzn1.ask.skill.ours", measure=True)
    service.answer(Session(skill_id="amzn1.ask.skill.foreign").launch())
    service.answer({"request": {"locale": "canary"}})

    refused, failed = (json.loads(line) for line in capfd.readouterr().err.splitlines())
    assert refused == {"event": "refused"}
    assert (failed["event"], failed["error"], failed["locale"]) == ("failed", "ValueError", ELSEWHERE)
    assert failed["request_type"] == "other"


@pytest.mark.parametrize("value", [None, 7, True, [], {}, "", " ", "\x00", "\ud800", "(((", "<&>", "&amp;", "🦵"])
def test_words_of_any_kind_are_answered_and_the_question_waits(value: Any, device: Device) -> None:
    """What is no text, no word or no utterance is no answer, and no failure either."""
    device.launch()
    request = device.session.words("")
    request["request"]["intent"]["slots"]["words"]["value"] = value
    device.send(request)

    assert device.attributes["asking"] == "breathing"
    assert device.attributes["misses"] == 1


@pytest.mark.parametrize("slots", [None, [], "words", {"words": None}, {"words": []}, {"Words": {"value": "yes"}}, {}])
def test_words_that_are_missing_are_a_miss(slots: Any, device: Device) -> None:
    """Never an answer, and never silence."""
    device.launch()
    request = device.session.words("")
    request["request"]["intent"]["slots"] = slots
    device.send(request)

    assert device.attributes["asking"] == "breathing"
    assert device.attributes["misses"] == 1


def test_words_in_another_intent_are_not_read(device: Device) -> None:
    """Alexa decided what it was; no model of ours has a slot there."""
    device.launch()
    request = device.session.intent("AMAZON.NoIntent", {"words": {"name": "words", "value": "yes"}})
    device.send(request)

    assert device.attributes["answers"] == [["breathing", "no"]]


class BrokenLog:
    """A standard error that cannot be written."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def write(self, _: str) -> int:
        """Fail."""
        raise self._error


BROKEN = [OSError(28, "No space left on device"), BrokenPipeError(), ValueError("I/O operation on closed file"), None]


@pytest.mark.parametrize("error", BROKEN, ids=repr)
def test_a_log_that_cannot_be_written_costs_no_answer(error: Exception | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """An emergency, a foreign skill and a failure are answered as ever, when the disk is full or nobody reads."""
    foreign, junk = Session("en-GB", "amzn1.ask.skill.foreign").launch(), {"request": {"locale": "en-GB"}}
    cry = Session("en-GB", "amzn1.ask.skill.ours").intent("EmergencyIntent")
    expected = [Service("amzn1.ask.skill.ours").answer(event) for event in (cry, foreign, junk)]
    monkeypatch.setattr(sys, "stderr", None if error is None else BrokenLog(error))
    service = Service("amzn1.ask.skill.ours", measure=True)

    assert [service.answer(event) for event in (cry, foreign, junk)] == expected


def test_a_fault_in_logging_costs_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be noted is answered all the same."""
    monkeypatch.setattr("skill.alexa.envelope.known_type", lambda _: 1 / 0)

    assert "911" in spoken_text(Service(measure=True).answer(Session().intent("EmergencyIntent")))
