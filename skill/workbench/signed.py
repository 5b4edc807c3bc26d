"""A clinician's sign-off holds for the words that were read, and for no others: editing a text lapses it.

A hash of the words stands in the sign-off (`reviewed_by`). The review sheet prints it beside them; the check does not,
so that nobody can renew a sign-off without having the words before them.
"""

import hashlib
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any, Literal

import msgspec

from skill.words.texts import Content, Reviewed
from skill.workbench.check.texts import NOT_SPOKEN, SOURCED

Standing = Literal["unreviewed", "signed", "lapsed"]
# Short enough to be typed from paper; 48 bits do not meet by chance.
LENGTH = 12


def digest(words: Mapping[str, str]) -> str:
    """Hash texts by their keys: 12 hex digits.

    Neither the order of the keys nor how a text is broken into lines matters, since nobody hears that.
    """
    lines = (f"{key}: {' '.join(unicodedata.normalize('NFC', words[key]).split())}" for key in sorted(words))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:LENGTH]


def words_of(entry: Reviewed) -> dict[str, str]:
    """Give every text of an entry by its key, such as `parts.chest.ask`: what a clinician reads and signs."""
    return dict(_texts(msgspec.to_builtins(entry), ""))


def standing(entry: Reviewed) -> Standing:
    """Tell whether a clinician has signed an entry, and if so, whether its words are still those that were signed."""
    if entry.reviewed_by is None:
        return "unreviewed"
    return "signed" if entry.reviewed_by.words == digest(words_of(entry)) else "lapsed"


def clinical(content: Content) -> dict[str, Reviewed]:
    """Give every entry that a clinician is to sign, by its key, such as `questions.swelling`."""
    return {f"{name}.{key}": entry for name in SOURCED for key, entry in getattr(content, name).items()}


def unreviewed(content: Content) -> bool:
    """Tell whether any clinical text is not signed as it stands now."""
    return any(standing(entry) != "signed" for entry in clinical(content).values())


def _texts(value: Mapping[str, Any], above: str) -> Iterator[tuple[str, str]]:
    for key, inner in value.items():
        if isinstance(inner, str) and key not in NOT_SPOKEN:
            yield above + key, inner
        elif isinstance(inner, Mapping) and key not in NOT_SPOKEN:
            yield from _texts(inner, f"{above}{key}.")
