"""What a person wants of the conversation: to hear it again, to go back, to stop, an answer of their own. Pure."""

from collections.abc import Mapping

from skill.dialogue import turns
from skill.dialogue.turns import Turn
from skill.hearing.answers import Answer, covers
from skill.hearing.reading import Phrase, Reading
from skill.rules.questions import BY_ID
from skill.rules.questions import Answer as Given

Why = tuple[str, ...]
# How far words must lean to a wish or a topic where no rule speaks; further where something could be lost.
ENOUGH, FAR = 0.45, 0.7
# Leaning so far, a sentence means that topic, whatever word of another it holds.
ABOVE_RULES = 0.75
# What is lost by leaning alone is told how to be had in plain words, or asked about.
LOSING: Mapping[str, Turn] = {
    "stop": turns.Stopped(plainly=False),
    "startover": turns.StartedOver(plainly=False),
    "other": turns.ForSomeoneElse(plainly=False),
    "self": turns.ForThemselves(),
    "back": turns.WentBack(),
    "reminder_cancel": turns.AskedToCancel(),
}
# What words may lean to that is no wish.
NO_WISH = ("", "told", "cry", "answer")
# Leaning so far to something else, a phrase in the middle is no wish: "can't get my boot on".
ANSWERING = 0.8

WISHES: dict[str, Turn] = {
    "repeat": turns.AskedRepeat(),
    "slower": turns.AskedPace(slow=True),
    "faster": turns.AskedPace(slow=False),
    "back": turns.WentBack(),
    "back_two": turns.WentBack(2),
    "back_three": turns.WentBack(3),
    "why": turns.AskedWhy(),
    "how": turns.AskedHow(),
    "wait": turns.AskedWait(),
    "help": turns.AskedHelp(),
    "stop": turns.Stopped(),
    "startover": turns.StartedOver(),
    "start": turns.AskedCheck(),
    "other": turns.ForSomeoneElse(),
    "self": turns.ForThemselves(),
    "goon": turns.WentOn(),
    "prevention": turns.AskedPrevention(),
    "reminder": turns.AskedReminder(),
    "reminder_move": turns.AskedReminder("move"),
    "reminder_workdays": turns.AskedReminder("move", workdays=True),
    "reminder_look": turns.AskedReminder("look_again"),
    "reminder_checked": turns.AskedReminder("checked"),
    "reminder_list": turns.AskedScheduled(),
    "reminder_cancel": turns.CancelledScheduled(),
    "reminder_drop": turns.CancelledScheduled(plainly=False),
    "reminder_no": turns.DeclinedReminder(),
    "reminder_how": turns.AskedToCancel(),
    "sources": turns.AskedSources(),
    "thanks": turns.Thanked(),
    "readback": turns.AskedReadback(),
    "summary": turns.AskedSummary(),
    "send": turns.AskedCard(),
    "progress": turns.AskedProgress(),
    "remark": turns.Missed(),
}


# What is to be said again, at another pace.
PACES = ("slower", "faster")


def wish(reading: Reading, found: Answer, acts: Mapping[str, float]) -> tuple[Turn, Why] | None:
    """Find a wish that a rule knows; None if there is none. acts: how the sentence leans.

    A question about "it" is no wish by which something is lost: "will it go away".
    """
    answering = _answering(reading) | reading.places("filler") if found.value or found.parts else frozenset()
    leaning = max(acts, key=lambda one: acts[one], default="")
    asked = [
        one
        for one in reading.phrases.get("wish", ())
        if not one.words <= answering
        and not (
            (one.meaning.part == "alone" or one.meaning.name == "self")
            and any(one.words < topic.words for topic in reading.phrases.get("topic", ()))
        )
        and not (one.meaning.name in LOSING and reading.is_question and reading.places("it") - one.words)
        and (
            covers(reading, one.words)
            or (
                one.meaning.part != "alone"
                and (_is_kin(one.meaning.name, leaning) or one.meaning.name == "correct" or acts[leaning] < ANSWERING)
            )
        )
    ]
    if not asked:
        return None
    best = max(asked, key=lambda one: (one.meaning.name in PACES, len(one.words), -one.start))
    why = (f"{reading.text(best)}: {best.meaning.name}",)
    if best.meaning.name == "correct":
        return _corrected(reading), why
    return WISHES[best.meaning.name], why


def _is_kin(name: str, leaning: str) -> bool:
    """Tell whether a wish is of the kind that a sentence leans to: "back_two" is of "back". No weight knows a pace."""
    return name.startswith(leaning) or name in PACES


def _corrected(reading: Reading) -> Turn:
    """Which answer is to be changed, and to what."""
    named = [one.meaning.name for one in reading.phrases.get("name", ())]
    bare = [one.meaning.value for one in reading.phrases.get("answer", ()) if not one.meaning.name]
    bare += ["no" for _ in reading.triggers("no")]
    question = next((name for name in named if name in BY_ID), None)
    ones = (one for kind in ("wish", "answer", "name") for one in reading.phrases.get(kind, ()))
    known = frozenset().union(*(one.words for one in ones)) | reading.triggered | reading.places("it", "patch")
    if question is None and not covers(reading, known):  # a name that was misheard is no licence to change another
        return turns.Missed()
    if not bare:
        return turns.WentBack() if question is None else turns.WentBack(question=question)
    return turns.Corrected(Given(bare[-1]), question)


def _answering(reading: Reading) -> frozenset[int]:
    """Give the places of all words that answer."""
    answers = (one for one in reading.phrases.get("answer", ()) if not one.meaning.part)
    named = (one for kind in ("here", "mention") for one in reading.phrases.get(kind, ()))
    ones = (*answers, *named, *reading.triggers("no"))
    return frozenset().union(*(one.words for one in ones))


def wishing(acts: Mapping[str, float]) -> float:
    """Give how far a sentence leans to the wish or topic that it leans to most."""
    return max((share for label, share in acts.items() if label not in NO_WISH), default=0.0)


def hopes(acts: Mapping[str, float]) -> bool:
    """Tell whether a sentence leans so far to a topic that it is no answer to an offer: "so I'm fine then"."""
    label = max(acts, key=lambda one: acts[one], default="")
    return label not in NO_WISH and label not in WISHES and acts[label] >= ANSWERING


def named(reading: Reading) -> bool:
    """Tell whether nothing but a topic was named."""
    return any(covers(reading, one.words) for one in reading.phrases.get("topic", ()))


def topic(reading: Reading, acts: Mapping[str, float]) -> tuple[Turn, Why]:
    """Find a question of the person's own, or a wish in new words; Missed if there is none."""
    asked = [one for one in reading.phrases.get("topic", ()) if _is_asked(one, reading)]
    label = max(acts, key=lambda one: acts[one], default="")
    if asked and (label in NO_WISH or acts[label] < ABOVE_RULES):
        best = max(asked, key=lambda one: (len(one.words), -one.start))
        return turns.AskedTopic(best.meaning.name), (f"{reading.text(best)}: topic {best.meaning.name}",)
    if label in NO_WISH or acts[label] < (FAR if label in LOSING else ENOUGH):
        return turns.Missed(), ()
    why = (f"leans to {label}: {acts[label]:.2f}",)
    return LOSING.get(label) or WISHES.get(label) or turns.AskedTopic(label), why


def _is_asked(phrase: Phrase, reading: Reading) -> bool:
    how = phrase.meaning.part
    return not how or (how == "ask" and (reading.is_question or covers(reading, phrase.words)))
