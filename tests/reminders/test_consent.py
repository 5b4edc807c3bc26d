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
    event["request"]["cause"]["result"]["permissionScopes"].append({"permissionScope": SCOPE, "status": "DENIED"})

    assert consent(event) == "PermissionDenied"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("name",), "Upsell"),
        (("token",), "another"),
        (("payload", "permissionScope"), "alexa::alerts:timers:skill:readwrite"),
        (("payload", "status"), ["ACCEPTED"]),
        (("payload",), {"purchaseResult": "ACCEPTED"}),
        (("payload",), {"inner": {"permissionScope": SCOPE, "status": "ACCEPTED"}}),
    ],
)
def test_only_the_answer_to_our_own_question_is_a_permission(path: tuple[str, ...], value: object) -> None:
    """An accepted sale, another question or another permission is none."""
    assert consent(_changed(session().connected("ACCEPTED"), path, value)) == "PermissionFailed"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("cause", "token"), "another"),
        (("cause", "result"), {"status": "ACCEPTED"}),
        (("cause", "result", "permissionScopes"), [{"permissionScope": "alexa::profile:name", "status": "ACCEPTED"}]),
        (("cause", "result", "permissionScopes"), ["ACCEPTED"]),
    ],
)
def test_so_it_is_in_the_new_way(path: tuple[str, ...], value: object) -> None:
    """Of several permissions ours must be the one that was given."""
    assert consent(_changed(session().resumed("ACCEPTED"), path, value)) == "PermissionFailed"


def test_a_no_to_another_permission_is_no_no_to_ours() -> None:
    """Each is answered by itself."""
    event = session().resumed("ACCEPTED")
    event["request"]["cause"]["result"]["permissionScopes"].append({"permissionScope": "other", "status": "DENIED"})

    assert consent(event) == "PermissionAccepted"


def _changed(event: dict[str, Any], path: tuple[str, ...], value: object) -> dict[str, Any]:
    """Change one value of a request."""
    place = event["request"]
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return event


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


@pytest.mark.parametrize("lost", ["attributes", "session"])
@pytest.mark.parametrize("way", ["connected", "resumed"])
@pytest.mark.parametrize("answer", ["ACCEPTED", "DENIED", "NOT_ANSWERED"])
def test_who_lost_the_check_hears_that_nothing_is_set_and_to_be_seen(lost: str, way: str, answer: str) -> None:
    """A person waits for words, whatever of the session came back."""
    with device("works") as (speaker, amazon):
        offered(speaker).say("yes")
        speaker.session.attributes = {}
        event = getattr(speaker.session, way)(answer)
        if lost == "session":
            del event["session"]
        speaker.send(event)

        assert "no reminder" in speaker.said
        assert "seen today" in speaker.said
        assert "999" in speaker.said
        assert amazon.posted == []


@pytest.mark.parametrize(("locale", "words"), [("en-AU", "en-AU"), ("en-NZ", "en-US"), ("fr-FR", "en-US")])
def test_the_label_is_read_in_the_language_that_it_is_written_in(locale: str, words: str) -> None:
    """To a device in another language or country as to one in America."""
    with device("allowed") as (speaker, amazon):
        speaker.session.locale = locale
        offered(speaker.launch()).say("yes")

        assert amazon.posted[0]["alertInfo"]["spokenInfo"]["content"][0]["locale"] == words


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
