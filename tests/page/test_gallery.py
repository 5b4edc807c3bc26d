"""The pictures of screens on the page."""

import datetime as dt
from pathlib import Path

from flask.testing import FlaskClient

from skill.workbench.page.gallery import Drawn, Gallery, gallery, picture, write

DAY = dt.date(2026, 11, 28)


def test_what_was_drawn_is_listed_with_its_day(tmp_path: Path) -> None:
    """Each screen with its picture on every device."""
    drawn = (Drawn("question", {"round": "question_-_round.png"}),)
    write(drawn, DAY, tmp_path)

    assert gallery(tmp_path) == Gallery(drawn, DAY)


def test_before_anything_is_drawn_the_list_is_empty(tmp_path: Path) -> None:
    """Nor does an index that was cut short break the page."""
    assert gallery(tmp_path) == Gallery()

    (tmp_path / "index.json").write_text('{"drawn": [')
    assert gallery(tmp_path) == Gallery()


def test_only_pictures_that_are_listed_are_given(tmp_path: Path) -> None:
    """No other file of this machine is."""
    write((Drawn("question", {"round": "a.png", "television": "gone.png"}),), DAY, tmp_path)
    (tmp_path / "a.png").write_bytes(b"drawn")
    (tmp_path / "b.png").write_bytes(b"not listed")

    assert picture("a.png", tmp_path) == tmp_path / "a.png"
    assert [picture(name, tmp_path) for name in ("b.png", "gone.png", "index.json", "../secret")] == [None] * 4


def test_the_page_answers_for_them(client: FlaskClient) -> None:
    """An unknown picture is not found, and asking for the list never fails."""
    assert set(client.get("/page/gallery").get_json()) == {"drawn", "day"}
    assert client.get("/page/gallery/unknown.png").status_code == 404
