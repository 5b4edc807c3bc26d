"""What every kind of turn does, and what is said to it by name: rows of the conversation that nothing else watched."""

import pytest

from skill.dialogue import turns
from skill.dialogue.conversation import step
from skill.dialogue.naming import names as named
from skill.dialogue.reply import Line, Reply
from skill.dialogue.state import State
from skill.dialogue.taken import taken_for
from skill.dialogue.turns import Answered, Described, Launched, Turn
from skill.rules.questions import Answer
from skill.rules.triage import Urgency
from tests.conversation.walk import (
    ALARM,
    NO,
    SAME_DAY,
    SELF_CARE,
    TO_SWELLING,
    UNSURE,
    WITHIN_DAYS,
    YES,
    about,
    after,
    asked,
    names,
)

MISSED = turns.Missed()
TOPIC = turns.AskedTopic("blood_clot")


def prompts(reply: Reply) -> list[str]:
    """Name the prompts that are said."""
    return [line.id for line in reply.say if line.section == "prompts"]


SAID: dict[str, tuple[tuple[Turn, ...], Turn, list[str]]] = {
    "going back says so": ((*TO_SWELLING, YES), turns.WentBack(), ["back"]),
    "going back to a question says so": ((*TO_SWELLING, YES), turns.WentBack(question="breathing"), ["back"]),
    "going back to what was not asked says nothing": (TO_SWELLING, turns.WentBack(question="pain"), []),
    "at the first question there is nothing to go back to": ((Launched(),), turns.WentBack(), ["first_question"]),
    "a correction by name is read back": (
        (Launched(),),
        turns.Corrected(Answer.YES, "veins"),
        ["corrected"],
    ),
    "a yes is asked again before it is taken away": ((*TO_SWELLING, YES), turns.Corrected(Answer.NO), ["to_be_sure"]),
    "what was so already is asked to be sure": ((*TO_SWELLING, YES), turns.Corrected(Answer.YES), ["to_be_sure"]),
    "a red flag is changed by its name alone": (TO_SWELLING, turns.Corrected(Answer.YES), ["to_be_sure"]),
    "one's own leg is said to be so": ((Launched(), turns.ForSomeoneElse()), turns.ForThemselves(), ["for_self"]),
    "another's leg at the start": ((Launched(),), turns.ForSomeoneElse(), ["for_other"]),
    "a set reminder cannot be made before a check": ((), turns.AskedReminder(), ["no_alarm", "disclaimer"]),
    "a tip before a check says what this is not": ((), turns.AskedPrevention(), ["disclaimer"]),
    "another language before a check is asked in ours": ((), turns.SpokeOtherLanguage(), ["other_language"]),
    "a sign before a check says what this is not": ((), Described(("swelling",)), ["noted", "disclaimer"]),
    "a no to more tips leaves": ((turns.AskedPrevention(),), NO, ["goodbye"]),
    "a miss after a tip offers it again": ((turns.AskedPrevention(),), MISSED, ["missed"]),
    "after a question of their own a yes begins the check": ((TOPIC,), YES, ["welcome"]),
    "whoever is lost hears what to do": ((Launched(), MISSED, MISSED), MISSED, ["lost", "lost_advice"]),
}


@pytest.mark.parametrize("claim", SAID)
def test_what_is_said(claim: str) -> None:
    """By the names of its texts, in this order."""
    before, turn, said = SAID[claim]

    assert prompts(after(*before, turn)[1]) == said


def test_a_correction_is_read_back_with_the_new_answer() -> None:
    """So that a misheard one is noticed."""
    _, reply = after(*TO_SWELLING, NO, turns.Corrected(Answer.YES, "swelling"))

    assert [(line.about, line.answer) for line in reply.say if line.id == "corrected"] == [(("swelling",), Answer.YES)]
    assert about(reply, "corrected") == ("swelling",)


@pytest.mark.parametrize(
    "turn",
    [
        Described(parts=("breath",)),
        turns.ForSomeoneElse(),
        turns.WentBack(),
        Described(signs=("swelling",)),
        NO,
    ],
)
def test_whoever_is_understood_is_not_lost(turn: Turn) -> None:
    """Misses count in a row: after one that was understood it takes three again."""
    state, _ = after(Launched(), MISSED, MISSED, turn)

    assert state.misses == 0


def test_after_a_step_back_from_an_explanation_one_answer_less_is_undone() -> None:
    """The explained red flag is not recorded yet."""
    state, reply = after(Launched(), NO, NO, UNSURE, turns.WentBack(2))

    assert state.answers == {"breathing": Answer.NO}
    assert asked(reply).id == "collapse"


@pytest.mark.parametrize(
    ("turn", "is_denied"),
    [
        (Described(denied=("breathing",)), True),
        (Described(parts=("breath",)), True),
        (Described(denied=("breathing",), parts=("breath",)), True),
        (Described(answer=Answer.NO), True),
        (Described(signs=("swelling",), denied=("breathing",)), False),
        (Described(unsure=("swelling",), denied=("breathing",)), False),
        (Described(answer=Answer.YES, denied=("breathing",)), False),
        (Described(answer=Answer.UNSURE, denied=("breathing",)), False),
        (Described(answer=Answer.NO, signs=("swelling",)), False),
    ],
)
def test_an_alarm_is_taken_back_by_a_plain_denial_alone(turn: Described, is_denied: bool) -> None:
    """Whoever tells of anything that is there hears the advice once more."""
    state, reply = after(*ALARM, turn)

    assert (state.told is None) is is_denied
    assert ("outcomes.emergency_now.act" in names(reply)) is not is_denied


@pytest.mark.parametrize(
    ("given", "has_card", "urgency"),
    [((NO, NO, NO), False, None), ((NO, NO, NO, YES), True, Urgency.SAME_DAY)],
)
def test_whoever_is_lost_gets_the_card_of_what_was_heard(
    given: tuple[Turn, ...], has_card: bool, urgency: Urgency | None
) -> None:
    """And its advice; without any sign neither."""
    _, reply = after(Launched(), *given, MISSED, MISSED, MISSED)

    assert reply.ask is None
    assert reply.tells is urgency
    assert (len(reply.say) > 2) is has_card


@pytest.mark.parametrize("result", [SAME_DAY, WITHIN_DAYS, SELF_CARE])
def test_a_question_after_a_result_knows_the_result(result: tuple[Turn, ...]) -> None:
    """So that no answer competes with being seen."""
    state, reply = after(*result, TOPIC)

    assert [line.told for line in reply.say if line.section == "topics"] == [state.told]


@pytest.mark.parametrize(("result", "says_advice"), [(SAME_DAY, True), (WITHIN_DAYS, True), (SELF_CARE, False)])
def test_a_new_start_says_the_advice_once_more(result: tuple[Turn, ...], says_advice: bool) -> None:
    """So that it is not lost; there is none where nothing needs care."""
    state, _ = after(*result)
    assert state.told is not None

    _, again = step(state, turns.StartedOver())

    assert (Line("outcomes", state.told.id, "remember") in again.say) is says_advice


def test_before_a_check_the_state_begins_with_another_language() -> None:
    """The next answer is one."""
    assert after(turns.SpokeOtherLanguage())[0].started


def test_a_sign_before_a_check_is_followed_by_a_question() -> None:
    """And is noted."""
    state, reply = after(Described(("swelling",)))

    assert state.answers == {"swelling": Answer.YES}
    assert asked(reply).id == "breathing"


def test_an_emergency_that_is_told_at_the_start_keeps_its_card() -> None:
    """Said with more than a cry: a muddled mind."""
    _, reply = after(Described(("very_ill",)))

    assert reply.tells is Urgency.EMERGENCY_NOW


def test_whose_leg_it_is_outlasts_a_question_of_their_own() -> None:
    """A check that begins afterwards is of the same person."""
    state, _ = step(State(browsing=True, for_other=True), YES)

    assert state.for_other
    assert state.started


@pytest.mark.parametrize(
    "turn", [turns.AskedRepeat(), turns.AskedHow(), turns.WentBack(), turns.AskedProgress(), turns.AskedWhy()]
)
def test_while_the_check_is_offered_it_is_offered_again(turn: Turn) -> None:
    """There is no question yet to explain, to go back to or to count."""
    _, reply = after(TOPIC, turn)

    assert reply.say == ()
    assert asked(reply).id.startswith("offer_check")


def test_a_question_of_their_own_is_no_miss() -> None:
    """After it, it takes three again to be lost."""
    assert after(TOPIC, MISSED, TOPIC)[0].misses == 0


TAKEN: list[tuple[tuple[Turn, ...], Turn, tuple[str, ...]]] = [
    *[((Launched(),), Answered(answer), (f"answer:{answer.value}",)) for answer in (Answer.YES, Answer.NO)],
    (TO_SWELLING, UNSURE, ("answer:unsure",)),
    (TO_SWELLING, turns.AskedRepeat(), ("repeat",)),
    (TO_SWELLING, turns.WentBack(), ("back",)),
    (TO_SWELLING, turns.Corrected(Answer.YES, "swelling"), ("back",)),
    (TO_SWELLING, turns.AskedWhy(), ("why",)),
    (TO_SWELLING, turns.AskedHow(), ("how",)),
    (TO_SWELLING, turns.AskedWait(), ("wait",)),
    (TO_SWELLING, turns.AskedHelp(), ("help",)),
    (TO_SWELLING, turns.Stopped(), ("stop",)),
    (TO_SWELLING, turns.StartedOver(), ("startover",)),
    (TO_SWELLING, turns.AskedCheck(), ("start",)),
    ((), Launched(), ("start",)),
    (TO_SWELLING, turns.ForSomeoneElse(), ("other",)),
    (TO_SWELLING, turns.ForThemselves(), ("self",)),
    (TO_SWELLING, turns.AskedPrevention(), ("prevention",)),
    (TO_SWELLING, turns.AskedReminder(), ("reminder",)),
    (TO_SWELLING, turns.AskedSources(), ("sources",)),
    (TO_SWELLING, turns.Thanked(), ("thanks",)),
    (TO_SWELLING, turns.AskedReadback(), ("readback",)),
    (TO_SWELLING, turns.AskedSummary(), ("topic:what_to_tell",)),
    (TO_SWELLING, turns.AskedCard(), ("topic:send_it",)),
    (TO_SWELLING, turns.AskedPace(slow=True), ("repeat",)),
    (TO_SWELLING, turns.AskedProgress(), ("topic:how_long",)),
    (TO_SWELLING, turns.CriedForHelp(("help",)), ("emergency",)),
    (TO_SWELLING, turns.CriedInDoubt(("help",)), ("emergency?",)),
    (TO_SWELLING, TOPIC, ("topic:blood_clot",)),
    (TO_SWELLING, turns.AskedTopic(None), ("missed",)),
    (TO_SWELLING, MISSED, ("missed",)),
    (TO_SWELLING, turns.Unknown(), ("missed",)),
    (TO_SWELLING, turns.WentOn(), ("missed",)),
    (SELF_CARE, turns.WentOn(), ("answer:yes",)),
    ((turns.AskedPrevention(),), turns.WentOn(), ("answer:yes",)),
    (ALARM, Described(denied=("collapse",)), ("back",)),
    (ALARM, Described(signs=("swelling",)), ("noted",)),
    (TO_SWELLING, Described(signs=("warmth",)), ("noted",)),
    (TO_SWELLING, Described(unsure=("warmth",)), ("noted",)),
    (TO_SWELLING, Described(signs=("warmth",), answer=Answer.NO), ("answer:no", "noted")),
    (TO_SWELLING, Described(signs=("swelling",)), ("answer:yes", "noted")),
    ((Launched(),), Described(parts=("breath",)), ("part",)),
    ((Launched(), Described(parts=("breath",))), Described(parts=("chest",)), ("answer:no",)),
    (TO_SWELLING, Described(denied=("warmth",)), ("missed",)),
    ((*TO_SWELLING, YES), Described(denied=("swelling",)), ("noted",)),
]


@pytest.mark.parametrize(("before", "turn", "names"), TAKEN)
def test_what_a_turn_is_taken_for(before: tuple[Turn, ...], turn: Turn, names: tuple[str, ...]) -> None:
    """In the words of the contract."""
    state, _ = after(*before)

    assert taken_for(state, turn, step(state, turn)[0]) == names


def test_the_advice_of_today_is_said_again_twice_then_the_talk_ends() -> None:
    """Whoever says yes to everything is not kept from being seen."""
    open_after = [after(*SAME_DAY, *[YES] * times)[1].ask is not None for times in range(4)]

    assert open_after == [True, True, True, False]


NAMED: list[tuple[dict[str, Answer], tuple[str, ...], tuple[str, ...]]] = [
    # What is given, the parts that were named, what all that is called when it is read back.
    ({"swelling": Answer.YES}, (), ("swelling",)),
    ({"swelling": Answer.NO}, (), ("swelling",)),
    ({"unwell": Answer.YES}, ("unwell.hot",), ("unwell.hot",)),
    ({"unwell": Answer.YES, "very_ill": Answer.YES}, (), ("very_ill",)),
    ({"unwell": Answer.YES, "very_ill": Answer.UNSURE}, (), ("unwell", "very_ill")),
    ({"both_or_cramps": Answer.YES, "both_new": Answer.YES}, (), ("both_new",)),
    ({"care": Answer.YES, "pregnant": Answer.YES}, (), ("pregnant",)),
    ({"care": Answer.YES, "cancer": Answer.YES}, (), ("cancer",)),
    ({"care": Answer.YES, "thinners": Answer.YES}, (), ("thinners",)),
    ({"pregnant": Answer.NO}, (), ()),
    ({"care": Answer.NO}, (), ("pregnant", "care")),
]


@pytest.mark.parametrize(("given", "heard", "called"), NAMED)
def test_what_answers_are_called(given: dict[str, Answer], heard: tuple[str, ...], called: tuple[str, ...]) -> None:
    """The closest name, and none twice."""
    assert named(State(given=tuple(given.items()), heard=heard), tuple(given)) == called
