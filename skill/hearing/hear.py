"""(utterance, the question that waits, the vocabulary) -> Turn. Pure and deterministic; it explains itself."""

from collections.abc import Mapping

from msgspec import Struct

from skill.dialogue import turns
from skill.dialogue.turns import Turn
from skill.hearing.answers import MERELY, Answer, answer, is_weak, weighed
from skill.hearing.contrary import COLDER, contrary
from skill.hearing.cries import cry
from skill.hearing.leans import Leans
from skill.hearing.mentions import Mention, mentions
from skill.hearing.reading import Reading, read
from skill.hearing.standing import OLD, is_long_standing
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.wishes import NO_WISH, hopes, named, topic, wish, wishing
from skill.rules.questions import BY_ID, QUESTIONS, RED_FLAGS, RISKS, TELLABLE
from skill.rules.questions import Answer as Given

# Waits when the result was told and another reminder is offered.
OFFER = "offer"


# What waits while a person may still say whom it is for.
AT_FIRST = ("", QUESTIONS[0].id)


class Asked(Struct, frozen=True):
    """What waits while a person speaks.

    pending: the id of the question that waits, `now`, `sure`, `offer`, or "" before anything was asked.
    for_other: the leg is another person's.
    """

    pending: str = ""
    for_other: bool = False


class Heard(Struct, frozen=True):
    """What was understood, and why: a line each for the words that decided it."""

    turn: Turn
    why: tuple[str, ...] = ()


class Hearing:
    """Hears one language. Holds nothing but its vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary, self._leans = vocabulary, Leans(vocabulary)

    def hear(self, text: str, asked: Asked) -> Heard:
        """Understand what was said.

        text: as a recogniser gives it; any text will do. asked: what waits. Never raises.
        """
        vocabulary, pending = self._vocabulary, asked.pending
        reading = read(text, pending, vocabulary)
        if not reading.words or any(reading.triggers("foreign")):
            return Heard(turns.SpokeOtherLanguage() if reading.words else turns.Missed())
        said = mentions(reading, pending)
        about = tuple(one for one in said if one.question == pending and not _of_another(one, asked))
        found = answer(reading, about, pending, tuple(vocabulary.parts.get(pending, ())))
        if found.value != "no" and found.bare != "unsure" and is_long_standing(reading, said, pending):
            return Heard(turns.Answered(Given.NO) if pending else turns.Described((OLD,)), found.why)
        weak = pending in BY_ID and is_weak(reading, found)
        found = Answer(why=found.why) if weak else found
        acts = self._leans.act(reading.words)
        wished = wish(reading, found, acts)
        wishes = 1.0 if wished else wishing(acts)
        cried = cry(reading, said, found, pending, self._leans, wishes, asked.for_other)
        certain = cried is not None and isinstance(cried[0], turns.CriedForHelp) and not _of_no_leg(reading, said)
        if (
            not certain
            and wished is None
            and not _there(said, pending)
            and (flag := contrary(text, pending, vocabulary))
        ):
            return Heard(turns.CriedInDoubt(flag), found.why)
        if cried is not None:
            return Heard(*cried)
        if wished is not None:
            return self._with_signs(reading, said, Heard(*wished), asked)
        # An answer in a word or two, or in the plain words for it, of which none is left over, is not doubted.
        plain = len(reading.words) <= FEW or (bool(found.value) and found.bare == found.value)
        plain = plain or (found.value in ("yes", "unsure") and any(reading.triggers(MERELY)))
        plain = plain and bool(found.value) and not reading.unexplained("here", "mention")
        if pending in BY_ID and not plain and not weak:
            least = max(_away(reading, said, asked, acts), STRANGE[min(self._leans.strange(reading.words), 2)])
            leaning = self._leans.answer(reading.words, pending)
            denies, is_old = (any(reading.triggers(name)) for name in ("not", OLD))
            found = weighed(found, leaning, pending, least, denies, is_old)
        hoped = (
            pending == OFFER
            and (hopes(acts) or named(reading))
            and not any(one.question in BY_ID and one.value == "yes" for one in said)
        )
        noted = any(one.question in TELLABLE and one.value == "yes" for one in said) and not reading.is_question
        if hoped or (not pending and named(reading) and not noted):  # "ask leg check about cramps": a topic, no sign
            return Heard(*topic(reading, acts))
        return _told(reading, said, found, asked) or Heard(*topic(reading, acts))

    def _with_signs(self, reading: Reading, said: tuple[Mention, ...], wished: Heard, asked: Asked) -> Heard:
        """Keep the signs that were told along with whose leg it is: "it's my mum, her ankle is up like a balloon"."""
        if not isinstance(wished.turn, turns.ForSomeoneElse) or asked.for_other:
            return wished
        told = _told(reading, said, Answer(), asked)
        turn = told.turn if told is not None and isinstance(told.turn, turns.Described) else turns.Described()
        small = (
            ("child",) if asked.pending in AT_FIRST and reading.places("small_child") - reading.places("grown") else ()
        )
        signs = tuple(dict.fromkeys((*small, *turn.signs)))
        why = (*wished.why, *(told.why if told is not None else ()))
        return Heard(turns.Described(signs, turn.denied, of_other=True), why) if signs else wished


def _there(said: tuple[Mention, ...], pending: str) -> bool:
    """Tell whether what is asked was named as being there."""
    return any(one.question == pending and one.value == "yes" and one.is_plain for one in said)


def _of_no_leg(reading: Reading, said: tuple[Mention, ...]) -> bool:
    """Tell whether nothing is cried but a bare word for cold: "it is stone cold"."""
    red = [one for one in said if one.value == "yes" and (one.is_cry or one.question in RED_FLAGS)]
    return all(one.phrase.words <= reading.places(COLDER) for one in red)


def _of_another(mention: Mention, asked: Asked) -> bool:
    """Tell whether a no is somebody else's: "she's fine" of a passer-by does not deny the person's own sign."""
    return (
        mention.value == "no"
        and mention.person == "other"
        and not asked.for_other
        and mention.phrase.meaning.kind == "here"
    )


# "No, it's only sore": what sets off a no is no news; it has a question of its own.
LEFT = {("foot", "pain"), ("foot", "tenderness"), ("foot", "warmth"), ("foot", "colour"), ("foot", "both_or_cramps")}
# What a sentence that only leans to a yes must not hold: it is of another time, place or person.
ALMOST_SURE = 0.97
AWAY = ("others", "setting", "past", "history", "if")


# How far a sentence must lean at least that has no, one, or more words that no example has.
# So few words are an answer and nothing else.
FEW = 4
# A longer sentence that names nobody and nothing to be meant leans to no answer.
SHORT = 3
MEANT = ("own_person", "it", "leg", "meant")
STRANGE = (0.0, 0.9, 2.0)
# From here on a wish is no answer; below this a sentence is too little like any answer to lean to one.
WISHING, LEAST_ANSWER = 0.7, 0.35


def _away(reading: Reading, said: tuple[Mention, ...], asked: Asked, acts: Mapping[str, float]) -> float:
    """Give how far a sentence must lean at least for an answer: more than ever if it is a question or a wish."""
    pending = asked.pending
    label = max(acts, key=lambda one: acts[one], default="")
    if pending in RED_FLAGS and any(True for name in ("others", "history", "past") for _ in reading.triggers(name)):
        return 2.0
    wishes = label not in NO_WISH and acts[label] >= WISHING
    other_person = ("other_person",) if asked.for_other else ()
    about_it = len(reading.words) <= SHORT or reading.places(*MEANT, "patch", *other_person)
    if not about_it or any(reading.triggers("figure")):
        return 2.0
    if reading.is_question or wishes or (acts and acts["answer"] < LEAST_ANSWER):
        return 2.0
    vague = not reading.places(*MEANT, "other_person") and len(reading.words) > SHORT
    others = [one for one in said if one.question != pending]
    if pending in RED_FLAGS and any(one.value == "yes" for one in others):
        return 2.0
    return ALMOST_SURE if others or vague or any(True for name in AWAY for _ in reading.triggers(name)) else 0.0


def _told(reading: Reading, said: tuple[Mention, ...], found: Answer, asked: Asked) -> Heard | None:
    """What was said of the leg or the person: the answer, and what else was mentioned."""
    questioned = reading.is_question
    other = [one for one in said if one.question in BY_ID and one.question != asked.pending]
    news = [one for one in other if one.value == "yes" and one.is_now and not questioned and _counts(one, asked)]
    if news and found.value == "yes" and not found.firm and asked.pending in RED_FLAGS:
        found = Answer(why=found.why)  # "yes it is swollen": said of the sign; the red flag is asked again
    if found.value == "no" or found.parts:
        news = [one for one in news if (asked.pending, one.question) not in LEFT]
    doubt = [one for one in other if one.value == "yes" and one.how == frozenset({"maybe"}) and not questioned]
    denied = [one for one in other if one.value == "no" and not questioned]
    if questioned and not found.bare:
        found = Answer(why=found.why)
    of_other = any(one.person == "other" for one in news) and not asked.for_other
    why = (*found.why, *(f"{reading.text(one.phrase)}: {one.question} {one.value}" for one in other))
    signs = _questions(news)
    unsure = tuple(q for q in _questions(doubt) if q not in signs)
    noes = tuple(q for q in _questions(denied) if q not in (*signs, *unsure))
    named = _named(reading, said)
    if not signs and not unsure and not found.parts and found.value and not noes and not named:
        return Heard(turns.Answered(Given(found.value)), why)
    if not (signs or unsure or found.parts or found.value or noes):
        return None
    given = Given(found.value) if found.value else None
    return Heard(turns.Described(signs, noes, of_other, given, found.parts, unsure, named), why)


# Asked of a birth and of relatives: a small child told there is no patient.
OF_A_BIRTH = ("care", "pregnant", "past_clot")


def _counts(mention: Mention, asked: Asked) -> bool:
    """Tell whether something that nobody asks is to be noted: a relative's cancer is not, and a sore back only at the
    start, where it may be what the call is about.
    """
    if mention.question not in TELLABLE and mention.question not in RISKS:
        return True
    if mention.question == "child":
        return asked.pending not in OF_A_BIRTH
    if mention.question in ("elsewhere", OLD):
        return not asked.pending
    return asked.for_other or mention.person != "other" or not asked.pending


def _named(reading: Reading, said: tuple[Mention, ...]) -> tuple[str, ...]:
    """Name the parts that are there, so that they can be read back: not "cancer" of "clot yes cancer no"."""
    denied = {one.start for one in reading.triggers("no")}
    there = (one for one in said if one.value == "yes" and one.is_now and one.phrase.meaning.part)
    there = (one for one in there if one.phrase.end not in denied)
    return tuple(dict.fromkeys(f"{one.question}.{one.phrase.meaning.part}" for one in there if one.question in BY_ID))


def _questions(said: list[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.question for one in said))
