"""What was said of the leg or the person: the answer to what waits, and the signs, risks and people told beside it."""

from skill.dialogue import turns
from skill.dialogue.turns import Turn
from skill.hearing.answers import Answer
from skill.hearing.mentions import Mention
from skill.hearing.reading import Reading
from skill.hearing.standing import OLD
from skill.rules.questions import BY_ID, RED_FLAGS, RISKS, TELLABLE
from skill.rules.questions import Answer as Given

Why = tuple[str, ...]
# "No, it's only sore": what sets off a no is no news; it has a question of its own.
LEFT = {("foot", "pain"), ("foot", "tenderness"), ("foot", "warmth"), ("foot", "colour"), ("foot", "both_or_cramps")}


def told(
    reading: Reading, said: tuple[Mention, ...], found: Answer, pending: str, for_other: bool
) -> tuple[Turn, Why] | None:
    """Give the answer, and what else was mentioned.

    said: all mentions. found: the answer to the question that waits, which is pending. for_other: the leg is another
    person's.
    Returns the turn and why, or None.
    """
    questioned = reading.is_question
    other = [one for one in said if one.question in BY_ID and one.question != pending]
    news = [
        one
        for one in other
        if one.value == "yes" and one.is_now and not questioned and _counts(one, pending, for_other)
    ]
    if news and found.value == "yes" and not found.firm and pending in RED_FLAGS:
        found = Answer(why=found.why)  # "yes it is swollen": said of the sign; the red flag is asked again
    if found.value == "no" or found.parts:
        news = [one for one in news if (pending, one.question) not in LEFT]
    doubt = [one for one in other if one.value == "yes" and one.how == frozenset({"maybe"}) and not questioned]
    denied = [one for one in other if one.value == "no" and not questioned]
    if questioned and not found.bare:
        found = Answer(why=found.why)
    of_other = any(one.person == "other" for one in news) and not for_other
    why = (*found.why, *(f"{reading.text(one.phrase)}: {one.question} {one.value}" for one in other))
    signs = _questions(news)
    unsure = tuple(q for q in _questions(doubt) if q not in signs)
    noes = tuple(q for q in _questions(denied) if q not in (*signs, *unsure))
    named = _named(reading, said)
    if not signs and not unsure and not found.parts and found.value and not noes and not named:
        return turns.Answered(Given(found.value)), why
    if not (signs or unsure or found.parts or found.value or noes):
        return None
    given = Given(found.value) if found.value else None
    return turns.Described(signs, noes, of_other, given, found.parts, unsure, named), why


# Asked of a birth and of relatives: a small child told there is no patient.
OF_A_BIRTH = ("care", "pregnant", "past_clot")


def _counts(mention: Mention, pending: str, for_other: bool) -> bool:
    """Tell whether something that nobody asks is to be noted: a relative's cancer is not, and a sore back only at the
    start, where it may be what the call is about.
    """
    if mention.question not in TELLABLE and mention.question not in RISKS:
        return True
    if mention.question == "child":
        return pending not in OF_A_BIRTH
    if mention.question in ("elsewhere", OLD):
        return not pending
    return for_other or mention.person != "other" or not pending


def _named(reading: Reading, said: tuple[Mention, ...]) -> tuple[str, ...]:
    """Name the parts that are there, so that they can be read back: not "cancer" of "clot yes cancer no"."""
    denied = {one.start for one in reading.triggers("no")}
    there = (one for one in said if one.value == "yes" and one.is_now and one.phrase.meaning.part)
    there = (one for one in there if one.phrase.end not in denied)
    return tuple(dict.fromkeys(f"{one.question}.{one.phrase.meaning.part}" for one in there if one.question in BY_ID))


def _questions(said: list[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.question for one in said))
