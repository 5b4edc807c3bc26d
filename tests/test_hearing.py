"""What the local recogniser makes of phrases that stand in no sample."""

import json
from functools import cache

import pytest

from skill.content import LOCALES
from skill.workbench.hearing import Result, results
from skill.workbench.matcher import EMERGENCY, FALLBACK, NO, YES, Matcher
from skill.workbench.models import FOLDER, model
from skill.workbench.vocabulary import read_vocabulary


@cache
def matcher() -> Matcher:
    """Read the model once."""
    return Matcher.for_file(FOLDER / "en-US.json")


@cache
def heard() -> tuple[Result, ...]:
    """Match the paraphrases once."""
    return tuple(results(matcher()))


def test_the_set_is_large_and_kept_apart() -> None:
    """At least 300 phrases; those that happen to be samples too are few."""
    samples = {sample for texts in read_vocabulary().intents.values() for sample in texts}
    known = [result.say for result in heard() if result.say in samples]

    assert len(heard()) >= 300
    assert len(known) < 0.3 * len(heard())


def test_at_least_95_percent_are_heard_right() -> None:
    """Over all intents; `skill hearing` prints the confusions."""
    right = sum(result.meant == result.heard for result in heard())

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


@pytest.mark.parametrize("said", ["swolen", "my leg is swolen", "my calf is painfull"])
def test_a_slip_of_the_finger_is_forgiven(said: str) -> None:
    """As a recogniser forgives a mumble."""
    assert matcher().match(f"{said} and warm").intent == "DescribeSymptomsIntent"


def test_an_emergency_wins_a_tie() -> None:
    """A no in front does not hide it."""
    assert matcher().match("no wait i can't breathe").intent == EMERGENCY


@pytest.mark.parametrize("said", ["no", "nope", "no it isn't", "not at all"])
def test_a_no_is_a_no(said: str) -> None:
    """The plain ones, at least."""
    assert matcher().match(said).intent == NO


@pytest.mark.parametrize("locale", LOCALES)
def test_the_models_agree_with_the_content(locale: str) -> None:
    """Nobody edits them by hand."""
    text = (FOLDER / f"{locale}.json").read_text(encoding="utf-8")

    assert json.loads(text) == model(read_vocabulary())
