"""The sheet, made once from the frozen content, and read as text."""

import html
import re
from functools import cache

import pytest

from skill.rules.triage import RULES, Rule
from skill.words.texts import CONTENT
from skill.workbench.review.material import Material, read_material
from skill.workbench.review.page import Page
from skill.workbench.review.run import make_pages
from tests.conftest import handler


@cache
def material(rules: tuple[Rule, ...] = RULES) -> Material:
    """Read what the review is made from, without the conversations that lead to each text."""
    return read_material(CONTENT, rules)


def text_of(page: Page | str) -> str:
    """Give the words of a page, without its marks."""
    source = page if isinstance(page, str) else page.html
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", source)).split())


def block(pages: dict[str, Page], file: str, key: str) -> str:
    """Give the words of the block with this key; the test fails where there is not exactly one."""
    articles = re.findall(r"<article.*?</article>", pages[file].html, re.DOTALL)
    (found,) = [one for one in articles if f"<code>{key}</code>" in one]
    return text_of(found)


@pytest.fixture(scope="session")
def pages() -> dict[str, Page]:
    return {page.file: page for page in make_pages(material(), handler())[0]}
