"""Which answers make a circumstance, in words: found by asking skill/rules/circumstances.py about answers."""

from collections.abc import Iterator
from itertools import groupby

from skill.rules.circumstances import Circumstance, circumstances
from skill.rules.questions import BY_ID, Answer
from skill.words.texts import Content
from skill.workbench.review.names import ANSWERED, any_of

Said = tuple[str, Answer]


def when_special(name: Circumstance, content: Content) -> str:
    """Say when a circumstance is given: the answers that make it, and those that take it away again."""
    made = [said for said in _all() if name in circumstances(dict([said]))]
    if not made:
        pairs = [(one, no) for one in _all() for no in _all(Answer.NO) if name in circumstances(dict([one, no]))]
        return "; or ".join(f"{_says([one], content)} and {_says([no], content)}" for one, no in pairs)
    lost = [
        question
        for question in BY_ID
        if question not in dict(made) and name not in circumstances(dict([made[0], (question, Answer.YES)]))
    ]
    unless = f", unless {any_of(lost, content)} is" if lost else ""
    return f"{_says(made, content)}{unless}"


def _all(*answers: Answer) -> Iterator[Said]:
    return ((question, answer) for question in BY_ID for answer in answers or (Answer.YES, Answer.UNSURE))


def _says(made: list[Said], content: Content) -> str:
    """Name questions with their answers; those that are answered alike together."""
    alike: dict[str, list[str]] = {}
    for question, said in groupby(made, key=lambda one: one[0]):
        alike.setdefault(" or ".join(ANSWERED[answer] for _, answer in said), []).append(question)
    return "; or ".join(f"{any_of(questions, content)} is {answered}" for answered, questions in alike.items())
