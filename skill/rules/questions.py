"""The questions, in the order asked: what each one covers and what kind it is. No words and no rules here.

The findings are the vocabulary of tests/cases/vignettes.yaml; a question has those that its own words name. The words
are in content/<language>/questions.yaml.
"""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct


class Kind(StrEnum):
    """What a question is about."""

    RED_FLAG = "red_flag"  # a lung, heart, limb or nerve emergency
    SIGN = "sign"  # of a clot, or of how ill the person is
    RISK = "risk"  # what else the doctor must know


class Answer(StrEnum):
    """What the person said to a question. Silence and a misheard word are never an answer."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


# Question id -> answer, in the order given. A question that is absent was not asked.
Answers = Mapping[str, Answer]


class Question(Struct, frozen=True):
    """One thing asked: its id, its kind, the findings it covers, and the parts that it joins with "or"."""

    id: str
    kind: Kind
    findings: tuple[str, ...]
    parts: tuple[str, ...] = ()


QUESTIONS = (
    Question("breathing", Kind.RED_FLAG, ("breathless", "chest_pain"), ("breath", "chest")),
    Question(
        "collapse",
        Kind.RED_FLAG,
        ("fainting", "coughing_blood", "fast_heartbeat"),
        ("faint", "blood", "heart"),
    ),
    Question(
        "foot",
        Kind.RED_FLAG,
        (
            "cold_pale_numb_foot",
            "cannot_move_foot",
            "blue_or_purple_whole_leg",
            "worsening_leg_weakness",
            "bladder_bowel_or_saddle_numbness",
            "severe_pain",
            "cannot_bear_weight",
        ),
        ("cold", "numb", "stand", "pain", "saddle"),
    ),
    Question("swelling", Kind.SIGN, ("one_sided_swelling", "whole_leg_swollen", "arm_not_leg", "hot_swollen_joint")),
    Question("warmth", Kind.SIGN, ("warmth",)),
    Question("pain", Kind.SIGN, ("persistent_pain",)),
    Question("colour", Kind.SIGN, ("redness_or_discoloration", "spreading_redness")),
    Question("veins", Kind.SIGN, ("visible_veins", "hard_sore_vein")),
    Question("tenderness", Kind.SIGN, ("tenderness",)),
    Question("unwell", Kind.SIGN, ("fever", "very_unwell_or_confused"), ("hot", "confused")),
    Question(
        "very_ill",
        Kind.SIGN,
        ("very_unwell_or_confused",),
        ("muddled", "sleepy", "headache", "neck"),
    ),
    Question(
        "both_or_cramps",
        Kind.SIGN,
        ("both_legs", "frequent_cramps", "pain_only_when_walking"),
        ("both", "cramps", "walking"),
    ),
    Question(
        "care",
        Kind.RISK,
        ("pregnant_or_postpartum", "active_cancer"),
        ("pregnant", "thinners", "cancer"),
    ),
    Question("pregnant", Kind.RISK, ("pregnant_or_postpartum",)),
    # The vocabulary has no word for trouble in both legs that is new and stays.
    Question("both_new", Kind.SIGN, ("dark_urine",), ("legs", "urine")),
    Question(
        "kept_still",
        Kind.RISK,
        ("recent_surgery_or_immobility", "plaster_or_boot", "long_travel"),
        ("surgery", "rest", "cast", "journey"),
    ),
    Question(
        "past_clot",
        Kind.RISK,
        ("previous_clot", "family_or_clotting_disorder"),
        ("clot", "family"),
    ),
)
# What nobody is asked, but people tell: it is answered yes, or not at all. Their words are in told.yaml.
TOLD = (
    Question("arm", Kind.SIGN, ("arm_not_leg",)),
    Question("old", Kind.SIGN, ("chronic_over_2_weeks",)),
    Question("elsewhere", Kind.SIGN, ()),
    Question("child", Kind.RISK, ()),
    Question("cancer", Kind.RISK, ("active_cancer",)),
    Question("thinners", Kind.RISK, ()),
)

BY_ID: Mapping[str, Question] = {question.id: question for question in (*QUESTIONS, *TOLD)}
ASKED = tuple(question.id for question in QUESTIONS)
TELLABLE = tuple(question.id for question in TOLD)
RED_FLAGS = tuple(question.id for question in QUESTIONS if question.kind is Kind.RED_FLAG)
# Any of these weighs with a sore spot.
RISKS = ("care", "pregnant", "cancer", "thinners", "kept_still", "past_clot")
# Asked of everybody, whatever else was said.
CORE_SIGNS = ("swelling", "warmth", "pain")
# One-sided signs that count on their own, and all six that a person can describe.
STRONG_SIGNS = (*CORE_SIGNS, "colour", "veins")
SIGNS = (*STRONG_SIGNS, "tenderness")
# Emergencies that no question asks for, but that a person may cry out. `help` names no cause.
OTHER_CRIES = ("help", "unconscious", "stroke", "bleeding", "overdose", "harm", "choking", "head")
