"""How a check begins: with a launch, or with more."""

import pytest

from skill.dialogue.conversation import step
from skill.dialogue.turns import (
    AskedCheck,
    AskedHelp,
    AskedHow,
    AskedPrevention,
    AskedProgress,
    AskedReadback,
    AskedReminder,
    AskedRepeat,
    AskedSources,
    AskedTopic,
    AskedWait,
    AskedWhy,
    Corrected,
    CriedForHelp,
    Described,
    ForSomeoneElse,
    ForThemselves,
    Launched,
    Missed,
    SpokeOtherLanguage,
    StartedOver,
    Stopped,
    Thanked,
    Turn,
    WentBack,
    WentOn,
)
from skill.rules.questions import RED_FLAGS, Answer
from skill.rules.triage import Urgency

from .walk import NO, UNSURE, YES, after, asked, names

BROWSING = AskedTopic("blood_clot")


def test_a_launch_says_what_this_is_and_asks_about_breathing() -> None:
    """The first question comes with the first words."""
    state, reply = after(Launched())

    assert state.asking == "breathing"
    assert names(reply) == ["prompts.welcome.say"]
    assert asked(reply).id == "breathing"


@pytest.mark.parametrize("turn", [YES, NO, UNSURE])
def test_a_yes_before_any_question_advances_nothing(turn: Turn) -> None:
    """Yes and no carry no context; without a question they open the check."""
    assert after(turn) == after(Launched())


@pytest.mark.parametrize(
    "turn",
    [
        *(Corrected(Answer.NO), Corrected(Answer.YES), Described(), Described(answer=Answer.NO)),
        *(Described(denied=("warmth",)), Described(parts=("breath",)), WentBack(), WentBack(question="swelling")),
        *(AskedWait(), AskedHow(), AskedWhy(), AskedRepeat(), AskedReadback(), AskedProgress(), AskedCheck()),
        *(Thanked(), Missed(), WentOn(), StartedOver(), StartedOver(plainly=False)),
    ],
)
def test_what_makes_no_sense_before_a_question_opens_the_check(turn: Turn) -> None:
    """As a launch does."""
    assert after(turn) == after(Launched())


@pytest.mark.parametrize(
    "turn",
    [
        *(Described(("swelling",)), Described(unsure=("swelling",)), Described(("both_or_cramps",), of_other=True)),
        *(ForSomeoneElse(), ForThemselves(), AskedSources(), AskedHelp()),
    ],
)
def test_whoever_opens_with_more_than_a_launch_hears_that_it_is_no_diagnosis(turn: Turn) -> None:
    """The disclaimer is not lost with the welcome."""
    state, reply = after(turn)

    assert "prompts.disclaimer.say" in names(reply)
    assert state.waiting == RED_FLAGS[0]


@pytest.mark.parametrize("turn", [AskedPrevention(), AskedReminder()])
def test_whoever_opens_for_a_tip_gets_one_and_no_check(turn: Turn) -> None:
    """With the disclaimer; no question of the check waits, another tip is offered."""
    state, reply = after(turn)

    assert "reminders" in [line.section for line in reply.say]
    assert "prompts.disclaimer.say" in names(reply)
    assert state.waiting is None
    assert asked(reply).id == "offer"


@pytest.mark.parametrize("more", [YES, WentOn(), AskedPrevention()])
def test_whoever_came_for_tips_hears_another_one_each_time(more: Turn) -> None:
    """None twice, until there is no more."""
    state, reply = after(Launched(), AskedPrevention())
    heard = [line.id for line in reply.say if line.section == "reminders"]
    while reply.ask is not None:
        state, reply = step(state, more)
        heard += [line.id for line in reply.say if line.section == "reminders"]

    assert len(heard) == len(set(heard)) > 3


def test_whoever_came_for_tips_leaves_with_nothing_unfinished() -> None:
    """There was no check."""
    said = names(after(Launched(), AskedPrevention(), NO)[1])

    assert "prompts.unfinished.say" not in said
    assert "prompts.goodbye.say" in said


@pytest.mark.parametrize("turn", [AskedCheck(), Described(("swelling",))])
def test_whoever_came_for_tips_can_begin_a_check(turn: Turn) -> None:
    """From the first red flag."""
    assert after(Launched(), AskedPrevention(), turn)[0].waiting == "breathing"


def test_a_no_to_a_tip_is_no_answer_to_a_red_flag() -> None:
    """It was not asked."""
    assert after(Launched(), AskedPrevention(), NO)[0].given == ()


def test_a_question_of_their_own_is_answered_at_once() -> None:
    """It claims nothing about the person, so no question about them waits: the check is offered."""
    state, reply = after(AskedTopic("blood_clot"))

    assert names(reply) == ["topics.blood_clot.answer"]
    assert asked(reply).id == "offer_check"
    assert state.waiting is None


def test_another_question_of_their_own_is_answered_too() -> None:
    """As many as they have, and the check is offered after each."""
    _, reply = after(BROWSING, AskedTopic(None), AskedTopic("travel"))

    assert names(reply) == ["topics.travel.answer"]
    assert asked(reply).id == "offer_check"


@pytest.mark.parametrize("turn", [YES, WentOn(), AskedCheck()])
def test_yes_to_the_check_begins_it_as_a_launch_does(turn: Turn) -> None:
    """With the welcome, from the first red flag; the yes is no answer to that."""
    assert after(BROWSING, turn) == after(Launched())


def test_no_to_the_check_is_goodbye_and_leaves_nothing_unfinished() -> None:
    """None was begun."""
    state, reply = after(BROWSING, NO)

    assert names(reply) == ["prompts.goodbye.say"]
    assert reply.ask is None
    assert state.given == ()


@pytest.mark.parametrize("turn", [UNSURE, Missed(), AskedRepeat()])
def test_what_is_no_answer_to_the_check_offers_it_again(turn: Turn) -> None:
    """No check begins by itself."""
    state, reply = after(BROWSING, turn)

    assert asked(reply).id == "offer_check"
    assert state.waiting is None
    assert state.given == ()


def test_leaving_after_a_question_of_their_own_leaves_nothing_unfinished() -> None:
    """They came for the answer."""
    assert names(after(BROWSING, Stopped())[1]) == ["prompts.goodbye.say"]


def test_a_sign_told_after_a_question_of_their_own_begins_the_check() -> None:
    """The first red flag waits, and its no is an answer."""
    state, reply = after(BROWSING, Described(("swelling",)))

    assert state.waiting == "breathing"
    assert "prompts.disclaimer.say" in names(reply)
    assert step(state, NO)[0].answers == {"swelling": Answer.YES, "breathing": Answer.NO}


@pytest.mark.parametrize("turn", [CriedForHelp(), CriedForHelp(("breathing.breath",))])
def test_emergency_words_after_a_question_of_their_own_are_the_alarm(turn: Turn) -> None:
    """As they are everywhere."""
    assert after(BROWSING, turn)[1].tells is Urgency.EMERGENCY_NOW


def test_a_question_of_their_own_after_the_launch_does_not_lose_the_check() -> None:
    """Whoever opened the check is in it."""
    state, reply = after(Launched(), BROWSING)

    assert state.waiting == "breathing"
    assert asked(reply).id == "breathing"


def test_whoever_opens_in_another_language_hears_which_one_is_understood() -> None:
    """Before the first question, which is asked all the same."""
    state, reply = after(SpokeOtherLanguage())

    assert names(reply) == ["prompts.other_language.say"]
    assert state.asking == "breathing"


def test_leaving_before_the_first_question_leaves_nothing_unfinished() -> None:
    """Nothing was begun."""
    assert names(after(Stopped())[1]) == ["prompts.goodbye.say"]


def test_asking_for_a_check_before_any_answer_opens_it_again() -> None:
    """Check my leg, said to the first question."""
    assert names(after(Launched(), AskedCheck())[1]) == ["prompts.welcome.say"]


def test_asking_for_a_check_in_the_middle_of_one_loses_nothing() -> None:
    """Only starting over forgets."""
    state, _ = after(Launched(), NO, NO, NO, YES, AskedCheck())

    assert state.answers["swelling"] is Answer.YES
    assert state.asking == "warmth"
