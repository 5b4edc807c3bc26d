"""skill/alexa/consent.py, access.py, reminders/permission.py: how the permission is asked for, and what came of it."""

import copy
from typing import Any

import pytest

from skill.alexa.access import SCOPE, access
from skill.alexa.consent import consent
from skill.workbench.envelopes import Session

from .amazon import CLOCK, device, offered


def session(**system: Any) -> Session:
    services = {"apiEndpoint": "https://api.eu.amazonalexa.com", "apiAccessToken": "token", **system}
    return Session("en-GB", clock=lambda: CLOCK, services=lambda: copy.deepcopy(services))


@pytest.mark.parametrize(
    ("status", "intent"),
    [
        ("ACCEPTED", "PermissionAccepted"),
        ("DENIED", "PermissionDenied"),
        ("NOT_ANSWERED", "PermissionUnanswered"),
        ("PERHAPS", "PermissionFailed"),
        ("", "PermissionFailed"),
    ],
)
def test_either_request_brings_the_answer(status: str, intent: str) -> None:
    """A word that nobody knows is no answer, and no yes."""
    assert consent(session().connected(status)) == intent
    assert consent(session().resumed(status)) == intent


@pytest.mark.parametrize("code", ["400", "404", "500", ""])
def test_a_question_that_could_not_be_put_has_failed(code: str) -> None:
    """Whatever else stands in the request."""
    assert consent(session().connected("ACCEPTED", code)) == "PermissionFailed"
    assert consent(session().resumed("ACCEPTED", code)) == "PermissionFailed"


def test_one_no_is_a_no() -> None:
    """Of several permissions."""
    event = session().resumed("ACCEPTED")
    event["request"]["cause"]["result"]["permissionScopes"].append({"status": "DENIED"})

    assert consent(event) == "PermissionDenied"


def test_other_requests_are_no_consent() -> None:
    """Nor is nonsense."""
    events: tuple[object, ...] = (session().launch(), session().intent("AMAZON.YesIntent"), {}, None, [])
    for event in events:
        assert consent(event) is None


def test_a_request_opens_the_way_to_alexas_services() -> None:
    """With the time that it was sent and whether the permission was given."""
    found = access(session(permissions={"scopes": {SCOPE: {"status": "GRANTED"}}}).launch())

    assert found is not None
    assert (found.sent, found.allowed, found.locale) == (CLOCK, True, "en-GB")
    assert access(session().launch()) is not None


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://api.amazonalexa.com",
        "https://api.amazonalexa.com.example.org",
        "https://example.org/api.amazonalexa.com",
        "https://api.amazonalexa.com@example.org",
        "file:///etc/passwd",
        "http://169.254.169.254",
        "",
        7,
    ],
)
def test_the_token_goes_to_amazon_alone(endpoint: object) -> None:
    """Another address is no way at all, so no reminder is offered."""
    assert access(session(apiEndpoint=endpoint).launch()) is None


@pytest.mark.parametrize("stamp", [None, 7, "", "yesterday", "2026-11-28T13:22:00"])
def test_without_a_time_there_is_no_way(stamp: object) -> None:
    """The skill has no other clock."""
    event = session().launch()
    event["request"]["timestamp"] = stamp

    assert access(event) is None


def test_alexa_asks_and_nothing_else_is_said() -> None:
    """The directive is the one that Amazon's page on reminders shows; nothing is said of the session."""
    with device("works") as (speaker, _):
        offered(speaker).say("yes")

        response = speaker.response["response"]
        assert response["directives"] == [
            {
                "type": "Connections.SendRequest",
                "name": "AskFor",
                "payload": {
                    "@type": "AskForPermissionsConsentRequest",
                    "@version": "1",
                    "permissionScope": SCOPE,
                },
                "token": "reminder",
            }
        ]
        assert {key for key, value in response.items() if value is not None} == {"directives"}


def test_the_plan_crosses_the_hop_in_either_way() -> None:
    """When the old way cannot be taken, the new one is; the answer to it sets what was agreed to."""
    with device("works") as (speaker, amazon):
        offered(speaker).say("yes")
        speaker.send(speaker.session.connected("", "404"))
        [directive] = speaker.response["response"]["directives"]
        assert directive["type"] == "Connections.StartConnection"
        assert directive["uri"] == "connection://AMAZON.AskForPermissionsConsent/2"
        speaker.send(speaker.session.resumed("ACCEPTED"))

        assert "3:25" in speaker.said
        assert amazon.posted[0]["trigger"]["scheduledTime"] == "2026-11-28T15:25:00.000"


def test_an_answer_that_nobody_waits_for_sets_nothing() -> None:
    """Before any check, in mid-check, and when the attributes got lost."""
    with device("allowed") as (speaker, amazon):
        for _ in range(2):
            speaker.send(speaker.session.connected("ACCEPTED"))
            assert speaker.said
        offered(speaker.launch())
        speaker.session.attributes = {}
        speaker.send(speaker.session.resumed("ACCEPTED"))

        assert speaker.said
        assert amazon.posted == []
