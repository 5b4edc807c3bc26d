"""Turns that edit the answers other than by answering: signs named or denied in passing, corrections, going back."""

from dataclasses import replace

from skill.dialogue.asking import Step
from skill.dialogue.flow import pending, proceed, restart, unanswered
from skill.dialogue.reply import Line, prompt
from skill.dialogue.state import State
from skill.rules.questions import Answer

# "I feel hot", said to "do you feel hot, shivery or confused?", is an answer and no news about the leg.
MEANT_AS = {("unwell", "warmth"): "unwell"}


def described(state: State, signs: tuple[str, ...], denied: tuple[str, ...]) -> Step:
    """Note the signs that were named. A denied sign answers only its own question, and only while that is asked.

    A denied sign that was answered otherwise before is asked again; it is never silently a no.
    """
    asked, after = state.asking, state
    if asked is not None and asked in denied:
        after = after.answered(asked, Answer.NO)
    for sign in denied:
        if after.answers.get(sign, Answer.NO) is not Answer.NO:
            after = after.without(sign)
    signs = tuple(MEANT_AS.get((asked or "", sign), sign) for sign in signs)
    for sign in signs:
        after = after.answered(sign, Answer.YES)
    noted = (prompt("noted", about=signs),) if signs else ()
    if asked is not None and after.answers == state.answers:
        return unanswered(state, *noted or (prompt("to_be_sure"),))
    after = replace(after, started=True, misses=0, doubted=state.doubted and after.asking == asked)
    return proceed(after, *noted, *_more_urgent(state, after))


def _more_urgent(before: State, after: State) -> tuple[Line, ...]:
    """Say at once what outdoes the advice that was told; the person may not stay for the next question."""
    urgency = after.assessment.urgency
    return (Line("outcomes", urgency.id, "remember"),) if before.told is not None and urgency > before.told else ()


def denied_in_passing(state: State) -> Step:
    """Put the pending question once more: what was denied is not what was asked, or not all of it."""
    return proceed(state) if state.asking is None else unanswered(state, prompt("to_be_sure"))


def both_legs(state: State) -> Step:
    """Note that both legs are alike; that is no answer to a question about one leg."""
    if state.asking is not None and state.answers.get("both_or_cramps") is Answer.YES:
        return unanswered(state, prompt("both_noted"))
    return proceed(state.answered("both_or_cramps", Answer.YES), prompt("both_noted"))


def answers_pending(state: State) -> bool:
    """Tell whether "I meant no" is about the question that waits: it was just explained, missed, or is the first."""
    return state.asking is not None and bool(state.doubted or state.misses or not state.given)


def corrected(state: State, answer: Answer, question: str | None) -> Step:
    """Change the answer to the question that was named, or the last answer, and read the change back."""
    if question is None:
        return _last_corrected(state, answer)
    if answer is Answer.NO and question not in state.answers and state.asking is not None:  # a no before its time
        return unanswered(state, prompt("to_be_sure"))
    return _changed(state, question, answer)


def _last_corrected(state: State, answer: Answer) -> Step:
    """A misheard word must not take a sign away, nor change a result: then the last question is asked again."""
    if not state.given:
        return pending(state)
    last, given = state.given[-1]
    if given is answer and state.asking is not None:
        return unanswered(state, prompt("to_be_sure"))
    if state.told is not None or answer is Answer.NO or given is Answer.YES:
        return proceed(state.undone(1), prompt("to_be_sure"))
    return _changed(state, last, answer)


def _changed(state: State, question: str, answer: Answer) -> Step:
    after = state.answered(question, answer)
    return proceed(after, prompt("corrected", about=(question,), answer=answer), *_more_urgent(state, after))


def went_back(state: State, steps: int) -> Step:
    """Undo the last answers and ask again. A red flag that was explained is not recorded yet: that is undone first."""
    if not state.given and not state.doubted:
        return pending(replace(state, misses=0), prompt("first_question"))
    return proceed(state.undone(steps - 1 if state.doubted else steps), prompt("back"))


def someone_else(state: State) -> Step:
    """Speak of the leg as another person's; after a result that is a new check."""
    return _about(state, for_other=True)


def themselves(state: State) -> Step:
    """Speak of the leg as the speaker's own; after a result that is a new check."""
    return _about(state, for_other=False)


def _about(state: State, for_other: bool) -> Step:
    say = prompt("for_other" if for_other else "for_self")
    if state.told is not None:
        return restart(replace(state, for_other=for_other), say)
    if for_other or state.for_other:  # there is one speaker, but "my sister" may be another person than "my mother"
        state = state.about(for_other)
    return proceed(replace(state, started=True, misses=0), say)
