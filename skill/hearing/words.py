"""A text as words: small letters, no marks, endings apart, what a recogniser or a dialect makes of them put right."""

import re

from skill.hearing.tree import find
from skill.hearing.vocabulary import Tree

# Letters and digits of any script, with apostrophes inside; all other marks only separate.
WORD = re.compile(r"'?[^\W_]+(?:['.][^\W_]+)*'?")
# Longer than anybody speaks; the rest of a longer text is not read.
LONGEST = 80


def split(text: str, clitics: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """Split a text into words.

    text: what was said. clitics: endings that are words of their own, such as 's.
    """
    words: list[str] = []
    for match in WORD.finditer(text.lower().replace("\u2019", "'").replace("\u2018", "'")):
        word = match[0].replace(".", "").rstrip("'")
        word = word if word in clitics else word.lstrip("'")
        ending = next((ending for ending in clitics if word.endswith(ending) and len(word) > len(ending)), "")
        words += [word[: -len(ending)], ending] if ending else [word]
    return tuple(words)


def right(words: tuple[str, ...], slips: Tree, replacements: list[list[str]]) -> tuple[str, ...]:
    """Put right what was misheard or said in a dialect: the longest slip at each place."""
    longest: dict[int, tuple[int, int]] = {}
    for slip in find(slips, words, {}):
        if slip.end > longest.get(slip.start, (0, 0))[0]:
            longest[slip.start] = (slip.end, slip.meaning)
    result: list[str] = []
    at = 0
    while at < len(words):
        end, meaning = longest.get(at, (at + 1, -1))
        result += [words[at]] if meaning < 0 else replacements[meaning]
        at = end
    return tuple(result)
