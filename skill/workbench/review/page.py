"""One printable HTML page of the review: made from a template and what it is to show."""

import datetime as dt
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from msgspec import Struct

TEMPLATES = Path(__file__).with_name("templates")
ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)


class Page(Struct, frozen=True):
    """A page: the name of its file, its title, and its HTML."""

    file: str
    title: str
    html: str


def page(file: str, title: str, template: str, **shown: Any) -> Page:
    """Make a page.

    template: a file of templates/, which extends base.html. shown: what it shows; every text is escaped.
    """
    return Page(file, title, ENVIRONMENT.get_template(template).render(title=title, made=dt.date.today(), **shown))
