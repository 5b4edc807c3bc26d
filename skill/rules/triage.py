"""Answers -> Assessment: how urgently to be seen, and which answers decided it. Pure: no words, no SDK, no I/O.

Every rule names the sources it rests on (content/sources.yaml). A rule may raise the urgency; none lowers it, so an
answer that changes from no to unsure to yes never lowers the result. `unsure` is never taken as `no`.
"""

from collections.abc import Callable
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


class Given(Struct, frozen=True):
    """The questions that were answered, by answer. maybe: with yes or not sure."""

    yes: frozenset[str]
    unsure: frozenset[str]
    maybe: frozenset[str]


Reasons = frozenset[str]


class Rule(Struct, frozen=True):
    """One reason to be seen: `reasons` gives the question ids that make it hold, or nothing."""

    urgency: Urgency
    sources: tuple[str, ...]
    reasons: Callable[[Given], Reasons]


def _of(*questions: str | tuple[str, ...]) -> Reasons:
    return frozenset(i for one in questions for i in ((one,) if isinstance(one, str) else one))


def _both(first: Reasons, second: Reasons) -> Reasons:
    return first | second if first and second else frozenset()


RED, SIGN, STRONG = _of(RED_FLAGS), _of(SIGNS), _of(STRONG_SIGNS, "arm")
SORE, LEGS, NEW, LASTING = _of("tenderness"), _of("both_or_cramps"), _of("both_new"), _of("both_or_cramps", "old")
UNWELL, VERY_ILL, ILL = _of("unwell"), _of("very_ill"), _of("unwell", "very_ill")
PREGNANT, WEIGHED, OUTSIDE = _of("pregnant"), _of(RISKS, "both_or_cramps"), _of("elsewhere", "child")
# Skin that is hot or red, or pain, with a fever: an infection that spreads, in the skin or below it.
HOT_SIGNS = _of("warmth", "pain", "colour")

RULES = (
    # A lung, heart, limb or nerve emergency; pain beyond bearing can be a limb without blood, or pressure in a muscle.
    # Stricter than the NHS alone, which sends some of these to 111: one safe answer for all.
    Rule(
        Urgency.EMERGENCY_NOW,
        ("NHS-PE", "MAYO-SWELL", "NHS-CHEST", "NHS-DEVON-ALI", "NHS-CAUDA", "NHS-HIP", "NHS-COMP", "PCD-CASE"),
        lambda a: a.yes & RED,
    ),
    Rule(Urgency.EMERGENCY_NOW, ("NHS-PE", "MAYO-SWELL"), lambda a: _both(a.unsure & RED, a.maybe & SIGN)),
    Rule(Urgency.EMERGENCY_NOW, ("NHS-SEPSIS", "NHS-MENINGITIS", "NHS-MATERNITY"), lambda a: a.yes & VERY_ILL),
    Rule(
        Urgency.EMERGENCY_NOW,
        ("NHS-CELL", "NHS-NECFASC", "NHS-SEPSIS"),
        lambda a: _both(a.yes & UNWELL, a.maybe & HOT_SIGNS),
    ),
    Rule(Urgency.SAME_DAY, ("NHS-PE",), lambda a: a.unsure & RED),
    # Any one sign is enough: asking for two misses 39% of clots (DVTipd, see tests/test_safety.py).
    Rule(
        Urgency.SAME_DAY,
        ("NHS-DVT", "MAYO-SWELL", "NHS-PHLEB", "CANADA-ARM"),
        lambda a: a.maybe & STRONG,
    ),
    # Both legs of late, or dark urine; a fever by itself.
    Rule(Urgency.SAME_DAY, ("MAYO-SWELL", "NHS-PREGSWELL", "CDC-RHABDO"), lambda a: a.maybe & NEW),
    # Swelling, or cramps that stay, while pregnant or soon after a birth.
    Rule(
        Urgency.SAME_DAY,
        ("NHS-MATERNITY", "NHS-PREGCLOT", "NHS-PREGSWELL"),
        lambda a: _both(a.maybe & LEGS, a.maybe & PREGNANT),
    ),
    Rule(Urgency.SAME_DAY, ("NHS-SEPSIS", "NHS-CELL"), lambda a: a.maybe & ILL),
    # Tenderness tells little, so it alone is weighed: with the risk factors, or with cramps that last.
    Rule(
        Urgency.SAME_DAY,
        ("NICE-NG158", "GOODACRE", "RCOG", "NHS-CRAMP"),
        lambda a: _both(a.maybe & SORE, a.maybe & WEIGHED),
    ),
    Rule(Urgency.WITHIN_DAYS, ("NHS-STRAIN", "NHS-DVT"), lambda a: a.maybe & SORE),
    Rule(Urgency.WITHIN_DAYS, ("NHS-CRAMP", "NHS-OEDEMA", "NHS-PAD"), lambda a: a.maybe & LASTING),
    # What was told and is not about an adult's leg: never "nothing that needs care".
    Rule(Urgency.WITHIN_DAYS, ("NHS-CHILD-LIMP", "LEG-CHECK"), lambda a: a.maybe & OUTSIDE),
)


def assess(answers: Answers) -> Assessment:
    """Weigh the answers.

    answers: question id -> Answer; an absent question counts as not asked.
    Returns the most urgent Assessment that any rule gives; self-care, with no reasons, when none does.
    """
    yes = frozenset(i for i, answer in answers.items() if answer is Answer.YES)
    unsure = frozenset(i for i, answer in answers.items() if answer is Answer.UNSURE)
    given = Given(yes, unsure, yes | unsure)
    urgency, decided = Urgency.SELF_CARE, frozenset[str]()
    for rule in RULES:  # the most urgent first
        if rule.urgency < urgency:
            break
        if reasons := rule.reasons(given):
            urgency, decided = rule.urgency, decided | reasons
    return Assessment(urgency, tuple(i for i in answers if i in decided))
