"""The notation of the vocabulary: one line of YAML -> the word sequences that it stands for.

`(a|b c)` is a or b c; `[a]` is a or nothing; `<leg>` is any entry of the word list "leg"; `..` is up to three other
words of the same clause. Everything else is a word.
"""

from collections.abc import Callable, Iterator

from skill.hearing.vocabulary import GAP

# A line that stands for more sequences than this should be written with word lists instead.
MOST = 600
# Fewer alternatives than this are multiplied out.
FEWEST = 3
Sequence = tuple[str, ...]
Split = Callable[[str], Sequence]
Group = Callable[[tuple[Sequence, ...]], str]


class NotationError(ValueError):
    """A line of the vocabulary cannot be read; the message says what to do."""


def expand(line: str, split: Split, group: Group | None = None) -> tuple[Sequence, ...]:
    """Give every sequence that a line stands for.

    line: one phrase in the notation above. split: how a text becomes words, the same as for what people say. group:
    gives a name of its own to alternatives that are only words, so that they need not be multiplied out.
    Raises NotationError for a bracket without its partner, an empty phrase, or too many sequences.
    """
    marks = list(_marks(line))
    found, left = _choice(marks, split, group, None)
    if left:
        raise NotationError(f"`{left[0]}` closes nothing - delete it, or open it before")
    if not all(found):
        raise NotationError("may stand for nothing at all - leave one word outside of [ ]")
    return tuple(dict.fromkeys(found))


def _marks(line: str) -> Iterator[str]:
    """Split a line into brackets, bars and the text between them."""
    text = ""
    for character in line:
        if character in "()[]|":
            if text.strip():
                yield text
            yield character
            text = ""
        else:
            text += character
    if text.strip():
        yield text


def _choice(
    marks: list[str], split: Split, group: Group | None, closing: str | None
) -> tuple[list[Sequence], list[str]]:
    """Read alternatives up to the closing bracket. Returns them and what follows it."""
    options: list[Sequence] = []
    current: list[Sequence] = [()]
    while marks:
        mark, marks = marks[0], marks[1:]
        if mark in ")]":
            if mark != closing:
                return [*options, *current], [mark, *marks]
            return _grouped([*options, *current], group), marks
        if mark == "|":
            options, current = [*options, *current], [()]
            continue
        if mark in "([":
            inner, marks = _choice(marks, split, group, ")" if mark == "(" else "]")
            inner = [*inner, ()] if mark == "[" else inner
        else:
            inner = [_words(mark, split)]
        current = [before + after for before in current for after in inner]
        if len(current) > MOST:
            raise NotationError(f"stands for more than {MOST} phrases - split it, or use a word list in <>")
    if closing is not None:
        raise NotationError(f"a bracket is not closed - add `{closing}`")
    return [*options, *current], []


def _grouped(options: list[Sequence], group: Group | None) -> list[Sequence]:
    """Put one name in the place of alternatives that are only words."""
    if group is None or len(options) < FEWEST or any(_is_mark(word) for option in options for word in option):
        return options
    return [(group(tuple(dict.fromkeys(options))),)] if all(options) else options


def _words(text: str, split: Split) -> Sequence:
    words: list[str] = []
    for word in text.split():
        words += [word] if _is_mark(word) else split(word)
    return tuple(words)


def _is_mark(word: str) -> bool:
    return word == GAP or (word.startswith("<") and word.endswith(">"))
