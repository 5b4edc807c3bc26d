"""How an assessment is told: what was heard, what it can mean, what to do now, when it becomes an emergency, a tip."""

from skill.dialogue.reply import Line, prompt
from skill.dialogue.state import State
from skill.rules.questions import Answer
from skill.rules.reminders import reminders_for
from skill.rules.triage import Urgency

# More than three read back do not stay in anyone's head; the rest decided nothing that these did not.
READ_BACK, READ_BACK_UNSURE, READ_BACK_ALARM = 3, 2, 2
# A cry that says nothing of its cause: "help me", "call an ambulance".
UNNAMED = "help"


def emergency_lines(about: tuple[str, ...], unsure: tuple[str, ...] = ()) -> tuple[Line, ...]:
    """Say the emergency: the action first, what was heard, and the number a second time.

    about: what was heard: questions, `question.part` or cries. unsure: questions that were answered with not sure.
    Nothing is named that nobody mentioned, and a part goes before the whole of its question.
    """
    act, means, worse = (Line("outcomes", Urgency.EMERGENCY_NOW.id, field) for field in ("act", "means", "worse"))
    in_part = {name.partition(".")[0] for name in about if "." in name}
    named = tuple(name for name in about if name != UNNAMED and name not in in_part)[:READ_BACK_ALARM]
    if unsure:
        heard = (prompt("heard", about=named[:1]),) if named else ()
        return act, *heard, prompt("heard_unsure", about=unsure[:1]), worse
    return act, prompt("heard", about=named) if named else means, worse


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
