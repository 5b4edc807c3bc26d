"""Reads the safety file strictly."""

from pathlib import Path

from msgspec import Struct

from skill.words.store import ContentError, Reader
from skill.words.texts import CONTENT
from skill.workbench.clinical.argument import Argument
from skill.workbench.clinical.hazards import Hazard
from skill.workbench.clinical.purpose import Purpose

PURPOSE, HAZARDS, ARGUMENT = "clinical/intended_purpose.yaml", "clinical/hazards.yaml", "clinical/argument.yaml"


class SafetyFile(Struct, frozen=True):
    """The intended purpose, the hazards by id, and the safety argument."""

    purpose: Purpose
    hazards: dict[str, Hazard]
    argument: Argument


def read_safety_file(root: Path = CONTENT) -> SafetyFile:
    """Read the safety file of a store. Raises ContentError with every problem found."""
    reader = Reader(root, [])
    purpose, hazards = reader.whole(PURPOSE, Purpose), reader.entries(HAZARDS, Hazard)
    argument = reader.whole(ARGUMENT, Argument)
    if reader.problems or purpose is None or argument is None:
        raise ContentError(reader.problems)
    return SafetyFile(purpose, hazards, argument)
