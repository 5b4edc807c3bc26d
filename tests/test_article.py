"""Every section of the article that this skill was asked for has an answer, and its mistakes are put right aloud."""

from pathlib import Path

from msgspec.structs import replace

from skill.words.library import load
from skill.words.texts import Content
from skill.workbench.check.article import check_article


def content_without(topic: str) -> Content:
    """Give the content without one topic."""
    content = load("en-US")
    return replace(content, topics={i: words for i, words in content.topics.items() if i != topic})


def test_the_article_is_covered_and_corrected() -> None:
    """No gap today."""
    assert check_article(load("en-US")) == []


def test_a_section_without_an_answer_shows() -> None:
    """Dehydration and overuse are answered by two topics; without both the section is reported."""
    content = content_without("dehydration")
    content = replace(content, topics={i: words for i, words in content.topics.items() if i != "overuse"})

    assert any("Dehydration" in problem.key for problem in check_article(content))


def test_a_correction_that_nobody_speaks_shows() -> None:
    """The warning against massage hangs on one topic and one reminder."""
    content = content_without("treatment")

    assert [problem.key for problem in check_article(content)] == ["D10", "D12"]


def test_a_key_that_the_article_does_not_have_shows(tmp_path: Path) -> None:
    """It used to be read past, and then nothing was left to be compared."""
    (tmp_path / "article.yaml").write_text('section: ["Cramps"]\ncorrections: {}\n', encoding="utf-8")

    assert [(problem.key, problem.what) for problem in check_article(load("en-US"), tmp_path)] == [
        ("section", "is not a known key")
    ]
