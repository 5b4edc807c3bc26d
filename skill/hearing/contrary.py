"""The contrary of a sign may be a red flag: a leg that is colder, told when asked whether it is warmer. Pure."""

from skill.dialogue.turns import CriedForHelp, CriedInDoubt, Turn
from skill.hearing.mentions import Mention, mentions
from skill.hearing.reading import read
from skill.hearing.vocabulary import Vocabulary
from skill.rules.questions import RED_FLAGS

# The question that waits -> the red flag that its contrary belongs to, and its part.
CONTRARY = {"warmth": ("foot", "cold")}
# The words of the contrary, and what says that it is of both legs, of the person or of the room.
COLDER, NOT_ONE, OF_PERSON = "colder", ("both", "around"), "chilly_person"


def contrary(
    text: str, pending: str, vocabulary: Vocabulary, said: tuple[Mention, ...], cried: Turn | None
) -> Turn | None:
    """Find a red flag told of the one leg in a bare word for the contrary of what was asked; it is put in doubt.

    text: what was said. pending: the question that waits. said: all mentions. cried: what else it is taken for.
    Returns None for both legs alike, for what is always so, for a room or the whole person, and beside a plain cry.
    """
    if pending not in CONTRARY or any(one.question == pending and one.value == "yes" and one.is_plain for one in said):
        return None
    flag, part = CONTRARY[pending]
    reading = read(text, flag, vocabulary)
    colder = reading.places(COLDER)
    red = (one for one in said if one.value == "yes" and (one.is_cry or one.question in RED_FLAGS))
    if isinstance(cried, CriedForHelp) and not all(one.phrase.words <= colder for one in red):
        return None
    if reading.is_question or reading.places(*NOT_ONE):
        return None
    there = (one for one in mentions(reading, flag) if one.question == flag and one.value == "yes" and one.is_now)
    bare = any(one.phrase.words & (colder - reading.places(OF_PERSON)) for one in there)
    return CriedInDoubt((f"{flag}.{part}",)) if bare else None
