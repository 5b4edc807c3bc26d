"""What takes seconds, done in processes of its own so that no turn waits: `skill check`, and where texts are said."""

import json
import subprocess
import sys
from collections.abc import Callable
from threading import Lock, Thread
from typing import Any, Generic, TypeVar

from skill.words.texts import CONTENT
from skill.words.yamlfile import Problem
from skill.workbench.report import as_json

Json = dict[str, Any]
T = TypeVar("T")
LONGEST = 300  # seconds; on a busy machine all conversations take one minute


class FailedError(Exception):
    """Some work failed; the message says so to an editor."""


class Slow(Generic[T]):
    """Remembers what came of some work, for the newest version of the content. Safe to share between threads."""

    def __init__(self, work: Callable[[str], T]) -> None:
        """work: what is done, given what it is about; one at a time."""
        self._work, self._lock, self._one_at_a_time = work, Lock(), Lock()
        self._version, self._begun, self._done = "", set[str](), dict[str, T | Exception]()

    def of(self, version: str, about: str = "") -> T | None:
        """Give what came of it; None while it is being done, which begins with this. Raises FailedError."""
        with self._lock:
            if version != self._version:
                self._version, self._begun, self._done = version, set(), {}
            if about not in self._begun:
                self._begun.add(about)
                Thread(target=self._do, args=(version, about), daemon=True).start()
            done = self._done.get(about)
        if isinstance(done, Exception):
            raise FailedError(f"it could not be found out ({type(done).__name__}) - run `make check`") from done
        return done

    def _do(self, version: str, about: str) -> None:
        with self._one_at_a_time:
            if version != self._version:  # edited again meanwhile
                return
            done = self._tried(about)
        with self._lock:
            if version == self._version:
                self._done[about] = done

    def _tried(self, about: str) -> T | Exception:
        try:
            return self._work(about)
        except Exception as error:  # told to whoever asks, until the content changes
            return error


def check(_: str = "") -> list[Json]:
    """Run the check. Returns its problems, or the one that it could not be run."""
    found: list[Json] | None = _printed("skill", "check", "--format", "json")
    failed = Problem(CONTENT, 1, CONTENT.name, "could not be checked", "run `make check` and see")
    return [as_json(failed)] if found is None else found


def find_scenes(locale: str) -> dict[str, Json]:
    """Find where in a conversation each text is said. Returns key -> scene; raises ValueError when none can be held."""
    found: dict[str, Json] | None = _printed("skill.workbench.page.scenes", locale)
    if found is None:
        raise ValueError(locale)
    return found


def _printed(module: str, *arguments: str) -> Any:
    """Run a module, which reads the content as it is now. Returns the JSON that it prints; None when it prints none."""
    command = [sys.executable, "-m", module, *arguments]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=LONGEST)  # noqa: S603  # our own command
    try:
        return json.loads(ended.stdout)
    except json.JSONDecodeError:
        return None
