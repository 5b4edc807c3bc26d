"""The labelled cases, as the rules decide them: each person holds a whole check and answers truthfully."""

from msgspec import Struct

from skill.rules.questions import Answer
from skill.rules.triage import Rule, Urgency, assess
from skill.workbench.review.material import Case
from skill.workbench.review.names import URGENCIES
from skill.workbench.review.paths import holds
from skill.workbench.review.people import answered
from skill.workbench.truthful import hold

BY_NAME = {urgency.id: urgency for urgency in URGENCIES}


class Decided(Struct, frozen=True):
    """A case, the urgency that its check comes to, and the ids of the rules that decide it."""

    case: Case
    urgency: Urgency
    rules: tuple[str, ...]

    @property
    def verdict(self) -> str:
        """How the urgency stands to the label: `as labelled`, `too low` or `higher than labelled`."""
        if self.urgency < BY_NAME[self.case.min_urgency]:
            return "too low"
        return "higher than labelled" if self.urgency > BY_NAME[self.case.max_urgency] else "as labelled"


def decide(case: Case, rules: tuple[Rule, ...]) -> Decided:
    """Hold the check of a case."""
    there = {question: answer for question, answer in answered(case.findings).items() if answer is not Answer.NO}
    answers = hold(there)
    urgency = assess(answers).urgency
    return Decided(case, urgency, tuple(r.id for r in rules if r.urgency is urgency and holds(r, answers)))
