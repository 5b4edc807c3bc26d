"""The blocks of the rules: what the answers mean."""

from collections.abc import Sequence

from skill.rules.triage import Rule, assess
from skill.workbench.review.block import Block, cite, rows
from skill.workbench.review.cases import Decided
from skill.workbench.review.held import Held, hold_aloud
from skill.workbench.review.material import Material
from skill.workbench.review.names import DO, rule_numbers
from skill.workbench.review.paths import path_in_words, path_to_rule
from skill.workbench.review.rules_in_words import in_words
from skill.workbench.review.scenes import openings
from skill.workbench.talk import Handler


def rule_blocks(material: Material, decided: Sequence[Decided], handler: Handler) -> tuple[Block, ...]:
    """Give a block for each rule, the most urgent first.

    decided: the labelled cases with the rules that decide them. handler: holds a conversation for each rule.
    """
    return tuple(_block(rule, material, decided, handler) for rule in material.rules)


def _block(rule: Rule, material: Material, decided: Sequence[Decided], handler: Handler) -> Block:
    path = path_to_rule(rule)
    held = hold_aloud(path, material.content.locale, handler, openings(material.scenes)) if path is not None else None
    shown = rows(
        ("rule", in_words(rule, material.content)),
        ("shortest path", path_in_words(path, rule.urgency) if path is not None else "no check is decided by it"),
        ("said then", _said(held, rule) if held is not None else ""),
        ("labelled cases", _cases(rule, decided)),
    )
    cited = cite(rule.sources, material.sources)
    number = rule_numbers(material.rules)[rule.id]
    return Block(number, f"rule {rule.id}", _title(rule), tuple(shown), cited, tag=DO[rule.urgency], cites="supports")


def _said(held: Held, rule: Rule) -> str:
    """Quote the end of a conversation, and say so when it came to something else than the rule."""
    otherwise = "" if held.urgency == rule.urgency.id else f"THE CONVERSATION ENDED OTHERWISE ({held.urgency}): "
    return f"{otherwise}“{held.turns[-1][1]}”"


def _title(rule: Rule) -> str:
    return rule.id.replace("_", " ")


def _cases(rule: Rule, decided: Sequence[Decided]) -> str:
    reached = [one for one in decided if rule.id in one.rules]
    if not reached:
        return f"None of the {len(decided)} cases is decided by this rule."
    names = ", ".join(
        one.case.id if one.verdict == "as labelled" else f"{one.case.id} ({one.verdict})" for one in reached
    )
    return f"{len(reached)} of {len(decided)}: {names}"


def without_rule() -> str:
    """Say what it comes to when no rule holds."""
    return f"If no rule holds: {DO[assess({}).urgency]}."
