"""The utterance templates of the content, expanded: every sample of every intent, and the values of every slot type.

Templates are in hassil syntax (github.com/OHF-Voice/hassil): (a|b) alternatives, [optional], <rule>, {slot}.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from hassil.errors import HassilError
from hassil.expression import Sentence
from hassil.parse_expression import parse_sentence
from hassil.parser import ParseError
from hassil.sample import sample_expression
from hassil.util import normalize_whitespace
from msgspec import ValidationError, convert

from skill.words.store import ContentError
from skill.words.texts import CONTENT, LANGUAGE
from skill.words.yamlfile import KeyPath, Problem, Yaml, parse

T = TypeVar("T")
# What the template library raises for a text that is no template.
NO_TEMPLATE = (HassilError, ParseError, ValueError)

UTTERANCES = CONTENT / LANGUAGE / "utterances"
COMMON = "common.yaml"
# Intent -> slot -> type. The names are the contract with the handlers (skill/alexa/routes.py).
SYMPTOM = "LegSymptom"
SLOTS: Mapping[str, Mapping[str, str]] = {
    "DescribeSymptomsIntent": {
        "symptom": SYMPTOM,
        "second_symptom": SYMPTOM,
        "third_symptom": SYMPTOM,
        "risk": "LegRisk",
        "whose": "Whose",
    },
    "DenySymptomIntent": {"denied_symptom": SYMPTOM, "symptom": SYMPTOM},
    "CorrectAnswerIntent": {"answer": "LegAnswer", "about": "LegAnswered"},
    "RiskIntent": {"risk": "LegRisk"},
    "GoBackIntent": {"steps": "AMAZON.NUMBER"},
    "TopicIntent": {"topic": "LegTopic"},
}
# A template that expands to more than this is a slip, such as optional words inside optional words.
MOST_SAMPLES = 3000


@dataclass(frozen=True)
class Vocabulary:
    """Intent -> samples with {slots}; slot type -> id -> values, the first one canonical."""

    intents: Mapping[str, tuple[str, ...]]
    types: Mapping[str, Mapping[str, tuple[str, ...]]]
    lines: Mapping[str, tuple[Path, int]]  # intent -> where its templates stand


def read_vocabulary(folder: Path = UTTERANCES) -> Vocabulary:
    """Read and expand all templates below a folder. Raises ContentError with every problem found."""
    reader = Reader({}, [])
    common = reader.file(folder / COMMON)
    for name, text in reader.mapping(common, ("rules",)).items():
        reader.rule(common, name, text)
    types = {
        name: {i: reader.samples(common, ("slots", name, i), texts) for i, texts in values.items()}
        for name in reader.mapping(common, ("slots",))
        for values in [reader.mapping(common, ("slots", name))]
    }
    if reader.problems:  # every template that uses them would fail too
        raise ContentError(reader.problems)
    intents: dict[str, tuple[str, ...]] = {}
    lines: dict[str, tuple[Path, int]] = {}
    for file in (reader.file(path) for path in sorted(folder.glob("*.yaml")) if path.name != COMMON):
        for intent, templates in reader.mapping(file, ()).items():
            if intent in intents:
                what = f"also stands in {lines[intent][0].name}"
                reader.problems.append(file.problem((intent,), intent, what, "keep all its templates in one file"))
            intents[intent] = reader.samples(file, (intent,), templates)
            lines[intent] = (file.path, file.lines.get((intent,), 1))
    if reader.problems:
        raise ContentError(reader.problems)
    return Vocabulary(intents, types, lines)


@dataclass
class Reader:
    """Expands templates with the rules, and collects the problems of all files."""

    rules: dict[str, Sentence]
    problems: list[Problem]

    def file(self, path: Path) -> Yaml:
        """Parse one file; an empty one stands in when it cannot be read."""
        parsed = parse(path)
        self.problems += parsed.problems
        return Yaml(path, {}) if parsed.problems else parsed

    def mapping(self, file: Yaml, where: KeyPath) -> dict[str, object]:
        """Give what stands at a place as key -> value; nothing stands there when the key is missing."""
        value: object = file.value
        for key in where:
            value = value.get(key, {}) if isinstance(value, dict) else {}
        return self._convert(file, value, where, dict[str, object]) or {}

    def rule(self, file: Yaml, name: str, text: object) -> None:
        """Add a rule for the templates to use."""
        try:
            self.rules[name] = parse_sentence(self._convert(file, text, ("rules", name), str) or "")
        except NO_TEMPLATE as error:
            self._refuse(file, ("rules", name), error)

    def samples(self, file: Yaml, where: KeyPath, templates: object) -> tuple[str, ...]:
        """Expand a list of templates, each sample once."""
        samples: dict[str, None] = {}
        for number, template in enumerate(self._convert(file, templates, where, list[str]) or []):
            try:
                samples |= dict.fromkeys(expand(template, self.rules))
            except NO_TEMPLATE as error:
                self._refuse(file, (*where, str(number)), error)
        return tuple(samples)

    def _convert(self, file: Yaml, value: object, where: KeyPath, kind: type[T]) -> T | None:
        try:
            return convert(value, kind)
        except ValidationError as error:
            self.problems.append(file.humanise(str(error), where))
            return None

    def _refuse(self, file: Yaml, where: KeyPath, error: Exception) -> None:
        what = f"is not a template ({str(error) or type(error).__name__})"
        fix = "check the brackets, and that each <rule> stands in common.yaml"
        self.problems.append(file.problem(where, ".".join(where), what, fix))


def expand(template: str, rules: Mapping[str, Sentence]) -> list[str]:
    """Expand one template to its samples. Raises HassilError or ValueError when it is not one."""
    expression = parse_sentence(template).expression
    samples: dict[str, None] = {}
    for text in sample_expression(expression, expansion_rules=dict(rules), expand_lists=False):
        samples[normalize_whitespace(text).strip()] = None
        if len(samples) > MOST_SAMPLES:
            raise ValueError(f"it expands to more than {MOST_SAMPLES} samples")
    return list(samples)
