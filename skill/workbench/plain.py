"""How plain a text is: sentence length, reading grade and the seconds it takes to say."""

import re
from functools import cache
from typing import NamedTuple

import syllapy

# Measured with two synthetic voices on this skill's own replies: 2.9 to 3.6 words a second. The slower, rounded down.
WORDS_A_SECOND = 2.8
LONGEST_SENTENCE = 20
HIGHEST_GRADE = 6.0
# Shorter texts have no meaningful grade.
FEWEST_GRADED = 12
# Endings that add no syllable, which syllapy counts as one: ached, waves, there's. Not so: wanted, handled, doses.
SILENT = re.compile(r"(?<![aeioutdy])(?<![bcdfgkpstz][lr])ed$|(?<![aeioucghsxyz])(?<![bcdfgkpstz]l)es$|'s$")
# Words common here that syllapy counts wrong. No entry for figures and abbreviations (NHS), one syllable each,
# nor for words that can be said shorter (hour, every): so are Flesch's own rules (How to Write Plain English, 1979).
COUNTED = {
    **dict.fromkeys(("aches",), 1),
    **dict.fromkeys(("starting", "having", "putting", "getting", "giving", "using", "testing", "changing"), 2),
    **dict.fromkeys(("bigger", "bluer", "bluish", "faster", "harder", "higher", "larger", "longer", "smaller"), 2),
    **dict.fromkeys(("closest", "nearest", "slightly", "treated", "crying", "goodbye"), 2),
    **dict.fromkeys(("aspirin", "really", "sometimes", "ninety", "nineteen"), 2),
    **dict.fromkeys(("isn't", "wasn't", "hasn't", "doesn't", "didn't", "couldn't", "wouldn't", "shouldn't"), 2),
    **dict.fromkeys(("suddenly", "properly", "recently", "completely", "physio", "temperature"), 3),
    **dict.fromkeys(("diabetes", "dementia", "embolism", "magnesium"), 4),
}


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
    """Count the syllables of a word: of our own list, else by syllapy, which has a list and rules for the rest."""
    plain = word.lower().strip("'")
    return COUNTED.get(plain) or max(1, syllapy.count(SILENT.sub("", plain)))
