"""Checks that what a reminder fits is a question that is asked, or `today`: another id would never bring it forward."""

from collections.abc import Iterator
from pathlib import Path

from skill.rules.questions import BY_ID
from skill.rules.reminders import TODAY
from skill.words.near import advice
from skill.words.texts import CONTENT, LANGUAGE, Content
from skill.words.yamlfile import Problem, parse

FITTED = (*BY_ID, TODAY)


def check_fits(content: Content, root: Path = CONTENT) -> Iterator[Problem]:
    """Check `fits` of every reminder."""
    file = parse(root / LANGUAGE / "reminders.yaml")
    for name, words in content.reminders.items():
        for one in (one for one in words.fits if one not in FITTED):
            fix = advice(one, FITTED, "leave it out")
            yield file.problem((name, "fits"), f"{name}.fits", f"{one} is no question, nor “today”", fix)
