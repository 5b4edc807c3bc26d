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
    Missed,
    Stopped,
    Thanked,
    Turn,
    Unknown,
    WentBack,
)
from skill.rules.questions import BY_ID, CORE_SIGNS, QUESTIONS, Answer
from skill.rules.triage import Urgency
from skill.workbench.check.states import reachable

from .walk import NO, SAME_DAY, SELF_CARE, TO_SWELLING, UNSURE, WITHIN_DAYS, YES, after, asked, names

ASIDES = (AskedWhy(), AskedHow(), AskedHelp(), AskedRepeat(), AskedWait(), Thanked(), AskedSources(), Unknown())
IN_PARTS = [question.id for question in QUESTIONS if question.parts]
IN_MANY_PARTS = [question.id for question in QUESTIONS if len(question.parts) > 3]
MARKED = [
    (TO_SWELLING, "prompts.now_the_leg.say"),
    ((Launched(), UNSURE, UNSURE, NO, NO), "prompts.now_the_leg.say"),
    ((Launched(), Described(("swelling",)), NO, NO, NO), "prompts.now_the_leg.say"),
    (SAME_DAY[:-1], "prompts.about_you.say"),
    (SELF_CARE[:-1], "prompts.about_you.say"),
]
BREATH, CHEST = Described(parts=("breath",)), Described(parts=("chest",))
FOOT_NOT_COLD: tuple[Turn, ...] = (Launched(), NO, NO, Described(parts=("cold",)))  # four other parts are open


def at(question: str) -> State:
    """Give a check in which this question waits, whatever the rules make of the answers before."""
    said = {q.id: Answer.NO for q in QUESTIONS[: list(BY_ID).index(question)]}
    if question in ONLY_AFTER:
        said[ONLY_AFTER[question]] = Answer.YES
    state = State(tuple(said.items()), started=True)
    assert state.asking == question
    return state


# Asked only after a yes to another one.
ONLY_AFTER = {
    "very_ill": "unwell",
    "pregnant": "care",
    "both_new": "both_or_cramps",
    "kept_still": "tenderness",
    "past_clot": "tenderness",
}


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


@pytest.mark.parametrize("second", [UNSURE, NO])
def test_only_the_first_red_flag_in_doubt_is_explained(second: Turn) -> None:
    """Once in a check, however the explained one was answered: nobody is kept longer by three explanations."""
    state, reply = after(Launched(), UNSURE, second, UNSURE)

    assert state.answers["collapse"] is Answer.UNSURE
    assert "questions.collapse.how" not in names(reply)
    assert asked(reply).id == "foot"


def test_no_to_everything_is_done_in_twelve_answers() -> None:
    """And the result is told on the last one."""
    assert after(Launched(), *[NO] * 11)[0].told is None
    assert after(Launched(), *[NO] * 12)[0].told is Urgency.SELF_CARE


@pytest.mark.parametrize("sign", range(len(CORE_SIGNS)))
@pytest.mark.parametrize("answer", [YES, UNSURE])
def test_one_core_sign_is_done_in_eight_answers(sign: int, answer: Turn) -> None:
    """Somebody with a reason to be seen today is told so soon."""
    noes = [NO] * (len(CORE_SIGNS) - 1 - sign)

    assert after(*TO_SWELLING, *[NO] * sign, answer, *noes, NO, NO)[0].told is Urgency.SAME_DAY


@pytest.mark.parametrize(("turns", "mark"), MARKED)
def test_a_step_on_the_way_is_marked_right_before_its_first_question(turns: tuple[Turn, ...], mark: str) -> None:
    """The three emergency questions are done; then the leg is."""
    assert names(after(*turns)[1])[-1:] == [mark]


def test_no_step_is_marked_where_none_is_taken() -> None:
    """Whatever is answered, there are two marks, each before one question."""
    for state in filter(lambda reached: reached.asking, reachable()):
        for turn in (NO, UNSURE, YES):
            after_it, reply = step(state, turn)
            said = {line.id for line in reply.say}
            assert ("now_the_leg" in said) is (after_it.asking == "swelling")
            assert ("about_you" in said) is (after_it.asking == "care")


@pytest.mark.parametrize("turn", [AskedRepeat(), AskedWhy(), Missed(), Unknown(), Thanked()])
def test_a_mark_is_not_said_again_with_the_same_question(turn: Turn) -> None:
    """Nothing was answered in between."""
    assert "prompts.now_the_leg.say" not in names(after(*TO_SWELLING, turn)[1])


def test_a_red_flag_that_ends_the_check_is_followed_by_no_mark() -> None:
    """There is no leg to go on to."""
    assert "prompts.now_the_leg.say" not in names(after(Launched(), NO, NO, YES)[1])


def test_an_unsure_red_flag_and_then_a_sign_is_an_emergency() -> None:
    """The check ends at the sign."""
    state, reply = after(Launched(), UNSURE, UNSURE, NO, NO, YES)

    assert reply.tells is state.told is Urgency.EMERGENCY_NOW


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
def test_a_denied_part_is_no_answer_and_no_miss(question: str) -> None:
    """My breathing is fine: the question is still open."""
    before = at(question)
    state, reply = step(before, Described(parts=BY_ID[question].parts[:1]))

    assert state.given == before.given
    assert state.misses == 0
    assert asked(reply).id == question


@pytest.mark.parametrize("question", IN_PARTS)
def test_one_or_two_parts_that_are_left_are_asked_by_themselves(question: str) -> None:
    """My breathing is fine - and any pain in the chest?"""
    parts = BY_ID[question].parts
    for left in (parts[-2:], parts[-1:]):
        denied = tuple(part for part in parts if part not in left)
        if denied:
            _, reply = step(at(question), Described(parts=denied))
            assert asked(reply) == Line("questions", question, "rest", parts=left)


@pytest.mark.parametrize("question", IN_MANY_PARTS)
def test_with_more_than_two_parts_left_the_whole_question_is_put_in_other_words(question: str) -> None:
    """Of a list of four nobody keeps track."""
    _, reply = step(at(question), Described(parts=BY_ID[question].parts[:1]))

    assert asked(reply) == Line("questions", question, "again")


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
    assert after(Launched(), part, YES)[1].tells is Urgency.EMERGENCY_NOW
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
        *(WITHIN_DAYS, SELF_CARE, (AskedTopic("blood_clot"),), FOOT_NOT_COLD),
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

    assert again.ask == first.ask
    assert not again.slow


@pytest.mark.parametrize("turns", [TO_SWELLING, (Launched(), UNSURE), (Launched(), BREATH), FOOT_NOT_COLD])
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
