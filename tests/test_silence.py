"""Alexa's own events: no word answers them, nothing is forgotten over them, and what they tell is counted."""

import json
from typing import Any

import pytest

from skill.alexa.service import Service
from skill.workbench.envelopes import Session

from .conftest import Device

SILENT = [
    "SessionEndedRequest",
    "System.ExceptionEncountered",
    "CanFulfillIntentRequest",
    "AudioPlayer.PlaybackStarted",
    "AudioPlayer.PlaybackFailed",
    "PlaybackController.NextCommandIssued",
    "PlaybackController.PlayCommandIssued",
    "AplRuntimeError",
    "Alexa.Presentation.APL.RuntimeError",
    "Alexa.Presentation.HTML.RuntimeError",
    "AlexaSkillEvent.SkillEnabled",
    "AlexaSkillEvent.Unheard",
    "AlexaHouseholdListEvent.ItemsCreated",
    "Messaging.MessageReceived",
    "Reminders.ReminderCreated",
    "Alexa.Advertisement.AdCompleted",
    "Alexa.Authorization.Grant",
    "Alexa.DataStore.Error",
]
# Whoever did these waits for an answer.
SPOKEN = ["Alexa.Presentation.APL.UserEvent", "Connections.Response", "SessionResumedRequest", "Some.New.Request"]


def event(kind: str, **request: Any) -> dict[str, Any]:
    """Make a request of any type, in a session in mid-check."""
    made = Session(attributes={"answers": [["breathing", "no"]], "asking": "collapse"}, is_new=False).launch()
    made["request"] = {**made["request"], "type": kind, **request}
    return made


def without_session(made: dict[str, Any]) -> dict[str, Any]:
    """Take the session out, as such events come."""
    return {name: value for name, value in made.items() if name != "session"}


@pytest.mark.parametrize("kind", SILENT)
def test_no_word_answers_an_event(kind: str, service: Service) -> None:
    """Alexa takes nothing but silence there, with a session and without."""
    for request in (event(kind), without_session(event(kind))):
        response = service.answer(request)
        assert response["version"] == "1.0"
        assert response["response"].keys() <= {"canFulfillIntent"}


@pytest.mark.parametrize("kind", SPOKEN)
def test_a_person_who_waits_is_answered(kind: str, device: Device) -> None:
    """A touch, a purchase, a return from elsewhere: the question is asked again."""
    device.send(event(kind))

    assert device.is_open
    assert device.attributes["asking"] == "collapse"


def test_whether_the_skill_can_be_entered_unnamed_is_answered_no(service: Service) -> None:
    """In the one form that this question takes, and with nothing else."""
    request = event("CanFulfillIntentRequest", intent={"name": "TellIntent", "slots": {}})

    assert service.answer(request) == {"version": "1.0", "response": {"canFulfillIntent": {"canFulfill": "NO"}}}


def test_an_event_in_mid_check_takes_no_answer_away(service: Service) -> None:
    """Alexa forgets what a response leaves out; a screen that failed must not cost the answers."""
    request = event("Alexa.Presentation.APL.RuntimeError")

    assert service.answer(request)["sessionAttributes"] == request["session"]["attributes"]


def test_after_the_end_nothing_is_kept(service: Service) -> None:
    """The session is over."""
    assert service.answer(event("SessionEndedRequest")) == {"version": "1.0", "response": {}}


ODD: list[Any] = [None, [], "answers", 7, {}, {"answers": 10**5000}]


@pytest.mark.parametrize("attributes", ODD, ids=["none", "list", "text", "number", "empty", "too much"])
def test_odd_attributes_are_answered_in_silence_too(attributes: Any, service: Service) -> None:
    """What cannot be given back is left out; even a failure stays silent here."""
    request = event("Alexa.Presentation.APL.RuntimeError")
    request["session"]["attributes"] = attributes

    assert service.answer(request) == {"version": "1.0", "response": {}}


def test_an_unknown_event_outside_a_session_is_answered_in_silence(service: Service) -> None:
    """Nobody is listening; speech may be illegal there."""
    assert service.answer({"request": {"type": "Some.New.Event"}}) == {"version": "1.0", "response": {}}


def ended(error: Any = None, reason: Any = "ERROR") -> dict[str, Any]:
    """Make the end of a session by an error."""
    return event("SessionEndedRequest", reason=reason, **({} if error is None else {"error": error}))


def logged(request: dict[str, Any], capfd: pytest.CaptureFixture[str], measure: bool = False) -> list[dict[str, Any]]:
    """Answer a request, and give what was logged."""
    Service(measure=measure).answer(request)
    return [json.loads(line) for line in capfd.readouterr().err.splitlines()]


FATES = {
    "INVALID_RESPONSE": "invalid_response",
    "DEVICE_COMMUNICATION_ERROR": "device_communication_error",
    "INTERNAL_SERVICE_ERROR": "internal_service_error",
    "ENDPOINT_TIMEOUT": "endpoint_timeout",
    "canary-type": "other",
}


@pytest.mark.parametrize(("error", "reason"), FATES.items())
def test_an_answer_that_did_not_arrive_is_logged_by_alexas_reason(
    error: str, reason: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """By a name of a closed list; the message, which may quote anything, never is."""
    told = {"type": error, "message": "canary-message"}
    for request in (ended(told), event("System.ExceptionEncountered", error=told, cause={"requestId": "canary-id"})):
        [line] = logged(request, capfd)
        assert (line["event"], line["reason"]) == ("undelivered", reason)
        assert line["request_type"] == request["request"]["type"]
        assert "canary" not in json.dumps(line)


@pytest.mark.parametrize("error", [None, [], 7, "canary", {}, {"type": None}, {"type": ["canary"]}], ids=repr)
def test_an_error_of_any_shape_is_counted(error: Any, capfd: pytest.CaptureFixture[str]) -> None:
    """Whatever Alexa says of it, something did not arrive."""
    [line] = logged(ended(error), capfd)

    assert (line["event"], line["reason"]) == ("undelivered", "other")


def test_an_error_counts_whatever_reason_stands_beside_it(capfd: pytest.CaptureFixture[str]) -> None:
    """An end that names an error is one."""
    [line] = logged(ended({"type": "INVALID_RESPONSE"}, reason="SOMETHING_NEW"), capfd)

    assert line["reason"] == "invalid_response"


@pytest.mark.parametrize("reason", ["USER_INITIATED", "EXCEEDED_MAX_REPROMPTS", "SOMETHING_NEW", None, 7])
def test_an_ordinary_end_is_no_failure(reason: Any, capfd: pytest.CaptureFixture[str]) -> None:
    """People leave; that counts as answered."""
    [line] = logged(ended(reason=reason), capfd, measure=True)

    assert line["event"] == "answered"
    assert "reason" not in line


def test_an_error_in_a_turn_says_nothing_of_an_answer(capfd: pytest.CaptureFixture[str]) -> None:
    """Only Alexa's own two events tell what became of one."""
    [line] = logged(event("LaunchRequest", error={"type": "INVALID_RESPONSE"}, reason="ERROR"), capfd, measure=True)

    assert line["event"] == "answered"
