"""What each turn does, freed of Alexa: meaning, not wording."""

import pytest

from skill.dialogue.conversation import step
from skill.dialogue.reply import Line, Reply
from skill.dialogue.result import result_lines
from skill.dialogue.state import State
from skill.dialogue.turns import (
    Answered,
    AskedCheck,
    AskedHelp,
    AskedHow,
    AskedPrevention,
    AskedReminder,
    AskedRepeat,
    AskedSources,
    AskedTopic,
    AskedWait,
    AskedWhy,
    Corrected,
    CriedForHelp,
    DeniedEmergency,
    Described,
    ForSomeoneElse,
    ForThemselves,
    Launched,
    Missed,
    SaidBoth,
    SaidBothLegs,
    StartedOver,
    Stopped,
    Thanked,
    Turn,
    Unknown,
    WentBack,
    WentOn,
)
from skill.rules.questions import RED_FLAGS, SIGNS, Answer
from skill.rules.reminders import reminders_for
from skill.rules.triage import Urgency

NO, YES, UNSURE = Answered(Answer.NO), Answered(Answer.YES), Answered(Answer.UNSURE)
ASIDES = (AskedWhy(), AskedHow(), AskedHelp(), AskedRepeat(), AskedWait(), Thanked(), AskedSources(), Unknown())
TO_SWELLING = (Launched(), NO, NO, NO)
SAME_DAY = (*TO_SWELLING, YES, NO, NO, NO)


def after(*turns: Turn) -> tuple[State, Reply]:
    """Take turns from a fresh session."""
    state, reply = State(), Reply(())
    for turn in turns:
        state, reply = step(state, turn)
    return state, reply


def names(reply: Reply) -> list[str]:
    """Name what is said, as section.id.field."""
    return [f"{line.section}.{line.id}.{line.field}" for line in reply.say]


def test_a_launch_says_what_this_is_and_asks_about_breathing() -> None:
    """The first question comes with the first words."""
    state, reply = after(Launched())

    assert state.asking == "breathing"
    assert names(reply) == ["prompts.welcome.say"]
    assert reply.ask is not None


def test_a_red_flag_is_sent_for_help_on_that_answer() -> None:
    """Yes to the first question closes the session with the emergency."""
    state, reply = after(Launched(), YES)

    assert state.told is Urgency.EMERGENCY_NOW
    assert reply.ask is None
    assert reply.card is Urgency.EMERGENCY_NOW


def test_the_emergency_reply_begins_with_the_action_and_ends_with_the_number() -> None:
    """Action first, the number said twice, and nothing after it."""
    _, reply = after(Launched(), YES)

    assert names(reply)[0] == "outcomes.emergency_now.act"
    assert names(reply)[-1] == "outcomes.emergency_now.worse"


@pytest.mark.parametrize(
    ("turns", "danger"),
    [
        ((Launched(), YES), "lung"),
        ((Launched(), NO, YES), "lung"),
        ((Launched(), NO, NO, YES), "leg"),
        ((Launched(), NO, UNSURE, UNSURE, NO, YES), "lung"),
        ((*TO_SWELLING, NO, NO, YES, YES), "infection"),
        ((*TO_SWELLING, YES, NO, NO, YES), "infection"),
    ],
)
def test_an_emergency_names_the_danger_that_the_answers_point_to(turns: tuple[Turn, ...], danger: str) -> None:
    """Who is told to call hears why: the lung, the leg or an infection."""
    _, reply = after(*turns)

    assert [line.id for line in reply.say if line.section == "dangers"] == [danger]


def test_emergency_words_without_answers_are_not_given_a_cause() -> None:
    """The skill does not guess what a cry for help is about."""
    assert names(after(CriedForHelp())[1])[1] == "outcomes.emergency_now.means"
    assert names(after(Launched(), UNSURE, UNSURE, CriedForHelp())[1])[1] == "outcomes.emergency_now.means"


@pytest.mark.parametrize("turn", [*ASIDES, Launched(), YES, NO, Missed(), Described(("swelling",)), Stopped()])
def test_emergency_words_win_in_every_state(turn: Turn) -> None:
    """Whatever came before, emergency words get the emergency answer in one turn."""
    _, reply = after(Launched(), NO, turn, CriedForHelp())

    assert reply.card is Urgency.EMERGENCY_NOW
    assert reply.ask is None


def test_an_unsure_red_flag_is_explained_and_asked_once_more() -> None:
    """Unsure about breathing gets the explanation and the same question in other words."""
    state, reply = after(Launched(), UNSURE)

    assert state.asking == "breathing"
    assert names(reply) == ["questions.breathing.how"]
    assert reply.ask is not None
    assert reply.ask.line == Line("questions", "breathing", "again")


def test_a_red_flag_that_stays_unsure_is_recorded_and_the_check_goes_on() -> None:
    """The second unsure answer counts; with no sign it ends at least same-day."""
    state, _ = after(Launched(), UNSURE, UNSURE)

    assert state.answers == {"breathing": Answer.UNSURE}
    assert state.assessment.urgency is Urgency.SAME_DAY


def test_an_unsure_red_flag_answered_no_after_the_explanation_is_a_no() -> None:
    """The explanation may settle it."""
    state, _ = after(Launched(), UNSURE, NO)

    assert state.answers == {"breathing": Answer.NO}


def test_an_unsure_red_flag_and_then_a_sign_is_an_emergency() -> None:
    """The check ends at the sign."""
    state, reply = after(Launched(), UNSURE, UNSURE, NO, NO, YES)

    assert state.told is Urgency.EMERGENCY_NOW
    assert reply.ask is None


@pytest.mark.parametrize("aside", ASIDES)
def test_an_aside_leaves_the_answers_alone_and_asks_the_pending_question(aside: Turn) -> None:
    """Help, why, how, repeat, wait, thanks, sources, a touch: nothing is lost and the same question waits."""
    before, _ = after(*TO_SWELLING)
    state, reply = step(before, aside)

    assert state.given == before.given
    assert state.asking == "swelling"
    assert reply.ask is not None
    assert reply.ask.line.id == "swelling"


def test_why_is_answered_with_the_reason_for_this_question() -> None:
    """Each question has its own why."""
    assert names(after(*TO_SWELLING, AskedWhy())[1]) == ["questions.swelling.why"]


def test_how_is_answered_with_the_way_to_check_it() -> None:
    """Each question has its own how."""
    assert names(after(*TO_SWELLING, AskedHow())[1]) == ["questions.swelling.how"]


def test_a_wait_leaves_a_long_silence_before_the_question_is_repeated() -> None:
    """Alexa keeps listening as long as she can."""
    _, reply = after(*TO_SWELLING, AskedWait())

    assert reply.ask is not None
    assert reply.ask.patient


def test_the_reprompt_after_silence_says_it_differently() -> None:
    """Silence never hears the same words twice."""
    _, reply = after(*TO_SWELLING)

    assert reply.ask is not None
    assert reply.ask.line != reply.ask.again


def test_a_first_miss_asks_in_other_words() -> None:
    """One miss: the question again, differently."""
    _, reply = after(*TO_SWELLING, Missed())

    assert reply.ask is not None
    assert reply.ask.line == Line("questions", "swelling", "again")


def test_a_second_miss_names_the_possible_answers() -> None:
    """Two misses: yes, no, not sure."""
    assert names(after(*TO_SWELLING, Missed(), Missed())[1]) == ["prompts.choices.say"]


def test_a_third_miss_counts_as_unsure_and_never_as_no() -> None:
    """Three misses: the cautious path."""
    state, _ = after(*TO_SWELLING, Missed(), Missed(), Missed())

    assert state.answers["swelling"] is Answer.UNSURE


def test_three_misses_on_a_red_flag_are_at_least_same_day() -> None:
    """A person who cannot be understood at all is never told to stay at home."""
    state, _ = after(Launched(), Missed(), Missed(), Missed())

    assert state.assessment.urgency >= Urgency.SAME_DAY


def test_an_answer_in_between_forgives_the_misses() -> None:
    """Misses count on one question only."""
    state, _ = after(*TO_SWELLING, Missed(), Missed(), NO, Missed(), Missed())

    assert state.asking == "warmth"


def test_a_touch_is_no_miss() -> None:
    """A request that this skill does not know never pushes an answer."""
    state, _ = after(*TO_SWELLING, *[Unknown()] * 5)

    assert state.asking == "swelling"


def test_going_back_undoes_the_last_answer_and_asks_it_again() -> None:
    """Back from swelling is the foot."""
    state, _ = after(*TO_SWELLING, WentBack())

    assert state.asking == "foot"
    assert "foot" not in state.answers


def test_going_back_two_undoes_two_answers() -> None:
    """Back two from swelling is collapse."""
    assert after(*TO_SWELLING, WentBack(2))[0].asking == "collapse"


def test_going_back_at_the_first_question_stays_there() -> None:
    """There is nothing to undo."""
    state, reply = after(Launched(), WentBack())

    assert state.asking == "breathing"
    assert names(reply) == ["prompts.first_question.say"]


def test_going_back_from_an_explained_red_flag_asks_it_afresh() -> None:
    """The explanation is undone first, not the answer before it."""
    state, _ = after(Launched(), NO, UNSURE, WentBack())

    assert state.asking == "collapse"
    assert state.answers == {"breathing": Answer.NO}
    assert not state.doubted


def test_going_back_after_the_result_reopens_the_last_question() -> None:
    """Before acting the person can still correct."""
    state, _ = after(*TO_SWELLING, NO, NO, YES, NO, WentBack())

    assert state.told is None
    assert state.asking == "unwell"


def test_starting_over_forgets_the_answers() -> None:
    """And asks the first question."""
    state, _ = after(*TO_SWELLING, YES, StartedOver())

    assert state.given == ()
    assert state.asking == "breathing"


def test_i_meant_no_asks_the_last_question_again() -> None:
    """Without a name the last answer is meant; a word that was misheard takes no sign away unasked."""
    state, _ = after(*TO_SWELLING, YES, Corrected(Answer.NO))

    assert state.asking == "swelling"
    assert after(*TO_SWELLING, YES, Corrected(Answer.NO), NO)[0].answers["swelling"] is Answer.NO


@pytest.mark.parametrize("last", [YES, UNSURE])
@pytest.mark.parametrize("between", [(), (Missed(),), (DeniedEmergency(),), (Described((), denied=("tenderness",)),)])
def test_i_meant_no_never_turns_a_sign_to_no(last: Turn, between: tuple[Turn, ...]) -> None:
    """Yeah, nah: it may be meant for the question that waits."""
    state, _ = after(*TO_SWELLING, last, *between, Corrected(Answer.NO))

    assert state.answers.get("swelling") is not Answer.NO


def test_actually_yes_after_the_result_asks_the_last_question_again() -> None:
    """It may be a yes to another tip: no false alarm, and nothing lost."""
    state, reply = after(*TO_SWELLING, YES, NO, NO, NO, Corrected(Answer.YES))

    assert reply.card is None
    assert state.asking == "unwell"


def test_a_no_to_a_question_that_was_not_asked_yet_is_not_recorded() -> None:
    """Change the breathing to no, before it was asked: it is still asked."""
    state, _ = after(Described(("swelling",)), Corrected(Answer.NO, "foot"))

    assert "foot" not in state.answers


def test_i_said_yes_to_the_first_question_answers_it() -> None:
    """There is nothing before it that could be meant."""
    assert after(Launched(), Corrected(Answer.YES))[1].card is Urgency.EMERGENCY_NOW


def test_i_meant_yes_changes_a_no_at_once() -> None:
    """It can only raise the urgency."""
    state, _ = after(*TO_SWELLING, NO, Corrected(Answer.YES))

    assert state.answers["swelling"] is Answer.YES
    assert state.asking == "warmth"


def test_a_named_answer_is_changed_in_place() -> None:
    """Change the swelling to yes, three questions later."""
    state, _ = after(*TO_SWELLING, NO, NO, NO, Corrected(Answer.YES, "swelling"))

    assert state.answers["swelling"] is Answer.YES
    assert state.assessment.urgency is Urgency.SAME_DAY


def test_a_correction_to_a_red_flag_is_an_emergency_at_once() -> None:
    """Actually, yes: to the question about breathing."""
    _, reply = after(Launched(), NO, Corrected(Answer.YES))

    assert reply.card is Urgency.EMERGENCY_NOW


def test_a_correction_after_the_result_gives_a_new_result() -> None:
    """The read-back at the end can be corrected before acting."""
    told, _ = after(Launched(), *[NO] * 10)
    state, reply = step(told, Corrected(Answer.YES, "swelling"))

    assert told.told is Urgency.SELF_CARE
    assert state.asking == "unwell"
    assert reply.ask is not None


def test_described_signs_count_as_answered_and_are_not_asked_again() -> None:
    """Swollen and warm, said at launch: the red flags are still asked, then only pain."""
    state, reply = after(Described(("swelling", "warmth")), NO, NO, NO)

    assert state.answers["swelling"] is state.answers["warmth"] is Answer.YES
    assert state.asking == "pain"
    assert reply.ask is not None


def test_described_signs_are_read_back() -> None:
    """In one sentence."""
    _, reply = after(Described(("swelling", "warmth")))

    assert reply.say[0].about == ("swelling", "warmth")


def test_a_sign_said_at_a_red_flag_does_not_answer_the_red_flag() -> None:
    """Breathing is still asked."""
    assert after(Launched(), Described(("pain",)))[0].asking == "breathing"


def test_but_it_isnt_warm_is_neither_warm_nor_silently_no() -> None:
    """A sign that is denied while another question waits is still asked."""
    state, _ = after(*TO_SWELLING, Described(("swelling",), denied=("warmth",)))

    assert "warmth" not in state.answers
    assert state.asking == "warmth"


def test_it_isnt_warm_answers_the_question_about_warmth() -> None:
    """The echo of the question that waits is an answer to it."""
    state, _ = after(*TO_SWELLING, NO, Described((), denied=("warmth",)))

    assert state.answers["warmth"] is Answer.NO


def test_it_isnt_swollen_is_no_answer_to_a_red_flag() -> None:
    """A denied sign never answers another question."""
    state, _ = after(Launched(), Described((), denied=("swelling",)))

    assert state.given == ()
    assert state.asking == "breathing"


def test_a_description_without_any_known_sign_is_a_miss() -> None:
    """A misheard slot value is ignored, not guessed."""
    state, _ = after(*TO_SWELLING, Described(()))

    assert state.misses == 1
    assert state.asking == "swelling"


def test_both_legs_is_not_one_sided() -> None:
    """It is noted as trouble in both legs; swelling of one leg is still asked."""
    state, _ = after(*TO_SWELLING, SaidBothLegs())

    assert state.answers["both_or_cramps"] is Answer.YES
    assert state.asking == "swelling"


def test_a_no_does_not_go_along_to_another_person() -> None:
    """It's for my mother, in mid-check: the caller's noes were not hers, so she is asked from the first red flag."""
    state, _ = after(*TO_SWELLING, YES, ForSomeoneElse())

    assert state.for_other
    assert state.asking == "breathing"
    assert state.answers == {"swelling": Answer.YES}


def test_a_third_person_takes_over_no_no() -> None:
    """It's for my mother, then: it's for my sister. Which of them it is cannot be told, so nobody's no is kept."""
    state, _ = after(Launched(), ForSomeoneElse(), NO, NO, NO, YES, ForSomeoneElse())

    assert state.asking == "breathing"
    assert state.answers == {"swelling": Answer.YES}


def test_another_sign_of_the_same_person_loses_nothing() -> None:
    """Her leg is swollen, said in the middle of a check about her."""
    state, _ = after(Launched(), ForSomeoneElse(), NO, NO, NO, Described(("swelling",), of_other=True))

    assert state.asking == "warmth"


def test_it_is_for_me_said_in_a_check_about_oneself_loses_nothing() -> None:
    """There is one speaker."""
    assert after(*TO_SWELLING, ForThemselves())[0].asking == "swelling"


def test_it_is_for_me_after_all_speaks_of_you_again() -> None:
    """And asks from the first red flag."""
    state, _ = after(Launched(), ForSomeoneElse(), NO, NO, NO, ForThemselves())

    assert not state.for_other
    assert state.asking == "breathing"


def test_a_sign_of_another_person_makes_the_check_about_them() -> None:
    """Her leg is swollen: the next question is about her breathing."""
    state, _ = after(Described(("swelling",), of_other=True))

    assert state.for_other
    assert state.asking == "breathing"


@pytest.mark.parametrize("flag", range(3))
def test_both_answers_a_question_that_joins_two_things(flag: int) -> None:
    """Breathless, or pain in the chest? Both."""
    assert after(Launched(), *[NO] * flag, SaidBoth())[1].card is Urgency.EMERGENCY_NOW


def test_both_at_a_sign_is_both_legs() -> None:
    """Is one leg bigger than the other? Both: noted, and no yes to one-sided swelling."""
    state, _ = after(*TO_SWELLING, SaidBoth())

    assert state.asking == "swelling"
    assert state.answers["both_or_cramps"] is Answer.YES


@pytest.mark.parametrize(
    "turn", [WentOn(), DeniedEmergency(), SaidBothLegs(), Described(("warmth",)), Corrected(Answer.NO)]
)
def test_words_that_do_not_answer_never_go_round_in_circles(turn: Turn) -> None:
    """The same words again and again end in unsure, as any miss does."""
    state, _ = after(Launched(), NO, Described(("warmth",)), *[turn] * 5)

    assert state.asking != "collapse"


def test_go_on_is_no_answer_to_a_question() -> None:
    """The possible answers are named; nothing is recorded."""
    state, reply = after(Launched(), WentOn())

    assert state.given == ()
    assert names(reply) == ["prompts.choices.say"]


def test_go_on_takes_another_tip() -> None:
    """To an offer it is a yes."""
    assert after(*SAME_DAY, WentOn())[1] == after(*SAME_DAY, YES)[1]


def test_feeling_hot_answers_the_question_about_feeling_hot() -> None:
    """It is no news about the skin of the leg."""
    _, reply = after(*TO_SWELLING, YES, NO, NO, Described(("warmth",)))

    assert reply.card is Urgency.EMERGENCY_NOW


@pytest.mark.parametrize("topic", ["cramp_help", "travel"])
def test_no_topic_competes_with_being_seen(topic: str) -> None:
    """Rule 7 holds for their own questions too."""
    assert names(after(*TO_SWELLING, YES, AskedTopic(topic))[1]) == ["prompts.seen_first.say"]


def test_repeating_the_result_repeats_all_of_it() -> None:
    """What not to do until then is part of it."""
    told, first = after(*TO_SWELLING, YES, NO, NO, NO)

    assert names(step(told, AskedRepeat())[1]) == names(first)


def test_a_topic_is_answered_and_the_question_comes_back() -> None:
    """Their own questions, at any time."""
    state, reply = after(*TO_SWELLING, AskedTopic("blood_clot"))

    assert names(reply) == ["topics.blood_clot.answer"]
    assert state.asking == "swelling"


def test_an_unknown_topic_gets_an_honest_answer() -> None:
    """No guess."""
    assert names(after(*TO_SWELLING, AskedTopic(None))[1]) == ["prompts.no_topic.say"]


def test_a_result_reads_back_then_says_what_to_do_then_when_it_is_an_emergency() -> None:
    """What I heard, what it can mean, what to do, when it gets worse, then a reminder and an offer."""
    _, reply = after(*TO_SWELLING, YES, NO, NO, NO)

    assert names(reply) == [
        "prompts.heard.say",
        "outcomes.same_day.means",
        "outcomes.same_day.act",
        "outcomes.same_day.worse",
        "reminders.wait_safely.short",
    ]
    assert reply.ask is not None


def test_a_cramp_gets_the_reminder_about_stretching() -> None:
    """The reminder is chosen for this person."""
    _, reply = after(Launched(), *[NO] * 9, YES, NO)

    assert "reminders.stretch.short" in names(reply)


def test_a_perhaps_chooses_the_reminder_too() -> None:
    """Not sure about cramps: stretching still fits."""
    assert reminders_for({"both_or_cramps": Answer.UNSURE}, Urgency.WITHIN_DAYS)[0] == "stretch"


def test_no_to_another_reminder_says_goodbye() -> None:
    """And closes the session."""
    _, reply = after(Launched(), *[NO] * 10, NO)

    assert reply.ask is None
    assert "prompts.goodbye.say" in names(reply)


def test_reminders_run_out_and_the_session_closes() -> None:
    """No reminder is said twice, and the last one ends with a goodbye."""
    state, reply = after(Launched(), *[NO] * 10)
    heard = [line.id for line in reply.say if line.section == "reminders"]
    for _ in range(20):
        state, reply = step(state, YES)
        heard += [line.id for line in reply.say if line.section == "reminders"]
        if reply.ask is None:
            break

    assert reply.ask is None
    assert len(heard) == len(set(heard))


@pytest.mark.parametrize("sign", SIGNS[:3])
def test_stopping_in_mid_check_with_a_sign_says_why_and_where_to_be_seen_today(sign: str) -> None:
    """Whoever leaves with a reason to be seen hears it."""
    _, reply = after(Described((sign,)), Stopped())

    assert "prompts.heard.say" in names(reply)
    assert "outcomes.same_day.act" in names(reply)
    assert reply.card is Urgency.SAME_DAY
    assert reply.ask is None


def test_asking_for_prevention_with_a_sign_gives_no_competing_tip() -> None:
    """Rule 7 holds in mid-check too."""
    _, reply = after(*TO_SWELLING, YES, AskedPrevention())

    assert names(reply) == ["reminders.wait_safely.say"]


def test_a_timed_reminder_is_refused_honestly_and_a_spoken_one_given() -> None:
    """It cannot be set yet."""
    _, reply = after(Launched(), AskedReminder())

    assert names(reply)[0] == "prompts.no_alarm.say"
    assert len(names(reply)) == 2


@pytest.mark.parametrize("turn", [YES, NO, UNSURE, Missed(), AskedRepeat(), Corrected(Answer.YES), WentBack()])
def test_a_yes_before_any_question_advances_nothing(turn: Turn) -> None:
    """Yes and no carry no context; without a question they open the check."""
    state, _ = after(turn)

    assert state.given == ()
    assert state.asking == RED_FLAGS[0]


def test_no_chest_pain_is_no_answer_to_breathing_or_chest() -> None:
    """Denying one of two red flags leaves the other: the question is asked again, and nothing is recorded."""
    state, reply = after(Launched(), DeniedEmergency())

    assert state.given == ()
    assert state.asking == "breathing"
    assert reply.card is None
    assert reply.ask is not None


def test_actually_yes_to_an_explained_red_flag_answers_it() -> None:
    """Not the question before it."""
    _, reply = after(Launched(), NO, UNSURE, Corrected(Answer.YES))

    assert reply.card is Urgency.EMERGENCY_NOW


def test_i_meant_no_after_a_named_sign_and_a_doubt_answers_the_doubt() -> None:
    """The sign that was named stays."""
    state, _ = after(Described(("swelling",)), UNSURE, Corrected(Answer.NO))

    assert state.answers["swelling"] is Answer.YES
    assert state.answers["breathing"] is Answer.NO


def test_the_last_answer_is_the_last_one_said() -> None:
    """Change the swelling to yes, then: actually no."""
    state, _ = after(*TO_SWELLING, NO, NO, Corrected(Answer.YES, "swelling"), Corrected(Answer.NO))

    assert state.asking == "swelling"
    assert state.answers["warmth"] is Answer.NO


def test_a_sign_that_is_denied_after_it_was_named_is_asked_again() -> None:
    """It isn't swollen, after a yes: neither kept nor silently a no."""
    state, _ = after(*TO_SWELLING, YES, Described((), denied=("swelling",)))

    assert state.asking == "swelling"


def test_stopping_with_an_unsure_red_flag_says_to_be_seen_today() -> None:
    """The doubt counts, even before it was asked once more."""
    _, reply = after(Launched(), UNSURE, Stopped())

    assert "outcomes.same_day.act" in names(reply)


def test_leaving_with_a_red_flag_in_doubt_and_a_sign_is_an_emergency() -> None:
    """And the danger is the one that the red flag points to."""
    state, reply = after(Described(("swelling",)), UNSURE, Stopped())

    assert state.told is Urgency.EMERGENCY_NOW
    assert "dangers.lung.say" in names(reply)
    assert reply.ask is None


@pytest.mark.parametrize("turn", [AskedPrevention(), AskedReminder(), AskedTopic("travel")])
def test_nothing_competes_with_being_seen_while_a_red_flag_is_in_doubt(turn: Turn) -> None:
    """Unsure about the breathing is at least today."""
    said = names(after(Launched(), UNSURE, turn)[1])

    assert said[-1] in ("reminders.wait_safely.say", "prompts.seen_first.say")


def test_sources_after_a_result_are_those_of_the_answers_that_decided_it() -> None:
    """And of the first question when none did."""
    assert after(*SAME_DAY, AskedSources())[1].say[0].about == ("swelling",)
    assert after(Launched(), *[NO] * 10, AskedSources())[1].say[0].about == ("breathing",)


def test_stopping_early_says_that_the_check_is_not_finished() -> None:
    """Nobody takes two answers for a result."""
    assert "prompts.unfinished.say" in names(after(Launched(), NO, NO, Stopped())[1])


def test_the_lowest_result_ends_with_what_to_watch_for() -> None:
    """A goodbye is no all-clear."""
    assert "outcomes.self_care.remember" in names(after(Launched(), *[NO] * 10, NO)[1])


def test_asking_for_a_check_in_the_middle_of_one_loses_nothing() -> None:
    """Only starting over forgets."""
    state, _ = after(*TO_SWELLING, YES, AskedCheck())

    assert state.answers["swelling"] is Answer.YES
    assert state.asking == "warmth"


def test_after_a_result_another_person_starts_from_nothing() -> None:
    """Their answers are not the first person's."""
    state, _ = after(*TO_SWELLING, YES, NO, NO, NO, ForSomeoneElse())

    assert state.given == ()
    assert state.for_other


@pytest.mark.parametrize("turn", [AskedCheck(), StartedOver(), ForSomeoneElse(), ForThemselves()])
def test_a_new_check_begins_with_the_advice_of_the_old_one(turn: Turn) -> None:
    """Whoever was told to be seen today and asks again does not lose it."""
    state, reply = after(*SAME_DAY, turn)

    assert state.given == ()
    assert names(reply)[0] == "outcomes.same_day.remember"


def test_can_it_wait_after_a_result_is_no_take_your_time() -> None:
    """`Wait` said after the result may be a question."""
    assert names(after(*SAME_DAY, AskedWait())[1]) == ["outcomes.same_day.remember"]


@pytest.mark.parametrize("turn", [Described(("swelling",)), Corrected(Answer.YES, "swelling")])
def test_a_sign_named_after_a_lower_result_gives_the_new_advice_at_once(turn: Turn) -> None:
    """There may be questions left, and the person may not stay for them."""
    state, reply = after(Launched(), *[NO] * 10, turn)

    assert state.asking == "unwell"
    assert names(reply)[-1] == "outcomes.same_day.remember"


@pytest.mark.parametrize(
    "turn", [Described(("swelling",)), SaidBothLegs(), ForSomeoneElse(), AskedSources(), AskedHelp()]
)
def test_whoever_opens_with_more_than_a_launch_hears_that_it_is_no_diagnosis(turn: Turn) -> None:
    """The disclaimer is not lost with the welcome."""
    assert "prompts.disclaimer.say" in names(after(turn)[1])


def test_a_result_that_got_lost_is_told() -> None:
    """Complete answers without a result never end in small talk."""
    lost = State(given=tuple((q, Answer.NO) for q in QUESTIONS_TO_THE_END), started=True)

    assert step(lost, YES)[1].card is Urgency.SELF_CARE


QUESTIONS_TO_THE_END = tuple(after(Launched(), *[NO] * 10)[0].answers)


def test_an_unsure_answer_goes_along_to_another_person() -> None:
    """Only a no is nobody else's."""
    assert after(*TO_SWELLING, UNSURE, ForSomeoneElse())[0].answers == {"swelling": Answer.UNSURE}


def test_starting_over_keeps_whose_leg_it_is() -> None:
    """The answers go, the person stays."""
    assert after(Launched(), ForSomeoneElse(), NO, StartedOver())[0].for_other


def test_both_answers_a_risk_question_too() -> None:
    """Surgery, bed rest, a cast or a long journey? Both."""
    state, _ = after(*TO_SWELLING, NO, NO, NO, NO, NO, YES)
    assert state.asking == "kept_still"

    assert step(state, SaidBoth())[0].answers["kept_still"] is Answer.YES


def test_a_touch_neither_counts_as_a_miss_nor_forgives_one() -> None:
    """It says nothing about whether the person was understood."""
    assert after(Launched(), Missed(), Unknown())[0].misses == 1


@pytest.mark.parametrize("turn", [AskedWhy(), AskedHelp(), AskedTopic("cramps"), Thanked(), UNSURE])
def test_being_understood_forgives_a_miss(turn: Turn) -> None:
    """Three in a row count, not three in all."""
    assert after(Launched(), Missed(), turn)[0].misses == 0


def test_asking_for_a_check_before_any_answer_opens_it_again() -> None:
    """Check my leg, said to the first question."""
    assert names(after(Launched(), AskedCheck())[1]) == ["prompts.welcome.say"]


def test_an_offer_that_is_missed_twice_ends_in_goodbye() -> None:
    """Nothing hangs on another tip."""
    assert after(*SAME_DAY, Missed())[1].ask is not None
    assert names(after(*SAME_DAY, Missed(), Missed())[1])[-1] == "prompts.goodbye.say"


def test_a_doubt_survives_a_sign_told_in_between() -> None:
    """Unsure about breathing, then "my leg is swollen": the breathing is asked once more, not explained anew."""
    state, _ = after(Launched(), UNSURE, Described(("swelling",)))

    assert state.doubted
    assert state.assessment.urgency is Urgency.EMERGENCY_NOW


def test_a_sign_that_is_told_again_is_read_back_again() -> None:
    """The person is heard, though nothing is new."""
    told = Described(("warmth",))

    assert names(after(Launched(), told, told)[1]) == ["prompts.noted.say"]


def test_i_meant_not_sure_after_a_yes_asks_again() -> None:
    """Nothing takes a sign away unheard."""
    assert after(*TO_SWELLING, YES, Corrected(Answer.UNSURE))[0].asking == "swelling"


def test_a_result_begins_without_misses() -> None:
    """What was missed before it does not shorten the offer after it."""
    state, _ = after(*SAME_DAY[:-1], Missed(), NO)

    assert state.told is Urgency.SAME_DAY
    assert state.misses == 0


def test_leaving_without_any_sign_sends_no_card() -> None:
    """There is nothing to be seen for yet."""
    assert after(Launched(), NO, Stopped())[1].card is None


def test_leaving_before_the_first_question_leaves_nothing_unfinished() -> None:
    """Nothing was begun."""
    assert names(after(Stopped())[1]) == ["prompts.goodbye.say"]


def test_at_most_three_answers_are_read_back_and_two_unsure_ones() -> None:
    """More do not stay in anyone's head."""
    signs = ("swelling", "warmth", "pain", "colour", "veins")
    clear = State(tuple((sign, Answer.YES) for sign in signs))
    unsure = State(tuple((sign, Answer.UNSURE) for sign in signs))

    assert result_lines(clear)[0].about == signs[:3]
    assert result_lines(unsure)[0].about == signs[:2]


@pytest.mark.parametrize(
    "turn",
    [
        *(AskedWait(), AskedHow(), AskedWhy(), AskedRepeat(), Thanked(), DeniedEmergency(), Missed(), WentOn()),
        *(SaidBoth(), WentBack(), StartedOver(), Corrected(Answer.NO), Described(()), Described((), ("warmth",))),
    ],
)
def test_what_makes_no_sense_before_a_question_opens_the_check(turn: Turn) -> None:
    """As a launch does."""
    assert after(turn) == after(Launched())


def test_going_back_further_than_there_are_answers_begins_at_the_first_question() -> None:
    """Go back five, after two answers."""
    assert after(Launched(), NO, NO, WentBack(5))[0].given == ()


def test_going_back_at_the_first_question_undoes_its_explanation() -> None:
    """Unsure is taken back too."""
    assert not after(Launched(), UNSURE, WentBack())[0].doubted


def test_a_third_miss_says_what_it_counts_as() -> None:
    """Nobody is left guessing what was recorded."""
    said = names(after(*TO_SWELLING, Missed(), Missed(), Missed())[1])

    assert said == ["prompts.counted_unsure.say"]


def test_what_is_denied_after_the_result_leads_back_to_the_offer() -> None:
    """No chest pain, said after the result: it is not told all over again."""
    state, reply = after(*SAME_DAY, DeniedEmergency())

    assert state.told is Urgency.SAME_DAY
    assert reply.say == ()


def test_a_sign_that_is_told_again_after_the_result_tells_the_result_again() -> None:
    """It is no miss."""
    assert after(*SAME_DAY, Described(("swelling",)))[1].card is Urgency.SAME_DAY


def test_the_last_tip_is_followed_by_goodbye_and_no_offer() -> None:
    """There is nothing more to offer."""
    assert after(*SAME_DAY, YES)[1].ask is None
