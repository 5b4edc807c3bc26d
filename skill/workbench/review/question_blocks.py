"""The blocks of the questions, and of what nobody is asked but people tell."""

from collections.abc import Iterator

from skill.rules.questions import ASKED, BY_ID, TELLABLE, Answer
from skill.rules.triage import Rule, Urgency
from skill.workbench.review.asked import when_asked
from skill.workbench.review.block import Block, cite, rows
from skill.workbench.review.effects import effect
from skill.workbench.review.material import Material
from skill.workbench.review.names import DO, KINDS, NUMBERS, rule_numbers
from skill.workbench.review.paths import path_in_words, path_to_question
from skill.workbench.review.rules_in_words import questions_of
from skill.workbench.review.scenes import where_said
from skill.workbench.review.standing import standing
from skill.workbench.review.wording import Wording, in_one


def question_blocks(material: Material) -> tuple[Block, ...]:
    """Give a block for each question, in the order asked."""
    return tuple(_asked(question, material) for question in ASKED)


def told_blocks(material: Material) -> tuple[Block, ...]:
    """Give a block for each thing that is only told."""
    return tuple(_told(question, material) for question in TELLABLE)


def _asked(question: str, material: Material) -> Block:
    content, words = material.content, material.content.questions[question]
    path = path_to_question(question)
    spoken = {"asks": words.ask, "asks again": words.again, "why it asks": words.why, "how to check": words.how}
    shown = (
        *rows(("when", when_asked(question, content))),
        *rows(("shortest path", path_in_words(path) if path is not None else "no path leads here")),
        *(in_one(label, text, content) for label, text in spoken.items()),
        *_parts(question, material),
        *rows(("read back as", f"“{words.heard}”"), *_meaning(question, material.rules)),
    )
    cited = cite(words.source, material.sources)
    tag = KINDS[BY_ID[question].kind]
    return Block(NUMBERS[question], f"questions.{question}", words.heard, shown, cited, standing(words), tag)


def _told(question: str, material: Material) -> Block:
    content, words = material.content, material.content.told[question]
    shown = (
        *rows(("when", when_asked(question, content))),
        *where_said("for instance", f"told.{question}.say", material.scenes),
        in_one("says", words.say, content),
        *rows(("read back as", f"“{words.heard}”"), *_meaning(question, material.rules)),
    )
    cited = cite(words.source, material.sources)
    return Block(NUMBERS[question], f"told.{question}", words.heard, shown, cited, standing(words), "told, not asked")


def _parts(question: str, material: Material) -> Iterator[Wording]:
    for name, part in material.content.questions[question].parts.items():
        yield in_one(f"part: {name}", f"“And {part.ask}?” Read back as “{part.heard}”.", material.content)


def _meaning(question: str, rules: tuple[Rule, ...]) -> Iterator[tuple[str, str]]:
    """Say what it covers, what it comes to by itself, and the rules that look at it."""
    findings = ", ".join(one.replace("_", " ") for one in BY_ID[question].findings)
    yield "covers", findings or "no finding of its own"
    yes, unsure = (effect(question, answer).urgency for answer in (Answer.YES, Answer.UNSURE))
    alone = f"yes: {_alone(yes)}; not sure: {_alone(unsure)}"
    yield "by itself", f"yes or not sure: {_alone(yes)}" if yes is unsure else alone
    numbers = rule_numbers(rules)
    counting = ", ".join(f"{numbers[rule.id]} {rule.id}" for rule in rules if question in questions_of(rule))
    yield "counts in", counting or "no rule: it changes whom to call, and what is said"


def _alone(urgency: Urgency) -> str:
    return DO[urgency] if urgency is not Urgency.SELF_CARE else "changes no urgency"
