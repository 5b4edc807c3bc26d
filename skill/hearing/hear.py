"""(utterance, the question that waits, the vocabulary) -> Turn. Pure and deterministic; it explains itself."""

from collections.abc import Mapping

from msgspec import Struct

from skill.dialogue import turns
from skill.dialogue.turns import Turn
from skill.hearing.answers import MERELY, Answer, answer, is_weak, weighed
from skill.hearing.contrary import contrary
from skill.hearing.cries import cry
from skill.hearing.leans import Leans
from skill.hearing.mentions import Mention, mentions
from skill.hearing.reading import Reading, read
from skill.hearing.reminders import of_reminder
from skill.hearing.standing import OLD, is_long_standing
from skill.hearing.told import told
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.wishes import NO_WISH, hopes, named, topic, wish, wishing
from skill.rules.questions import BY_ID, QUESTIONS, RED_FLAGS, TELLABLE
from skill.rules.questions import Answer as Given

# Waits when the result was told and another reminder is offered.
OFFER = "offer"


# What waits while a person may still say whom it is for.
AT_FIRST = ("", QUESTIONS[0].id)


class Asked(Struct, frozen=True):
    """What waits while a person speaks.

    pending: the id of the question that waits, `now`, `sure`, `offer`, or "" before anything was asked.
    for_other: the leg is another person's. proposed: it is a reminder that is offered, at a certain time.
    """

    pending: str = ""
    for_other: bool = False
    proposed: bool = False


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
        heard = self._understood(text, asked)
        if not asked.proposed and not isinstance(heard.turn, turns.AskedReminder):
            return heard
        reading = read(text, asked.pending, self._vocabulary)
        meant = topic(reading, self._leans.act(reading.words))[0]
        return Heard(of_reminder(reading, heard.turn, meant, asked.proposed), heard.why)

    def _understood(self, text: str, asked: Asked) -> Heard:
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
        if wished is None and (doubt := contrary(text, pending, vocabulary, said, cried and cried[0])):
            return Heard(doubt, found.why)
        if cried is not None:
            return Heard(*cried)
        if wished is not None:
            return self._with_signs(reading, said, Heard(*wished), asked)
        if pending in BY_ID and not weak and not _is_plain(reading, found):
            found = self._weighed(reading, said, found, asked, acts)
        hoped = (
            pending == OFFER
            and (hopes(acts) or named(reading))
            and not any(one.question in BY_ID and one.value == "yes" for one in said)
        )
        noted = any(one.question in TELLABLE and one.value == "yes" for one in said) and not reading.is_question
        if hoped or (not pending and named(reading) and not noted):  # "ask leg check about cramps": a topic, no sign
            return Heard(*topic(reading, acts))
        return Heard(*(told(reading, said, found, pending, asked.for_other) or topic(reading, acts)))

    def _weighed(
        self, reading: Reading, said: tuple[Mention, ...], found: Answer, asked: Asked, acts: Mapping[str, float]
    ) -> Answer:
        """Weigh what the rules found against how the sentence leans. acts: how it leans to a wish or a topic."""
        least = max(_away(reading, said, asked, acts), STRANGE[min(self._leans.strange(reading.words), 2)])
        leaning = self._leans.answer(reading.words, asked.pending)
        denies, is_old = (any(reading.triggers(name)) for name in ("not", OLD))
        return weighed(found, leaning, asked.pending, least, denies, is_old)

    def _with_signs(self, reading: Reading, said: tuple[Mention, ...], wished: Heard, asked: Asked) -> Heard:
        """Keep the signs that were told along with whose leg it is: "it's my mum, her ankle is up like a balloon"."""
        if not isinstance(wished.turn, turns.ForSomeoneElse) or asked.for_other:
            return wished
        turn, reasons = told(reading, said, Answer(), asked.pending, asked.for_other) or (turns.Described(), ())
        turn = turn if isinstance(turn, turns.Described) else turns.Described()
        small = (
            ("child",) if asked.pending in AT_FIRST and reading.places("small_child") - reading.places("grown") else ()
        )
        signs = tuple(dict.fromkeys((*small, *turn.signs)))
        why = (*wished.why, *reasons)
        return Heard(turns.Described(signs, turn.denied, of_other=True), why) if signs else wished


def _is_plain(reading: Reading, found: Answer) -> bool:
    """Tell whether an answer is not doubted: in a word or two, in the plain words for it, or of what is named behind
    a "no, just", and none of its words is left over.
    """
    plain = len(reading.words) <= FEW or found.bare == found.value
    plain = plain or (found.value in ("yes", "unsure") and any(reading.triggers(MERELY)))
    return plain and bool(found.value) and not reading.unexplained("here", "mention")


def _of_another(mention: Mention, asked: Asked) -> bool:
    """Tell whether a no is somebody else's: "she's fine" of a passer-by does not deny the person's own sign."""
    return (
        mention.value == "no"
        and mention.person == "other"
        and not asked.for_other
        and mention.phrase.meaning.kind == "here"
    )


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
