"""Every sign, part, cry and wish is heard as what it is, and nothing beside it: tests/cases/heard.yaml."""

from typing import Any, get_args

import pytest

from skill.dialogue import turns
from skill.hearing.hear import OFFER, Asked, Hearing
from skill.rules.questions import ASKED, BY_ID, OTHER_CRIES, RED_FLAGS
from skill.words.library import load_vocabulary
from tests.claims.meaning import meaning
from tests.conftest import cases

HEARING = Hearing(load_vocabulary("en"))
ROWS: list[list[Any]] = cases("cases/heard.yaml")
# What no words can be: it comes from an intent, a launch or a touch alone.
NEVER_SAID = {"Launched", "TouchedEarlier", "Unknown", *(turn.__name__ for turn in turns.CAME_BACK)}


def heard(waits: str, say: str, for_other: bool = False) -> str:
    """Hear something. Returns what it means.

    waits: what the person was asked; `launch` is nothing yet, `time` a reminder at a certain time.
    """
    asked = Asked({"launch": "", "time": OFFER}.get(waits, waits), for_other, proposed=waits == "time")
    return meaning(HEARING.hear(say, asked).turn)


@pytest.mark.parametrize(("waits", "say", "means"), ROWS, ids=[f"{waits}: {say}" for waits, say, _ in ROWS])
def test_what_is_heard(waits: str, say: str, means: str) -> None:
    """All that the sentence holds, and no more."""
    assert heard(waits, say) == means


def test_the_rows_name_every_question() -> None:
    """Each as what waits; each red flag, sign and risk as what is told of its own accord."""
    assert {waits for waits, _, _ in ROWS} >= set(ASKED) | {"launch", "now", "sure", OFFER}
    told = {word.strip("+?") for _, _, means in ROWS for word in means.split() if word[0] in "+?"}
    assert told >= set(BY_ID) - set(RED_FLAGS) - {"care", "child", "old"}


def test_the_rows_name_every_cry() -> None:
    """Of the emergencies that no question asks for, those that a device hears often."""
    cried = {about for _, _, means in ROWS if means.startswith("CriedForHelp") for about in means.split()[1:]}

    assert cried >= set(OTHER_CRIES) - {"unconscious", "head"} | {
        f"{flag}.{part}" for flag in RED_FLAGS for part in BY_ID[flag].parts if f"{flag}.{part}" != "foot.numb"
    }


def test_the_rows_name_every_kind_of_turn() -> None:
    """But for those that no words make."""
    kinds = {kind.__name__ for kind in get_args(turns.Turn)} - NEVER_SAID
    named = {means.split()[0] for _, _, means in ROWS}

    assert kinds - named <= {"Answered", "Described", "CriedInDoubt", "ForThemselves", "AskedSources"}
