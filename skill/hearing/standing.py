"""Old complaints: what has been so for years and is no different now is nothing new. Pure."""

from skill.hearing.mentions import Mention
from skill.hearing.reading import Reading
from skill.rules.questions import SIGNS

# The id that an old complaint is noted by.
OLD = "old"
# More words than these that nothing accounts for, and the sentence may be about something else.
MOST_STRANGE = 2


def is_long_standing(reading: Reading, said: tuple[Mention, ...], pending: str) -> bool:
    """Tell whether a sentence says of a sign that it is old and the same as ever: "it has been like that for years".

    Only where no word speaks of a change, and only of signs: of a red flag it is asked again. said: all mentions.
    pending: the question that waits, or "".
    """
    if pending not in (*SIGNS, "") or not any(reading.triggers(OLD)) or reading.places("changed"):
        return False
    always = (one for one in said if one.phrase.meaning.kind == "here" and one.value == "yes")
    if any(one.phrase.words <= old.words for one in always for old in reading.triggers(OLD)):  # "always", said of pain
        return False
    there = [one for one in said if one.value == "yes"]
    if any(one.question not in SIGNS or one.how != frozenset({OLD}) for one in there):
        return False
    strange = len(reading.unexplained("mention", "here")) > MOST_STRANGE
    return bool(there) or (pending in SIGNS and not strange and not reading.is_question)
