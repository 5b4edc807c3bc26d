"""How it is spoken: digits, marks, silences, the pace, and the one emphasis."""

from itertools import pairwise
from xml.etree import ElementTree

import pytest

from skill.dialogue.reply import Ask, Line, Reply, prompt, question
from skill.words import manner
from skill.words.library import load
from skill.words.manner import ssml
from skill.words.speech import Voice
from skill.words.texts import Content

ASK = Ask(question("pain", "ask"), question("pain", "again"))
ALARM = Reply(
    (Line("outcomes", "emergency_now", "act"), Line("outcomes", "emergency_now", "worse")),
    Ask(prompt("if_wrong"), Line("outcomes", "emergency_now", "remember")),
)
RESULT = Reply(tuple(Line("outcomes", "same_day", field) for field in ("means", "act", "worse")), ASK)


@pytest.fixture(scope="module")
def content() -> Content:
    return load("en-GB")


def spoken(content: Content, reply: Reply) -> tuple[ElementTree.Element, ElementTree.Element]:
    """Give what is said, and what is said after a silence, as XML."""
    said = Voice(content).speak(reply)
    assert said.reprompt is not None
    return ElementTree.fromstring(said.ssml), ElementTree.fromstring(said.reprompt)


def rates(element: ElementTree.Element) -> list[str]:
    """Give the pace of all that is said; nothing for the usual one."""
    return [part.attrib["rate"] for part in element.iter("prosody")]


def test_a_phone_number_is_read_digit_by_digit() -> None:
    """Never as "nine hundred and ninety nine"."""
    assert ssml("Call 999.") == 'Call <say-as interpret-as="digits">999</say-as>.'


def test_a_word_for_a_number_and_two_digits_are_left_alone() -> None:
    """Only what is dialled is spelled out."""
    assert ssml("two or 24 hours") == "two or 24 hours"


def test_what_ssml_would_take_for_a_mark_is_escaped() -> None:
    """The SDK escapes nothing, and Alexa refuses a broken text."""
    assert ssml("A & E <now>") == "A &amp; E &lt;now&gt;"


def test_a_question_after_other_words_follows_a_short_silence(content: Content) -> None:
    """And no silence stands before a reply that is only a question."""
    assert "<break" in Voice(content).speak(Reply((prompt("missed"),), ASK)).ssml
    assert "<break" not in Voice(content).speak(Reply((), ASK)).ssml


def test_what_is_to_be_done_stands_apart_in_a_result(content: Content) -> None:
    """A silence before it and one before the question, none elsewhere, and under a second in all."""
    assert manner.pauses(RESULT) == (0, manner.BEFORE_ACTION, 0, manner.BEFORE_QUESTION)
    assert sum(manner.pauses(RESULT)) < 1000
    said, _ = spoken(content, RESULT)
    assert [part.attrib["time"] for part in said.iter("break")] == ["300ms", "400ms"]


def test_whoever_asks_for_time_hears_a_long_silence_before_the_question_again(content: Content) -> None:
    """The longest that SSML allows; without it there is none."""
    patient = Voice(content).speak(Reply((), Ask(ASK.line, ASK.again, patient=True))).reprompt
    usual = Voice(content).speak(Reply((), ASK)).reprompt

    assert patient is not None
    assert usual is not None
    assert patient.startswith('<speak><break time="10s"/>')
    assert "<break" not in usual


def test_what_is_to_be_slow_is_slow_from_the_first_word_to_the_reprompt(content: Content) -> None:
    """Nothing else is."""
    for slow, expected in ((True, ["80%"]), (False, [])):
        for said in spoken(content, Reply((prompt("missed"),), ASK, slow=slow)):
            assert rates(said) == expected
            assert not slow or [part.tag for part in said] == ["prosody"]


@pytest.mark.parametrize("slow", [False, True])
def test_an_emergency_is_a_little_slower_and_never_slow(content: Content, slow: bool) -> None:
    """Also when slow speech was asked for: it must be told within ten seconds."""
    for said in spoken(content, Reply(ALARM.say, ALARM.ask, slow=slow)):
        assert rates(said) == ["90%"]


def test_only_the_action_of_an_emergency_is_stressed(content: Content) -> None:
    """Once, with its number; the rest of it is not, and no other result is."""
    said, again = spoken(content, ALARM)
    stressed = list(said.iter("emphasis"))

    assert ["".join(part.itertext()) for part in stressed] == [Voice(content).text(ALARM.say[0])]
    assert [part.text for part in stressed[0].iter("say-as")] == ["999"]
    assert not list(again.iter("emphasis"))
    assert not list(spoken(content, RESULT)[0].iter("emphasis"))


def test_words_do_not_run_into_each_other(content: Content) -> None:
    """Between two lines there is a space or a silence."""
    words = [Voice(content).text(line) for line in RESULT.lines]
    said = "".join(spoken(content, RESULT)[0].itertext())

    assert all(f"{first} {second}" in said for first, second in pairwise(words))
