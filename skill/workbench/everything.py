"""`skill check`: every check of the content, the models and the store listing; all problems at once.

What it passes may go on the air. Each stage needs what the one before it found sound: letters, then files that can be
read, then each text by itself, then what is made of them; and last, whether every change was weighed.
"""

import datetime as dt
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from skill.words.store import ContentError, read
from skill.words.texts import CONTENT, ELSEWHERE, LANGUAGE, Content, locales
from skill.words.vocabulary import read_examples
from skill.words.yamlfile import Problem
from skill.workbench.beside import beside
from skill.workbench.check.agreed import Agreed, read_agreed, write_agreed
from skill.workbench.check.article import check_article
from skill.workbench.check.fits import check_fits
from skill.workbench.check.hazards import check_safety_file
from skill.workbench.check.heard import check_samples, check_suggestions
from skill.workbench.check.hearing import check_hearing
from skill.workbench.check.kept import Keeper
from skill.workbench.check.labels import check_labels
from skill.workbench.check.learnt import key_of, read_learnt
from skill.workbench.check.letters import check_letters
from skill.workbench.check.limits import check_models
from skill.workbench.check.lost import check_lost, lost, yes_examples
from skill.workbench.check.meant import Judge, check_meant
from skill.workbench.check.places import check_places
from skill.workbench.check.replies import check_replies, everything_said
from skill.workbench.check.signed import check_signed
from skill.workbench.check.texts import store_texts, texts
from skill.workbench.check.twins import check_twins
from skill.workbench.check.weighed import check_weighed
from skill.workbench.check.words import check_sources, check_words, overdue
from skill.workbench.listing.check_listing import check_listing
from skill.workbench.listing.listing import read_listing
from skill.workbench.model.models import Source, read_source
from skill.workbench.report import Form, report
from skill.workbench.schema.schemas import check_schemas

T = TypeVar("T")


def run(every: bool = False, form: Form = "text", root: Path = CONTENT) -> int:
    """Check everything and print what was found. Returns the exit status.

    every: every reply and every phrase, which takes two minutes, and not one of each kind and what is new.
    """
    store = Store(root)
    problems = store.check(every, at_once=True)
    if not _is_faulty(problems):
        problems += check_weighed(root)
    if form == "text":
        for locale, longest in store.longest.items():
            print(
                f"{locale}: longest reply {longest['reply']:.1f} s, emergency {longest['emergency']:.1f} s, "
                f"hardest to read grade {longest['grade']:.1f}"
            )
        for note in store.notes:
            print(f"note: {note}", file=sys.stderr)
    return report(problems, form)


def agree(root: Path = CONTENT) -> int:
    """Record what the texts and phrases say now as agreed. Returns the exit status.

    Raises ContentError when the content cannot be read.
    """
    judge = Judge(root)
    heard: dict[str, list[str]] = {}
    for claim in judge.claims(read_learnt(root), every=True):
        if judge.mistake(claim):
            heard.setdefault(claim.key, []).append(claim.sentence)
    for file, where, line in lost(judge, yes_examples(root)):
        heard.setdefault(key_of(file, where), []).append(line)
    said = Keeper(judge.about).agreed_now((*texts(root), *store_texts(root)))
    write_agreed(root, Agreed(said, {key: tuple(sentences) for key, sentences in heard.items()}))
    return 0


class Store:
    """A store that is being checked; `longest` and `notes` are what there is to tell beside the problems."""

    def __init__(self, root: Path, today: dt.date | None = None) -> None:
        """today: finds reviews that are dated in the future or overdue."""
        self.root, self.today = root, today or dt.datetime.now(dt.UTC).date()
        self.longest: dict[str, dict[str, float]] = {}
        self.notes: list[str] = []

    def check(self, every: bool = False, at_once: bool = False) -> list[Problem]:
        """Give every problem.

        at_once: check the replies in a process of their own meanwhile, since a person waits.
        """
        problems, read = self.readable()
        if read is None:
            return problems
        if not at_once:
            problems += self.words(read, every)
            return problems if _is_faulty(problems) else problems + self.made(read) + self.replies(read, every)[0]
        replies = beside(partial(self.replies, read, every))
        problems += self.words(read, every)
        if _is_faulty(problems):
            return problems
        problems += self.made(read)
        found, self.longest = replies()
        return problems + found

    def readable(self, judge: Judge | None = None) -> tuple[list[Problem], "Read | None"]:
        """Check the letters of the files, and whether they can be read.

        judge: of the vocabulary of the store, if it is known. Returns the problems, and what was read if all could be.
        """
        odd, unread = list(check_letters(self.root)), []

        def attempt(reading: Callable[[], T]) -> T | None:
            try:
                return reading()
            except ContentError as error:
                unread.extend(error.problems)
                return None

        contents = [attempt(partial(read, self.root, one)) for one in (*locales(self.root), ELSEWHERE)]
        judge = judge or attempt(partial(Judge, self.root))
        source, listing = attempt(partial(read_source, self.root)), attempt(partial(read_listing, self.root))
        attempt(partial(read_examples, self.root, LANGUAGE))
        # What is odd to the eye is why the file cannot be read.
        places = {(problem.path, problem.line) for problem in odd}
        problems = [*odd, *(problem for problem in unread if (problem.path, problem.line) not in places)]
        sound = [content for content in contents if content is not None]
        if len(sound) < len(contents) or judge is None or source is None or listing is None:
            return problems, None
        return problems, Read(sound, judge, source)

    def words(self, read: "Read", every: bool = False) -> list[Problem]:
        """Check every text by itself: its place, its words and sources, what was agreed of it; and every new phrase."""
        agreed, keeper = read_agreed(self.root), Keeper(read.judge.about)
        problems = check_content(read.contents, self.today, self.root)
        for text in (*texts(self.root), *store_texts(self.root)):
            problems += keeper.check(text, agreed.texts)
        problems += check_labels(texts(self.root))
        problems += check_twins(texts(self.root), self.root)
        problems += check_hearing(read.contents[0], self.root)
        learnt = read_learnt(self.root)
        problems += check_meant(read.judge, learnt, agreed.heard, every)
        problems += check_lost(read.judge, self.root, learnt, agreed.heard, every)
        return problems

    def made(self, read: "Read") -> list[Problem]:
        """Check what is made of the texts: the article's answers, the models, the listing; and the safety file."""
        self.notes = list(dict.fromkeys(note for content in read.contents for note in overdue(content, self.today)))
        problems = [*check_article(read.contents[0], self.root), *check_schemas(), *check_safety_file(self.root)]
        problems += check_models(read.source) or check_samples(read.source.intents, read.judge.hearing)
        return problems + check_listing(read.source, read.judge.hearing, self.root)

    def replies(self, read: "Read", every: bool = False) -> tuple[list[Problem], dict[str, dict[str, float]]]:
        """Check every reply, and what people are told to say. Returns the problems, and the longest by locale."""
        said = everything_said(read.contents[0], every)
        problems: list[Problem] = []
        for content in read.contents:
            found, self.longest[content.locale] = check_replies(content, said.replies, self.root)
            problems += found
        problems += check_suggestions(read.source.intents, read.judge.hearing, said.waiting, self.root)
        return problems, self.longest


def _is_faulty(problems: list[Problem]) -> bool:
    """Tell whether there is an error: what is made of faulty texts would only repeat it."""
    return any(problem.severity == "error" for problem in problems)


@dataclass(frozen=True)
class Read:
    """A store that could be read: its content by locale, its vocabulary, and what the models are made from."""

    contents: list[Content]
    judge: Judge
    source: Source


def check_content(contents: Sequence[Content], today: dt.date, root: Path = CONTENT) -> list[Problem]:
    """Check every text by itself: the places, and when these are sound the words, sources and what fits."""
    places = [problem for content in contents for problem in check_places(content, today, root)]
    first = contents[0]
    return places or [
        *check_words(contents, root),
        *check_sources(first, today, root),
        *check_signed(first, today, root),
        *check_fits(first, root),
    ]
