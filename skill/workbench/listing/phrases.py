"""Checks the phrases that the store suggests: "Alexa, ask leg check what is a blood clot" must be understood.

Amazon: [wake word], [launch word] [invocation name] [connecting word] [sample utterance]; the first phrase opens the
skill, the others come from the samples (developer.amazon.com, "Crafting great example phrases"). Here whatever is said
is a sample, so they must stand among the sentences of the model word for word, and keep what they promise.
"""

import re
from collections.abc import Iterator

from skill.dialogue.state import State
from skill.hearing.hear import Hearing
from skill.rules.questions import ASKED
from skill.words.texts import Content
from skill.words.yamlfile import Problem
from skill.workbench.check.heard import SUGGESTED, broken_promise
from skill.workbench.check.states import reachable
from skill.workbench.listing.listing import Case
from skill.workbench.model.models import INVOCATION_NAME, Source

OPENING = re.compile(
    rf"alexa, (?P<launch>open|start|launch|begin|run|use|ask|tell|talk to) {INVOCATION_NAME}(?: (?P<rest>.+))?",
    re.IGNORECASE,
)
# They need something to follow: "Alexa, ask leg check" alone is not finished.
WANT_MORE = ("ask", "tell")
CONNECTING = re.compile(r"^(?:to|for|if|whether|about|that|and) ", re.IGNORECASE)
MOST_PHRASES = 3


def check_phrases(case: Case, source: Source, hearing: Hearing) -> Iterator[Problem]:
    """Check the example phrases, and the phrases in ‘ ’ in the other texts.

    source: what the interaction model is made from. hearing: understands what arrives as words.
    """
    yield from _examples(case, source, hearing)
    anywhere = list(questions_waiting(case.neutral))
    for key in ("description", "testing_instructions"):
        for phrase in dict.fromkeys(SUGGESTED.findall(getattr(case.listing.shared, key))):
            said = (utterances(phrase) or ()) if phrase.lower().startswith("alexa,") else (phrase,)
            if wrong := _misunderstood(said, source, hearing, anywhere):
                yield case.problem(key, *wrong)


def _misunderstood(
    said: tuple[str, ...], source: Source, hearing: Hearing, anywhere: list[State]
) -> tuple[str, str] | None:
    """Tell what is wrong, and what to do, if none of the forms in which a phrase may arrive keeps its promise."""
    found = [
        next(filter(None, (broken_promise(text, source.intents, hearing, state) for state in anywhere)), None)
        for text in said
    ]
    return found[-1] if found and None not in found else None


def questions_waiting(content: Content) -> Iterator[State]:
    """Give a state for each question that can wait, as answers lead to it."""
    found: dict[str, State] = {}
    for state in reachable(content.tips):
        if state.asking is not None and state.asking not in found:
            found[state.asking] = state
            yield state
        if len(found) == len(ASKED):
            return


def _examples(case: Case, source: Source, hearing: Hearing) -> Iterator[Problem]:
    phrases = case.listing.shared.example_phrases
    if not 1 <= len(phrases) <= MOST_PHRASES:
        yield case.problem("example_phrases", f"are {len(phrases)}", f"give one to {MOST_PHRASES}")
    known = {*source.values, *(sample for samples in source.intents.samples.values() for sample in samples)}
    for number, phrase in enumerate(phrases):
        said, where = utterances(phrase), f"example_phrases.{number}"
        if said is None:
            fix = f"begin it with “Alexa, ask {INVOCATION_NAME}”"
            yield case.problem(where, f"“{phrase}” does not open the skill", fix)
        elif (number == 0) != (not said):
            fix = f"put “Alexa, open {INVOCATION_NAME}” first, and only there"
            yield case.problem(where, f"“{phrase}” is in the wrong place", fix)
        elif said and not any(text.lower() in known for text in said):
            fix = "add what is said to `promised` in intents.yaml, with what it must be taken for"
            yield case.problem(where, f"“{phrase}” is no sentence of the interaction model", fix)
        elif wrong := _misunderstood(said, source, hearing, [State(tips=case.neutral.tips)]):
            yield case.problem(where, *wrong)


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
