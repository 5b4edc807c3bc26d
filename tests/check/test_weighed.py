"""Changes are weighed: `skill check` names a changed rule or text until the ledger says what it means for safety."""

from pathlib import Path

import pytest
import yaml

from skill.words.texts import LANGUAGE
from skill.workbench.weighing.units import RULES, units
from tests.check.weighed_store import QUESTIONS, change, changed_words, found, rules_of


def test_what_was_weighed_is_no_finding(store: Path) -> None:
    assert found(store) == []


def test_a_changed_text_is_found_in_its_line(store: Path) -> None:
    changed_words(store)

    (problem,) = found(store)

    lines = (store / QUESTIONS).read_text(encoding="utf-8").splitlines()
    assert problem.key == "questions.swelling.ask"
    assert problem.path == store / QUESTIONS
    assert "Tell me, " in lines[problem.line - 1]
    assert problem.severity == "error"


@pytest.mark.parametrize(
    ("file", "old", "key"),
    [
        ("en/questions.yaml", '{ask: "', "questions.breathing.parts."),
        ("en/outcomes.yaml", '\n    child: {means: "', "outcomes.same_day.instead.child.means"),
        ("en/topics.yaml", '\n    same_day: "', "topics."),
        ("en/prompts.yaml", 'welcome: "', "prompts.welcome"),
        ("en/cries.yaml", 'heard: "', "cries."),
        ("en/people.yaml", 'See: "', "people."),
        ("en/grammar.yaml", 'join: "', "grammar.join"),
        ("places.yaml", 'doctor: "', "places."),
        ("en/reminders.yaml", 'fits: ["', "reminders.wait_safely.fits"),
    ],
)
def test_whatever_is_spoken_is_weighed(store: Path, file: str, old: str, key: str) -> None:
    """Deep down, filled into a gap, or only said to some."""
    change(store / file, old, f"{old}x")

    assert any(problem.key.startswith(key) for problem in found(store))


def test_what_nobody_hears_is_not_weighed(store: Path) -> None:
    """A date, a source, a sign-off and a comment change no word."""
    change(store / QUESTIONS, '  reviewed: "', '  reviewed_by: {name: "Dr A"}\n  reviewed: "')
    change(store / QUESTIONS, '  source: ["', '  source: ["NHS-DVT", "')
    change(store / QUESTIONS, "\nswelling:", "\n# The core of it.\nswelling:")

    assert found(store) == []


def test_wrapping_a_text_anew_is_no_change(store: Path) -> None:
    asked = yaml.safe_load((store / QUESTIONS).read_text(encoding="utf-8"))["swelling"]["ask"]
    wrapped = asked.replace(" ", "\n    ", 1)
    change(store / QUESTIONS, f'\nswelling:\n  ask: "{asked}"', f'\nswelling:\n  ask: "{wrapped}"')

    assert found(store) == []


def test_a_new_text_is_found(store: Path) -> None:
    change(store / LANGUAGE / "reminders.yaml", "\nwait_safely:", '\nrest:\n  short: "Rest."\n\nwait_safely:')

    (problem,) = found(store)
    assert problem.key == "reminders.rest.short"
    assert "is new" in problem.what


def test_a_text_that_is_gone_is_found(store: Path) -> None:
    """Silence can hurt as words can."""
    asked = yaml.safe_load((store / LANGUAGE / "prompts.yaml").read_text(encoding="utf-8"))["no_alarm"]
    change(store / LANGUAGE / "prompts.yaml", f'no_alarm: "{asked}"\n', "")

    (problem,) = found(store)
    assert problem.key == "prompts.no_alarm"
    assert "is gone" in problem.what


@pytest.mark.parametrize(
    ("old", "new"), [("ENOUGH = 2", "ENOUGH = 3"), (">= ENOUGH", "> ENOUGH"), ('"soon"', '"never"')]
)
def test_a_changed_rule_is_found(store: Path, old: str, new: str) -> None:
    change(rules_of(store) / "triage.py", old, new)

    (problem,) = found(store)
    assert problem.key == "rules.triage"
    assert problem.path == rules_of(store) / "triage.py"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# Two of these are enough.", "# Two are enough, says NICE."),
        ("Say what a number of signs means.", "Say how soon."),
        ('"""What answers mean."""\n', ""),
        ('"today" if count >= ENOUGH else "soon"', '(\n        "today" if count >= ENOUGH else "soon"\n    )'),
    ],
)
def test_comments_docstrings_and_layout_are_no_change_of_a_rule(store: Path, old: str, new: str) -> None:
    change(rules_of(store) / "triage.py", old, new)

    assert found(store) == []


def test_a_new_module_and_one_that_is_gone_are_found(store: Path) -> None:
    (rules_of(store) / "triage.py").rename(rules_of(store) / "urgency.py")

    assert {problem.key for problem in found(store)} == {"rules.triage", "rules.urgency"}


def test_every_module_of_the_rules_is_weighed() -> None:
    named = {f"rules.{path.stem}" for path in RULES.rglob("*.py")}

    assert "rules.triage" in named
    assert named <= set(units())
