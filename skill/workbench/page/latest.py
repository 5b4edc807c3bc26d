"""The content as it was last read well: an edit is served with the next request, a broken one waits for its mending."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Any

from skill.alexa.service import Service
from skill.words.library import Library
from skill.words.store import SOURCES, ContentError, Reader, Source
from skill.words.texts import CONTENT, ELSEWHERE, LOCALES, PLACES
from skill.words.yamlfile import Problem, Yaml, parse
from skill.workbench.check.texts import Text, texts
from skill.workbench.envelopes import DEVELOPER_SKILL_ID, Session


@dataclass(frozen=True)
class Edition:
    """The content at one time.

    version: of the files as they are now. served: the version that all else is of. service: what answers with it.
    texts, places: as they stand in the files. problems: why the files cannot be read as they are now; `served` is then
    of the last time they could.
    """

    version: str
    served: str
    skill_id: str
    library: Library
    service: Service
    texts: tuple[Text, ...]
    places: Yaml
    sources: dict[str, Source]
    problems: tuple[Problem, ...] = ()


class Latest:
    """Keeps the newest edition that could be read. Safe to share between threads."""

    def __init__(self, skill_id: str | None = None) -> None:
        """skill_id: the one skill that is served, if not any. Raises ContentError when the content is broken."""
        self._skill_id, self._lock = skill_id, Lock()
        self._edition = read_edition(version_of(CONTENT), skill_id)

    def edition(self) -> Edition:
        """Give the newest edition, after a look at the files."""
        with self._lock:
            now = version_of(CONTENT)
            if now != self._edition.version:
                self._edition = self._renewed(now)
            return self._edition

    def answer(self, event: Any) -> dict[str, Any]:
        """Answer any event with the newest words. Never raises."""
        return self.edition().service.answer(event)

    def _renewed(self, version: str) -> Edition:
        try:
            return read_edition(version, self._skill_id)
        except ContentError as error:
            problems = tuple(error.problems)
        except Exception as error:  # weights cut short, a folder that was moved: the last good words go on
            what = f"cannot be read ({type(error).__name__})"
            problems = (Problem(CONTENT, 1, CONTENT.name, what, "run `make check`"),)
        return replace(self._edition, version=version, problems=problems)


def version_of(root: Path) -> str:
    """Name the state of all files of a store by their sizes and times."""
    found = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        try:
            seen = path.stat()
        except FileNotFoundError:  # an editor's own, gone again
            continue
        found.update(f"{path}\0{seen.st_mtime_ns}\0{seen.st_size}\0".encode())
    return found.hexdigest()[:16]


def read_edition(version: str, skill_id: str | None) -> Edition:
    """Read all content. Raises ContentError."""
    library, reader = Library(), Reader(CONTENT, [])
    for locale in (*LOCALES, ELSEWHERE):
        library.for_locale(locale)
    library.hearing()
    sources = reader.entries(SOURCES, Source)
    service, known = Service(skill_id, library=library), skill_id or DEVELOPER_SKILL_ID
    service.answer(Session(LOCALES[0], known).launch())  # so that nobody's turn waits for it
    return Edition(version, version, known, library, service, tuple(texts(CONTENT)), parse(CONTENT / PLACES), sources)
