"""A sentence of the vocabulary and what its file says that it means; and what a turn says, to compare with. Pure."""

from dataclasses import dataclass, replace

from skill.dialogue.turns import Answered, CriedForHelp, CriedInDoubt, Described, Turn
from skill.words.yamlfile import KeyPath, Problem, Severity, Yaml
from skill.workbench.check.learnt import key_of

# To what question a phrase is said that would answer any.
ANY = "swelling"


@dataclass(frozen=True)
class Claim:
    """A sentence, and what it means according to the file in which it stands: yes, no, unsure, or "" for no answer."""

    file: Yaml
    where: KeyPath
    sentence: str
    question: str
    value: str
    is_new: bool
    meaning: int | None = None

    @property
    def key(self) -> str:
        """Name the place without the number of the line."""
        return key_of(self.file, self.where)

    def problem(self, heard: str, severity: Severity = "error") -> Problem:
        """Say that it stands in the wrong place."""
        what = f"“{self.sentence}” stands under {'.'.join(self.where[:-1])}, but is heard as {heard}"
        fix = "move it to where it belongs, or write it so that nobody can mistake it"
        return replace(self.file.problem(self.where, ".".join(self.where[:-1]), what, fix), severity=severity)


def said_by(turn: Turn) -> frozenset[str]:
    """Name what a turn says: yes, no, unsure, emergency, +sign, -sign."""
    match turn:
        case CriedForHelp():
            return frozenset({"emergency"})
        case CriedInDoubt():
            return frozenset({"emergency?"})
        case Answered(answer):
            return frozenset({answer.value})
        case Described():
            given = {turn.answer.value} if turn.answer is not None else set()
            return frozenset({f"+{sign}" for sign in turn.signs} | {f"-{sign}" for sign in turn.denied} | given)
        case _:
            return frozenset()


def signs_in(turn: Turn) -> frozenset[str]:
    """Name the signs and cries that a turn tells of."""
    return frozenset(said.removeprefix("+") for said in said_by(turn) if said == "emergency" or said.startswith("+"))
