"""How an assessment is told: what was heard, what it can mean, what to do now, when it becomes an emergency, a tip."""

from skill.dialogue.naming import names
from skill.dialogue.reply import Card, Line, prompt
from skill.dialogue.state import State
from skill.rules.circumstances import circumstances
from skill.rules.questions import BY_ID, RED_FLAGS, TELLABLE, Answer, Kind
from skill.rules.reminders import reminders_for
from skill.rules.triage import Urgency

# More than two read back do not stay in anyone's head; the rest decided nothing that these did not.
READ_BACK = 2
# What nobody has, though it was told.
UNSAID = ("child", "elsewhere", "old", "arm")
# A cry that says nothing of its cause: "help me", "call an ambulance".
UNNAMED = "help"
NOTHING_TO_TELL = (prompt("for_doctor_nothing"),)


def emergency_lines(about: tuple[str, ...], unsure: tuple[str, ...] = ()) -> tuple[Line, ...]:
    """Say the emergency: the action first, what was heard, and the number a second time.

    about: what was heard: questions, `question.part` or cries. unsure: questions that were answered with not sure.
    Nothing is named that nobody mentioned, and a part goes before the whole of its question.
    """
    act, means, worse = (Line("outcomes", Urgency.EMERGENCY_NOW.id, field) for field in ("act", "means", "worse"))
    in_part = {name.partition(".")[0] for name in about if "." in name}
    named = _reason(tuple(name for name in about if name != UNNAMED and name not in in_part))
    if unsure:  # it is the red flag in doubt that makes it an emergency
        return act, prompt("heard_unsure", about=unsure[:1]), worse
    return act, prompt("heard", about=named) if named else means, worse


def _reason(named: tuple[str, ...]) -> tuple[str, ...]:
    """Choose what to read back in an alarm: a red flag or a cry is reason enough by itself, signs are so together.

    One leaves time to say it slowly within ten seconds.
    """
    together = [name for name in BY_ID if name not in RED_FLAGS]
    alone = tuple(name for name in named if name.partition(".")[0] not in together)
    return alone[:1] or named[:READ_BACK]


def result_lines(state: State) -> tuple[Line, ...]:
    """Say any other result: the answers that decided it are read back first, one fitting reminder comes last."""
    assessment = state.assessment
    outcome = (_outcome(state, field) for field in ("means", "act", "worse"))
    return (*_heard(state, assessment.because), *outcome, *_tip(state))


def _tip(state: State) -> tuple[Line, ...]:
    """Give one fitting reminder where there is time for tips."""
    urgency = state.assessment.urgency
    if urgency >= Urgency.SAME_DAY:
        return ()
    fitting = reminders_for(state.tips, state.answers, urgency)
    return tuple(Line("reminders", tip, "short") for tip in fitting[:1])


def so_far_lines(state: State) -> tuple[Line, ...]:
    """Say what to do to somebody who leaves before the end; nothing when nothing was heard that needs care."""
    assessment = state.assessment
    if assessment.urgency is Urgency.SELF_CARE:
        return ()
    return (*_heard(state, assessment.because), _outcome(state, "act"))


def result_card(urgency: Urgency) -> Card:
    """Give the card of a result: the advice alone, never an answer."""
    return Card(Line("outcomes", urgency.id, "card_title"), (Line("outcomes", urgency.id, "card"),))


def card_asked_for(state: State) -> Card | None:
    """Give the card that a person has sent to the app: what to tell the doctor, and the advice; None when there is
    nothing to send yet.
    """
    advice = None if state.told is None else result_card(state.told)
    summary = summary_lines(state)
    if summary == NOTHING_TO_TELL:
        return advice
    return Card(prompt("card_doctor"), (*summary, *(advice.text if advice else (prompt("card_urgent"),))))


def summary_lines(state: State, unasked: bool = False) -> tuple[Line, ...]:
    """Say the answers in two sentences to repeat on the phone.

    unasked: nobody asked for them, and others may read along: what is known of the person beside the leg is left out.
    """
    answers = state.answers
    told = tuple(i for i in answers if i not in UNSAID and not (unasked and _is_private(i)))
    clear = names(state, tuple(i for i in told if answers[i] is Answer.YES))
    unsure = names(state, tuple(i for i in told if answers[i] is Answer.UNSURE))
    if not clear and not unsure:
        return NOTHING_TO_TELL
    said = prompt("for_doctor", about=clear) if clear else prompt("for_doctor_unsure", about=unsure)
    return said, prompt("for_doctor_since")


def _is_private(name: str) -> bool:
    return BY_ID[name].kind is Kind.RISK or name in TELLABLE


def remember(state: State) -> Line:
    """Name the parting sentence of the result that was told."""
    return _outcome(state, "remember")


def _outcome(state: State, field: str) -> Line:
    """Name a text of the outcome, in the words for this person."""
    return Line("outcomes", state.assessment.urgency.id, field, special=circumstances(state.counted))


def _heard(state: State, because: tuple[str, ...]) -> tuple[Line, ...]:
    answers = state.counted
    because = tuple(i for i in because if not _is_private(i))
    clear = names(state, tuple(i for i in because if answers[i] is Answer.YES))[:READ_BACK]
    if clear:
        return (prompt("heard", about=clear),)
    unsure = names(state, tuple(i for i in because if answers[i] is Answer.UNSURE))[:1]
    return (prompt("heard_unsure", about=unsure),) if unsure else ()
