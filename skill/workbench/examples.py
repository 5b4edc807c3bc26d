"""The example sentences of a language, sorted for what is learnt from them. Needs no library that learns.

skill/workbench/weights.py learns from them; their checksum tells whether the weights were made from today's.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from skill.hearing.words import right, split
from skill.rules.questions import RED_FLAGS
from skill.words.store import ContentError, Reader
from skill.words.vocabulary import Lines, Others, read_vocabulary

# To how many questions a sentence that belongs to none is put while learning.
EACH = 4
Split = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True)
class Example:
    """A phrase as words, the question that it was said to ("" for any), and what it means."""

    words: tuple[str, ...]
    question: str
    label: str


def read(root: Path, language: str) -> tuple[dict[str, dict[str, Lines]], Others]:
    """Read the example sentences: of answers (question -> answer -> lines), and of all else.

    Raises ContentError naming file, line and key when they cannot be read.
    """
    reader = Reader(root, [])
    answers = reader.whole(f"{language}/hearing/examples/answers.yaml", dict[str, dict[str, Lines]])
    others = reader.whole(f"{language}/hearing/examples/others.yaml", Others)
    if answers is None or others is None or reader.problems:
        raise ContentError(reader.problems)
    return answers, others


def sorted_examples(root: Path, language: str) -> dict[str, list[Example]]:
    """Read the example sentences as the hearing reads what is said, and sort them for the models that learn.

    Raises ContentError when the vocabulary or the examples cannot be read.
    """
    vocabulary = read_vocabulary(root, language)

    def split_right(line: str) -> tuple[str, ...]:
        return right(split(line, vocabulary.clitics), vocabulary.slips, vocabulary.replacements)

    return examples_of(*read(root, language), split_right)


def stale_weights(root: Path, language: str) -> list[str]:
    """Name the weights that were made from other examples than today's. Raises ContentError like sorted_examples."""
    weights = read_vocabulary(root, language).weights
    known = sorted_examples(root, language)
    made_from = {name: weights[name].made_from for name in weights}
    return sorted({*known, *made_from} - {name for name in known if made_from.get(name) == checksum(known[name])})


def checksum(examples: Iterable[Example]) -> str:
    """Give a checksum of examples."""
    text = msgspec.json.encode([(one.question, one.label, one.words) for one in examples])
    return hashlib.sha256(text).hexdigest()[:16]


def examples_of(answers: Mapping[str, Mapping[str, Lines]], others: Others, split: Split) -> dict[str, list[Example]]:
    """Sort the example sentences for the models.

    Returns `answer` (what it answers to the question that waits), `act` (what it wants) and `cry` (whether it is one).
    """

    def told(lines: Iterable[str], label: str, question: str = "") -> list[Example]:
        return [Example(split(line), question, label) for line in lines]

    answering = [
        example
        for question, ways in answers.items()
        for label, lines in ways.items()
        for example in told(lines, label, "" if question == "any" else question)
    ]
    wishes = [one for ways in (others.wishes, others.topics) for label in ways for one in told(ways[label], label)]
    calm, cries = told([*others.harmless, *others.remarks], ""), told(others.cries, "cry")
    signs = told([line for lines in others.told.values() for line in lines], "told")
    rest = [*calm, *wishes, *signs]
    # A yes to a red flag may be a cry in the same words.
    no_cry = [one for one in answering if one.question not in RED_FLAGS or one.label != "yes"]
    return {
        "answer": _to_questions(answering, [*_as("other", rest), *cries], sorted(set(answers) - {"any"})),
        "act": [*wishes, *calm, *signs, *cries, *_as("answer", answering[::3])],
        "cry": [*cries, *_as("", rest), *_as("", no_cry)],
    }


def _as(label: str, examples: Iterable[Example]) -> list[Example]:
    """Give examples another meaning, to no question."""
    return [Example(one.words, "", label) for one in examples]


def _to_questions(answering: list[Example], rest: list[Example], questions: list[str]) -> list[Example]:
    """Put every example to a question: what fits any question, or is no answer to one, to several in turn."""
    known = [one for one in answering if not one.question]
    spread = [
        Example(one.words, questions[(number * EACH + k) % len(questions)], one.label)
        for several in (known, rest)
        for number, one in enumerate(several)
        for k in range(EACH)
    ]
    return [*(one for one in answering if one.question), *spread]
