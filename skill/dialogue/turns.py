"""What the person just did, freed of Alexa. One small class a turn.

Structs, not dataclasses: two dozen dataclasses would cost a tenth of a cold start.
"""

import datetime as dt
from typing import Literal

from msgspec import Struct

from skill.dialogue.errand import Errand, Reason
from skill.dialogue.reply import When
from skill.rules.questions import Answer
from skill.rules.scheduling import Purpose


class Launched(Struct, frozen=True):
    """Opened the skill."""


class AskedCheck(Struct, frozen=True):
    """Asked for a check, perhaps in the middle of one."""


class StartedOver(Struct, frozen=True):
    """Asked to begin again. plainly: in so many words."""

    plainly: bool = True


class Answered(Struct, frozen=True):
    """Said yes, no or not sure."""

    answer: Answer


class Described(Struct, frozen=True):
    """Told of the leg or of how the person is, in free words. All names are ids of questions.

    signs: there. denied: not there. of_other: of another person. answer: to the question that waits, if it was given
    too. parts: of the question that waits, denied while the rest of it stays open. unsure: perhaps there.
    named: the parts of questions that are there, as `question.part`, so that they can be read back.
    """

    signs: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    of_other: bool = False
    answer: Answer | None = None
    parts: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


class Corrected(Struct, frozen=True):
    """Changed an answer: to the question that was named, or to the last one."""

    answer: Answer
    question: str | None = None


class WentBack(Struct, frozen=True):
    """Took back the last answer, or the last few, or wanted the question that was named again."""

    steps: int = 1
    question: str | None = None


class ForSomeoneElse(Struct, frozen=True):
    """Said that the leg is another person's. plainly: in so many words, so that nothing need be asked."""

    plainly: bool = True


class ForThemselves(Struct, frozen=True):
    """Said that the leg is their own."""


class CriedForHelp(Struct, frozen=True):
    """Used emergency words. about: what was heard: `question.part` or the id of a cry; none from a bare intent."""

    about: tuple[str, ...] = ()


class CriedInDoubt(Struct, frozen=True):
    """Used emergency words that may not be of now, or of the person with the leg."""

    about: tuple[str, ...] = ()


class AskedWhy(Struct, frozen=True):
    """Asked why this is asked."""


class AskedHow(Struct, frozen=True):
    """Asked how to check it, or what it means."""


class AskedTopic(Struct, frozen=True):
    """Asked a question of their own; None when the topic was not recognised."""

    topic: str | None


class AskedPrevention(Struct, frozen=True):
    """Asked for a prevention reminder."""


class AskedReminder(Struct, frozen=True):
    """Asked for a reminder at a set time. purpose: for what, if that was said. workdays: on each of them.

    otherwise: at a time, or for a purpose, that cannot be had here.
    """

    purpose: Purpose | None = None
    workdays: bool = False
    otherwise: bool = False


class AgreedInPart(Struct, frozen=True):
    """Said more than a plain yes to a proposed reminder, so it is none. otherwise: they want it at another time."""

    otherwise: bool = False


class DeclinedReminder(Struct, frozen=True):
    """Wanted no reminder; those that are set stay."""


class AskedScheduled(Struct, frozen=True):
    """Asked which reminders are set."""


class CancelledScheduled(Struct, frozen=True):
    """Asked to delete them. plainly: all that are set, and not perhaps only the one that is proposed."""

    plainly: bool = True


class AskedToCancel(Struct, frozen=True):
    """Asked how they are deleted."""


class AskedSources(Struct, frozen=True):
    """Asked where this comes from, or who is speaking."""


class AskedHelp(Struct, frozen=True):
    """Asked what can be said here."""


class AskedRepeat(Struct, frozen=True):
    """Asked to hear it again."""


class AskedPace(Struct, frozen=True):
    """Asked to be spoken to slowly, or at the usual pace again."""

    slow: bool


class AskedWait(Struct, frozen=True):
    """Asked for time."""


class WentOn(Struct, frozen=True):
    """Said to go on: no answer to a question about the leg, but a yes to an offer."""


class Thanked(Struct, frozen=True):
    """Said thank you."""


class Stopped(Struct, frozen=True):
    """Wanted to leave. plainly: in so many words."""

    plainly: bool = True


class AskedReadback(Struct, frozen=True):
    """Asked which answers were noted."""


class AskedSummary(Struct, frozen=True):
    """Asked what to tell the doctor."""


class AskedCard(Struct, frozen=True):
    """Asked to have it sent to the phone, where it can be read."""


class AskedProgress(Struct, frozen=True):
    """Asked how many questions are left."""


class SpokeOtherLanguage(Struct, frozen=True):
    """Spoke a language that this skill does not understand."""


class Missed(Struct, frozen=True):
    """Said something that was not understood."""


class Unknown(Struct, frozen=True):
    """Did something that this skill does not know, such as a touch; it is nobody's fault and counts as no miss."""


class TouchedEarlier(Struct, frozen=True):
    """Touched an answer to something that does not wait any more."""


class Permitted(Struct, frozen=True):
    """Answered Alexa's own question whether this skill may set reminders. failed: it could not be put."""

    answer: Literal["accepted", "denied", "unanswered", "failed"]


class Looked(Struct, frozen=True):
    """No turn of the person's, as those that follow: it was found out what time it is for them, for this reminder.

    instead: it is proposed instead of what they asked for.
    """

    purpose: Purpose
    workdays: bool
    now: dt.datetime
    zone: str
    instead: bool = False


class WasSet(Struct, frozen=True):
    """The reminder was set. today: the day by the person's clock."""

    today: dt.date


class Listed(Struct, frozen=True):
    """These reminders are still to come, the next one first. unread: so many more, at times that are not known."""

    whens: tuple[When, ...]
    unread: int = 0


class Cancelled(Struct, frozen=True):
    """So many were deleted, and so many were not."""

    count: int
    left: int = 0


class Refused(Struct, frozen=True):
    """An errand failed."""

    errand: Errand
    reason: Reason


Turn = (
    Launched
    | AskedCheck
    | StartedOver
    | Answered
    | Described
    | Corrected
    | WentBack
    | WentOn
    | ForSomeoneElse
    | ForThemselves
    | CriedForHelp
    | CriedInDoubt
    | AskedWhy
    | AskedHow
    | AskedTopic
    | AskedPrevention
    | AskedReminder
    | AgreedInPart
    | DeclinedReminder
    | AskedScheduled
    | CancelledScheduled
    | AskedToCancel
    | Permitted
    | Looked
    | WasSet
    | Listed
    | Cancelled
    | Refused
    | AskedSources
    | AskedHelp
    | AskedRepeat
    | AskedPace
    | AskedWait
    | Thanked
    | Stopped
    | AskedReadback
    | AskedSummary
    | AskedCard
    | AskedProgress
    | SpokeOtherLanguage
    | Missed
    | TouchedEarlier
    | Unknown
)
# What answers the question that was just heard, whichever that was.
ANSWERS = (Answered, Corrected, Described)
# What came back from outside, of a reminder.
CAME_BACK = (Permitted, Looked, WasSet, Listed, Cancelled, Refused)
