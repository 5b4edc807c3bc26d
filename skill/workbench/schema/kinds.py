"""Which type reads which file of the content, and which keys it may have where code decides them."""

from dataclasses import dataclass
from typing import Any, get_args

from skill.alexa.routes import ROUTES
from skill.alexa.session import CRIES
from skill.hearing.wishes import WISHES
from skill.rules import scheduling
from skill.rules.questions import ASKED, BY_ID, OTHER_CRIES, TELLABLE, Answer
from skill.rules.triage import Urgency
from skill.words.store import Source
from skill.words.texts import (
    CryWords,
    Grammar,
    OutcomeWords,
    People,
    Place,
    Prompts,
    QuestionWords,
    ReminderWords,
    ScheduledWords,
    ScreenWords,
    ToldWords,
    TopicWords,
)
from skill.words.vocabulary import FILES, Lines, Others
from skill.workbench.check.agreed import Agreed
from skill.workbench.check.article import Article
from skill.workbench.check.hearing import CORRECT, WAITING
from skill.workbench.clinical.argument import Argument
from skill.workbench.clinical.hazards import Hazard
from skill.workbench.clinical.purpose import Purpose
from skill.workbench.listing.listing import LocaleWords, Shared
from skill.workbench.model.intents import Entries
from skill.workbench.weighing.ledger import Ledger

Ids = tuple[str, ...]
QUESTION_IDS, ANSWERS, WISH_IDS = tuple(BY_ID), tuple(Answer), (*WISHES, CORRECT)
URGENCIES = tuple(urgency.id for urgency in Urgency)


@dataclass(frozen=True)
class Kind:
    """One content file: the type that reads it, and its keys where they are known.

    keys: the only keys there may be; none for any. inner: the same of every value. all_of: no key may be left out.
    """

    of: Any
    keys: Ids = ()
    inner: Ids = ()
    all_of: bool = False


# By the name of the schema: the path without the language, with a dot for a folder.
KINDS = {
    "agreed": Kind(Agreed),
    "article": Kind(Article),
    "clinical.argument": Kind(Argument),
    "clinical.changes": Kind(Ledger),
    "clinical.hazards": Kind(dict[str, Hazard]),
    "clinical.intended_purpose": Kind(Purpose),
    "places": Kind(dict[str, Place]),
    "sources": Kind(dict[str, Source]),
    "store_locales": Kind(dict[str, LocaleWords]),
    "cries": Kind(dict[str, CryWords], OTHER_CRIES[1:], all_of=True),
    "grammar": Kind(Grammar),
    "intents": Kind(Entries),
    "outcomes": Kind(dict[str, OutcomeWords], URGENCIES, all_of=True),
    "people": Kind(People),
    "prompts": Kind(Prompts),
    "questions": Kind(dict[str, QuestionWords], ASKED, all_of=True),
    "reminders": Kind(dict[str, ReminderWords]),
    "scheduled": Kind(dict[str, ScheduledWords], get_args(scheduling.Purpose), all_of=True),
    "screen": Kind(ScreenWords),
    "store": Kind(Shared),
    "told": Kind(dict[str, ToldWords], TELLABLE, all_of=True),
    "topics": Kind(dict[str, TopicWords]),
    **{f"hearing.{name}": Kind(of) for name, of in FILES.items()},
    "hearing.answers": Kind(FILES["answers"], ANSWERS, all_of=True),
    "hearing.cries": Kind(FILES["cries"], CRIES),
    "hearing.signs": Kind(FILES["signs"], (*QUESTION_IDS, *WAITING)),
    "hearing.wishes": Kind(FILES["wishes"], WISH_IDS),
    "hearing.examples.answers": Kind(dict[str, dict[str, Lines]], (*QUESTION_IDS, "any"), ANSWERS),
    "hearing.examples.others": Kind(Others),
}
# The same of fields: type, field -> the only keys there may be.
KEYS: dict[tuple[type, str], Ids] = {
    (Entries, "samples"): tuple(ROUTES),
    (Shared, "outcomes"): URGENCIES,
    (Others, "told"): QUESTION_IDS,
    (Others, "wishes"): WISH_IDS,
}
