"""Checks that what the hearing's files name is there: an unknown wish or topic would only fail when it is said."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from skill.alexa.session import CRIES
from skill.hearing.hear import OFFER
from skill.hearing.wishes import WISHES
from skill.rules.questions import ASKED, BY_ID, Answer
from skill.words.near import advice
from skill.words.texts import CONTENT, LANGUAGE, Content
from skill.words.yamlfile import KeyPath, Problem, Yaml, parse

LIST = re.compile(r"<[^<>]*>")
# A wish that says which answer is to be changed.
CORRECT = "correct"
# What else waits, besides the questions.
WAITING = ("now", "sure", OFFER)
# Asked for, it is answered with how many questions are left.
COUNTED = "how_long"


def check_hearing(content: Content, root: Path = CONTENT) -> list[Problem]:
    """Compare the names in content/<language>/hearing/ with the questions, cries, wishes and topics that there are."""
    folder = root / LANGUAGE / "hearing"
    answers, signs, others = (parse(folder / f"{n}.yaml") for n in ("examples/answers", "signs", "examples/others"))
    said = parse(folder / "topics.yaml")
    wishes = (*WISHES, CORRECT)
    problems = [
        *_known(signs, (), (*BY_ID, *WAITING), "a question"),
        *(p for question in BY_ID for p in _known(signs, (question, "parts"), BY_ID[question].parts, "a part of it")),
        *_known(parse(folder / "cries.yaml"), (), CRIES, "a cry of cries.yaml"),
        *_known(parse(folder / "wishes.yaml"), (), wishes, "a wish"),
        *_known(said, (), content.topics, "a topic of topics.yaml"),
        *_known(answers, (), {*BY_ID, "any"}, "a question"),
        *(p for question in answers.value for p in _known(answers, (question,), list(Answer), "an answer")),
        *_known(others, ("told",), BY_ID, "a question"),
        *_known(others, ("wishes",), wishes, "a wish"),
        *_known(others, ("topics",), content.topics, "a topic of topics.yaml"),
    ]
    for question in (name for name in ASKED if name not in signs.value):
        what, fix = f"has no entry for the question {question}", f"add `{question}:` with what people say of it"
        problems.append(signs.problem((), question, what, fix))
    return [*problems, *_lists(folder), *_unheard(content, {*said.value, *_at(others, ("topics",))}, root)]


def _lists(folder: Path) -> Iterator[Problem]:
    """Find word lists that are not there: a phrase with one would never be heard."""
    known = {f"<{name}>" for name in _at(parse(folder / "lists.yaml"), ("lists",))}
    for file in map(parse, sorted(folder.glob("*.yaml"))):
        for where, line in file.texts():
            for name in (name for name in LIST.findall(line) if name not in known):
                fix = advice(name, known, "add it to lists.yaml")
                yield file.problem(where, ".".join(where), f"names {name}, which is no word list", fix)


def _unheard(content: Content, heard: Collection[str], root: Path) -> Iterator[Problem]:
    topics = parse(root / LANGUAGE / "topics.yaml")
    for topic in (topic for topic in content.topics if topic not in heard and topic != COUNTED):
        fix = "add words for it to hearing/topics.yaml or hearing/examples/others.yaml"
        yield topics.problem((topic,), topic, "is an answer that nobody can ask for", fix)


def _known(file: Yaml, where: KeyPath, known: Collection[str], what: str) -> Iterator[Problem]:
    for name in (name for name in _at(file, where) if name not in known):
        fix = advice(name, known)
        yield file.problem((*where, name), ".".join((*where, name)), f"is not {what}", fix)


def _at(file: Yaml, where: KeyPath) -> Mapping[str, object]:
    value: object = file.value
    for key in where:
        value = value.get(key, {}) if isinstance(value, dict) else {}
    return value if isinstance(value, dict) else {}
