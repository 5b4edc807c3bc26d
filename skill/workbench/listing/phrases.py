"""Checks the phrases that the store suggests: "Alexa, ask leg check what is a blood clot" must reach an intent.

Amazon: [wake word], [launch word] [invocation name] [connecting word] [sample utterance]; the first phrase opens the
skill, the others come from the samples (developer.amazon.com, "Crafting great example phrases").
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from skill.words.yamlfile import Problem
from skill.workbench.check.heard import SUGGESTED
from skill.workbench.ear.matcher import FALLBACK, Matcher
from skill.workbench.listing.listing import Case
from skill.workbench.model.models import INVOCATION_NAME

OPENING = re.compile(
    rf"alexa, (?P<launch>open|start|launch|begin|run|use|ask|tell|talk to) {INVOCATION_NAME}(?: (?P<rest>.+))?",
    re.IGNORECASE,
)
# They need something to follow: "Alexa, ask leg check" alone is not finished.
WANT_MORE = ("ask", "tell")
# A word of a sample, or the values that can stand in a slot of it.
Word = str | frozenset[tuple[str, ...]]
CONNECTING = re.compile(r"^(?:to|for|if|whether|about|that|and) ", re.IGNORECASE)


MOST_PHRASES = 3


def check_phrases(case: Case, model: Mapping[str, Any]) -> Iterator[Problem]:
    """Check the example phrases, and the phrases in ‘ ’ in the other texts.

    model: the interaction model that they must fit.
    """
    try:
        matcher = Matcher(model)
    except (KeyError, TypeError):  # its own check says what is wrong with it
        fix = "repair the utterances first"
        yield case.problem("example_phrases", "cannot be checked, because the interaction model is faulty", fix)
        return
    yield from _examples(case, matcher, Samples(model))
    for key in ("description", "testing_instructions"):
        for phrase in dict.fromkeys(SUGGESTED.findall(getattr(case.listing.shared, key))):
            said = (utterances(phrase) or ()) if phrase.lower().startswith("alexa,") else (phrase,)
            if utterances(phrase) != () and all(matcher.match(text).intent == FALLBACK for text in said):
                yield case.problem(key, f"suggests ‘{phrase}’, which is not understood", "add it to the utterances")


def _examples(case: Case, matcher: Matcher, samples: "Samples") -> Iterator[Problem]:
    phrases = case.listing.shared.example_phrases
    if not 1 <= len(phrases) <= MOST_PHRASES:
        yield case.problem("example_phrases", f"are {len(phrases)}", f"give one to {MOST_PHRASES}")
    for number, phrase in enumerate(phrases):
        said, where = utterances(phrase), f"example_phrases.{number}"
        if said is None:
            fix = f"begin it with “Alexa, ask {INVOCATION_NAME}”"
            yield case.problem(where, f"“{phrase}” does not open the skill", fix)
        elif (number == 0) != (not said):
            fix = f"put “Alexa, open {INVOCATION_NAME}” first, and only there"
            yield case.problem(where, f"“{phrase}” is in the wrong place", fix)
        elif said and not any(text in samples and matcher.match(text).intent != FALLBACK for text in said):
            fix = "use the words of a sample, or add them to the utterances"
            yield case.problem(where, f"“{phrase}” is no sample of the interaction model", fix)


def utterances(phrase: str) -> tuple[str, ...] | None:
    """Take the opening off a phrase.

    Returns what may reach the skill, with and without the connecting word; nothing for a plain opening; None when
    the phrase has no opening that Alexa knows.
    """
    opened = OPENING.fullmatch(phrase)
    if opened is None or (opened["rest"] is None and opened["launch"].lower() in WANT_MORE):
        return None
    if opened["rest"] is None:
        return ()
    return tuple(dict.fromkeys((opened["rest"], CONNECTING.sub("", opened["rest"]))))


class Samples:
    """The sample utterances of an interaction model, with every value of every slot."""

    def __init__(self, model: Mapping[str, Any]) -> None:
        language = model["interactionModel"]["languageModel"]
        values = {kind["name"]: set(_values(kind)) for kind in language["types"]}
        self._shapes: set[tuple[Word, ...]] = set()
        for intent in language["intents"]:
            slots = {f"{{{slot['name']}}}": frozenset(values.get(slot["type"], ())) for slot in intent.get("slots", [])}
            self._shapes |= {tuple(slots.get(word, word) for word in text.split()) for text in intent["samples"]}

    def __contains__(self, text: str) -> bool:
        """Tell whether a text is word for word a sample."""
        words = _split(text)
        return any(_fits(shape, words) for shape in self._shapes)


def _values(kind: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for entry in kind["values"]:
        for value in (entry["name"]["value"], *entry["name"].get("synonyms", [])):
            yield _split(value)


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.lower().replace("’", "'").split())


def _fits(shape: tuple[Word, ...], words: tuple[str, ...]) -> bool:
    if not shape or not words:
        return not shape and not words
    head, rest = shape[0], shape[1:]
    if isinstance(head, str):
        return head == words[0] and _fits(rest, words[1:])
    ends = range(1, len(words) + 1)
    return any(words[:end] in head and _fits(rest, words[end:]) for end in ends)
