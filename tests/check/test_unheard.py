"""`skill check` names a question whose answers nobody would understand."""

from pathlib import Path

import pytest
import yaml

from skill.rules.questions import ASKED
from skill.words.library import load
from skill.workbench.check.hearing import check_hearing
from tests.check.edits import FROZEN, edited


@pytest.mark.parametrize("question", ["breathing", "veins"])
def test_a_question_that_cannot_be_heard_is_named(question: str) -> None:
    """Only yes, no and not sure would be understood while it waits."""
    signs = "en/hearing/signs.yaml"
    case = {"id": question, "file": signs, "find": f"\n{question}:\n", "put": "\nold_question:\n"}

    with edited(case) as root:
        found = [problem.key for problem in check_hearing(load("en-US"), root)]

    assert question in found


def test_every_question_of_the_frozen_content_is_heard() -> None:
    """The check has nothing to say of it."""
    signs = yaml.safe_load(Path(FROZEN / "en" / "hearing" / "signs.yaml").read_text(encoding="utf-8"))

    assert set(ASKED) <= set(signs)
