"""A phrase of the vocabulary as sentences that it stands for: `(a|b) <leg> [c]` -> a leg, b leg, a leg c. Pure."""

from collections.abc import Iterator, Mapping

from skill.hearing.notation import expand
from skill.hearing.vocabulary import GAP
from skill.hearing.words import split

Words = tuple[str, ...]


class Unfolding:
    """Unfolds phrases of one vocabulary; of a word list, its first entry stands for all."""

    def __init__(self, clitics: list[str], lists: Mapping[str, tuple[str, ...]]) -> None:
        """lists: name of a word list -> its lines, in the notation of the vocabulary."""
        self._clitics = clitics
        self._first: dict[str, Words] = {}
        for name, lines in lists.items():
            self._first[f"<{name}>"] = next(iter(self._sentences(lines[0])), ())

    def sentences(self, line: str) -> list[str]:
        """Give sentences that a line stands for, so that every alternative stands in one.

        Raises NotationError when the line cannot be read.
        """
        return list(dict.fromkeys(" ".join(words) for words in self._sentences(line)))

    def _sentences(self, line: str) -> Iterator[Words]:
        groups: dict[str, tuple[Words, ...]] = {}

        def group(options: tuple[Words, ...]) -> str:
            groups[f"<{len(groups)} here>"] = options
            return f"<{len(groups) - 1} here>"

        for sequence in expand(line, lambda text: split(text, self._clitics), group):
            several = max((len(groups[step]) for step in sequence if step in groups), default=1)
            for number in range(several):
                yield tuple(word for step in sequence for word in self._words(step, groups, number))

    def _words(self, step: str, groups: Mapping[str, tuple[Words, ...]], number: int) -> Words:
        if step == GAP:
            return ()
        if step in groups:
            options = groups[step]
            return tuple(word for one in options[number % len(options)] for word in self._words(one, groups, number))
        return self._first.get(step, (step,))
