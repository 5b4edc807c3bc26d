"""What the local recogniser makes of phrases that stand in no sample."""

import json
from functools import cache

import pytest

from skill.alexa.envelope import resolved_id
from skill.alexa.routes import turn_for
from skill.dialogue.turns import Corrected
from skill.rules.questions import BY_ID, Answer
from skill.words.library import load
from skill.words.texts import LOCALES
from skill.workbench.ear.hearing import Result, results
from skill.workbench.ear.matcher import EMERGENCY, FALLBACK, NO, YES, Matcher
from skill.workbench.model.models import FOLDER, model
from skill.workbench.model.vocabulary import read_vocabulary


@cache
def matcher() -> Matcher:
    """Read the model once."""
    return Matcher.for_file(FOLDER / "en-US.json")


@cache
def heard() -> tuple[Result, ...]:
    """Match the paraphrases once."""
    return tuple(results(matcher()))


def test_the_set_is_large_and_kept_apart() -> None:
    """At least 300 phrases are no sample word for word, and of those at least 90 percent are heard right."""
    samples = {sample for texts in read_vocabulary().intents.values() for sample in texts}
    unknown = [result for result in heard() if result.say not in samples]

    assert len(unknown) >= 300
    assert sum(result.meant == result.heard for result in unknown) / len(unknown) >= 0.9


def test_at_least_95_percent_are_heard_right() -> None:
    """Over all intents, with the signs, answers and topics they name; `skill hearing` prints the confusions."""
    right = sum(result.right for result in heard())

    assert right / len(heard()) >= 0.95


def test_every_emergency_wording_is_heard_as_one() -> None:
    """All of them."""
    missed = [result.say for result in heard() if result.meant == EMERGENCY and result.heard != EMERGENCY]

    assert missed == []


def test_no_answer_is_turned_the_wrong_way_round() -> None:
    """No yes as no, no no as yes, no unsure answer as no."""
    assert [result.say for result in heard() if result.turned] == []


def test_a_sign_that_was_denied_is_never_heard_as_named() -> None:
    """`It isn't warm` is not warm."""
    for result in heard():
        if result.meant == "DenySymptomIntent":
            assert result.heard != "DescribeSymptomsIntent"
            assert result.heard != YES


@pytest.mark.parametrize("said", ["", " ", "?!", "purple elephants", "flibber jabber", "asdf " * 500])
def test_nonsense_is_the_fallback(said: str) -> None:
    """Never a guess."""
    assert matcher().match(said).intent == FALLBACK


@pytest.mark.parametrize(
    "said", ["well", "so", "hmm", "oh", "right", "fine", "okay", "i", "it", "the", "well so", "oh well"]
)
def test_a_word_said_while_thinking_is_no_answer(said: str) -> None:
    """`Well` is neither yes nor no: the question is asked again."""
    assert matcher().match(said).intent in (FALLBACK, "WaitIntent")


@pytest.mark.parametrize("said", ["swolen", "my leg is swolen", "my calf is painfull"])
def test_a_slip_of_the_finger_is_forgiven(said: str) -> None:
    """As a recogniser forgives a mumble."""
    assert matcher().match(f"{said} and warm").intent == "DescribeSymptomsIntent"


@pytest.mark.parametrize(
    "said",
    [
        "no wait i can't breathe",
        "no, i have chest pain",
        "no chest pain but i can't breathe",
        "my foot is not right it's numb",
        "my leg is not cold but it's numb",
        "i've never had chest pain like this",
        "there's no blood going to my foot",
        "no feeling in my foot",
        "he's not breathing normally",
        "i'm not able to breathe well",
        "i can only just breathe",
        "i can feel my heart racing",
        "no i fainted",
        "not sure i think i fainted",
    ],
)
def test_a_no_does_not_hide_an_emergency(said: str) -> None:
    """What is missing can be the emergency itself, and what is denied is not all that is said."""
    assert matcher().match(said).intent == EMERGENCY


@pytest.mark.parametrize("question", BY_ID)
def test_whatever_is_read_back_can_be_changed_by_that_name(question: str) -> None:
    """`I heard lasting pain` - `change the lasting pain to no`, for every question."""
    name = load("en-US").questions[question].heard
    heard = matcher().match(f"change {name} to no")
    about = {slot: resolved_id(value) for slot, value in heard.slots.items()}

    assert turn_for(heard.intent, about) == Corrected(Answer.NO, question)


def test_a_denied_red_flag_is_neither_an_emergency_nor_a_plain_answer() -> None:
    """`No chest pain` answers a part of the question."""
    for result in heard():
        if result.meant == "DenyEmergencyIntent":
            assert result.heard not in (EMERGENCY, YES, NO), result.say


def test_what_comes_with_a_denied_red_flag_is_heard() -> None:
    """The sign that is there counts, and the denied pain in the chest is no pain in the leg."""
    found = matcher().match("no chest pain but my leg is swollen")

    assert found.intent == "DescribeSymptomsIntent"
    assert [slot["value"] for slot in found.slots.values()] == ["swollen"]


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("i said yes but i should have said no", "no"),
        ("you got that wrong i said no", "no"),
        ("i meant no not yes", "no"),
        ("i said no before but it's yes", "yes"),
        ("no i said yes", "yes"),
        ("i said yes not no", "yes"),
    ],
)
def test_the_answer_that_is_meant_replaces_the_one_said_by_mistake(said: str, answer: str) -> None:
    """The last one, unless it is the one taken back."""
    assert matcher().match(said).slots["answer"]["value"] == answer


@pytest.mark.parametrize(
    "said",
    [
        "it's not very swollen",
        "it isn't as swollen as it was",
        "the puffiness has gone down",
        "it's not swollen any more",
        "no swelling now",
        "not much bigger",
        "no it goes away when i rest",
        "it doesn't hurt unless i walk",
        "it runs in the family",
        "no it always is",
        "they don't look the same",
        "no there is",
        "so i'm fine then",
        "will it go away on its own",
    ],
)
def test_what_is_hedged_past_or_asked_is_no_no(said: str) -> None:
    """A little swelling, swelling that has gone, and a question are never heard as no swelling."""
    assert matcher().match(said).intent not in (NO, "DenySymptomIntent", "DenyEmergencyIntent")


@pytest.mark.parametrize("said", ["no to both", "no not both", "go away", "go ahead", "go on then", "continue"])
def test_what_agrees_with_nothing_is_no_yes(said: str) -> None:
    """`No to both` is no yes, and impatience is no answer."""
    assert matcher().match(said).intent not in (YES, "BothIntent", EMERGENCY)


@pytest.mark.parametrize("said", ["it won't go away", "no it never goes away", "they're not the same size"])
def test_a_sign_told_with_a_not_is_a_sign(said: str) -> None:
    """Pain that will not go away is there."""
    found = matcher().match(said)

    assert found.intent == "DescribeSymptomsIntent"
    assert found.slots


@pytest.mark.parametrize(
    "said", ["no worse than usual", "my breathing's no worse", "i've got no problem breathing", "no it's warm"]
)
def test_a_red_flag_answered_as_usual_is_neither_an_emergency_nor_a_sign(said: str) -> None:
    """The natural answers of a healthy person to the first questions."""
    assert matcher().match(said).intent in (NO, "DenyEmergencyIntent")


@pytest.mark.parametrize("said", ["no", "nope", "no it isn't", "not at all"])
def test_a_no_is_a_no(said: str) -> None:
    """The plain ones, at least."""
    assert matcher().match(said).intent == NO


@pytest.mark.parametrize("locale", LOCALES)
def test_the_models_agree_with_the_content(locale: str) -> None:
    """Nobody edits them by hand."""
    text = (FOLDER / f"{locale}.json").read_text(encoding="utf-8")

    assert json.loads(text) == model(read_vocabulary())
