"""`make gallery`: pictures of every kind of screen on every kind of device, in build/gallery.

Words are those of the store, not the frozen ones, unless LEG_CHECK_CONTENT says otherwise.
"""

import html
import os
import sys
from pathlib import Path

from skill.workbench import ROOT

FOLDER = ROOT / "build" / "gallery"


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
    projector, rows = Projector(), []
    with engine() as drawing:
        for name, moment in shown().items():
            if only not in name:
                continue
            cells = []
            for device, viewport in VIEWPORTS.items():
                path = FOLDER / f"{name} - {device}.png".replace(" ", "_")
                voice = Voice(load("en-GB"), moment.state.for_other)
                drawing.draw(viewport, as_json(projector.directive(moment.reply, moment.state, voice)))
                drawing.picture(path)
                cells.append(_cell(path, device))
            rows.append(f"<h2>{html.escape(name)}</h2><div>{''.join(cells)}</div>")
    page = f"<!doctype html><html lang='en'><meta charset='utf-8'><title>Screens</title>{STYLE}{''.join(rows)}</html>"
    (FOLDER / "index.html").write_text(page, encoding="utf-8")
    print(f"wrote {FOLDER / 'index.html'}")
    return 0


STYLE = """<style>
body { font: 1rem sans-serif; background: #ddd }
img { height: 16rem; margin: .3rem }
figure { display: inline-block }
</style>"""


def _cell(path: Path, device: str) -> str:
    return (
        f'<figure><a href="{path.name}"><img src="{path.name}" alt="{html.escape(device)}"></a>'
        f"<figcaption>{html.escape(device)}</figcaption></figure>"
    )


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
