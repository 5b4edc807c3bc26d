"""From requests to turns: the few intents, and the words."""

from typing import Any

import pytest

from skill.alexa.envelope import plain
from skill.alexa.routes import ROUTES, TELL, WORDS, turn_for
from skill.dialogue import turns
from skill.rules.questions import Answer

CLAIMS = {
    "AMAZON.YesIntent": turns.Answered(Answer.YES),
    "AMAZON.NoIntent": turns.Answered(Answer.NO),
    "UnsureIntent": turns.Answered(Answer.UNSURE),
    "EmergencyIntent": turns.CriedForHelp(),
    "WhyIntent": turns.AskedWhy(),
    "HowToCheckIntent": turns.AskedHow(),
    "WaitIntent": turns.AskedWait(),
    "StartCheckIntent": turns.AskedCheck(),
    "AMAZON.RepeatIntent": turns.AskedRepeat(),
    "AMAZON.PreviousIntent": turns.WentBack(),
    "AMAZON.StartOverIntent": turns.StartedOver(),
    "AMAZON.HelpIntent": turns.AskedHelp(),
    "AMAZON.FallbackIntent": turns.Missed(),
    "AMAZON.StopIntent": turns.Stopped(),
    "AMAZON.CancelIntent": turns.Stopped(),
    "AMAZON.NavigateHomeIntent": turns.Stopped(),
}


def test_every_intent_of_the_contract_is_its_turn() -> None:
    """No more and no fewer: all else arrives as words."""
    assert dict(ROUTES) == CLAIMS


def test_an_intent_that_no_model_of_ours_has_is_unknown() -> None:
    """It is nobody's miss."""
    assert turn_for("SomeNewIntent") == turns.Unknown()


@pytest.mark.parametrize(
    ("slots", "words"),
    [
        ({WORDS: {"name": WORDS, "value": "my leg is swollen"}}, "my leg is swollen"),
        ({WORDS: {"name": WORDS}}, None),
        ({WORDS: {"value": 7}}, None),
        ({WORDS: None}, None),
        ({"other": {"value": "my leg is swollen"}}, None),
        ({}, None),
        (None, None),
        ([], None),
    ],
)
def test_words_are_taken_as_they_came_or_not_at_all(slots: Any, words: str | None) -> None:
    """What Alexa looked up in the slot type is of no use: the words themselves count."""
    event = {"request": {"type": "IntentRequest", "intent": {"name": TELL, "slots": slots}}}

    assert plain(event)["request"]["intent"]["slots"][WORDS]["value"] == words
