"""From a reply to what the speaker gets: digits, marks, silences, the card."""

from collections.abc import Callable

import pytest

from skill.dialogue.reply import Ask, Line, Reply, prompt, question
from skill.rules.questions import QUESTIONS, Answer
from skill.rules.triage import Urgency
from skill.words.library import load
from skill.words.speech import Voice, spoken_list, ssml
from skill.words.texts import Content


@pytest.fixture(scope="module")
def content() -> Content:
    return load("en-GB")


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
    ask = Ask(question("pain", "ask"), question("pain", "again"))

    assert "<break" in Voice(content).speak(Reply((prompt("missed"),), ask)).ssml
    assert "<break" not in Voice(content).speak(Reply((), ask)).ssml


def test_whoever_asks_for_time_hears_a_long_silence_before_the_question_again(content: Content) -> None:
    """The longest that SSML allows; without it there is none."""
    ask, again = question("pain", "ask"), question("pain", "again")

    patient = Voice(content).speak(Reply((), Ask(ask, again, patient=True))).reprompt
    prompt_ = Voice(content).speak(Reply((), Ask(ask, again))).reprompt
    assert patient is not None
    assert prompt_ is not None
    assert patient.startswith('<speak><break time="10s"/>')
    assert "<break" not in prompt_


def test_the_card_has_the_title_and_the_text_of_its_urgency(content: Content) -> None:
    """In that order, its gaps filled."""
    card = Voice(content).speak(Reply((prompt("thanks"),), card=Urgency.EMERGENCY_NOW)).card

    assert card is not None
    assert card.title == "Call 999 now"
    assert card.text.startswith("Call 999 now, on a phone")


def test_a_reply_without_an_urgency_has_no_card(content: Content) -> None:
    """Nothing is sent to the app in the middle of a check."""
    assert Voice(content).speak(Reply((prompt("thanks"),))).card is None


def test_somebody_elses_leg_is_spoken_of_as_theirs(content: Content) -> None:
    """In questions and in everything else."""
    breathing = question("breathing", "ask")

    assert "their breathing" in Voice(content, for_other=True).text(breathing)
    assert "your breathing" in Voice(content).text(breathing)


@pytest.mark.parametrize(("items", "spoken"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
def test_a_list_is_joined_as_a_person_says_it(items: list[str], spoken: str) -> None:
    """One, two and three."""
    assert spoken_list(items, "and") == spoken


PARTS = [(question.id, part) for question in QUESTIONS for part in question.parts]


@pytest.mark.parametrize(("name", "part"), PARTS)
def test_the_rest_of_a_question_asks_for_what_is_open_and_nothing_else(content: Content, name: str, part: str) -> None:
    """Each part has words to be asked alone; what was denied is not said again."""
    parts = content.questions[name].parts
    voice = Voice(content)
    rest = voice.text(Line("questions", name, "rest", parts=(part,)))

    assert voice.fill(parts[part].ask) in rest
    assert rest.endswith("?")
    assert not any(voice.fill(words.ask) in rest for other, words in parts.items() if other != part)


def test_a_rest_of_two_is_joined_with_or(content: Content) -> None:
    """As the whole question is."""
    parts = content.questions["collapse"].parts
    rest = Voice(content).text(Line("questions", "collapse", "rest", parts=("blood", "heart")))

    assert f"{parts['blood'].ask} {content.grammar.either} {parts['heart'].ask}" in rest


def test_the_rest_of_a_question_about_somebody_else_is_about_them(content: Content) -> None:
    """The gaps of a part are filled as those of a question."""
    line = Line("questions", "breathing", "rest", parts=("chest",))

    assert "their chest" in Voice(content, for_other=True).text(line)
    assert "your chest" in Voice(content).text(line)


@pytest.mark.parametrize(
    ("about", "heard"),
    [
        ("swelling", lambda content: content.questions["swelling"].heard),
        ("breathing.chest", lambda content: content.questions["breathing"].parts["chest"].heard),
        ("stroke", lambda content: content.cries["stroke"].heard),
    ],
)
def test_what_was_heard_is_named_as_narrowly_as_it_was_said(
    content: Content, about: str, heard: Callable[[Content], str]
) -> None:
    """A question, a part of one, or a cry that no question asks for."""
    assert heard(content) in Voice(content).text(prompt("heard", about=(about,)))


def test_how_many_more_is_said_in_words(content: Content) -> None:
    """And a change names the answer that it was changed to."""
    voice = Voice(content)

    assert content.grammar.numbers[3] in voice.text(prompt("questions_left", count=3))
    assert content.grammar.unsure in voice.text(prompt("corrected", about=("swelling",), answer=Answer.UNSURE))


def test_what_is_to_be_slow_is_slow_from_the_first_word_to_the_reprompt(content: Content) -> None:
    """Nothing else is."""
    ask = Ask(question("pain", "ask"), question("pain", "again"))
    slow, usual = (Voice(content).speak(Reply((prompt("missed"),), ask, slow=slow)) for slow in (True, False))

    for spoken in (slow.ssml, slow.reprompt or ""):
        assert spoken.startswith('<speak><prosody rate="slow">')
        assert spoken.endswith("</prosody></speak>")
    assert "prosody" not in usual.ssml + (usual.reprompt or "")
