"""Answers to the question that waits, its parts, and how it is asked again."""

import pytest

from skill.dialogue.conversation import step
from skill.dialogue.reply import Line
from skill.dialogue.state import State
from skill.dialogue.turns import (
    Answered,
    AskedHelp,
    AskedHow,
    AskedRepeat,
    AskedSources,
    AskedTopic,
    AskedWait,
    AskedWhy,
    Corrected,
    CriedInDoubt,
    Described,
    Launched,
    Stopped,
    Thanked,
    Turn,
    Unknown,
    WentBack,
)
from skill.rules.questions import BY_ID, QUESTIONS, RED_FLAGS, Answer
from skill.rules.triage import Urgency

from .walk import NO, SAME_DAY, TO_SWELLING, UNSURE, YES, after, asked, names

ASIDES = (AskedWhy(), AskedHow(), AskedHelp(), AskedRepeat(), AskedWait(), Thanked(), AskedSources(), Unknown())
IN_PARTS = [question.id for question in QUESTIONS if question.parts]
BREATH, CHEST = Described(parts=("breath",)), Described(parts=("chest",))


def at(question: str) -> State:
    """Give a check in which this question waits, whatever the rules make of the answers before."""
    state = State(tuple((q.id, Answer.NO) for q in QUESTIONS[: list(BY_ID).index(question)]), started=True)
    if question == "unwell":
        state = State((*((f, Answer.NO) for f in RED_FLAGS), *SWOLLEN), started=True)
    elif question in ("kept_still", "past_clot", "hormones"):
        state = state.without("tenderness").answered("tenderness", Answer.YES)
    assert state.asking == question
    return state


SWOLLEN = (("swelling", Answer.YES), ("warmth", Answer.NO), ("pain", Answer.NO))


def test_an_unsure_red_flag_is_explained_and_asked_once_more() -> None:
    """Unsure about breathing gets the explanation and the same question in other words."""
    state, reply = after(Launched(), UNSURE)

    assert state.asking == "breathing"
    assert names(reply) == ["questions.breathing.how"]
    assert asked(reply) == Line("questions", "breathing", "again")


def test_a_red_flag_that_stays_unsure_is_recorded_and_the_check_goes_on() -> None:
    """The second unsure answer counts; with no sign it ends at least same-day."""
    state, _ = after(Launched(), UNSURE, UNSURE)

    assert state.answers == {"breathing": Answer.UNSURE}
    assert state.assessment.urgency is Urgency.SAME_DAY


def test_an_unsure_red_flag_answered_no_after_the_explanation_is_a_no() -> None:
    """The explanation may settle it."""
    assert after(Launched(), UNSURE, NO)[0].answers == {"breathing": Answer.NO}


def test_an_unsure_red_flag_and_then_a_sign_is_an_emergency() -> None:
    """The check ends at the sign."""
    state, reply = after(Launched(), UNSURE, UNSURE, NO, NO, YES)

    assert reply.card is state.told is Urgency.EMERGENCY_NOW


@pytest.mark.parametrize("aside", ASIDES)
def test_an_aside_leaves_the_answers_alone_and_asks_the_pending_question(aside: Turn) -> None:
    """Help, why, how, repeat, wait, thanks, sources, a touch: nothing is lost and the same question waits."""
    before, _ = after(*TO_SWELLING)
    state, reply = step(before, aside)

    assert state.given == before.given
    assert asked(reply).id == "swelling"


@pytest.mark.parametrize("aside", [*ASIDES, AskedTopic("blood_clot"), Described(("pain",))])
def test_a_doubt_and_the_parts_that_were_denied_survive_what_comes_between(aside: Turn) -> None:
    """Unsure about breathing, or its first part denied, then something else: nothing is asked anew."""
    assert after(Launched(), UNSURE, aside)[0].doubted
    assert after(Launched(), BREATH, aside)[0].parts == ("breath",)


@pytest.mark.parametrize("question", IN_PARTS)
def test_a_denied_part_asks_the_rest_by_itself(question: str) -> None:
    """My breathing is fine - and any pain in the chest? It is no miss and no answer."""
    first, *rest = BY_ID[question].parts
    before = at(question)
    state, reply = step(before, Described(parts=(first,)))

    assert state.given == before.given
    assert state.misses == 0
    assert asked(reply) == Line("questions", question, "rest", parts=tuple(rest))


@pytest.mark.parametrize("question", IN_PARTS)
def test_parts_denied_one_by_one_are_the_no_to_the_question(question: str) -> None:
    """Each was asked, each was denied."""
    state = at(question)
    for part in BY_ID[question].parts:
        assert question not in state.answers
        state, _ = step(state, Described(parts=(part,)))

    assert state.answers[question] is Answer.NO


def test_the_same_part_denied_again_leaves_the_rest_open() -> None:
    """What denies a part denies that part only; after three times the person is lost, and no answer was made up."""
    state, reply = after(Launched(), BREATH, BREATH)
    assert not state.given
    assert reply.ask is not None
    assert not after(Launched(), *[BREATH] * 4)[0].given


def test_all_parts_denied_at_once_are_the_no_to_the_question() -> None:
    """No chest pain, no trouble breathing."""
    assert after(Launched(), Described(parts=("chest", "breath")))[0].answers == {"breathing": Answer.NO}


@pytest.mark.parametrize("part", [BREATH, CHEST])
def test_the_rest_of_a_question_is_answered_like_any_question(part: Turn) -> None:
    """No ends it, yes is the alarm, not sure is explained and asked again."""
    assert after(Launched(), part, NO)[0].answers == {"breathing": Answer.NO}
    assert after(Launched(), part, YES)[1].card is Urgency.EMERGENCY_NOW
    assert names(after(Launched(), part, UNSURE)[1]) == ["questions.breathing.how"]


def test_a_denied_part_is_no_doubt_and_takes_none_away() -> None:
    """Not sure, then: my breathing is fine. The chest is still not sure."""
    state, _ = after(Launched(), UNSURE, BREATH)

    assert state.doubted
    assert state.assessment.urgency is Urgency.SAME_DAY


def test_going_back_takes_a_denied_part_back_first() -> None:
    """Not the answer before it."""
    state, reply = after(Launched(), NO, Described(parts=("blood",)), WentBack())

    assert state.answers == {"breathing": Answer.NO}
    assert asked(reply) == Line("questions", "collapse", "ask")


def test_a_part_denied_with_a_sign_keeps_both() -> None:
    """My breathing is fine but my calf is swollen."""
    state, reply = after(Launched(), Described(("swelling",), parts=("breath",)))

    assert state.answers == {"swelling": Answer.YES}
    assert asked(reply) == Line("questions", "breathing", "rest", parts=("chest",))


def test_a_wait_leaves_a_long_silence_before_the_question_is_repeated() -> None:
    """Alexa keeps listening as long as she can."""
    _, reply = after(*TO_SWELLING, AskedWait())

    assert reply.ask is not None
    assert reply.ask.patient


@pytest.mark.parametrize(
    "turns",
    [
        *(TO_SWELLING, SAME_DAY, (Launched(), BREATH), (Launched(), CriedInDoubt(("stroke",)))),
        *((*TO_SWELLING, Stopped(plainly=False)), (Launched(), UNSURE), (*TO_SWELLING, AskedRepeat(), AskedRepeat())),
    ],
)
def test_the_reprompt_after_silence_says_it_differently(turns: tuple[Turn, ...]) -> None:
    """Silence never hears the same words twice."""
    _, reply = after(*turns)

    assert reply.ask is not None
    assert reply.ask.line != reply.ask.again


def test_a_repeat_says_the_same_words_again() -> None:
    """At the usual pace."""
    _, first = after(*TO_SWELLING)
    _, again = after(*TO_SWELLING, AskedRepeat())

    assert again == first


@pytest.mark.parametrize("turns", [TO_SWELLING, (Launched(), UNSURE), (Launched(), BREATH)])
def test_a_second_repeat_comes_slower_and_in_other_words(turns: tuple[Turn, ...]) -> None:
    """The same sounds again would be no help."""
    _, once = after(*turns, AskedRepeat())
    _, twice = after(*turns, AskedRepeat(), AskedRepeat())

    assert not once.slow
    assert twice.slow
    assert asked(twice) != asked(once)


def test_what_is_said_between_two_repeats_makes_them_two_first_ones() -> None:
    """In a row is what counts."""
    _, reply = after(*TO_SWELLING, AskedRepeat(), AskedWhy(), AskedRepeat())

    assert not reply.slow


def test_the_next_question_comes_at_the_usual_pace() -> None:
    """And in its own first words."""
    _, reply = after(*TO_SWELLING, AskedRepeat(), AskedRepeat(), NO)

    assert not reply.slow
    assert asked(reply) == Line("questions", "warmth", "ask")


@pytest.mark.parametrize("answer", Answer)
@pytest.mark.parametrize("turn", [Answered, Corrected, lambda answer: Described(answer=answer)])
def test_an_answer_to_another_question_than_the_one_that_waits_is_not_taken(turn: type, answer: Answer) -> None:
    """As when the questions change while a session is open: it is asked again."""
    before, _ = after(*TO_SWELLING)
    state, reply = step(before, turn(answer), "warmth")

    assert state.given == before.given
    assert asked(reply).id == "swelling"


def test_an_answer_without_a_question_that_was_heard_is_not_taken() -> None:
    """Attributes that name no question: nothing was asked."""
    before, _ = after(*TO_SWELLING)

    assert step(before, YES, None)[0].given == before.given
    assert step(before, YES, "swelling")[0].answers["swelling"] is Answer.YES
