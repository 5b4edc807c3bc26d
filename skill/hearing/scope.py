"""How far words reach that deny, doubt, put in the past, suppose, or speak of somebody else. Pure.

The method is ConText (Harkema et al. 2009, "ConText: an algorithm for determining negation, experiencer, and temporal
status from clinical reports"): a trigger reaches to the end of its clause or to a word that ends its scope, and what it
reaches takes it on. The triggers are in the vocabulary.
"""

from skill.hearing.reading import Phrase, Reading

# What is only a person's, or a leg's.
PERSONAL = ("faint", "breath", "cold")
# Triggers that colour what stands behind them, and those that colour all between two words that end a scope.
BEHIND = ("if", "history")
AROUND = ("maybe", "past", "old", "others", "setting")
# Of these, who and what is spoken of colours more: all up to a "but".
WIDE = ("others", "setting")


class Clauses:
    """Where the clauses of a sentence begin and end."""

    def __init__(self, reading: Reading) -> None:
        self._length = len(reading.words)
        self.breaks = sorted({place for end in reading.triggers("ends") for place in (end.start, end.end)})
        self.turns = sorted({place for end in reading.triggers("turn") for place in (end.start, end.end)})
        whole = (one for one in reading.phrases.get("answer", ()) if not one.meaning.part)
        self._answered = {one.end for one in whole} | {place + 1 for place in reading.places("whole_no")}
        self.subjects = sorted({clause.start for clause in reading.triggers("clause")})

    def around(self, place: int) -> range:
        """The stretch between two words that end a scope."""
        start = max((b for b in self.breaks if b <= place), default=0)
        return range(start, min((b for b in self.breaks if b > place), default=self._length))

    def half(self, place: int) -> range:
        """The stretch between two words that turn a sentence round: "but", "and now"."""
        start = max((b for b in self.turns if b <= place), default=0)
        return range(start, min((b for b in self.turns if b > place), default=self._length))

    def clause(self, place: int) -> range:
        """The stretch between two subjects, too."""
        stretch = self.around(place)
        start = max((s for s in self.subjects if stretch.start <= s <= place), default=stretch.start)
        return range(start, min((s for s in self.subjects if place < s < stretch.stop), default=stretch.stop))

    def reach(self, trigger: Phrase) -> range:
        """How far a trigger reaches forward. A bare `no`, or "none of those", stands alone before a subject."""
        end = min((b for b in self.breaks if b >= trigger.end), default=self._length)
        alone = trigger.meaning.name == "no" or trigger.end in self._answered
        first = trigger.end if alone else trigger.end + 1
        return range(trigger.end, min((s for s in self.subjects if first <= s < end), default=end))


def denied(phrase: Phrase, named: list[Phrase], reading: Reading, clauses: Clauses) -> Phrase | None:
    """Give the denial that reaches a phrase; a phrase that denies by itself ("never goes away") is not denied again.

    named: all phrases of the sentence. A `not` goes before a bare `no`.
    """
    if phrase.words & reading.places("negative"):
        return None
    first = min(phrase.words)
    for trigger in (*reading.triggers("not"), *reading.triggers("no")):
        inside = phrase.start < trigger.start < phrase.end
        ahead = trigger.start < first and (first < trigger.end or first in clauses.reach(trigger))
        if inside or (ahead and not _softened(trigger, phrase, named, reading)):
            return trigger
    behind = (one for one in reading.triggers("not_after") if one.start >= phrase.end)
    return next((one for one in behind if one.start in clauses.clause(first)), None)


def modifiers(phrase: Phrase, reading: Reading, clauses: Clauses) -> dict[str, str]:
    """Give what else colours a phrase: name of the modifier -> the words that make it so."""
    first = min(phrase.words)
    how: dict[str, str] = {}
    for name in (*BEHIND, *AROUND):
        for trigger in reading.triggers(name):
            stretch = clauses.half(trigger.start) if name in WIDE else clauses.around(trigger.start)
            if name == "if":
                stretch = range(stretch.start, clauses.reach(trigger).stop)
            if name == "old" and phrase.meaning.kind == "here" and trigger.words <= phrase.words:
                continue
            told_after = name == "old" and trigger.start > first  # "cold, but they always are"
            if told_after or (first in stretch and (name not in BEHIND or trigger.start < first)):
                how.setdefault(name, reading.text(trigger))
    cried = phrase.meaning.kind == "cry" and phrase.meaning.name != "help"
    if (cried or phrase.meaning.part in PERSONAL) and (what := thing(phrase, reading, clauses)):
        how["thing"] = what
    return how


def thing(phrase: Phrase, reading: Reading, clauses: Clauses) -> str:
    """Give the word beside it that is no person and no part of the body: "the sink is choking", "puffy clouds"."""
    first = min(phrase.words)
    clause = clauses.around(first)
    people = reading.places("own_person", "other_person", "stranger", "leg", "elsewhere", "it", "patch")
    plain = reading.places("after_no", "is", "have", "s")
    strange = reading.unexplained("mention", "here", "cry", "name") - plain - people
    owned = frozenset(place for place in reading.places("whose") if place + 1 in strange)  # "my tyre" is no person
    if any(place in people - owned for place in clause if place < first or place in phrase.words):
        return ""
    before = [place for place in clause if place < first and place in strange]
    # "breathing is difficult since morning": with a verb of its own it is no "puffy clouds".
    whole = bool(phrase.words & reading.places("is", "have"))
    after = [place for place in (phrase.end,) if place in clause and place in strange and not whole]
    return reading.words[(before or after)[-1]] if before or after else ""


def _softened(trigger: Phrase, phrase: Phrase, named: list[Phrase], reading: Reading) -> bool:
    """Tell whether a denial found its object before: in "not red more purple" it does not reach the second word."""
    return any(
        trigger.start <= other.start and other.end <= soft.start <= phrase.start
        for soft in reading.triggers("soft")
        for other in named
    )
