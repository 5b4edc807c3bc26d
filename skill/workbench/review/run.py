"""`skill review`: writes the pages that clinicians and a safety officer read, print and sign."""

import shutil
import sys
from dataclasses import replace
from itertools import chain
from pathlib import Path

from skill.words.library import Library
from skill.words.texts import CONTENT
from skill.workbench import ROOT
from skill.workbench.review.flow_page import flow_page
from skill.workbench.review.material import Material, read_material
from skill.workbench.review.page import TEMPLATES, Page, page
from skill.workbench.review.safety import pages as safety_pages
from skill.workbench.review.sheet import sheet_pages
from skill.workbench.said import scenes
from skill.workbench.scripts import made, recorded
from skill.workbench.talk import Handler, entry

FOLDER = ROOT / "build" / "review"
STYLE = "print.css"


def run(folder: Path = FOLDER) -> int:
    """Write all pages anew. Returns the exit status: 1 when the flow chart could not be drawn.

    folder: one for the review alone (2 when it is not). Raises ContentError when the content is not as it must be.
    """
    library = Library()
    material = read_material(CONTENT)
    said = scenes(material.content, library.hearing(), chain(recorded(), made(material.content, library.hearing())))
    pages, is_drawn = make_pages(replace(material, scenes=said), entry().lambda_handler)
    try:
        write(pages, folder)
    except FileExistsError as error:
        print(f"review: {error}", file=sys.stderr)
        return 2
    print(f"wrote {len(pages)} pages to {folder} - open index.html and print what you read")
    if not is_drawn:
        print(
            "review: the flow chart is missing - install graphviz (its program dot) and say it again", file=sys.stderr
        )
    return int(not is_drawn)


def make_pages(material: Material, handler: Handler) -> tuple[tuple[Page, ...], bool]:
    """Make all pages, the index first. Returns them, and whether the flow chart was drawn."""
    flow, is_drawn = flow_page(material)
    check, *others = sheet_pages(material, handler)
    pages = (check, flow, *others, *safety_pages())
    index = page("index.html", "Review", "index.html", pages=pages)
    return (index, *pages), is_drawn


def write(pages: tuple[Page, ...], folder: Path) -> None:
    """Write pages and their style into a folder of their own; older pages in it go.

    Raises FileExistsError when the folder holds anything else: it is not ours to empty.
    """
    older = list(folder.iterdir()) if folder.exists() else []
    if strange := [path.name for path in older if path.suffix != ".html" and path.name != STYLE]:
        raise FileExistsError(
            f"{folder} holds other files too, such as {strange[0]} - name a folder for the review alone"
        )
    for path in older:
        path.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(TEMPLATES / STYLE, folder / STYLE)
    for one in pages:
        (folder / one.file).write_text(one.html, encoding="utf-8")
