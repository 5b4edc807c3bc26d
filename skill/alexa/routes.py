"""The routing table: which intent is which turn."""

from collections.abc import Callable, Mapping

from skill.dialogue import turns
from skill.dialogue.turns import Turn
from skill.rules.questions import BY_ID, RISKS, SIGNS, Answer

# Slot name -> the id that entity resolution matched; "" for a value that matched nothing, None for none.
Slots = Mapping[str, str | None]

# The id of the one value of the slot `whose`: her, his, my mother's.
OTHER = "other"
SYMPTOM_SLOTS = ("symptom", "second_symptom", "third_symptom")


def turn_for(intent: str, slots: Slots) -> Turn:
    """Turn an intent and its resolved slots into what the person did; an unknown intent is Unknown."""
    route = ROUTES.get(intent)
    return turns.Unknown() if route is None else route(slots)


def _signs(slots: Slots, *names: str) -> tuple[str, ...]:
    """Keep the resolved signs in the order said; a misheard value is ignored, not guessed."""
    found = (slots.get(name) for name in names)
    return tuple(dict.fromkeys(sign for sign in found if sign in SIGNS))


def _risk(slots: Slots) -> tuple[str, ...]:
    risk = slots.get("risk")
    return (risk,) if risk in RISKS else ()


def _described(slots: Slots) -> Turn:
    return turns.Described((*_signs(slots, *SYMPTOM_SLOTS), *_risk(slots)), of_other=slots.get("whose") == OTHER)


def _denied(slots: Slots) -> Turn:
    # "It isn't warm but it is hot": words of one sign on both sides, and what is there counts.
    named = _signs(slots, *SYMPTOM_SLOTS)
    return turns.Described(named, tuple(s for s in _signs(slots, "denied_symptom") if s not in named))


def _corrected(slots: Slots) -> Turn:
    answer, about = slots.get("answer"), slots.get("about")
    if answer not in set(Answer) or about not in {None, *BY_ID}:  # a misheard name is no licence to change the last one
        return turns.Missed()
    return turns.Corrected(Answer(answer), about)


def _went_back(slots: Slots) -> Turn:
    steps = slots.get("steps") or "1"
    return turns.WentBack(min(max(int(steps), 1), 99) if steps.isdecimal() and len(steps) < 4 else 1)


ROUTES: Mapping[str, Callable[[Slots], Turn]] = {
    "EmergencyIntent": lambda _: turns.CriedForHelp(),
    "AMAZON.YesIntent": lambda _: turns.Answered(Answer.YES),
    "AMAZON.NoIntent": lambda _: turns.Answered(Answer.NO),
    "UnsureIntent": lambda _: turns.Answered(Answer.UNSURE),
    "DescribeSymptomsIntent": _described,
    "DenySymptomIntent": _denied,
    "DenyEmergencyIntent": lambda _: turns.DeniedEmergency(),
    "BothLegsIntent": lambda _: turns.SaidBothLegs(),
    "BothIntent": lambda _: turns.SaidBoth(),
    "RiskIntent": _described,
    "UnwellIntent": lambda _: turns.Described(("unwell",)),
    "CorrectAnswerIntent": _corrected,
    "AMAZON.PreviousIntent": lambda _: turns.WentBack(),
    "GoBackIntent": _went_back,
    "WhyIntent": lambda _: turns.AskedWhy(),
    "HowToCheckIntent": lambda _: turns.AskedHow(),
    "AMAZON.RepeatIntent": lambda _: turns.AskedRepeat(),
    "WaitIntent": lambda _: turns.AskedWait(),
    "AMAZON.HelpIntent": lambda _: turns.AskedHelp(),
    "AMAZON.StartOverIntent": lambda _: turns.StartedOver(),
    "GoOnIntent": lambda _: turns.WentOn(),
    "StartCheckIntent": lambda _: turns.AskedCheck(),
    "OtherPersonIntent": lambda _: turns.ForSomeoneElse(),
    "MyselfIntent": lambda _: turns.ForThemselves(),
    "TopicIntent": lambda slots: turns.AskedTopic(slots.get("topic")),
    "PreventionIntent": lambda _: turns.AskedPrevention(),
    "ReminderIntent": lambda _: turns.AskedReminder(),
    "SourcesIntent": lambda _: turns.AskedSources(),
    "ThanksIntent": lambda _: turns.Thanked(),
    "AMAZON.FallbackIntent": lambda _: turns.Missed(),
    "AMAZON.StopIntent": lambda _: turns.Stopped(),
    "AMAZON.CancelIntent": lambda _: turns.Stopped(),
    "AMAZON.NavigateHomeIntent": lambda _: turns.Stopped(),
}
