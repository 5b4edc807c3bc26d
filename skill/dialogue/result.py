"""How an assessment is told: what was heard, what it can mean, what to do now, when it becomes an emergency, a tip."""

from skill.dialogue.reply import Line, prompt
from skill.dialogue.state import State
from skill.rules.questions import Answer
from skill.rules.reminders import reminders_for
from skill.rules.triage import Urgency

# More than three read back do not stay in anyone's head; the rest decided nothing that these did not.
READ_BACK, READ_BACK_UNSURE = 3, 2


# What an answer that makes an emergency points to.
DANGER_OF = {"breathing": "lung", "collapse": "lung", "foot": "leg", "unwell": "infection"}
DANGERS = tuple(dict.fromkeys(DANGER_OF.values()))


def emergency_lines(because: tuple[str, ...]) -> tuple[Line, ...]:
    """Say the emergency: the action first, then the danger, and the number a second time.

    because: the questions that decided the assessment; emergency words alone leave the danger open.
    """
    act, means, worse = (Line("outcomes", Urgency.EMERGENCY_NOW.id, field) for field in ("act", "means", "worse"))
    dangers = (Line("dangers", DANGER_OF[question]) for question in because if question in DANGER_OF)
    return act, next(dangers, means), worse


def result_lines(state: State) -> tuple[Line, ...]:
    """Say any other result: the answers that decided it are read back first, one fitting reminder comes last."""
    assessment = state.assessment
    outcome = (Line("outcomes", assessment.urgency.id, field) for field in ("means", "act", "worse"))
    reminder = Line("reminders", reminders_for(state.answers, assessment.urgency)[0], "short")
    return (*_heard(state, assessment.because), *outcome, reminder)


def so_far_lines(state: State) -> tuple[Line, ...]:
    """Say what to do to somebody who leaves before the end; nothing when nothing was heard that needs care."""
    assessment = state.assessment
    if assessment.urgency is Urgency.SELF_CARE:
        return ()
    return (*_heard(state, assessment.because), Line("outcomes", assessment.urgency.id, "act"))


def _heard(state: State, because: tuple[str, ...]) -> tuple[Line, ...]:
    answers = state.counted
    clear = tuple(i for i in because if answers[i] is Answer.YES)[:READ_BACK]
    unsure = tuple(i for i in because if answers[i] is Answer.UNSURE)[: min(READ_BACK - len(clear), READ_BACK_UNSURE)]
    lines = ((clear, "heard"), (unsure, "heard_unsure"))
    return tuple(prompt(name, about=ids) for ids, name in lines if ids)
