"""What a text says that people rely on, or might be hurt by: `today`, `not rub or raise`, `wait`, `six weeks`. Pure.

A word list (notions.yaml) and no understanding: it finds that a text no longer says "today", or speaks of waiting where
it never did. Whether that is right, somebody has to judge; skill/workbench/check/kept.py asks them to.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from skill.words.yamlfile import parse

FILE = Path(__file__).with_suffix(".yaml")
NUMBER = "(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|few|couple of|several)"
UNIT = "(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekend|months?|years?)"
SPAN = re.compile(rf"\b(?:{NUMBER}|last|next|every|within|in) (?:or \w+ |{NUMBER} )?{UNIT}\b", re.IGNORECASE)
DENIAL = re.compile(r"\b(?:not|never|no|nor|without|instead of|stop|avoid|neither)\b|n't\b", re.IGNORECASE)
CLAUSE = re.compile(r"[.?!;:]\s+|,? but ")
# Notions are told apart by so many letters of their words: walk is walking, but not brisk.
STEM = 4
# How many words before it a "not" reaches.
REACH = 4


# So that a match inside another is found too: "not a doctor, but a doctor has checked it".
OVERLAPPING = ("(?=(", "))")
# How many words `..` stands for.
GAP = 3


class Notions:
    """The notions that there are, and the words that show them."""

    def __init__(self, file: Path = FILE) -> None:
        self._known: dict[str, dict[str, str]] = {}
        value = parse(file).value
        words = {f"{{{name}}}": pattern for name, pattern in value["words"].items()}
        self._risky = frozenset(value["risky"])
        self._kept = frozenset(value["kept"])
        self._patterns = {
            name: re.compile("|".join(_pattern(line, words) for line in lines).join(OVERLAPPING), re.IGNORECASE)
            for name, lines in chain(value["kept"].items(), value["risky"].items())
        }

    def of(self, text: str) -> dict[str, str]:
        """Find what a text says, each with the words that say it.

        Returns `today`, `wait: unle` with the first letters of the words, `not wait`; a span of time is its own words:
        `span six weeks`.
        """
        if text not in self._known:
            self._known[text] = self._of(text)
        return dict(self._known[text])

    def _of(self, text: str) -> dict[str, str]:
        spans = ((f"span {found[0].lower()}", found[0]) for found in SPAN.finditer(text))
        return dict(chain(self._said(text), spans))

    def is_risky(self, notion: str) -> bool:
        """Tell whether a text may be unsafe because it begins to say this."""
        return notion.partition(": ")[0] in self._risky or notion.startswith("span ")

    def is_kept(self, notion: str) -> bool:
        """Tell whether a text may be unsafe because it no longer says this."""
        return notion in self._kept or notion.startswith(("span ", "not ", "about "))

    def _said(self, text: str) -> Iterator[tuple[str, str]]:
        for clause in CLAUSE.split(text):
            for name, pattern in self._patterns.items():
                for found in pattern.finditer(clause):
                    before = " ".join(clause[: found.start()].split()[-REACH:])
                    said = found[1] or found[0]
                    if name not in self._risky:
                        yield name, said
                    elif DENIAL.search(before):
                        yield f"not {name}", said
                    else:
                        yield f"{name}: {said[:STEM].lower().strip()}", said


def _pattern(line: str, words: dict[str, str]) -> str:
    """Turn a line of notions.yaml into a regular expression."""
    for name, alternatives in words.items():
        line = line.replace(name, alternatives)
    whole = r"\b" if line[0] != "{" else ""
    parts = line.replace("{", r"\{").replace("}", r"\}").replace("(", "(?:").replace("*", r"\w*")
    parts = re.sub(r"(?: \.\.)+ ", lambda gap: rf"(?: [\w',]+){{0,{gap[0].count('..') * GAP}}} ", parts)
    return f"{whole}{parts}" + (r"\b" if line[-1] != "}" else "")


@cache
def notions() -> Notions:
    """Give the notions of notions.yaml, read once."""
    return Notions()
