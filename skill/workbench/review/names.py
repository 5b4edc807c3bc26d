"""What the sheet calls things: numbers to point at on paper, the questions' own names, the urgencies in plain words."""

from collections.abc import Iterable

from skill.rules.questions import ASKED, BY_ID, TELLABLE, Answer
from skill.rules.triage import Rule, Urgency
from skill.words.speech import spoken_list
from skill.words.texts import ELSEWHERE, Content

NUMBERS = {
    **{question: f"Q{number}" for number, question in enumerate(ASKED, 1)},
    **{question: f"T{number}" for number, question in enumerate(TELLABLE, 1)},
}
DO = {
    Urgency.EMERGENCY_NOW: "call the emergency number now",
    Urgency.SAME_DAY: "be seen today",
    Urgency.WITHIN_DAYS: "be seen within days",
    Urgency.SELF_CARE: "watch the leg",
}
# What a clinician ticks for a case.
LETTERS = {"emergency_now": "E", "same_day": "T", "within_days": "D", "self_care": "H"}
URGENCIES = tuple(sorted(Urgency, reverse=True))
ANSWERED = {Answer.YES: "yes", Answer.NO: "no", Answer.UNSURE: "not sure"}
KINDS = {"red_flag": "red flag", "sign": "sign", "risk": "what else the doctor must know"}
COUNTRIES = {
    "en-US": "United States",
    "en-GB": "United Kingdom",
    "en-CA": "Canada",
    "en-AU": "Australia",
    "en-IN": "India",
    ELSEWHERE: "elsewhere",
}


def quoted(question: str, content: Content) -> str:
    """Give a question's own name and its number: “swelling” (Q4)."""
    words = content.questions.get(question) or content.told[question]
    return f"“{words.heard}” ({NUMBERS[question]})"


def any_of(questions: Iterable[str], content: Content) -> str:
    """Name questions in the order asked, joined with "or"."""
    wanted = set(questions)
    return spoken_list([quoted(one, content) for one in BY_ID if one in wanted], content.grammar.either)


def in_runs(numbers: Iterable[str]) -> str:
    """List numbers such as Q4, neighbours as one: Q4-Q9, Q12."""
    runs: list[list[str]] = []
    for number in numbers:
        if runs and number == f"{number[0]}{int(runs[-1][-1][1:]) + 1}" and number[0] == runs[-1][-1][0]:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def rule_numbers(rules: tuple[Rule, ...]) -> dict[str, str]:
    """Number the rules in the order in which they are tried."""
    return {rule.id: f"R{number}" for number, rule in enumerate(rules, 1)}


def country(place: str) -> str:
    """Name a place as people do; a locale that is new goes by its own name."""
    return COUNTRIES.get(place, place)
