"""Signs that are told in passing: named, perhaps there, denied."""

import pytest

from skill.dialogue.conversation import step
from skill.dialogue.naming import names as names_of
from skill.dialogue.reply import Line
from skill.dialogue.result import summary_lines
from skill.dialogue.state import State
from skill.dialogue.turns import Answered, Described, ForSomeoneElse, Launched, Missed, Turn
from skill.rules.questions import BY_ID, RED_FLAGS, RISKS, SIGNS, TELLABLE, Answer
from skill.rules.triage import Urgency
from skill.workbench.check.states import reachable

from .walk import NO, SAME_DAY, SELF_CARE, TO_SWELLING, TO_UNWELL, UNSURE, YES, about, after, asked, names


def test_told_signs_count_as_answered_and_are_not_asked_again() -> None:
    """Swollen and warm, said at launch: the red flags are still asked, then only pain."""
    state, _ = after(Described(("swelling", "warmth")), NO, NO, NO)

    assert state.answers["swelling"] is state.answers["warmth"] is Answer.YES
    assert state.asking == "pain"


def test_told_signs_are_read_back() -> None:
    """In one sentence."""
    assert about(after(Described(("swelling", "warmth")))[1], "noted") == ("swelling", "warmth")


def test_a_sign_said_at_a_red_flag_does_not_answer_the_red_flag() -> None:
    """Breathing is still asked."""
    assert after(Launched(), Described(("pain",)))[0].asking == "breathing"


@pytest.mark.parametrize("named", dict.fromkeys((*SIGNS, *RISKS, "both_or_cramps", *TELLABLE)))
def test_whatever_is_told_is_noted_and_the_same_question_waits(named: str) -> None:
    """A risk and trouble in both legs too; neither is one-sided swelling."""
    state, reply = after(Launched(), Described((named,)))

    assert state.answers == {named: Answer.YES}
    assert asked(reply).id == "breathing"


@pytest.mark.parametrize("named", TELLABLE)
def test_what_nobody_is_asked_is_shown_the_right_door_when_it_is_told(named: str) -> None:
    """It is noted, and where to turn with it is said at once."""
    _, reply = after(*TO_SWELLING, Described((named,)))

    assert about(reply, "noted") == (named,)
    assert reply.say[1] == Line("told", named)


@pytest.mark.parametrize("named", ["swelling", "pregnant", "both_or_cramps"])
def test_what_is_asked_for_is_shown_no_door(named: str) -> None:
    """The result will say where to turn."""
    assert "told" not in [line.section for line in after(Launched(), Described((named,)))[1].say]


def test_one_door_is_shown_at_a_time() -> None:
    """Two in one breath are both noted, and the one that was named first has its door."""
    state, reply = after(Launched(), Described(("child", "elsewhere")))

    assert set(state.answers) == {"child", "elsewhere"}
    assert [line.id for line in reply.say if line.section == "told"] == ["child"]


def test_nobody_is_asked_for_what_is_only_told() -> None:
    """Everything that people can be asked is another question."""
    assert not {state.asking for state in reachable()} & set(TELLABLE)


@pytest.mark.parametrize(
    ("asked_for", "named"),
    [("care", "cancer"), ("care", "thinners"), ("care", "pregnant"), ("swelling", "arm")],
)
def test_naming_one_of_the_things_a_question_joins_is_the_yes_to_it(asked_for: str, named: str) -> None:
    """Blood thinners, said to "any pregnancy, blood thinner or cancer?"."""
    state, _ = after(*(SAME_DAY[:-1] if asked_for == "care" else TO_SWELLING))
    assert state.asking == asked_for
    state, _ = step(state, Described((named,)))

    assert state.answers[asked_for] is state.answers[named] is Answer.YES


@pytest.mark.parametrize("named", ["cancer", "thinners", "pregnant"])
def test_who_has_told_what_care_asks_for_is_not_asked_for_it(named: str) -> None:
    """Neither for all three, nor which of them it is."""
    state, _ = after(Launched(), Described((named,)), *TO_UNWELL[1:], NO)

    assert state.asking not in ("care", "pregnant")


def test_an_answer_and_a_sign_in_one_breath_are_both_taken() -> None:
    """No, but my calf is hot."""
    state, _ = after(Launched(), Described(("warmth",), answer=Answer.NO))

    assert state.answers == {"breathing": Answer.NO, "warmth": Answer.YES}
    assert state.asking == "collapse"


def test_an_unsure_red_flag_with_a_sign_is_explained_too() -> None:
    """Not sure about my breathing, and my calf is hot."""
    state, reply = after(Launched(), Described(("warmth",), answer=Answer.UNSURE))

    assert names(reply) == ["prompts.noted.say", "questions.breathing.how"]
    assert state.doubted
    assert state.answers == {"warmth": Answer.YES}


def test_a_yes_to_a_red_flag_with_a_sign_is_the_alarm() -> None:
    """Yes, and my leg is swollen."""
    assert after(Launched(), Described(("swelling",), answer=Answer.YES))[1].tells is Urgency.EMERGENCY_NOW


@pytest.mark.parametrize("answer", Answer)
@pytest.mark.parametrize("flag", range(len(RED_FLAGS)))
def test_an_answer_counts_the_same_with_a_denied_sign_beside_it(flag: int, answer: Answer) -> None:
    """No, and it isn't warm either."""
    before, _ = after(Launched(), *[NO] * flag)
    told, _ = step(before, Described(denied=("warmth",), answer=answer))

    assert told.answers == step(before, Described(answer=answer))[0].answers


def test_a_perhaps_is_noted_as_not_sure() -> None:
    """It may be a bit swollen: it is read back as not sure, and counts as a sign."""
    state, reply = after(Launched(), Described(unsure=("swelling",)))

    assert state.answers == {"swelling": Answer.UNSURE}
    assert about(reply, "heard_unsure") == ("swelling",)
    assert state.assessment.urgency is Urgency.SAME_DAY


def test_a_perhaps_takes_no_yes_away() -> None:
    """Swollen, then: perhaps it is a bit swollen."""
    assert after(*TO_SWELLING, YES, Described(unsure=("swelling",)))[0].answers["swelling"] is Answer.YES


@pytest.mark.parametrize("turn", [Described(("swelling",)), Described(unsure=("swelling",))])
def test_a_sign_that_was_a_no_and_is_told_now_counts(turn: Turn) -> None:
    """It can only raise the urgency."""
    state, _ = after(*TO_SWELLING, NO, turn)

    assert state.answers["swelling"] is not Answer.NO
    assert state.asking == "warmth"


def test_a_denied_sign_that_was_not_asked_yet_is_still_asked() -> None:
    """But it isn't warm: neither warm nor silently a no."""
    state, _ = after(*TO_SWELLING, Described(("swelling",), denied=("warmth",)))

    assert "warmth" not in state.answers
    assert state.asking == "warmth"


def test_the_echo_of_the_question_that_waits_is_an_answer_to_it() -> None:
    """It isn't warm, said when asked about warmth."""
    assert after(*TO_SWELLING, NO, Described(denied=("warmth",)))[0].answers["warmth"] is Answer.NO


def test_a_denied_sign_is_no_answer_to_a_red_flag() -> None:
    """It isn't swollen, said when asked about breathing."""
    state, _ = after(Launched(), Described(denied=("swelling",)))

    assert state.given == ()
    assert state.asking == "breathing"


@pytest.mark.parametrize("said", [YES, UNSURE])
@pytest.mark.parametrize("turn", [Described(denied=("swelling",)), Described(("pain",), denied=("swelling",))])
def test_a_sign_that_is_denied_after_it_was_named_is_asked_again(said: Turn, turn: Turn) -> None:
    """It isn't swollen, after a yes: neither kept nor silently a no."""
    state, _ = after(*TO_SWELLING, said, turn)

    assert state.asking == "swelling"
    assert "swelling" not in state.answers


def test_a_sign_denied_along_with_an_answer_is_asked_again_and_the_answer_taken() -> None:
    """No, and it isn't swollen after all."""
    state, _ = after(*TO_SWELLING, YES, Described(denied=("swelling",), answer=Answer.NO))

    assert state.answers["warmth"] is Answer.NO
    assert state.asking == "swelling"


def test_a_sign_denied_a_second_time_stays_a_no() -> None:
    """It was asked, it was answered."""
    state, _ = after(*TO_SWELLING, NO, Described(denied=("swelling",)))

    assert state.answers["swelling"] is Answer.NO
    assert state.asking == "warmth"


def test_a_sign_that_is_told_again_is_read_back_again() -> None:
    """The person is heard, though nothing is new."""
    told = Described(("warmth",))

    assert names(after(Launched(), told, told)[1]) == ["prompts.noted.say"]


def test_feeling_hot_answers_the_question_about_feeling_hot() -> None:
    """It is no news about the skin of the leg."""
    state, _ = after(*TO_UNWELL, Described(("warmth",)))

    assert state.answers["unwell"] is Answer.YES
    assert state.answers["warmth"] is Answer.NO


@pytest.mark.parametrize("turn", [Described(("swelling",)), Described(unsure=("swelling",))])
def test_a_sign_told_after_a_lower_result_gives_the_new_advice_at_once(turn: Turn) -> None:
    """Nothing is left to ask, so it is the new result."""
    state, reply = after(*SELF_CARE, turn)

    assert reply.tells is state.told is Urgency.SAME_DAY


@pytest.mark.parametrize(("sign", "then"), [("tenderness", "kept_still"), ("both_or_cramps", "both_new")])
def test_a_sign_told_after_a_lower_result_gives_the_new_advice_before_it_asks_more(sign: str, then: str) -> None:
    """The person may not stay for the questions that only this sign brings."""
    state, reply = after(*SELF_CARE, Described((sign,)))

    assert state.asking == then
    assert "outcomes.within_days.remember" in names(reply)


def test_what_is_denied_after_the_result_leads_back_to_the_offer() -> None:
    """No chest pain, said after the result: it is not told all over again."""
    _, first = after(*SAME_DAY)
    state, reply = after(*SAME_DAY, Described(denied=("breathing",)))

    assert state.told is Urgency.SAME_DAY
    assert reply.tells is None
    assert asked(reply) == asked(first)


def test_a_sign_that_is_told_again_after_the_result_tells_the_result_again() -> None:
    """It is no miss."""
    assert after(*SAME_DAY, Described(("swelling",)))[1].tells is Urgency.SAME_DAY


def test_a_sign_of_another_person_makes_the_check_about_them() -> None:
    """Her leg is swollen: the next question is about her breathing."""
    state, _ = after(Described(("swelling",), of_other=True))

    assert state.for_other
    assert state.asking == "breathing"


def test_a_sign_of_another_person_in_the_middle_of_a_check_takes_no_no_along() -> None:
    """Her leg is swollen, after three noes about oneself: she is asked from the first red flag."""
    state, _ = after(*TO_SWELLING, Described(("swelling",), of_other=True))

    assert state.for_other
    assert state.answers == {"swelling": Answer.YES}


def test_another_sign_of_the_same_person_loses_nothing() -> None:
    """Her leg is swollen, said in the middle of a check about her."""
    state, _ = after(Launched(), ForSomeoneElse(), NO, NO, NO, Described(("swelling",), of_other=True))

    assert state.asking == "warmth"


def test_a_sign_told_after_misses_is_understood() -> None:
    """It forgives them."""
    assert after(Launched(), Missed(), Missed(), Described(("pain",)))[0].misses == 0


def _to_care(*turns: Turn) -> State:
    """Answer up to the question of what changes whom to call, with one sign, then these."""
    state, _ = after(*TO_UNWELL, NO)
    assert state.asking == "care"
    for turn in turns:
        state, _ = step(state, turn)
    return state


@pytest.mark.parametrize("part", BY_ID["care"].parts)
def test_what_names_one_of_several_is_noted_by_itself(part: str) -> None:
    """Cancer is told as cancer, so that nobody asks for a pregnancy, and the doctor hears what it was."""
    state = _to_care(Described(answer=Answer.YES, named=(f"care.{part}",)))

    assert state.answers["care"] is state.answers[part] is Answer.YES
    assert state.asking not in ("care", "pregnant")
    assert part in _for_doctor(state)
    assert not any(name.startswith("care") for name in _for_doctor(state))


@pytest.mark.parametrize("answer", [Answer.YES, Answer.UNSURE])
def test_a_pregnancy_that_was_denied_is_not_asked_again_and_never_named(answer: Answer) -> None:
    """What is left of the question is named in its place."""
    state = _to_care(Described(parts=("pregnant",)), Answered(answer))

    assert state.answers["pregnant"] is Answer.NO
    assert state.told is Urgency.SAME_DAY
    assert names_of(state, ("care",)) == ("care.thinners.cancer",)


def test_a_no_to_which_of_them_takes_the_pregnancy_out_of_what_is_told() -> None:
    """A plain yes, and then a no to "is it a pregnancy?"."""
    assert names_of(_to_care(YES, NO), ("care",)) == ("care.thinners.cancer",)


def test_a_no_to_all_of_it_is_told_as_before() -> None:
    """Nothing is said of the parts."""
    assert names_of(_to_care(NO), ("care",)) == ("pregnant", "care")


def _for_doctor(state: State) -> tuple[str, ...]:
    return tuple(name for line in summary_lines(state) for name in line.about)
