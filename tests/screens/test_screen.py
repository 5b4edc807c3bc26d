"""What is chosen for a screen, from replies and states alone."""

import re
from typing import Any

import pytest

from skill.alexa.screens.screen import Screen
from skill.dialogue.turns import (
    Answered,
    AskedHow,
    AskedPrevention,
    AskedRepeat,
    AskedSummary,
    AskedTopic,
    CriedForHelp,
    CriedInDoubt,
    Described,
    Launched,
    Stopped,
    Turn,
    WentBack,
)
from skill.rules.questions import Answer
from skill.words.library import load
from skill.words.speech import Voice
from skill.words.texts import ELSEWHERE, LOCALES

from .shown import Moment, every_moment, of, walk

YES, NO, UNSURE = (Answered(answer) for answer in Answer)
SWOLLEN: tuple[Turn, ...] = (Launched(), NO, NO, NO, YES, NO, NO, NO, NO)
NOTHING: tuple[Turn, ...] = (Launched(), *([NO] * 12))


def seen(*turns: Turn, locale: str = "en-GB") -> Screen:
    return of(walk(turns), Voice(load(locale)))


def said(moment: Moment, voice: Voice) -> str:
    """Give all that a reply says, its question included."""
    lines = (*moment.reply.say, *((moment.reply.ask.line,) if moment.reply.ask else ()))
    return " ".join(voice.text(line) for line in lines)


@pytest.mark.parametrize(
    ("turns", "document"),
    [
        ((Launched(),), "question"),
        ((Launched(), NO), "question"),
        ((Launched(), AskedHow()), "question"),
        ((Launched(), CriedInDoubt(("breathing.chest",))), "question"),
        ((Launched(), YES), "result"),
        ((CriedForHelp(),), "result"),
        (SWOLLEN, "result"),
        (NOTHING, "result"),
        ((*SWOLLEN, AskedRepeat()), "result"),
        ((*SWOLLEN, Stopped()), "result"),
        ((*SWOLLEN, AskedSummary()), "page"),
        ((*NOTHING, YES), "page"),
        ((AskedPrevention(),), "page"),
        ((AskedTopic("blood_clot"),), "page"),
        ((Launched(), AskedTopic("blood_clot")), "page"),
        ((AskedTopic("cramp_or_clot"),), "table"),
    ],
)
def test_each_reply_has_its_kind_of_screen(turns: tuple[Turn, ...], document: str) -> None:
    """A question, a result, a page to read, or a table."""
    assert seen(*turns).document == document


def test_a_question_is_shown_with_the_answers_that_it_has() -> None:
    """Its words, how far along it is, and yes, no and not sure to touch, tied to this question."""
    data = seen(Launched(), NO).data

    assert data["question"] == Voice(load("en-GB")).fill(load("en-GB").questions["collapse"].ask)
    assert re.findall(r"\d+", data["progress"]) == ["2", "12"]
    assert data["waits"] == "collapse"
    assert [button["answer"] for button in data["buttons"]] == ["yes", "no", "unsure"]
    assert all(button["label"] and button["press"] for button in data["buttons"])


def test_an_offer_has_a_yes_and_a_no() -> None:
    """Nobody is unsure whether to hear it again."""
    data = seen(*SWOLLEN).data

    assert (data["waits"], [button["answer"] for button in data["buttons"]]) == ("offer_result", ["yes", "no"])


@pytest.mark.parametrize("turns", [(Launched(), YES), (*SWOLLEN, Stopped()), (Launched(), Stopped())])
def test_what_is_at_its_end_has_nothing_to_touch(turns: tuple[Turn, ...]) -> None:
    """Neither an emergency nor a goodbye."""
    assert seen(*turns).data["buttons"] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_an_emergency_shows_the_number_first(locale: str) -> None:
    """The number of the country, larger than all else, and what to do as the headline."""
    data, place = seen(Launched(), YES, locale=locale).data, load(locale).place

    assert (data["urgency"], data["call"]) == ("emergency_now", place.emergency_number)
    assert place.emergency_number in data["title"]


def test_where_no_number_is_known_words_are_shown() -> None:
    """A device from elsewhere shows no digits at all."""
    data = seen(Launched(), YES, locale=ELSEWHERE).data

    assert load(ELSEWHERE).place.emergency_number in data["title"]
    assert data["call"] == data["emergency"] == ""
    assert not re.search(r"\d", str(data))


@pytest.mark.parametrize(
    ("locale", "number"), {"en-US": "", "en-GB": "111", "en-CA": "811", "en-AU": "1800 MEDICARE", "en-IN": ""}.items()
)
def test_whom_to_call_today_is_shown_large(locale: str, number: str) -> None:
    """Where there is an advice line, and the advice names it; the emergency number stands beside it."""
    data = seen(*SWOLLEN, locale=locale).data

    assert (data["urgency"], data["call"]) == ("same_day", number)
    assert bool(data["callTitle"]) is bool(number)
    assert data["emergency"] == load(locale).place.emergency_repeated


def test_an_advice_line_is_not_shown_where_somebody_else_is_to_be_called() -> None:
    """Whoever is pregnant calls the midwife."""
    pregnant = (Launched(), NO, NO, NO, YES, NO, NO, NO, YES, YES, NO)

    assert walk(pregnant).state.told is not None
    assert seen(*pregnant).data["call"] == ""


@pytest.mark.parametrize("turns", [SWOLLEN, (*SWOLLEN, AskedRepeat()), (*SWOLLEN, Stopped())])
def test_a_result_stays_complete(turns: tuple[Turn, ...]) -> None:
    """However it comes up: what to do, when it is an emergency, and what to tell the doctor."""
    data = seen(*turns).data

    assert data["urgency"] == "same_day"
    assert all(data[name] for name in ("title", "act", "worse", "worseTitle", "doctor", "doctorTitle"))


# Swollen, and in the same breath what nobody else in the room need read.
PRIVATE: tuple[Turn, ...] = (Described(("pregnant", "cancer", "thinners")), NO, NO, NO, YES, NO, NO, NO, NO)
NAMED = ("pregnan", "cancer", "blood thinner")


@pytest.mark.parametrize("leaving", [(), (AskedRepeat(),), (Stopped(),), (NO,)])
def test_what_nobody_asked_for_names_the_signs_and_no_illness(leaving: tuple[Turn, ...]) -> None:
    """Others in the room can read a screen: what to tell the doctor is whole when it is asked for by voice."""
    doctor = seen(*PRIVATE, *leaving).data["doctor"]

    assert "swelling" in doctor
    assert not [name for name in NAMED if name in doctor]


def test_what_to_tell_the_doctor_is_whole_when_it_is_asked_for() -> None:
    """It is said then too."""
    text = seen(*PRIVATE, AskedSummary()).data["text"]

    assert all(name in text for name in NAMED)


def test_a_misheard_emergency_leaves_its_screen() -> None:
    """After "go back" there is a question again."""
    assert seen(Launched(), YES, WentBack()).document == "question"


def known(voice: Voice) -> set[str]:
    """Give what the skill says when asked: the result in full, and what to tell the doctor."""
    words = voice.content.outcomes.values()
    return {
        voice.fill(text) for one in words for text in (one.act, one.worse, *(i.act or "" for i in one.instead.values()))
    }


def test_what_is_on_a_screen_is_also_said() -> None:
    """In the same reply, or when the result is told: nobody without a screen gets less."""
    for moment in every_moment():
        voice = Voice(load("en-GB"), moment.state.for_other)
        data: dict[str, Any] = of(moment, voice).data
        spoken = said(moment, voice)
        for name in ("question", "note", "text", "said", "correction", "ask"):
            assert all(part in spoken for part in data.get(name, "").split(". ")), (name, data)
        for name in ("act", "worse"):
            assert data.get(name, "") in spoken or data[name] in known(voice), (name, data)


def test_a_table_says_what_the_answers_say() -> None:
    """Its cells use no word that the answers about cramps and clots do not."""
    topics, data = load("en-GB").topics, seen(AskedTopic("cramp_or_clot")).data
    voice = Voice(load("en-GB"))
    answers = voice.fill(f"{topics['cramp_or_clot'].answer} {topics['cramps'].answer}").lower()

    rows = data["rows"]
    assert len(rows) > 2
    for row in rows:
        for cell in (row["first"], row["second"]):
            assert set(re.findall(r"\w+", cell.lower())) <= set(re.findall(r"\w+", answers)), cell
