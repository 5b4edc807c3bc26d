"""Checks the sign-offs of clinicians: that they fit the words as they stand, are dated, and name somebody.

A sign-off that has lapsed is a warning, as a text that nobody has signed is none: both may go on the air only while the
listing, the terms and the skill say that no clinician has reviewed it (skill/workbench/listing/check_claims.py), and
wrong words must not stay on the air until somebody finds the time to sign better ones.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from skill.words.texts import CONTENT, LANGUAGE, Content
from skill.words.yamlfile import Problem, parse
from skill.workbench.check.texts import SOURCED
from skill.workbench.signed import standing

FIELD = "reviewed_by"
AGAIN = "have these words reviewed (docs/clinician.md, To sign), or delete reviewed_by"


def check_signed(content: Content, today: dt.date, root: Path = CONTENT) -> Iterator[Problem]:
    """Check every sign-off that there is."""
    for name in SOURCED:
        file = parse(root / LANGUAGE / f"{name}.yaml")
        for key, entry in getattr(content, name).items():
            signed = entry.reviewed_by
            if signed is None:
                continue
            for field in ("name", "register", "role"):
                if not getattr(signed, field).strip():
                    where = (key, FIELD, field)
                    yield file.problem(where, ".".join(where), "is empty", "write it as it stands on the register")
            if signed.date > today:
                where = (key, FIELD, "date")
                yield file.problem(where, ".".join(where), "lies in the future", "write the day that it was signed")
            elif standing(entry) == "lapsed":
                what = f"the sign-off of {signed.name} on {signed.date} has lapsed: other words than these were signed"
                lapsed = file.problem((key, FIELD), f"{key}.{FIELD}", what, AGAIN)
                yield replace(lapsed, severity="warning")
