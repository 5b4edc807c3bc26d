"""The sheet that clinicians sign: the check itself, all else that is said, the labelled cases, and the sources."""

from collections.abc import Sequence

from msgspec import Struct

from skill.workbench.review.block import Block, Cited, Section, cite
from skill.workbench.review.cases import Decided, decide
from skill.workbench.review.material import Material
from skill.workbench.review.names import LETTERS, in_runs
from skill.workbench.review.other_blocks import (
    cry_blocks,
    place_blocks,
    prompt_block,
    reminder_blocks,
    scheduled_blocks,
    screen_block,
    topic_blocks,
)
from skill.workbench.review.page import Page, page
from skill.workbench.review.question_blocks import question_blocks, told_blocks
from skill.workbench.review.result_blocks import result_blocks
from skill.workbench.review.rule_blocks import rule_blocks, without_rule
from skill.workbench.talk import Handler

RULES = f"A rule can only raise the urgency. The most urgent rule that holds decides. {without_rule()}"
RESULTS = (
    "Said in this order: what was heard (“I heard swelling”), what it means, what to do, when it becomes an emergency. "
    "In an emergency: what to do, what was heard, the number again."
)
QUESTIONS = (
    "In the order asked. A yes is always the worrying answer. "
    "Once the emergency number was named, nothing more is asked. "
    "The first red flag answered “not sure” is explained and asked once more before it counts."
)
TOLD = "Said at once when it is told; it also counts in the rules, or changes whom to call."
PLACES = "A device tells its language, not its country: an Australian one in New Zealand names 000."
TOPICS = "Said when somebody asks; a question of the check that waits is asked again afterwards."
REMINDERS = "One with the result, the others when asked for. None in an emergency."
SCHEDULED = (
    "Alexa rings at a set time, on devices that can, after a yes to that time. After “be seen today” only the one that "
    "asks whether it was done. None at night, none in an emergency. The whole room hears the last line."
)
CRIES = (
    "Understood at any time, before anything else. What people say stands in small print: "
    "(a|b) is a or b, [a] may be left out, “..” is up to three other words, <x> is a list of words such as people. "
    "Breath, chest, fainting, blood and foot are cried too: Q1 to Q3."
)
PROMPTS = "Words in [ ] are put in while talking. They rest on no source."


class Used(Struct, frozen=True):
    """A source, and the numbers of the blocks that rest on it."""

    cited: Cited
    by: str


def sheet_pages(material: Material, handler: Handler) -> tuple[Page, ...]:
    """Make the pages to be read and signed.

    handler: the Lambda entry, which holds the conversations that are shown.
    Raises KeyError when a text names a source that there is not.
    """
    decided = tuple(decide(case, material.rules) for case in material.cases)
    check, rest = check_sections(material, decided, handler), other_sections(material)
    locale = material.content.locale
    blocks = [block for section in (*check, *rest) for block in section.blocks]
    return (
        page("check.html", "The check: rules, results, questions", "sheet.html", sections=check, locale=locale),
        page("answers.html", "All else that is said", "sheet.html", sections=rest, locale=locale),
        page("cases.html", "The labelled cases", "cases.html", decided=decided, letters=LETTERS),
        page("sources.html", "The sources", "sources.html", used=used(material, blocks)),
    )


def check_sections(material: Material, decided: Sequence[Decided], handler: Handler) -> tuple[Section, ...]:
    """Give what decides how urgently somebody is seen, and what they hear of it."""
    return (
        Section("Rules", RULES, rule_blocks(material, decided, handler)),
        Section("Results", RESULTS, result_blocks(material, decided, handler)),
        Section("Questions", QUESTIONS, question_blocks(material)),
        Section("Told, not asked", TOLD, told_blocks(material)),
        Section("Places", PLACES, place_blocks(material)),
    )


def other_sections(material: Material) -> tuple[Section, ...]:
    """Give all else that is said."""
    return (
        Section("Cries for help", CRIES, cry_blocks(material)),
        Section("Answers to people's own questions", TOPICS, topic_blocks(material)),
        Section("Prevention reminders", REMINDERS, reminder_blocks(material)),
        Section("Reminders that ring", SCHEDULED, scheduled_blocks(material)),
        Section("Other sentences", PROMPTS, (prompt_block(material), screen_block(material))),
    )


def used(material: Material, blocks: Sequence[Block]) -> tuple[Used, ...]:
    """Give every source with the blocks that rest on it."""
    return tuple(
        Used(one, in_runs(block.number for block in blocks if one in block.cited))
        for one in cite(material.sources, material.sources)
    )
