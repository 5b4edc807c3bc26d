"""Finds what stands twice: two texts that say the same, and phrases that stand in two places."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from skill.words.texts import LANGUAGE
from skill.words.yamlfile import Problem, parse
from skill.workbench.check.texts import Text

# Shorter texts may well be the same.
FEWEST = 5
# Fields whose text is meant to be said in other words than all other texts.
OF_THEIR_OWN = ("ask", "again", "why", "how", "say", "answer", "about")


def check_twins(texts: Iterable[Text], root: Path) -> Iterator[Problem]:
    """Check texts and example sentences."""
    yield from _texts(texts)
    yield from _examples(root)


def _texts(texts: Iterable[Text]) -> Iterator[Problem]:
    known: dict[str, Text] = {}
    for text in texts:
        words = text.template.lower().strip(" .?!")
        if text.field not in OF_THEIR_OWN or len(words.split()) < (1 if text.field == "about" else FEWEST):
            continue
        if words in known:
            other = known[words]
            what = f"is the same as {other.section}.{'.'.join(other.where)}"
            yield text.problem(what, "say it in words of its own, or delete one of the two")
        known.setdefault(words, text)


def _examples(root: Path) -> Iterator[Problem]:
    file = parse(root / LANGUAGE / "hearing" / "examples" / "answers.yaml")
    known: dict[tuple[str, str], tuple[str, ...]] = {}
    for where, line in file.texts():
        question, answer = where[:2]
        if (question, line) in known:
            other = known[question, line]
            fix = "keep it once" if other[1] == answer else "keep it under the one that it means"
            what = f"“{line}” stands under {'.'.join(other[:2])} too, in line {file.lines[other]}"
            yield file.problem(where, f"{question}.{answer}", what, fix)
        known.setdefault((question, line), where)
