"""A store whose words and rules have been weighed, for the tests that change something in it."""

import shutil
from pathlib import Path

from skill.words.texts import CONTENT, LANGUAGE
from skill.words.yamlfile import Problem
from skill.workbench.check.weighed import check_weighed
from skill.workbench.weighing.ledger import HAZARDS
from skill.workbench.weighing.weigh import weigh

QUESTIONS = f"{LANGUAGE}/questions.yaml"
RULE = '''"""What answers mean."""

# Two of these are enough.
ENOUGH = 2


def meant(count: int) -> str:
    """Say what a number of signs means."""
    return "today" if count >= ENOUGH else "soon"
'''


def make(folder: Path) -> Path:
    """Make a store whose words and rules have been weighed; it knows two hazards."""
    root = Path(shutil.copytree(CONTENT, folder / "content", ignore=shutil.ignore_patterns("hearing", "clinical")))
    (root / HAZARDS).parent.mkdir()
    (root / HAZARDS).write_text("missed_clot:\n  harm: death\nlate_call:\n  harm: death\n", encoding="utf-8")
    rules_of(root).mkdir()
    (rules_of(root) / "triage.py").write_text(RULE, encoding="utf-8")
    weigh(root, rules_of(root), none="the first state")
    return root


def rules_of(store: Path) -> Path:
    """Give the folder of the rules that go with a store."""
    return store.parent / "rules"


def change(path: Path, old: str, new: str) -> None:
    """Change a text in a file, where it first stands."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def found(store: Path) -> list[Problem]:
    """Check what has been weighed."""
    return check_weighed(store, rules_of(store))


def changed_words(store: Path) -> None:
    """Change the words of one question."""
    change(store / QUESTIONS, '\nswelling:\n  ask: "', '\nswelling:\n  ask: "Tell me, ')
