"""Which question comes next. Pure.

Red flags first, then the three core signs, always. After that only a question whose yes could still raise the
urgency, so that a person with one clear sign is done in seven answers and nobody is asked more than twelve.
"""

from collections.abc import Mapping

from skill.rules.questions import CORE_SIGNS, QUESTIONS, RED_FLAGS, RISKS, STRONG_SIGNS, Answer, Answers
from skill.rules.triage import Urgency, assess

# What a later question makes of a sign: a sore spot counts with a risk, any strong sign with a fever. Without this a
# remark in passing, which raises the urgency beforehand, would leave such a sign unasked.
TOGETHER: Mapping[str, tuple[str, ...]] = {"tenderness": RISKS, "colour": ("unwell",), "veins": ("unwell",)}


def next_question(answers: Answers) -> str | None:
    """Choose the question to ask.

    answers: question id -> Answer, so far.
    Returns a question id, or None when nothing that is worth asking would raise the urgency.
    """
    reached = assess(answers).urgency
    if reached is Urgency.EMERGENCY_NOW:
        return None
    for question in QUESTIONS:
        if question.id in answers:
            continue
        if question.id in RED_FLAGS or question.id in CORE_SIGNS:
            return question.id
        if _worth_asking(question.id, answers) and _could_raise(question.id, answers, reached):
            return question.id
    return None


def questions_left(answers: Answers) -> int:
    """Count the questions that are still to come if each is answered no."""
    left = dict(answers)
    while (question := next_question(left)) is not None:
        left[question] = Answer.NO
    return len(left) - len(answers)


def _worth_asking(question: str, answers: Answers) -> bool:
    """Keep "do you feel hot, shivery or confused?" for people with something about the legs: it finds every cold.

    Tenderness, which tells little, is not enough, and leaves no room for it: it brings the risk factors along.
    """
    if question != "unwell":
        return True
    legs = answers.get("both_or_cramps", Answer.NO) is not Answer.NO and answers.get("tenderness") is Answer.NO
    return legs or any(answers.get(sign, Answer.NO) is not Answer.NO for sign in STRONG_SIGNS)


def _could_raise(question: str, answers: Answers, reached: Urgency) -> bool:
    """Tell whether a yes could raise the urgency, by itself or together with a later yes."""
    if assess({**answers, question: Answer.YES}).urgency > reached:
        return True
    later = ({**answers, other: Answer.YES} for other in TOGETHER.get(question, ()) if other not in answers)
    return any(assess({**given, question: Answer.YES}).urgency > assess(given).urgency for given in later)
