"""Where a conversation stands: the answers, and little else. Frozen; every change makes a new State.

The pending question is never stored, it follows from the answers. So going back, correcting and starting over are
edits of the answers.
"""

from dataclasses import dataclass, replace

from skill.rules.interview import next_question
from skill.rules.questions import Answer, Answers
from skill.rules.triage import Assessment, Urgency, assess


@dataclass(frozen=True)
class State:
    """A conversation between two turns.

    given: (question id, answer) in the order given. started: a question has been asked. doubted: the pending red flag
    was explained after an unsure answer. misses: how often in a row the person was not understood. told: the urgency
    that has been spoken. reminders: how many prevention reminders were spoken. for_other: the leg is another person's.
    """

    given: tuple[tuple[str, Answer], ...] = ()
    started: bool = False
    doubted: bool = False
    misses: int = 0
    told: Urgency | None = None
    reminders: int = 0
    for_other: bool = False

    @property
    def answers(self) -> Answers:
        """Question id -> answer."""
        return dict(self.given)

    @property
    def asking(self) -> str | None:
        """The id of the question that waits for an answer; None once the assessment has been spoken."""
        return None if self.told is not None else next_question(self.answers)

    @property
    def counted(self) -> Answers:
        """The answers as they count so far: a red flag that was just called unsure is unsure."""
        doubted = {self.asking: Answer.UNSURE} if self.doubted and self.asking else {}
        return {**self.answers, **doubted}

    @property
    def assessment(self) -> Assessment:
        """What it comes to if nothing more is said."""
        return assess(self.counted)

    def answered(self, question: str, answer: Answer) -> "State":
        """Record an answer as the last one given; the result must be told anew."""
        others = self.without(question).given
        return self._with_answers((*others, (question, answer)))

    def without(self, question: str) -> "State":
        """Take one answer back, so that the question is asked again."""
        return self._with_answers(tuple(pair for pair in self.given if pair[0] != question))

    def undone(self, steps: int) -> "State":
        """Take back the last answers, as many as there are."""
        return self._with_answers(self.given[: max(len(self.given) - steps, 0)])

    def about(self, for_other: bool) -> "State":
        """Speak of another person's leg, or of one's own again. A no is that person's no: it does not go along."""
        kept = tuple(pair for pair in self.given if pair[1] is not Answer.NO)
        return replace(self._with_answers(kept), for_other=for_other)

    def restarted(self) -> "State":
        """Forget the answers; who the leg belongs to stays."""
        return State(started=True, for_other=self.for_other)

    def _with_answers(self, given: tuple[tuple[str, Answer], ...]) -> "State":
        return replace(self, given=given, started=True, doubted=False, misses=0, told=None)
