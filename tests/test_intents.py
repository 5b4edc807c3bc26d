"""What a person gets of each intent, in the middle of a check: one claim for every row of the routing table."""

from collections.abc import Callable
from typing import Any

import pytest

from skill.alexa.routes import ROUTES
from skill.alexa.service import Service
from skill.words.library import load
from skill.words.speech import Voice
from skill.words.texts import LOCALES
from skill.workbench.envelopes import Session
from skill.workbench.talk import spoken_text

from .conftest import Device

Claim = Callable[[Device], bool]
GIVEN = [["breathing", "no"], ["collapse", "no"], ["foot", "no"]]
CONTENT = load("en-GB")
WORDS = CONTENT.questions["swelling"]


def answered(answer: str) -> Claim:
    """Claim that the question that waited has this answer, and the next one is asked."""
    return lambda d: d.attributes["answers"] == [*GIVEN, ["swelling", answer]] and asks(d, "warmth")


def asks(device: Device, question: str) -> bool:
    """Tell whether a question waits, and was put in its words."""
    words = CONTENT.questions[question]
    is_put = any(device.said.endswith(plain(text)) for text in (words.ask, words.again))
    return device.attributes["asking"] == question and device.is_open and is_put


def waits(device: Device) -> bool:
    """Tell whether the question is put once more and no answer has changed."""
    return asks(device, "swelling") and device.attributes["answers"] == GIVEN


def plain(text: str) -> str:
    """Fill a text for the person themselves."""
    return Voice(CONTENT).fill(text)


def left(device: Device) -> bool:
    """Claim a goodbye: closed, nothing missed, and where to call if it gets worse."""
    return not device.is_open and "misses" not in device.attributes and "999" in device.said


CLAIMS: dict[str, Claim] = {
    "AMAZON.YesIntent": answered("yes"),
    "AMAZON.NoIntent": answered("no"),
    "UnsureIntent": answered("unsure"),
    "EmergencyIntent": lambda d: d.attributes["urgency"] == "emergency_now" and d.said.startswith("Call 999"),
    "AMAZON.PreviousIntent": lambda d: asks(d, "foot") and d.attributes["answers"] == GIVEN[:2],
    "WhyIntent": lambda d: waits(d) and plain(WORDS.why) in d.said,
    "HowToCheckIntent": lambda d: waits(d) and plain(WORDS.how) in d.said,
    "AMAZON.RepeatIntent": lambda d: waits(d) and d.said == plain(WORDS.ask) and "misses" not in d.attributes,
    "WaitIntent": lambda d: waits(d) and "<break" in d.response["response"]["reprompt"]["outputSpeech"]["ssml"],
    "AMAZON.HelpIntent": lambda d: waits(d) and "999" in d.said,
    "AMAZON.StartOverIntent": lambda d: asks(d, "breathing") and "answers" not in d.attributes,
    "StartCheckIntent": lambda d: waits(d) and d.said == plain(WORDS.ask),
    "AMAZON.FallbackIntent": lambda d: waits(d) and d.attributes["misses"] == 1,
    "AMAZON.StopIntent": left,
    "AMAZON.CancelIntent": left,
    "AMAZON.NavigateHomeIntent": left,
}


def test_every_row_has_its_claim() -> None:
    """A row that is added needs one too."""
    assert CLAIMS.keys() == ROUTES.keys()


@pytest.mark.parametrize("intent", CLAIMS)
def test_an_intent_does_what_a_person_means_by_it(intent: str, service: Service) -> None:
    """Said while the question about swelling waits."""
    device = Device(service, "en-GB")
    device.session = Session("en-GB", attributes=before(), is_new=False)
    device.say(intent)

    assert CLAIMS[intent](device), (device.said, device.attributes)


def before(**more: Any) -> dict[str, Any]:
    """Give the session in which the question about swelling waits."""
    return {"answers": GIVEN, "asking": "swelling", "started": True, **more}


@pytest.mark.parametrize("intent", ["AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"])
def test_leaving_is_no_miss(intent: str, service: Service) -> None:
    """After two misses a third would bring the safe advice; whoever leaves hears the same goodbye as ever."""
    goodbyes = []
    for attributes in (before(), before(misses=2)):
        device = Device(service, "en-GB")
        device.session = Session("en-GB", attributes=attributes, is_new=False)
        goodbyes.append(device.say(intent).said)

    assert goodbyes[0] == goodbyes[1]


def result(service: Service, locale: str, *answers: str) -> Device:
    """Hold a whole check."""
    return Device(service, locale).launch().say(*answers)


@pytest.mark.parametrize("locale", LOCALES)
def test_an_emergency_sends_a_card_with_the_number(locale: str, service: Service) -> None:
    """It can be read when the words are gone."""
    card = result(service, locale, "yes").response["response"]["card"]

    assert card["type"] == "Simple"
    assert load(locale).place.emergency_number in card["content"]
    assert card["title"]


@pytest.mark.parametrize(
    ("answers", "urgency"),
    [
        (["yes"], "emergency_now"),
        (["no"] * 3 + ["yes"] + ["no"] * 20, "same_day"),
        (["no"] * 20, "self_care"),
    ],
)
def test_a_result_sends_its_own_card(answers: list[str], urgency: str, service: Service) -> None:
    """With the turn that tells it, in its own words; no question on the way brings one."""
    device = Device(service, "en-GB").launch()
    while "urgency" not in device.attributes:
        assert "card" not in device.response["response"]
        device.say(answers.pop(0))
    words = CONTENT.outcomes[urgency]
    card = device.response["response"].get("card")

    assert device.attributes["urgency"] == urgency
    assert card is not None
    assert card["type"] == "Simple"
    assert card["title"] == plain(words.card_title)
    assert card["content"].startswith(plain(words.card))


@pytest.mark.parametrize("person", [["no"] * 20, ["no"] * 3 + ["yes"] + ["unsure"] * 20])
def test_silence_is_answered_with_the_question_in_other_words(person: list[str], service: Service) -> None:
    """The reprompt is never empty: it puts the question that waits, whichever it is."""
    device, put = Device(service, "en-GB").launch(), 0
    while "urgency" not in device.attributes:
        waits = CONTENT.questions.get(device.attributes["asking"])
        if waits is not None:
            put += 1
            assert spoken_text({"response": device.response["response"]["reprompt"]}) == plain(waits.again)
        device.say(person.pop(0))

    assert put > 3
