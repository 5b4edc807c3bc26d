"""Checks that phrases stand under what they mean: each is heard *without itself*, and must not mean the contrary.

"My calf is swollen" under no, or "I can't breathe" among the figures of speech, would take a sign from somebody. The
rules of the hearing judge, not its weights, and only where they account for every word; a phrase that holds a "not" is
left to its reader.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from msgspec import structs

from skill.dialogue.turns import AskedTopic
from skill.hearing.hear import Asked, Hearing
from skill.hearing.mentions import mentions
from skill.hearing.reading import read
from skill.hearing.vocabulary import Meaning
from skill.rules.questions import RED_FLAGS
from skill.words.texts import LANGUAGE
from skill.words.vocabulary import Maker, read_vocabulary
from skill.words.yamlfile import KeyPath, Problem, Yaml, parse
from skill.workbench.check.claims import ANY, Claim, said_by, signs_in
from skill.workbench.check.learnt import Learnt
from skill.workbench.check.unfolded import Unfolding

# Is seen nowhere: it stands in for the meaning of a phrase that is left out.
NOWHERE = Meaning("here", "nowhere")
FILES = {"trigger": "triggers", "wish": "wishes", "topic": "topics", "cry": "cries", "answer": "answers"}
# Triggers that put a sentence in the past, and what is not past.
LONG_AGO = ("past", "history")
RECENT = re.compile(r"\b(?:now|today|tonight|just|minutes?|hours?|this (?:morning|minute|evening)|currently|earlier)\b")
# What changes how other words are taken, and what is called by its name, mean nothing alone.
NOT_ALONE = ("mask", "not", "no", "question", "tag", "others", "history", "setting")


class Judge:
    """Hears phrases without themselves. hearing: hears as the skill does."""

    def __init__(self, root: Path, language: str = LANGUAGE) -> None:
        """root: the YAML store. Raises ContentError when the vocabulary cannot be read."""
        self._folder = root / language / "hearing"
        self._maker = Maker(apart=True)
        whole = read_vocabulary(root, language, self._maker)
        self._rules = structs.replace(whole, weights={})
        self._by_rules = Hearing(self._rules)
        self._unslipped = Hearing(structs.replace(self._rules, slips={}))
        self.hearing = Hearing(whole)
        lists = parse(self._folder / "lists.yaml").value["lists"]
        self._unfolding = Unfolding(whole.clitics, {name: tuple(lines) for name, lines in lists.items()})

    def about(self, text: str, question: str) -> Iterator[str]:
        """Give the signs that a text of a question names: `swelling`, `foot.cold`."""
        for one in mentions(read(text, question, self._rules), question):
            if one.value == "yes" and one.question == question:
                yield ".".join(filter(None, (one.question, one.phrase.meaning.part)))

    def claims(self, learnt: Learnt, every: bool = False) -> Iterator[Claim]:
        """Give the sentences of the phrases and the examples that are not learnt yet, or of all."""
        yield from self._phrases(learnt, every)
        yield from self._examples(learnt, every)

    def _phrases(self, learnt: Learnt, every: bool) -> Iterator[Claim]:
        files = {name: parse(self._folder / f"{name}.yaml") for name in (*FILES.values(), "signs")}
        for number, (meaning, where) in enumerate(zip(self._maker.meanings, self._maker.places, strict=True)):
            signs = meaning.kind in ("mention", "here") or (meaning.kind == "answer" and meaning.name)
            file = files["signs" if signs or meaning.kind == "name" else FILES[meaning.kind]]
            if meaning.kind == "name" or meaning.name in NOT_ALONE or meaning.name == "correct":
                continue
            line = _at(file, where)
            is_new = not learnt.knows(file, where, line)
            if not is_new and not every:
                continue
            question = meaning.name if signs else ANY if meaning.kind == "answer" else ""
            value = meaning.value if signs or meaning.kind == "answer" else ""
            for sentence in self._unfolding.sentences(line):
                yield Claim(file, where, sentence, question, value, is_new, number)

    def _examples(self, learnt: Learnt, every: bool) -> Iterator[Claim]:
        answers, others = (parse(self._folder / "examples" / f"{name}.yaml") for name in ("answers", "others"))
        for file in (answers, others):
            for where, line in file.texts():
                is_new = not learnt.knows(file, where, line)
                if where[0] == "cries" or not (is_new or every):
                    continue
                is_answer = file is answers
                question = (ANY if where[0] == "any" else where[0]) if is_answer else ""
                yield Claim(file, where, line, question, where[1] if is_answer else "", is_new)

    def slips(self, learnt: Learnt, every: bool = False) -> Iterator[Problem]:
        """Check what was misheard: said on its own, it must not mean something else than what it stands for."""
        file = parse(self._folder / "slips.yaml")
        for where, line in file.texts():
            if learnt.knows(file, where, line) and not every:
                continue
            meant, bare = where[0], self._unslipped
            for sentence in self._unfolding.sentences(line):
                means, heard = (signs_in(bare.hear(one, Asked()).turn) for one in (meant, sentence))
                if heard and not means:
                    what = f"“{sentence}” is made “{meant}”, which would lose {', '.join(sorted(heard))}"
                    fix = "leave it out: what a person says must not be turned into something else"
                    yield file.problem(where, meant, what, fix)

    def mistake(self, claim: Claim) -> Problem | None:
        """Hear a sentence without itself: by the rules alone, and an example that is not learnt yet by all."""
        if self._contrary(claim, self._by_rules) and not self._doubtful(claim):
            return claim.problem(self._name(claim, self._by_rules))
        if claim.is_new and claim.meaning is None and self._contrary(claim, self.hearing):
            return claim.problem(self._name(claim, self.hearing))
        if claim.where[0] in LONG_AGO and claim.meaning is not None and RECENT.search(claim.sentence):
            return claim.problem("something of now or just now")
        return None

    def off_topic(self, claim: Claim) -> Problem | None:
        """Tell whether an answer that is not learnt yet is heard as a question of the person's own."""
        if not claim.is_new or claim.meaning is not None or not claim.value:
            return None
        if claim.value != "unsure" and read(claim.sentence, claim.question, self._rules).is_question:
            return claim.problem("a question of the person's own")
        heard = self.hearing.hear(claim.sentence, Asked(claim.question)).turn
        if not isinstance(heard, AskedTopic) or heard.topic is None:
            return None
        return claim.problem(f"the topic {heard.topic}", "warning")

    def _contrary(self, claim: Claim, hearing: Hearing) -> frozenset[str]:
        with self._without(claim.meaning):
            said = said_by(hearing.hear(claim.sentence, Asked(claim.question)).turn)
        sign, denied = f"+{claim.question}", f"-{claim.question}"
        alarm = {"emergency"} if claim.question not in (*RED_FLAGS, "unwell") else set()
        unlike = {
            "no": {"yes", "emergency", sign},
            "unsure": {"emergency"},
            "yes": {"no", denied, *alarm},
            "": {"emergency"},
        }
        return said & frozenset(unlike[claim.value])

    def _doubtful(self, claim: Claim) -> bool:
        """Tell whether a sentence holds a denial, or words that nothing accounts for: its meaning may rest on them."""
        with self._without(claim.meaning):
            reading = read(claim.sentence, claim.question, self._rules)
        denied = reading.places("negative") or any(any(reading.triggers(name)) for name in ("not", "no", "not_after"))
        return bool(denied or reading.unexplained("here", "mention", "cry"))

    def _name(self, claim: Claim, hearing: Hearing) -> str:
        found = next(iter(sorted(self._contrary(claim, hearing))))
        names = {"yes": "a yes", "no": "a no", "emergency": "an emergency"}
        return names.get(found) or f"{'a sign of' if found[0] == '+' else 'no'} {found[1:]}"

    @contextmanager
    def _without(self, meaning: int | None) -> Iterator[None]:
        """Leave a phrase out for a while."""
        if meaning is None:
            yield
            return
        meanings, kept = self._rules.meanings, self._rules.meanings[meaning]
        meanings[meaning] = NOWHERE
        try:
            yield
        finally:
            meanings[meaning] = kept


def check_meant(
    judge: Judge, learnt: Learnt, agreed: Mapping[str, tuple[str, ...]], every: bool = False
) -> Iterator[Problem]:
    """Check what is not learnt yet, or everything.

    agreed: place -> sentences that were looked at and let stand.
    """
    yield from judge.slips(learnt, every)
    for claim in judge.claims(learnt, every):
        if claim.sentence in agreed.get(claim.key, ()):
            continue
        found = judge.mistake(claim) or judge.off_topic(claim)
        if found is not None:
            yield found


def _at(file: Yaml, where: KeyPath) -> str:
    value = file.value
    for key in where:
        value = value[int(key)] if isinstance(value, list) else value.get(key, value)
    return str(value)
