"""Makes the directive that draws a screen. Documents come from documents/, with library.json merged into each.

Layouts are our own, of APL's primitives alone: nothing is imported, so a screen needs no network and no version.
"""

import json
from pathlib import Path
from typing import Any

from ask_sdk_model.interfaces.alexa.presentation.apl import RenderDocumentDirective

from skill.alexa.screens.screen import screen
from skill.dialogue.reply import Reply
from skill.dialogue.state import State
from skill.words.speech import Voice

DOCUMENTS = Path(__file__).with_name("documents")
LIBRARY = "library"
Json = dict[str, Any]


class Projector:
    """Draws replies; each document is read once and never changes."""

    def __init__(self) -> None:
        self._documents: dict[str, Json] = {}

    def directive(self, reply: Reply, state: State, voice: Voice) -> RenderDocumentDirective:
        """Make the directive for a reply. Raises whatever goes wrong: a reply goes out without it."""
        shown = screen(reply, state, voice)
        return RenderDocumentDirective(
            token=shown.document, document=self.document(shown.document), datasources={"screen": shown.data}
        )

    def document(self, name: str) -> Json:
        """Give a document, what it uses of the library put in. Raises OSError or ValueError when it cannot be read."""
        if name not in self._documents:
            self._documents[name] = with_library(_read(name), _read(LIBRARY))
        return self._documents[name]


def with_library(document: Json, library: Json) -> Json:
    """Put the library's styles, sizes and colours into a document, and those of its layouts that it uses."""
    layouts = {**library["layouts"], **document.get("layouts", {})}
    used: dict[str, Json] = {}
    left = _types(document)
    while left:
        name = left.pop()
        if name in layouts and name not in used:
            used[name] = layouts[name]
            left |= _types(layouts[name])
    return {**document, "resources": library["resources"], "styles": library["styles"], "layouts": used}


def _types(value: object) -> set[str]:
    """Name the types of all components within."""
    if isinstance(value, list):
        return set().union(*map(_types, value))
    if not isinstance(value, dict):
        return set()
    return {one for one in (value.get("type"),) if isinstance(one, str)}.union(*map(_types, value.values()))


def _read(name: str) -> Json:
    document: Json = json.loads((DOCUMENTS / f"{name}.json").read_text(encoding="utf-8"))
    return document
