"""Real paths through the check: the shortest one that reaches a rule or a question, found by calling the rules."""

from collections.abc import Iterator
from itertools import chain, combinations, product

from skill.rules.questions import BY_ID, TELLABLE, Answer, Answers
from skill.rules.triage import Given, Rule, Urgency, assess
from skill.workbench.review.names import ANSWERED, DO, NUMBERS, in_runs
from skill.workbench.truthful import hold

# What a person might say besides no.
SAID = tuple((question, answer) for answer in (Answer.YES, Answer.UNSURE) for question in BY_ID)
POSSIBLE = {"yes": (Answer.YES,), "unsure": (Answer.UNSURE,), "maybe": (Answer.YES, Answer.UNSURE)}


def holds(rule: Rule, answers: Answers) -> bool:
    """Tell whether a rule holds for these answers."""
    yes, unsure = (frozenset(q for q, a in answers.items() if a is said) for said in (Answer.YES, Answer.UNSURE))
    return bool(rule.reasons(Given(yes, unsure, yes | unsure)))


def path_to_rule(rule: Rule) -> Answers | None:
    """Find the check with the fewest answers other than no in which this rule decides; None if there is none."""
    needed = [[(q, a) for a in POSSIBLE[some.answered] for q in BY_ID if q in some.of] for some in rule.needs]
    more: Iterator[tuple[tuple[str, Answer], ...]] = chain([()], ((one,) for one in SAID))
    held = (hold(dict((*extra, *picked))) for extra in more for picked in product(*needed))
    return next((a for a in held if holds(rule, a) and assess(a).urgency is rule.urgency), None)


def path_to_question(question: str) -> Answers | None:
    """Find the answers with the fewest other than no after which a question is asked; None if it never is."""
    people = chain.from_iterable(combinations(SAID, count) for count in range(3))
    for person in people:
        held = hold(dict(person))
        if question in held and question not in TELLABLE:
            before = list(held)[: list(held).index(question)]
            return {one: held[one] for one in before}
    return None


def path_in_words(answers: Answers, end: Urgency | None = None) -> str:
    """Write answers in the order given, a run of noes as one: no to Q1-Q3; yes to Q4 -> be seen today.

    end: the urgency that they come to, if it is to be named.
    """
    runs: list[tuple[Answer, list[str]]] = []
    for question, answer in answers.items():
        if runs and answer is runs[-1][0]:
            runs[-1][1].append(NUMBERS[question])
        else:
            runs.append((answer, [NUMBERS[question]]))
    said = "; ".join(f"{ANSWERED[answer]} to {in_runs(numbers)}" for answer, numbers in runs)
    return f"{said or 'nothing yet'}{f' → {DO[end]}' if end is not None else ''}"
