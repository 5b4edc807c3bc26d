"""Answers -> Assessment: how urgently to be seen, and which answers decided it. Pure: no words, no SDK, no I/O.

Every rule names the sources it rests on (content/sources.yaml). A rule may raise the urgency; none lowers it, so an
answer that changes from no to unsure to yes never lowers the result. `unsure` is never taken as `no`.
"""

from collections.abc import Callable, Iterable
from enum import IntEnum

from msgspec import Struct

from skill.rules.questions import RED_FLAGS, RISKS, SIGNS, STRONG_SIGNS, Answer, Answers


class Urgency(IntEnum):
    """How soon to be seen; a higher value is more urgent."""

    SELF_CARE = 0
    WITHIN_DAYS = 1
    SAME_DAY = 2
    EMERGENCY_NOW = 3

    @property
    def id(self) -> str:
        """The name used in YAML, session attributes and JSON: `same_day`."""
        return self.name.lower()


class Assessment(Struct, frozen=True):
    """The urgency, and the ids of the questions that decided it in the order given."""

    urgency: Urgency
    because: tuple[str, ...]


class Rule(Struct, frozen=True):
    """One reason to be seen: `reasons` gives the question ids that make it hold, or nothing."""

    urgency: Urgency
    sources: tuple[str, ...]
    reasons: Callable[[Answers], tuple[str, ...]]


def _given(answers: Answers, ids: Iterable[str], *wanted: Answer) -> tuple[str, ...]:
    return tuple(i for i in ids if answers.get(i) in wanted)


def _yes(answers: Answers, ids: Iterable[str]) -> tuple[str, ...]:
    return _given(answers, ids, Answer.YES)


def _unsure(answers: Answers, ids: Iterable[str]) -> tuple[str, ...]:
    return _given(answers, ids, Answer.UNSURE)


def _maybe(answers: Answers, ids: Iterable[str]) -> tuple[str, ...]:
    return _given(answers, ids, Answer.YES, Answer.UNSURE)


def _both(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return first + second if first and second else ()


RULES = (
    # A lung or limb emergency; pain beyond bearing can be a limb without blood, or pressure in a muscle. Stricter than
    # the NHS alone, which sends some of these to 111: one safe answer for all.
    Rule(
        Urgency.EMERGENCY_NOW,
        ("NHS-PE", "MAYO-SWELL", "NHS-DEVON-ALI", "NHS-SCIATICA", "NHS-COMP", "BMJBP-PCD"),
        lambda a: _yes(a, RED_FLAGS),
    ),
    Rule(Urgency.EMERGENCY_NOW, ("NHS-PE", "MAYO-SWELL"), lambda a: _both(_unsure(a, RED_FLAGS), _maybe(a, SIGNS))),
    # A hot or confused person with a changed leg: an infection that spreads.
    Rule(
        Urgency.EMERGENCY_NOW,
        ("NHS-CELL", "NHS-SEPSIS"),
        lambda a: _both(_yes(a, ("unwell",)), _maybe(a, STRONG_SIGNS)),
    ),
    Rule(Urgency.SAME_DAY, ("NHS-PE",), lambda a: _unsure(a, RED_FLAGS)),
    # Any one sign is enough: asking for two misses 39% of clots (DVTipd, see tests/test_safety.py).
    Rule(Urgency.SAME_DAY, ("NHS-DVT", "MAYO-SWELL", "NHS-PHLEB"), lambda a: _maybe(a, STRONG_SIGNS)),
    Rule(Urgency.SAME_DAY, ("NHS-OEDEMA", "NHS-SEPSIS", "NHS-PREGSWELL"), lambda a: _maybe(a, ("unwell",))),
    # Tenderness tells little, so it alone is weighed with the risk factors.
    Rule(
        Urgency.SAME_DAY,
        ("NICE-NG158", "GOODACRE", "RCOG"),
        lambda a: _both(_maybe(a, ("tenderness",)), _maybe(a, RISKS)),
    ),
    Rule(Urgency.WITHIN_DAYS, ("NHS-STRAIN", "NHS-DVT"), lambda a: _maybe(a, ("tenderness",))),
    Rule(Urgency.WITHIN_DAYS, ("NHS-CRAMP", "NHS-OEDEMA", "NHS-PAD"), lambda a: _maybe(a, ("both_or_cramps",))),
)


def assess(answers: Answers) -> Assessment:
    """Weigh the answers.

    answers: question id -> Answer; an absent question counts as not asked.
    Returns the most urgent Assessment that any rule gives; self-care, with no reasons, when none does.
    """
    held = [(rule.urgency, reasons) for rule in RULES if (reasons := rule.reasons(answers))]
    urgency = max((urgency for urgency, _ in held), default=Urgency.SELF_CARE)
    decided = {reason for reached, reasons in held if reached is urgency for reason in reasons}
    return Assessment(urgency, tuple(i for i in answers if i in decided))
