"""Is it a cry for help? Certain, in doubt, or none. Rules first; likeness to whole cries catches those in new words."""

from skill.dialogue import turns
from skill.dialogue.turns import Turn
from skill.hearing.answers import MERELY, Answer
from skill.hearing.leans import Leans
from skill.hearing.mentions import Mention
from skill.hearing.reading import Reading
from skill.rules.questions import BY_ID, RED_FLAGS

# How far words lean to a cry for an alarm, and for "Is that so now?".
LEANS_FAR, LEANS_LITTLE = 0.88, 0.55
# Words that no cry has, in a sentence about something else: it is asked whether it is so now.
CALM, OTHER = 0.02, 0.96
# Leaning so far to a wish, and so little to a cry, it is the wish: "racing, how do you mean".
WISHING, DOUBTFUL = 0.7, 0.3
# A cry that names no cause.
UNNAMED = "help"
# A story of somebody else leans so little to a cry: "my husband fainted at the birth".
STORY = 0.1
# What takes the alarm out of a leaning.
VETO = ("not", "no", "if", "past", "others", "setting", "maybe", "figure")
Why = tuple[str, ...]


def cry(
    reading: Reading,
    said: tuple[Mention, ...],
    found: Answer,
    pending: str,
    leans: Leans,
    wishing: float,
    for_other: bool,
) -> tuple[Turn, Why] | None:
    """Find a cry.

    said: all that is mentioned. found: the answer to the question that waits, which is pending. for_other: the leg is
    another person's, so what happened to another person is no story.
    Returns the turn and why, or None.
    """
    red = [one for one in said if (one.is_cry or one.question in RED_FLAGS) and one.value == "yes" and one.is_plain]
    questioned = reading.is_question
    if wishing >= WISHING and leans.cry(reading.words) < DOUBTFUL:
        red = [one for one in red if one.phrase.meaning.kind != "here" and not reading.is_question]
    now = [one for one in red if one.is_now]
    answers, leaning = leans.answer(reading.words, pending), leans.cry(reading.words)
    calm = (
        not any(reading.triggers("turn"))  # "none of that, but she's on the floor"
        and leaning < CALM
        and max(answers.get("other", 0.0), answers.get("no", 0.0) if pending in RED_FLAGS else 0.0) > OTHER
    )
    if now and not found.bare and not for_other and leaning < STORY and _is_story(reading, now):
        return turns.CriedInDoubt(_about(now)), _why(reading, now)
    if now and any(reading.triggers(MERELY)) and all(one.question == pending for one in now):
        return turns.CriedInDoubt(_about([one for one in now if one.phrase.meaning.part] or now)), _why(reading, now)
    if now and not questioned and not calm:
        return turns.CriedForHelp(_about(now)), _why(reading, now)
    doubtful = [
        one for one in red if one.how <= {"maybe", "old", "history", "thing", "setting"} and one.question != pending
    ]
    doubtful += [one for one in now if calm or (questioned and (one.question != pending or one.phrase.meaning.part))]
    if doubtful and (not found.value or (questioned and not found.bare)):
        return turns.CriedInDoubt(_about(doubtful)), _why(reading, doubtful)
    if red or wishing >= WISHING or any(one.question in RED_FLAGS for one in said):
        return None
    cried = (leaning + answers.get("cry", leaning)) / 2
    told = any(one.value == "yes" and one.question in BY_ID for one in said)
    return None if told and cried < LEANS_FAR else _leaning(reading, found, cried)


def _is_story(reading: Reading, red: list[Mention]) -> bool:
    """Tell whether it is told of what happened to somebody else, and nothing says that it was just now."""
    happened = reading.places("happened")
    told = [one for one in red if one.person == "other" and one.phrase.words & happened]
    return bool(told) and all(one.person == "other" for one in red) and not reading.places("recently")


def _leaning(reading: Reading, found: Answer, leaning: float) -> tuple[Turn, Why] | None:
    """Take words that no rule knows for a cry if they lean far enough that way, and nothing takes the alarm out."""
    if leaning < LEANS_LITTLE or found.value:
        return None
    vetoed = reading.is_question or any(True for name in VETO for _ in reading.triggers(name))
    why = (f"leans to a cry: {leaning:.2f}",)
    if leaning >= LEANS_FAR and not vetoed:
        return turns.CriedForHelp((UNNAMED,)), why
    return None if vetoed and leaning < LEANS_FAR else (turns.CriedInDoubt((UNNAMED,)), why)


def _about(said: list[Mention]) -> tuple[str, ...]:
    names = (f"{one.question}.{one.phrase.meaning.part}".rstrip(".") for one in said)
    return tuple(dict.fromkeys(names))


def _why(reading: Reading, said: list[Mention]) -> Why:
    return tuple(line for one in said for line in (f"{reading.text(one.phrase)}: {one.question}", *one.why))
