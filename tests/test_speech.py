"""From a reply to the words that are spoken."""

from collections.abc import Callable

import pytest

from skill.dialogue.reply import Line, prompt, question
from skill.rules.questions import QUESTIONS, Answer
from skill.words.library import load
from skill.words.speech import Voice, spoken_list
from skill.words.texts import Content


@pytest.fixture(scope="module")
def content() -> Content:
    return load("en-GB")


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
