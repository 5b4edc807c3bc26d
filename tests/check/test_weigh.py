"""`skill weigh`: what a change means for safety is said in the ledger, by somebody, and cannot be left out."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from skill.words.store import ContentError
from skill.words.yamlfile import Problem
from skill.workbench import ROOT, everything
from skill.workbench.cli import main
from skill.workbench.weighing.ledger import CHANGES, WEIGHED, read_ledger
from skill.workbench.weighing.units import RULES, units
from skill.workbench.weighing.weigh import UnweighedError, weigh
from tests.check.weighed_store import QUESTIONS, change, changed_words, found, rules_of


def test_weighing_with_a_hazard_settles_it(store: Path) -> None:
    changed_words(store)

    weigh(store, rules_of(store), touched=["missed_clot"])

    assert found(store) == []
    entry = read_ledger(store)[1][-1]
    assert (entry.changed, entry.hazards, entry.none) == (("questions.swelling.ask",), ("missed_clot",), None)


def test_weighing_with_a_reason_settles_it(store: Path) -> None:
    """The reason stands in the ledger as it was given, but for quotes that no content file may have."""
    changed_words(store)

    weigh(store, rules_of(store), none="only “politer”: it's\nasked the same")

    assert found(store) == []
    assert read_ledger(store)[1][-1].none == 'only "politer": it\'s asked the same'


@pytest.mark.parametrize(("touched", "none"), [([], ""), ([], " \n"), (["late_call"], "nothing")])
def test_weighing_needs_hazards_or_a_reason(store: Path, touched: list[str], none: str) -> None:
    """And not both."""
    changed_words(store)

    with pytest.raises(UnweighedError, match="none is touched"):
        weigh(store, rules_of(store), touched=touched, none=none)

    assert len(found(store)) == 1


def test_an_unknown_hazard_is_refused(store: Path) -> None:
    changed_words(store)

    with pytest.raises(UnweighedError, match="did you mean `late_call`"):
        weigh(store, rules_of(store), touched=["late_cal"])

    assert len(found(store)) == 1


def test_weighing_nothing_is_refused(store: Path) -> None:
    with pytest.raises(UnweighedError, match="nothing has changed"):
        weigh(store, rules_of(store), none="nothing")


def test_changes_can_be_weighed_one_by_one(store: Path) -> None:
    """What is not named still waits."""
    changed_words(store)
    change(rules_of(store) / "triage.py", "ENOUGH = 2", "ENOUGH = 3")

    weigh(store, rules_of(store), none="politer", keys=["questions.swelling"])

    assert [problem.key for problem in found(store)] == ["rules.triage"]
    with pytest.raises(UnweighedError, match=r"questions\.swelling: nothing"):
        weigh(store, rules_of(store), none="politer", keys=["questions.swelling"])


def test_weighing_keeps_the_entries_before(store: Path) -> None:
    before = (store / CHANGES).read_text(encoding="utf-8")
    changed_words(store)

    weigh(store, rules_of(store), none="politer")

    assert (store / CHANGES).read_text(encoding="utf-8").startswith(before)


def test_hashes_that_were_renewed_by_hand_are_found(store: Path) -> None:
    """Without an entry, nobody answers for them."""
    changed_words(store)
    now = units(store, rules_of(store))
    text = "".join(f"{key} {now[key].hash}\n" for key in sorted(now))
    (store / WEIGHED).write_text(text, encoding="utf-8")

    (problem,) = found(store)
    assert problem.path == store / WEIGHED


def test_two_branches_that_were_merged_are_weighed_once_more(store: Path) -> None:
    """Both entries and both hashes are kept; a third entry says that the two go together."""
    other = Path(shutil.copytree(store.parent, store.parent.parent / f"{store.parent.name}_other")) / store.name
    changed_words(store)
    weigh(store, rules_of(store), none="politer")
    change(rules_of(other) / "triage.py", "ENOUGH = 2", "ENOUGH = 3")
    entry = weigh(other, rules_of(other), touched=["missed_clot"])
    change(rules_of(store) / "triage.py", "ENOUGH = 2", "ENOUGH = 3")
    theirs = (other / CHANGES).read_text(encoding="utf-8").rpartition("  - state")
    with (store / CHANGES).open("a", encoding="utf-8") as ledger:
        ledger.write(theirs[1] + theirs[2])
    hashed = units(other, rules_of(other))["rules.triage"].hash
    lines = (store / WEIGHED).read_text(encoding="utf-8").splitlines()
    merged = [f"rules.triage {hashed}" if line.startswith("rules.triage ") else line for line in lines]
    (store / WEIGHED).write_text("\n".join(merged) + "\n", encoding="utf-8")
    assert [problem.path for problem in found(store)] == [store / WEIGHED]

    weigh(store, rules_of(store), none="two branches that do not touch each other")

    assert found(store) == []
    assert entry in read_ledger(store)[1]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('    hazards: ["late_cal"]', "late_cal is no hazard"),
        ("    hazards: []", "does not say whether"),
        ('    none: " "', "does not say whether"),
    ],
)
def test_an_entry_that_says_nothing_is_found(store: Path, written: str, told: str) -> None:
    """Whoever writes the ledger by hand gets no further."""
    change(store / CHANGES, '    none: "the first state"', written)

    (problem,) = found(store)
    assert problem.path == store / CHANGES
    assert told in problem.what


@pytest.mark.parametrize(("old", "new"), [("  - state:", "  - status:"), ("changes:\n", "changes: no\nmore:\n")])
def test_a_ledger_that_cannot_be_read_is_found(store: Path, old: str, new: str) -> None:
    """By its place, and nothing is written into it."""
    change(store / CHANGES, old, new)

    assert {problem.path for problem in found(store)} == {store / CHANGES}
    with pytest.raises(ContentError):
        weigh(store, rules_of(store), none="nothing")


def test_a_missing_ledger_is_found(store: Path) -> None:
    (store / CHANGES).unlink()

    assert [problem.path for problem in found(store)] == [store / CHANGES]


def test_texts_that_cannot_be_read_are_not_weighed(store: Path) -> None:
    """They would count as gone."""
    change(store / QUESTIONS, '\nswelling:\n  ask: "', "\nswelling:\n  ask: '")

    with pytest.raises(ContentError):
        weigh(store, rules_of(store), none="nothing")


def test_the_check_weighs_last(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """While something else is wrong, the words will change again."""
    weigh(store, RULES, none="the rules that there are")
    changed_words(store)
    wrong = Problem(store / QUESTIONS, 1, "swelling", "is wrong", "mend it")

    monkeypatch.setattr(everything.Store, "check", lambda *_, **__: [wrong])
    assert everything.run(root=store) == 1
    assert "questions.swelling.ask" not in capsys.readouterr().out

    monkeypatch.setattr(everything.Store, "check", lambda *_, **__: [])
    assert everything.run(root=store) == 1
    assert "questions.swelling.ask" in capsys.readouterr().out


def test_the_command_writes_the_entry(store: Path) -> None:
    """By the words of the store that the command is started with."""
    command = [sys.executable, "-m", "skill", "weigh", "--hazard", "missed_clot", "--hazard", "late_call", "rules"]
    environment = {**os.environ, "LEG_CHECK_CONTENT": str(store)}

    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    assert ran.returncode == 0, ran.stderr
    assert read_ledger(store)[1][-1].hazards == ("missed_clot", "late_call")
    again = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert again.returncode == 1
    assert "nothing has changed" in again.stderr


def test_the_command_wants_to_be_told_something() -> None:
    with pytest.raises(SystemExit) as ended:
        main(["weigh"])

    assert ended.value.code == 2
