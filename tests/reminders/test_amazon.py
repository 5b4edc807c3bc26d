"""Whatever Amazon's services answer, over HTTP and through the SDK's client, the person hears something sensible."""

import time
from collections.abc import Mapping

import pytest

from skill.alexa.service import Service
from skill.words.library import load
from skill.workbench.behaviours import BEHAVIOURS
from skill.workbench.pretended import TOKEN
from tests.conftest import Device
from tests.reminders.amazon import offered

from .amazon import device

PROMPTS = load("en-GB").prompts
NUMBER = load("en-GB").place.emergency_number
# Seconds in which the whole answer must be there; Alexa waits eight, Lambda seven.
LONGEST = 5.0
# How setting it fails -> which prompt says so. What may have been set all the same is never called not set.
FAILURES: Mapping[str, str] = {
    **dict.fromkeys(("unsupported",), "reminder_unsupported"),
    **dict.fromkeys(("too_many",), "reminder_too_many"),
    **dict.fromkeys(("bad_zone",), "reminder_no_zone"),
    **dict.fromkeys(("bad_request", "busy", "broken", "down"), "reminder_down"),
    **dict.fromkeys(("slow", "drips", "garbage", "empty", "gateway"), "reminder_unsure"),
}
NOT_ALLOWED = ("revoked", "forbidden", "unauthorised_html")
NO_ZONE = ("no_zone", "forbidden_zone", "unknown_zone", "odd_zone", "garbage_zone")


def timed(speaker: Device, *said: str) -> float:
    """Say something. Returns the seconds that the answer took."""
    begun = time.monotonic()
    speaker.say(*said)
    return time.monotonic() - begun


def test_what_is_posted_is_what_was_said() -> None:
    """The time of the offer, of the confirmation and of the request are one, by the person's clock."""
    with device("allowed") as (speaker, amazon):
        assert "3:25 in the afternoon" in offered(speaker).said
        assert speaker.is_open
        speaker.say("yes")

        assert "today at 3:25 in the afternoon" in speaker.said
        assert not speaker.is_open
        [posted] = amazon.posted
        assert posted["trigger"] == {
            "type": "SCHEDULED_ABSOLUTE",
            "scheduledTime": "2026-11-28T15:25:00.000",
            "timeZoneId": "Europe/London",
        }
        assert posted["requestTime"] == "2026-11-28T13:22:00.000"
        label = load("en-GB").scheduled["checked"].label
        assert posted["alertInfo"] == {"spokenInfo": {"content": [{"locale": "en-GB", "text": label}]}}
        assert amazon.calls[-1] == ("POST", "/v1/alerts/reminders", f"Bearer {TOKEN}")


def test_the_clock_is_the_persons() -> None:
    """A device in India that speaks British English hears and gets Indian time."""
    with device("allowed", zone="Asia/Kolkata") as (speaker, amazon):
        offered(speaker).say("yes")

        assert "8:55 in the evening" in speaker.said
        assert amazon.posted[0]["trigger"]["scheduledTime"] == "2026-11-28T20:55:00.000"
        assert amazon.posted[0]["trigger"]["timeZoneId"] == "Asia/Kolkata"


def test_a_reminder_on_workdays_is_posted_with_a_rule_a_time_and_an_end() -> None:
    """Rules that Alexa takes, and none of the deprecated fields."""
    with device("allowed") as (speaker, amazon):
        speaker.say(*["no"] * 12)
        speaker.send(speaker.session.words("remind me on weekdays to walk")).say("yes")

        trigger = amazon.posted[0]["trigger"]
        assert "scheduledTime" not in trigger
        assert trigger["recurrence"] == {
            "startDateTime": "2026-11-30T09:59:00.000",
            "endDateTime": "2026-12-13T23:59:59.000",
            "recurrenceRules": [
                f"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR={hour};BYMINUTE=0;BYSECOND=0;INTERVAL=1;"
                for hour in (10, 14, 18)
            ],
        }


@pytest.mark.parametrize(("behaviour", "prompt"), FAILURES.items())
def test_a_failure_is_said_in_time(behaviour: str, prompt: str) -> None:
    """What is wrong comes first, then the advice and the emergency number; then the session closes."""
    with device(behaviour) as (speaker, _):
        offered(speaker)
        assert timed(speaker, "yes") < LONGEST

        assert speaker.said.startswith(getattr(PROMPTS, prompt))
        assert NUMBER in speaker.said
        assert not speaker.is_open


@pytest.mark.parametrize("behaviour", NOT_ALLOWED)
def test_a_permission_that_is_gone_is_asked_for_once_more(behaviour: str) -> None:
    """By voice; when that changes nothing, a card goes to the app and the voice says so."""
    with device(behaviour) as (speaker, _):
        offered(speaker).say("yes")
        assert "outputSpeech" not in speaker.response["response"]
        assert speaker.response["response"]["directives"][0]["name"] == "AskFor"
        speaker.send(speaker.session.connected("ACCEPTED"))

        assert speaker.response["response"]["card"]["type"] == "AskForPermissionsConsent"
        assert "app" in speaker.said
        assert not speaker.is_open


@pytest.mark.parametrize("behaviour", [*NO_ZONE, "down_zone", "slow_zone"])
def test_without_a_time_zone_nothing_is_offered_and_nothing_is_set(behaviour: str) -> None:
    """Who asked hears why; who did not simply leaves. A zone that is a path or nonsense is none."""
    with device(behaviour) as (speaker, amazon):
        assert timed(speaker, *("no", "no", "no", "yes", "no", "no", "no", "no", "no")) < LONGEST
        assert NUMBER in speaker.said
        assert not speaker.is_open
        speaker.launch().say("no", "no", "no", "yes", "no", "no", "no", "no")
        speaker.send(speaker.session.words("set a reminder"))

        said = PROMPTS.reminder_no_zone if behaviour in NO_ZONE else PROMPTS.reminder_down
        assert speaker.said.startswith(said)
        assert amazon.posted == []


def test_only_the_persons_own_reminders_are_listed_and_all_are_deleted() -> None:
    """Those that are over are not counted."""
    with device("two_set") as (speaker, amazon):
        amazon.reminders["over"] = {
            **next(iter(amazon.reminders.values())),
            "alertToken": "over",
            "status": "COMPLETED",
        }
        speaker.send(speaker.session.words("what reminders do i have"))
        assert "two" in speaker.said
        assert "today at 6 in the evening" in speaker.said
        assert "tomorrow at 9 in the morning" in speaker.said
        assert speaker.is_open
        speaker.send(speaker.session.words("cancel my reminders"))

        assert "two" in speaker.said
        assert list(amazon.reminders) == ["over"]


def test_a_reminder_that_rings_several_times_is_listed_with_its_times() -> None:
    """As it was set."""
    with device("allowed") as (speaker, _):
        speaker.say(*["no"] * 12)
        speaker.send(speaker.session.words("remind me to walk")).say("yes")
        speaker.launch().send(speaker.session.words("what reminders do i have"))

        assert "today at 2 in the afternoon and 6" in speaker.said


@pytest.mark.parametrize("behaviour", ["unlisted", "slow_list"])
def test_reminders_that_cannot_be_listed_point_to_the_app(behaviour: str) -> None:
    """And the question that waits is put again."""
    with device(behaviour) as (speaker, _):
        for words in ("what reminders do i have", "cancel my reminders"):
            begun = time.monotonic()
            speaker.send(speaker.session.words(words))

            assert time.monotonic() - begun < LONGEST
            assert speaker.said.startswith(PROMPTS.reminder_unread)
            assert speaker.is_open


@pytest.mark.parametrize("behaviour", ["slow_delete", "no_delete"])
def test_what_could_not_be_deleted_is_said(behaviour: str) -> None:
    """Nine slow deletions do not fit into the time; nobody is told that none is left."""
    with device(behaviour) as (speaker, _):
        begun = time.monotonic()
        speaker.send(speaker.session.words("cancel my reminders"))

        assert time.monotonic() - begun < LONGEST
        assert "look in the Alexa app" in speaker.said
        assert "none is left" not in speaker.said


def test_every_behaviour_is_tried() -> None:
    """A new one that no test names would prove nothing."""
    tried = {*FAILURES, *NOT_ALLOWED, *NO_ZONE, "down_zone", "slow_zone", "two_set", "allowed"}

    assert set(BEHAVIOURS) == tried | {"unlisted", "slow_list", "slow_delete", "no_delete", "works", "no_voice", "card"}


def test_nothing_of_a_reminder_is_logged(capfd: pytest.CaptureFixture[str]) -> None:
    """No label, no time, no zone, no token, on a service that logs every answer."""
    for behaviour in ("allowed", "down"):
        with device(behaviour) as (speaker, _):
            speaker.service = Service(measure=True)
            offered(speaker).say("yes")

    logged = capfd.readouterr().err
    assert logged.count("answered") == 20
    for secret in (TOKEN, "Europe", "15:25", "3:25", "nudge", "checked", "amzn1"):
        assert secret not in logged


def test_what_has_rung_today_is_not_announced_again() -> None:
    """In the afternoon only the times that are still to come are named."""
    rules = ["FREQ=DAILY;BYHOUR=10;BYMINUTE=0", "FREQ=DAILY;BYHOUR=18;BYMINUTE=0"]
    trigger = {"recurrence": {"startDateTime": "2026-11-28T09:59:00.000", "recurrenceRules": rules}}
    with device("allowed") as (speaker, amazon):
        amazon.reminders["one"] = {"alertToken": "one", "status": "ON", "version": "1", "trigger": trigger}
        speaker.send(speaker.session.words("what reminders do i have"))

        assert "6 in the evening" in speaker.said
        assert "10" not in speaker.said


def test_a_reminder_whose_time_cannot_be_read_is_not_called_none() -> None:
    """It may ring: whoever asks is sent to the app, where it stands."""
    with device("allowed") as (speaker, amazon):
        amazon.reminders["odd"] = {"alertToken": "odd", "status": "ON", "version": "1", "trigger": {"type": "X"}}
        speaker.send(speaker.session.words("what reminders do i have"))

        assert PROMPTS.reminder_unread in speaker.said
        assert PROMPTS.reminder_none not in speaker.said
