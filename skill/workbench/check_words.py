"""Checks every text of the content: plain, short, safe to say, its gaps known, its sources named."""

import datetime as dt
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from skill.content import CONTENT, LANGUAGE, Content
from skill.speech import PLACE_GAPS, Voice
from skill.workbench.plain import HIGHEST_GRADE, LONGEST_SENTENCE, grade, sentences, words
from skill.yamlfile import Problem, Yaml, parse

# A sentence that says or hints that there is no clot, or that there is nothing to do.
REASSURING = re.compile(
    r"(?:do(?:n't| not) have|is not|isn't|no sign of|rules? out|free of) (?:a |any )?(?:blood )?clot"
    r"|all clear|good news|nothing to worry|don't worry|do not worry|you(?:'re| are) (?:fine|safe|okay|ok)|harmless"
    r"|probably (?:nothing|fine)|life-?saving|save your life",
    re.IGNORECASE,
)
ALLOWED_REASSURANCE = re.compile(r"(?:can't|cannot) rule out (?:a |any )?clot", re.IGNORECASE)
ASKING_ALEXA = re.compile(r"alexa,? (?:to )?(?:call|dial)|(?:ask|tell) alexa", re.IGNORECASE)
NEGATIVE = re.compile(r"\b(?:not|no|never|without|\w+n't)\b", re.IGNORECASE)
JARGON = re.compile(r"\b(?:acute|chronic|edema|oedema|erythema|unilateral|bilateral|prognosis|should)\b", re.IGNORECASE)
MEDICAL_TERMS_IN = ("topics",)  # where the plain word stands first and the medical one after it
GAPS = {*PLACE_GAPS, "you", "your", "You", "Your", "you_obj", "signs", "answer", "publishers"}
EXAMPLE = {"signs": "swelling", "answer": "yes", "publishers": "the NHS"}
# Shorter texts have no meaningful grade.
FEWEST_GRADED = 12
REVIEW_EVERY = dt.timedelta(days=365)
NOT_SPOKEN = ("source", "reviewed", "clinician_reviewed", "covers", "corrects")
FILES = ("questions", "outcomes", "dangers", "reminders", "topics", "prompts")


@dataclass(frozen=True)
class Text:
    """One text of the content and where it stands."""

    file: Yaml
    where: tuple[str, ...]
    template: str

    def problem(self, what: str, fix: str) -> Problem:
        """Describe a mistake in this text."""
        return self.file.problem(self.where, ".".join(self.where), what, fix)

    @property
    def section(self) -> str:
        """The file it stands in, without its ending."""
        return self.file.path.stem

    @property
    def field(self) -> str:
        """Its key."""
        return self.where[-1]


def texts(folder: Path = CONTENT / LANGUAGE) -> Iterator[Text]:
    """Give every spoken or shown text of a language."""
    for name in FILES:
        file = parse(folder / f"{name}.yaml")
        for key, value in file.value.items():
            if isinstance(value, str):
                yield Text(file, (key,), value)
                continue
            for field, template in value.items():
                if field not in NOT_SPOKEN and isinstance(template, str):
                    yield Text(file, (key, field), template)


def check_words(content: Content) -> list[Problem]:
    """Check every text, filled for one locale."""
    voice = Voice(content)
    problems: list[Problem] = []
    for text in texts():
        gaps = _unknown_gaps(text)
        problems += gaps or [*_plainness(text, voice), *_safety(text)]
    return problems


def check_sources(content: Content) -> list[Problem]:
    """Check that every source id that is named is known."""
    problems = []
    for name in FILES[:-1]:
        file = parse(CONTENT / LANGUAGE / f"{name}.yaml")
        for key, entry in getattr(content, name).items():
            unknown = [source for source in entry.source if source not in content.publishers]
            fix = "use an id of sources.yaml, or add the source there"
            problems += [file.problem((key, "source"), f"{key}.source", f"{u} is not a source", fix) for u in unknown]
    return problems


def overdue(content: Content, today: dt.date) -> list[str]:
    """Name the clinical texts whose review is more than a year old, and count those no clinician has seen."""
    entries = [(n, i, e) for n in FILES[:-1] for i, e in getattr(content, n).items()]
    late = [
        f"{n}.{i}: last reviewed on {e.reviewed} - review it again"
        for n, i, e in entries
        if today - e.reviewed > REVIEW_EVERY
    ]
    unseen = sum(not entry.clinician_reviewed for _, _, entry in entries)
    return [*late, f"{unseen} of {len(entries)} clinical texts have not been reviewed by a clinician"]


def _unknown_gaps(text: Text) -> list[Problem]:
    try:
        named = [name for _, name, _, _ in string.Formatter().parse(text.template) if name is not None]
    except ValueError as error:
        return [text.problem(f"has a lone brace ({error})", "write {name} with both braces, or leave braces out")]
    fix = f"use one of {', '.join(sorted(GAPS))}"
    return [text.problem(f"has an unknown gap {{{name}}}", fix) for name in named if name not in GAPS]


def _plainness(text: Text, voice: Voice) -> list[Problem]:
    filled = voice.fill(text.template, **EXAMPLE)
    problems = []
    for sentence in sentences(filled) if text.field != "card" else []:
        if len(words(sentence)) > LONGEST_SENTENCE:
            what = f"has a sentence of {len(words(sentence))} words"
            problems.append(text.problem(what, f"make two of it; {LONGEST_SENTENCE} words at most"))
    reading = grade(filled)
    if len(words(filled)) >= FEWEST_GRADED and reading > HIGHEST_GRADE:
        fix = f"use shorter words and sentences; grade {HIGHEST_GRADE:.0f} at most"
        problems.append(text.problem(f"reads at grade {reading:.1f}", fix))
    return problems


def _safety(text: Text) -> list[Problem]:
    template, problems = text.template, []
    if REASSURING.search(ALLOWED_REASSURANCE.sub("", template)):
        problems.append(text.problem("reassures", "say what to watch for and when to be seen"))
    if ASKING_ALEXA.search(template):
        problems.append(text.problem("tells people to have Alexa call", "she cannot; say: use a phone"))
    if re.search(r"\d|%|percent", template):
        problems.append(text.problem("has a figure", "use a gap such as {emergency_number}, or words"))
    if text.section == "questions" and text.field in ("ask", "again") and NEGATIVE.search(template):
        problems.append(text.problem("asks with a negative", "ask so that yes is the worrying answer"))
    if text.section == "questions" and text.field in ("ask", "again") and not template.endswith("?"):
        problems.append(text.problem("is not a question", "end it with a question mark"))
    if JARGON.search(template) and text.section not in MEDICAL_TERMS_IN:
        found = JARGON.search(template)
        problems.append(text.problem(f"uses {found[0] if found else ''!r}", "use a plain word"))
    return problems
