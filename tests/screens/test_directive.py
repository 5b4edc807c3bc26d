"""The directive: for whom it is made, how large it gets, and that no screen ever costs an answer."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from skill.alexa import session
from skill.alexa.screens.directive import DOCUMENTS, LIBRARY, Projector
from skill.alexa.service import Service
from skill.words.cards import shown
from skill.words.library import load
from skill.words.speech import Voice
from skill.words.texts import ELSEWHERE, LOCALES
from skill.workbench.envelopes import Session
from tests.conftest import TESTS, Device

from .contrast import contrast
from .shown import every_moment
from .wire import as_json

NAMES = sorted(path.stem for path in DOCUMENTS.glob("*.json") if path.stem != LIBRARY)
# Alexa takes more; a screen larger than this would take long to come.
LARGEST = 24 * 1024
PRIMITIVES = {"Container", "Frame", "Text", "ScrollView", "TouchWrapper"}


def directives(response: Mapping[str, Any]) -> list[Any]:
    found: list[Any] = response["response"].get("directives", [])
    return found


@pytest.fixture
def show(service: Service) -> Device:
    device = Device(service)
    device.session.has_screen = True
    return device


def test_a_device_with_a_screen_gets_one_beside_the_words(show: Device) -> None:
    """The same is said as without."""
    plain = Device(show.service)
    for intent in ("", "AMAZON.NoIntent", "AMAZON.YesIntent"):
        for device in (show, plain):
            device.send(device.session.intent(intent) if intent else device.session.launch())
        (directive,) = directives(show.response)
        assert directive["type"] == "Alexa.Presentation.APL.RenderDocument"
        assert directive["datasources"]["screen"]
        spoken = {name: value for name, value in show.response["response"].items() if name != "directives"}
        assert spoken == {name: value for name, value in plain.response["response"].items() if name != "directives"}


@pytest.mark.parametrize(
    "interfaces",
    [None, [], {}, {"AudioPlayer": {}}, {"Alexa.Presentation.APL": None}, {"Alexa.Presentation.APLT": {}}, "screen"],
)
def test_a_device_without_apl_gets_none(service: Service, interfaces: object) -> None:
    """A directive that it does not know would cost the person their answer."""
    request = Session().launch()
    request["context"]["System"]["device"]["supportedInterfaces"] = interfaces
    response = service.answer(request)

    assert not directives(response)
    assert response["response"]["outputSpeech"]


@pytest.mark.parametrize(
    "runtime", [{}, {"runtime": None}, {"runtime": {"maxVersion": "1.0"}}, {"runtime": {"maxVersion": "9999.9"}}]
)
def test_any_version_of_apl_gets_a_screen(show: Device, runtime: dict[str, Any]) -> None:
    """The documents ask for little, and what the SDK cannot read is not shown to it."""
    request = show.session.launch()
    request["context"]["System"]["device"]["supportedInterfaces"] = {"Alexa.Presentation.APL": runtime}

    assert directives(show.send(request).response)


def test_an_unknown_viewport_gets_words_and_a_screen(service: Service) -> None:
    """Its shape, mode and version are nothing that we read."""
    event = json.loads((TESTS / "events" / "unknown_viewport.json").read_text(encoding="utf-8"))
    response = service.answer(event)

    assert response["response"]["outputSpeech"]
    assert directives(response)


def test_a_screen_that_cannot_be_made_costs_nobody_their_answer(
    show: Device, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The words are spoken all the same, and the log says which kind of error it was and nothing else."""
    plain = Device(show.service).launch()
    monkeypatch.setattr("skill.alexa.screens.directive.screen", lambda *_: [][0])
    show.launch()

    assert show.response == plain.response
    assert json.loads(capfd.readouterr().err) == {"event": "no_screen", "error": "IndexError"}


@pytest.mark.parametrize("locale", [*LOCALES, ELSEWHERE])
def test_no_answer_with_its_screen_is_too_large(locale: str) -> None:
    """Whatever is said, whatever waits, whoever's leg it is: 24 KB at most, speech, card and attributes included."""
    content, projector, largest = load(locale), Projector(), 0
    documents = {name: len(json.dumps(projector.document(name))) for name in NAMES}
    for moment in every_moment():
        voice = Voice(content, moment.state.for_other)
        directive = as_json(projector.directive(moment.reply, moment.state, voice))
        spoken = voice.speak(moment.reply)
        card = moment.reply.card and shown(moment.reply.card, voice)
        around = {
            "attributes": session.write(moment.state, is_open=True),
            "speech": [spoken.ssml, spoken.reprompt, card and [card.title, card.text]],
            "datasources": directive["datasources"],
        }
        largest = max(largest, len(json.dumps(around)) + documents[directive["token"]])

    assert 4 * 1024 < largest < LARGEST - 1024  # what stands around these in an envelope is less than a kilobyte


def components(value: object) -> Iterator[dict[str, Any]]:
    """Give every component of a document."""
    if isinstance(value, list):
        for one in value:
            yield from components(one)
    elif isinstance(value, dict):
        if isinstance(value.get("type"), str):
            yield value
        for one in value.values():
            yield from components(one)


@pytest.mark.parametrize("name", NAMES)
def test_a_document_needs_nothing_from_elsewhere(name: str) -> None:
    """No import, no address, no picture; primitives and layouts of its own, each of which is used."""
    document = Projector().document(name)
    text = json.dumps(document)

    assert "import" not in document
    assert not [word for word in ("http:", "https:", "://", '"Image"', '"Video"') if word in text]
    used = {one["type"] for one in components(document["layouts"]) if one["type"] != "SendEvent"}
    used |= {one["type"] for one in components(document["mainTemplate"])}
    assert used - PRIMITIVES == set(document["layouts"])


def test_everything_to_touch_tells_a_screen_reader_what_it_is() -> None:
    """A label and a role."""
    touchable = [
        one for name in NAMES for one in components(Projector().document(name)) if one["type"] == "TouchWrapper"
    ]

    assert touchable
    assert all(one["accessibilityLabel"] and one["role"] == "button" for one in touchable)


PAIRS = {
    **{(ink, ground): 4.5 for ink in ("ink", "quiet", "today", "soon", "watch") for ground in ("ground", "panel")},
    ("buttonInk", "button"): 7.0,
    ("alarmInk", "alarmGround"): 7.0,
}


@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_colours_stand_out(ink: str, ground: str) -> None:
    """As WCAG counts it; most of all in an emergency."""
    colours = Projector().document("result")["resources"][0]["colors"]
    one, other = (tuple(bytes.fromhex(colours[name].removeprefix("#"))) for name in (ink, ground))

    assert contrast(one, other) >= PAIRS[ink, ground]
