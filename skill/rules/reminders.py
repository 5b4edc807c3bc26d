"""Which spoken prevention reminders fit this person, best first. Pure; the words are in reminders.yaml.

After "today" and above nothing may compete with being seen: only what to do until then.
"""

from skill.rules.questions import Answer, Answers
from skill.rules.triage import Urgency

WHILE_WAITING = ("wait_safely", "know_signs")
GENERAL = ("walk", "early_help", "drink", "smoking", "weight", "stockings", "stretch", "hormones", "operation")
# An answer other than "no" brings these to the front.
FITTING = {
    "kept_still": ("move", "operation"),
    "past_clot": ("know_signs",),
    "cancer": ("know_signs",),
    "pregnant": ("hormones",),
}
REMINDERS = tuple(
    dict.fromkeys([*WHILE_WAITING, "move", *GENERAL, *(r for fitting in FITTING.values() for r in fitting)])
)


def reminders_for(answers: Answers, urgency: Urgency) -> tuple[str, ...]:
    """Choose reminders.

    answers: question id -> answer. urgency: what they come to.
    Returns reminder ids without repeats, the most fitting first; none in an emergency.
    """
    if urgency is Urgency.EMERGENCY_NOW:
        return ()
    if urgency is Urgency.SAME_DAY:
        return WHILE_WAITING
    fitting = [
        reminder
        for question, reminders in FITTING.items()
        if answers.get(question, Answer.NO) is not Answer.NO
        for reminder in reminders
    ]
    return tuple(dict.fromkeys([*fitting, "move", *GENERAL]))
