"""Where a conversation stands: the answers, and little else. Frozen; every change makes a new State.

The pending question is never stored, it follows from the answers. So going back, correcting and starting over are
edits of the answers.
"""

from functools import cached_property
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from skill.dialogue.errand import Planned
from skill.rules.interview import next_question
from skill.rules.questions import Answer, Answers
from skill.rules.reminders import Tip
from skill.rules.scheduling import Purpose
from skill.rules.triage import Assessment, Urgency, assess

# What is done only when the person is sure, because more than a little would be lost.
Wanted = Literal["startover", "stop", "other", "self"]


class State(Struct, frozen=True, dict=True):
    """A conversation between two turns.

    given: (question id, answer) in the order given. started: a question has been asked. doubted: the pending red flag
    was explained after an unsure answer. explained: that was done once in this check. parts: those of the pending
    question that were denied. misses: how often in a row the person was not understood. repeats: how often in a row
    they wanted to hear it again. told: the urgency that has been spoken. reminders: how many prevention reminders were
    spoken. for_other: the leg is another person's. now: what was cried in doubt, while "Is that so now?" waits. sure:
    what was wanted, while "Are you sure?" waits. heard: the parts of questions that were named, as `question.part`.
    cried: what the alarm was for. browsing: questions of their own come first. slow: they want it slowly.
    tips: the reminders that there are; they come with the words and are not kept. reminds: scheduled reminders can be
    had; it comes with the request and is not kept. offered: those that were offered or asked for. planned: the one that
    was proposed.
    """

    given: tuple[tuple[str, Answer], ...] = ()
    started: bool = False
    doubted: bool = False
    explained: bool = False
    parts: tuple[str, ...] = ()
    misses: int = 0
    repeats: int = 0
    told: Urgency | None = None
    reminders: int = 0
    for_other: bool = False
    now: tuple[str, ...] = ()
    sure: Wanted | None = None
    heard: tuple[str, ...] = ()
    cried: tuple[str, ...] = ()
    browsing: bool = False
    slow: bool = False
    offered: tuple[Purpose, ...] = ()
    planned: Planned | None = None
    reminds: bool = False
    tips: tuple[Tip, ...] = ()

    @property
    def answers(self) -> Answers:
        """Question id -> answer."""
        return dict(self.given)

    @cached_property
    def asking(self) -> str | None:
        """The id of the question that waits for an answer; None once the assessment has been spoken."""
        return None if self.told is not None else next_question(self.answers)

    @property
    def waiting(self) -> str | None:
        """What waits for an answer: `now`, `sure`, or the id of a question; None when nothing of the check does."""
        if self.told is Urgency.EMERGENCY_NOW:
            return None
        if not self.started:
            return None
        return "now" if self.now else "sure" if self.sure else self.asking

    @property
    def counted(self) -> Answers:
        """The answers as they count so far: a red flag that was just called unsure is unsure."""
        doubted = {self.asking: Answer.UNSURE} if self.doubted and self.asking else {}
        return {**self.answers, **doubted}

    @cached_property
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
        """Speak of another person's leg, or of one's own again.

        A no is that person's no: it does not go along. From one other person to another nothing does.
        """
        kept = () if for_other and self.for_other else tuple(p for p in self.given if p[1] is not Answer.NO)
        return replace(self._with_answers(kept), for_other=for_other)

    def restarted(self) -> "State":
        """Forget the answers; who the leg belongs to stays."""
        return replace(self.opened(), for_other=self.for_other)

    def opened(self) -> "State":
        """Begin a check of which nothing is known; how they want to be spoken to stays."""
        return State(started=True, slow=self.slow, tips=self.tips)

    def _with_answers(self, given: tuple[tuple[str, Answer], ...]) -> "State":
        kept = {question for question, answer in given if answer is not Answer.NO}
        return replace(
            self,
            given=given,
            heard=tuple(name for name in self.heard if name.partition(".")[0] in kept),
            started=True,
            doubted=False,
            parts=(),
            misses=0,
            repeats=0,
            told=None,
            now=(),
            sure=None,
            cried=(),
            browsing=False,
            planned=None,
        )
