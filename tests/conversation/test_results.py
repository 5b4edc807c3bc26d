"""The result: what is read back, in whose words it is said, and what is offered after it."""

import pytest

from skill.dialogue.conversation import step
from skill.dialogue.reply import Line, Reply
from skill.dialogue.result import result_lines
from skill.dialogue.state import State
from skill.dialogue.turns import (
    Answered,
    AskedPrevention,
    AskedTopic,
    Described,
    Launched,
    Stopped,
    Turn,
    WentOn,
)
from skill.rules.questions import CORE_SIGNS, RED_FLAGS, RISKS, TELLABLE, Answer
from skill.rules.triage import Urgency
from skill.words.library import load
from skill.words.speech import Voice

from .walk import (
    NO,
    SAME_DAY,
    SELF_CARE,
    TIPS,
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

SIGNS = ("swelling", "warmth", "pain", "colour", "veins")


def noes(state: State, reply: Reply, until: str | None = None) -> tuple[State, Reply]:
    """Say no to whatever is asked until a question, or until the result."""
    while state.asking not in (until, None):
        state, reply = step(state, NO)
    assert state.asking == until
    return state, reply


def outcome(reply: Reply, field: str) -> Line:
    """Give the line of the outcome of a reply that says this."""
    (line,) = [line for line in reply.say if line.section == "outcomes" and line.field == field]
    return line


def test_a_result_reads_back_then_says_what_to_do_then_when_it_is_an_emergency() -> None:
    """What I heard, what it can mean, what to do, when it gets worse."""
    assert names(after(*SAME_DAY)[1]) == [
        "prompts.heard.say",
        "outcomes.same_day.means",
        "outcomes.same_day.act",
        "outcomes.same_day.worse",
    ]


def test_who_is_to_be_seen_today_is_offered_the_advice_again_and_no_tip() -> None:
    """Nothing competes with being seen."""
    _, reply = after(*SAME_DAY)

    assert "reminders" not in [line.section for line in reply.say]
    assert asked(reply).id == "offer_result"


@pytest.mark.parametrize("told", [WITHIN_DAYS, SELF_CARE])
def test_a_lower_result_ends_with_one_short_tip_and_offers_another(told: tuple[Turn, ...]) -> None:
    """There is time for it."""
    _, reply = after(*told)

    assert [line.field for line in reply.say if line.section == "reminders"] == ["short"]
    assert reply.say[-1].section == "reminders"
    assert asked(reply).id == "offer"


@pytest.mark.parametrize("times", [1, 2])
def test_a_yes_repeats_the_advice_of_today_twice(times: int) -> None:
    """All of it, with the microphone open as before; a third yes hears the parting line, so that it ends."""
    told, first = after(*SAME_DAY)
    state, reply = after(*SAME_DAY, *[YES] * times)

    assert reply.say == first.say
    assert reply.ask == first.ask
    assert state.given == told.given


@pytest.mark.parametrize("told", [SAME_DAY, WITHIN_DAYS, SELF_CARE])
def test_no_to_the_offer_says_the_advice_once_more_and_goodbye(told: tuple[Turn, ...]) -> None:
    """And closes the session; a goodbye is no all-clear."""
    before, _ = after(*told)
    _, reply = after(*told, NO)

    assert before.told is not None
    assert names(reply) == [f"outcomes.{before.told.id}.remember", "prompts.goodbye.say"]
    assert reply.ask is None


@pytest.mark.parametrize(
    "turns",
    [
        *((*told, leaving) for told in (SAME_DAY, WITHIN_DAYS, SELF_CARE) for leaving in (NO, Stopped())),
        *((*SELF_CARE, *[YES] * 9), (Stopped(),), (*TO_SWELLING, Stopped()), (*TO_SWELLING, YES, Stopped())),
        *((Launched(), UNSURE, Stopped()), (*TO_SWELLING, Stopped(plainly=False), YES)),
        *((AskedTopic("blood_clot"), NO), (AskedPrevention(), NO), (AskedPrevention(), *[YES] * 9)),
    ],
)
def test_goodbye_comes_last(turns: tuple[Turn, ...]) -> None:
    """Once, after all advice, and no question follows it."""
    state, reply = State(tips=TIPS), Reply(())
    for turn in turns:
        state, reply = step(state, turn)
        if reply.ask is None:
            break

    assert names(reply)[-1] == "prompts.goodbye.say"
    assert names(reply).count("prompts.goodbye.say") == 1
    assert reply.ask is None


def test_a_result_that_got_lost_is_told() -> None:
    """Complete answers without a result never end in small talk."""
    lost = State(given=tuple((q, Answer.NO) for q in after(*SELF_CARE)[0].answers), started=True)

    assert step(lost, YES)[1].tells is Urgency.SELF_CARE


def test_at_most_two_answers_are_read_back() -> None:
    """More do not stay in anyone's head."""
    clear = State(tuple((sign, Answer.YES) for sign in SIGNS))

    assert result_lines(clear)[0].about == SIGNS[:2]


def test_one_unsure_answer_is_read_back_where_none_was_a_yes() -> None:
    """As not sure."""
    (said, *_) = result_lines(State(tuple((sign, Answer.UNSURE) for sign in SIGNS)))

    assert (said.id, said.about) == ("heard_unsure", SIGNS[:1])


def test_an_unsure_answer_is_not_read_back_beside_a_yes() -> None:
    """The yes is reason enough."""
    _, reply = after(*TO_SWELLING, UNSURE, YES, NO, NO, NO)

    assert about(reply, "heard") == ("warmth",)
    assert about(reply, "heard_unsure") == ()


@pytest.mark.parametrize("told", [*(risk for risk in RISKS if risk not in TELLABLE), *TELLABLE])
@pytest.mark.parametrize("answer", Answer)
def test_no_risk_and_nothing_of_what_is_only_told_is_read_back_in_a_result(told: str, answer: Answer) -> None:
    """What a person said of themselves is not held out to them as a finding, even where it decided."""
    state = State(((told, answer), ("tenderness", Answer.YES)))

    assert told not in {name for line in result_lines(state) for name in line.about}


def test_a_part_that_was_named_is_read_back_in_the_result() -> None:
    """Yes, cramps: that is what was said."""
    _, reply = after(*TO_CRAMPS, Described(answer=Answer.YES, named=("both_or_cramps.cramps",)), NO, NO)

    assert about(reply, "heard") == ("both_or_cramps.cramps",)


@pytest.mark.parametrize(
    ("turns", "special"),
    [
        ((*TO_UNWELL, NO, YES, YES, NO), ("pregnant",)),
        ((*TO_UNWELL, NO, YES, NO), ("care",)),
        ((*TO_UNWELL, NO, Described(("cancer",))), ("cancer",)),
        ((*TO_UNWELL, NO, Described(("thinners",))), ("thinners",)),
        ((*TO_CRAMPS, YES, NO, YES), ("both",)),
        (WITHIN_DAYS, ("both",)),
        (SAME_DAY, ()),
        (SELF_CARE, ()),
    ],
)
def test_a_result_knows_what_is_special_about_the_person(turns: tuple[Turn, ...], special: tuple[str, ...]) -> None:
    """All lines of the outcome do, so that each can choose other words."""
    _, reply = after(*turns)

    assert {line.special for line in reply.say if line.section == "outcomes"} == {special}


@pytest.mark.parametrize(
    ("turns", "plain", "field"),
    [
        ((*TO_UNWELL, NO, YES, YES, NO), SAME_DAY, "act"),
        ((Launched(), Described(("child",)), *TO_UNWELL[1:]), SAME_DAY, "act"),
        ((Launched(), Described(("child",))), (Launched(), Described(("old",))), "act"),
        ((*TO_CRAMPS, YES, NO, YES), SAME_DAY, "means"),
        (WITHIN_DAYS, (Launched(), Described(("old",))), "act"),
    ],
)
def test_who_is_special_hears_other_words(turns: tuple[Turn, ...], plain: tuple[Turn, ...], field: str) -> None:
    """A pregnant person, a child and somebody with trouble in both legs are not told as everybody is."""
    (state, special), (other, usual) = noes(*after(*turns)), noes(*after(*plain))
    voice = Voice(load("en-US"))

    assert state.told is other.told
    assert voice.text(outcome(special, field)) != voice.text(outcome(usual, field))


def test_who_leaves_early_hears_what_to_do_in_the_words_for_them() -> None:
    """Not only at the end of the check."""
    _, reply = after(*TO_UNWELL, NO, YES, YES, Stopped())

    assert outcome(reply, "act").special == ("pregnant",)


@pytest.mark.parametrize(
    ("told", "urgency"),
    [
        ("arm", Urgency.SAME_DAY),
        ("child", Urgency.WITHIN_DAYS),
        ("old", Urgency.WITHIN_DAYS),
        ("elsewhere", Urgency.WITHIN_DAYS),
    ],
)
@pytest.mark.parametrize("before", [0, 3, 11])
def test_what_is_not_about_an_adults_leg_is_never_nothing(told: str, urgency: Urgency, before: int) -> None:
    """A child or an arm, and no to all that is asked, whenever it is told: never the lowest result."""
    state, reply = noes(*after(Launched(), *[NO] * before, Described((told,))))

    assert reply.tells is state.told is urgency


@pytest.mark.parametrize("signs", [(), ("swelling",), ("tenderness",), ("both_or_cramps",)])
def test_a_child_is_asked_only_for_an_emergency_and_the_core_signs(signs: tuple[str, ...]) -> None:
    """The rest of the check is for adults; the red flags are for everybody."""
    state, _ = noes(*after(Launched(), Described(("child", *signs))))

    assert set(state.answers) - {"child", *signs} <= {*RED_FLAGS, *CORE_SIGNS, "unwell"}
    assert {*RED_FLAGS, *CORE_SIGNS, "unwell"} <= set(state.answers)


@pytest.mark.parametrize("told", ["arm", "child", "old", "elsewhere"])
def test_what_is_not_about_an_adults_leg_counts_for_who_leaves_early_too(told: str) -> None:
    """They hear where to turn."""
    assert outcome(after(Launched(), Described((told,)), Stopped())[1], "act").id != "self_care"


@pytest.mark.parametrize("sign", ["warmth", "pain", "colour"])
@pytest.mark.parametrize("answer", [Answer.YES, Answer.UNSURE])
def test_a_fever_with_a_hot_red_or_sore_leg_is_an_emergency(sign: str, answer: Answer) -> None:
    """An infection that spreads."""
    turn = Described((sign,)) if answer is Answer.YES else Described(unsure=(sign,))
    state, _ = noes(*after(Launched(), turn), until="unwell")

    assert step(state, YES)[1].tells is Urgency.EMERGENCY_NOW


@pytest.mark.parametrize("told", [(), ("swelling",), ("veins",)])
def test_a_fever_with_no_more_than_swelling_or_veins_is_for_today(told: tuple[str, ...]) -> None:
    """Whoever has no other sign and is not very ill; both are asked first."""
    state, _ = noes(*after(Launched(), Described(told) if told else Launched()), until="unwell")
    state, _ = noes(*step(state, YES))

    assert state.answers["colour"] is state.answers["very_ill"] is Answer.NO
    assert state.told is Urgency.SAME_DAY


@pytest.mark.parametrize("turns", [(*TO_UNWELL, YES), (*TO_UNWELL, UNSURE), (*TO_UNWELL, NO, YES, YES)])
def test_very_ill_with_a_fever_or_a_pregnancy_is_an_emergency(turns: tuple[Turn, ...]) -> None:
    """A perhaps to the fever is enough for it to be asked."""
    state, _ = noes(*after(*turns), until="very_ill")

    assert step(state, YES)[1].tells is Urgency.EMERGENCY_NOW


def test_who_has_neither_a_fever_nor_a_pregnancy_is_not_asked_whether_they_are_very_ill() -> None:
    """It would only frighten them."""
    assert all("very_ill" not in after(*told)[0].answers for told in (SAME_DAY, WITHIN_DAYS, SELF_CARE))


@pytest.mark.parametrize(
    ("told", "urgency"),
    [
        (("tenderness",), Urgency.WITHIN_DAYS),
        (("both_or_cramps",), Urgency.WITHIN_DAYS),
        (("pregnant",), Urgency.SELF_CARE),
        (("both_new",), Urgency.SAME_DAY),
        (("tenderness", "both_or_cramps"), Urgency.SAME_DAY),
        (("pregnant", "both_or_cramps"), Urgency.SAME_DAY),
        *((("tenderness", risk), Urgency.SAME_DAY) for risk in RISKS),
    ],
)
def test_what_weighs_little_alone_is_for_today_together(told: tuple[str, ...], urgency: Urgency) -> None:
    """A sore spot with a risk or with cramps, cramps with a pregnancy; told at once or one after the other."""
    at_once, _ = noes(*after(Launched(), Described(told)))
    in_turn, _ = noes(*after(Launched(), *(Described((one,)) for one in told)))

    assert at_once.told is in_turn.told is urgency


@pytest.mark.parametrize("told", ["past_clot", "cancer", "pregnant"])
@pytest.mark.parametrize("answer", [YES, UNSURE])
def test_a_tip_is_chosen_for_the_person(told: str, answer: Answered) -> None:
    """A risk brings its own to the front; a perhaps does too."""
    turn = Described((told,)) if answer is YES else Described(unsure=(told,))
    state, reply = noes(*after(Launched(), turn))

    assert state.told is Urgency.SELF_CARE
    assert reply.say[-1].section == "reminders"
    assert reply.say[-1].id != after(*SELF_CARE)[1].say[-1].id


def test_reminders_run_out_and_the_session_closes() -> None:
    """No reminder is said twice, and the last one ends with a goodbye instead of an offer."""
    state, reply = after(*SELF_CARE)
    heard = [line.id for line in reply.say if line.section == "reminders"]
    while reply.ask is not None and len(heard) < 20:
        state, reply = step(state, YES)
        heard += [line.id for line in reply.say if line.section == "reminders"]

    assert reply.ask is None
    assert reply.say[0].section == "reminders"
    assert names(reply)[-1] == "prompts.goodbye.say"
    assert len(heard) == len(set(heard)) > 3


@pytest.mark.parametrize("told", [SAME_DAY, WITHIN_DAYS, SELF_CARE])
def test_go_on_takes_the_offer(told: tuple[Turn, ...]) -> None:
    """To an offer it is a yes."""
    assert after(*told, WentOn())[1] == after(*told, YES)[1]
