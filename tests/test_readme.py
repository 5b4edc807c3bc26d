"""What the pages for people name is there: the README, the contributing page, docs/ and who owns what."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from skill.workbench import ROOT
from skill.workbench.cli import parser

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
TEXT = {page.relative_to(ROOT).as_posix(): page.read_text(encoding="utf-8") for page in PAGES}
EVERYTHING = "\n".join(TEXT.values())
CODE = "\n".join(path.read_text(encoding="utf-8") for top in ("tests", "skill") for path in (ROOT / top).rglob("*.py"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
LINK = re.compile(r"\]\(([^)\s]+)\)")


def named(pattern: str) -> list[str]:
    """Find what the pages name, once each."""
    return sorted(set(re.findall(pattern, EVERYTHING, re.MULTILINE)))


def links() -> Iterator[tuple[str, str]]:
    """Give every link inside the repository, with the page that has it."""
    for page, text in TEXT.items():
        yield from ((page, link) for link in LINK.findall(text) if "://" not in link)


def anchors(page: Path) -> set[str]:
    """Give the names that a page's headings have as the end of a link, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", named(r"`(test_\w+|check_\w+)`"))
def test_a_test_that_proves_something_exists(name: str) -> None:
    """The certification checklist points at it by its name."""
    assert f"def {name}(" in CODE or (ROOT / "tests" / f"{name}.py").exists()


@pytest.mark.parametrize("path", named(r"(?<![\w/-])(?:tests|skill|lambda|requirements|docs)/[\w/.]+\w"))
def test_a_path_exists(path: str) -> None:
    """A reader can open it."""
    assert Path(ROOT, path).exists()


@pytest.mark.parametrize("target", named(r"(?:`|^    )make (?:-s )?([a-z]+)"))
def test_a_make_target_exists(target: str) -> None:
    """A reader can run it."""
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize("command", named(r"-m skill ([a-z]+)"))
def test_a_command_exists(command: str) -> None:
    """A reader can run it: its help is printed, instead of a list of other commands."""
    with pytest.raises(SystemExit) as ended:
        parser().parse_args([command, "--help"])

    assert ended.value.code == 0


@pytest.mark.parametrize(("page", "link"), list(links()))
def test_a_link_leads_somewhere(page: str, link: str) -> None:
    """To a file, and to a heading of it where it names one."""
    path, _, heading = link.partition("#")
    target = (ROOT / page).parent / path if path else ROOT / page

    assert target.exists()
    assert not heading or heading in anchors(target)


@pytest.mark.parametrize("page", [page for page in TEXT if page != "README.md"])
def test_every_page_is_reached_from_the_readme(page: str) -> None:
    """Nobody finds a page that is not linked."""
    assert page in LINK.findall(TEXT["README.md"])


@pytest.mark.parametrize("path", re.findall(r"^(/\S+)", (ROOT / ".github/CODEOWNERS").read_text("utf-8"), re.MULTILINE))
def test_what_is_owned_exists(path: str) -> None:
    """A file that moved must not lose its reader."""
    assert (ROOT / path.lstrip("/")).exists()


def test_the_readme_can_be_read_in_five_minutes() -> None:
    """At some two hundred words a minute; whatever is longer belongs into docs/."""
    assert len(TEXT["README.md"].split()) < 1000
