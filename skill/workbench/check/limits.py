"""Checks the interaction model offline: Amazon's limits, and that its few phrases mean one thing wherever said.

Nothing offline runs Amazon's own builder. The round trip through ask-smapi-model finds misspelt keys and wrong
types; what it misses (characters, doubles, sizes) is checked here.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator

from ask_sdk_core.serialize import DefaultSerializer
from ask_smapi_model.v1.skill.interaction_model.interaction_model_data import InteractionModelData

from skill.alexa.routes import ROUTES
from skill.words.yamlfile import Problem
from skill.workbench.model.intents import meaning_of
from skill.workbench.model.models import INVOCATION_NAME, Source, model, text_of
from skill.workbench.model.sentences import LEGAL, LONGEST

LARGEST_MODEL = 100_000  # bytes; Amazon takes fifteen times as much, but few phrases are the point
MOST_SAMPLES = 15
# Alexa has words of her own for these.
BUILT_IN = "AMAZON."
# A bare yes or no is Alexa's own too, and must be an answer: what may follow it is no reason to leave it out.
ANSWERS = ("AMAZON.YesIntent", "AMAZON.NoIntent")


def check_models(source: Source) -> list[Problem]:
    """Check the model that the content gives, against the routes and Amazon's rules."""
    unknown = [*_intents(source)]  # what they mean nobody could say
    rules = (_samples, _doubles, _beginnings, _values, _size, _invocation_name, _round_trip)
    return unknown or [problem for rule in rules for problem in rule(source)]


def _intents(source: Source) -> Iterator[Problem]:
    samples, problem = source.intents.samples, source.intents.problem
    for intent in (i for i in samples if i not in ROUTES):
        fix = f"use one of {', '.join(ROUTES)}"
        yield problem(("samples", intent), "is an intent that nothing takes", fix)
    for intent in (i for i in ROUTES if i not in samples):
        yield problem(("samples",), f"{intent} has no entry", f"add `{intent}:` with its phrases")
    for intent, texts in samples.items():
        if not texts and not intent.startswith(BUILT_IN):
            yield problem(("samples", intent), "has no phrase", "add at least one")
        if len(texts) > MOST_SAMPLES:
            fix = f"keep {MOST_SAMPLES} at most; the rest is understood as words"
            yield problem(("samples", intent), f"has {len(texts)} phrases", fix)


def _samples(source: Source) -> Iterator[Problem]:
    for intent, texts in source.intents.samples.items():
        for number, sample in enumerate(texts):
            where = ("samples", intent, str(number))
            if not LEGAL.fullmatch(sample):
                fix = "use small letters, spaces, apostrophes, hyphens; write numbers as words"
                yield source.intents.problem(where, f"has characters that Alexa refuses in ‘{sample}’", fix)
            if len(sample) > LONGEST:
                yield source.intents.problem(where, f"is {len(sample)} characters long", f"at most {LONGEST}")
            if swear := source.intents.swears(sample):
                yield source.intents.problem(where, f"‘{sample}’ swears ({swear})", "leave it out; it is understood")


def _doubles(source: Source) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for intent, texts in source.intents.samples.items():
        for number, sample in enumerate(texts):
            if sample in owners:
                what = f"shares ‘{sample}’ with {owners[sample]}"
                yield source.intents.problem(("samples", intent, str(number)), what, "keep it once")
            owners.setdefault(sample, intent)


def _beginnings(source: Source) -> Iterator[Problem]:
    """People pause, and are cut off: what a sample begins must mean what the sample means."""
    means: dict[str, set[str]] = {}
    for kind in source.kinds:
        for sentence in kind.sentences:
            means.setdefault(sentence, set()).update(kind.means)
    for intent, texts in source.intents.samples.items():
        meaning = meaning_of(intent)
        for number, sample in enumerate(texts):
            if intent in ANSWERS and " " not in sample:
                continue
            for sentence in (s for s in means if s.startswith(f"{sample} ") and meaning not in means[s]):
                what = f"‘{sample}’ begins ‘{sentence}’, which means {' or '.join(sorted(means[sentence]))}"
                fix = "leave it out; it is understood as words"
                yield source.intents.problem(("samples", intent, str(number)), what, fix)
                break


def _values(source: Source) -> Iterator[Problem]:
    for phrase in (p for p in source.intents.promised if not LEGAL.fullmatch(p) or source.intents.swears(p)):
        fix = "use small letters, spaces, apostrophes, hyphens"
        yield source.intents.problem(("promised", phrase), "is a phrase that Alexa refuses", fix)
    for value, times in Counter(source.values).items():
        if times > 1:
            yield source.intents.problem((), f"gives the value ‘{value}’ {times} times", "take it out of the examples")


def _size(source: Source) -> Iterator[Problem]:
    size = len(text_of(source).encode())
    if size >= LARGEST_MODEL:
        fix = f"keep it below {LARGEST_MODEL}: lower the shares in skill/workbench/model/sentences.py"
        yield source.intents.problem((), f"makes a model of {size} bytes", fix)


def _invocation_name(source: Source) -> Iterator[Problem]:
    forbidden = {"alexa", "amazon", "echo", "computer", "skill", "app", "open", "ask", "start", "the", "a", "to", "for"}
    words = INVOCATION_NAME.split()
    if not re.fullmatch(r"[a-z'. ]{2,50}", INVOCATION_NAME) or len(words) < 2 or forbidden & set(words):
        fix = "two or more small-letter words, no launch words"
        yield source.intents.problem((), f"{INVOCATION_NAME} is no legal invocation name", fix)


def _round_trip(source: Source) -> Iterator[Problem]:
    """Read the model with Amazon's own classes and write it again: what they do not know is lost on the way."""
    built, serializer = model(source), DefaultSerializer()
    again = _without_none(serializer.serialize(serializer.deserialize(json.dumps(built), InteractionModelData)))
    if again != built:
        yield source.intents.problem(
            (), "gives a model that Amazon's classes change", "compare skill/workbench/model/models.py"
        )


def _without_none(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_none(v) for key, v in value.items() if v is not None}
    return [_without_none(v) for v in value] if isinstance(value, list) else value
