"""`skill check`: every check of the content, the models and the store listing; all problems at once."""

import datetime as dt
import sys
from pathlib import Path

from skill.words.library import Library, load
from skill.words.texts import CONTENT, ELSEWHERE, LOCALES, Content
from skill.words.yamlfile import Problem
from skill.workbench.check.article import check_article
from skill.workbench.check.heard import check_heard
from skill.workbench.check.hearing import check_hearing
from skill.workbench.check.limits import check_models
from skill.workbench.check.places import check_places
from skill.workbench.check.replies import check_replies, everything_said
from skill.workbench.check.words import check_sources, check_words, overdue
from skill.workbench.listing.check_listing import check_listing
from skill.workbench.model.models import read_source


def run(every: bool = False) -> int:
    """Print every problem as `path:line: key: what is wrong - what to do`. Returns 1 on any, else 0.

    Raises ContentError when the content cannot be read at all; it carries the problems.
    """
    contents = [load(locale) for locale in (*LOCALES, ELSEWHERE)]
    source, hearing = read_source(), Library().hearing()
    today = dt.datetime.now(dt.UTC).date()
    problems = [problem for content in contents for problem in check_content(content, today)]
    if problems:  # a reply made of faulty texts would only fail
        return report(problems)
    problems += check_hearing(contents[0])
    if problems:  # what nobody can answer would only fail when it is said
        return report(problems)
    said = everything_said(contents[0], every)
    for content in contents:
        found, longest = check_replies(content, said.replies)
        problems += found
        print(
            f"{content.locale}: longest reply {longest['reply']:.1f} s, emergency {longest['emergency']:.1f} s, "
            f"hardest to read grade {longest['grade']:.1f}"
        )
    problems += check_article(contents[0])
    # A faulty model would only repeat its faults.
    problems += check_models(source) or check_heard(source, hearing, said.waiting)
    problems += check_listing(source, hearing)
    for warning in dict.fromkeys(warning for content in contents for warning in overdue(content, today)):
        print(f"note: {warning}", file=sys.stderr)
    return report(problems)


def check_content(content: Content, today: dt.date, root: Path = CONTENT) -> list[Problem]:
    """Check every text by itself: its place, and when that is sound its words and sources."""
    places = list(check_places(content, today, root))
    return places or [*check_words(content, root), *check_sources(content, today, root)]


def report(problems: list[Problem]) -> int:
    """Print problems, each once, and the verdict. Returns the exit status."""
    for line in dict.fromkeys(map(str, problems)):
        print(line)
    print("All good." if not problems else f"{len(set(map(str, problems)))} problems.")
    return int(bool(problems))
