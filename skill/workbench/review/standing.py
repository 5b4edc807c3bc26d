"""Who has reviewed an entry, as the sheet says it."""

from msgspec import Struct

from skill.words.texts import Reviewed

NOBODY = "No clinician has reviewed this."


class Standing(Struct, frozen=True):
    """Who reviewed an entry, in a sentence, and the hash of its words that a sign-off names; empty where none is."""

    who: str = NOBODY
    words: str = ""


def standing(entry: Reviewed) -> Standing:
    """Say who has reviewed an entry."""
    return Standing("A clinician has reviewed this." if entry.clinician_reviewed else NOBODY)
