"""What the person just did, freed of Alexa. One small class a turn."""

from dataclasses import dataclass

from skill.questions import Answer


@dataclass(frozen=True)
class Launched:
    """Opened the skill, or asked for a check."""


@dataclass(frozen=True)
class StartedOver:
    """Asked to begin again."""


@dataclass(frozen=True)
class Answered:
    """Said yes, no or not sure."""

    answer: Answer


@dataclass(frozen=True)
class Described:
    """Named signs in free words; `denied` are signs said to be absent."""

    signs: tuple[str, ...]
    denied: tuple[str, ...] = ()


@dataclass(frozen=True)
class SaidBothLegs:
    """Said that both legs are alike."""


@dataclass(frozen=True)
class Corrected:
    """Changed an answer: of the sign that was named, or the last one given."""

    answer: Answer
    sign: str | None = None


@dataclass(frozen=True)
class WentBack:
    """Took back the last answer, or the last few."""

    steps: int = 1


@dataclass(frozen=True)
class ForSomeoneElse:
    """Said that the leg is another person's."""


@dataclass(frozen=True)
class CriedForHelp:
    """Used emergency words."""


@dataclass(frozen=True)
class AskedWhy:
    """Asked why this is asked."""


@dataclass(frozen=True)
class AskedHow:
    """Asked how to check it, or what it means."""


@dataclass(frozen=True)
class AskedTopic:
    """Asked a question of their own; None when the topic was not recognised."""

    topic: str | None


@dataclass(frozen=True)
class AskedPrevention:
    """Asked for a prevention reminder."""


@dataclass(frozen=True)
class AskedReminder:
    """Asked for a reminder at a set time."""


@dataclass(frozen=True)
class AskedSources:
    """Asked where this comes from, or who is speaking."""


@dataclass(frozen=True)
class AskedHelp:
    """Asked what can be said here."""


@dataclass(frozen=True)
class AskedRepeat:
    """Asked to hear it again."""


@dataclass(frozen=True)
class AskedWait:
    """Asked for time."""


@dataclass(frozen=True)
class Thanked:
    """Said thank you."""


@dataclass(frozen=True)
class Stopped:
    """Wanted to leave."""


@dataclass(frozen=True)
class Missed:
    """Said something that was not understood."""


@dataclass(frozen=True)
class Unknown:
    """Did something that this skill does not know, such as a touch; it is nobody's fault and counts as no miss."""


Turn = (
    Launched
    | StartedOver
    | Answered
    | Described
    | SaidBothLegs
    | Corrected
    | WentBack
    | ForSomeoneElse
    | CriedForHelp
    | AskedWhy
    | AskedHow
    | AskedTopic
    | AskedPrevention
    | AskedReminder
    | AskedSources
    | AskedHelp
    | AskedRepeat
    | AskedWait
    | Thanked
    | Stopped
    | Missed
    | Unknown
)
