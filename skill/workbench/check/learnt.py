"""content/<language>/hearing/learnt.txt: checksums of the phrases that were checked and learnt; the others are new.

So `skill check` need hear only what an editor has written since, and hears it with weights that do not know it.
`skill models --write` renews it.
"""

from collections.abc import Iterable
from pathlib import Path
from zlib import crc32

from skill.words.texts import LANGUAGE
from skill.words.yamlfile import KeyPath, Yaml, parse

FILE = "learnt.txt"
VOCABULARY = ("answers", "cries", "lists", "signs", "slips", "topics", "triggers", "wishes")
EXAMPLES = ("examples/answers", "examples/others")
# Stands between the checksums of the two.
BETWEEN = "\n--\n"


class Learnt:
    """The phrases that are known."""

    def __init__(self, vocabulary: frozenset[str] = frozenset(), examples: frozenset[str] = frozenset()) -> None:
        """Both are checksums of lines."""
        self._vocabulary, self._all = vocabulary, vocabulary | examples

    def knows(self, file: Yaml, where: KeyPath, line: str) -> bool:
        """Tell whether a line was learnt as it stands, in this place."""
        return checksum(file, where, line) in self._all

    def misses(self, now: Iterable[tuple[Yaml, KeyPath, str]]) -> bool:
        """Tell whether a phrase of the vocabulary that was learnt is gone; the examples do not count."""
        sums = {checksum(*one) for one in now}
        return bool(self._vocabulary - sums)


def key_of(file: Yaml, where: KeyPath) -> str:
    """Name the list in which a line stands: `answers.swelling.no`. Its place among its neighbours does not matter."""
    return ".".join((file.path.stem, *where[:-1]))


def checksum(file: Yaml, where: KeyPath, line: str) -> str:
    """Give the checksum of a line in its list."""
    return f"{crc32(f'{key_of(file, where)}:{line}'.encode()):08x}"


def read_learnt(root: Path, language: str = LANGUAGE) -> Learnt:
    """Read what was learnt; nothing where there is no such file."""
    path = root / language / "hearing" / FILE
    if not path.exists():
        return Learnt()
    vocabulary, _, examples = path.read_text(encoding="ascii").partition(BETWEEN)
    return Learnt(frozenset(vocabulary.split()), frozenset(examples.split()))


def write_learnt(root: Path, language: str = LANGUAGE) -> None:
    """Write down the phrases as they are now."""
    folder = root / language / "hearing"
    text = BETWEEN.join("\n".join(sorted(_checksums(folder, names))) for names in (VOCABULARY, EXAMPLES))
    (folder / FILE).write_text(f"{text}\n", encoding="ascii")


def _checksums(folder: Path, names: Iterable[str]) -> set[str]:
    files = [parse(folder / f"{name}.yaml") for name in names]
    return {checksum(file, where, line) for file in files for where, line in file.texts()}
