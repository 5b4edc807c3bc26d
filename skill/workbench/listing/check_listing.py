"""Checks the store listing: lengths, what a health skill must state, phrases that work, words that Amazon refuses.

It also holds the listing against the code: every way to an outcome is walked, and the manifest goes through Amazon's
own classes. The privacy policy and the terms are checked beside it (skill/workbench/listing/check_policies.py).
"""

import json
import string
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ask_sdk_core.serialize import DefaultSerializer
from ask_smapi_model.v1.skill.manifest.skill_manifest_envelope import SkillManifestEnvelope

from skill.hearing.hear import Hearing
from skill.rules.interview import next_question
from skill.rules.questions import Answer
from skill.rules.triage import Urgency, assess
from skill.words.texts import CONTENT, LANGUAGE
from skill.words.vocabulary import read_vocabulary
from skill.words.yamlfile import Problem
from skill.workbench.listing.check_claims import check_claims
from skill.workbench.listing.check_policies import check_policies
from skill.workbench.listing.listing import GAPS, Case, read_case
from skill.workbench.listing.manifest import instructions, manifest
from skill.workbench.listing.phrases import check_phrases
from skill.workbench.listing.settings import Settings
from skill.workbench.model.models import Source, read_source

# Summary 160: Amazon's own tool cuts it there (alexa-games/litexa, manifest.coffee). Description 4,000 and 30 keywords:
# general knowledge of the developer console, to be seen there once more. Updates and instructions: to be safe.
LONGEST, LONGEST_INSTRUCTIONS, MOST_KEYWORDS = {"summary": 160, "description": 4000, "updates": 4000}, 4000, 30
# The code has no purchases, advertising, accounts or permissions, and no sentence for children. That the skill may be
# exported is a promise of whoever submits it, so it is not compared.
NO = ("allows_purchases", "uses_personal_info", "is_child_directed", "contains_ads")


def check_listing(source: Source | None = None, hearing: Hearing | None = None, root: Path = CONTENT) -> list[Problem]:
    """Check the store listing and the texts beside it.

    source: what the interaction model is made from, which the phrases must fit. hearing: understands them. Without
    these the content is read. root: the YAML store.
    Raises ContentError when the listing or the content cannot be read at all.
    """
    case = read_case(root)
    problems = [*_gaps(case), *_outcomes(case)]
    if problems:  # a listing that cannot be filled would only repeat its faults
        return problems
    rules = (_lengths, check_claims, _answers, _manifest, check_policies)
    problems = [problem for rule in rules for problem in rule(case)]
    source = source or read_source(root)
    hearing = hearing or Hearing(read_vocabulary(root, LANGUAGE))
    return [*problems, *check_phrases(case, source, hearing)]


def _gaps(case: Case) -> Iterator[Problem]:
    for key, known in GAPS.items():
        try:
            fields = [field for _, field, _, _ in string.Formatter().parse(getattr(case.listing.shared, key))]
        except ValueError as error:
            yield case.problem(key, f"has a lone brace ({error})", "write {name} with both braces, or leave braces out")
            continue
        for gap in (field for field in fields if field is not None and field not in known):
            yield case.problem(key, f"has an unknown gap {{{gap}}}", f"use one of {', '.join(known)}")


def _outcomes(case: Case) -> Iterator[Problem]:
    ways = case.listing.shared.outcomes
    ids = [urgency.id for urgency in Urgency]
    for missing in (i for i in ids if i not in ways):
        yield case.problem("outcomes", f"lacks {missing}", f"add `{missing}:` with the questions to answer yes")
    for outcome, yes_to in ways.items():
        where = f"outcomes.{outcome}"
        if outcome not in ids:
            yield case.problem(where, "is not an outcome", f"use one of {', '.join(ids)}")
            continue
        urgency, asked = _reached(yes_to)
        for never in (i for i in yes_to if i not in asked):
            fix = f"use ids of questions.yaml that are asked then: {', '.join(asked)}"
            yield case.problem(where, f"{never} is not asked on the way", fix)
        if urgency.id != outcome:
            yield case.problem(where, f"leads to {urgency.id}", "name the questions that lead there")


def _lengths(case: Case) -> Iterator[Problem]:
    for key, most in LONGEST.items():
        longest, locale = max((len(getattr(shown, key)), locale) for locale, shown in case.pages.items())
        if longest > most:
            yield case.problem(key, f"has {longest} characters in {locale}", f"shorten it to {most}")
    for locale, shown in case.pages.items():
        if len(shown.keywords) > MOST_KEYWORDS:
            what = f"are {len(shown.keywords)} in {locale}, with its own"
            yield case.problem("keywords", what, f"keep {MOST_KEYWORDS}")
        for word, times in Counter(map(str.lower, shown.keywords)).items():
            if times > 1:
                yield case.problem("keywords", f"hold “{word}” twice in {locale}", "keep one of them")
    told = len(instructions(case.listing, case.neutral))
    if told > LONGEST_INSTRUCTIONS:
        yield case.problem("testing_instructions", f"has {told} characters", f"shorten it to {LONGEST_INSTRUCTIONS}")
    if "{outcomes}" not in case.listing.shared.testing_instructions:
        yield case.problem("testing_instructions", "does not tell the ways to the outcomes", "write {outcomes} there")


def _answers(case: Case) -> Iterator[Problem]:
    for key in NO:
        if getattr(case.listing.shared.privacy, key):
            yield case.problem(f"privacy.{key}", "is not what the code does", "write false")


def _manifest(case: Case) -> Iterator[Problem]:
    lost = lost_on_the_way(manifest(case, Settings()))
    if lost is not None:
        where = "countries" if "DistributionCountries" in lost else "name"
        yield case.problem(
            where, f"gives a manifest that Amazon's classes refuse ({lost})", "compare the manifest schema"
        )


def _reached(yes_to: tuple[str, ...]) -> tuple[Urgency, tuple[str, ...]]:
    """Hold a check that says yes to some questions and no to the others: what it comes to, and what was asked."""
    answers: dict[str, Answer] = {}
    while (asked := next_question(answers)) is not None:
        answers[asked] = Answer.YES if asked in yes_to else Answer.NO
    return assess(answers).urgency, tuple(answers)


def lost_on_the_way(built: dict[str, Any]) -> str | None:
    """Read a manifest with Amazon's own classes and write it again: what they do not know is lost on the way.

    Returns what went wrong, or None. They know no bad category and no missing member.
    """
    serializer = DefaultSerializer()
    try:
        again = serializer.serialize(serializer.deserialize(json.dumps(built), SkillManifestEnvelope))
    except Exception as error:  # the SDK raises several kinds, all of which mean: not a manifest
        return str(error)
    return None if _without_none(again) == built else "a key or a value is not known to them"


def _without_none(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_none(inner) for key, inner in value.items() if inner is not None}
    return [_without_none(inner) for inner in value] if isinstance(value, list) else value
