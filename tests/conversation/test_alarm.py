"""Emergencies: what is said, in which order, and what the one answer after it may be."""

import pytest

from skill.dialogue.conversation import step
from skill.dialogue.reply import Line
from skill.dialogue.turns import (
    AskedHelp,
    AskedHow,
    AskedReadback,
    AskedRepeat,
    AskedSources,
    AskedSummary,
    AskedTopic,
    AskedWait,
    AskedWhy,
    Corrected,
    CriedForHelp,
    CriedInDoubt,
    Described,
    ForSomeoneElse,
    Launched,
    Missed,
    SpokeOtherLanguage,
    StartedOver,
    Stopped,
    Thanked,
    Turn,
    Unknown,
    WentBack,
)
from skill.rules.questions import RED_FLAGS, Answer
from skill.rules.triage import Urgency

from .walk import ALARM, NO, SAME_DAY, SELF_CARE, TO_SWELLING, UNSURE, YES, about, after, asked, names

IF_WRONG = Line("prompts", "if_wrong")
MISHEARD = (WentBack(), WentBack(2), NO, Corrected(Answer.NO), Described(answer=Answer.NO))


@pytest.mark.parametrize("flag", range(len(RED_FLAGS)))
def test_a_red_flag_is_sent_for_help_on_that_answer(flag: int) -> None:
    """No further question of the check is asked."""
    state, reply = after(Launched(), *[NO] * flag, YES)

    assert state.told is Urgency.EMERGENCY_NOW
    assert state.waiting is None
    assert reply.tells is Urgency.EMERGENCY_NOW


@pytest.mark.parametrize("turns", [ALARM, (CriedForHelp(),), (Launched(), CriedForHelp(("breathing.chest",)))])
def test_an_alarm_begins_with_the_action_and_ends_with_the_number(turns: tuple[Turn, ...]) -> None:
    """Action first, then what was heard, then the number again: three short lines."""
    said = names(after(*turns)[1])

    assert said[0] == "outcomes.emergency_now.act"
    assert said[-1] == "outcomes.emergency_now.worse"
    assert len(said) == 3


def test_after_an_alarm_the_microphone_stays_open_for_a_correction() -> None:
    """If I heard wrong, say go back; and after a silence the number is said once more."""
    _, reply = after(*ALARM)

    assert reply.ask is not None
    assert reply.ask.line == IF_WRONG
    assert reply.ask.again == Line("outcomes", "emergency_now", "remember")


@pytest.mark.parametrize(
    ("turns", "heard"),
    [
        ((Launched(), YES), ("breathing",)),
        ((Launched(), NO, NO, YES), ("foot",)),
        ((CriedForHelp(("breathing.chest",)),), ("breathing.chest",)),
        ((CriedForHelp(("stroke",)),), ("stroke",)),
        ((*TO_SWELLING, NO, NO, YES, YES), ("pain", "unwell")),
    ],
)
def test_an_alarm_names_what_was_heard(turns: tuple[Turn, ...], heard: tuple[str, ...]) -> None:
    """Whoever was misheard can tell."""
    assert about(after(*turns)[1], "heard") == heard


@pytest.mark.parametrize("cried", [(), ("help",)])
@pytest.mark.parametrize("before", [(), (Launched(), UNSURE, UNSURE), (Launched(), NO)])
def test_a_cry_that_names_no_cause_is_given_none(before: tuple[Turn, ...], cried: tuple[str, ...]) -> None:
    """The skill does not guess what a cry for help is about."""
    said = after(*before, CriedForHelp(cried))[1].say

    assert not any(line.about for line in said)


@pytest.mark.parametrize(
    ("cried", "heard"),
    [
        (("breathing.breath", "breathing.chest", "collapse.faint"), ("breathing.breath",)),
        (("swelling", "foot.cold"), ("foot.cold",)),
        (("stroke", "breathing.chest"), ("stroke",)),
    ],
)
def test_one_reason_is_read_back_where_it_is_enough(cried: tuple[str, ...], heard: tuple[str, ...]) -> None:
    """It is to be over in ten seconds, spoken slowly. Of signs two are named: together they are the reason."""
    assert about(after(CriedForHelp(cried))[1], "heard") == heard


@pytest.mark.parametrize(
    "turns",
    [
        *((), (Launched(),), TO_SWELLING, SAME_DAY, SELF_CARE, (Launched(), UNSURE), (Launched(), NO, Missed())),
        *((*TO_SWELLING, Stopped(plainly=False)), (Launched(), CriedInDoubt(("stroke",))), (*TO_SWELLING, AskedWait())),
        *((Launched(), Described(parts=("breath",))), (*TO_SWELLING, ForSomeoneElse()), ALARM),
    ],
)
def test_emergency_words_win_in_every_state(turns: tuple[Turn, ...]) -> None:
    """Whatever waits, emergency words get the emergency answer in one turn."""
    state, reply = after(*turns, CriedForHelp(("collapse.faint",)))

    assert names(reply)[0] == "outcomes.emergency_now.act"
    assert reply.tells is state.told is Urgency.EMERGENCY_NOW


@pytest.mark.parametrize("turn", MISHEARD)
def test_a_misheard_yes_to_a_red_flag_is_asked_again(turn: Turn) -> None:
    """The answers before it are kept, and only what made the emergency is taken back."""
    state, reply = after(*ALARM, turn)

    assert state.answers == {"breathing": Answer.NO}
    assert asked(reply).id == "collapse"
    assert reply.tells is None


@pytest.mark.parametrize("turn", MISHEARD)
@pytest.mark.parametrize("cry", [(), ("stroke",), ("help",), ("breathing.chest",)])
def test_a_misheard_cry_loses_no_answer(turn: Turn, cry: tuple[str, ...]) -> None:
    """The question that waited is put again."""
    before, _ = after(*TO_SWELLING, YES)
    state, reply = step(step(before, CriedForHelp(cry))[0], turn)

    assert state.given == before.given
    assert asked(reply).id == "warmth"


@pytest.mark.parametrize("turn", [NO, Described(answer=Answer.NO), Described(denied=("pain",))])
def test_thoughts_of_dying_are_not_taken_back_by_a_no_in_passing(turn: Turn) -> None:
    """The action is said once more; going back still works for who was misheard."""
    state, reply = after(*TO_SWELLING, CriedForHelp(("harm",)), turn)

    assert names(reply) == ["outcomes.emergency_now.act"]
    assert state.told is Urgency.EMERGENCY_NOW
    assert after(*TO_SWELLING, CriedForHelp(("harm",)), WentBack())[0].told is None


@pytest.mark.parametrize("told", [SAME_DAY, SELF_CARE])
def test_a_misheard_cry_after_the_result_tells_the_result_again(told: tuple[Turn, ...]) -> None:
    """The advice is not lost with the false alarm."""
    before, first = after(*told)
    state, reply = step(step(before, CriedForHelp())[0], WentBack())

    assert state.told is before.told
    assert reply.tells is first.tells


def test_a_misheard_cry_before_the_first_question_opens_the_check() -> None:
    """There was nothing yet to go back to."""
    assert after(CriedForHelp(), WentBack())[0].asking == "breathing"


def test_going_back_from_a_sign_that_made_the_emergency_asks_for_that_sign() -> None:
    """The doubt about the red flag before it is kept, the sign is not."""
    state, _ = after(Launched(), UNSURE, UNSURE, NO, NO, YES, WentBack())

    assert state.answers["breathing"] is Answer.UNSURE
    assert state.asking == "swelling"


def test_a_doubt_about_a_red_flag_survives_a_misheard_cry() -> None:
    """Not sure about the breathing, then a cry that was none: it still counts as not sure."""
    state, _ = after(Launched(), UNSURE, CriedForHelp(), WentBack())

    assert state.asking == "breathing"
    assert state.assessment.urgency is Urgency.SAME_DAY


def test_the_same_alarm_can_come_again_after_it_was_taken_back() -> None:
    """Going back is no promise that all is well."""
    assert after(*ALARM, WentBack(), YES)[1].tells is Urgency.EMERGENCY_NOW


def test_starting_over_after_an_alarm_asks_the_first_question() -> None:
    """It is a way of saying that it was wrong."""
    state, reply = after(*ALARM, StartedOver())

    assert state.given == ()
    assert asked(reply).id == "breathing"


def test_an_alarm_can_be_heard_again() -> None:
    """And the microphone is open for a correction as before."""
    _, reply = after(*ALARM, AskedRepeat())

    assert names(reply)[0] == "outcomes.emergency_now.act"
    assert asked(reply) == IF_WRONG


@pytest.mark.parametrize(
    "turn",
    [
        *(YES, UNSURE, Missed(), Thanked(), Stopped(), AskedHelp(), AskedWhy(), AskedHow(), AskedSources(), Unknown()),
        *(AskedWait(), AskedReadback(), AskedTopic("blood_clot"), Described(("swelling",)), SpokeOtherLanguage()),
        *(ForSomeoneElse(), CriedInDoubt(("stroke",)), Described(), AskedSummary()),
        *(Described(answer=Answer.YES), Described(answer=Answer.UNSURE), Described(("swelling",), answer=Answer.YES)),
    ],
)
def test_anything_else_after_an_alarm_hears_the_action_once_more_and_the_end(turn: Turn) -> None:
    """Nothing may keep a person from the phone."""
    state, reply = after(*ALARM, turn)

    assert names(reply) == ["outcomes.emergency_now.act"]
    assert reply.ask is None
    assert state.told is Urgency.EMERGENCY_NOW


def test_whoever_has_no_phone_after_an_alarm_is_told_to_have_someone_call() -> None:
    """The action once more would be of no use."""
    state, reply = after(*ALARM, AskedTopic("no_phone"))

    assert names(reply) == ["outcomes.emergency_now.remember"]
    assert state.told is Urgency.EMERGENCY_NOW
