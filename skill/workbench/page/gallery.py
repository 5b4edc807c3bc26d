"""The pictures of screens that `make gallery` drew, for the page."""

import datetime as dt
from pathlib import Path

import msgspec

from skill.workbench import ROOT

FOLDER = ROOT / "build" / "gallery"
INDEX = "index.json"


class Drawn(msgspec.Struct, frozen=True):
    """One kind of screen: what it shows, and for each device the file of its picture."""

    screen: str
    pictures: dict[str, str]


class Gallery(msgspec.Struct, frozen=True):
    """All that was drawn, and the day; nothing and None before the first time."""

    drawn: tuple[Drawn, ...] = ()
    day: dt.date | None = None


def write(drawn: tuple[Drawn, ...], day: dt.date, folder: Path = FOLDER) -> None:
    """Write the index of the pictures in a folder."""
    (folder / INDEX).write_bytes(msgspec.json.encode(Gallery(drawn, day)))


def gallery(folder: Path = FOLDER) -> Gallery:
    """Read what was drawn; nothing where no index can be read, and the page says how to draw."""
    try:
        return msgspec.json.decode((folder / INDEX).read_bytes(), type=Gallery)
    except (OSError, msgspec.DecodeError):
        return Gallery()


def picture(name: str, folder: Path = FOLDER) -> Path | None:
    """Give the file of a picture that the index names; None for any other name."""
    named = {file for drawn in gallery(folder).drawn for file in drawn.pictures.values()}
    return folder / name if name in named and (folder / name).is_file() else None
