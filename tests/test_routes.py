"""From slots and intents to turns."""

from typing import Any

import pytest

from skill.alexa.envelope import resolved_id
from skill.alexa.routes import turn_for
from skill.dialogue.turns import Corrected, Described, Missed, Unknown, WentBack
from skill.rules.questions import SIGNS, Answer

MATCHED, NO_MATCH = {"code": "ER_SUCCESS_MATCH"}, {"code": "ER_SUCCESS_NO_MATCH"}
VALUE = [{"value": {"id": "swelling", "name": "swollen"}}]


def resolved(*authorities: Any) -> dict[str, Any]:
    """Make a slot whose value Alexa looked up."""
    return {"name": "symptom", "value": "puffy", "resolutions": {"resolutionsPerAuthority": list(authorities)}}


@pytest.mark.parametrize(
    ("slot", "found"),
    [
        (resolved({"status": MATCHED, "values": VALUE}), "swelling"),
        (resolved({"status": NO_MATCH, "values": VALUE}), ""),
        (resolved({"status": NO_MATCH}, {"status": MATCHED, "values": VALUE}), "swelling"),
        (resolved({"status": MATCHED, "values": []}), ""),
        (resolved({"status": MATCHED, "values": [{"value": {"id": 7}}]}), ""),
        (resolved(), ""),
        ({"name": "symptom", "value": "swelling"}, ""),
        ({"name": "steps", "value": "2"}, "2"),
        ({"name": "steps", "value": 2}, ""),
        ({"name": "symptom"}, None),
        ({}, None),
        (None, None),
    ],
)
def test_a_slot_is_worth_the_id_that_alexa_matched(slot: Any, found: str | None) -> None:
    """Misheard words are neither an id nor an empty slot."""
    assert resolved_id(slot) == found


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_that_is_named_in_other_words_than_it_is_denied_is_there(sign: str) -> None:
    """It isn't warm but it is hot: hot counts."""
    assert turn_for("DenySymptomIntent", {"denied_symptom": sign, "symptom": sign}) == Described((sign,))


@pytest.mark.parametrize("misheard", ["", "purple", "unwell"])
def test_a_misheard_sign_is_ignored(misheard: str) -> None:
    """Not guessed."""
    said = {"symptom": misheard, "second_symptom": "warmth"}

    assert turn_for("DescribeSymptomsIntent", said) == Described(("warmth",))


def test_a_risk_told_with_a_sign_is_noted_with_it() -> None:
    """I had an operation and my calf hurts."""
    said = {"symptom": "pain", "risk": "kept_still"}

    assert turn_for("DescribeSymptomsIntent", said) == Described(("pain", "kept_still"))


@pytest.mark.parametrize("misheard", ["", "swelling", None])
def test_a_misheard_risk_is_ignored(misheard: str | None) -> None:
    """A sign is no risk."""
    assert turn_for("RiskIntent", {"risk": misheard}) == Described(())


@pytest.mark.parametrize("slots", [{"answer": "yes", "about": ""}, {"answer": ""}, {"about": "pain"}, {}])
def test_a_misheard_correction_is_a_miss(slots: dict[str, str]) -> None:
    """A misheard name is no licence to change the last answer."""
    assert turn_for("CorrectAnswerIntent", slots) == Missed()


def test_a_correction_by_name_names_its_question() -> None:
    """Change the veins to unsure."""
    assert turn_for("CorrectAnswerIntent", {"answer": "unsure", "about": "veins"}) == Corrected(Answer.UNSURE, "veins")


@pytest.mark.parametrize(
    ("said", "steps"), [("2", 2), ("0", 1), ("999", 99), ("9999", 1), ("", 1), (None, 1), ("two", 1)]
)
def test_going_back_goes_at_least_one_step(said: str | None, steps: int) -> None:
    """And no further than there can be answers."""
    assert turn_for("GoBackIntent", {"steps": said}) == WentBack(steps)


def test_an_intent_that_no_model_of_ours_has_is_unknown() -> None:
    """It is nobody's miss."""
    assert turn_for("SomeNewIntent", {}) == Unknown()
