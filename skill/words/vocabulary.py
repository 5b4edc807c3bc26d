"""Reads what a language hears from content/<language>/hearing/ into a Vocabulary. Lambda loads the result as JSON.

Every mistake is reported with file, line and key, and says what to do.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from skill.hearing.leaning import Weights
from skill.hearing.notation import NotationError, expand
from skill.hearing.tree import plant
from skill.hearing.vocabulary import Meaning, Tree, Vocabulary
from skill.hearing.words import right, split
from skill.words.store import ContentError
from skill.words.yamlfile import Problem, parse

Lines = tuple[str, ...]


class Listed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """lists.yaml: endings that are words of their own, and word lists for use as <name>."""

    clitics: list[str]
    lists: dict[str, Lines]


class Spoken(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Ways to say one thing. any: wherever it stands. alone: with nothing else. end: at the end of a sentence."""

    any: Lines = ()
    alone: Lines = ()
    end: Lines = ()


class Sign(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said of one question, or of one part of it.

    says: it is there. leg: the same, in words that count only where the leg is spoken of. fine: it is not there.
    yes, no, unsure: only while the question waits. alone: a yes if nothing else is said. names: what it is called.
    """

    says: Lines = ()
    leg: Lines = ()
    fine: Lines = ()
    yes: Lines = ()
    no: Lines = ()
    unsure: Lines = ()
    alone: Lines = ()
    names: Lines = ()
    parts: dict[str, "Sign"] = {}


class Wish(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Ways to want something. any: wherever it stands. alone: with nothing else. ask: in a question."""

    any: Lines = ()
    alone: Lines = ()
    ask: Lines = ()


class Others(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """examples/others.yaml: whole sentences that are no answers."""

    cries: Lines
    harmless: Lines
    remarks: Lines
    told: dict[str, Lines]
    wishes: dict[str, Lines]
    topics: dict[str, Lines]


@dataclass
class Maker:
    """Plants the phrases of all files; collects problems with the line that each stands in.

    apart: give each line a meaning of its own, so that one can be left out. places: where each meaning stands.
    """

    apart: bool = False
    places: list[tuple[str, ...]] = field(default_factory=list)
    clitics: list[str] = field(default_factory=list)
    slips: Tree = field(default_factory=dict)
    replacements: list[list[str]] = field(default_factory=list)
    lists: Tree = field(default_factory=dict)
    list_names: list[str] = field(default_factory=list)
    groups: dict[tuple[tuple[str, ...], ...], str] = field(default_factory=dict)
    entries: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    phrases: Tree = field(default_factory=dict)
    meanings: list[Meaning] = field(default_factory=list)
    problems: list[tuple[tuple[str, ...], str, str]] = field(default_factory=list)

    def words(self, text: str) -> tuple[str, ...]:
        """Split and put right a text as what a person says is."""
        return right(split(text, self.clitics), self.slips, self.replacements)

    def group(self, options: tuple[tuple[str, ...], ...]) -> str:
        """Make a word list of alternatives that are only words, once."""
        if options not in self.groups:
            self.groups[options] = f"<{len(self.groups)}>"
            self.list_names.append(self.groups[options])
            for option in options:
                plant(self.lists, option, len(self.list_names) - 1)
        return self.groups[options]

    def expanded(
        self, lines: Iterable[str], where: tuple[str, ...], grouped: bool = True
    ) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Give the sequences of lines, each with the place of its line; a line that cannot be read is a problem."""
        for number, line in enumerate(lines):
            place = (*where, str(number))
            try:
                yield from ((place, sequence) for sequence in expand(line, self.words, self.group if grouped else None))
            except NotationError as error:
                self.problems.append((place, line, str(error)))

    def mean(self, meaning: Meaning, lines: Iterable[str], where: tuple[str, ...]) -> None:
        """Plant lines that all mean the same."""
        if not lines:
            return
        last = None
        for place, sequence in self.expanded(lines, where):
            if last is None or (self.apart and place != last):
                self.meanings.append(meaning)
                self.places.append(place)
                last = place
            plant(self.phrases, sequence, len(self.meanings) - 1)

    def read_lists(self, value: Listed) -> None:
        """Take the word lists."""
        self.clitics = value.clitics
        for name, lines in value.lists.items():
            self.list_names.append(f"<{name}>")
            sequences = [one for _, one in self.expanded(lines, ("lists", name), grouped=False)]
            entries = [entry for sequence in sequences for entry in self.unfolded(sequence)]
            self.entries[f"<{name}>"] = entries
            for entry in entries:
                plant(self.lists, entry, len(self.list_names) - 1)

    def unfolded(self, sequence: tuple[str, ...]) -> list[tuple[str, ...]]:
        """Put the entries of the lists that a sequence names in their places."""
        unfolded: list[tuple[str, ...]] = [()]
        for step in sequence:
            choices = self.entries.get(step, [(step,)])
            unfolded = [(*before, *choice) for before in unfolded for choice in choices]
        return unfolded

    def read_slips(self, value: dict[str, Lines]) -> None:
        """Take what was misheard, under what was meant."""
        for meant, lines in value.items():
            self.replacements.append(list(split(meant, self.clitics)))
            for number, line in enumerate(lines):
                try:
                    found = expand(line, lambda text: split(text, self.clitics))
                except NotationError as error:
                    self.problems.append(((meant, str(number)), line, str(error)))
                    continue
                for sequence in found:
                    plant(self.slips, sequence, len(self.replacements) - 1)

    def read_triggers(self, value: dict[str, Lines]) -> None:
        """Take the triggers."""
        for name, lines in value.items():
            self.mean(Meaning("trigger", name), lines, (name,))

    def read_answers(self, value: dict[str, Spoken]) -> None:
        """Take the words for yes, no and not sure."""
        for answer, spoken in value.items():
            for part, lines in (("", spoken.any), ("alone", spoken.alone), ("end", spoken.end)):
                self.mean(Meaning("answer", "", part, answer), lines, (answer, part or "any"))

    def read_sign(self, question: str, sign: Sign, part: str = "") -> None:
        """Take what is said of a question and its parts."""
        where = (question, "parts", part) if part else (question,)
        self.mean(Meaning("mention", question, part, "yes"), sign.says, (*where, "says"))
        self.mean(Meaning("mention", question, part, "yes", near=True), sign.leg, (*where, "leg"))
        self.mean(Meaning("mention", question, part, "no"), sign.fine, (*where, "fine"))
        self.mean(Meaning("here", question, part, "yes"), sign.yes, (*where, "yes"))
        self.mean(Meaning("here", question, part, "no"), sign.no, (*where, "no"))
        self.mean(Meaning("answer", question, "", "unsure"), sign.unsure, (*where, "unsure"))
        self.mean(Meaning("answer", question, "alone", "yes"), sign.alone, (*where, "alone"))
        self.mean(Meaning("name", question, part), sign.names, (*where, "names"))
        for name, inner in sign.parts.items():
            self.read_sign(question, inner, name)

    def read_wishes(self, kind: str, value: dict[str, Wish]) -> None:
        """Take wishes or topics."""
        for name, wish in value.items():
            for part, lines in (("", wish.any), ("alone", wish.alone), ("ask", wish.ask)):
                self.mean(Meaning(kind, name, part), lines, (name, part or "any"))

    def read_cries(self, value: dict[str, Lines]) -> None:
        """Take cries for help."""
        for name, lines in value.items():
            self.mean(Meaning("cry", name, "", "yes"), lines, (name,))


def make(files: dict[str, Any], maker: Maker) -> tuple[Vocabulary, dict[str, list[tuple[tuple[str, ...], str, str]]]]:
    """Make a vocabulary of the decoded files. Returns it with the problems of each file: (key path, line, what)."""
    problems: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}

    def done(name: str) -> None:
        problems[name], maker.problems = maker.problems, []

    maker.read_lists(files["lists"])
    done("lists")
    maker.read_slips(files["slips"])
    done("slips")
    maker.read_triggers(files["triggers"])
    done("triggers")
    maker.read_answers(files["answers"])
    done("answers")
    for question, sign in files["signs"].items():
        maker.read_sign(question, sign)
    done("signs")
    maker.read_cries(files["cries"])
    done("cries")
    maker.read_wishes("wish", files["wishes"])
    done("wishes")
    maker.read_wishes("topic", files["topics"])
    done("topics")
    parts = {question: list(sign.parts) for question, sign in files["signs"].items()}
    vocabulary = Vocabulary(
        maker.clitics,
        maker.slips,
        maker.replacements,
        maker.lists,
        maker.list_names,
        maker.phrases,
        maker.meanings,
        parts,
        files["weights"],
    )
    return vocabulary, problems


FILES: dict[str, Any] = {
    "lists": Listed,
    "slips": dict[str, Lines],
    "triggers": dict[str, Lines],
    "answers": dict[str, Spoken],
    "signs": dict[str, Sign],
    "cries": dict[str, Lines],
    "wishes": dict[str, Wish],
    "topics": dict[str, Wish],
}


def read_vocabulary(root: Path, language: str, maker: Maker | None = None) -> Vocabulary:
    """Read content/<language>/hearing/.

    maker: keeps what the phrases were made from, for whoever wants to know it.
    Raises ContentError with every problem found.
    """
    problems: list[Problem] = []
    parsed = {name: parse(root / language / "hearing" / f"{name}.yaml") for name in FILES}
    files: dict[str, Any] = {}
    for name, kind in FILES.items():
        problems += parsed[name].problems
        if parsed[name].problems:
            continue
        try:
            files[name] = msgspec.convert(parsed[name].value, kind)
        except msgspec.ValidationError:
            problems.append(parsed[name].blame(parsed[name].value, kind, ()))
    if problems:
        raise ContentError(problems)
    files["weights"] = _weights(root / language / "hearing" / WEIGHTS)
    vocabulary, found = make(files, maker or Maker())
    for name, ones in found.items():
        problems += [
            parsed[name].problem(where, ".".join(where), f"`{line}` {what.split(' - ')[0]}", what.split(" - ")[1])
            for where, line, what in ones
        ]
    if problems:
        raise ContentError(problems)
    return vocabulary


# What is learnt from the examples; `skill models --write` makes it anew.
WEIGHTS = "weights.json"


def _weights(path: Path) -> dict[str, Weights]:
    return msgspec.json.decode(path.read_bytes(), type=dict[str, Weights]) if path.exists() else {}


def read_examples(root: Path, language: str) -> tuple[dict[str, dict[str, Lines]], Others]:
    """Read the example sentences: of answers (question -> answer -> lines), and of all else."""
    folder = root / language / "hearing" / "examples"
    answers = msgspec.convert(parse(folder / "answers.yaml").value, dict[str, dict[str, Lines]])
    return answers, msgspec.convert(parse(folder / "others.yaml").value, Others)
