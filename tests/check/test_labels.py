"""skill/workbench/check/labels.py: what Alexa reads aloud to the room tells nothing of anybody's health."""

from pathlib import Path

import pytest

from skill.words.yamlfile import Problem, Yaml
from skill.workbench.check.labels import check_labels
from skill.workbench.check.texts import Text, texts


def problems(template: str, field: str = "label") -> list[Problem]:
    """Check one text of a reminder."""
    file = Yaml(Path("scheduled.yaml"), {}, {}, [])
    return list(check_labels([Text(file, ("checked", field), template)]))


@pytest.mark.parametrize(
    "label",
    [
        "Time to look at your leg",
        "Did you see the doctor?",
        "Blood clot reminder",
        "Is the SWELLING better?",
        "Calf exercises",
        "Take your tablets",
        "Be seen, {you}",
        "Time to get up and move around, and then sit down again for a while",
    ],
)
def test_a_label_that_tells_the_room_is_found(label: str) -> None:
    """In capitals too; gaps stay open, and a long one is read twice."""
    assert problems(label)


def test_the_labels_of_the_store_tell_nothing() -> None:
    """And every proposal and confirmation names its time."""
    assert list(check_labels(texts())) == []


@pytest.mark.parametrize("field", ["offer", "set"])
def test_a_proposal_names_its_time(field: str) -> None:
    """Nobody can agree to a time that is not said."""
    assert problems("Shall I remind you?", field)
    assert problems("Shall I remind you {when}?", field) == []
