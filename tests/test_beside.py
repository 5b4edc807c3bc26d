"""What stands beside the spoken words costs only itself when it fails: a card, a reminder. (Screens: tests/screens.)"""

import json

import pytest

from skill.alexa.reminders import bodies
from skill.words.library import load
from tests.reminders.amazon import TODAY, device, offered

PROMPTS = load("en-GB").prompts
SEEN_TODAY = "seen today"


def broken(*_: object, **__: object) -> None:
    raise KeyError("a fault of ours")


def logged(capfd: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    return [json.loads(line) for line in capfd.readouterr().err.splitlines()]


def test_a_card_that_cannot_be_made_costs_nobody_their_result(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The result is said as ever, and the log names the kind of fault and nothing else."""
    with device("allowed") as (speaker, _):
        told = speaker.say(*TODAY).said
    monkeypatch.setattr("skill.words.cards.shown", broken)
    with device("allowed") as (speaker, _):
        assert speaker.say(*TODAY).said == told
        assert "card" not in speaker.response["response"]

    assert logged(capfd) == [{"event": "no_card", "error": "KeyError"}]


def test_reminders_that_are_broken_cost_nobody_the_goodbye(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Who did not ask for one hears to be seen today and the number, and nothing went wrong for them."""
    monkeypatch.setattr("skill.alexa.reminders.errands.Service", broken)
    with device("allowed") as (speaker, _):
        offered(speaker)

        assert SEEN_TODAY in speaker.said
        assert "999" in speaker.said
        assert not speaker.is_open
    assert logged(capfd) == [{"event": "no_reminder", "error": "KeyError"}]


def test_a_fault_before_anything_was_sent_is_not_called_perhaps_set(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Nothing left, so the person is told that no reminder is set."""
    monkeypatch.setattr(bodies, "reminder", broken)
    with device("allowed") as (speaker, amazon):
        offered(speaker).say("yes")

        assert amazon.posted == []
        assert PROMPTS.reminder_down in speaker.said
    assert logged(capfd) == [{"event": "no_reminder", "error": "KeyError"}]


def test_what_the_service_refuses_is_logged_without_a_word_of_it(capfd: pytest.CaptureFixture[str]) -> None:
    """An operator can see that reminders fail for everybody."""
    with device("broken") as (speaker, _):
        offered(speaker).say("yes")

    assert logged(capfd) == [{"event": "no_reminder", "error": "ServiceException"}]
