"""A touch is the same turn as saying it, as long as it belongs to what waits."""

import datetime as dt

import pytest

from skill.alexa.service import Service
from skill.workbench.envelopes import Session
from tests.conftest import Device
from tests.reminders.amazon import device, offered

SWOLLEN = ("no", "no", "no", "yes", "no", "no", "no", "no")


@pytest.fixture
def show(service: Service) -> Device:
    device = Device(service)
    device.session.has_screen = True
    return device.launch()


def touch(device: Device, *arguments: str) -> Device:
    return device.send(device.session.touch(*arguments))


@pytest.mark.parametrize("answer", ["yes", "no", "unsure"])
def test_a_touch_answers_the_question(show: Device, answer: str) -> None:
    """As if it had been said."""
    told = Device(show.service)
    told.session.has_screen = True
    told.launch().say("no", answer)

    touch(show.say("no"), "answer", "collapse", answer)

    assert show.response == told.response


@pytest.mark.parametrize("answer", ["yes", "no", "unsure"])
@pytest.mark.parametrize("earlier", ["breathing", "offer", "is_it_now", "sure_stop", "tenderness"])
def test_a_touch_on_something_else_changes_no_answer(show: Device, earlier: str, answer: str) -> None:
    """It is refused in a sentence, and what waits is put again."""
    before = show.say("no").attributes
    asked = show.said

    touch(show, "answer", earlier, answer)

    assert show.attributes == before
    assert show.is_open
    assert asked.rpartition(".")[2].strip() in show.said


def test_touches_too_late_are_nobodys_miss(show: Device) -> None:
    """Even four in a row: nobody is told that they were not understood."""
    for _ in range(4):
        touch(show, "answer", "veins", "no")

    assert show.is_open
    assert show.attributes["asking"] == "breathing"
    assert "misses" not in show.attributes


def test_an_emergency_is_not_ended_by_a_touch_too_late(show: Device) -> None:
    """A no to the question before does not take it back; the number is said again, and a correction can still come."""
    touch(show.say("yes"), "answer", "breathing", "no")

    assert show.attributes["urgency"] == "emergency_now"
    assert "911" in show.said
    assert show.is_open


def test_an_offer_is_answered_by_touch(show: Device) -> None:
    """No to hearing it again is the goodbye."""
    touch(show.say(*SWOLLEN), "answer", "offer_result", "no")

    assert not show.is_open


def test_the_check_is_begun_by_touch(show: Device) -> None:
    """From a page that answers a question of the person's own."""
    device = Device(show.service)
    device.session.has_screen = True
    device.send(device.session.words("what is a blood clot"))

    touch(device, "answer", "offer_check", "yes")

    assert device.attributes["asking"] == "breathing"


def test_a_touch_into_a_new_session_opens_the_check(service: Service) -> None:
    """The session of what is still on the screen has ended: its answer is not taken."""
    device = touch(Device(service), "answer", "breathing", "yes")

    assert device.attributes["asking"] == "breathing"
    assert "answers" not in device.attributes
    assert device.is_open


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["answer"],
        ["answer", "swelling", "maybe"],
        ["answer", "unheard_of", "yes"],
        ["other", "breathing", "yes"],
        ["answer", "breathing", "yes", "more"],
        ["answer", "breathing", 1],
        [["answer", "breathing", "yes"]],
        "answer",
        None,
        {"answer": "breathing"},
    ],
)
def test_a_touch_that_is_not_ours_is_answered_and_taken_for_nothing(show: Device, arguments: object) -> None:
    """A tampered or foreign one neither answers nor breaks anything."""
    request = show.session.touch()
    request["request"]["arguments"] = arguments
    before = show.attributes

    show.send(request)

    assert show.attributes == before
    assert show.is_open
    assert "911" in show.said


def test_a_touch_without_a_session_is_answered() -> None:
    """A person waits for an answer."""
    request = Session().touch("answer", "breathing", "yes")
    del request["session"]

    assert Service().answer(request)["response"]["outputSpeech"]


def test_a_yes_to_a_reminder_is_to_the_time_that_was_shown() -> None:
    """A late yes to the offer before, or to another time, sets nothing; a yes to what is shown sets it."""
    with device("allowed") as (speaker, amazon):
        speaker.session.has_screen = True
        offered(speaker)
        shown = speaker.response["response"]["directives"][0]["datasources"]["screen"]

        for earlier in ("offer_result", "reminder checked 2026-11-28T09:00:00 2026-11-28"):
            touch(speaker, "answer", earlier, "yes")
            assert amazon.posted == []
            assert "15 25" in speaker.said or "3:25" in speaker.said

        assert [button["answer"] for button in shown["buttons"]] == ["yes", "no"]
        touch(speaker, "answer", shown["waits"], "yes")
        assert len(amazon.posted) == 1


def test_a_late_yes_to_today_is_no_yes_to_two_weeks() -> None:
    """Both begin at the same hour; what was shown is another reminder all the same."""
    monday = dt.datetime(2026, 11, 30, 8, tzinfo=dt.UTC)
    with device("allowed", clock=monday) as (speaker, amazon):
        speaker.session.has_screen = True
        speaker.say(*["no"] * 12)
        speaker.send(speaker.session.words("remind me to walk"))
        today = speaker.response["response"]["directives"][0]["datasources"]["screen"]["waits"]
        speaker.send(speaker.session.words("remind me on weekdays to walk"))
        weeks = speaker.response["response"]["directives"][0]["datasources"]["screen"]["waits"]

        touch(speaker, "answer", today, "yes")
        assert amazon.posted == []
        touch(speaker, "answer", weeks, "yes")
        assert len(amazon.posted) == 1
