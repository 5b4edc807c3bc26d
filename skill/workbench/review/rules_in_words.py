"""A rule as one plain sentence, made from the rule itself."""

from skill.rules.triage import Rule, Some
from skill.words.texts import Content
from skill.workbench.review.names import DO, any_of

ANSWERED = {"yes": "yes", "unsure": "not sure", "maybe": "yes or not sure"}


def in_words(rule: Rule, content: Content) -> str:
    """Say when a rule holds and what it comes to.

    content: the questions' own names are taken from it.
    """
    needs = ", and ".join(_need(some, content) for some in rule.needs)
    return f"If {needs}: {DO[rule.urgency]}."


def questions_of(rule: Rule) -> frozenset[str]:
    """Give the ids of the questions that a rule looks at."""
    return frozenset[str]().union(*(some.of for some in rule.needs))


def _need(some: Some, content: Content) -> str:
    return f"{any_of(some.of, content)} is answered {ANSWERED[some.answered]}"
