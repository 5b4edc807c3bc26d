"""Checks that every section of the article this skill was asked for has an answer, and every correction is spoken."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec import Struct

from skill.words.store import Reader
from skill.words.texts import CONTENT, Content, Text
from skill.words.yamlfile import Problem, parse

ARTICLE = "article.yaml"


class Article(Struct, frozen=True, forbid_unknown_fields=True):
    """article.yaml: the headings of the article, and by D number where it is wrong or silent."""

    sections: tuple[Text, ...]
    corrections: dict[str, Text]


def check_article(content: Content, root: Path = CONTENT) -> list[Problem]:
    """Compare article.yaml with what the topics and reminders say that they cover and correct."""
    reader = Reader(root, [])
    read = reader.whole(ARTICLE, Article)
    if read is None:
        return reader.problems
    article, sections, corrections = parse(root / ARTICLE), read.sections, read.corrections
    covered, corrected = named(content, lambda e: e.covers), named(content, lambda e: e.corrects)
    problems = [
        article.problem(("sections", str(i)), section, "has no answer", "name it in `covers` of a topic or reminder")
        for i, section in enumerate(sections)
        if section not in covered
    ]
    problems += [
        article.problem(("corrections", i), i, "is not spoken", "name it in `corrects` of a topic or reminder")
        for i in corrections
        if i not in corrected
    ]
    for name in sorted((covered - set(sections)) | (corrected - set(corrections))):
        problems.append(article.problem((), name, "is named by a topic but not listed", "list it, or correct the name"))
    return problems


def named(content: Content, names: Callable[[Any], tuple[str, ...]]) -> set[str]:
    """Collect what the topics and reminders name."""
    return {name for entry in (*content.topics.values(), *content.reminders.values()) for name in names(entry)}


def run(content: Content) -> int:
    """Print the table: which section is answered by which topics and reminders. Returns the exit status."""
    topics = [(i, words.covers) for i, words in content.topics.items()]
    reminders = [(i, words.covers) for i, words in content.reminders.items()]
    for section in parse(CONTENT / ARTICLE).value["sections"]:
        print(f"{section}\n    {', '.join(i for i, covers in topics + reminders if section in covers) or 'NOTHING'}")
    return int(bool(check_article(content)))
