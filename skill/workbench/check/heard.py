"""Checks that what people say is heard: every sample as its own intent, every suggested phrase as something."""

import re
from collections import Counter
from collections.abc import Iterator

from skill.words.yamlfile import Problem
from skill.workbench.check.texts import texts
from skill.workbench.ear.matcher import FALLBACK, Matcher
from skill.workbench.model.models import model
from skill.workbench.model.vocabulary import SLOTS, UTTERANCES, Vocabulary

GAP = re.compile(r"\{([a-z_]+)\}")
SUGGESTED = re.compile(r"‘([^’]+)’")


def check_heard(vocabulary: Vocabulary) -> list[Problem]:
    """Check that the local matcher, built from the vocabulary, hears each sample and each phrase that is suggested."""
    matcher = Matcher(model(vocabulary))
    return [*_own_intent(vocabulary, matcher), *_suggestions(matcher)]


def at(vocabulary: Vocabulary, key: str, what: str, fix: str) -> Problem:
    """Place a problem at the line of an intent or slot type, or at the top of the vocabulary for any other key."""
    path, line = vocabulary.lines.get(key, (UTTERANCES, 1))
    return Problem(path, line, key, what, fix)


def _own_intent(vocabulary: Vocabulary, matcher: Matcher) -> Iterator[Problem]:
    """The over-match gate: every sample, its slots filled, is recognised as its own intent."""
    for intent, samples in vocabulary.intents.items():
        for sample in samples:
            said = _filled(vocabulary, intent, sample)
            heard = matcher.match(said).intent
            if heard != intent:
                yield at(vocabulary, intent, f"{said!r} is heard as {heard}", "change the template or its rival")


def _filled(vocabulary: Vocabulary, intent: str, sample: str) -> str:
    """Fill each slot with a value of its type, another one for each slot."""
    taken: Counter[str] = Counter()

    def value(match: re.Match[str]) -> str:
        kind = SLOTS[intent][match[1]]
        values = [v[0] for v in vocabulary.types.get(kind, {"two": ("two",)}).values()]
        taken[kind] += 1
        return values[(taken[kind] - 1) % len(values)]

    return GAP.sub(value, sample)


def _suggestions(matcher: Matcher) -> Iterator[Problem]:
    for text in texts():
        for phrase in SUGGESTED.findall(text.template):
            if matcher.match(phrase).intent == FALLBACK:
                yield text.problem(f"suggests ‘{phrase}’, which is not understood", "add it to the utterances")
