"""Phrases as a tree of words, and finding them in a sentence. Pure."""

from collections.abc import Container, Iterable, Iterator, Mapping

from msgspec import Struct

from skill.hearing.vocabulary import END, GAP, Tree

# How many words a gap may swallow.
WIDEST_GAP = 3
# Place in a sentence -> the word lists that have an entry there -> where it ends.
Listed = Mapping[int, Mapping[str, list[int]]]


class Found(Struct, frozen=True):
    """A phrase in a sentence: what it means, where, and which words are its own (a gap's are not)."""

    meaning: int
    start: int
    end: int
    words: frozenset[int]


def plant(tree: Tree, sequence: Iterable[str], meaning: int) -> None:
    """Add one phrase to a tree."""
    for step in sequence:
        tree = tree.setdefault(step, {})
    ends = tree.setdefault(END, [])
    if meaning not in ends:
        ends.append(meaning)


def find(tree: Tree, words: tuple[str, ...], listed: Listed, walls: Container[int] = ()) -> list[Found]:
    """Find every phrase of a tree in a sentence.

    words: the sentence. listed: where entries of word lists stand. walls: places that a gap may not reach over.
    Returns the phrases in the order of their first word.
    """
    found: list[Found] = []
    for start in range(len(words)):
        waiting: list[tuple[Tree, int, tuple[int, ...]]] = [(tree, start, ())]
        while waiting:
            node, at, own = waiting.pop()
            found += [Found(meaning, start, at, frozenset(own)) for meaning in node.get(END, ())]
            if at < len(words):
                waiting += [(after, end, (*own, *range(at, end))) for after, end in _steps(node, at, words, listed)]
                if gap := node.get(GAP):
                    waiting += [(gap, end, own) for end in _over(at, walls)]
    return found


def _steps(node: Tree, at: int, words: tuple[str, ...], listed: Listed) -> Iterator[tuple[Tree, int]]:
    """Give the next steps from a node: by the word itself, and by the lists that it stands in."""
    if after := node.get(words[at]):
        yield after, at + 1
    if here := listed.get(at):
        fewer, more = (here, node) if len(here) < len(node) else (node, here)
        for name in fewer:
            if name in more:
                for end in here[name]:
                    yield node[name], end


def _over(at: int, walls: Container[int]) -> Iterator[int]:
    """Give the places that a gap may lead to."""
    for end in range(at, at + WIDEST_GAP + 1):
        yield end
        if end in walls:
            return
