"""The questions, in the order asked: what each one covers and what kind it is. No words and no rules here.

The findings are the vocabulary of tests/cases/vignettes.yaml. The words are in content/<language>/questions.yaml.
"""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct


class Kind(StrEnum):
    """What a question is about."""

    RED_FLAG = "red_flag"  # a lung or limb emergency
    SIGN = "sign"  # of a clot, or of how ill the person is
    RISK = "risk"  # a risk factor


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
            "stroke_signs",
            "severe_pain",
            "leg_deformed_or_bone_visible",
        ),
        ("cold", "numb", "pain"),
    ),
    Question("swelling", Kind.SIGN, ("one_sided_swelling", "whole_leg_swollen", "hot_swollen_joint")),
    Question("warmth", Kind.SIGN, ("warmth",)),
    Question("pain", Kind.SIGN, ("persistent_pain", "cannot_bear_weight")),
    Question("colour", Kind.SIGN, ("redness_or_discoloration", "spreading_redness", "wound_not_healing")),
    Question("veins", Kind.SIGN, ("visible_veins", "hard_sore_vein")),
    Question("tenderness", Kind.SIGN, ("tenderness",)),
    Question(
        "unwell",
        Kind.SIGN,
        ("fever", "very_unwell_or_confused", "dark_urine", "preeclampsia_signs"),
        ("hot", "confused"),
    ),
    Question(
        "kept_still",
        Kind.RISK,
        ("recent_surgery_or_immobility", "plaster_or_boot", "long_travel"),
        ("surgery", "rest", "cast", "journey"),
    ),
    Question(
        "past_clot",
        Kind.RISK,
        ("previous_clot", "family_or_clotting_disorder", "active_cancer"),
        ("cancer", "clot", "family"),
    ),
    Question("hormones", Kind.RISK, ("pregnant_or_postpartum", "hormones"), ("pregnant", "birth", "pill")),
    Question(
        "both_or_cramps",
        Kind.SIGN,
        ("both_legs", "frequent_cramps", "cramp_over_10_min", "pain_only_when_walking", "chronic_over_2_weeks"),
        ("both", "cramps"),
    ),
)

BY_ID: Mapping[str, Question] = {question.id: question for question in QUESTIONS}
RED_FLAGS = tuple(question.id for question in QUESTIONS if question.kind is Kind.RED_FLAG)
RISKS = tuple(question.id for question in QUESTIONS if question.kind is Kind.RISK)
# Asked of everybody, whatever else was said.
CORE_SIGNS = ("swelling", "warmth", "pain")
# One-sided signs that count on their own, and all six that a person can describe.
STRONG_SIGNS = (*CORE_SIGNS, "colour", "veins")
SIGNS = (*STRONG_SIGNS, "tenderness")
# Emergencies that no question asks for, but that a person may cry out. `help` names no cause.
OTHER_CRIES = ("help", "unconscious", "stroke", "bleeding", "overdose", "harm", "choking")
