"""What people are told agrees with what it is for; and Lambda ships none of it."""

from pathlib import Path

from skill.rules.triage import Urgency
from skill.words.texts import CONTENT, LOCALES
from skill.workbench.aws.build import built_content, copy_skill
from skill.workbench.check.purpose import check_purpose
from skill.workbench.clinical.store import read_safety_file


def test_what_people_are_told_agrees_with_the_purpose() -> None:
    """The welcome, the listing and the terms say whom it is for, and what it is not for."""
    purpose = read_safety_file().purpose

    assert [*check_purpose(purpose, CONTENT)] == []
    assert all(limit.said for limit in (*purpose.people, *purpose.not_people, purpose.kept))


def test_the_purpose_names_every_place_and_every_outcome() -> None:
    purpose = read_safety_file().purpose

    assert {*purpose.places} == {*LOCALES}
    assert {*purpose.outcomes} == {urgency.id for urgency in Urgency}


def test_lambda_ships_no_safety_file(tmp_path: Path) -> None:
    copy_skill(tmp_path / "skill", built_content())

    assert not [path for path in tmp_path.rglob("*") if "clinical" in path.name or "hazard" in path.name]
