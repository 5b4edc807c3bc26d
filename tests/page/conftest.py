"""Shared by the tests of the workbench page: a store that may be edited, the application, and the page in a browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, expect, sync_playwright

from skill.web.app import create_app
from skill.words import library
from skill.words.texts import CONTENT
from skill.workbench.page import latest
from skill.workbench.page.latest import Latest
from skill.workbench.page.page import add_page
from skill.workbench.page.slow import Slow
from tests.web.conftest import Process, process

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# A container has no sandbox to offer; and nothing is fetched from anywhere.
OPTIONS = (
    *("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
)


@pytest.fixture
def store(small_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a copy of the content that this process reads."""
    copied = Path(shutil.copytree(small_store, tmp_path / "content"))
    for module in (library, latest):
        monkeypatch.setattr(module, "CONTENT", copied)
    return copied


def application() -> Flask:
    """Make the application, without what takes seconds."""
    served = Latest()
    app = create_app(served, unsigned=True)
    add_page(app, served, Slow(lambda _: []), Slow(lambda _: {}))
    return app


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return application().test_client()


@pytest.fixture
def edited(store: Path) -> FlaskClient:  # noqa: ARG001  # it is read
    """Give a client of the content that may be edited."""
    return application().test_client()


def edit(path: Path, old: str, new: str) -> None:
    """Change a text of a file, as an editor does."""
    before = path.read_text(encoding="utf-8")
    assert old in before
    path.write_text(before.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the copy of the content that the server in the browser tests reads."""
    return Path(shutil.copytree(CONTENT, tmp_path_factory.mktemp("page") / "content"))


@pytest.fixture(scope="module")
def running(files: Path) -> Iterator[Process]:
    with process("-m", "skill", "serve", "--port", "0", "--unsigned", LEG_CHECK_CONTENT=str(files)) as server:
        yield server


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = next((where for name in NAMES if (where := shutil.which(name))), None)
    assert found, f"none of {', '.join(NAMES)} is installed"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=list(OPTIONS))
        yield started
        started.close()


@pytest.fixture(params=[None])
def page(request: pytest.FixtureRequest, running: Process, browser: Browser) -> Iterator[Page]:
    """Open the page at its start; a script may be given that runs before the page's own.

    Whatever the test does, the page must load nothing from elsewhere, and nothing may go wrong in its scripts.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    opened, home, asked, wrong = context.new_page(), f"http://127.0.0.1:{running.port}/", list[str](), list[str]()
    opened.on("request", lambda sent: asked.append(sent.url))
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    if request.param:
        opened.add_init_script(request.param)
    opened.goto(home)
    expect(opened.locator("#log .alexa")).to_have_count(1)
    yield opened
    context.close()
    assert wrong == []
    assert [url for url in asked if not url.startswith(home)] == []
