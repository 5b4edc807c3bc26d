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


@pytest.mark.parametrize(
    "turn", ['{do: "dance"}', '{say: "no", do: "launch"}', '{hear: "no"}', '{say: "no", cards: "x"}']
)
def test_a_turn_that_nobody_can_take_is_an_error(turn: str, tmp_path: Path) -> None:
    """Something is said or done, one thing at a time, and what is recorded of it has known names."""
    path = tmp_path / "slip.yaml"
    path.write_text(f'about: "x"\nlocale: en-US\nturns: [{turn}]\n', encoding="utf-8")

    with pytest.raises(ValueError, match=r"nobody can do|a turn is"):
        Dialogue.read(path)
