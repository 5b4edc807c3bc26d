"""Which question comes next. Pure.

Red flags first, then the three core signs, always. After that only a question whose yes could still raise the
urgency, so that a person with one clear sign is done in seven answers and nobody is asked more than twelve.
"""

from skill.questions import CORE_SIGNS, QUESTIONS, RED_FLAGS, STRONG_SIGNS, Answer, Answers
from skill.triage import Urgency, assess

# "Do you feel hot, shivery or confused?" tells an ill person from a sore leg. Asked of everybody it would find every
# cold, so it waits for something about the legs. Tenderness, which tells little, is not enough: with the risk factors
# that it brings along it would make thirteen questions.
OPENS_UNWELL = (*STRONG_SIGNS, "both_or_cramps")


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


def _worth_asking(question: str, answers: Answers) -> bool:
    return question != "unwell" or any(answers.get(i, Answer.NO) is not Answer.NO for i in OPENS_UNWELL)


def _could_raise(question: str, answers: Answers, reached: Urgency) -> bool:
    return assess({**answers, question: Answer.YES}).urgency > reached
