"""A sentence as it was read: its words, what stands in it, and where its clauses are. Pure."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from skill.hearing.tree import Found, find
from skill.hearing.vocabulary import Meaning, Vocabulary
from skill.hearing.words import LONGEST, right, split
from skill.rules.questions import RED_FLAGS


class Phrase(Struct, frozen=True):
    """A phrase that means something, where it stands, and which words are its own."""

    meaning: Meaning
    start: int
    end: int
    words: frozenset[int]


class Reading(Struct, frozen=True):
    """A sentence: its words, its phrases by kind, and the word lists that its words stand in."""

    words: tuple[str, ...]
    phrases: Mapping[str, tuple[Phrase, ...]]
    listed: Mapping[str, frozenset[int]]

    def triggers(self, name: str) -> Iterator[Phrase]:
        """Give the triggers of one name."""
        return (phrase for phrase in self.phrases.get("trigger", ()) if phrase.meaning.name == name)

    def places(self, *names: str) -> frozenset[int]:
        """Give the places whose words stand in one of these word lists."""
        return frozenset().union(*(self.listed.get(f"<{name}>", frozenset()) for name in names))

    @property
    def is_question(self) -> bool:
        """Whether it is a question: it begins like one, or ends with one."""
        before = self.places("filler", "small") - self.places("subject")  # "this is an emergency"
        begins = any(all(at in before for at in range(one.start)) for one in self.triggers("question"))
        ends = any(one.end == len(self.words) for one in self.triggers("tag"))
        return (begins or ends) and not any(self.triggers("request"))

    @property
    def triggered(self) -> frozenset[int]:
        """The places of all triggers and answers."""
        ones = (one for kind in ("trigger", "answer") for one in self.phrases.get(kind, ()))
        return frozenset().union(*(one.words for one in ones))

    def unexplained(self, *kinds: str) -> frozenset[int]:
        """Give the places that no small talk, no answer, no trigger and no phrase of these kinds accounts for."""
        ones = frozenset().union(*(range(p.start, p.end) for kind in kinds for p in self.phrases.get(kind, ())))
        known = self.places("filler", "small", "leg", "it", "own_person", "very", "recently") | self.triggered | ones
        return frozenset(range(len(self.words))) - known

    def text(self, phrase: Phrase) -> str:
        """Give the words of a phrase, to explain with."""
        return " ".join(self.words[i] for i in sorted(phrase.words))


def read(text: str, pending: str, vocabulary: Vocabulary) -> Reading:
    """Read a sentence.

    text: what was said. pending: the id of the question that waits, or "": phrases that only answer another question
    are not seen. A phrase inside a longer one is not seen either, nor what stands in a figure of speech.
    """
    words = split(text, vocabulary.clitics)[:LONGEST]
    words = right(words, vocabulary.slips, vocabulary.replacements)
    entries = find(vocabulary.lists, words, {})
    plain = steady(words, {at.start for at in entries if vocabulary.list_names[at.meaning] == TWICE})
    if plain != words:
        words, entries = plain, find(vocabulary.lists, plain, {})
    listed: dict[int, dict[str, list[int]]] = {}
    named: dict[str, set[int]] = {}
    for entry in entries:
        name = vocabulary.list_names[entry.meaning]
        listed.setdefault(entry.start, {}).setdefault(name, []).append(entry.end)
        named.setdefault(name, set()).update(range(entry.start, entry.end))
    found = [_phrase(one, vocabulary.meanings) for one in find(vocabulary.phrases, words, listed)]
    seen = [one for one in found if one.meaning.kind not in ANSWERING or one.meaning.name in ("", pending)]
    phrases: dict[str, list[Phrase]] = {}
    for phrase in _longest(seen):
        phrases.setdefault(phrase.meaning.kind, []).append(phrase)
    return Reading(
        words,
        {kind: tuple(ones) for kind, ones in phrases.items()},
        {name: frozenset(places) for name, places in named.items()},
    )


# A stutter repeats at most so many words.
STUTTER = 4
TWICE = "<twice>"


def steady(words: tuple[str, ...], twice: set[int]) -> tuple[str, ...]:
    """Take a stutter out: "i i can't get i can't get my breath" is "i can't get my breath".

    twice: the places of words that people say twice on purpose.
    """
    if len(set(words)) == len(words):
        return words
    kept = list(enumerate(words))
    for length in range(STUTTER, 0, -1):
        at = 0
        while at + 2 * length <= len(kept):
            first, second = kept[at : at + length], kept[at + length : at + 2 * length]
            again = [word for _, word in first] == [word for _, word in second]
            if again and not all(place in twice for place, _ in first):
                del kept[at : at + length]
            else:
                at += 1
    return tuple(word for _, word in kept)


def _phrase(found: Found, meanings: list[Meaning]) -> Phrase:
    return Phrase(meanings[found.meaning], found.start, found.end, found.words)


# What only answers a question while it waits.
ANSWERING = ("answer", "here")
# What stands in these is not seen.
UNSEEN = ("figure", "mask")
AWAY = ("others", "history", "past")
DENIALS = ("not", "no", "not_after")
# What waits beside the questions: its own words go before what they say elsewhere: "fine", "not now".
ANSWERED = ("offer", "now", "sure")
# What is told of another part of the body: no news where the question that waits asks for that part.
ELSEWHERE = "elsewhere"
# Marks of where clauses are: nothing hides them, and they hide nothing.
MARKS = ("clause", "ends", "turn", "soft", "contrast", "history", "question", "tag", "request")


def _longest(found: list[Phrase]) -> Iterator[Phrase]:
    """Leave out what stands in a longer phrase or in a figure of speech; whole sentences hide nothing."""
    figures = [one for one in found if one.meaning.name in UNSEEN and one.meaning.kind == "trigger"]
    hiding = [one for one in found if _can_hide(one.meaning)]
    for one in found:
        if one in figures or one.meaning.kind in ("wish", "topic"):
            yield one
        elif any(one.words & figure.words and not _outgrows(one, figure) for figure in figures):
            continue
        elif one.meaning.name in MARKS or not any(_hides(other, one) for other in hiding):
            yield one


def _outgrows(one: Phrase, figure: Phrase) -> bool:
    """Tell whether a phrase is more than the figure in it, or all of it and an answer: "blood thinners" when asked."""
    if figure.meaning.name == "mask" and one.meaning.name == "clause":
        return True
    answers = one.meaning.kind == "here" or (one.meaning.name in ANSWERED and one.meaning.part == "alone")
    return one.words > figure.words or (one.words == figure.words and answers)


def _can_hide(meaning: Meaning) -> bool:
    if meaning.kind == "trigger":
        return meaning.name not in MARKS
    return meaning.kind in ("mention", "here", "cry", "name") or (
        meaning.kind == "answer" and (not meaning.part or meaning.name in ANSWERED)
    )


def _hides(longer: Phrase, one: Phrase) -> bool:
    """Tell whether a phrase stands in a longer one, or in an answer to the question that waits: "pink" of a foot.

    A denial stays one in a phrase that itself denies ("doesn't hurt"): what stands beside it is denied too.
    """
    if one.meaning.name in DENIALS and one.meaning.kind == "trigger" and longer.meaning.value == "no":
        return False
    if one.meaning.name in AWAY and longer.meaning.kind == "here":  # "my dad died" of a clot before
        return False
    if one.meaning.name == "old" and longer.meaning.name in RED_FLAGS:  # "my back always aches": no news
        return False
    if one.meaning.kind == "answer" and not one.meaning.name and longer.meaning.name in ANSWERED:
        return longer.meaning.kind in ANSWERING and one.words <= longer.words
    if one.meaning.kind == "here" and longer.meaning.name == ELSEWHERE:  # a stiff neck, where one is asked for
        return False
    answers = longer.meaning.kind == "here" and one.meaning.kind == "mention"
    if answers and one.meaning.name == ELSEWHERE and longer.meaning.value == "yes":
        return bool(one.words & longer.words)
    elsewhere = longer.meaning.name != one.meaning.name
    return one.words < longer.words or (answers and elsewhere and one.words <= longer.words)
