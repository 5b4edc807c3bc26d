"""The utterance templates of the content, expanded: every sample of every intent, and the values of every slot type.

Templates are in hassil syntax (github.com/OHF-Voice/hassil): (a|b) alternatives, [optional], <rule>, {slot}.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hassil.errors import HassilError
from hassil.expression import Sentence
from hassil.parse_expression import parse_sentence
from hassil.parser import ParseError
from hassil.sample import sample_expression
from hassil.util import normalize_whitespace

from skill.content import CONTENT, LANGUAGE
from skill.store import ContentError
from skill.yamlfile import Problem, Yaml, parse

UTTERANCES = CONTENT / LANGUAGE / "utterances"
COMMON = "common.yaml"
# Intent -> slot -> type. The names are the contract with the handlers (skill/routes.py).
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
    files = [parse(path) for path in sorted(folder.glob("*.yaml"))]
    problems = [problem for file in files for problem in file.problems]
    common = next((file for file in files if file.path.name == COMMON), None)
    if common is None:
        problems.append(Problem(folder / COMMON, 1, COMMON, "the file is missing", "restore it from the last version"))
    if problems or common is None:
        raise ContentError(problems)
    rules = {name: parse_sentence(text) for name, text in common.value.get("rules", {}).items()}
    types = {
        name: {i: _expand_all(common, ("slots", name, i), texts, rules, problems) for i, texts in values.items()}
        for name, values in common.value.get("slots", {}).items()
    }
    intents: dict[str, tuple[str, ...]] = {}
    lines: dict[str, tuple[Path, int]] = {}
    for file in (file for file in files if file is not common):
        for intent, templates in file.value.items():
            intents[intent] = _expand_all(file, (intent,), templates, rules, problems)
            lines[intent] = (file.path, file.lines.get((intent,), 1))
    if problems:
        raise ContentError(problems)
    return Vocabulary(intents, types, lines)


def _expand_all(
    file: Yaml, where: tuple[str, ...], templates: object, rules: dict[str, Sentence], problems: list[Problem]
) -> tuple[str, ...]:
    if not isinstance(templates, list):
        problems.append(
            file.problem(where, ".".join(where), "is not a list", 'write a list of templates, each in "quotes"')
        )
        return ()
    samples: dict[str, None] = {}
    for number, template in enumerate(templates):
        try:
            samples |= dict.fromkeys(expand(str(template), rules))
        except (HassilError, ParseError, ValueError) as error:
            here = (*where, str(number))
            what = f"is not a template ({str(error) or type(error).__name__})"
            fix = "check the brackets, and that each <rule> stands in common.yaml"
            problems.append(file.problem(here, ".".join(here), what, fix))
    return tuple(samples)


def expand(template: str, rules: Mapping[str, Sentence]) -> list[str]:
    """Expand one template to its samples. Raises HassilError or ValueError when it is not one."""
    expression = parse_sentence(template).expression
    samples: dict[str, None] = {}
    for text in sample_expression(expression, expansion_rules=dict(rules), expand_lists=False):
        samples[normalize_whitespace(text).strip()] = None
        if len(samples) > MOST_SAMPLES:
            raise ValueError(f"it expands to more than {MOST_SAMPLES} samples")
    return list(samples)
