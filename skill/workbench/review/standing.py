"""Who has signed an entry, as the sheet says it, and the hash that a signature on paper is typed in with."""

from msgspec import Struct

from skill.words.texts import Reviewed
from skill.workbench import signed

NOBODY = "No clinician has reviewed this."
# Rules, places, cries and prompts have no place of their own to type a signature into.
ON_PAPER = "No sign-off of this is kept but on paper."


class Standing(Struct, frozen=True):
    """Who signed an entry, in a sentence, and the hash of its words; empty for what has no sign-off of its own."""

    who: str = ON_PAPER
    words: str = ""


def standing(entry: Reviewed) -> Standing:
    """Say who has signed an entry, and whether its words are still those that were signed."""
    words, by = signed.digest(signed.words_of(entry)), entry.reviewed_by
    if by is None:
        return Standing(NOBODY, words)
    who = f"{by.name}, {by.role}, {by.register}, {by.date}"
    holds = signed.standing(entry) == "signed"
    return Standing(f"Signed: {who}." if holds else f"LAPSED, the words have changed since: {who}.", words)
