"""What people say in conversations that together reach nearly every text of the content.

The recorded dialogues come first; the rest is made: each question with what can be said at it, each result with what
can be asked after it. Phrases are taken from the examples, the first that the hearing takes for what is meant.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice, takewhile
from pathlib import Path

from skill.dialogue.turns import (
    AskedTopic,
    CriedForHelp,
    Described,
    ForSomeoneElse,
    StartedOver,
    Stopped,
    Turn,
)
from skill.hearing.hear import Asked, Hearing
from skill.rules.interview import next_question
from skill.rules.questions import ASKED, BY_ID, Answer
from skill.words.texts import CONTENT, LANGUAGE, Content
from skill.words.vocabulary import read_examples
from skill.workbench.dialogues import FOLDER, Dialogue
from skill.workbench.pretended import ALEXA_ASKS
from skill.workbench.truthful import WORDS, hold

Script = tuple[str, ...]
# What is said at any question, and after any result.
AT_A_QUESTION = (
    "why",
    "how do i check that",
    "what did you note",
    "how many more questions",
    "go back",
    "how do you know",
)
# What is asked back before it is done, because more than a little would be lost.
DRASTIC: tuple[Turn, ...] = (StartedOver(False), Stopped(False), ForSomeoneElse(False))
AFTER_A_RESULT = (
    *("why", "no", "what do i tell the doctor", "who says so", "remind me tomorrow", "what did you note"),
    *("how do i check that", "how many more questions"),
)
# What decides each urgency that is no alarm, and nothing for none.
RAISED: tuple[tuple[str, ...], ...] = (
    *(("swelling",), ("tenderness",), (), ("unwell",), ("both_or_cramps", "both_new"), ("both_or_cramps",)),
    *(("tenderness", "kept_still"), ("kept_still",), ("past_clot",)),
)
CARE = ("care", "pregnant")
TRIED = 300


def recorded(folder: Path = FOLDER) -> Iterator[Script]:
    """Give what is said in the golden dialogues, but for those that want a device with scheduled reminders."""
    dialogues = (Dialogue.read(path) for path in sorted(folder.glob("*.yaml")))
    yield from (spoken(one) for one in dialogues if not one.reminders)


def spoken(dialogue: Dialogue) -> Script:
    """Give what is said in a dialogue, up to what is done in another way."""
    return tuple(turn["say"] for turn in takewhile(lambda turn: "say" in turn, dialogue.turns))


def recorded_with_reminders(folder: Path = FOLDER) -> Iterator[Dialogue]:
    """Give the golden dialogues on a device with scheduled reminders, in which Alexa asks for no permission."""
    dialogues = (Dialogue.read(path) for path in sorted(folder.glob("*.yaml")))
    yield from (one for one in dialogues if one.reminders and ALEXA_ASKS not in (turn["hear"] for turn in one.turns))


def made(content: Content, hearing: Hearing, root: Path = CONTENT) -> Iterator[Script]:
    """Make scripts from the content. Some reach nothing new; whoever holds them keeps the shortest."""
    answers, others = read_examples(root, LANGUAGE)

    def phrase(lines: Iterable[str], is_meant: Callable[[Turn], bool], asked: str = ASKED[0]) -> Script:
        """Give the first line that the hearing takes for what is meant, at a question, or nothing."""
        tried = islice(lines, TRIED)
        return tuple(islice((one for one in tried if is_meant(hearing.hear(one, Asked(asked)).turn)), 1))

    asked = [one for name in content.topics for one in phrase(others.topics.get(name, ()), _is(AskedTopic(name)))]
    told = [one for name in content.told for one in phrase(others.told.get(name, ()), _tells(name))]
    wants = [one for turn in DRASTIC for lines in others.wishes.values() for one in phrase(lines, _is(turn))]
    for question in ASKED:
        way = way_to(question)
        yield from ((*way, *said) for said in _at(wants))
        for part in content.questions[question].parts:
            named = phrase(answers[question]["yes"], _names(f"{question}.{part}"), question)
            denied = phrase(answers[question]["no"], _denies(part), question)
            yield from ((*way, one, "what did you note") for one in (*named, *denied))
    for raised in RAISED:
        yield from (answered(raised, said) for said in _afterwards(content, asked))
        yield from (answered((*raised, *care), ("why",)) for care in (CARE[:1], CARE))
        yield from ((one, *answered(raised, ("why",))) for one in told)
    yield from (one for name in content.cries if (one := phrase(others.cries, _cries(name))))
    yield from ((one, *said) for one in asked for said in ((), ("what is a spaceship",), ("hmm",)))


def _is(meant: Turn) -> Callable[[Turn], bool]:
    return lambda turn: turn == meant


def _tells(name: str) -> Callable[[Turn], bool]:
    return lambda turn: isinstance(turn, Described) and turn.signs == (name,)


def _names(part: str) -> Callable[[Turn], bool]:
    return lambda turn: part in getattr(turn, "named", ()) or part in getattr(turn, "about", ())


def _denies(part: str) -> Callable[[Turn], bool]:
    return lambda turn: isinstance(turn, Described) and part in turn.parts


def _cries(name: str) -> Callable[[Turn], bool]:
    return lambda turn: isinstance(turn, CriedForHelp) and name in turn.about


def way_to(question: str) -> Script:
    """Give the answers that lead to a question, in words; the fewest that are not no."""
    ways: list[tuple[Script, dict[str, Answer]]] = [((), {})]
    for said, given in ways:
        pending = next_question(given)
        if pending == question:
            return said
        answers = (Answer.NO, Answer.YES) if pending and BY_ID[pending].kind != "red_flag" else (Answer.NO,)
        ways += [((*said, WORDS[one]), {**given, pending: one}) for one in answers if pending]
    return ()


def answered(raised: tuple[str, ...], said: Script = ()) -> Script:
    """Answer a whole check in words: yes to these questions, no to the others. said: what follows the result."""
    return (*(WORDS[answer] for answer in hold(dict.fromkeys(raised, Answer.YES)).values()), *said)


def _at(wants: list[str]) -> Iterator[Script]:
    """Give what can be said at a question. wants: what is asked back before it is done."""
    yield from ((said,) for said in (*AT_A_QUESTION, *WORDS.values()))
    yield from ((said, "what did you note") for said in ("yes", "not sure"))
    yield from (("not sure", said) for said in ("not sure", "why"))
    yield from ((one, said) for one in wants for said in ("hmm", "no"))


def _afterwards(content: Content, asked: list[str]) -> Iterator[Script]:
    yield from ((said,) for said in (*AFTER_A_RESULT, *asked))
    yield ("no", *("yes",) * len(content.reminders))
    yield ("any tips", *("another tip",) * len(content.reminders))
