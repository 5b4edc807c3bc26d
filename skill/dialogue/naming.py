"""What answers are called when they are read back: a part that was named goes before its question. Pure."""

from skill.dialogue.state import State
from skill.rules.questions import BY_ID, Answer, Answers

# Asked only to tell which of several things a yes was for: when it is a no, it tells nothing.
WHICH = {"pregnant": "care"}
# Left out where one of these says it more closely.
CLOSER = {"care": ("pregnant", "cancer", "thinners"), "both_or_cramps": ("both_new",), "unwell": ("very_ill",)}
# Told as well when the question that asks for several is a no.
WITH = {"care": ("pregnant", "care")}


def names(state: State, questions: tuple[str, ...]) -> tuple[str, ...]:
    """Name what was answered.

    questions: ids that were answered alike. Returns ids and `question.part`, without what says the same twice.
    """
    answers = state.counted
    named: list[str] = []
    for question in questions:
        parts = tuple(name for name in state.heard if name.startswith(f"{question}.") and question in BY_ID)
        if answers.get(question) is Answer.NO:
            named += () if question in WHICH else WITH.get(question, (question,))
        elif any(answers.get(closer) is Answer.YES for closer in CLOSER.get(question, ())):
            continue
        else:
            named += parts or (_left(question, answers),)
    return tuple(dict.fromkeys(named))


def _left(question: str, answers: Answers) -> str:
    """Name a question by the parts that no closer answer denied: never "a pregnancy" after a no to one."""
    closer = CLOSER.get(question, ())
    denied = {part for part in BY_ID[question].parts if part in closer and answers.get(part) is Answer.NO}
    left = (part for part in BY_ID[question].parts if part not in denied)
    return ".".join((question, *left)) if denied else question
