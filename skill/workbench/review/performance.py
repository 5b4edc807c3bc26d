"""How the labelled cases fare: all answers at once, through the conversation, in own words; and the hearing."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from skill.rules.triage import assess
from skill.words.library import load
from skill.workbench import hearing
from skill.workbench.judgement import CLASSES, Verdict
from skill.workbench.review.course import LOCALE, Course, hold
from skill.workbench.review.people import Person, told_cases, vignettes
from skill.workbench.review.share import Share
from skill.workbench.talk import Handler, entry

# The ways in which a case is scored, and which cases can go them.
AT_ONCE, PLAIN, OWN_WORDS, OPENING = "all answers at once", "plain answers", "own words", "first sentence first"
LISTED_WAYS, TALKING_WAYS = (AT_ONCE, PLAIN), (AT_ONCE, PLAIN, OWN_WORDS, OPENING)


class Result(Struct, frozen=True):
    """What one person was told on one way; `turns` are those of the conversation, if there was one."""

    person: Person
    way: str
    course: Course

    @property
    def is_safe(self) -> bool:
        """Whether the advice was urgent enough; a check that came to no advice was not."""
        return self.course.urgency is not None and self.course.urgency >= self.person.least

    @property
    def is_over(self) -> bool:
        """Whether the advice was more urgent than it need be."""
        return self.course.urgency is not None and self.course.urgency > self.person.most


class Row(Struct, frozen=True):
    """One group of cases: of how many the advice was safe, and of how many too much, by way."""

    group: str
    number: int
    safe: dict[str, Share]
    over: dict[str, Share]


class Heard(Struct, frozen=True):
    """One class of utterances: how many were understood rightly, and how many harmfully wrong."""

    name: str
    right: Share
    harmful: Share


def scored(people: Iterable[Person], ways: Sequence[str], handler: Handler) -> tuple[Result, ...]:
    """Score each person on each way."""
    return tuple(Result(person, way, _course(person, way, handler)) for person in people for way in ways)


def score_talking(path: Path | None = None) -> tuple[Result, ...]:
    """Score clinical.yaml, or another file like it. Raises ValueError when it cannot be read."""
    asks = {question: words.ask for question, words in load(LOCALE).questions.items()}
    people = told_cases(asks) if path is None else told_cases(asks, path)
    return scored(people, TALKING_WAYS, entry().lambda_handler)


def score_vignettes() -> tuple[Result, ...]:
    """Score vignettes.yaml, in which nobody speaks."""
    return scored(vignettes(), LISTED_WAYS, entry().lambda_handler)


def rows(results: Sequence[Result]) -> tuple[Row, ...]:
    """Count by group, all together first."""
    by_group = sorted(results, key=lambda one: one.person.group)
    groups = [(name, [*found]) for name, found in groupby(by_group, key=lambda one: one.person.group)]
    return tuple(_row(name, found) for name, found in [("all", [*results]), *groups])


def score_hearing(path: Path = hearing.FOLDER / "dev.yaml") -> tuple[tuple[Heard, ...], tuple[hearing.Scored, ...]]:
    """Say a set of utterances. Returns the shares by class, all together first, and those that were heard harmfully."""
    listener = hearing.Listener()
    found = [listener.score(said) for said in hearing.read(path)]
    classes = [(name, [one for one in found if one.said.meant == name]) for name in CLASSES]
    alike = [one for one in found if one.said.is_sound_alike]
    counted = tuple(_heard(name, of) for name, of in (("all", found), *classes, ("sound-alikes", alike)))
    return counted, tuple(one for one in found if one.verdict is Verdict.HARMFUL)


def _course(person: Person, way: str, handler: Handler) -> Course:
    if way == AT_ONCE:
        return Course(assess(person.truth).urgency, ())
    return hold(person, handler, opening=way == OPENING, own_words=way in (OWN_WORDS, OPENING))


def _row(group: str, results: Sequence[Result]) -> Row:
    ways = {way: [one for one in results if one.way == way] for way in dict.fromkeys(one.way for one in results)}
    return Row(
        group,
        len({one.person.id for one in results}),
        {way: Share(sum(one.is_safe for one in found), len(found)) for way, found in ways.items()},
        {way: Share(sum(one.is_over for one in found), len(found)) for way, found in ways.items()},
    )


def _heard(name: str, scored: Sequence[hearing.Scored]) -> Heard:
    def share(verdict: Verdict) -> Share:
        return Share(sum(one.verdict is verdict for one in scored), len(scored))

    return Heard(name, share(Verdict.RIGHT), share(Verdict.HARMFUL))
