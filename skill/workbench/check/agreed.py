"""content/<language>/agreed.yaml: what people looked at and let stand. `skill agree` renews it, on purpose.

texts: what each text says that people rely on or might be hurt by (skill/workbench/check/notions.py). heard: phrases
that mean what their file says, though the hearing would take them for something else (skill/workbench/check/meant.py).
"""

from pathlib import Path
from typing import Any

import msgspec
import yaml

from skill.words.texts import LANGUAGE
from skill.words.yamlfile import parse

FILE = "agreed.yaml"
HEADER = """\
# yaml-language-server: $schema=../schema/agreed.json
# What a clinician or a second editor has looked at and let stand. Do not edit it by hand: `make agree` renews it, and
# version control shows what is new in it.
# texts: what each text says that people rely on, or might be hurt by.   heard: phrases that mean what their file says,
# though they would be taken for something else if they did not stand there.
"""


class Agreed(msgspec.Struct, frozen=True):
    """texts: key of a text -> its notions. heard: where a phrase stands -> sentences of it."""

    texts: dict[str, tuple[str, ...]] = {}
    heard: dict[str, tuple[str, ...]] = {}


def read_agreed(root: Path, language: str = LANGUAGE) -> Agreed:
    """Read what was agreed; nothing where there is no such file."""
    path = root / language / FILE
    return msgspec.convert(parse(path).value, Agreed) if path.exists() else Agreed()


def write_agreed(root: Path, agreed: Agreed, language: str = LANGUAGE) -> None:
    """Write what is agreed now."""
    value: Any = msgspec.to_builtins(agreed)
    text = yaml.safe_dump(value, allow_unicode=True, width=10_000, default_flow_style=None, sort_keys=True)
    (root / language / FILE).write_text(HEADER + text, encoding="utf-8")
