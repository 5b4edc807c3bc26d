"""What a turn was taken for, in the words of the contract: for whoever tests or watches the skill from outside."""

from skill.dialogue import turns
from skill.dialogue.state import State
from skill.dialogue.turns import Turn
from skill.rules.questions import Answer
from skill.rules.triage import Urgency

NAMES: dict[type, str] = {
    turns.AskedRepeat: "repeat",
    turns.AskedPace: "repeat",
    turns.WentBack: "back",
    turns.Corrected: "back",
    turns.AskedWhy: "why",
    turns.AskedHow: "how",
    turns.AskedWait: "wait",
    turns.AskedHelp: "help",
    turns.Stopped: "stop",
    turns.StartedOver: "startover",
    turns.AskedCheck: "start",
    turns.Launched: "start",
    turns.ForSomeoneElse: "other",
    turns.ForThemselves: "self",
    turns.AskedPrevention: "prevention",
    **dict.fromkeys((turns.AskedReminder, turns.AgreedInPart, turns.DeclinedReminder), "reminder"),
    **dict.fromkeys((turns.AskedScheduled, turns.CancelledScheduled, turns.AskedToCancel), "reminder"),
    **dict.fromkeys(turns.CAME_BACK, "reminder"),
    turns.AskedSources: "sources",
    turns.Thanked: "thanks",
    turns.AskedReadback: "readback",
    turns.AskedSummary: "topic:what_to_tell",
    turns.AskedCard: "topic:send_it",
    turns.AskedProgress: "topic:how_long",
    turns.CriedForHelp: "emergency",
    turns.CriedInDoubt: "emergency?",
}


def taken_for(before: State, turn: Turn, after: State) -> tuple[str, ...]:
    """Name what a turn was taken for; `missed` when for nothing."""
    match turn:
        case turns.Answered(answer):
            return (f"answer:{answer.value}",)
        case turns.WentOn() if before.waiting is None and (before.told is not None or before.reminders):
            return ("answer:yes",)
        case turns.AskedTopic(topic):
            return (f"topic:{topic}",) if topic else ("missed",)
        case turns.Described() if before.told is Urgency.EMERGENCY_NOW and after.told is None:
            return ("back",)
        case turns.Described():
            return _told(before, turn, after) or ("missed",)
        case _:
            return (NAMES.get(type(turn), "missed"),)


def _told(before: State, turn: turns.Described, after: State) -> tuple[str, ...]:
    names = []
    asked = before.asking
    given = after.answers.get(asked) if asked is not None else None
    if turn.answer is not None:
        names.append(f"answer:{turn.answer.value}")
    elif given is not None and given is not before.answers.get(asked or ""):
        names.append(f"answer:{given.value}")
    elif turn.parts:
        names.append("part")
    if turn.signs or turn.unsure or any(before.answers.get(sign, Answer.NO) is not Answer.NO for sign in turn.denied):
        names.append("noted")
    return tuple(names)
