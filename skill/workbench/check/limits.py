"""Checks the interaction model offline against Amazon's limits and rules.

Nothing offline runs Amazon's own builder. The round trip through ask-smapi-model finds misspelt keys and wrong
types; what it misses (undefined types, characters, doubles, sizes) is checked here.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator

from ask_sdk_core.serialize import DefaultSerializer
from ask_smapi_model.v1.skill.interaction_model.interaction_model_data import InteractionModelData

from skill.alexa.routes import ROUTES
from skill.words.texts import CONTENT, LANGUAGE, Content
from skill.words.yamlfile import Problem
from skill.workbench.check.heard import GAP, at, check_heard
from skill.workbench.model.models import INVOCATION_NAME, model, text_of
from skill.workbench.model.vocabulary import SLOTS, Vocabulary

# Amazon: letters, spaces, periods, underscores, possessive apostrophes, hyphens; slots in braces.
LEGAL = re.compile(r"[a-z '.\-]+(?:\{[a-z_]+\}[a-z '.\-]*)*|(?:[a-z '.\-]*\{[a-z_]+\}[a-z '.\-]*)+")
LARGEST_MODEL = 1_500_000  # characters of JSON
MOST_INTENTS, MOST_VALUES, LONGEST_SAMPLE, LONGEST_VALUE = 250, 50_000, 200, 140
REQUIRED = tuple(f"AMAZON.{name}Intent" for name in ("Help", "Stop", "Cancel", "Fallback", "NavigateHome", "Yes", "No"))
WITHOUT_SAMPLES = ("AMAZON.FallbackIntent", "AMAZON.NavigateHomeIntent")


def check_models(vocabulary: Vocabulary, contents: list[Content]) -> list[Problem]:
    """Check the model that the vocabulary gives, against the handlers and the content."""
    rules = (_intents, _samples, _doubles, _types, _sizes, _invocation_name, _round_trip)
    problems = [problem for rule in rules for problem in rule(vocabulary)]
    problems += _topics(vocabulary, contents)
    return problems or check_heard(vocabulary)  # a matcher of a faulty model would only repeat its faults


def _intents(vocabulary: Vocabulary) -> Iterator[Problem]:
    for intent in (i for i in vocabulary.intents if i not in ROUTES):
        yield at(vocabulary, intent, "is an intent that no handler takes", f"use one of {', '.join(ROUTES)}")
    for intent in (i for i in (*ROUTES, *REQUIRED) if i not in vocabulary.intents):
        yield at(vocabulary, intent, "has no entry", f"add `{intent}:` with its templates")
    for intent, samples in vocabulary.intents.items():
        if not samples and intent not in WITHOUT_SAMPLES:
            yield at(vocabulary, intent, "has no sample", "add at least one template")


def _samples(vocabulary: Vocabulary) -> Iterator[Problem]:
    for intent, samples in vocabulary.intents.items():
        for sample in samples:
            if not LEGAL.fullmatch(sample):
                fix = "use small letters, spaces, apostrophes, hyphens; write numbers as words"
                yield at(vocabulary, intent, f"has characters that Alexa refuses in {sample!r}", fix)
            if len(sample) > LONGEST_SAMPLE:
                yield at(vocabulary, intent, f"has a sample of {len(sample)} characters", f"at most {LONGEST_SAMPLE}")
            if not GAP.sub("", sample).strip():
                yield at(vocabulary, intent, f"has a sample that is only slots: {sample!r}", "add words around it")
            for slot in GAP.findall(sample):
                if slot not in SLOTS.get(intent, {}):
                    fix = f"use one of {', '.join(SLOTS.get(intent, {})) or 'no slots'}"
                    yield at(vocabulary, intent, f"uses the slot {{{slot}}} that it does not have", fix)


def _doubles(vocabulary: Vocabulary) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for intent, samples in vocabulary.intents.items():
        for sample in samples:
            # Two samples that differ only in slot names are one to Alexa.
            shape = _shape(intent, sample)
            owner = owners.setdefault(shape, intent)
            if owner != intent:
                yield at(vocabulary, intent, f"shares {sample!r} with {owner}", "keep it in one of them")


def _shape(intent: str, sample: str) -> str:
    """Replace slot names by their types."""
    return GAP.sub(lambda match: SLOTS.get(intent, {}).get(match[1], match[1]), sample)


def _types(vocabulary: Vocabulary) -> Iterator[Problem]:
    used = {kind for slots in SLOTS.values() for kind in slots.values() if not kind.startswith("AMAZON.")}
    for kind in used - set(vocabulary.types):
        yield at(vocabulary, kind, "is a slot type without values", "add it to common.yaml under slots")
    for kind, values in vocabulary.types.items():
        said = Counter(value for texts_ in values.values() for value in set(texts_))
        for value, times in said.items():
            if times > 1:
                yield at(vocabulary, kind, f"has {value!r} under {times} ids", "keep it under one")
            if len(value) > LONGEST_VALUE or not LEGAL.fullmatch(value):
                yield at(
                    vocabulary, kind, f"has the value {value!r} that Alexa refuses", "use small letters and spaces"
                )
        for i in (i for i, texts_ in values.items() if not texts_):
            yield at(vocabulary, kind, f"has no value for {i}", "add at least one")


def _sizes(vocabulary: Vocabulary) -> Iterator[Problem]:
    size = len(text_of(vocabulary))
    if size > LARGEST_MODEL:
        yield at(vocabulary, "model", f"is {size} characters long", f"shorten templates; at most {LARGEST_MODEL}")
    if len(vocabulary.intents) > MOST_INTENTS:
        yield at(vocabulary, "model", f"has {len(vocabulary.intents)} intents", f"at most {MOST_INTENTS}")
    values = sum(len(v) for kind in vocabulary.types.values() for v in kind.values())
    if values > MOST_VALUES:
        yield at(vocabulary, "model", f"has {values} slot values", f"at most {MOST_VALUES}")


def _invocation_name(vocabulary: Vocabulary) -> Iterator[Problem]:
    forbidden = {"alexa", "amazon", "echo", "computer", "skill", "app", "open", "ask", "start", "the", "a", "to", "for"}
    words = INVOCATION_NAME.split()
    if not re.fullmatch(r"[a-z'. ]{2,50}", INVOCATION_NAME) or len(words) < 2 or forbidden & set(words):
        fix = "two or more small-letter words, no launch words"
        yield at(vocabulary, INVOCATION_NAME, "is no legal invocation name", fix)


def _round_trip(vocabulary: Vocabulary) -> Iterator[Problem]:
    """Read the model with Amazon's own classes and write it again: what they do not know is lost on the way."""
    built, serializer = model(vocabulary), DefaultSerializer()
    again = _without_none(serializer.serialize(serializer.deserialize(json.dumps(built), InteractionModelData)))
    if again != built:
        yield at(vocabulary, "model", "is changed by Amazon's model classes", "compare skill/workbench/model/models.py")


def _without_none(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_none(v) for key, v in value.items() if v is not None}
    return [_without_none(v) for v in value] if isinstance(value, list) else value


def _topics(vocabulary: Vocabulary, contents: list[Content]) -> Iterator[Problem]:
    known = set(vocabulary.types.get("LegTopic", {}))
    for content in contents[:1]:
        for topic in known - set(content.topics):
            yield at(vocabulary, "LegTopic", f"names the topic {topic} that has no answer", "add it to topics.yaml")
        for topic in set(content.topics) - known:
            path = CONTENT / LANGUAGE / "topics.yaml"
            yield Problem(path, 1, topic, "cannot be asked for", "add words for it to LegTopic in common.yaml")
