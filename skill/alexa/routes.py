"""The routing table: which intent is which turn. Everything else arrives as words, in one intent (skill/hearing)."""

from collections.abc import Mapping

from skill.dialogue import turns
from skill.dialogue.turns import Turn
from skill.rules.questions import Answer

# The intent that carries what a person said as text, in one slot.
TELL, WORDS = "TellIntent", "words"

ROUTES: Mapping[str, Turn] = {
    "EmergencyIntent": turns.CriedForHelp(),
    "AMAZON.YesIntent": turns.Answered(Answer.YES),
    "AMAZON.NoIntent": turns.Answered(Answer.NO),
    "UnsureIntent": turns.Answered(Answer.UNSURE),
    "AMAZON.PreviousIntent": turns.WentBack(),
    "WhyIntent": turns.AskedWhy(),
    "HowToCheckIntent": turns.AskedHow(),
    "AMAZON.RepeatIntent": turns.AskedRepeat(),
    "WaitIntent": turns.AskedWait(),
    "AMAZON.HelpIntent": turns.AskedHelp(),
    "AMAZON.StartOverIntent": turns.StartedOver(),
    "StartCheckIntent": turns.AskedCheck(),
    "AMAZON.FallbackIntent": turns.Missed(),
    "AMAZON.StopIntent": turns.Stopped(),
    "AMAZON.CancelIntent": turns.Stopped(),
    "AMAZON.NavigateHomeIntent": turns.Stopped(),
}

# What Alexa was answered when she asked for a permission (skill/alexa/consent.py); no model holds these.
CONSENTS: Mapping[str, Turn] = {
    "PermissionAccepted": turns.Permitted("accepted"),
    "PermissionDenied": turns.Permitted("denied"),
    "PermissionUnanswered": turns.Permitted("unanswered"),
    "PermissionFailed": turns.Permitted("failed"),
}


def turn_for(intent: str) -> Turn:
    """Give the turn of an intent that brings no words; an unknown one is Unknown."""
    return ROUTES.get(intent) or CONSENTS.get(intent, turns.Unknown())
