"""What a sentence mentions, and how: denied, in doubt, past, supposed, of somebody else, of another part of the body.

How far the words reach that make it so is in scope.py.
"""

from typing import Literal

from msgspec import Struct

from skill.hearing.reading import Phrase, Reading
from skill.hearing.scope import Clauses, denied, modifiers, thing

Person = Literal["self", "other", ""]
# A denial so few words before a no turns it round: "not very normal", but not "no the same".
NEAR = 1
# Without a word for the leg, so many other words may stand beside a sign, and no more.
MOST_STRANGE = 1
OF_A_LEG = ("swelling", "warmth", "pain", "colour", "veins", "tenderness", "foot")
# Words that answer these may also be said of things: "the toast is burning".
THINGS = ("breathing", "collapse", "swelling", "warmth", "pain", "colour", "veins", "unwell", "foot")


class Mention(Struct, frozen=True):
    """Something mentioned: a sign, a part of a question or a cry, with its modifiers.

    value: yes or no as the words have it; a denied yes is a no, and a no that is denied right before it is a yes, or
    nothing ("not fine", but not "no, the same"). how: the modifiers. why: the triggers that reach it.
    """

    phrase: Phrase
    value: str
    how: frozenset[str]
    person: Person
    why: tuple[str, ...]

    @property
    def question(self) -> str:
        """The question, or the cry, that it belongs to."""
        return self.phrase.meaning.name

    @property
    def is_cry(self) -> bool:
        """Whether its words are a cry for help, whatever is asked."""
        return self.phrase.meaning.kind == "cry"

    @property
    def is_denied(self) -> bool:
        """Whether a denial reaches it."""
        return "not" in self.how

    @property
    def is_plain(self) -> bool:
        """Whether its own words say so, and not a denial of what they say."""
        return self.value == self.phrase.meaning.value

    @property
    def is_now(self) -> bool:
        """Whether it is said of now, as a fact, and of somebody who is here."""
        return not self.how & {"maybe", "past", "old", "others", "setting", "if", "history", "thing"}


def mentions(reading: Reading, pending: str) -> tuple[Mention, ...]:
    """Give all that is mentioned of the leg and the person, in the order said; what is of another part is left out."""
    named = [one for kind in ("mention", "here", "cry") for one in reading.phrases.get(kind, ())]
    clauses = Clauses(reading)
    found = [_mention(phrase, named, reading, clauses) for phrase in sorted(named, key=lambda one: one.start)]
    found = [one for one in found if _of_the_leg(one, reading, clauses, pending)]
    return tuple(one for one in found if not any(_hides(other, one) for other in found))


def _hides(one: Mention, other: Mention) -> bool:
    """Tell whether a no hides a yes of the same question that stands in it: "the same pasty white as ever"."""
    if one.question != other.question or (one.phrase.meaning.value, other.phrase.meaning.value) != ("no", "yes"):
        return False
    within = one.phrase.start <= other.phrase.start and other.phrase.end <= one.phrase.end
    return within or (bool(one.phrase.words & other.phrase.words) and one.phrase.start < other.phrase.start)


def _mention(phrase: Phrase, named: list[Phrase], reading: Reading, clauses: Clauses) -> Mention:
    how = modifiers(phrase, reading, clauses)
    denial = denied(phrase, named, reading, clauses)
    value = phrase.meaning.value
    if denial is not None:
        how["not"] = reading.text(denial)
        value = "no" if value == "yes" else _turned(denial, phrase)
    why = tuple(f"{words} -> {name}" for name, words in how.items())
    return Mention(phrase, value, frozenset(how), _person(min(phrase.words), reading, clauses), why)


def _turned(denial: Phrase, phrase: Phrase) -> str:
    """Give what a denial makes of a no: a yes right before it, nothing farther off; a bare no leaves it."""
    if denial.meaning.name != "not":
        return "no"
    return "yes" if 0 <= min(phrase.words) - denial.end <= NEAR else ""


def _person(first: int, reading: Reading, clauses: Clauses) -> Person:
    """Whose it is: the nearest word for a person before it, in its clause or the one before."""
    start = clauses.around(first).start
    other = [place for place in reading.places("other_person") if start <= place <= first]
    own = [place for place in reading.places("own_person") if start <= place <= first and place not in other]
    if not other and not own:
        return ""
    return "other" if max(other, default=-1) > max(own, default=-1) else "self"


def _of_the_leg(mention: Mention, reading: Reading, clauses: Clauses, pending: str) -> bool:
    """Tell whether a word such as "hot" is said of the leg: the nearest part of the body decides."""
    meaning = mention.phrase.meaning
    answers = meaning.kind == "here" and meaning.name in THINGS
    if not meaning.near and not answers:
        return True
    if thing(mention.phrase, reading, clauses):
        return False
    painful = mention.phrase.words & reading.places("hurts")
    if answers and painful and meaning.name == "breathing":  # "just a bit of pain in my leg"
        return not set(clauses.clause(min(mention.phrase.words))) & (reading.places("leg") - mention.phrase.words)
    if answers:
        return meaning.name not in OF_A_LEG or not _elsewhere(mention.phrase, reading, clauses)
    if _elsewhere(mention.phrase, reading, clauses):
        return False
    at = min(mention.phrase.words)
    if mention.question == pending or reading.places("leg"):
        return True
    if any(place in clauses.around(at) and place < at for place in reading.places("it")):
        return True
    strange = len(reading.unexplained("mention", "here")) > MOST_STRANGE
    return not strange and not reading.places("own_person", "other_person") - reading.places("filler")


def _elsewhere(phrase: Phrase, reading: Reading, clauses: Clauses) -> bool:
    """Tell whether another part of the body stands nearer than the leg."""
    at = min(phrase.words)
    stretch = clauses.around(at)
    leg = [abs(place - at) for place in reading.places("leg") if place in stretch]
    others = [
        abs(place - at) for place in reading.places("elsewhere") if place in stretch and place not in phrase.words
    ]
    return bool(others) and min(others) <= min(leg, default=99)
