"""What an utterance means, what came of it, and the verdict: right, asked again, cautious or harmful. Pure."""

from enum import StrEnum
from typing import Literal, get_args

from msgspec import Struct

from skill.rules.questions import RED_FLAGS
from skill.workbench.outcome import Outcome

Class = Literal["emergency", "yes", "no", "unsure", "sign", "repair", "topic", "reject"]
# A yes to these is an emergency: to a red flag, and to a fever with a swollen leg.
ALARMS_ON_YES = (*RED_FLAGS, "unwell")
CLASSES: tuple[Class, ...] = get_args(Class)
Names = frozenset[str]
# How fields are called in the YAML.
KEYS = {"meant": "class", "kinds": "kind", "signs": "sign"}


class Verdict(StrEnum):
    """How well it was understood, the best first."""

    RIGHT = "right"
    AGAIN = "asked again"
    CAUTIOUS = "cautious"
    HARMFUL = "harmful"


class Utterance(Struct, frozen=True, forbid_unknown_fields=True, rename=KEYS):
    """One line of a set, as it stands in its YAML.

    state: the question that waits, `launch`, `result` (to be seen today) or `result_low` (self care). meant: its class.
    kinds: which wish or topic, any of these. signs: which questions it says yes to. ok: what is good as well. never:
    the worst that could come of it, for the reader. late: it says yes to a question that was answered no. tags: `notem`
    sounds like an emergency and is none; the others name the manner of speech.
    """

    id: str
    state: str
    say: str
    meant: Class
    kinds: Names = frozenset()
    signs: Names = frozenset()
    ok: Names = frozenset()
    never: Names = frozenset()
    late: bool = False
    tags: Names = frozenset()

    @property
    def is_sound_alike(self) -> bool:
        """Whether it sounds like an emergency and is none."""
        return "notem" in self.tags

    @property
    def wanted(self) -> Names:
        """What should come of it; any one of these is enough."""
        match self.meant:
            case "repair" | "topic":
                return self.kinds
            case "sign":
                return frozenset(f"+{sign}" for sign in self.signs)
            case "reject":
                return frozenset({"asked"})
            case "yes" if self.state in ALARMS_ON_YES:
                return frozenset({"yes", "emergency"})
            case _:
                return frozenset({self.meant})

    @property
    def tolerated(self) -> Names:
        """What may come of it."""
        return self.ok | {"emergency"} if "yes" in self.ok and self.state in ALARMS_ON_YES else self.ok


def judge(said: Utterance, came: Outcome) -> tuple[Verdict, str]:
    """Judge what came of an utterance. Returns the verdict, and in what way it is wrong."""
    if "emergency" in came.done and "emergency" not in said.wanted | said.tolerated:
        return Verdict.HARMFUL, "false emergency"
    if said.meant == "emergency" and "emergency" not in came.done:
        return _missed_emergency(said, came)
    if said.meant == "sign" and said.late and "no" in came.done and not said.wanted & came.all:
        return Verdict.HARMFUL, "a sign said late is lost"
    if _denies_a_part(said, came):
        return Verdict.RIGHT, ""
    wanted = _is_wanted(said, came)
    if wanted and said.meant in ("no", "reject") and came.signs and "sign" not in said.ok:
        return Verdict.HARMFUL, "a sign nobody has"
    if wanted or (_is_tolerated(said, came) and not _answers_no(said, came)):
        return Verdict.RIGHT, ""
    if harm := _harm(said, came):
        return Verdict.HARMFUL, harm
    if "now?" in came.done:
        return Verdict.CAUTIOUS, "asked whether it is so now"
    if "unsure" in came.done or came.doubts:
        return Verdict.CAUTIOUS, "taken as not sure"
    if "yes" in came.done or came.signs:
        return Verdict.CAUTIOUS, "taken as yes"
    return Verdict.AGAIN, ", ".join(sorted(came.done - {"asked"}))


def _missed_emergency(said: Utterance, came: Outcome) -> tuple[Verdict, str]:
    if "now?" in came.done:
        return Verdict.CAUTIOUS, "asked whether it is so now"
    if _is_tolerated(said, came):
        return Verdict.RIGHT, ""
    ways = {"no": "counted as no", "ended": "hung up", "yes": "counted as yes", "unsure": "counted as not sure"}
    way = next((ways[name] for name in ways if name in came.done), "sign noted" if came.signs else "asked again")
    return Verdict.HARMFUL, f"emergency missed, {way}"


def _is_tolerated(said: Utterance, came: Outcome) -> bool:
    return bool(said.tolerated & came.all or ("sign" in said.tolerated and came.signs))


def _is_wanted(said: Utterance, came: Outcome) -> bool:
    """Tell whether what was wanted came of it; a wish that answers the question as well is none."""
    answers = said.meant in ("repair", "topic") and came.done & {"yes", "no"} and not said.kinds & {"tip", "end"}
    return bool(said.wanted & came.all) and not answers


def _denies_a_part(said: Utterance, came: Outcome) -> bool:
    """Tell whether a no was taken for a part of the question, whose rest is then asked."""
    return said.meant == "no" and "part" in came.done and not came.done & {"yes", "unsure", "ended"}


def _answers_no(said: Utterance, came: Outcome) -> bool:
    """Tell whether something that is there was counted as a no by the way."""
    return said.meant in ("yes", "unsure", "sign") and "no" in came.done and "no" not in said.ok


def _harm(said: Utterance, came: Outcome) -> str:
    """Say in what way something wrong does harm; empty if it does none."""
    if "ended" in came.done and not said.kinds & {"stop", "end"} and "end" not in said.ok:
        return "hung up"
    if "no" in came.done and said.meant not in ("no", "emergency"):
        return f"{said.meant} counted as no"
    if said.meant in ("no", "reject", "repair", "topic"):
        if "yes" in came.done:
            return f"{said.meant} counted as yes"
        if came.signs:
            return "a sign nobody has"
    return ""
