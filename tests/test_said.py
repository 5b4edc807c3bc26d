"""skill/workbench/said.py: where in a conversation each text is said."""

from collections.abc import Mapping

import pytest

from skill.rules.questions import ASKED
from skill.words.library import Library
from skill.words.speech import Voice
from skill.workbench.envelopes import Session
from skill.workbench.said import Scene, scenes, spoken_keys
from skill.workbench.scripts import answered, made, recorded
from skill.workbench.turn import Turns


@pytest.fixture(scope="module")
def found() -> Mapping[str, Scene]:
    library = Library()
    content, hearing = library.for_locale("en-GB"), library.hearing()
    return scenes(content, hearing, [*recorded(), *made(content, hearing)])


def test_every_question_is_asked_in_a_conversation(found: Mapping[str, Scene]) -> None:
    """An editor sees where each question is asked, with the words of the place, and no mark is left in them."""
    voice = Voice(Library().for_locale("en-GB"))

    for question in ASKED:
        scene = found[f"questions.{question}.ask"]
        assert voice.fill(voice.content.questions[question].ask) in scene.heard[-1]
        assert "999" in scene.heard[0]


def test_a_scene_is_what_the_skill_says(found: Mapping[str, Scene]) -> None:
    """The conversation that is shown is one that can be held: the same words bring the same replies."""
    scene, turns = found["outcomes.same_day.means"], Turns()
    heard = turns.take('{"launch": true, "locale": "en-GB"}')
    replies = [heard["said"]]
    for words in scene.said:
        heard = turns.answer(_request(words, heard["attributes"]))
        replies.append(heard["said"])

    assert tuple(replies) == scene.heard


def test_the_shortest_conversation_is_kept(found: Mapping[str, Scene]) -> None:
    """Nobody reads a long conversation for a text that a short one says."""
    assert found["prompts.welcome"].said == ()
    assert len(found["questions.breathing.why"].said) == 1


def test_most_texts_are_found(found: Mapping[str, Scene]) -> None:
    """Of the texts that are spoken, five in six have a conversation that says them."""
    keys = set(spoken_keys())

    assert set(found) <= keys
    assert len(found) / len(keys) > 5 / 6


def test_a_check_is_answered_to_its_end() -> None:
    """A yes to the swelling and no to all else comes to an end in as many answers as the interview asks."""
    script = answered(("swelling",))

    assert script.count("yes") == 1
    assert script[:3] == ("no", "no", "no")


def _request(words: str, attributes: dict[str, object]) -> dict[str, object]:
    session = Session("en-GB")
    session.heard({"sessionAttributes": attributes})
    return session.words(words)
