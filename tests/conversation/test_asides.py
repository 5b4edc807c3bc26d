"""What leaves the answers alone: why, how, topics, sources, the read-back, what to tell the doctor, how many more."""

import re

import pytest

from skill.dialogue.conversation import step
from skill.dialogue.result import UNSAID
from skill.dialogue.state import State
from skill.dialogue.turns import (
    AskedHow,
    AskedPrevention,
    AskedProgress,
    AskedReadback,
    AskedReminder,
    AskedRepeat,
    AskedSources,
    AskedSummary,
    AskedTopic,
    AskedWait,
    AskedWhy,
    Corrected,
    Described,
    Launched,
    StartedOver,
    Turn,
    WentBack,
)
from skill.rules.questions import Answer
from skill.words.library import load
from skill.words.speech import Voice
from skill.words.texts import LOCALES
from skill.workbench.check.states import reachable

from .walk import (
    ALARM,
    NO,
    SAME_DAY,
    SELF_CARE,
    TO_CRAMPS,
    TO_SWELLING,
    TO_UNWELL,
    UNSURE,
    WITHIN_DAYS,
    YES,
    about,
    after,
    asked,
    names,
)


def test_why_is_answered_with_the_reason_for_this_question() -> None:
    """Each question has its own why."""
    assert names(after(*TO_SWELLING, AskedWhy())[1]) == ["questions.swelling.why"]


def test_how_is_answered_with_the_way_to_check_it() -> None:
    """Each question has its own how."""
    assert names(after(*TO_SWELLING, AskedHow())[1]) == ["questions.swelling.how"]


def test_why_after_the_result_explains_the_result() -> None:
    """And how tells that it follows from the answers."""
    assert names(after(*SAME_DAY, AskedWhy())[1]) == ["outcomes.same_day.why"]
    assert names(after(*SAME_DAY, AskedHow())[1]) == ["prompts.how_result.say"]


def test_a_topic_is_answered_and_the_question_comes_back() -> None:
    """Their own questions, at any time."""
    state, reply = after(*TO_SWELLING, AskedTopic("blood_clot"))

    assert names(reply) == ["topics.blood_clot.answer"]
    assert state.asking == "swelling"


def test_an_unknown_topic_gets_an_honest_answer() -> None:
    """No guess."""
    assert names(after(*TO_SWELLING, AskedTopic(None))[1]) == ["prompts.no_topic.say"]


@pytest.mark.parametrize("topic", ["cramp_help", "travel"])
def test_no_topic_competes_with_being_seen(topic: str) -> None:
    """Rule 7 holds for their own questions too."""
    assert names(after(*TO_SWELLING, YES, AskedTopic(topic))[1]) == ["prompts.seen_first.say"]


@pytest.mark.parametrize("topic", ["known_clot", "clear_scan"])
@pytest.mark.parametrize("locale", LOCALES)
def test_a_clot_that_is_known_or_excluded_is_never_settled(topic: str, locale: str) -> None:
    """After "today" the answer says today again; in mid-check it says when it is a matter of today."""
    voice = Voice(load(locale))
    for turns in (TO_SWELLING, SAME_DAY):
        _, reply = after(*turns, AskedTopic(topic))
        said = " ".join(voice.text(line) for line in reply.say)

        assert re.search(r"\btoday\b", said)
        assert re.search(r"\b(?:seen|look|go)\b", said)


@pytest.mark.parametrize("turn", [AskedPrevention(), AskedReminder(), AskedTopic("travel")])
def test_nothing_competes_with_being_seen_while_a_red_flag_is_in_doubt(turn: Turn) -> None:
    """Unsure about the breathing is at least today."""
    said = names(after(Launched(), UNSURE, turn)[1])

    assert said[-1] in ("reminders.wait_safely.say", "prompts.seen_first.say")


def test_asking_for_prevention_with_a_sign_gives_no_competing_tip() -> None:
    """Rule 7 holds in mid-check too."""
    assert names(after(*TO_SWELLING, YES, AskedPrevention())[1]) == ["reminders.wait_safely.say"]


def test_a_timed_reminder_is_refused_honestly_and_a_spoken_one_given() -> None:
    """It cannot be set yet."""
    _, reply = after(*TO_SWELLING, AskedReminder())

    assert names(reply)[0] == "prompts.no_alarm.say"
    assert [line.section for line in reply.say] == ["prompts", "reminders"]


def test_sources_after_a_result_are_those_of_the_answers_that_decided_it() -> None:
    """And of the first question when none did."""
    assert after(*SAME_DAY, AskedSources())[1].say[0].about == ("swelling",)
    assert after(*SELF_CARE, AskedSources())[1].say[0].about == ("breathing",)


def test_can_it_wait_after_a_result_is_no_take_your_time() -> None:
    """`Wait` said after the result may be a question."""
    assert names(after(*SAME_DAY, AskedWait())[1]) == ["outcomes.same_day.remember"]


@pytest.mark.parametrize("turns", [SAME_DAY, WITHIN_DAYS, SELF_CARE])
def test_repeating_the_result_repeats_all_of_it(turns: tuple[Turn, ...]) -> None:
    """In the words for this person, and what waits after it is what was offered."""
    told, first = after(*turns)
    _, again = step(told, AskedRepeat())

    assert again.say == first.say
    assert again.ask == first.ask


def test_the_answers_are_read_back_as_they_were_noted() -> None:
    """What is there, what is not sure and what is not, each by its name; nothing changes by it."""
    before, _ = after(*TO_SWELLING, YES, UNSURE)
    state, reply = step(before, AskedReadback())

    assert about(reply, "heard") == ("swelling",)
    assert about(reply, "heard_unsure") == ("warmth",)
    assert about(reply, "heard_no") == ("breathing", "collapse", "foot")
    assert state.given == before.given
    assert asked(reply).id == "pain"


@pytest.mark.parametrize("turns", [TO_SWELLING, (Launched(), Described(("veins",))), (Launched(), NO, UNSURE, UNSURE)])
def test_a_few_answers_are_read_back_each_by_its_name(turns: tuple[Turn, ...]) -> None:
    """Three noes still stay in a head."""
    state, reply = after(*turns, AskedReadback())

    assert sorted(name for line in reply.say for name in line.about) == sorted(state.answers)


@pytest.mark.parametrize("turns", [SAME_DAY, WITHIN_DAYS, (*TO_SWELLING, NO, UNSURE)])
def test_many_noes_are_summed_up_after_what_is_there(turns: tuple[Turn, ...]) -> None:
    """A list of eight noes helps nobody; every yes and every not sure is named all the same."""
    state, reply = after(*turns, AskedReadback())
    others = sorted(name for name, answer in state.answers.items() if answer is not Answer.NO)

    assert sorted(name for line in reply.say for name in line.about) == others
    assert names(reply)[-1] == "prompts.heard_no_rest.say"


@pytest.mark.parametrize("turns", [SELF_CARE, (*TO_SWELLING, NO)])
def test_nothing_but_many_noes_is_one_sentence(turns: tuple[Turn, ...]) -> None:
    """There is nothing else for it to be the rest of."""
    assert names(after(*turns, AskedReadback())[1]) == ["prompts.heard_no_all.say"]


def test_a_part_that_was_named_is_read_back_instead_of_its_question() -> None:
    """Yes, cramps: that is what was said, and not "both legs or cramps"."""
    told = Described(answer=Answer.YES, named=("both_or_cramps.cramps",))

    assert about(after(*TO_CRAMPS, told, AskedReadback())[1], "heard") == ("both_or_cramps.cramps",)


@pytest.mark.parametrize(
    "undone", [(WentBack(), NO), (Corrected(Answer.NO, "both_or_cramps"), NO), (StartedOver(), NO)]
)
def test_a_part_is_forgotten_with_its_answer(undone: tuple[Turn, ...]) -> None:
    """What was taken back is not read back."""
    told = Described(answer=Answer.YES, named=("both_or_cramps.cramps",))
    state, reply = after(*TO_CRAMPS, told, *undone, AskedReadback())

    assert not state.heard
    assert "both_or_cramps.cramps" not in about(reply, "heard")


def test_a_pregnancy_is_read_back_once() -> None:
    """Two questions were answered yes for it: the one that says it more closely is named."""
    state, reply = after(*TO_UNWELL, NO, YES, YES, AskedReadback())

    assert state.answers["care"] is state.answers["pregnant"] is Answer.YES
    assert about(reply, "heard") == ("swelling", "pregnant")


@pytest.mark.parametrize("turns", [SAME_DAY, WITHIN_DAYS, (*TO_SWELLING, YES, UNSURE)])
def test_what_to_tell_the_doctor_is_the_yeses_and_since_when(turns: tuple[Turn, ...]) -> None:
    """In mid-check and after the result; no answer changes by it."""
    before, _ = after(*turns)
    state, reply = step(before, AskedSummary())

    assert about(reply, "for_doctor") == tuple(
        q for q, answer in state.answers.items() if answer is Answer.YES and q not in UNSAID
    )
    assert names(reply) == ["prompts.for_doctor.say", "prompts.for_doctor_since.say"]
    assert state.given == before.given
    assert state.asking == before.asking


def test_what_to_tell_the_doctor_names_risks_too() -> None:
    """They are not read back in the result, but the doctor needs them."""
    assert about(after(*TO_UNWELL, NO, YES, YES, AskedSummary())[1], "for_doctor") == ("swelling", "pregnant")


def test_what_to_tell_the_doctor_is_unsure_where_nothing_is_a_yes() -> None:
    """A perhaps is told as a perhaps."""
    _, reply = after(*TO_SWELLING, UNSURE, AskedSummary())

    assert about(reply, "for_doctor_unsure") == ("swelling",)
    assert names(reply)[-1] == "prompts.for_doctor_since.say"


@pytest.mark.parametrize("turns", [(Launched(),), TO_SWELLING, SELF_CARE])
def test_what_to_tell_the_doctor_after_only_noes_puts_no_words_in_the_mouth(turns: tuple[Turn, ...]) -> None:
    """Nothing was found, so nothing is claimed."""
    assert names(after(*turns, AskedSummary())[1]) == ["prompts.for_doctor_nothing.say"]


def test_a_read_back_of_nothing_says_so() -> None:
    """Nobody is left guessing."""
    assert names(after(Launched(), AskedReadback())[1]) == ["prompts.nothing_noted.say"]


def left(state: State) -> int:
    """Count the questions until the result, each answered no."""
    count = 0
    while state.asking is not None:
        state, count = step(state, NO)[0], count + 1
    return count


def test_how_many_more_is_what_is_still_asked() -> None:
    """Whoever says no to all that comes hears exactly so many questions, from wherever they ask."""
    for state in reachable():
        if state.asking is not None:
            (said,) = step(state, AskedProgress())[1].say
            assert said.count == left(state)


def test_how_many_more_has_a_word_for_every_number() -> None:
    """In speech a number is a word."""
    numbers = load("en-US").grammar.numbers

    assert max(left(state) for state in reachable()) < len(numbers) == len(set(numbers))


def test_how_many_more_after_the_result_is_none() -> None:
    """All were asked."""
    assert names(after(*SAME_DAY, AskedProgress())[1]) == ["prompts.all_asked.say"]


def test_what_is_read_back_after_a_misheard_alarm_is_all_that_was_kept() -> None:
    """Going back took one answer, and no more."""
    assert about(after(*ALARM, NO, AskedReadback())[1], "heard_no") == ("breathing",)
