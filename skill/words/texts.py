"""The typed, frozen content of one locale: every word that is spoken or shown.

The words are edited in YAML (skill/content/); skill/words/library.py loads them.
"""

import datetime as dt
import os
import re
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from skill.rules.circumstances import Circumstance
from skill.rules.reminders import Tip
from skill.rules.scheduling import Purpose

# Another folder can stand in for the store: the tests say what they say whatever an editor changes.
CONTENT = Path(os.environ.get("LEG_CHECK_CONTENT") or Path(__file__).parents[1] / "content")
PLACES = "places.yaml"
ELSEWHERE = "elsewhere"
LANGUAGE = "en"


def locales(content: Path) -> tuple[str, ...]:
    """Name the locales of a store: those that a built package has words for, else the places of places.yaml."""
    built = content / "built"
    if built.is_dir():
        return tuple(sorted(path.stem for path in built.glob("[a-z][a-z]-[A-Z][A-Z].json")))
    text = (content / PLACES).read_text(encoding="utf-8") if (content / PLACES).exists() else ""
    return tuple(re.findall(r"^([a-z]{2}-[A-Z]{2}):", text, re.MULTILINE))


# Every other locale hears neutral numbers (see the place "elsewhere").
LOCALES = locales(CONTENT)

Text = Annotated[str, Meta(min_length=1)]


class SignOff(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A clinician's signature: who, on which register, as what, when, and the hash of the words that were read.

    It holds for those words only: skill/workbench/signed.py makes the hash and says whether it still fits.
    """

    name: Text
    register: Text
    role: Text
    date: dt.date
    words: Text


class Reviewed(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """Where a clinical text comes from, when it was last compared with that, and who signed it; None: nobody has."""

    source: Annotated[tuple[Text, ...], Meta(min_length=1)]
    reviewed: dt.date
    reviewed_by: SignOff | None = None


class PartWords(Struct, frozen=True, forbid_unknown_fields=True):
    """One part of a question: how it is asked alone, after "And", and its name when read back."""

    ask: Text
    heard: Text


class QuestionWords(Reviewed, frozen=True, kw_only=True):
    """One question: asked, asked again, why it is asked, how to check it, its name when read back, and its parts."""

    ask: Text
    again: Text
    why: Text
    how: Text
    heard: Text
    parts: dict[str, PartWords] = {}


class InsteadWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Other words for some people or findings; what is left out is said as to everybody."""

    means: Text | None = None
    act: Text | None = None
    worse: Text | None = None
    remember: Text | None = None


class OutcomeWords(Reviewed, frozen=True, kw_only=True):
    """One urgency: what it means, what to do now, when it becomes an emergency, why, the parting line and the card.

    instead: other words by circumstance.
    """

    means: Text
    act: Text
    worse: Text
    why: Text
    remember: Text
    card_title: Text
    card: Text
    instead: dict[Circumstance, InsteadWords] = {}


class CryWords(Struct, frozen=True, forbid_unknown_fields=True):
    """An emergency that no question asks for: its name when read back."""

    heard: Text


class ToldWords(Reviewed, frozen=True, kw_only=True):
    """What nobody is asked, but people tell: its name when read back, and the right door."""

    heard: Text
    say: Text


class ReminderWords(Reviewed, frozen=True, kw_only=True):
    """One spoken prevention reminder: short with a result, longer when asked for.

    fits: the questions whose answers bring it to the front, or `today` (skill/rules/reminders.py).

    covers and corrects tie it to the article that the skill was asked for.
    """

    short: Text
    say: Text
    fits: tuple[Text, ...] = ()
    covers: tuple[Text, ...] = ()
    corrects: tuple[Text, ...] = ()


class RowWords(Struct, frozen=True, forbid_unknown_fields=True):
    """One row of a table: in what respect, and what the one and the other are like."""

    label: Text
    first: Text
    second: Text


class TableWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Two things side by side, for a screen: it says what the answer says."""

    first: Text
    second: Text
    rows: dict[str, RowWords]


class TopicWords(Reviewed, frozen=True, kw_only=True):
    """An answer to a question of the person's own.

    told: what is answered instead once a result was told, by the urgency that was told. table: the same for a screen.
    """

    about: Text
    answer: Text
    told: dict[Literal["within_days", "same_day", "self_care"], Text] = {}
    table: TableWords | None = None
    covers: tuple[Text, ...] = ()
    corrects: tuple[Text, ...] = ()


class ScheduledWords(Struct, frozen=True, forbid_unknown_fields=True):
    """One scheduled reminder: how it is offered, what is said when it is set, and the label.

    label: what Alexa reads aloud to the room when it rings, and shows on the phone: no word of health.
    """

    offer: Text
    set: Text
    label: Text


class Prompts(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything else that is said; one field a prompt."""

    welcome: Text
    disclaimer: Text
    start_over: Text
    for_other: Text
    for_self: Text
    noted: Text
    to_be_sure: Text
    corrected: Text
    back: Text
    first_question: Text
    missed: Text
    choices: Text
    counted_unsure: Text
    unknown: Text
    how_result: Text
    no_topic: Text
    seen_first: Text
    sources: Text
    wait: Text
    thanks: Text
    help: Text
    heard: Text
    heard_unsure: Text
    now_the_leg: Text
    about_you: Text
    for_doctor: Text
    for_doctor_unsure: Text
    for_doctor_since: Text
    for_doctor_nothing: Text
    sent: Text
    nothing_to_send: Text
    card_doctor: Text
    card_urgent: Text
    card_source: Text
    offer: Text
    offer_again: Text
    offer_result: Text
    offer_result_again: Text
    offer_check: Text
    offer_check_again: Text
    no_more: Text
    no_alarm: Text
    touched_earlier: Text
    reminder_later: Text
    reminder_again: Text
    reminder_no_other: Text
    reminder_how_to_cancel: Text
    reminder_night: Text
    reminder_denied: Text
    reminder_no_permission: Text
    reminder_unsupported: Text
    reminder_too_many: Text
    reminder_no_zone: Text
    reminder_down: Text
    reminder_unsure: Text
    reminder_unread: Text
    reminder_list: Text
    reminder_none: Text
    reminder_cancelled: Text
    reminder_cancelled_some: Text
    rest: Text
    in_doubt: Text
    is_it_now: Text
    is_it_now_again: Text
    not_now: Text
    if_wrong: Text
    sure_startover: Text
    sure_stop: Text
    sure_other: Text
    sure_self: Text
    sure_again: Text
    going_on: Text
    lost: Text
    lost_advice: Text
    other_language: Text
    heard_no: Text
    heard_no_rest: Text
    heard_no_all: Text
    nothing_noted: Text
    questions_left: Text
    all_asked: Text
    unfinished: Text
    goodbye: Text
    failure: Text


class ScreenWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The small words of a screen that nobody says: labels and headings."""

    progress: Text
    yes: Text
    no: Text
    unsure: Text
    press: Text
    call_today: Text
    becomes_emergency: Text
    doctor: Text


class Grammar(Struct, frozen=True, forbid_unknown_fields=True):
    """Small words that sentences are joined with, the months, the names of the answers, and how times are said."""

    join: Text
    either: Text
    numbers: tuple[Text, ...]
    months: Annotated[tuple[Text, ...], Meta(min_length=12, max_length=12)]
    yes: Text
    no: Text
    unsure: Text
    morning: Text
    afternoon: Text
    evening: Text
    today: Text
    tomorrow: Text
    workdays: Text
    later: Text


class Person(Struct, frozen=True, forbid_unknown_fields=True):
    """The words for the person with the leg, by the gap that they fill."""

    you: Text
    your: Text
    You: Text
    Your: Text
    you_obj: Text
    See: Text
    see: Text
    Be_seen: Text
    be_seen: Text
    I: Text  # noqa: E741  # as an editor writes it: {I}


class People(Struct, frozen=True, forbid_unknown_fields=True):
    """How the person with the leg is spoken of: as you, or as somebody else."""

    self: Person
    other: Person


class Place(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What depends on the country. Texts may use the words of `people`.

    advice_number: the number in `see_today`, if there is one, to be shown large.
    """

    emergency_number: Text
    emergency_repeated: Text
    emergency_department: Text
    doctor: Text
    maternity: Text
    see_today: Text
    see_soon: Text
    advice_number: Text | None = None
    source: tuple[Text, ...]
    checked: dt.date


class Content(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All words of one locale. Keys of questions, outcomes, cries, told, reminders and topics are ids."""

    locale: str
    place: Place
    prompts: Prompts
    grammar: Grammar
    people: People
    screen: ScreenWords
    questions: dict[str, QuestionWords]
    outcomes: dict[str, OutcomeWords]
    cries: dict[str, CryWords]
    told: dict[str, ToldWords]
    reminders: dict[str, ReminderWords]
    topics: dict[str, TopicWords]
    scheduled: dict[Purpose, ScheduledWords]
    publishers: dict[str, Text]

    @property
    def tips(self) -> tuple[Tip, ...]:
        """The reminders that there are, in the order of the store."""
        return tuple(Tip(name, words.fits) for name, words in self.reminders.items())
