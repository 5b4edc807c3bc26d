"""Everything that is asked, decided and said has its block on the sheet, with what a clinician needs to judge it."""

import dataclasses
import datetime as dt
import re

import pytest
from msgspec.structs import replace

from skill.rules.questions import ASKED, TELLABLE
from skill.rules.triage import RULES, Rule, Some, Urgency
from skill.words.texts import SignOff
from skill.workbench.check.texts import texts
from skill.workbench.review.block import Block, Section
from skill.workbench.review.cases import decide
from skill.workbench.review.material import Material
from skill.workbench.review.page import Page, page
from skill.workbench.review.question_blocks import question_blocks
from skill.workbench.review.result_blocks import result_blocks
from skill.workbench.review.rule_blocks import rule_blocks
from skill.workbench.review.sheet import check_sections
from skill.workbench.review.standing import NOBODY, ON_PAPER, standing
from skill.workbench.signed import clinical, digest, words_of
from tests.conftest import handler

from .conftest import block, material, text_of

CONTENT = material().content
CHECK = (
    *(f"questions.{question}" for question in ASKED),
    *(f"told.{question}" for question in TELLABLE),
    *(f"outcomes.{urgency.id}" for urgency in Urgency),
    *(f"rule {rule.id}" for rule in RULES),
    *(f"places.{place}" for place in material().contents),
)
OTHERS = (
    *(f"topics.{topic}" for topic in CONTENT.topics),
    *(f"reminders.{reminder}" for reminder in CONTENT.reminders),
    *(f"cries.{cry}" for cry in CONTENT.cries),
    *(f"scheduled.{one}" for one in CONTENT.scheduled),
    *("prompts", "screen"),
)


def test_everything_of_the_check_has_one_block(pages: dict[str, Page]) -> None:
    """Questions, what is told, results, rules and places: none is missing, and each can be ticked."""
    for key in CHECK:
        words = block(pages, "check.html", key)

        assert all(box in words for box in ("agree", "change", "reject", "remark")), key


def test_all_else_that_is_said_has_one_block(pages: dict[str, Page]) -> None:
    """Topics, reminders and cries too."""
    for key in OTHERS:
        words = block(pages, "answers.html", key)

        assert all(box in words for box in ("agree", "change", "reject", "remark")), key


def test_every_text_stands_on_some_page(pages: dict[str, Page]) -> None:
    """Nobody signs words that they did not see: whatever is said or shown is printed."""
    printed = _letters(" ".join(text_of(one) for one in pages.values()))
    missing = [text.where for text in texts() if not all(piece in printed for piece in _pieces(text.template))]

    assert missing == []


def _pieces(template: str) -> list[str]:
    """Give what stands between the gaps and lines of a text."""
    return [_letters(piece) for piece in re.split(r"\{\w+\}|\n", template)]


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


@pytest.mark.parametrize("question", ASKED)
def test_a_question_shows_all_its_words(pages: dict[str, Page], question: str) -> None:
    """As asked, asked again, why, how to check it, and every part."""
    words, shown = CONTENT.questions[question], block(pages, "check.html", f"questions.{question}")

    for template in (words.ask, words.again, words.why, words.how, *(part.ask for part in words.parts.values())):
        assert all(piece in shown for piece in pieces(template)), template


@pytest.mark.parametrize("urgency", list(Urgency))
def test_a_result_shows_its_words_of_every_place(pages: dict[str, Page], urgency: Urgency) -> None:
    """Whoever signs has seen what is said in each country."""
    shown = block(pages, "check.html", f"outcomes.{urgency.id}")

    for content in material().contents.values():
        words = content.outcomes[urgency.id]
        for gap in ("emergency_number", "emergency_repeated", "doctor", "maternity", "emergency_department"):
            if any(f"{{{gap}}}" in text for text in (words.act, words.worse, words.remember, words.card)):
                assert getattr(content.place, gap) in shown


def test_a_result_shows_the_words_for_every_circumstance(pages: dict[str, Page]) -> None:
    """Also what only some people hear, and when."""
    for urgency, words in CONTENT.outcomes.items():
        shown = block(pages, "check.html", f"outcomes.{urgency}")
        for name, instead in words.instead.items():
            assert f"instead: {name}" in shown
            for template in filter(None, (instead.means, instead.act, instead.remember)):
                assert all(piece in shown for piece in pieces(template)), template


def test_every_source_of_a_block_has_its_address_and_its_grade(pages: dict[str, Page]) -> None:
    """Who doubts a sentence can look it up, and sees where nobody has."""
    for section in check_sections(material(), (), handler()):
        for one in section.blocks:
            shown = block(pages, "check.html", one.key)
            for cited in one.cited:
                assert f"{cited.source.url} (" in shown
                assert cited.graded in shown


def test_every_source_is_on_the_list_of_sources(pages: dict[str, Page]) -> None:
    """With what is taken from it."""
    shown = text_of(pages["sources.html"])

    for source in material().sources.values():
        assert source.url in shown
        assert source.supports in shown


def test_a_source_that_nobody_looked_up_says_so_aloud(pages: dict[str, Page]) -> None:
    """General knowledge does not pass for something read."""
    unread = [source for source in material().sources.values() if source.graded == "K"]

    assert unread
    assert text_of(pages["sources.html"]).count("NOT LOOKED UP") == len(unread)


def test_every_number_of_every_place_is_there_with_the_day_it_was_checked(pages: dict[str, Page]) -> None:
    """A stale number is found on paper."""
    for place, content in material().contents.items():
        shown = block(pages, "check.html", f"places.{place}")

        assert content.place.emergency_number in shown
        assert content.place.emergency_repeated in shown
        assert str(content.place.checked) in shown


def test_every_text_that_can_be_signed_shows_the_hash_of_its_words(pages: dict[str, Page]) -> None:
    """A signature on paper can be typed in, and it says that nobody signed yet."""
    for key, entry in clinical(CONTENT).items():
        file = "answers.html" if key.startswith(("topics.", "reminders.")) else "check.html"
        shown = block(pages, file, key)

        assert f"words {digest(words_of(entry))}" in shown
        assert NOBODY in shown


def test_a_signature_names_who_gave_it_until_the_words_change() -> None:
    """A lapsed one does not pass for one that holds."""
    words = CONTENT.questions["pain"]
    by = SignOff(name="A. Name", register="GMC 1", role="GP", date=dt.date(2026, 11, 28), words=digest(words_of(words)))
    signed = replace(words, reviewed_by=by)
    edited = replace(signed, ask="Does it hurt?")

    assert standing(signed).who == "Signed: A. Name, GP, GMC 1, 2026-11-28."
    assert standing(edited).who.startswith("LAPSED")
    assert "A. Name" in standing(edited).who
    assert standing(edited).words != standing(signed).words


def test_what_has_no_place_for_a_signature_says_so(pages: dict[str, Page]) -> None:
    """A rule is ticked on paper; nobody looks for a hash that is not there."""
    assert ON_PAPER in block(pages, "check.html", "rule sore")


def test_a_rule_that_is_changed_by_hand_changes_its_sentence() -> None:
    """Nobody signs yesterday's rule."""
    sore = next(rule for rule in RULES if rule.id == "sore")
    changed = Rule(sore.id, Urgency.SAME_DAY, sore.sources, (*sore.needs, Some("yes", frozenset({"veins"}))))

    before, after = (
        row_of(rule_blocks(with_rule(rule), (), handler()), "rule sore", "rule") for rule in (sore, changed)
    )

    assert before == "If “soreness” (Q9) is answered yes or not sure: be seen within days."
    assert after == (
        "If “soreness” (Q9) is answered yes or not sure, and “hard veins” (Q8) is answered yes: be seen today."
    )


def test_a_rule_that_is_changed_shows_at_the_questions_and_the_results_that_it_touches() -> None:
    """A rule is not only in its own block."""
    sore = next(rule for rule in RULES if rule.id == "sore")
    changed = with_rule(Rule(sore.id, Urgency.SAME_DAY, sore.sources, (Some("yes", frozenset({"kept_still"})),)))

    assert "sore" not in row_of(question_blocks(material()), "questions.kept_still", "counts in").split()
    assert "sore" in row_of(question_blocks(changed), "questions.kept_still", "counts in").split()
    assert "R11" not in row_of(result_blocks(material(), (), handler()), "outcomes.same_day", "when")
    assert "R11" in row_of(result_blocks(changed, (), handler()), "outcomes.same_day", "when")


def test_a_text_with_marks_of_html_is_shown_as_it_is_written() -> None:
    """What an editor writes is never taken for a mark of the page."""
    words = replace(CONTENT.questions["pain"], why="Is it < or & more?")
    spoilt = replace(CONTENT, questions={**CONTENT.questions, "pain": words})
    blocks = question_blocks(dataclasses.replace(material(), contents={"en-US": spoilt}))
    shown = page("one.html", "One", "sheet.html", sections=(Section("Questions", "", blocks),), locale="en-US").html

    assert "Is it &lt; or &amp; more?" in shown
    assert "Is it <" not in shown


def with_rule(rule: Rule) -> Material:
    """Put a rule in the place of the one with its id."""
    return material(tuple(rule if one.id == rule.id else one for one in RULES))


def row_of(blocks: tuple[Block, ...], key: str, label: str) -> str:
    """Give what stands in a row of a block."""
    (found,) = [one for one in blocks if one.key == key]
    (words,) = [row.rows[0][1] for row in found.rows if row.label == label]
    return str(words)


def pieces(template: str) -> list[str]:
    """Cut a text at its gaps: what stands between them is the same everywhere."""
    return [" ".join(piece.split()) for piece in re.split(r"\{\w+\}|\n", template)]


def test_a_case_that_gets_too_little_is_marked() -> None:
    """Under-triage is never folded away in a count."""
    case = next(case for case in material().cases if case.min_urgency == case.max_urgency == "same_day")

    assert decide(case, RULES).verdict == "as labelled"
    assert decide(replace(case, findings={}), RULES).verdict == "too low"
    assert decide(replace(case, findings={"chest_pain": "yes"}), RULES).verdict == "higher than labelled"
