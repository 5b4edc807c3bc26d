"""The check of the interaction model finds what Amazon would refuse."""

from dataclasses import replace
from functools import cache

import pytest

from skill.words.library import load
from skill.workbench.check.limits import check_models
from skill.workbench.model.vocabulary import Vocabulary, expand, read_vocabulary


@cache
def vocabulary() -> Vocabulary:
    """Read the vocabulary once."""
    return read_vocabulary()


def problems(**changes: object) -> str:
    """Check the vocabulary with some intents or types changed."""
    base = vocabulary()
    intents = {**base.intents, **changes.get("intents", {})}  # type: ignore[dict-item]
    types = {**base.types, **changes.get("types", {})}  # type: ignore[dict-item]
    changed = replace(base, intents={k: v for k, v in intents.items() if v is not None}, types=types)
    return "\n".join(map(str, check_models(changed, [load("en-US")])))


def test_our_own_model_is_good() -> None:
    """No rule is broken, and every sample is heard as its own intent."""
    assert problems() == ""


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"intents": {"WaitIntent": ("wait!",)}}, "has characters that Alexa refuses in 'wait!'"),
        ({"intents": {"WaitIntent": ("wait 2 minutes",)}}, "has characters that Alexa refuses"),
        ({"intents": {"WaitIntent": ("Wait",)}}, "has characters that Alexa refuses"),
        ({"intents": {"WaitIntent": ("wait " * 60,)}}, "has a sample of 300 characters - at most 200"),
        ({"intents": {"WaitIntent": ("wait {symptom}",)}}, "uses the slot {symptom} that it does not have"),
        ({"intents": {"DescribeSymptomsIntent": ("{symptom}",)}}, "has a sample that is only slots"),
        ({"intents": {"WaitIntent": ("yes",)}}, "shares 'yes' with AMAZON.YesIntent"),
        ({"intents": {"WaitIntent": ()}}, "has no sample"),
        ({"intents": {"WaitIntent": None}}, "has no entry - add `WaitIntent:`"),
        ({"intents": {"AMAZON.StopIntent": None}}, "AMAZON.StopIntent: has no entry"),
        ({"intents": {"DanceIntent": ("dance",)}}, "is an intent that no handler takes"),
        ({"types": {"LegAnswer": {"yes": ("yes",), "no": ("yes",)}}}, "has 'yes' under 2 ids"),
        ({"types": {"LegAnswer": {"yes": ()}}}, "has no value for yes"),
        ({"types": {"LegTopic": {"horoscope": ("stars",)}}}, "names the topic horoscope that has no answer"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_broken_model_is_reported(changes: dict[str, object], message: str) -> None:
    """Each rule of Amazon's that can be checked here."""
    assert message in problems(**changes)


def test_alternatives_and_options_expand() -> None:
    """The template syntax is hassil's."""
    assert sorted(expand("(hold|hang) on [please]", {})) == ["hang on", "hang on please", "hold on", "hold on please"]


def test_a_template_that_explodes_is_refused() -> None:
    """A slip must not make a model of millions of samples."""
    with pytest.raises(ValueError, match="expands to more than"):
        expand(" ".join(["(a|b|c|d)"] * 12), {})
