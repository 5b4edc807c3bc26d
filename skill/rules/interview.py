"""Which question comes next. Pure.

Red flags first, then the three core signs and how ill the person is, always, and what changes whom to call. Everything
else is asked only if a yes could still raise the urgency: one clear sign is done in eight answers, no to everything in
twelve, and nobody is asked more than fourteen times.
"""

from collections.abc import Mapping

from skill.rules.questions import CORE_SIGNS, QUESTIONS, RED_FLAGS, Answer, Answers
from skill.rules.triage import Urgency, assess

# Asked of everybody.
ALWAYS = (*RED_FLAGS, *CORE_SIGNS, "unwell", "care")
# Asked only after another one that was not a no.
AFTER: Mapping[str, tuple[str, ...]] = {
    "very_ill": ("unwell", "pregnant"),
    "both_new": ("both_or_cramps",),
    "pregnant": ("care",),
}
# An adult's check is not for a child: only what would make it an emergency, and the signs themselves.
OF_A_CHILD = (*RED_FLAGS, *CORE_SIGNS, "unwell", "very_ill")
# Known already if any of these was told.
CARE = ("pregnant", "cancer", "thinners")
# What a later question makes of a sore spot. Without this a remark in passing, which raises the urgency beforehand,
# would leave it unasked.
TOGETHER: Mapping[str, tuple[str, ...]] = {"tenderness": ("both_or_cramps", "care", "kept_still", "past_clot")}


def next_question(answers: Answers) -> str | None:
    """Choose the question to ask.

    answers: question id -> Answer, so far.
    Returns a question id, or None when nothing that is worth asking would raise the urgency.
    """
    reached = assess(answers).urgency
    if reached is Urgency.EMERGENCY_NOW:
        return None
    return next((q.id for q in QUESTIONS if q.id not in answers and _worth_asking(q.id, answers, reached)), None)


def questions_left(answers: Answers) -> int:
    """Count the questions that are still to come if each is answered no."""
    left = dict(answers)
    while (question := next_question(left)) is not None:
        left[question] = Answer.NO
    return len(left) - len(answers)


def _worth_asking(question: str, answers: Answers, reached: Urgency) -> bool:
    if _given(answers, ("child",)) and question not in OF_A_CHILD:
        return False
    if _given(answers, CARE) and question in ("care", "pregnant"):
        return False
    if question in AFTER and not _given(answers, AFTER[question]):
        return False
    return question in ALWAYS or question == "pregnant" or _could_raise(question, answers, reached)


def _given(answers: Answers, questions: tuple[str, ...]) -> bool:
    """Tell whether any of these was answered, and not with no."""
    return any(answers.get(question, Answer.NO) is not Answer.NO for question in questions)


def _could_raise(question: str, answers: Answers, reached: Urgency) -> bool:
    """Tell whether a yes could raise the urgency, by itself or together with a later yes."""
    if assess({**answers, question: Answer.YES}).urgency > reached:
        return True
    later = ({**answers, other: Answer.YES} for other in TOGETHER.get(question, ()) if other not in answers)
    return any(assess({**given, question: Answer.YES}).urgency > assess(given).urgency for given in later)
