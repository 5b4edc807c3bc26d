"""`make gallery`: pictures of every kind of screen on every kind of device, in build/gallery; `make serve` shows them.

Words are those of the store, not the frozen ones, unless LEG_CHECK_CONTENT says otherwise.
"""

import datetime as dt
import os
import sys

from skill.workbench import ROOT
from skill.workbench.page.gallery import FOLDER, Drawn, write


def main(only: str = "") -> int:
    """Draw all, or those with some words in their name. Returns the exit status."""
    os.environ["LEG_CHECK_CONTENT"] = str(ROOT / "skill" / "content")
    from skill.alexa.screens.directive import Projector
    from skill.words.library import load
    from skill.words.speech import Voice

    from .engine import VIEWPORTS, engine
    from .shown import shown
    from .wire import as_json

    FOLDER.mkdir(parents=True, exist_ok=True)
    projector, drawn = Projector(), []
    with engine() as drawing:
        for name, moment in shown().items():
            if only not in name:
                continue
            pictures = {device: f"{name} - {device}.png".replace(" ", "_") for device in VIEWPORTS}
            for device, file in pictures.items():
                voice = Voice(load("en-GB"), moment.state.for_other)
                drawing.draw(VIEWPORTS[device], as_json(projector.directive(moment.reply, moment.state, voice)))
                drawing.picture(FOLDER / file)
            drawn.append(Drawn(name, pictures))
    if not only:
        write(tuple(drawn), dt.datetime.now(dt.UTC).date())
    print(f"wrote {len(drawn)} screens to {FOLDER} - `make serve` shows them under See")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
