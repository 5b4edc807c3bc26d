"""Takes turns without Alexa, and names what is said."""

from skill.dialogue.conversation import step
from skill.dialogue.reply import Line, Reply
from skill.dialogue.state import State
from skill.dialogue.turns import Answered, Launched, Turn
from skill.rules.questions import Answer
from skill.rules.reminders import Tip

NO, YES, UNSURE = Answered(Answer.NO), Answered(Answer.YES), Answered(Answer.UNSURE)
# Some reminders: two to be said today, one for those who sat still, one that fits someone and everybody, and others.
TIPS = (
    *(Tip("wait_safely", ("today",)), Tip("know_signs", ("today", "past_clot", "cancer"))),
    *(Tip("move", ("kept_still",)), Tip("hormones", ("pregnant",)), Tip("walk"), Tip("drink"), Tip("stretch")),
)
# Turns that lead to a moment: the first sign is asked, the fever is, a result was told.
TO_SWELLING: tuple[Turn, ...] = (Launched(), NO, NO, NO)
TO_UNWELL: tuple[Turn, ...] = (*TO_SWELLING, YES, NO, NO)
SAME_DAY: tuple[Turn, ...] = (*TO_UNWELL, NO, NO)
TO_CRAMPS: tuple[Turn, ...] = (Launched(), *[NO] * 10)
WITHIN_DAYS: tuple[Turn, ...] = (*TO_CRAMPS, YES, NO, NO)
SELF_CARE: tuple[Turn, ...] = (*TO_CRAMPS, NO, NO)
ALARM: tuple[Turn, ...] = (Launched(), NO, YES)


def after(*turns: Turn) -> tuple[State, Reply]:
    """Take turns from a fresh session."""
    state, reply = State(tips=TIPS), Reply(())
    for turn in turns:
        state, reply = step(state, turn)
    return state, reply


def names(reply: Reply) -> list[str]:
    """Name what is said, as section.id.field."""
    return [f"{line.section}.{line.id}.{line.field}" for line in reply.say]


def asked(reply: Reply) -> Line:
    """Give the question of a reply, which must have one."""
    assert reply.ask is not None
    return reply.ask.line


def about(reply: Reply, name: str) -> tuple[str, ...]:
    """Give what a prompt of a reply names, in the order said."""
    return tuple(named for line in reply.say if (line.section, line.id) == ("prompts", name) for named in line.about)
