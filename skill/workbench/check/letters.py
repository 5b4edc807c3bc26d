"""Checks the files of the store letter by letter: what an eye does not see, quotes, merge marks, and stray files."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from skill.words.yamlfile import Problem

MERGE = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: |$)")
MARKS = ("<", "=", ">", "|")
# Letters that look like Latin ones, by the script that their Unicode name begins with.
SCRIPTS = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "FULLWIDTH", "MATHEMATICAL", "LETTERLIKE")
SINGLE = re.compile(r"(?<=\w)[’‘](?=\w)")
DOUBLE = re.compile("[“”„«»]")
COMMENT = re.compile(r"(?:^|\s)#.*")
# What belongs in the store, beside its YAML.
KNOWN = {
    *("article.yaml", "places.yaml", "sources.yaml", "store_locales.yaml"),
    *("clinical/changes.yaml", "clinical/weighed.txt"),
    *("clinical/argument.yaml", "clinical/hazards.yaml", "clinical/intended_purpose.yaml"),
    *("icons/icon_108.png", "icons/icon_512.png", "icons/leg_check.svg"),
}
LANGUAGE_FILES = {
    *("agreed", "cries", "grammar", "intents", "outcomes", "people", "prompts", "questions", "reminders", "scheduled"),
    "screen",
    *("store", "told", "topics", "hearing/answers", "hearing/cries", "hearing/lists", "hearing/signs", "hearing/slips"),
    *("hearing/topics", "hearing/triggers", "hearing/wishes", "hearing/examples/answers", "hearing/examples/others"),
}
OTHER_FILES = {"privacy.md", "terms.md", "hearing/weights.json", "hearing/learnt.txt"}


def check_letters(root: Path) -> Iterator[Problem]:
    """Check every file below the store."""
    languages = [path.name for path in root.iterdir() if path.is_dir() and len(path.name) == 2]
    belongs = KNOWN | {f"{one}/{name}" for one in languages for name in _of_a_language()}
    for path in sorted(path for path in root.rglob("*") if path.is_file()):
        name = path.relative_to(root).as_posix()
        if name not in belongs and not name.startswith(("schema/", "built/")):
            meant = _nearest(path, belongs, root)
            fix = f"delete it, or move its words to {meant}" if meant else "delete it"
            yield Problem(path, 1, path.name, "is a file that nothing reads", fix)
        elif path.suffix in (".yaml", ".md"):
            yield from _lines(path)


def _of_a_language() -> set[str]:
    return {f"{name}.yaml" for name in LANGUAGE_FILES} | OTHER_FILES


def _nearest(path: Path, belongs: set[str], root: Path) -> str | None:
    """Find the file that a stray one looks like a copy of: `prompts copy.yaml`, `prompts.yaml~`, `prompts.yml`."""
    stem = re.match(r"[a-z_]*", path.name)
    names = [name for name in sorted(belongs) if stem and Path(name).stem == stem[0].rstrip("_")]
    near = [name for name in names if (root / name).parent == path.parent]
    return next(iter([*near, *names]), None)


def _lines(path: Path) -> Iterator[Problem]:
    text = path.read_text(encoding="utf-8", errors="replace").removeprefix("\ufeff")
    for number, line in enumerate(text.split("\n"), 1):
        if line.isascii() and line.isprintable() and line[:1] not in MARKS:
            continue
        key = line.split(":")[0].strip(' "-')[:40] or path.name
        if MERGE.match(line):
            what, fix = "is a mark of two versions that were not merged", "keep one version, and delete the marks"
            yield Problem(path, number, path.name, what, fix)
            continue
        for what, fix in dict.fromkeys((*_odd(line), *(_quotes(line) if path.suffix == ".yaml" else ()))):
            yield Problem(path, number, key, what, fix)


def _odd(line: str) -> Iterator[tuple[str, str]]:
    for place, character in enumerate(line, 1):
        if character == "\t" or (character.isascii() and character.isprintable()):
            continue
        name = unicodedata.name(character, f"character number {ord(character)}")
        if unicodedata.category(character) in ("Cf", "Cc", "Co", "Cn", "Zs", "Zl", "Zp"):
            what = f"holds an invisible character, {name.lower()}, at place {place}"
            yield what, "delete it and type a space or nothing"
        elif name.startswith(SCRIPTS):
            word = re.search(r"\w*$", line[:place])
            around = (word[0] if word else "") + line[place:].split(" ")[0]
            yield f"holds {name.lower()} in “{around}”, which only looks like ours", "type the word again"


def _quotes(line: str) -> Iterator[tuple[str, str]]:
    said = COMMENT.sub("", line)
    if SINGLE.search(said):
        yield "holds a curly apostrophe", "write a straight one: '"
    if found := DOUBLE.search(said):
        yield f"holds a curly quotation mark {found[0]}", 'write straight ones around a text: "'
