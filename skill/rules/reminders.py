"""Which spoken prevention reminders fit this person, best first. Pure; the reminders themselves are in reminders.yaml.

After "today" and above nothing may compete with being seen: only what to do until then.
"""

from msgspec import Struct

from skill.rules.questions import Answer, Answers
from skill.rules.triage import Urgency

# What a reminder fits that is said to somebody who is to be seen today, and to them or those it fits alone.
TODAY = "today"


class Tip(Struct, frozen=True):
    """A reminder that there is. fits: the questions whose answers bring it to the front, or `today`."""

    id: str
    fits: tuple[str, ...] = ()


def reminders_for(tips: tuple[Tip, ...], answers: Answers, urgency: Urgency) -> tuple[str, ...]:
    """Choose reminders.

    tips: all that there are, in the order of the store. answers: question id -> answer. urgency: what they come to.
    Returns reminder ids, the most fitting first (an answer other than no to what they fit); none in an emergency.
    """
    if urgency is Urgency.EMERGENCY_NOW:
        return ()
    if urgency is Urgency.SAME_DAY:
        return tuple(tip.id for tip in tips if TODAY in tip.fits)
    fitting = [tip.id for tip in tips if any(answers.get(one, Answer.NO) is not Answer.NO for one in tip.fits)]
    general = [tip.id for tip in tips if TODAY not in tip.fits]
    return tuple(dict.fromkeys([*fitting, *general]))
