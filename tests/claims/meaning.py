"""What a turn means, all of it in one line, so that a table can say it and nothing that was heard goes unseen."""

from skill.dialogue import turns
from skill.dialogue.turns import Turn


def meaning(turn: Turn) -> str:
    """Name a turn and all that it holds.

    `no +colour +warmth`: a no, and two signs that are there. ?x is perhaps there, -x is not, not:x is a part that is
    denied, =x.y a part that was named. Everything else is the name of its class and what it holds.
    """
    match turn:
        case turns.Answered(answer):
            return answer.value
        case turns.Described():
            return " ".join(_told(turn)) + (" of another" if turn.of_other else "")
        case _:
            held = (getattr(turn, name) for name in turn.__struct_fields__)
            said = (" ".join(value) if isinstance(value, tuple) else str(value) for value in held if value is not None)
            return " ".join((type(turn).__name__, *said)).strip()


def _told(turn: turns.Described) -> list[str]:
    return [
        *([turn.answer.value] if turn.answer else []),
        *(f"+{sign}" for sign in turn.signs),
        *(f"?{sign}" for sign in turn.unsure),
        *(f"-{sign}" for sign in turn.denied),
        *(f"not:{part}" for part in turn.parts),
        *(f"={part}" for part in turn.named),
    ]
