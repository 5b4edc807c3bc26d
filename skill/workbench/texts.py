"""Every spoken or shown text of the content, and where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from skill.content import CONTENT, LANGUAGE
from skill.yamlfile import Problem, Yaml, parse

# The files whose entries have a source, and the one that has not.
SOURCED = ("questions", "outcomes", "dangers", "reminders", "topics")
FILES = (*SOURCED, "prompts")
NOT_SPOKEN = ("source", "reviewed", "clinician_reviewed", "covers", "corrects")


@dataclass(frozen=True)
class Text:
    """One text of the content and where it stands."""

    file: Yaml
    where: tuple[str, ...]
    template: str

    def problem(self, what: str, fix: str) -> Problem:
        """Describe a mistake in this text."""
        return self.file.problem(self.where, ".".join(self.where), what, fix)

    @property
    def section(self) -> str:
        """The file it stands in, without its ending."""
        return self.file.path.stem

    @property
    def field(self) -> str:
        """Its key."""
        return self.where[-1]


def texts(root: Path = CONTENT) -> Iterator[Text]:
    """Give every spoken or shown text of the language."""
    for name in FILES:
        file = parse(root / LANGUAGE / f"{name}.yaml")
        for key, value in file.value.items():
            if isinstance(value, str):
                yield Text(file, (key,), value)
                continue
            for field, template in value.items():
                if field not in NOT_SPOKEN and isinstance(template, str):
                    yield Text(file, (key, field), template)
