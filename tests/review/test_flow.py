"""The flow chart is what the rules answer, and the folder of the review is a folder of its own."""

import shutil
from pathlib import Path

import pytest

from skill.rules.questions import ASKED, TELLABLE, Answer
from skill.rules.triage import RULES, Rule, Some, Urgency, assess
from skill.workbench.review import flow, run
from skill.workbench.review.effects import effect, profiles
from skill.workbench.review.flow_page import flow_page
from skill.workbench.review.names import DO, NUMBERS, in_runs
from skill.workbench.review.page import Page
from tests.conftest import handler

from .conftest import material, text_of

CONTENT = material().content


def test_the_chart_names_every_question_and_every_urgency() -> None:
    """Nothing that is asked or told is left out, and no end."""
    source = flow.dot(CONTENT, RULES)

    for question in (*ASKED, *TELLABLE):
        assert source.count(f"<b>{NUMBERS[question]}</b>") == 1
    for urgency in Urgency:
        assert DO[urgency] in source


def test_each_arrow_leads_to_what_the_answer_comes_to() -> None:
    """A yes to swelling: today, and the questions go on; a yes to a red flag ends them."""
    assert (effect("swelling", Answer.YES).urgency, effect("swelling", Answer.YES).ends) == (Urgency.SAME_DAY, False)
    assert (effect("foot", Answer.YES).urgency, effect("foot", Answer.YES).ends) == (Urgency.EMERGENCY_NOW, True)
    assert effect("unwell", Answer.UNSURE).brings == ("very_ill",)
    for step in flow.steps():
        for question in step.questions:
            assert step.yes.urgency is assess({question: Answer.YES}).urgency
            assert step.unsure.urgency is assess({question: Answer.UNSURE}).urgency


def test_a_rule_of_two_things_that_is_changed_changes_the_chart() -> None:
    """It is drawn from the rules that it is given."""
    rule = Rule(
        "new", Urgency.SAME_DAY, ("NHS-DVT",), (Some("yes", frozenset({"pain"})), Some("yes", frozenset({"old"})))
    )

    assert "R14: yes to Q6" not in flow.dot(CONTENT, RULES)
    assert "R14: yes to Q6" in flow.dot(CONTENT, (*RULES, rule))
    assert "R14 -> same_day" in flow.dot(CONTENT, (*RULES, rule))


def test_who_is_asked_what_is_what_the_interview_asks() -> None:
    """Twelve questions with no to all, one with trouble breathing."""
    asked = {one.who: one for one in profiles()}

    assert len(asked["no to all"].asked) == 12
    assert asked["yes to Q1"].asked == ("breathing",)
    assert asked["yes to Q1"].urgency is Urgency.EMERGENCY_NOW


def test_neighbours_are_listed_as_one() -> None:
    """Q1-Q3, but Q9 and T1 are no neighbours."""
    assert in_runs(["Q1", "Q2", "Q3", "Q5", "T6"]) == "Q1-Q3, Q5, T6"


def test_graphviz_draws_every_question_where_it_is_installed() -> None:
    """And where it is not, nothing is taken for a chart."""
    chart = flow.draw(flow.dot(CONTENT, RULES))
    drawn = text_of(str(chart or ""))

    assert (chart is not None) is (shutil.which("dot") is not None)
    assert {NUMBERS[question] for question in ASKED if NUMBERS[question] in drawn.split()} == (
        {NUMBERS[question] for question in ASKED} if chart else set()
    )


def test_without_graphviz_the_tables_say_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """And the page says what is missing."""
    monkeypatch.setenv("PATH", "")

    page, is_drawn = flow_page(material())

    assert not is_drawn
    assert "could not be drawn" in text_of(page)
    for question in ASKED:
        assert NUMBERS[question] in text_of(page)


def test_the_index_leads_to_every_page() -> None:
    """Nobody has to know a file's name."""
    index, *others = run.make_pages(material(), handler())[0]

    assert others
    for page in others:
        assert f'href="{page.file}"' in index.html


def test_older_pages_go(tmp_path: Path) -> None:
    """Nobody prints a page that is no longer made."""
    folder = tmp_path / "review"
    run.write((Page("old.html", "Old", ""), Page("both.html", "Both", "before")), folder)
    run.write((Page("both.html", "Both", "after"),), folder)

    assert sorted(path.name for path in folder.iterdir()) == ["both.html", "print.css"]
    assert (folder / "both.html").read_text(encoding="utf-8") == "after"


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    """A mistyped folder is never emptied."""
    (tmp_path / "letter.txt").write_text("dear all", encoding="utf-8")
    (tmp_path / "page.html").write_text("mine", encoding="utf-8")

    with pytest.raises(FileExistsError, match=r"letter\.txt"):
        run.write((Page("page.html", "Page", "ours"),), tmp_path)

    assert (tmp_path / "page.html").read_text(encoding="utf-8") == "mine"
