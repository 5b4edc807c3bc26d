"""What a sentence answers to the question that waits. Pure.

A no needs evidence: a negative that reaches the thing asked, or one that stands alone; whatever is only probably a no
is no answer.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from skill.hearing.mentions import Mention
from skill.hearing.reading import Phrase, Reading
from skill.hearing.vocabulary import Meaning
from skill.rules.questions import RED_FLAGS

# "No, just ...": what is named behind such a no is there, however little of it.
MERELY = "merely"
# Asked of a whole life and of relatives: what was long ago, or took somebody's life, is an answer.
LONG_AGO = ("past_clot",)
YES, NO, UNSURE, OTHER = "yes", "no", "unsure", "other"
# A no from words that only answer in their place needs a sentence that is about little else.
MOST_UNEXPLAINED = 2
# How far a sentence must lean for an answer where no rule found one; a no furthest. A yes to a red flag is an alarm.
ENOUGH = {YES: 0.78, NO: 0.85, UNSURE: 0.6}
RED = 0.85
FIRM = 0.985
# How far to a yes, to make one of a doubt or of a part denied.
OVER = 0.95
# How far it must lean the other way to undo what a rule found: (found, leaning).
AGAINST = {
    (NO, YES): 0.75,
    (NO, UNSURE): 0.9,
    (YES, NO): 0.93,
    (YES, OTHER): 0.985,
    (NO, OTHER): 0.9,
    (UNSURE, OTHER): 0.95,
}


class Answer(Struct, frozen=True):
    """An answer to the question that waits.

    value: yes, no, unsure, or "" for none. bare: what the bare words for it say. firm: the thing
    asked was named. parts: those denied where the rest of
    the question stays open. why: what it was taken from.
    """

    value: str = ""
    bare: str = ""
    firm: bool = False
    parts: tuple[str, ...] = ()
    why: tuple[str, ...] = ()


def answer(reading: Reading, about: tuple[Mention, ...], pending: str, parts: tuple[str, ...]) -> Answer:
    """Find the answer.

    about: the mentions of the question that waits, which is pending; parts: its parts.
    """
    signals = tuple(_signals(reading, about))
    away = {"if", "setting"} if pending in LONG_AGO else {"if", "others", "setting"}
    own = [one for one in about if not one.how & away]
    yes = [one for one in own if one.value == YES]
    yes = [one for one in yes if pending in LONG_AGO or not one.how & {"past", "history"}]
    sure = [one for one in yes if one.is_plain and not one.how & {"maybe", "old", "thing"}]
    bare = _bare(reading, signals)
    why = tuple(f"{reading.text(one.phrase)}: {one.value or 'nothing'}" for one in own) + tuple(
        f"{reading.text(one)}: {one.meaning.value}" for one in signals
    )
    named = _named(reading, signals, pending)
    if yes and pending in RED_FLAGS and any(reading.triggers(MERELY)):
        return Answer(UNSURE, bare, why=why)
    if sure and bare != UNSURE:
        return Answer(YES, bare, any(one.phrase.meaning.kind == "mention" for one in sure), why=why)
    if YES in named.values():
        return Answer(YES, YES, why=why)
    if yes and not any(one.value == NO and "old" not in one.how for one in own):
        value = (
            UNSURE if pending in RED_FLAGS or bare == UNSURE or any(one.how & {"maybe", "old"} for one in yes) else YES
        )
        if bare == NO and not sure:
            value = UNSURE if any(reading.triggers(MERELY)) else ""
        return Answer(value, bare, why=why)
    no = [one for one in own if one.value == NO]
    if any("maybe" in one.how for one in no):
        return Answer(UNSURE, bare, why=why)
    here = all(one.phrase.meaning.kind == "here" for one in no)
    strange = len(reading.unexplained("here", "mention")) > MOST_UNEXPLAINED or any(reading.triggers("figure"))
    if no and here and not bare and strange:
        return Answer(why=why)
    denied = {one.phrase.meaning.part for one in no} | {part for part, value in named.items() if value == NO}
    return _denied(denied, bool(named), bare, parts, why)


def weighed(
    found: Answer, leaning: Mapping[str, float], pending: str, least: float, denies: bool, is_old: bool
) -> Answer:
    """Weigh what the rules found against how the sentence leans.

    Where the rules found nothing, a strong leaning is an answer; where they found one and the sentence leans far the
    other way, it is none, and is asked again. leaning: label -> probability. least: what it must lean at least.
    denies: it holds a denial, which a yes that is only leant to must explain. is_old: it speaks of what is no news,
    which makes no yes to a red flag.
    """
    label = max(leaning, key=lambda one: leaning[one], default="")
    share = leaning.get(label, 0.0)
    why = (*found.why, f"leans to {label}: {share:.2f}")
    if found.parts or (found.value == UNSURE and not found.bare):
        news = not (is_old and pending in RED_FLAGS)
        turned = news and share >= OVER and share >= least and (label == YES or (label == NO and found.value == UNSURE))
        return Answer(label, found.bare, why=why) if turned else found
    if found.value:
        against = FIRM if found.firm else AGAINST.get((found.value, label), 2.0)
        if found.firm and label == OTHER and pending not in RED_FLAGS:  # a sign, and a question about it
            return Answer(found.value, found.bare, firm=True, why=why)
        return Answer(bare=found.bare, why=why) if share >= against and label != found.value else found
    if share < max(least, ENOUGH.get(label, 2.0)):
        return found
    if label == YES and pending in RED_FLAGS and denies:
        return found
    if label == YES and pending in RED_FLAGS and share < RED:
        return Answer(UNSURE, found.bare, why=why)
    return Answer(label, found.bare, why=why)


def _denied(denied: set[str], named: bool, bare: str, parts: tuple[str, ...], why: tuple[str, ...]) -> Answer:
    """Weigh what is denied: all of the question, parts of it, or nothing but the bare words."""
    if not denied:
        return Answer(bare, bare, why=why)
    if bare == YES and not named:  # "yes, my breathing is fine"
        return Answer("", bare, why=why)
    if bare == UNSURE:
        return Answer(UNSURE, bare, why=why)
    if "" in denied or denied >= set(parts):
        return Answer(NO, bare, why=why)
    return Answer("", bare, False, tuple(part for part in parts if part in denied), why)


def _named(reading: Reading, signals: tuple[Phrase, ...], pending: str) -> dict[str, str]:
    """Pair the parts that are called by their name with the yes or no right behind: "chest yes breathing no"."""
    paired: dict[str, str] = {}
    for name in reading.phrases.get("name", ()):
        if name.meaning.name == pending and name.meaning.part:
            behind = next((one for one in signals if one.start == name.end), None)
            if behind is not None:
                paired[name.meaning.part] = behind.meaning.value
    return paired


def _signals(reading: Reading, about: Iterable[Mention]) -> Iterable[Phrase]:
    """Give the words for yes, no and not sure, each in its own right, in the order said."""
    supposed = any(reading.triggers("if"))
    merely = frozenset().union(*(one.words for one in reading.triggers(MERELY)))
    for phrase in sorted(reading.phrases.get("answer", ()), key=lambda one: one.start):
        kind = phrase.meaning.part
        if kind == "alone" and (reading.is_question or supposed or not covers(reading, phrase.words | merely)):
            continue
        if kind == "end" and not covers(reading, frozenset(range(phrase.end)) | phrase.words):
            continue
        if kind == "end" and phrase.end in reading.places("leads") and phrase.end + 1 < len(reading.words):
            continue  # "I am a man"
        if kind == "end" and any(one.start < phrase.end and phrase.start <= one.end for one in reading.triggers("if")):
            continue  # "I wouldn't ask if it didn't"
        yield phrase
    doubted = frozenset().union(*(one.words for one in reading.triggers("maybe")))
    yield from (_as_answer(one) for one in reading.triggers(MERELY) if not covers(reading, one.words | doubted))
    for trigger in reading.triggers("no"):
        if _stands_alone(trigger, reading, about):
            yield _as_answer(trigger)


def is_weak(reading: Reading, found: Answer) -> bool:
    """Tell whether an answer is none: an "okay" or "sure" that only shows that a question was heard, or yes and no."""
    weak = reading.places("only_heard")
    if found.value and not set(range(len(reading.words))) - weak - reading.places("filler"):
        return bool(weak)
    values = {one.meaning.value for one in _signals(reading, ())}
    return {YES, NO} <= values and not found.value


def _as_answer(trigger: Phrase) -> Phrase:
    return Phrase(Meaning("answer", "", "", NO), trigger.start, trigger.end, trigger.words)


def _stands_alone(no: Phrase, reading: Reading, about: Iterable[Mention]) -> bool:
    """Tell whether a `no` is an answer, and not the "no" of "no relief": a subject, a filler or nothing follows."""
    if any(no.start < one.phrase.start and one.is_denied for one in about if one.phrase.start - no.end < 3):
        return False
    after = no.end
    if after >= len(reading.words):
        return True
    opens = reading.places("subject", "filler", "after_no") | {
        place
        for phrase in reading.phrases.get("trigger", ())
        for place in range(phrase.start, phrase.end)
        if phrase.meaning.name in ("ends", "not", "no", "clause")
    }
    return after in opens


def _bare(reading: Reading, signals: tuple[Phrase, ...]) -> str:
    """Weigh the bare words: after a self-repair the last counts; yes and no without one is no answer."""
    values = [one.meaning.value for one in signals]
    if not values:
        return ""
    if UNSURE in values:
        return UNSURE
    if len(set(values)) == 1:
        return values[0]
    ordered = sorted(signals, key=lambda one: one.start)
    for repair in reading.triggers("repair"):
        if any(one.end <= repair.start for one in ordered) and ordered[-1].start >= repair.end:
            return ordered[-1].meaning.value
    return ""


def covers(reading: Reading, words: frozenset[int]) -> bool:
    """Tell whether nothing is said beside these words but small talk."""
    return not set(range(len(reading.words))) - words - reading.places("filler", "small")
