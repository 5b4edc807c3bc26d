"""How plain a text is: syllables, and the grade that they make."""

import pytest

from skill.workbench.plain import COUNTED, measure, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *[("leg", 1), ("swelling", 2), ("Emergency", 4), ("'ambulance'", 3), ("doctor", 2)],
        *[("coughed", 1), ("aches", 1), ("there's", 1), ("hormones", 2), ("handled", 2), ("wanted", 2), ("doses", 2)],
        *[("starting", 2), ("isn't", 2), ("self-care", 2), ("breathlessness", 3), ("warfarin", 3)],
    ],
)
def test_syllables_are_those_that_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize("word", ["9", "0", "NHS", "GP"])
def test_a_figure_and_an_abbreviation_are_one_syllable(word: str) -> None:
    assert syllables(word) == 1


def test_every_word_of_our_own_list_is_there_because_the_library_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    own = dict(COUNTED)
    for word in own:
        monkeypatch.delitem(COUNTED, word)
    assert not [word for word, count in own.items() if syllables(word) == count]


def test_the_grade_is_that_of_flesch_and_kincaid() -> None:
    # 10 words, 2 sentences, 12 syllables, worked out by hand.
    text = "A doctor has to see your leg. Call a taxi."
    assert measure(text).grade == pytest.approx(0.39 * 10 / 2 + 11.8 * 12 / 10 - 15.59)


def test_longer_words_and_sentences_read_at_a_higher_grade() -> None:
    assert measure("See a doctor. Go now.").grade < measure("See a doctor and go now.").grade
    assert (
        measure("See a doctor and go now.").grade < measure("Consult a physician immediately afterwards and go.").grade
    )
