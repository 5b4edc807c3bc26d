"""What is said of a reminder: only a plain yes agrees to the proposed time, and some wishes cannot be had. Pure.

A reminder is a promise, so the words that agree are a list of their own ("agreeing"): what is left over beside them, a
time, a day, a person, a but, is no yes.
"""

from msgspec import structs

from skill.dialogue import turns
from skill.dialogue.turns import Turn
from skill.hearing.reading import Reading
from skill.rules.questions import Answer


def of_reminder(reading: Reading, turn: Turn, meant: Turn, proposed: bool) -> Turn:
    """Say what a sentence is where a reminder is proposed, or asked for.

    turn: what it was taken for otherwise. meant: the question of the person's own in it, if there is one.
    """
    if proposed and _agrees(reading, turn):
        return turns.Answered(Answer.YES)
    if isinstance(turn, turns.AskedReminder):
        return _wanted(reading, turn)
    if turn == turns.Answered(Answer.NO):
        return _refused(reading, turn) if proposed else turn
    is_yes = turn in (turns.Answered(Answer.YES), turns.Described(answer=Answer.YES))
    if not proposed or not (is_yes or isinstance(turn, turns.Missed | turns.AskedTopic)):
        return turn
    other_time = bool(reading.places("another_time"))
    if isinstance(meant, turns.AskedTopic) and _left(reading, "agreeing", "another_time", "small"):
        return meant
    return turns.AgreedInPart(other_time) if is_yes or other_time else turn


def _agrees(reading: Reading, turn: Turn) -> bool:
    """Tell whether it is a plain yes; "remind me" alone may be the beginning of another wish."""
    beside = _wish(reading) if isinstance(turn, turns.AskedReminder) else frozenset[int]()
    return bool(reading.places("agreeing") - beside) and not _left(reading, "agreeing")


def _refused(reading: Reading, turn: Turn) -> Turn:
    """Say whether a no is none to a reminder as such: "no, at five"; or perhaps no no at all: "that's fine".

    Who speaks of themselves gives a reason: "no, I am going there at five".
    """
    if reading.places("another_time") and not reading.places("own_person"):
        return turns.AgreedInPart(otherwise=True)
    is_either = reading.places("either_way") and not _left(reading, "either_way")
    return turns.AgreedInPart() if is_either else turn


def _wanted(reading: Reading, turn: turns.AskedReminder) -> Turn:
    """Say what reminder is wanted: on workdays in any order of the words, or one that cannot be had."""
    on_workdays = bool(reading.places("workdays"))
    if on_workdays and turn.purpose in (None, "move"):
        turn = structs.replace(turn, purpose="move", workdays=True)
    left = _left(reading, "agreeing", "small", "ours", "workdays") - _wish(reading)
    other_time = reading.places("another_time") - reading.places("ours")
    return structs.replace(turn, otherwise=bool(left or other_time or (on_workdays and not turn.workdays)))


def _wish(reading: Reading) -> frozenset[int]:
    """Give the places of the words that wish for something."""
    return frozenset[int]().union(*(one.words for one in reading.phrases.get("wish", ())))


def _left(reading: Reading, *names: str) -> frozenset[int]:
    """Give the places of the words that stand in none of these lists and are no filler."""
    return frozenset(range(len(reading.words))) - reading.places("filler", *names)
