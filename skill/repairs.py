"""Turns that edit the answers other than by answering: signs named or denied in passing, corrections, going back."""

from dataclasses import replace

from skill.closing import Step
from skill.flow import pending, proceed
from skill.questions import Answer
from skill.reply import prompt
from skill.state import State


def described(state: State, signs: tuple[str, ...], denied: tuple[str, ...]) -> Step:
    """Note the signs that were named. A denied sign answers only its own question, and only while that is asked.

    A denied sign that was answered otherwise before is asked again; it is never silently a no.
    """
    asked, after = state.asking, state
    if asked in denied and state.started and asked is not None:
        after = after.answered(asked, Answer.NO)
    for sign in denied:
        if after.answers.get(sign, Answer.NO) is not Answer.NO:
            after = after.without(sign)
    for sign in signs:
        after = after.answered(sign, Answer.YES)
    after = replace(after, started=True, misses=0, doubted=state.doubted and after.asking == asked)
    if signs:
        return proceed(after, prompt("noted", about=signs))
    return proceed(after) if asked in denied else denied_in_passing(after)


def denied_in_passing(state: State) -> Step:
    """Put the pending question once more: what was denied is not what was asked, or not all of it."""
    heard = replace(state, started=True, misses=0)
    return proceed(heard) if heard.asking is None else proceed(heard, prompt("to_be_sure"))


def both_legs(state: State) -> Step:
    """Note that both legs are alike; that is no answer to a question about one leg."""
    return proceed(state.answered("both_or_cramps", Answer.YES), prompt("both_noted"))


def corrected(state: State, answer: Answer, sign: str | None) -> Step:
    """Change the answer about a sign, or the last answer given, and read the change back."""
    changed = sign or (state.given[-1][0] if state.given else None)
    if changed is None:
        return pending(state, prompt("to_be_sure"))
    return proceed(state.answered(changed, answer), prompt("corrected", about=(changed,), answer=answer))


def went_back(state: State, steps: int) -> Step:
    """Undo the last answers and ask again. A red flag that was explained is not recorded yet: that is undone first."""
    if not state.given and not state.doubted:
        return pending(replace(state, misses=0), prompt("first_question"))
    return proceed(state.undone(steps - 1 if state.doubted else steps), prompt("back"))


def someone_else(state: State) -> Step:
    """Speak of the leg as another person's; after a result that is a new check."""
    if state.told is not None:
        state = state.restarted()
    return proceed(replace(state, started=True, misses=0, for_other=True), prompt("for_other"))
