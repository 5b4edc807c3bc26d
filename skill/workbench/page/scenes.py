"""Prints as JSON where in a conversation each text is said: `python -m skill.workbench.page.scenes en-GB`."""

import sys

import msgspec

from skill.words.library import Library
from skill.workbench.said import scenes
from skill.workbench.scripts import made, recorded


def run(locale: str) -> None:
    """Print key of a text -> scene. Raises ContentError."""
    library = Library()
    content, hearing = library.for_locale(locale), library.hearing()
    found = scenes(content, hearing, [*recorded(), *made(content, hearing)])
    print(msgspec.json.encode(found).decode())


if __name__ == "__main__":
    run(sys.argv[1])
