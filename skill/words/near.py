"""Finds what somebody meant to write: "did you mean `remember`?"."""

from collections.abc import Iterable
from difflib import get_close_matches

# A longer list is no help.
MOST = 8


def advice(written: str, known: Iterable[str], otherwise: str = "delete it") -> str:
    """Say what to write instead of an unknown name: the nearest that there is, else a few of them."""
    names = sorted(known)
    if not names:
        return otherwise
    near = get_close_matches(written, names, n=1, cutoff=0.6)
    if near:
        return f"did you mean `{near[0]}`? If not, {otherwise}"
    listed = ", ".join(names[:MOST]) + (", ..." if len(names) > MOST else "")
    return f"use one of {listed}; or {otherwise}"
