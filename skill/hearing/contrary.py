"""The contrary of a sign may be a red flag: a leg that is colder, told when asked whether it is warmer. Pure."""

from skill.hearing.mentions import mentions
from skill.hearing.reading import read
from skill.hearing.vocabulary import Vocabulary

# The question that waits -> the red flag that its contrary belongs to, and its part.
CONTRARY = {"warmth": ("foot", "cold")}
# The words of the contrary, and what says that it is of both legs, of the person or of the room.
COLDER, NOT_ONE, OF_PERSON = "colder", ("both", "around"), "chilly_person"


def contrary(text: str, pending: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Tell what red flag is told of the one leg, in a word for the contrary of what was asked.

    text: what was said. pending: the question that waits.
    Returns `question.part`, or nothing: for both legs alike, for what is always so, for a room or the whole person.
    """
    if pending not in CONTRARY:
        return ()
    flag, part = CONTRARY[pending]
    reading = read(text, flag, vocabulary)
    colder = reading.places(COLDER) - reading.places(OF_PERSON)
    if reading.is_question or reading.places(*NOT_ONE):
        return ()
    there = (one for one in mentions(reading, flag) if one.question == flag and one.value == "yes" and one.is_now)
    return tuple({f"{flag}.{part}" for one in there if one.phrase.words & colder})
