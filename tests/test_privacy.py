"""Nothing that a person said, and no id or token, reaches a log line."""

import logging

import pytest

from skill.service import Service
from skill.workbench.envelopes import Session, slot

CANARIES = ("canary-user", "canary-device", "canary-token", "canary-session", "canary slot value", "amzn1.")
ANSWERS = ("swelling", "warmth", "yes", "unsure")


def test_a_whole_dialogue_leaves_nothing_in_the_log(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """Answers, slot values, user, device, session and token: none of them, on any stream or logger."""
    caplog.set_level(logging.DEBUG)
    service, session = Service("amzn1.ask.skill.ours"), Session(skill_id="amzn1.ask.skill.ours")
    filled = {
        "symptom": slot("symptom", "LegSymptom", "canary slot value", "swelling"),
        "second_symptom": slot("second_symptom", "LegSymptom", "canary slot value", None),
    }
    requests = [
        ("LaunchRequest", {}),
        ("DescribeSymptomsIntent", filled),
        *[("AMAZON.NoIntent", {})] * 4,
        ("UnsureIntent", {}),
        ("AMAZON.StopIntent", {}),
        ("Broken", {}),
    ]
    for name, slots in requests:
        request = session.launch() if name == "LaunchRequest" else session.intent(name, slots)
        request["context"]["System"]["user"]["userId"] = request["session"]["user"]["userId"] = "canary-user"
        request["context"]["System"]["device"]["deviceId"] = "canary-device"
        request["context"]["System"]["apiAccessToken"] = "canary-token"
        request["session"]["sessionId"] = "canary-session"
        session.heard(
            service.answer(request if name != "Broken" else {"request": {"type": "canary-token"}, "session": {}})
        )
    foreign = Session(skill_id="amzn1.ask.skill.canary-user").launch()
    service.answer(foreign)
    service.answer({"junk": "canary-token"})

    out, err = capfd.readouterr()
    logged = out + err + caplog.text
    assert logged.count("\n") >= 2  # the refusal and the failure are logged, and tell nothing
    for canary in (*CANARIES, *(f'"{answer}"' for answer in ANSWERS)):
        assert canary not in logged
