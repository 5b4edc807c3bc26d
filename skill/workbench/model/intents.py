"""content/<language>/intents.yaml: the few phrases that Alexa takes for an intent, and what goes with them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from msgspec import Struct

from skill.alexa.routes import ROUTES
from skill.dialogue.turns import Answered, CriedForHelp
from skill.hearing.wishes import WISHES
from skill.words.store import ContentError, Reader
from skill.words.texts import CONTENT, LANGUAGE, Text
from skill.words.yamlfile import KeyPath, Problem, Yaml, parse

FILE = "intents.yaml"
# What whole sentences are about that are no wish: see model/sentences.py.
CRY, NOTHING = "cry", "nothing"


class Entries(Struct, frozen=True, forbid_unknown_fields=True):
    """The file as it stands. promised: phrase -> what it must be taken for, in the words of the contract."""

    samples: dict[str, tuple[Text, ...]]
    promised: dict[str, Text]
    swearing: tuple[Text, ...]


@dataclass(frozen=True)
class Intents:
    """The intents of a language, and where they stand."""

    file: Yaml
    samples: Mapping[str, tuple[str, ...]]
    promised: Mapping[str, str]
    swearing: frozenset[str]

    def problem(self, where: KeyPath, what: str, fix: str) -> Problem:
        """Describe a mistake at a key."""
        return self.file.problem(where, ".".join(where), what, fix)

    def swears(self, text: str) -> str | None:
        """Give the word with which a text swears."""
        return next((word for word in text.split() if word in self.swearing), None)


def read_intents(root: Path = CONTENT, language: str = LANGUAGE) -> Intents:
    """Read the file strictly. Raises ContentError with every problem found."""
    name, reader = f"{language}/{FILE}", Reader(root, [])
    entries = reader.whole(name, Entries)
    if entries is None:
        raise ContentError(reader.problems)
    return Intents(parse(root / name), entries.samples, entries.promised, frozenset(entries.swearing))


def meaning_of(intent: str) -> str:
    """Give what an intent means, in the words by which the example sentences are sorted: yes, cry, repeat ..."""
    turn = ROUTES[intent]
    if isinstance(turn, CriedForHelp):
        return CRY
    if isinstance(turn, Answered):
        return turn.answer.value
    return next((name for name, wished in WISHES.items() if wished == turn), NOTHING)
