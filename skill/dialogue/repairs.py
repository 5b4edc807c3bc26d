"""Turns that edit the answers other than by answering: corrections, going back, another person, starting over."""

from msgspec.structs import replace

from skill.dialogue.asking import Step, pending_ask
from skill.dialogue.closing import goodbye
from skill.dialogue.flow import pending, proceed, restart, unanswered
from skill.dialogue.reply import Line, Reply, prompt
from skill.dialogue.state import State, Wanted
from skill.rules.questions import BY_ID, Answer, Kind

# More answers than this are not thrown away without asking, unless it was plainly wished.
FEW = 2


def answers_pending(state: State) -> bool:
    """Tell whether "I meant no" is about the question that waits: it was just explained, missed, or is the first."""
    return state.asking is not None and bool(state.doubted or state.misses or not state.given)


def corrected(state: State, answer: Answer, question: str | None) -> Step:
    """Change the answer to the question that was named, or the last answer, and read the change back.

    A sign that was said is never taken away without being asked, and a red flag is changed by its name alone.
    """
    if question is None:
        return _last_corrected(state, answer)
    given = state.answers.get(question)
    if given is None and state.asking is not None and answer is not Answer.YES:  # an answer before its time
        return unanswered(state, prompt("to_be_sure"))
    if given in (Answer.YES, Answer.UNSURE) and answer is Answer.NO:
        return proceed(state.without(question), prompt("to_be_sure"))
    return _changed(state, question, answer)


def _last_corrected(state: State, answer: Answer) -> Step:
    if not state.given:
        return pending(state)
    last, given = state.given[-1]
    if given is answer and state.asking is not None:
        return unanswered(state, prompt("to_be_sure"))
    red = BY_ID[last].kind is Kind.RED_FLAG
    if red or state.told is not None or answer is Answer.NO or given is Answer.YES:
        return proceed(state.undone(1), prompt("to_be_sure"))
    return _changed(state, last, answer)


def _changed(state: State, question: str, answer: Answer) -> Step:
    after = state.answered(question, answer)
    return proceed(after, prompt("corrected", about=(question,), answer=answer), *more_urgent(state, after))


def more_urgent(before: State, after: State) -> tuple[Line, ...]:
    """Say at once what outdoes the advice that was told; the person may not stay for the next question."""
    urgency = after.assessment.urgency
    return (Line("outcomes", urgency.id, "remember"),) if before.told is not None and urgency > before.told else ()


def went_back(state: State, steps: int, question: str | None) -> Step:
    """Undo the last answers and ask again, or ask the question that was named again.

    A red flag that was explained, and a part that was denied, are not recorded yet: they are undone first.
    """
    if question is not None:
        return proceed(state.without(question), prompt("back")) if question in state.answers else pending(state)
    if not state.given and not state.doubted and not state.parts:
        return pending(replace(state, misses=0), prompt("first_question"))
    return proceed(state.undone(steps - 1 if state.doubted or state.parts else steps), prompt("back"))


def wanted(state: State, what: Wanted, plainly: bool) -> Step:
    """Do what would lose answers; when that is more than a few, and it was not plainly said, ask once."""
    loses_all = what == "other" and state.for_other
    if len(state.given) > FEW and state.told is None and (not plainly or loses_all):
        return ask_first(state, what)
    return done(state, what)


def ask_first(state: State, what: Wanted) -> Step:
    """Ask "Are you sure?" before doing what was wanted."""
    asking = replace(state, sure=what, misses=0)
    return asking, Reply((), pending_ask(asking))


def done(state: State, what: Wanted) -> Step:
    """Do what was wanted."""
    state = replace(state, sure=None)
    if what == "startover":
        return restart(state, prompt("start_over"))
    if what == "stop":
        return goodbye(state)
    return _about(state, for_other=what == "other")


def _about(state: State, for_other: bool) -> Step:
    """Speak of the leg as another person's or the speaker's own; after a result that is a new check."""
    say = prompt("for_other" if for_other else "for_self")
    if state.told is not None:
        return restart(replace(state, for_other=for_other), say)
    if for_other or state.for_other:  # there is one speaker, but "my sister" may be another person than "my mother"
        state = state.about(for_other)
    return proceed(replace(state, started=True, misses=0), say)
