"""`skill check`: every check of the content, the models and the store listing; all problems at once.

What it passes may go on the air. Each stage needs what the one before it found sound: letters, then files that can be
read, then each text by itself, then what is made of them.
"""

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from skill.words.store import ContentError, read
from skill.words.texts import CONTENT, ELSEWHERE, LANGUAGE, Content, locales
from skill.words.vocabulary import read_examples
from skill.words.yamlfile import Problem
from skill.workbench.check.agreed import Agreed, read_agreed, write_agreed
from skill.workbench.check.article import check_article
from skill.workbench.check.heard import check_heard
from skill.workbench.check.hearing import check_hearing
from skill.workbench.check.kept import Keeper
from skill.workbench.check.learnt import read_learnt
from skill.workbench.check.letters import check_letters
from skill.workbench.check.limits import check_models
from skill.workbench.check.meant import Judge, check_meant
from skill.workbench.check.places import check_places
from skill.workbench.check.replies import check_replies, everything_said
from skill.workbench.check.texts import store_texts, texts
from skill.workbench.check.twins import check_twins
from skill.workbench.check.words import check_sources, check_words, overdue
from skill.workbench.listing.check_listing import check_listing
from skill.workbench.listing.listing import read_listing
from skill.workbench.model.models import read_source
from skill.workbench.report import Form, report
from skill.workbench.schema.schemas import check_schemas

T = TypeVar("T")


def run(every: bool = False, form: Form = "text", root: Path = CONTENT) -> int:
    """Check everything and print what was found. Returns the exit status.

    every: every reply and every phrase, which takes two minutes, and not one of each kind and what is new.
    """
    store = Store(root)
    problems = [*store.check(every)]
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
        self._problems: list[Problem] = []

    def check(self, every: bool = False) -> Iterator[Problem]:
        """Give every problem."""
        odd = list(check_letters(self.root))
        yield from odd
        contents = [self._read(partial(read, self.root, one)) for one in (*locales(self.root), ELSEWHERE)]
        judge = self._read(lambda: Judge(self.root))
        source, listing = self._read(lambda: read_source(self.root)), self._read(lambda: read_listing(self.root))
        self._read(lambda: read_examples(self.root, LANGUAGE))
        # What is odd to the eye is why the file cannot be read.
        places = {(problem.path, problem.line) for problem in odd}
        yield from (problem for problem in self._problems if (problem.path, problem.line) not in places)
        sound = [content for content in contents if content is not None]
        if len(sound) < len(contents) or not judge or not source or not listing:
            return
        problems = [*self._texts(sound, judge), *check_hearing(sound[0], self.root)]
        yield from problems
        yield from check_meant(judge, read_learnt(self.root), read_agreed(self.root).heard, every)
        if any(problem.severity == "error" for problem in problems):
            return  # what is made of faulty texts would only repeat their faults
        said = everything_said(sound[0], every)
        for content in sound:
            found, self.longest[content.locale] = check_replies(content, said.replies, self.root)
            yield from found
        yield from check_article(sound[0], self.root)
        yield from check_schemas()
        yield from check_models(source) or check_heard(source, judge.hearing, said.waiting, self.root)
        yield from check_listing(source, judge.hearing, self.root)
        self.notes = list(dict.fromkeys(note for content in sound for note in overdue(content, self.today)))

    def _texts(self, contents: list[Content], judge: Judge) -> Iterator[Problem]:
        """Check every text by itself: its place, its words and sources, and whether it says what was agreed."""
        yield from (problem for content in contents for problem in check_content(content, self.today, self.root))
        keeper, agreed = Keeper(judge.about), read_agreed(self.root).texts
        yield from (
            problem for text in (*texts(self.root), *store_texts(self.root)) for problem in keeper.check(text, agreed)
        )
        yield from check_twins(texts(self.root), self.root)

    def _read(self, reading: Callable[[], T]) -> T | None:
        try:
            return reading()
        except ContentError as error:
            self._problems += error.problems
            return None


def check_content(content: Content, today: dt.date, root: Path = CONTENT) -> list[Problem]:
    """Check every text by itself: its place, and when that is sound its words and sources."""
    places = list(check_places(content, today, root))
    return places or [*check_words(content, root), *check_sources(content, today, root)]
