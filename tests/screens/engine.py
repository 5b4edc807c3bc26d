"""Amazon's own APL engine (apl-viewhost-web 1.4.0, as WebAssembly) in headless Chromium, driven from Python."""

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route, sync_playwright

Json = dict[str, Any]
PACKAGES = Path(__file__).with_name("apl")
ENGINE = PACKAGES / "node_modules" / "apl-viewhost-web" / "index.js"
SCRIPT = Path(__file__).with_name("engine.js")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
)


@dataclass(frozen=True)
class Viewport:
    """A screen: its pixels, how many make an inch, and its shape, as Amazon's profiles have them."""

    width: int
    height: int
    dpi: int = 160
    shape: str = "RECTANGLE"


VIEWPORTS: Mapping[str, Viewport] = {
    "round": Viewport(480, 480, shape="ROUND"),
    "small landscape": Viewport(960, 480),
    "large landscape": Viewport(1280, 800),
    "portrait": Viewport(800, 1280),
    "tv": Viewport(1920, 1080, dpi=320),
}


def install() -> None:
    """Bring the locked packages, once. Raises CalledProcessError when npm cannot."""
    if not ENGINE.exists():
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        subprocess.run(command, cwd=PACKAGES, check=True)


class Engine:
    """One page with the engine in it; it draws one screen at a time."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def draw(self, viewport: Viewport, directive: Json) -> Json:
        """Draw a RenderDocument directive as JSON. Returns what can be seen: its boxes, its text, what went wrong."""
        self.page.set_viewport_size({"width": viewport.width, "height": viewport.height})
        drawn: Json = self.page.evaluate(
            "given => window.draw(given)",
            {
                "document": directive["document"],
                "datasources": directive["datasources"],
                "viewport": vars(viewport) | {"isRound": viewport.shape == "ROUND"},
            },
        )
        return drawn

    def picture(self, path: Path) -> None:
        """Keep what is drawn as PNG."""
        self.page.screenshot(path=path)

    def tap(self, label: str) -> list[str]:
        """Touch a button by its label. Returns the arguments of the event that it sends.

        Raises TimeoutError when it sends none.
        """
        self.page.evaluate("window.sent = []")
        self.page.get_by_text(label, exact=True).last.click(force=True)
        self.page.wait_for_function("window.sent.length > 0", timeout=3000)
        sent: list[str] = self.page.evaluate("window.sent")
        return sent


@contextmanager
def engine() -> Iterator[Engine]:
    """Start the engine without any network, and end it. Raises when there is no Chromium or no npm."""
    install()
    browser_here = next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_here, args=list(QUIET))
        try:
            page = browser.new_page()
            page.route("**/*", _refuse)
            page.set_content('<html><body style="margin:0;background:#000"><div id="view"></div></body></html>')
            page.add_script_tag(path=ENGINE)
            page.add_script_tag(path=SCRIPT)
            yield Engine(page)
        finally:
            browser.close()


def _refuse(route: Route) -> None:
    route.abort()
