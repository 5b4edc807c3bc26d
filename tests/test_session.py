"""What goes into the session attributes and what is believed of what comes back."""

import json
import re
from typing import Any

import pytest
from msgspec.structs import replace

from skill.alexa import session
from skill.dialogue.conversation import step
from skill.dialogue.state import State
from skill.dialogue.turns import Answered
from skill.rules.questions import BY_ID, RED_FLAGS, Answer
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
    """After a result there is none; an alarm may have been misheard, and its doubt is kept."""
    done = [[question, "yes" if question == "swelling" else "no"] for question in BY_ID]

    assert session.read({"doubted": True}).doubted
    assert session.read({"urgency": "emergency_now", "doubted": True}).doubted
    assert not session.read({"answers": done, "urgency": "same_day", "doubted": True}).doubted


def test_a_result_is_believed_only_when_the_answers_come_to_it() -> None:
    """Nobody is sent home by a forged attribute; an emergency is believed."""
    told = {"answers": [["breathing", "no"], ["collapse", "no"]], "started": True}

    assert session.read({**told, "urgency": "self_care"}).told is None
    assert session.read({**told, "urgency": "emergency_now"}).told is Urgency.EMERGENCY_NOW


def test_a_lower_result_than_the_answers_come_to_is_not_believed() -> None:
    """Though the check is complete."""
    given = {"swelling": "yes", "warmth": "no", "pain": "no", "unwell": "no", "care": "no"}
    answers = [[flag, "no"] for flag in RED_FLAGS] + [list(pair) for pair in given.items()]

    assert session.read({"answers": answers, "urgency": "same_day"}).told is Urgency.SAME_DAY
    assert session.read({"answers": answers, "urgency": "self_care"}).told is None


def test_a_session_that_has_not_begun_is_never_out_of_step() -> None:
    """Nothing was asked yet; later an answer to another question than the one that waits is asked again."""
    yes = Answered(Answer.YES)

    assert step(State(), yes, "warmth")[0].asking == "breathing"
    assert step(ASKED, yes, "warmth")[0].answers == ASKED.answers
    assert step(ASKED, yes, "collapse")[0].answers["collapse"] is Answer.YES


def test_what_waits_comes_back_as_it_went() -> None:
    """A denied part, a doubt, and a wish that is not sure."""
    for state in (
        replace(ASKED, parts=("faint",)),
        replace(ASKED, now=("stroke",)),
        replace(ASKED, sure="startover"),
        replace(ASKED, doubted=True, repeats=2),
    ):
        assert session.read(session.write(state, is_open=True)) == state


def test_foreign_names_in_what_waits_are_dropped() -> None:
    """A tampered attribute never becomes a doubt, a part or a wish."""
    odd = {"parts": ["purple", 7], "now": ["purple"], "sure": "everything", "started": True}

    assert session.read(odd) == State(started=True)


def test_the_parts_of_another_question_than_the_one_that_waits_are_dropped() -> None:
    """As when the questions change while a session is open: it is asked as a whole."""
    answers = [["breathing", "no"]]

    assert session.read({"answers": answers, "parts": ["faint"]}).parts == ("faint",)
    assert session.read({"answers": answers, "parts": ["breath"]}).parts == ()


def test_the_session_holds_ids_and_numbers_and_never_a_sentence() -> None:
    """Nothing in it is longer than a name."""
    state = replace(ASKED, parts=("faint",), now=("breathing.chest", "stroke"), sure="stop", misses=2, for_other=True)
    written = session.write(state, is_open=True)

    assert json.loads(json.dumps(written)) == written
    assert not any(" " in text for text in re.findall(r'"([^"]*)"', json.dumps(written)))


def test_a_doubt_waits_under_its_own_name() -> None:
    """`now` while it is asked whether it is so now; after an alarm nothing waits."""
    assert session.write(replace(ASKED, now=("stroke",)), is_open=True)["asking"] == "now"
    assert session.write(replace(ASKED, sure="stop"), is_open=True)["asking"] == "sure"
    assert "asking" not in session.write(replace(ASKED, told=Urgency.EMERGENCY_NOW), is_open=True)
