"""Every kind of screen in Amazon's own engine: all of it is there, nothing is cut off, and a touch arrives.

Words are the longest that there are of each kind, in every locale, on five devices.
"""

import json
import math
import re
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest

from skill.alexa.screens.directive import DOCUMENTS, LIBRARY, Projector
from skill.alexa.service import Service
from skill.words.library import load
from skill.words.speech import Voice
from skill.words.texts import ELSEWHERE, LOCALES
from skill.workbench.envelopes import Session

from .contrast import contrast
from .engine import PACKAGES, VIEWPORTS, Engine, Viewport, engine, install
from .shown import Moment, of, shown
from .wire import as_json

pytestmark = pytest.mark.screens
# Data of a screen that is no text on it.
UNSEEN = ("waits", "urgency", "isShort", "buttons", "rows")
# Drawn in one locale; in the others only the longest of each kind, which differ most by place.
EVERY_SCREEN_IN = "en-GB"
LONGEST = [name for name in shown() if name.startswith("longest")]
# What nobody may have to scroll for.
FIRST = ("question", "title", "act", "call")
Json = dict[str, Any]


@pytest.fixture(scope="module")
def drawing() -> Iterator[Engine]:
    with engine() as started:
        yield started


def voice(locale: str, moment: Moment) -> Voice:
    return Voice(load(locale), moment.state.for_other)


def words(data: Json) -> Iterator[str]:
    """Give every text that is to be seen."""
    yield from (value for name, value in data.items() if name not in UNSEEN and value)
    yield from (button["label"] for button in data["buttons"])
    yield from (text for row in data.get("rows", ()) for text in row.values() if text)


def squeezed(text: str) -> str:
    """Leave out spaces and line ends, which depend on the width."""
    return re.sub(r"\s", "", text)


def corners(box: dict[str, float]) -> list[tuple[float, float]]:
    return [(box[x], box[y]) for x in ("left", "right") for y in ("top", "bottom")]


def is_seen(box: dict[str, float], viewport: Viewport) -> bool:
    """Tell whether all of a box is on the glass."""
    if viewport.shape == "ROUND":
        radius = viewport.width / 2
        return all(math.hypot(x - radius, y - radius) <= radius + 1 for x, y in corners(box))
    return all(-1 <= x <= viewport.width + 1 and -1 <= y <= viewport.height + 1 for x, y in corners(box))


def overlap(one: dict[str, float], other: dict[str, float]) -> bool:
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return across > 2 and down > 2


def faults(drawn: Json, data: Json, viewport: Viewport) -> Iterator[str]:
    """Say what is wrong with a screen as it was drawn."""
    if drawn["error"]:
        yield drawn["error"]
    seen = squeezed(drawn["text"])
    yield from (f"not there: {text}" for text in words(data) if squeezed(text) not in seen)
    boxes, first = drawn["boxes"], {squeezed(data[name]) for name in FIRST if data.get(name)}
    for number, box in enumerate(boxes):
        glass = box["scroll"] or box["letters"]
        if box["cut"] or not is_seen(glass, viewport):
            yield f"cut off: {box['text']}"
        if (
            box["scroll"]
            and not glass["left"] - 1 <= box["letters"]["left"] <= box["letters"]["right"] <= glass["right"] + 1
        ):
            yield f"too wide: {box['text']}"
        if squeezed(box["text"]) in first and box["letters"]["bottom"] > glass["bottom"] + 1:
            yield f"to be scrolled for: {box['text']}"
        if box["button"] and box["scroll"] and data.get("question"):
            yield f"a button that scrolls away: {box['text']}"
        inside = [other for other in boxes[:number] if other["scroll"] == box["scroll"]]
        yield from (f"{box['text']} is over {o['text']}" for o in inside if overlap(box["letters"], o["letters"]))
        least = 7.0 if data.get("urgency") == "emergency_now" else 4.5
        if contrast(rgb(box["ink"]), rgb(box["ground"])) < least:
            yield f"hard to see: {box['text']}"


def rgb(colour: str) -> tuple[int, ...]:
    """Read a colour as Chromium writes it."""
    return tuple(int(part) for part in re.findall(r"\d+", colour)[:3])


@pytest.mark.parametrize("device", VIEWPORTS)
@pytest.mark.parametrize("locale", [*LOCALES, ELSEWHERE])
def test_all_of_a_screen_can_be_seen(drawing: Engine, locale: str, device: str) -> None:
    """Nothing is missing, cut off, one over the other, outside the circle or too faint; answers never scroll away."""
    projector, found = Projector(), {}
    for name, moment in shown().items():
        if locale != EVERY_SCREEN_IN and name not in LONGEST:
            continue
        spoken = voice(locale, moment)
        directive = as_json(projector.directive(moment.reply, moment.state, spoken))
        drawn = drawing.draw(VIEWPORTS[device], directive)
        found[name] = list(faults(drawn, of(moment, spoken).data, VIEWPORTS[device]))

    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("device", VIEWPORTS)
@pytest.mark.parametrize(
    ("label", "intent"), {"Yes": "AMAZON.YesIntent", "No": "AMAZON.NoIntent", "Not sure": "UnsureIntent"}.items()
)
def test_a_touch_is_the_same_as_saying_it(drawing: Engine, device: str, label: str, intent: str) -> None:
    """What the device sends when an answer is touched is answered as if it had been said."""
    service, session = Service(), Session("en-US", has_screen=True)
    asked = service.answer(session.launch())
    session.heard(asked)
    drawing.draw(VIEWPORTS[device], asked["response"]["directives"][0])

    touched = service.answer(session.touch(*drawing.tap(label)))

    assert touched == service.answer(session.intent(intent))
    assert touched["sessionAttributes"] != asked["sessionAttributes"]


def test_a_touch_beside_a_result_answers_the_offer(drawing: Engine) -> None:
    """The buttons under a result belong to what is offered there."""
    moment = shown()["same day"]
    drawing.draw(
        VIEWPORTS["small landscape"],
        as_json(Projector().directive(moment.reply, moment.state, voice("en-US", moment))),
    )

    assert drawing.tap("No") == ["answer", "offer_result", "no"]


@pytest.mark.parametrize("viewport", [Viewport(1920, 1080), Viewport(640, 360), Viewport(360, 640), Viewport(320, 240)])
def test_a_screen_of_no_known_size_shows_the_question(drawing: Engine, viewport: Viewport) -> None:
    """Whatever the size: the question, and three answers that can be touched."""
    moment = shown()["ordinary question"]
    spoken = voice("en-US", moment)
    drawn = drawing.draw(viewport, as_json(Projector().directive(moment.reply, moment.state, spoken)))

    assert not [fault for fault in faults(drawn, of(moment, spoken).data, viewport) if "not there" in fault]
    assert all(is_seen(box["letters"], viewport) for box in drawn["boxes"] if box["button"])


def test_the_documents_are_what_amazon_takes() -> None:
    """Amazon's own validator (apl-suggester) finds nothing in them."""
    install()
    projector = Projector()
    names = [path.stem for path in DOCUMENTS.glob("*.json") if path.stem != LIBRARY]
    told = subprocess.run(
        ["node", "validate.js"],
        cwd=PACKAGES,
        input=json.dumps({name: projector.document(name) for name in names}),
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(told.stdout) == {name: [] for name in names}
