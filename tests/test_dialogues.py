"""Golden dialogues: a whole conversation as it is typed and heard. `make golden` records them again."""

from pathlib import Path

import pytest

from skill.workbench.dialogues import FOLDER, Dialogue, replay

from .conftest import handler


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_dialogue(path: Path) -> None:
    """What is heard is what was recorded, word for word."""
    recorded = Dialogue.read(path)

    now = replay(recorded, handler())

    assert now.launch == recorded.launch
    for then, again in zip(recorded.turns, now.turns, strict=True):
        assert again == then
    assert now.ends == recorded.ends


def test_there_are_at_least_25_dialogues() -> None:
    """Enough to read the skill by."""
    assert len(list(FOLDER.glob("*.yaml"))) >= 25


def test_a_misspelt_key_in_a_dialogue_is_an_error(tmp_path: Path) -> None:
    """It must not pass silently."""
    path = tmp_path / "slip.yaml"
    path.write_text('about: "x"\nlocale: en-US\nturn: []\nturns: []\n', encoding="utf-8")

    with pytest.raises(ValueError, match="unknown key turn"):
        Dialogue.read(path)
