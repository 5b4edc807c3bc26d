"""What is not understood is no answer: asked again, helped, and at last closed with safe advice."""

import pytest

from skill.dialogue.conversation import step
from skill.dialogue.reply import Line
from skill.dialogue.turns import (
    AskedHelp,
    AskedReadback,
    AskedTopic,
    AskedWhy,
    Corrected,
    Described,
    Launched,
    Missed,
    SpokeOtherLanguage,
    Stopped,
    Thanked,
    Turn,
    Unknown,
    WentOn,
)
from skill.rules.questions import Answer
from skill.rules.triage import Urgency

from .walk import NO, SAME_DAY, SELF_CARE, TO_SWELLING, UNSURE, WITHIN_DAYS, YES, after, asked, names

THREE = (Missed(), Missed(), Missed())
DENIED = Described(denied=("warmth",))


def test_a_first_miss_asks_in_other_words() -> None:
    """One miss: the question again, differently."""
    assert asked(after(*TO_SWELLING, Missed())[1]) == Line("questions", "swelling", "again")


def test_a_second_miss_names_the_possible_answers() -> None:
    """Two misses: yes, no, not sure."""
    assert names(after(*TO_SWELLING, Missed(), Missed())[1]) == ["prompts.choices.say"]


@pytest.mark.parametrize("before", [(Launched(),), (Launched(), NO), TO_SWELLING, (*TO_SWELLING, NO, NO)])
def test_a_third_miss_says_so_gives_safe_advice_and_closes(before: tuple[Turn, ...]) -> None:
    """It never becomes an answer: not a no, and no doubt either."""
    waiting, _ = after(*before)
    state, reply = after(*before, *THREE)

    assert state.given == waiting.given
    assert not state.doubted
    assert names(reply) == ["prompts.lost.say", "prompts.lost_advice.say"]
    assert reply.ask is None


def test_who_is_lost_with_a_sign_hears_what_was_heard_and_where_to_be_seen_today() -> None:
    """The advice for what was heard so far."""
    _, reply = after(*TO_SWELLING, YES, *THREE)

    assert names(reply)[0] == "prompts.lost.say"
    assert {"prompts.heard.say", "outcomes.same_day.act", "prompts.lost_advice.say"} <= set(names(reply))
    assert reply.tells is Urgency.SAME_DAY
    assert reply.ask is None


def test_who_is_lost_with_a_red_flag_in_doubt_is_to_be_seen_today() -> None:
    """The doubt was said, so it counts; the misses do not."""
    _, reply = after(Launched(), UNSURE, *THREE)

    assert "outcomes.same_day.act" in names(reply)
    assert reply.tells is Urgency.SAME_DAY


def test_who_is_lost_with_a_red_flag_in_doubt_and_a_sign_is_sent_for_help() -> None:
    """That is what was said, and no guess."""
    assert after(Described(("swelling",)), UNSURE, *THREE)[1].tells is Urgency.EMERGENCY_NOW


@pytest.mark.parametrize("before", [(Launched(),), TO_SWELLING, (*TO_SWELLING, YES), SAME_DAY[:-1]])
def test_who_is_lost_hears_of_no_danger_that_nobody_mentioned(before: tuple[Turn, ...]) -> None:
    """Only what was answered yes or not sure is named."""
    state, reply = after(*before, *THREE)

    assert all(state.answers[named] is not Answer.NO for line in reply.say for named in line.about)


@pytest.mark.parametrize(
    "turn",
    [NO, AskedWhy(), AskedHelp(), AskedTopic("cramps"), AskedReadback(), Thanked(), UNSURE, Described(("pain",))],
)
def test_being_understood_forgives_a_miss(turn: Turn) -> None:
    """Three in a row count, not three in all."""
    assert after(Launched(), Missed(), Missed(), turn)[0].misses == 0


def test_a_denied_part_forgives_a_miss() -> None:
    """My breathing is fine: it was understood."""
    assert after(Launched(), Missed(), Missed(), Described(parts=("breath",)))[0].misses == 0


def test_a_touch_is_no_miss() -> None:
    """A request that this skill does not know closes nothing, however often it comes."""
    state, reply = after(*TO_SWELLING, *[Unknown()] * 5)

    assert state.asking == "swelling"
    assert reply.ask is not None


def test_a_touch_neither_counts_as_a_miss_nor_forgives_one() -> None:
    """It says nothing about whether the person was understood."""
    assert after(Launched(), Missed(), Unknown())[0].misses == 1


def test_another_language_is_told_so_in_one_sentence() -> None:
    """And the question waits: no answer is made of it."""
    state, reply = after(*TO_SWELLING, SpokeOtherLanguage())

    assert names(reply) == ["prompts.other_language.say"]
    assert state.given == after(*TO_SWELLING)[0].given
    assert asked(reply).id == "swelling"


def test_another_language_three_times_closes_as_any_miss_does() -> None:
    """With the safe advice."""
    state, reply = after(Launched(), Missed(), SpokeOtherLanguage(), SpokeOtherLanguage())

    assert state.given == ()
    assert reply.ask is None
    assert names(reply)[0] == "prompts.lost.say"


def test_a_description_without_any_known_sign_is_a_miss() -> None:
    """Nothing is guessed."""
    state, _ = after(*TO_SWELLING, Described())

    assert state.misses == 1
    assert state.asking == "swelling"


def test_go_on_is_no_answer_to_a_question() -> None:
    """The possible answers are named; nothing is recorded."""
    state, reply = after(Launched(), WentOn())

    assert state.given == ()
    assert names(reply) == ["prompts.choices.say"]


@pytest.mark.parametrize("turn", [WentOn(), DENIED, Described(("warmth",)), SpokeOtherLanguage(), Missed()])
def test_words_that_do_not_answer_never_go_round_in_circles(turn: Turn) -> None:
    """The same words again and again end the check, and never as an answer to the question that waited."""
    state, reply = after(Launched(), NO, Described(("warmth",)))
    for _ in range(5):
        if reply.ask is None:
            break
        state, reply = step(state, turn)

    assert reply.ask is None
    assert "collapse" not in state.answers


def test_a_correction_that_changes_nothing_never_goes_round_in_circles() -> None:
    """I meant yes, to a yes, again and again."""
    _, reply = after(*TO_SWELLING, YES, *[Corrected(Answer.YES)] * 4)

    assert reply.ask is None or asked(reply).id != "warmth"


@pytest.mark.parametrize("before", [SAME_DAY, WITHIN_DAYS, SELF_CARE, (AskedTopic("blood_clot"),)])
def test_an_offer_that_is_missed_three_times_ends_in_goodbye(before: tuple[Turn, ...]) -> None:
    """Nothing hangs on a repeat, a tip, or a check that nobody asked for."""
    assert after(*before, Missed(), Missed())[1].ask is not None
    state, reply = after(*before, *THREE)

    assert names(reply)[-1] == "prompts.goodbye.say"
    assert reply.ask is None
    assert state.given == after(*before)[0].given


@pytest.mark.parametrize("told", [SAME_DAY, WITHIN_DAYS, SELF_CARE])
@pytest.mark.parametrize("turn", [Missed(), UNSURE])
def test_a_missed_offer_hears_the_advice_once_more(told: tuple[Turn, ...], turn: Turn) -> None:
    """It may have been the answer that was misheard; and the same is offered again."""
    before, first = after(*told)
    _, reply = after(*told, turn)

    assert before.told is not None
    assert names(reply) == ["prompts.missed.say", f"outcomes.{before.told.id}.remember"]
    assert asked(reply) == asked(first)


def test_a_result_begins_without_misses() -> None:
    """What was missed before it does not shorten the offer after it."""
    state, _ = after(*SAME_DAY[:-1], Missed(), NO)

    assert state.told is Urgency.SAME_DAY
    assert state.misses == 0


def test_an_are_you_sure_that_is_missed_three_times_does_nothing_of_it() -> None:
    """The answers are still there for the safe advice."""
    state, reply = after(*TO_SWELLING, YES, Stopped(plainly=False), *THREE)

    assert state.answers["swelling"] is Answer.YES
    assert "outcomes.same_day.act" in names(reply)
    assert reply.ask is None
