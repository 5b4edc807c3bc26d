"""What a person said before a text was heard, from conversations that were held."""

from collections.abc import Iterator, Mapping

from skill.rules.questions import TELLABLE
from skill.workbench.review.block import row
from skill.workbench.review.wording import Wording
from skill.workbench.said import Scene

# More than this is told in short.
SHOWN = 2


def where_said(label: str, key: str, scenes: Mapping[str, Scene]) -> Iterator[Wording]:
    """Give a row with the words that led to a text, and the reply that it stands in.

    key: as in `told.arm.say`. Gives no row where no conversation was held that says it.
    """
    scene = scenes.get(key)
    if scene is None:
        return
    said = " - ".join(f"“{words}”" for words in scene.said[-SHOWN:])
    before = f"after {len(scene.said) - SHOWN} answers, " if len(scene.said) > SHOWN else ""
    yield row(label, f"{before}{said} → “{scene.heard[-1]}”")


def openings(scenes: Mapping[str, Scene]) -> dict[str, str]:
    """Give words that tell what nobody asks, by its id."""
    told = {question: scenes.get(f"told.{question}.say") for question in TELLABLE}
    return {question: scene.said[-1] for question, scene in told.items() if scene is not None and scene.said}
