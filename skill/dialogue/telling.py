"""What a person tells in their own words: answers, parts denied, signs named or denied in passing."""

from msgspec.structs import replace

from skill.dialogue.asking import Step
from skill.dialogue.flow import pending, proceed, unanswered
from skill.dialogue.naming import names
from skill.dialogue.repairs import more_urgent
from skill.dialogue.reply import Line, prompt, question
from skill.dialogue.state import State
from skill.dialogue.turns import Described
from skill.rules.questions import ASKED, BY_ID, TELLABLE, Answer, Kind

# What names one of the things that a question joins is its yes.
NAMES_ONE = {"care": ("pregnant", "cancer", "thinners"), "swelling": ("arm",)}
# "I feel hot", said to "do you feel hot, shivery or confused?", is an answer and no news about the leg.
MEANT_AS = {("unwell", "warmth"): "unwell"}


def told(state: State, turn: Described) -> Step:
    """Note what was told: the answer to the question that waits, and what else was named."""
    asked = _question(state)
    after, told_too = noted(state.about(True) if turn.of_other and not state.for_other else state, turn)
    waiting = replace(after, doubted=state.doubted, parts=state.parts) if _question(after) == asked else after
    if turn.answer is not Answer.YES and asked is not None and set(NAMES_ONE.get(asked, ())) & set(turn.signs):
        after = after.answered(asked, Answer.YES)
    elif turn.answer is not None and asked is not None:
        after, explained = answered(waiting, asked, turn.answer)
        if explained:
            return pending(after, *told_too, question(asked, "how"))
    elif turn.parts and asked is not None:
        after = without_parts(waiting, asked, turn.parts)
    else:
        after = waiting
    if state.waiting is not None and after.answers == state.answers and after.parts == state.parts:
        return unanswered(state, *told_too or (prompt("to_be_sure"),))
    return proceed(replace(after, started=True, misses=0), *told_too, *more_urgent(state, after))


def _question(state: State) -> str | None:
    """Give the question that waits; none while "Is that so now?" or "Are you sure?" does."""
    return None if state.now or state.sure else state.asking


def noted(state: State, turn: Described) -> tuple[State, tuple[Line, ...]]:
    """Note what was named beside an answer, and say so.

    A sign that was answered otherwise before and is denied now is asked again; it is never silently a no. A denied sign
    that was not asked yet changes nothing.
    """
    asked, after = _question(state), state
    for sign in turn.denied:
        if sign == asked:
            after = after.answered(sign, Answer.NO)
        elif after.answers.get(sign, Answer.NO) is not Answer.NO:
            after = after.without(sign)
    signs = tuple(MEANT_AS.get((asked or "", sign), sign) for sign in (*turn.signs, *_of_their_own(turn, asked)))
    for sign in signs:
        after = after.answered(sign, Answer.YES)
    for sign in turn.unsure:
        if after.answers.get(sign) is not Answer.YES:
            after = after.answered(sign, Answer.UNSURE)
    heard = tuple(dict.fromkeys((*state.heard, *turn.named)))
    after = replace(after, now=state.now, sure=state.sure, heard=heard)
    if signs:
        named = names(after, signs)
        doors = tuple(Line("told", sign) for sign in signs if sign in TELLABLE)
        return after, (*((prompt("noted", about=named),) if named else ()), *doors[:1])
    return after, (prompt("heard_unsure", about=turn.unsure),) if turn.unsure else ()


def _of_their_own(turn: Described, asked: str | None) -> tuple[str, ...]:
    """Give the named parts of the question that waits that are noted by themselves: "cancer" of "care"."""
    parts = (name.partition(".")[2] for name in turn.named if name.startswith(f"{asked}."))
    return tuple(part for part in parts if part in NAMES_ONE.get(asked or "", ()) and part not in turn.signs)


def answered(state: State, asked: str, answer: Answer) -> tuple[State, bool]:
    """Record the answer to the question that waits.

    A red flag that is not sure is explained first and asked once more, the first time that it happens. Returns the
    state, and whether that is so.
    """
    if answer is Answer.UNSURE and BY_ID[asked].kind is Kind.RED_FLAG and not state.explained:
        return replace(state, doubted=True, explained=True, misses=0, started=True), True
    denied = (part for part in state.parts if part in NAMES_ONE.get(asked, ()) and part in ASKED)
    for part in denied if answer is not Answer.NO else ():
        state = state.answered(part, Answer.NO)
    return state.answered(asked, answer), False


def without_parts(state: State, asked: str, parts: tuple[str, ...]) -> State:
    """Take parts of a question as denied: the rest stays open. All of them are the no."""
    denied = tuple(dict.fromkeys((*state.parts, *parts)))
    if set(denied) >= set(BY_ID[asked].parts):
        return state.answered(asked, Answer.NO)
    return replace(state, parts=denied, misses=0)
