"""Which question comes next. Pure.

Red flags first, then the three core signs, always. After that only a question whose yes could still raise the
urgency, so that a person with one clear sign is done in seven answers and nobody is asked more than twelve.
"""

from skill.questions import CORE_SIGNS, QUESTIONS, RED_FLAGS, Answer, Answers
from skill.triage import Urgency, assess

# A question that is only worth asking once one of these was not answered "no". Somebody without lasting pain has no
# unbearable pain. Feeling hot or confused tells an infected leg from an ill person; with lasting pain alone the pain
# itself is asked about instead, because one clear sign must not take more than seven answers.
WORTH_ASKING_AFTER = {
    "severe_pain": ("pain",),
    "unwell": ("swelling", "warmth", "colour", "veins", "both_or_cramps"),
}


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
    after = WORTH_ASKING_AFTER.get(question)
    return after is None or any(answers.get(i, Answer.NO) is not Answer.NO for i in after)


def _could_raise(question: str, answers: Answers, reached: Urgency) -> bool:
    return assess({**answers, question: Answer.YES}).urgency > reached
