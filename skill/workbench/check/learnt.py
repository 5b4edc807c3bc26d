"""content/<language>/hearing/learnt.txt: checksums of the phrases that were checked and learnt; the others are new.

So `skill check` need hear only what an editor has written since, and hears it with weights that do not know it.
`skill models --write` renews it. With --every all phrases count as new.
"""

from pathlib import Path
from zlib import crc32

from skill.words.texts import LANGUAGE
from skill.words.yamlfile import KeyPath, Yaml, parse

FILE = "learnt.txt"
FILES = (
    *("answers", "cries", "lists", "signs", "slips", "topics", "triggers", "wishes"),
    *("examples/answers", "examples/others"),
)


class Learnt:
    """The phrases that are known."""

    def __init__(self, checksums: frozenset[str] = frozenset()) -> None:
        self._checksums = checksums

    def knows(self, file: Yaml, where: KeyPath, line: str) -> bool:
        """Tell whether a line was learnt as it stands, in this place."""
        return checksum(file, where, line) in self._checksums


def checksum(file: Yaml, where: KeyPath, line: str) -> str:
    """Give the checksum of a line under its key; its place among its neighbours does not matter."""
    return f"{crc32(':'.join((file.path.stem, *where[:-1], line)).encode()):08x}"


def read_learnt(root: Path, language: str = LANGUAGE) -> Learnt:
    """Read what was learnt; nothing where there is no such file."""
    path = root / language / "hearing" / FILE
    return Learnt(frozenset(path.read_text(encoding="ascii").split()) if path.exists() else frozenset())


def write_learnt(root: Path, language: str = LANGUAGE) -> None:
    """Write down the phrases as they are now."""
    sums = {
        checksum(file, where, line)
        for name in FILES
        for file in [parse(root / language / "hearing" / f"{name}.yaml")]
        for where, line in file.texts()
    }
    (root / language / "hearing" / FILE).write_text("\n".join(sorted(sums)) + "\n", encoding="ascii")
