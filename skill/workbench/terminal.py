"""Where a talk is typed and shown: a terminal, with line editing, colour and wrapped lines, or a plain pipe."""

import contextlib
import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator

COLOURS = {"emergency_now": "\033[1;31m", "same_day": "\033[33m", "within_days": "\033[36m", "self_care": "\033[32m"}
PLAIN = "\033[0m"
ALEXA, YOU = "Alexa: ", "You:   "
# Nothing is broken into narrower columns than this.
NARROWEST = 30


class Terminal:
    """Standard input and output. In a pipe, a line is an utterance or a reply: neither wrapped nor coloured."""

    def __init__(self) -> None:
        self.is_one = sys.stdin.isatty() and sys.stdout.isatty()
        if self.is_one:  # arrow keys and a history, which is never written to a file: nothing is kept of anyone
            with contextlib.suppress(ModuleNotFoundError):
                import readline  # noqa: F401  # input() uses it as soon as it is there

    def lines(self) -> Iterator[str]:
        """Give what is typed, line by line without the empty ones, until the input ends."""
        typed: Iterable[str] = iter(_typed, None) if self.is_one else sys.stdin
        return (line.strip() for line in typed if line.strip())

    def reply(self, said: str, urgency: str | None) -> None:
        """Show what Alexa says, in the colour of the urgency that was told."""
        colour = COLOURS.get(urgency or "", "") if self.is_one and not os.environ.get("NO_COLOR") else ""
        print(f"{colour}{self._wrapped(said, ALEXA)}{PLAIN if colour else ''}", flush=True)

    def reasons(self, lines: Iterable[str]) -> None:
        """Show what was heard and why."""
        for line in lines:
            words = line.lstrip()
            print(self._wrapped(words, "  " + " " * (len(line) - len(words))), flush=True)

    def note(self, text: str, before: str = "") -> None:
        """Show what nobody says, such as help: beside the talk, so that it does not disturb a pipe."""
        print(self._wrapped(text, before), file=sys.stderr, flush=True)

    def _wrapped(self, text: str, before: str) -> str:
        if not self.is_one:
            return before + text
        width = max(shutil.get_terminal_size().columns, NARROWEST)
        after = " " * len(before)
        return textwrap.fill(text, width, initial_indent=before, subsequent_indent=after, break_on_hyphens=False)


def _typed() -> str | None:
    try:
        return input(YOU) or " "
    except (EOFError, KeyboardInterrupt):
        print()
        return None
