"""Why it may be thought safe enough to be reviewed, on one page, and what speaks against it."""

import datetime as dt
from typing import Annotated, Literal

from msgspec import Meta, Struct

from skill.words.texts import Text
from skill.workbench.clinical.hazards import Named


class Step(Struct, frozen=True, forbid_unknown_fields=True):
    """One claim, why it should hold, and what shows it."""

    claim: Text
    because: Text
    evidence: Annotated[tuple[Named, ...], Meta(min_length=1)]


class Doubt(Struct, frozen=True, forbid_unknown_fields=True):
    """A known exception: what is not so, and what follows. test: shows it, where it can be shown."""

    what: Text
    so: Text
    test: Text | None = None


class Report(Struct, frozen=True, forbid_unknown_fields=True):
    """Where harm is reported in a country. graded: V = read in a copy, K = unverified."""

    where: Text
    to: Text
    graded: Literal["V", "K"]


class Argument(Struct, frozen=True, forbid_unknown_fields=True):
    """The safety argument of one version of the skill."""

    claim: Text
    version: Text
    date: dt.date
    officer: Text
    steps: Annotated[tuple[Step, ...], Meta(min_length=1)]
    exceptions: Annotated[tuple[Doubt, ...], Meta(min_length=1)]
    incidents: Text
    reports: Annotated[tuple[Report, ...], Meta(min_length=1)]
