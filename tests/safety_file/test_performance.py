"""The performance sheet: what is counted, with which interval, and that nothing has got worse."""

from functools import cache
from pathlib import Path

import pytest

from skill.rules.questions import Answer
from skill.rules.triage import Urgency
from skill.words.library import load
from skill.workbench.review.course import LOCALE, Course, hold
from skill.workbench.review.people import FOLDER, Person, told_cases, vignettes
from skill.workbench.review.performance import (
    AT_ONCE,
    OPENING,
    OWN_WORDS,
    PLAIN,
    TALKING_WAYS,
    Result,
    rows,
    score_hearing,
    score_talking,
    score_vignettes,
    scored,
)
from skill.workbench.review.safety import misses, told_too_much
from skill.workbench.review.share import Share
from tests.conftest import handler


@cache
def talking() -> tuple[Result, ...]:
    """Score the people who talk, once."""
    return score_talking()


def person(least: Urgency, most: Urgency, says: dict[str, str] | None = None, **truth: Answer) -> Person:
    """Make somebody up."""
    return Person("made_up", "group", "somebody", truth, least, most, "my calf is swollen", says or {})


def test_no_case_but_the_known_one_is_told_too_little() -> None:
    """A person whose face droops, and who answers only the questions; see the safety argument."""
    under = {(one.person.id, one.way) for one in talking() if not one.is_safe}

    assert under == {("wrong_stroke_face", way) for way in (AT_ONCE, PLAIN, OWN_WORDS)}


def test_no_vignette_is_told_too_little() -> None:
    assert [one.person.id for one in score_vignettes() if not one.is_safe] == []


@pytest.mark.parametrize("way", TALKING_WAYS)
def test_at_most_one_case_in_ten_is_told_too_much(way: str) -> None:
    over = [one.person.id for one in talking() if one.way == way and one.is_over]

    assert len(over) <= 6, over


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [(80, 82, 0.915, 0.993), (64, 82, 0.680, 0.856), (2, 37, 0.015, 0.177), (0, 46, 0.0, 0.077), (46, 46, 0.923, 1.0)],
)
def test_an_interval_is_wilsons(count: int, of: int, low: float, high: float) -> None:
    """Against published intervals; none leaves 0 to 1, and none is a point."""
    assert Share(count, of).interval == pytest.approx((low, high), abs=0.001)


def test_nothing_counted_says_nothing() -> None:
    assert Share(0, 0).interval == (0.0, 1.0)


def test_too_little_too_much_and_right_are_told_apart() -> None:
    """The same advice, by what would have been right."""
    day, now, home = Urgency.SAME_DAY, Urgency.EMERGENCY_NOW, Urgency.SELF_CARE
    found = scored(
        [person(*band, swelling=Answer.YES) for band in ((now, now), (day, day), (home, home))], (PLAIN,), handler()
    )

    assert [(one.is_safe, one.is_over) for one in found] == [(False, False), (True, False), (True, True)]
    (everybody, group) = rows(found)
    assert (everybody.number, group.group) == (1, "group")  # one id
    assert (everybody.safe[PLAIN], everybody.over[PLAIN]) == (Share(2, 3), Share(1, 3))


def test_own_words_and_a_first_sentence_are_said() -> None:
    somebody = person(Urgency.SAME_DAY, Urgency.SAME_DAY, {"swelling": "it's up like a balloon"}, swelling=Answer.YES)

    plain = hold(somebody, handler())
    own = hold(somebody, handler(), own_words=True)
    first = hold(somebody, handler(), opening=True)

    assert "yes" in [turn.said for turn in plain.turns]
    assert "it's up like a balloon" in [turn.said for turn in own.turns]
    assert first.turns[0].said == "my calf is swollen"
    assert "swelling" not in [turn.asked for turn in first.turns]
    assert {one.urgency for one in (plain, own, first)} == {Urgency.SAME_DAY}


def test_facts_answer_the_questions_that_ask_for_them() -> None:
    """A case that says pregnant is a yes to both questions about it, if their words ask for it."""
    asks = {question: words.ask for question, words in load(LOCALE).questions.items()}
    pregnant = [one for one in told_cases(asks) if one.group == "pregnancy"]

    assert pregnant
    assert all(one.truth["care"] is Answer.YES for one in pregnant)


def test_when_the_words_ask_for_what_is_new_the_answer_is_another() -> None:
    """What is true depends on what is asked: an old swelling is a yes until the question says new."""
    ids = {one.id: one for one in told_cases({"pain": "Any new pain?"})}
    old = {one.id: one for one in told_cases({"pain": "Any pain?"})}

    assert [id_ for id_ in ids if ids[id_].truth != old[id_].truth]


def test_a_misspelt_key_in_the_cases_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "clinical.yaml"
    text = (FOLDER / "clinical.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("  opening:", "  openning:", 1), encoding="utf-8")

    with pytest.raises(ValueError, match="openning"):
        told_cases({}, path)


def test_every_miss_is_shown_with_all_that_was_said() -> None:
    """Once for ways that went alike, with what was asked, said, heard and told."""
    found = misses(talking())

    assert [(one.person.id, one.ways, bool(one.turns)) for one in found] == [
        ("wrong_stroke_face", AT_ONCE, False),
        ("wrong_stroke_face", f"{PLAIN}, {OWN_WORDS}", True),
    ]
    turn, heard = found[1].turns[0]
    assert (turn.asked, turn.said) == ("breathing", "no")
    assert "no" in heard
    assert turn.told


def test_who_was_told_too_much_is_shown_with_what_and_where() -> None:
    shown = {who.id: what for who, what in told_too_much(talking())}

    assert {*shown} == {one.person.id for one in talking() if one.is_over}
    assert all(any(way in what for way in TALKING_WAYS) for what in shown.values())


def test_a_check_that_comes_to_nothing_is_a_miss() -> None:
    """Whoever hears no advice is not safe, and is shown as told nothing."""
    nothing = Result(person(Urgency.SELF_CARE, Urgency.SELF_CARE), OPENING, Course(None, ()))

    assert not nothing.is_safe
    assert misses([nothing])[0].told == "nothing"


def test_the_hearing_is_counted_by_class() -> None:
    classes, harmful = score_hearing()
    everything, *others = classes

    assert everything.right.of == sum(one.right.of for one in others[:-1])
    assert everything.harmful.count == len(harmful)


def test_every_vignette_is_scored() -> None:
    assert len({one.person.id for one in score_vignettes()}) == len(vignettes()) == 59
