"""Whose leg it is: another person's, and one's own again. A no is nobody else's."""

import pytest

from skill.dialogue.turns import Described, ForSomeoneElse, ForThemselves, Launched, StartedOver, Turn
from skill.rules.questions import Answer

from .walk import NO, SAME_DAY, TO_SWELLING, UNSURE, YES, after, asked, names

OTHER = ForSomeoneElse()


def test_a_no_does_not_go_along_to_another_person() -> None:
    """It's for my mother, in mid-check: the caller's noes were not hers, so she is asked from the first red flag."""
    state, _ = after(*TO_SWELLING, YES, OTHER)

    assert state.for_other
    assert state.asking == "breathing"
    assert state.answers == {"swelling": Answer.YES}


def test_an_unsure_answer_goes_along_to_another_person() -> None:
    """Only a no is nobody else's."""
    assert after(*TO_SWELLING, UNSURE, OTHER)[0].answers == {"swelling": Answer.UNSURE}


@pytest.mark.parametrize("told", [(YES,), (UNSURE,), ()])
def test_from_one_other_person_to_another_nothing_goes_along(told: tuple[Turn, ...]) -> None:
    """It's for my mother, then: it's for my sister. Her signs are not her sister's."""
    state, _ = after(Launched(), OTHER, NO, NO, NO, *told, OTHER, YES)

    assert state.for_other
    assert state.given == ()
    assert state.asking == "breathing"


def test_a_third_person_is_asked_for_once_when_answers_would_be_lost() -> None:
    """My sister may be the same person as her: that cannot be told from the words."""
    state, reply = after(Launched(), OTHER, NO, NO, NO, YES, OTHER)

    assert state.waiting == "sure"
    assert asked(reply).id == "sure_other"
    assert len(state.given) == 4


def test_a_third_person_who_is_none_loses_nothing() -> None:
    """No, still the same one."""
    state, _ = after(Launched(), OTHER, NO, NO, NO, YES, OTHER, NO)

    assert state.asking == "warmth"
    assert len(state.given) == 4


def test_a_third_person_after_few_answers_is_not_asked_for() -> None:
    """There is little to lose."""
    state, _ = after(Described(("swelling",), of_other=True), OTHER)

    assert state.waiting == "breathing"
    assert state.given == ()


def test_it_is_for_me_said_in_a_check_about_oneself_loses_nothing() -> None:
    """There is one speaker."""
    assert after(*TO_SWELLING, ForThemselves())[0].asking == "swelling"


def test_it_is_for_me_after_all_speaks_of_you_again() -> None:
    """And asks from the first red flag."""
    state, _ = after(Launched(), OTHER, NO, NO, NO, ForThemselves())

    assert not state.for_other
    assert state.asking == "breathing"


@pytest.mark.parametrize("turn", [OTHER, ForSomeoneElse(plainly=False), ForThemselves()])
def test_after_a_result_another_person_starts_from_nothing(turn: Turn) -> None:
    """Their answers are not the first person's."""
    state, _ = after(*SAME_DAY, turn)

    assert state.given == ()
    assert state.for_other is isinstance(turn, ForSomeoneElse)
    assert state.asking == "breathing"


def test_starting_over_keeps_whose_leg_it_is() -> None:
    """The answers go, the person stays."""
    assert after(Launched(), OTHER, NO, StartedOver())[0].for_other


def test_another_person_before_any_answer_is_asked_about_at_once() -> None:
    """Nothing is lost."""
    state, reply = after(Launched(), ForSomeoneElse(plainly=False))

    assert state.for_other
    assert names(reply) == ["prompts.for_other.say"]
    assert state.waiting == "breathing"
