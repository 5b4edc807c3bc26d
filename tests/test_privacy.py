"""Nothing that a person said, and no id or token, reaches a log line."""

import json
import logging
from functools import partial

import pytest

from skill.alexa.service import Service
from skill.dialogue.state import State
from skill.workbench.envelopes import Session
from skill.workbench.listing.check_policies import session_fields

CANARIES = ("canary-user", "canary-device", "canary-token", "canary-session", "canary words", "amzn1.")
ANSWERS = ("swelling", "warmth", "yes", "unsure")


def test_a_whole_dialogue_leaves_nothing_in_the_log(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """Answers, words, user, device, session and token: none of them, on any stream or logger."""
    caplog.set_level(logging.DEBUG)
    service, session = Service("amzn1.ask.skill.ours", measure=True), Session(skill_id="amzn1.ask.skill.ours")
    said = [
        "my calf is swollen canary words",
        "canary words",
        "no",
        "no",
        "no",
        "i can't tell",
        "canary words i can't breathe",
    ]
    requests = [session.launch, *(partial(session.words, words) for words in said), None]
    for make in requests:
        request = make() if make is not None else session.launch()
        request["context"]["System"]["user"]["userId"] = request["session"]["user"]["userId"] = "canary-user"
        request["context"]["System"]["device"]["deviceId"] = "canary-device"
        request["context"]["System"]["apiAccessToken"] = "canary-token"
        request["session"]["sessionId"] = "canary-session"
        response = service.answer(request if make is not None else {"request": {"type": "canary-token"}, "session": {}})
        assert "canary words" not in json.dumps(response)  # neither said back, nor kept in the session
        session.heard(response)
    foreign = Session(skill_id="amzn1.ask.skill.canary-user").launch()
    service.answer(foreign)
    service.answer({"junk": "canary-token"})

    out, err = capfd.readouterr()
    logged = out + err + caplog.text
    assert logged.count("\n") >= 2  # the refusal and the failure are logged, and tell nothing
    for canary in (*CANARIES, *(f'"{answer}"' for answer in ANSWERS)):
        assert canary not in logged


def test_a_measured_answer_is_one_line_with_its_duration_and_no_intent(capfd: pytest.CaptureFixture[str]) -> None:
    """CloudWatch reads the metric out of it; the intent, the question and the outcome are not in it."""
    service, session = Service(measure=True), Session("en-GB")
    session.heard(service.answer(session.launch()))
    service.answer(session.intent("AMAZON.YesIntent"))

    first, second = (json.loads(line) for line in capfd.readouterr().err.splitlines())
    assert (first["cold"], second["cold"]) == (True, False)
    assert first["event"] == second["event"] == "answered"
    assert (first["request_type"], second["request_type"]) == ("LaunchRequest", "IntentRequest")
    assert first["locale"] == second["locale"] == "en-GB"
    assert second["duration"] > 0
    assert second["_aws"]["CloudWatchMetrics"][0]["Metrics"][0]["Name"] == "duration"
    assert set(second) == {"event", "request_type", "locale", "duration", "cold", "_aws"}


def test_on_a_developers_machine_an_answer_logs_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    """The terminal shows the talk and nothing else."""
    Service().answer(Session().launch())

    assert capfd.readouterr().err == ""


def test_every_field_of_a_state_that_is_kept_is_known_to_the_policy() -> None:
    """One that is added to the session must be named there; what comes with the words or the request is not kept."""
    renamed = {"answers", "urgency", "asking"}
    kept = set(State.__struct_fields__) - {"tips", "reminds", "given", "told"} | renamed

    assert session_fields() == kept
