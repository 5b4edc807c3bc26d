"""Checks that no new phrase hides what people say: examples of a cry and of a yes are heard anew.

A figure of speech, a word list or a wish can swallow an emergency that was understood before, and so can a phrase that
was deleted. Cries and red flags are heard each time, as far as they share a rare word with what is new; the rest with
--every.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from skill.hearing.hear import Asked
from skill.rules.questions import RED_FLAGS
from skill.words.texts import LANGUAGE
from skill.words.yamlfile import KeyPath, Problem, Yaml, parse
from skill.workbench.check.claims import ANY, said_by
from skill.workbench.check.learnt import VOCABULARY, Learnt, key_of
from skill.workbench.check.meant import Judge

WORD = re.compile(r"[a-z']+")
# A word that stands in more examples than this tells nothing.
RARE = 400
Lines = list[tuple[Yaml, KeyPath, str]]


def check_lost(
    judge: Judge, root: Path, learnt: Learnt, agreed: Mapping[str, tuple[str, ...]], every: bool = False
) -> Iterator[Problem]:
    """Check the examples that may have been hidden since the vocabulary was learnt, or all of them.

    agreed: place -> sentences that were looked at and let stand.
    """
    folder = root / LANGUAGE / "hearing"
    now = [(file, *line) for name in VOCABULARY for file in [parse(folder / f"{name}.yaml")] for line in file.texts()]
    new = [line for line in now if not learnt.knows(*line)]
    if not (every or new or learnt.misses(now)):
        return
    examples = yes_examples(root)
    if not every:
        examples = [one for one in examples if one[1][0] in ("cries", *RED_FLAGS)]
        examples = examples if learnt.misses(now) else _touched(examples, new)
    for file, where, line in lost(judge, examples):
        if line not in agreed.get(key_of(file, where), ()):
            what = f"“{line}” is no longer heard as it should be"
            fix = "find the phrase that was added or deleted: `skill hear` tells which one hides it"
            yield file.problem(where, ".".join(where[:-1]), what, fix)


def yes_examples(root: Path) -> Lines:
    """Give the examples of a cry, and of a yes."""
    folder = root / LANGUAGE / "hearing" / "examples"
    answers, others = (parse(folder / f"{name}.yaml") for name in ("answers", "others"))
    cries = [(others, *line) for line in others.texts() if line[0][0] == "cries"]
    return [*cries, *((answers, *line) for line in answers.texts() if line[0][1] == "yes")]


def lost(judge: Judge, examples: Lines) -> Iterator[tuple[Yaml, KeyPath, str]]:
    """Find examples of a cry that are heard as no emergency, and examples of a yes that are heard as a no."""
    for file, where, line in examples:
        is_cry = where[0] == "cries"
        said = said_by(judge.hearing.hear(line, Asked(ANY if is_cry or where[0] == "any" else where[0])).turn)
        if (is_cry and not said & {"emergency", "emergency?"}) or (not is_cry and "no" in said):
            yield file, where, line


def _touched(examples: Lines, new: Lines) -> Lines:
    often = Counter(word for _, _, line in examples for word in set(WORD.findall(line)))
    words = {word for _, _, line in new for word in WORD.findall(line) if often[word] <= RARE}
    return [one for one in examples if words & set(WORD.findall(one[2]))]
