"""The page of the flow chart, with the same in tables for who cannot see it."""

from skill.rules.questions import ASKED
from skill.workbench.review.effects import profiles
from skill.workbench.review.flow import dot, draw, steps
from skill.workbench.review.material import Material
from skill.workbench.review.names import DO, LETTERS, NUMBERS
from skill.workbench.review.page import Page, page


def flow_page(material: Material) -> tuple[Page, bool]:
    """Make the page. Returns it, and whether the chart is on it: without Graphviz only the tables are."""
    chart = draw(dot(material.content, material.rules))
    asked = [(NUMBERS[one], material.content.questions[one].heard, one) for one in ASKED]
    shown = {
        "chart": chart,
        "steps": steps(),
        "numbers": NUMBERS,
        "names": DO,
        "letters": LETTERS,
        "asked": asked,
        "profiles": profiles(),
    }
    return page("flow.html", "Flow chart", "flow.html", **shown), chart is not None
