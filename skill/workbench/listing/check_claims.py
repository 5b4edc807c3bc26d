"""Checks what the store listing claims: the parts that a health skill must state, and words that Amazon refuses."""

import re
from collections.abc import Iterator

from skill.words.yamlfile import Problem, Yaml
from skill.workbench.check.safety import ALLOWED_REASSURANCE, ASKING_ALEXA, REASSURING
from skill.workbench.listing.listing import Case
from skill.workbench.signed import unreviewed

# What the description of every locale must say. The first five are the disclaimer that Amazon demands of a health
# skill, in the description of each locale (as its rejection mail puts it: pastebin.com/7Dne0Ln7).
PARTS = {
    "Leg Check is for information and education only.": r"information and education only",
    "It does not give medical advice or a diagnosis.": r"not give medical advice",
    "It is not a substitute for professional medical advice, diagnosis or treatment.": r"not a substitute for profess",
    "Call {doctor} for medical advice.": r"call (?:a|the|your) [\w ]+ for medical advice",
    "If you think you may have a medical emergency, call your local emergency number at once.": (
        r"emergency,[^.]*\bcall your local emergency number"
    ),
    "It cannot rule out a clot.": r"cannot rule out a clot",
    "This skill cannot call anyone for you.": r"cannot call",
    "No account, no payment and no other equipment.": r"no account",
    "Your answers live only in the session.": r"only in the session",
    "It has no database.": r"no database",
    "Alexa itself keeps what you say in your Alexa voice history.": r"Alexa voice history",
    "A card with the advice is sent to your Alexa app.": r"card [^.]*Alexa app",
    "It is not for children.": r"not for children",
}
# What must not stand in anything that the store shows.
REFUSED = (
    (REASSURING, "reassures, or claims to save lives", "say what to watch for and when to be seen"),
    (ASKING_ALEXA, "tells people to have Alexa call", "she cannot; say: use a phone"),
    (re.compile(r"\balexa skill\b", re.I), "says “Alexa skill”, which Amazon refuses", "write: skill"),
    (
        re.compile(r"\b(?:diagnoses|detects?|tells? you (?:if|whether) you have|finds? out (?:if|whether))\b", re.I),
        "claims to find a clot",
        "say how soon to be seen",
    ),
    (
        re.compile(r"\b(?:cures?|guarantee\w*|accurate|proven|FDA|HIPAA|doctor[- ]approved)\b", re.I),
        "claims what nobody has shown",
        "leave the claim out",
    ),
)
NOT_IN_NAME = re.compile(r"\b(?:alexa|amazon|echo|skill|app)\b", re.IGNORECASE)
# As far as general knowledge of the developer console goes.
SHORTEST_NAME, LONGEST_NAME = 2, 50


def check_claims(case: Case) -> Iterator[Problem]:
    """Check the texts of the store for what they must say and must not say."""
    for rule in (_name, _parts, _reviewed, _refused, _brands):
        yield from rule(case)


def _name(case: Case) -> Iterator[Problem]:
    name = case.listing.shared.name
    if not SHORTEST_NAME <= len(name) <= LONGEST_NAME:
        yield case.problem("name", f"has {len(name)} characters", f"use {SHORTEST_NAME} to {LONGEST_NAME}")
    if found := NOT_IN_NAME.search(name):
        yield case.problem("name", f"holds “{found[0]}”, which Amazon refuses", "leave that word out")


def _parts(case: Case) -> Iterator[Problem]:
    for part, pattern in PARTS.items():
        lacking = [
            name for name, shown in case.pages.items() if not re.search(pattern, shown.description, re.IGNORECASE)
        ]
        if lacking:
            yield case.problem("description", f"does not say in {', '.join(lacking)}: “{part}”", "write that sentence")


def _reviewed(case: Case) -> Iterator[Problem]:
    if ("no clinician has reviewed" in case.listing.shared.description) != unreviewed(case.neutral):
        what = "is wrong about whether a clinician has reviewed the words"
        yield case.problem("description", what, "compare reviewed_by in the content")


def _refused(case: Case) -> Iterator[Problem]:
    numbers = {n for content in case.contents.values() for n in re.findall(r"\d{3,}", content.place.emergency_number)}
    for file, where, text in _shown(case):
        key = ".".join(where)
        for pattern, what, fix in REFUSED:
            if found := pattern.search(ALLOWED_REASSURANCE.sub("", text)):
                yield file.problem(where, key, f"{what}: “{found[0]}”", fix)
        for number in (n for n in sorted(numbers) if re.search(rf"\b{n}\b", text)):
            yield file.problem(where, key, f"names {number}, which differs by country", "say: local emergency number")


def _brands(case: Case) -> Iterator[Problem]:
    """Amazon refuses a skill that seems to belong to somebody else (policy requirements, 1d)."""
    names = {publisher.removeprefix("the ") for publisher in case.neutral.publishers.values()} - {"Amazon"}
    for file, where, text in _shown(case):
        for name in sorted(name for name in names if name[0].isupper() and re.search(rf"\b{re.escape(name)}\b", text)):
            what = f"names {name} as if it stood behind the skill"
            yield file.problem(where, ".".join(where), what, "say: published health guidance")


def _shown(case: Case) -> Iterator[tuple[Yaml, tuple[str, ...], str]]:
    """Give every text that the store shows: its file, its key and itself."""
    for key in ("name", "summary", "description", "updates", "keywords", "example_phrases"):
        value = getattr(case.listing.shared, key)
        yield case.file, (key,), value if isinstance(value, str) else "\n".join(value)
    for locale, own in case.listing.locales.items():
        yield case.own_file, (locale, "keywords"), "\n".join(own.keywords)
