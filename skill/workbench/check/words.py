"""Checks every text of the content: plain, short, its gaps known, nothing in it that is not said, its sources named."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from skill.words.near import advice
from skill.words.speech import PLACE_GAPS, Voice
from skill.words.texts import CONTENT, LANGUAGE, Content, Person
from skill.words.yamlfile import Problem, parse
from skill.workbench.check.safety import check_safety
from skill.workbench.check.texts import EXAMPLE, SOURCED, Text, texts, wrong_gap
from skill.workbench.plain import FEWEST_GRADED, HIGHEST_GRADE, LONGEST_SENTENCE, measure, sentences, words
from skill.workbench.signed import clinical, standing

WORD = r"\w*"
# What a person may not know, and the plain word for it.
JARGON = {
    re.compile(rf"\b{re.escape(word).replace(re.escape('*'), WORD)}\b", re.IGNORECASE): plain
    for word, plain in parse(Path(__file__).with_name("jargon.yaml")).value.items()
}
MEDICAL_TERMS_IN = ("topics",)  # where the plain word stands first and the medical one after it
GAPS = {*PLACE_GAPS, *Person.__struct_fields__, *EXAMPLE}
# What a voice would not say, or say aloud: brackets, stars, markup, emoji, an underscore outside a gap.
UNSAYABLE = re.compile(r"[^\w\s.,:;?!'’‘-]|_")
GAP = re.compile(r"\{\w+\}")
DISAGREEING = re.compile(r"\b(?:does|is|was|has) \{you\}|\{you\} (?:is|was|has|does)\b", re.IGNORECASE)
# The article that the skill was asked for, and our own notes: no medical claim rests on them.
NO_CLAIM = ("ARTICLE", "NOTES")
# Read in the app, where a list is easier to follow.
READ = ("card", "card_urgent")
# A reminder that is said with the result.
LONGEST_SHORT = 14
# A grade tells little of a short text, but long words show in it all the same.
FEWEST_OF_SHORT, HIGHEST_OF_SHORT = 5, 8.0
REVIEW_EVERY = dt.timedelta(days=365)


def check_words(contents: Sequence[Content], root: Path = CONTENT) -> list[Problem]:
    """Check every text, by itself and filled for each locale."""
    voices = [Voice(content) for content in contents]
    problems: list[Problem] = []
    for text in texts(root):
        if wrong := _gaps(text):
            problems += wrong
            continue
        problems += [*check_safety(text), *_sayable(text)]
        for filled in dict.fromkeys(voice.fill(text.template, **EXAMPLE) for voice in voices):
            problems += _plainness(text, filled)
    return problems


def check_sources(content: Content, today: dt.date, root: Path = CONTENT) -> list[Problem]:
    """Check that every source that is named is known, and that no review lies in the future."""
    problems = []
    for name in SOURCED:
        file = parse(root / LANGUAGE / f"{name}.yaml")
        for key, entry in getattr(content, name).items():
            unknown = [source for source in entry.source if source not in content.publishers]
            problems += [
                file.problem(
                    (key, "source"),
                    f"{key}.source",
                    f"{one} is not a source",
                    advice(one, content.publishers, "add it to sources.yaml"),
                )
                for one in unknown
            ]
            fix = "name a public source that says it, or say something else"
            problems += [
                file.problem((key, "source"), f"{key}.source", f"{source} carries no claim", fix)
                for source in entry.source
                if source in NO_CLAIM
            ]
            if entry.reviewed > today:
                what, fix = "lies in the future", "write the day that the text was last reviewed"
                problems.append(file.problem((key, "reviewed"), f"{key}.reviewed", what, fix))
    return problems


def overdue(content: Content, today: dt.date) -> list[str]:
    """Name what was last reviewed or checked more than a year ago, and count the texts no clinician has signed."""
    entries = clinical(content)
    late = [
        f"{key}: last reviewed on {entry.reviewed} - review it again"
        for key, entry in entries.items()
        if today - entry.reviewed > REVIEW_EVERY
    ]
    if today - content.place.checked > REVIEW_EVERY:
        late.append(f"{content.locale}: number last checked on {content.place.checked} - check it again")
    stands = {key: standing(entry) for key, entry in entries.items()}
    if lapsed := [key for key, how in stands.items() if how == "lapsed"]:
        late.append(f"the sign-off of {', '.join(lapsed)} has lapsed: the words have changed since")
    unseen = sum(how != "signed" for how in stands.values())
    if unseen:
        late.append(f"{unseen} of {len(entries)} clinical texts have not been reviewed by a clinician")
    return late


def _gaps(text: Text) -> list[Problem]:
    own = {"prompts": set(EXAMPLE), "screen": set(EXAMPLE), "scheduled": {"when"}}.get(text.section, set())
    wrong = wrong_gap(text.template, GAPS - set(EXAMPLE) | own)
    return [text.problem(*wrong)] if wrong else []


def _sayable(text: Text) -> Iterator[Problem]:
    if found := UNSAYABLE.search(GAP.sub("", text.template)):
        fix = "write words only; a gap stands in braces, such as {doctor}"
        yield text.problem(f"has a mark that cannot be said: {found[0]}", fix)
    if DISAGREEING.search(text.template):
        yield text.problem("does not agree with {you}, which is also “they”", "write do, are, were or have")
    for word, plain in JARGON.items():
        if text.section not in MEDICAL_TERMS_IN and (said := word.search(text.template)):
            yield text.problem(f"uses “{said[0]}”", f"use a plain word: {plain}")
    if text.where[-1:] == ("short",) and len(words(text.template)) > LONGEST_SHORT:
        what = f"has {len(words(text.template))} words"
        yield text.problem(what, f"{LONGEST_SHORT} at most: it is said with the result")


def _plainness(text: Text, filled: str) -> Iterator[Problem]:
    for sentence in sentences(filled) if text.field not in READ else []:
        if len(words(sentence)) > LONGEST_SENTENCE:
            what = f"has a sentence of {len(words(sentence))} words"
            yield text.problem(what, f"make two of it; {LONGEST_SENTENCE} words at most")
    whole = measure(filled)
    highest = HIGHEST_GRADE if whole.words >= FEWEST_GRADED else HIGHEST_OF_SHORT
    if whole.words >= FEWEST_OF_SHORT and text.field not in ("about", "card_title") and whole.grade > highest:
        yield text.problem(
            f"reads at grade {whole.grade:.1f}", f"use shorter words and sentences; grade {highest:.0f} at most"
        )
