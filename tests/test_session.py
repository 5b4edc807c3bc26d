"""What goes into the session attributes and what is believed of what comes back."""

from typing import Any

import pytest

from skill.alexa import session
from skill.dialogue.state import State
from skill.rules.questions import RED_FLAGS, Answer
from skill.rules.triage import Urgency

ASKED = State((("breathing", Answer.NO),), started=True)


def test_the_question_that_waits_is_named_only_while_the_session_is_open() -> None:
    """`asking` tells that an answer is waited for."""
    assert session.write(ASKED, is_open=True)["asking"] == "collapse"
    assert "asking" not in session.write(ASKED, is_open=False)


@pytest.mark.parametrize(("sent", "believed"), [(3, 3), (-3, 0), (10**9, session.MOST), (True, 0), ("3", 0), (None, 0)])
def test_a_count_stays_a_count(sent: Any, believed: int) -> None:
    """Not below nothing, and not beyond all measure."""
    assert session.read({"misses": sent}).misses == believed


def test_answers_without_more_are_a_check_that_has_begun() -> None:
    """Whatever else was lost."""
    assert session.read({"answers": [["breathing", "no"]]}).started


def test_a_doubt_needs_a_question_that_waits() -> None:
    """After a result there is none."""
    assert session.read({"doubted": True}).doubted
    assert not session.read({"urgency": "emergency_now", "doubted": True}).doubted


def test_a_result_is_believed_only_when_the_answers_come_to_it() -> None:
    """Nobody is sent home by a forged attribute; an emergency is believed."""
    told = {"answers": [["breathing", "no"], ["collapse", "no"]], "started": True}

    assert session.read({**told, "urgency": "self_care"}).told is None
    assert session.read({**told, "urgency": "emergency_now"}).told is Urgency.EMERGENCY_NOW


def test_a_lower_result_than_the_answers_come_to_is_not_believed() -> None:
    """Though the check is complete."""
    given = {"swelling": "yes", "warmth": "no", "pain": "no", "unwell": "no"}
    answers = [[flag, "no"] for flag in RED_FLAGS] + [list(pair) for pair in given.items()]

    assert session.read({"answers": answers, "urgency": "same_day"}).told is Urgency.SAME_DAY
    assert session.read({"answers": answers, "urgency": "self_care"}).told is None


def test_a_session_that_has_not_begun_is_never_out_of_step() -> None:
    """Nothing was asked yet."""
    assert session.in_step({"asking": "warmth"}, State())
    assert not session.in_step({"asking": "warmth"}, ASKED)
    assert session.in_step({"asking": "collapse"}, ASKED)
