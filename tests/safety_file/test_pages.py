"""The pages of the safety file, as a browser and a reader find them."""

from functools import cache
from html.parser import HTMLParser

import pytest

from skill.rules.questions import RED_FLAGS
from skill.rules.triage import RULES
from skill.workbench.check.hazards import PAGES
from skill.workbench.clinical.risk import LIKELIHOODS, SEVERITIES, Rated
from skill.workbench.clinical.store import read_safety_file
from skill.workbench.review.page import Page
from skill.workbench.review.safety import named_by, pages


@cache
def made() -> dict[str, Page]:
    """Make the pages once."""
    return {page.file: page for page in pages()}


class Headings(HTMLParser):
    """Collects headings' levels, and header cells without a scope."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.bare = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one tag."""
        if tag in ("h1", "h2", "h3"):
            self.levels.append(int(tag[1]))
        self.bare += tag == "th" and "scope" not in dict(attrs)


def test_the_pages_are_those_that_evidence_may_name() -> None:
    assert {*made()} == {*PAGES}


@pytest.mark.parametrize("file", PAGES)
def test_a_page_can_be_found_around_in_by_ear(file: str) -> None:
    """One main heading, no level left out, and every header cell says what it heads."""
    read = Headings(made()[file].html)

    assert read.levels[0] == 1
    assert read.levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(read.levels, read.levels[1:], strict=False))
    assert read.bare == 0


def test_every_hazard_is_shown_with_its_risks_and_what_is_left() -> None:
    html = made()["hazards.html"].html
    for id_, hazard in read_safety_file().hazards.items():
        _, _, row = html.partition(f'<tr id="{id_}">')
        row = row.partition("</tr>")[0]
        assert f"<strong>{hazard.initial.risk}</strong>" in row
        assert f"<strong>{hazard.residual.risk}</strong>" in row
        assert f"<strong>{hazard.status}</strong>" in row


def test_every_rule_and_red_flag_leads_to_its_hazards() -> None:
    named = named_by(read_safety_file().hazards)

    assert all(named["rule", rule.id] for rule in RULES)
    assert all(named["question", flag] for flag in RED_FLAGS)


def test_the_performance_sheet_says_first_that_it_is_no_measure_of_accuracy() -> None:
    html = made()["performance.html"].html

    assert html.index("no measure of accuracy") < html.index("<table")


def test_risk_grows_with_severity_and_likelihood() -> None:
    """The matrix of DCB0129, by its corners, and in between."""
    assert Rated("minor", "very low").risk == 1
    assert Rated("catastrophic", "very high").risk == 5
    assert Rated("major", "low").risk == 3
    for severity in SEVERITIES:
        risks = [Rated(severity, likelihood).risk for likelihood in LIKELIHOODS]
        assert risks == sorted(risks)
    for likelihood in LIKELIHOODS:
        risks = [Rated(severity, likelihood).risk for severity in SEVERITIES]
        assert risks == sorted(risks)
