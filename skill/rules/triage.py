"""Answers -> Assessment: how urgently to be seen, and which answers decided it. Pure: no words, no SDK, no I/O.

Every rule names the sources it rests on (content/sources.yaml). A rule may raise the urgency; none lowers it, so an
answer that changes from no to unsure to yes never lowers the result. `unsure` is never taken as `no`.
"""

from enum import IntEnum
from typing import Literal

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


class Some(Struct, frozen=True):
    """What a rule needs: that at least one of these questions was answered so."""

    answered: Literal["yes", "unsure", "maybe"]
    of: frozenset[str]


class Rule(Struct, frozen=True):
    """One reason to be seen: it holds when everything that it needs is there."""

    id: str
    urgency: Urgency
    sources: tuple[str, ...]
    needs: tuple[Some, ...]

    def reasons(self, given: Given) -> frozenset[str]:
        """Give the ids of the questions that make it hold; nothing when it does not."""
        found = [getattr(given, some.answered) & some.of for some in self.needs]
        return frozenset[str]().union(*found) if all(found) else frozenset()


def _of(*questions: str | tuple[str, ...]) -> frozenset[str]:
    return frozenset(i for one in questions for i in ((one,) if isinstance(one, str) else one))


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
        "red_flag",
        Urgency.EMERGENCY_NOW,
        ("NHS-PE", "MAYO-SWELL", "NHS-CHEST", "NHS-DEVON-ALI", "NHS-CAUDA", "NHS-HIP", "NHS-COMP", "PCD-CASE"),
        (Some("yes", RED),),
    ),
    Rule(
        "red_flag_unsure_with_sign",
        Urgency.EMERGENCY_NOW,
        ("NHS-PE", "MAYO-SWELL"),
        (Some("unsure", RED), Some("maybe", SIGN)),
    ),
    Rule(
        "very_ill", Urgency.EMERGENCY_NOW, ("NHS-SEPSIS", "NHS-MENINGITIS", "NHS-MATERNITY"), (Some("yes", VERY_ILL),)
    ),
    Rule(
        "fever_with_hot_leg",
        Urgency.EMERGENCY_NOW,
        ("NHS-CELL", "NHS-NECFASC", "NHS-SEPSIS"),
        (Some("yes", UNWELL), Some("maybe", HOT_SIGNS)),
    ),
    Rule("red_flag_unsure", Urgency.SAME_DAY, ("NHS-PE",), (Some("unsure", RED),)),
    # Any one sign is enough: asking for two misses 39% of clots (DVTipd, see tests/test_safety.py).
    Rule(
        "one_sided_sign",
        Urgency.SAME_DAY,
        ("NHS-DVT", "MAYO-SWELL", "NHS-PHLEB", "CANADA-ARM"),
        (Some("maybe", STRONG),),
    ),
    # Both legs of late, or dark urine; a fever by itself.
    Rule("new_in_both_legs", Urgency.SAME_DAY, ("MAYO-SWELL", "NHS-PREGSWELL", "CDC-RHABDO"), (Some("maybe", NEW),)),
    # Swelling, or cramps that stay, while pregnant or soon after a birth.
    Rule(
        "pregnant_with_legs",
        Urgency.SAME_DAY,
        ("NHS-MATERNITY", "NHS-PREGCLOT", "NHS-PREGSWELL"),
        (Some("maybe", LEGS), Some("maybe", PREGNANT)),
    ),
    Rule("ill", Urgency.SAME_DAY, ("NHS-SEPSIS", "NHS-CELL"), (Some("maybe", ILL),)),
    # Tenderness tells little, so it alone is weighed: with the risk factors, or with cramps that last.
    Rule(
        "sore_with_risk",
        Urgency.SAME_DAY,
        ("NICE-NG158", "GOODACRE", "RCOG", "NHS-CRAMP"),
        (Some("maybe", SORE), Some("maybe", WEIGHED)),
    ),
    Rule("sore", Urgency.WITHIN_DAYS, ("NHS-STRAIN", "NHS-DVT"), (Some("maybe", SORE),)),
    Rule("lasting", Urgency.WITHIN_DAYS, ("NHS-CRAMP", "NHS-OEDEMA", "NHS-PAD"), (Some("maybe", LASTING),)),
    # What was told and is not about an adult's leg: never "nothing that needs care".
    Rule("outside", Urgency.WITHIN_DAYS, ("NHS-CHILD-LIMP", "LEG-CHECK"), (Some("maybe", OUTSIDE),)),
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
