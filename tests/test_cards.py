"""What the Alexa app shows: whole sentences with digits, source and date, and never an answer."""

import re

import pytest

from skill.dialogue.asides import card_for
from skill.dialogue.reply import Card
from skill.dialogue.result import card_asked_for, result_card
from skill.dialogue.state import State
from skill.dialogue.turns import AskedCard, AskedTopic
from skill.rules.questions import Answer
from skill.rules.triage import Urgency
from skill.words.cards import shown
from skill.words.library import load
from skill.words.speech import LONGEST, Voice
from skill.words.texts import ELSEWHERE, LOCALES, Content

SWOLLEN = State((("swelling", Answer.YES), ("pain", Answer.UNSURE), ("veins", Answer.NO)), started=True)
# Alexa takes as many characters for a card as for speech, and shows few of a title.
LONGEST_TITLE = 70


def every_card(content: Content) -> list[Card]:
    """Give each card that can be sent: of results, of topics as told before and after each result, and asked for."""
    told = [State(told=urgency) for urgency in (None, *Urgency)]
    topics = [card_for(state, AskedTopic(topic)) for state in told for topic in content.topics]
    asked_for = [card_asked_for(State(SWOLLEN.given, started=True, told=state.told)) for state in told]
    return [*map(result_card, Urgency), *filter(None, (*topics, *asked_for))]


@pytest.mark.parametrize("locale", [*LOCALES, ELSEWHERE])
@pytest.mark.parametrize("for_other", [False, True])
def test_every_card_is_legal_and_in_whole_sentences(locale: str, for_other: bool) -> None:
    """Within Alexa's limit, no gap left, a short title; each paragraph begins and ends as a sentence does."""
    content = load(locale)
    for card in every_card(content):
        seen = shown(card, Voice(content, for_other))

        assert len(seen.title) + len(seen.text) <= LONGEST
        assert 0 < len(seen.title) <= LONGEST_TITLE
        assert seen.title[0].isupper()
        assert not set("{}<>") & set(seen.title + seen.text)
        for paragraph in seen.text.split("\n"):
            assert paragraph[0].isupper(), paragraph
            assert paragraph.endswith((".", "?")), paragraph


@pytest.mark.parametrize("locale", [*LOCALES, ELSEWHERE])
def test_every_card_says_where_to_call_and_that_it_is_no_diagnosis(locale: str) -> None:
    """In digits, also where a voice says the number in another way the second time."""
    content = load(locale)
    for card in every_card(content):
        text = shown(card, Voice(content)).text

        assert content.place.emergency_number in text
        assert "not a diagnosis" in text


def test_a_number_is_written_as_it_is_dialled() -> None:
    """In India a voice says both numbers once and one of them again; the card has both in every place."""
    content = load("en-IN")
    card = card_for(State(), AskedTopic("lung_clot"))

    assert card is not None
    assert "{emergency_repeated}" in content.topics["lung_clot"].answer
    assert not re.search(r"112(?! or 108)", shown(card, Voice(content)).text)


def test_a_result_card_has_its_words_its_source_and_its_date() -> None:
    """And not one word of what was answered: it is the same for everybody."""
    content = load("en-GB")
    seen = shown(result_card(Urgency.SAME_DAY), Voice(content))
    words = content.outcomes["same_day"]

    assert seen.title == words.card_title
    assert "See a GP or call 111 today" in seen.text
    assert "the NHS" in seen.text
    assert f"{words.reviewed.day} {content.grammar.months[words.reviewed.month - 1]} {words.reviewed.year}" in seen.text
    assert content.questions["swelling"].heard not in seen.text


def test_a_topic_is_shown_as_it_was_told() -> None:
    """After a result in the words for that result, so that no card says less than the voice."""
    content = load("en-GB")
    voice = Voice(content)
    before, after = (card_for(State(told=told), AskedTopic("work")) for told in (None, Urgency.SAME_DAY))

    assert before is not None
    assert after is not None
    assert voice.fill(content.topics["work"].told["same_day"]) in shown(after, voice).text
    assert voice.fill(content.topics["work"].answer) in shown(before, voice).text
    assert shown(after, voice).title == shown(before, voice).title


@pytest.mark.parametrize("topic", ["cramp_help", "travel", None])
def test_what_is_not_answered_has_no_card(topic: str | None) -> None:
    """Tips wait until the leg was seen."""
    assert card_for(State((("swelling", Answer.YES),), started=True), AskedTopic(topic)) is None


def test_only_a_card_that_was_asked_for_names_answers() -> None:
    """In the person's words, and with the advice once it was told."""
    content = load("en-GB")
    voice = Voice(content)
    swelling = content.questions["swelling"].heard
    asked_for = card_for(SWOLLEN, AskedCard())

    assert asked_for is not None
    assert f"I have {swelling}" in shown(asked_for, voice).text
    others = [*map(result_card, Urgency), *(card_for(SWOLLEN, AskedTopic(topic)) for topic in content.topics)]
    names = (f"I have {swelling}", f"heard {swelling}")
    assert not any(name in shown(card, voice).text for card in others if card is not None for name in names)


def test_somebody_elses_card_speaks_of_them() -> None:
    """Whoever shows it to a doctor reads it out for another person."""
    content = load("en-GB")
    card = card_for(SWOLLEN, AskedCard())

    assert card is not None
    assert f"They have {content.questions['swelling'].heard}" in shown(card, Voice(content, for_other=True)).text
