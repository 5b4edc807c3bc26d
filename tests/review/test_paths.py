"""Paths, circumstances and sentences on the sheet are what the code does."""

import pytest

from skill.rules.circumstances import circumstances
from skill.rules.interview import ALWAYS, next_question
from skill.rules.questions import ASKED, TELLABLE, Answer
from skill.rules.triage import RULES, Rule, Some, Urgency, assess
from skill.workbench.review.asked import when_asked
from skill.workbench.review.held import hold_aloud
from skill.workbench.review.paths import holds, path_in_words, path_to_question, path_to_rule
from skill.workbench.review.special import when_special
from skill.workbench.review.wording import in_one, in_places
from skill.workbench.truthful import hold
from tests.conftest import handler

from .conftest import material

CONTENT = material().content


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_path_to_a_rule_ends_with_it(rule: Rule) -> None:
    """Every rule can be reached, and what is asked on the way is what the interview asks."""
    path = path_to_rule(rule)

    assert path is not None
    assert holds(rule, path)
    assert assess(path).urgency is rule.urgency
    assert next_question(path) is None
    assert hold({question: answer for question, answer in path.items() if answer is not Answer.NO}) == path


def test_a_rule_that_nothing_reaches_has_no_path() -> None:
    """The sheet says so, and does not make one up."""
    never = Rule("never", Urgency.SELF_CARE, ("NHS-DVT",), (Some("yes", frozenset({"breathing"})),))

    assert path_to_rule(never) is None


@pytest.mark.parametrize("question", ASKED)
def test_the_path_to_a_question_ends_before_it(question: str) -> None:
    """Whoever answers so is asked it next."""
    path = path_to_question(question)

    assert path is not None
    assert next_question(path) == question


def test_a_path_names_runs_of_answers() -> None:
    """Short enough to be followed with a finger."""
    said = dict.fromkeys(ASKED[:3], Answer.NO) | {"swelling": Answer.YES, "colour": Answer.NO}

    assert path_in_words(said, Urgency.SAME_DAY) == "no to Q1-Q3; yes to Q4; no to Q7 → be seen today"


@pytest.mark.parametrize("rule", [r for r in RULES if r.id != "outside"], ids=lambda rule: rule.id)
def test_the_conversation_of_a_rule_comes_to_its_urgency(rule: Rule) -> None:
    """What is printed as said was said by the skill, and ended so."""
    path = path_to_rule(rule)
    assert path is not None

    held = hold_aloud(path, "en-GB", handler())

    assert held is not None
    assert held.urgency == rule.urgency.id


def test_what_nobody_asks_is_told_in_words_or_not_held() -> None:
    """No conversation is made up for somebody whose words are not known."""
    person = {"arm": Answer.YES}

    held = hold_aloud(person, "en-GB", handler(), {"arm": "it is my arm that is swollen"})

    assert hold_aloud(person, "en-GB", handler()) is None
    assert held is not None
    assert held.turns[1][0] == "it is my arm that is swollen"
    assert held.urgency == "same_day"


@pytest.mark.parametrize("question", ASKED)
def test_what_is_asked_of_everybody_is_called_so(question: str) -> None:
    """And nothing else is."""
    assert when_asked(question, CONTENT).startswith("Asked of everybody") is (question in ALWAYS)


def test_what_is_asked_after_another_question_names_it() -> None:
    """By its own name, and with the number to find it."""
    assert "“aching legs” (Q12)" in when_asked("both_new", CONTENT)
    assert "“feeling ill” (Q10)" in when_asked("very_ill", CONTENT)


@pytest.mark.parametrize("question", TELLABLE)
def test_nobody_is_asked_what_is_only_told(question: str) -> None:
    """It says so."""
    assert "Nobody is asked" in when_asked(question, CONTENT)


def test_a_circumstance_names_what_makes_it_and_what_takes_it_away() -> None:
    """As skill/rules/circumstances.py answers."""
    assert "fever" in circumstances({"unwell": Answer.UNSURE})
    assert "fever" not in circumstances({"unwell": Answer.YES, "warmth": Answer.YES})
    assert when_special("fever", CONTENT).startswith("“feeling ill” (Q10) or “being very ill” (Q11) is yes or not sure")
    assert "unless “swelling” (Q4), “warmth” (Q5)" in when_special("fever", CONTENT)


def test_a_circumstance_of_two_answers_names_both() -> None:
    """Care for something, and not a pregnancy."""
    said = when_special("care", CONTENT)

    assert said == "“a pregnancy, blood thinners or cancer” (Q13) is yes and “a pregnancy or birth” (Q14) is no"


def test_places_that_say_the_same_share_a_row() -> None:
    """Nobody reads one sentence six times."""
    same = in_places("x", "Rest the leg.", material().contents)
    number = in_places("x", "Call {emergency_number} now.", material().contents)

    assert [places for places, _ in same.rows] == [""]
    assert number.rows[0] == ("United States, Canada", "Call <u>911</u> now.")
    assert ("Australia", "<u>000</u>") in number.rows
    assert number.in_short


def test_a_text_with_two_gaps_stands_whole_for_each_place() -> None:
    """Where more than one thing differs, no sentence is left to be put together in the head."""
    words = in_places("x", "{see_today}. Or go to {emergency_department}.", material().contents)

    assert ("United Kingdom", "See/<i>Have them see</i> a GP or call 111 today. Or go to A and E.") in words.rows


def test_the_words_for_somebody_else_stand_beside_those_for_oneself() -> None:
    """Only where they differ."""
    assert in_one("x", "Is {your} leg sore?", CONTENT).rows[0][1] == "Is your/<i>their</i> leg sore?"
