"""Checks that no text reassures, delays or names a wrong number, and that none loses what it must say."""

import re
from collections.abc import Iterator, Mapping

from skill.rules.questions import BY_ID
from skill.words.yamlfile import Problem
from skill.workbench.check.texts import Text

# A sentence that says or hints that there is no clot, or that there is nothing to do.
REASSURING = re.compile(
    r"(?:do(?:n't| not) have|is not|isn't|no sign of|rules? out|free of) (?:a |any )?(?:blood )?clot"
    r"|all clear|good news|nothing (?:to worry|serious|wrong)|don't worry|do not worry|you can relax"
    r"|you(?:'re| are|'ll be| will be) (?:fine|safe|okay|ok|all right)|harmless|life-?saving|save your life"
    r"|(?:probably|simply|sounds like|simple|only a|just a) (?:nothing|fine|a (?:simple )?cramp|cramp)"
    r"|no need to (?:see|call|worry|be seen)",
    re.IGNORECASE,
)
ALLOWED_REASSURANCE = re.compile(r"(?:can't|cannot) rule out (?:a |any )?clot", re.IGNORECASE)
DELAYING = re.compile(
    r"\bwait (?:a|until|and see|for a|some)\b|when(?:ever)? convenient|if you have time|no (?:rush|hurry)"
    r"|see how it goes",
    re.IGNORECASE,
)
ASKING_ALEXA = re.compile(r"alexa,? (?:to )?(?:call|dial)|(?:ask|tell) alexa", re.IGNORECASE)
DIGIT = "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)"
# Also a number in words: "nine one one", "triple nine".
FIGURE = re.compile(rf"\d|%|percent|\b{DIGIT} {DIGIT} {DIGIT}\b|\b(?:double|triple) {DIGIT}\b", re.IGNORECASE)
# A second verb asks a second thing: "is it sore, and do you bruise".
VERB = "(?:do|does|did|is|are|was|were|has|have|can)"
TWO_THINGS = re.compile(rf"\b{VERB}\b.*(?:,| and| or) (?:and |or )?{VERB} ", re.IGNORECASE)
NEGATIVE = re.compile(r"\b(?:not|no|never|neither|without|\w+n't)\b", re.IGNORECASE)
UNSAFE = (
    (REASSURING, "reassures", "say what to watch for and when to be seen"),
    (DELAYING, "tells people to wait", "say how soon to be seen"),
    (ASKING_ALEXA, "tells people to have Alexa call", "she cannot; say: use a phone"),
)
DIAGNOSIS, NO_CLEARANCE = "not a diagnosis", "cannot rule out a clot"
# File, entry, field (or prompt): what stands in it, word for word, however it is put.
MUST_SAY: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("outcomes", "emergency_now", "act"): ("{emergency_number}",),
    ("outcomes", "emergency_now", "worse"): ("{emergency_repeated}",),
    ("outcomes", "emergency_now", "remember"): ("{emergency_number}",),
    ("outcomes", "emergency_now", "card_title"): ("{emergency_number}",),
    ("outcomes", "emergency_now", "card"): ("{emergency_number}", DIAGNOSIS),
    ("outcomes", "same_day", "act"): ("{see_today}", "{emergency_department}"),
    ("outcomes", "same_day", "worse"): ("{emergency_repeated}",),
    ("outcomes", "same_day", "remember"): ("today",),
    ("outcomes", "same_day", "card"): ("{see_today}", "{emergency_number}", DIAGNOSIS),
    ("outcomes", "within_days", "means"): (NO_CLEARANCE,),
    ("outcomes", "within_days", "act"): ("{see_soon}",),
    ("outcomes", "within_days", "worse"): ("{emergency_repeated}",),
    ("outcomes", "within_days", "card"): ("{see_soon}", "{emergency_number}", DIAGNOSIS),
    ("outcomes", "self_care", "means"): (NO_CLEARANCE,),
    ("outcomes", "self_care", "worse"): ("{emergency_repeated}",),
    ("outcomes", "self_care", "card"): ("{emergency_number}", "cannot rule out a clot", DIAGNOSIS),
    ("prompts", "welcome"): (DIAGNOSIS,),
    ("prompts", "disclaimer"): (DIAGNOSIS,),
    ("prompts", "help"): ("{emergency_number}",),
    ("prompts", "goodbye"): ("{emergency_number}",),
    ("prompts", "unknown"): ("{emergency_number}",),
    ("prompts", "failure"): ("{emergency_number}",),
    ("prompts", "in_doubt"): ("{emergency_number}",),
    ("prompts", "card_urgent"): ("{emergency_number}", DIAGNOSIS),
    ("prompts", "other_language"): ("{emergency_number}",),
    ("prompts", "lost_advice"): ("today", "{emergency_number}"),
}


def unsafe(template: str) -> Iterator[tuple[str, str]]:
    """Find what must not be said to anybody: what is wrong with it, and what to say instead."""
    said = ALLOWED_REASSURANCE.sub("", template)
    yield from ((what, fix) for pattern, what, fix in UNSAFE if pattern.search(said))


def check_safety(text: Text) -> Iterator[Problem]:
    """Check one text."""
    template = text.template
    for what, fix in unsafe(template):
        yield text.problem(what, fix)
    if FIGURE.search(template):
        yield text.problem("has a figure", "use a gap such as {emergency_number}, or words")
    if text.section == "questions" and text.field == "heard" and NEGATIVE.search(template):
        yield text.problem("names a sign with a negative", "name what is there: people hear it after “I heard”")
    if text.section == "questions" and text.field in ("ask", "again"):
        if NEGATIVE.search(template):
            yield text.problem("asks with a negative", "ask so that yes is the worrying answer")
        if TWO_THINGS.search(template) and not BY_ID[text.where[0]].parts:
            yield text.problem("asks two things in one", "ask one; an engineer can make parts of it")
        is_part = len(text.where) > 2  # asked after "And", with others
        if not is_part and (template.count("?") != 1 or not template.endswith("?")):
            yield text.problem("is not one question", "end it with a question mark, and use no other")
    for part in MUST_SAY.get((text.section, *text.where), ()):
        if part not in template:
            yield text.problem(f"does not say {part!r}", "write it in: nobody may miss it")
