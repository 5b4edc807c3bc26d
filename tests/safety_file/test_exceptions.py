"""What the safety argument admits is so; when one of these fails, something got better: mend the argument too."""

import json
from functools import cache
from typing import Any

from skill.rules.questions import Answer
from skill.rules.triage import Urgency, assess
from skill.words.library import load
from skill.workbench.review.course import LOCALE, hold
from skill.workbench.review.people import told_cases
from skill.workbench.turn import Turns
from tests.conftest import handler

Json = dict[str, Any]


@cache
def turns() -> Turns:
    """Make one for all: it remembers nothing."""
    return Turns()


def say(*sentences: str) -> Json:
    """Say sentences one after the other, the first one to open the skill. Returns what came of the last."""
    came: Json = {"attributes": {}}
    for sentence in sentences:
        came = turns().take(json.dumps({"say": sentence, "attributes": came["attributes"]}))
    return came


def test_a_stroke_that_is_not_told_in_words_is_not_found() -> None:
    """Nobody is asked for a face that droops; whoever says so is heard."""
    asks = {question: words.ask for question, words in load(LOCALE).questions.items()}
    (person,) = (one for one in told_cases(asks) if one.id == "wrong_stroke_face")

    assert hold(person, handler()).urgency is Urgency.SELF_CARE
    assert hold(person, handler(), opening=True).urgency is Urgency.EMERGENCY_NOW


def test_a_denial_and_a_pain_in_one_breath_is_asked_again() -> None:
    came = say("open leg check", "I can breathe fine but my chest hurts")

    assert (came["asking"], came["urgency"], came["answers"]) == ("breathing", None, {})
    assert (
        say("open leg check", "I can breathe fine but my chest hurts", "my chest hurts")["urgency"] == "emergency_now"
    )


def test_a_leg_of_somebody_else_counts_as_swollen() -> None:
    assert say("my brother's leg is swollen")["answers"] == {"swelling": "yes"}


def test_a_pregnancy_said_alone_is_answered_and_not_noted() -> None:
    came = say("I am pregnant")

    assert came["answers"] == {}
    assert came["heard"] == ["topic:pregnancy"]


def test_an_arm_with_a_red_flag_in_doubt_is_for_today() -> None:
    doubt = {"breathing": Answer.UNSURE}

    assert assess({**doubt, "arm": Answer.YES}).urgency is Urgency.SAME_DAY
    assert assess({**doubt, "swelling": Answer.YES}).urgency is Urgency.EMERGENCY_NOW


def test_a_swollen_stump_is_asked_for_again() -> None:
    came = say("open leg check", "no", "no", "no", "my stump is swollen")

    assert came["asking"] == "swelling"
    assert "swelling" not in came["answers"]


def test_an_old_swelling_joined_to_an_old_danger_is_noted() -> None:
    assert say("years ago I couldn't breathe and my leg was swollen")["answers"] == {"swelling": "yes"}
    assert say("I had chest pain years ago")["answers"] == {}
