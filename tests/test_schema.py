"""The JSON Schemas of the content: what they let through, what they underline, and that they are today's."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator, FormatChecker
from msgspec import structs

from skill.workbench.aws.build import copy_skill
from skill.workbench.cli import main
from skill.workbench.schema.hints import HINTS
from skill.workbench.schema.kinds import KEYS, KINDS
from skill.workbench.schema.schemas import FOLDER, STORE, check_schemas, modeline, name_of, run, schema_of

FILES = sorted(STORE.rglob("*.yaml"))


class Loader(yaml.SafeLoader):
    """Reads YAML as an editor's tool does, by YAML 1.2: 911 is a number, nothing is null, yes and a date are text."""

    yaml_implicit_resolvers: dict[Any, Any] = {}  # noqa: RUF012  # as PyYAML wants it


Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(true|false)$"), list("tf"))
Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?\d+$"), list("-+0123456789"))
Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(~|null|)$"), ["~", "n", ""])


def faults(path: Path, text: str) -> list[str]:
    """Give what a tool underlines in the text of a content file: key path and message."""
    schema = json.loads((STORE / FOLDER / f"{name_of(path, STORE)}.json").read_text(encoding="utf-8"))
    validator = Draft7Validator(schema, format_checker=FormatChecker())
    value = yaml.load(text, Loader)  # made from the safe one
    return [f"{fault.json_path}: {fault.message}" for fault in validator.iter_errors(value)]


def changed(name: str, old: str, new: str) -> list[str]:
    """Give what is underlined after one change in a file."""
    path = STORE / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    return faults(path, text.replace(old, new, 1))


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Copy the store without the long examples, which no test here changes."""
    return Path(shutil.copytree(STORE, tmp_path / "content", ignore=shutil.ignore_patterns("examples", "weights.json")))


@pytest.mark.parametrize("path", FILES, ids=lambda path: name_of(path, STORE))
def test_a_tool_underlines_nothing_in_the_store(path: Path) -> None:
    assert faults(path, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", KINDS)
def test_every_schema_is_a_schema(name: str) -> None:
    Draft7Validator.check_schema(schema_of(KINDS[name]))


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("en/questions.yaml", "\n  again:", "\n  agian:", "agian"),
        ("en/questions.yaml", "\nswelling:", "\nsweling:", "sweling"),
        ("en/store.yaml", "contains_ads: false", "contains_ads: no", "'no' is not of type 'boolean'"),
        (
            "en/questions.yaml",
            "  reviewed: ",
            '  reviewed_by: {name: "Dr A"}\n  reviewed: ',
            "'register' is",
        ),
        ("en/questions.yaml", 'reviewed: "2026', 'reviewed: "26 ', "is not a 'date'"),
        ("en/outcomes.yaml", "\nsame_day:", "\ntomorrow:", "tomorrow"),
        ("en/outcomes.yaml", "    child:", "    infant:", "infant"),
        ("en/told.yaml", "\nold:", "\nolder:", "older"),
        ("en/cries.yaml", "stroke:", "strike:", "strike"),
        ("en/prompts.yaml", 'welcome: "', 'wellcome: "', "wellcome"),
        ("en/prompts.yaml", 'disclaimer: "This is not a diagnosis."', "disclaimer:", "None is not of type 'string'"),
        ("en/intents.yaml", "  AMAZON.YesIntent:", "  AMAZON.YepIntent:", "YepIntent"),
        ("en/store.yaml", "  same_day: [", "  some_day: [", "some_day"),
        ("en/hearing/signs.yaml", "\nswelling:", "\nsweling:", "sweling"),
        ("en/hearing/cries.yaml", "\nstroke:", "\nstrike:", "strike"),
        ("en/hearing/wishes.yaml", "\nrepeat:", "\nrepaet:", "repaet"),
        ("en/hearing/answers.yaml", '\n"yes":', '\n"yess":', "yess"),
        ("en/hearing/examples/answers.yaml", '\n  "yes":', '\n  "yess":', "yess"),
        ("places.yaml", 'emergency_number: "911"', "emergency_number: 911", "911 is not of type 'string'"),
        ("sources.yaml", "  publisher:", "  publishers:", "publishers"),
    ],
)
def test_a_mistake_is_underlined(name: str, old: str, new: str, told: str) -> None:
    assert any(told in fault for fault in changed(name, old, new))


def test_a_locale_of_a_new_country_is_let_through() -> None:
    assert changed("places.yaml", "en-IN:", "en-NZ:") == []


def test_the_schemas_are_those_of_the_types() -> None:
    assert check_schemas() == []


def test_drift_is_found(store: Path) -> None:
    """The examples are not in the copy, so their schemas are all the same wanted there."""
    (store / FOLDER / "topics.json").write_text("{}", encoding="utf-8")
    (store / FOLDER / "told.json").unlink()
    (store / FOLDER / "tolled.json").write_text("{}", encoding="utf-8")

    assert {problem.path.name for problem in check_schemas(store)} == {"topics.json", "told.json", "tolled.json"}


def test_a_content_file_that_does_not_name_its_schema_is_found(store: Path) -> None:
    path = store / "en" / "people.yaml"
    path.write_text(path.read_text(encoding="utf-8").partition("\n")[2], encoding="utf-8")

    (problem,) = check_schemas(store)
    assert problem.path == path
    assert "$schema=../schema/people.json" in problem.fix


def test_a_content_file_without_a_schema_is_found(store: Path) -> None:
    (store / "en" / "jokes.yaml").write_text("one: two\n", encoding="utf-8")

    assert [problem.what for problem in check_schemas(store)] == ["has no schema"]


def test_the_command_fails_on_drift_and_renews(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = store / FOLDER / "topics.json"
    today = path.read_text(encoding="utf-8")
    path.write_text("{}", encoding="utf-8")

    assert run(write=False, store=store) == 1
    assert "topics.json:1: topics.json: differs" in capsys.readouterr().err
    assert run(write=True, store=store) == 0
    assert path.read_text(encoding="utf-8") == today


def test_the_command_line_knows_it() -> None:
    assert main(["schema"]) == 0


@pytest.mark.parametrize("path", FILES, ids=lambda path: name_of(path, STORE))
def test_every_content_file_leads_to_its_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]

    assert first == modeline(path, STORE)
    assert (path.parent / first.partition("$schema=")[2]).resolve() == STORE / FOLDER / f"{name_of(path, STORE)}.json"


def test_hints_and_keys_are_of_fields_that_there_are() -> None:
    named = [(of, name) for of, hints in HINTS.items() for name in hints] + list(KEYS)

    assert [(of, name) for of, name in named if name not in {field.name for field in structs.fields(of)}] == []


def test_a_key_shows_what_it_is_for() -> None:
    question = schema_of(KINDS["questions"])["definitions"]["QuestionWords"]

    assert all(field.get("description") for field in question["properties"].values())


def test_lambda_ships_no_schema(tmp_path: Path) -> None:
    copy_skill(tmp_path / "skill", {})

    assert [path for path in (tmp_path / "skill").rglob("*") if "schema" in path.name] == []
