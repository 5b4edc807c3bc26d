"""When a question is asked, in plain sentences made from the tables of the interview."""

from skill.rules.interview import AFTER, ALWAYS, CARE, OF_A_CHILD, TOGETHER
from skill.rules.questions import TELLABLE
from skill.words.texts import Content
from skill.workbench.review.names import NUMBERS, any_of

RAISES = "only if a yes could still raise the urgency"


def when_asked(question: str, content: Content) -> str:
    """Say of whom a question is asked.

    question: its id; one of those that are only told will do. content: the questions' own names are taken from it.
    """
    if question in TELLABLE:
        return "Nobody is asked this. It counts when a person tells it, at any time."
    return " ".join([f"{_first(question, content)}.", *_not_asked(question, content)])


def _first(question: str, content: Content) -> str:
    if question in ALWAYS:
        return "Asked of everybody"
    if question not in AFTER:
        later = f", alone or with {any_of(TOGETHER[question], content)}" if question in TOGETHER else ""
        return f"Asked {RAISES}{later}"
    after = f"Asked only after {any_of(AFTER[question], content)} was answered yes or not sure"
    return after if question in CARE else f"{after}, and {RAISES}"


def _not_asked(question: str, content: Content) -> list[str]:
    left_out = [] if question in OF_A_CHILD else ["Not asked about a child."]
    if question == "care" or question in CARE:
        left_out.append(f"Not asked if {any_of(CARE, content)} was told already.")
    return left_out


def when_in_short(question: str) -> str:
    """Say the same in a few words, by numbers, for the flow chart."""
    if question in TELLABLE:
        return "told, never asked"
    if question in ALWAYS:
        return "asked of everybody"
    if question not in AFTER:
        return "asked if it could raise the urgency"
    return f"asked only after {' or '.join(NUMBERS[one] for one in AFTER[question])}"
