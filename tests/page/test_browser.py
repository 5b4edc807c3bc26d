"""The workbench page as a person sees it, in headless Chromium."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from .conftest import edit

pytestmark = pytest.mark.browser

# Stand in for the browser's voice and ear: one keeps what it is given, the other hears a sentence.
VOICE = """
window.uttered = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", { value: {
  cancel() {}, getVoices: () => [],
  speak(one) { window.uttered.push([one.text, one.lang, performance.now()]); setTimeout(() => one.onend(), 1); },
} });
"""
EAR = """
window.SpeechRecognition = class {
  start() { this.onresult({ results: [[{ transcript: "my calf is swollen" }]] }); this.onend(); }
};
"""
NO_EAR = "delete window.SpeechRecognition; delete window.webkitSpeechRecognition;"
ROOMS = ("Talk", "Read", "Hear", "See")
expect.set_options(timeout=30_000)  # other tests may keep the machine busy


def say(page: Page, *said: str) -> None:
    """Type what a person says, one after the other, and wait for each reply."""
    for words in said:
        before = page.locator("#log .alexa").count()
        page.get_by_label("What the person says").fill(words)
        page.keyboard.press("Enter")
        expect(page.locator("#log .alexa")).to_have_count(before + 1)


def reply(page: Page) -> Locator:
    """Find the last reply."""
    return page.locator("#log .alexa").last


def room(page: Page, name: str) -> None:
    """Go to a room of the page."""
    page.get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", level=2, name=name)).to_be_focused()


def line(page: Page, key: str) -> Locator:
    """Find a line in Read."""
    return page.locator(f'[data-key="{key}"]')


def test_a_whole_check_is_held_by_typing(page: Page) -> None:
    """From the welcome to the result, with the urgency in words, and where the talk stands beside it."""
    say(page, "no", "no", "no", "my calf is swollen")
    expect(page.locator("#answers")).to_contain_text("swelling: yes")
    while page.locator("#urgency").inner_text() == "None yet":
        say(page, "no")

    expect(page.locator("#urgency")).to_have_text("Be seen today")
    expect(reply(page).locator(".badge").first).to_have_text("Be seen today")
    expect(reply(page)).to_contain_text("today")


def test_what_was_heard_and_the_envelopes_are_there_for_who_asks(page: Page) -> None:
    """Folded away until then."""
    say(page, "my calf is swollen")
    why, inside = (reply(page).get_by_text(name) for name in ("What was heard, and why", "Request and response"))
    expect(reply(page).get_by_text("Described")).to_be_hidden()
    why.click()
    inside.click()

    expect(reply(page).get_by_text("Noted", exact=True)).to_be_visible()
    expect(reply(page).get_by_text("Described")).to_contain_text("swelling")
    expect(reply(page)).to_contain_text('"name": "TellIntent"')
    expect(reply(page)).to_contain_text('"outputSpeech"')


def test_a_question_of_ones_own_is_answered(page: Page) -> None:
    """And the check goes on where it was."""
    say(page, "what is a blood clot")

    expect(reply(page)).to_contain_text("clot is")
    reply(page).get_by_text("What was heard, and why").click()
    expect(reply(page).get_by_text("Topic: blood clot")).to_be_visible()


def test_an_emergency_is_plain_and_can_be_taken_back(page: Page) -> None:
    """In words and not by colour alone; after "go back" it is gone."""
    say(page, "I can't breathe")
    expect(reply(page).locator(".badge").first).to_have_text("Emergency: call now")
    expect(reply(page)).to_contain_text("Call 911 now")
    expect(page.locator("#urgency")).to_have_text("Emergency: call now")
    say(page, "go back")

    expect(page.locator("#urgency")).to_have_text("None yet")
    expect(page.locator("#asking")).to_have_text("breathing")


def test_another_locale_begins_anew_with_its_number(page: Page) -> None:
    """What was said before is of another country."""
    say(page, "no")
    page.get_by_label("Locale").select_option("en-AU")

    expect(page.locator("#log .alexa")).to_have_count(1)
    expect(reply(page)).to_contain_text("000")
    expect(page.locator("#answers")).to_have_text("None")


def test_whose_leg_it_is_is_said_as_a_person_says_it(page: Page) -> None:
    """The words stand in the conversation, and the control shows what came of them."""
    page.get_by_role("radio", name="Somebody else's").check()

    expect(page.locator("#log .person")).to_contain_text("it's for my mother")
    expect(reply(page)).to_contain_text("their")
    expect(page.get_by_role("radio", name="Somebody else's")).to_be_checked()


def test_silence_is_asked_again_once_and_then_ends(page: Page) -> None:
    """What cannot be said any more is out of reach, and one can start again."""
    page.get_by_role("button", name="Say nothing").click()
    expect(reply(page)).to_contain_text("Alexa asks again")
    page.get_by_role("button", name="Say nothing").click()

    expect(page.locator("#closed")).to_contain_text("The session is over")
    expect(page.get_by_label("What the person says")).to_be_hidden()
    page.locator("#again").click()
    expect(page.locator("#log .alexa")).to_have_count(1)
    expect(page.get_by_label("What the person says")).to_be_focused()


def test_what_is_typed_never_becomes_markup(page: Page) -> None:
    """It stands there as it was typed."""
    say(page, "<img src=x onerror=alert(1)> <b>leg</b>")

    expect(page.locator("#log .person .words").last).to_have_text("<img src=x onerror=alert(1)> <b>leg</b>")
    expect(page.locator("#log img")).to_have_count(0)


@pytest.mark.parametrize("page", [VOICE], indirect=True)
def test_replies_are_spoken_only_when_asked_for(page: Page) -> None:
    """With numbers digit by digit, and a pause before the question."""
    say(page, "no")
    assert page.evaluate("window.uttered.length") == 0
    page.get_by_role("button", name="Read replies aloud").click()
    expect(page.get_by_role("button", name="Read replies aloud")).to_have_attribute("aria-pressed", "true")
    say(page, "I can't breathe")
    page.wait_for_timeout(700)
    uttered = page.evaluate("window.uttered")

    (action, locale, begun), (correction, _, later) = uttered[-2:]
    assert "9 1 1" in action
    assert "go back" in correction
    assert locale == "en-US"
    assert later - begun >= 400


@pytest.mark.parametrize("page", [EAR], indirect=True)
def test_what_the_browser_hears_is_said(page: Page) -> None:
    """With a word on where the voice may go beside the button."""
    expect(page.get_by_text("may send your voice")).to_be_visible()
    page.get_by_role("button", name="Speak", exact=True).click()

    expect(page.locator("#log .person")).to_contain_text("my calf is swollen")


@pytest.mark.parametrize("page", [NO_EAR], indirect=True)
def test_a_browser_without_an_ear_offers_none(page: Page) -> None:
    """One can still type."""
    expect(page.get_by_role("button", name="Speak", exact=True)).to_be_hidden()
    expect(page.get_by_text("may send your voice")).to_be_hidden()


def test_every_line_can_be_found_with_its_place(page: Page) -> None:
    """By its words or its key; the count is told."""
    room(page, "Read")
    expect(page.locator("#count")).to_have_text(re.compile(r"^\d{3,} lines$"))
    page.get_by_label("Find words or a key").fill("swelling.ask")

    expect(page.locator("#count")).to_have_text(re.compile(r"^1 of \d+ lines$"))
    found = line(page, "questions.swelling.ask")
    expect(found).to_contain_text("newly bigger or puffier")
    expect(found).to_contain_text(re.compile(r"line \d+.*[\d.]+ s · grade [\d.]+ · checked 20\d\d-"))
    found.get_by_text("File and sources").click()
    expect(found).to_contain_text("questions.yaml:")
    expect(found).to_contain_text("the NHS")


def test_a_line_is_shown_where_it_is_said_and_the_talk_can_be_held(page: Page) -> None:
    """The conversation up to it, and the same one in Talk."""
    room(page, "Read")
    found = line(page, "questions.foot.why")
    found.get_by_role("button", name="Where is this said?").click()
    expect(found.locator(".here mark")).to_contain_text("too little blood", timeout=90_000)
    expect(found.locator(".person").last).to_contain_text("why")
    found.get_by_role("button", name="Hold this conversation in Talk").click()

    expect(page.get_by_role("heading", name="Talk", level=2)).to_be_visible()
    expect(reply(page)).to_contain_text("too little blood")


def test_an_edit_is_seen_and_a_broken_file_explained(page: Page, files: Path) -> None:
    """Edited words appear without a restart; broken ones are named with file and line while the last go on."""
    path = files / "en" / "prompts.yaml"
    before = path.read_text(encoding="utf-8")
    try:
        room(page, "Read")
        expect(line(page, "prompts.thanks")).to_be_visible()
        edit(path, 'thanks: "You are welcome."', 'thanks: "You are very welcome."')
        page.get_by_role("button", name="Show the new words").click()
        expect(line(page, "prompts.thanks")).to_contain_text("You are very welcome.")

        edit(path, 'thanks: "You are very welcome."', "thanks: You are: very welcome.")
        expect(page.locator("#news")).to_contain_text("cannot be read as they are now")
        expect(page.locator("#news")).to_contain_text(re.compile(r"prompts\.yaml:\d+"))
        room(page, "Talk")
        say(page, "thank you")
        expect(reply(page)).to_contain_text("You are very welcome.")
    finally:
        path.write_text(before, encoding="utf-8")
    expect(page.locator("#news")).not_to_contain_text("cannot be read")


def test_what_the_check_says_stands_beside_the_line(page: Page, files: Path) -> None:
    """And whoever looks only for problems sees these lines alone."""
    path = files / "en" / "reminders.yaml"
    before = path.read_text(encoding="utf-8")
    edited = re.sub(r'say: "[^"]*"', 'say: "Just wait, and it is nothing to worry about."', before, count=1)
    try:
        path.write_text(edited, encoding="utf-8")
        room(page, "Read")
        page.get_by_label("Only lines with a problem").check()
        expect(page.locator("#check")).to_contain_text("found", timeout=90_000)

        expect(page.locator(".line:visible").first).to_contain_text("Just wait")
        expect(page.locator(".line:visible").first).to_contain_text("Problem:")
    finally:
        path.write_text(before, encoding="utf-8")


def test_pasted_utterances_are_heard_at_every_question(page: Page) -> None:
    """What they are taken for in words, where, and on demand why."""
    room(page, "Hear")
    page.get_by_label("Utterances, one a line").fill("I can't breathe\n\nmy calf is swollen")
    page.get_by_role("button", name="Hear them").click()
    cry, swollen = (page.get_by_role("region", name=words) for words in ("I can't breathe", "my calf is swollen"))

    expect(page.locator("#heard-count")).to_contain_text("2 utterances heard")
    expect(cry).to_contain_text("Emergency")
    expect(cry).to_contain_text("everywhere")
    expect(swollen.locator(".outcome").filter(has=page.get_by_text("Yes", exact=True))).to_contain_text("swelling")
    swollen.get_by_text("Why").first.click()
    expect(swollen.locator(".why").first).to_contain_text("Described")


def test_everything_can_be_reached_with_the_keyboard(page: Page) -> None:
    """The skip link, the rooms, the words, a reply's reasons: none needs a pointer."""
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.textContent"))

    assert {"locale", "words", "Send", "yes", "silence", "restart", "Talk", "Read", "Hear", "log"} <= reached
    assert {"What was heard, and why", "Request and response"} <= reached


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_fault_of_access_is_found(page: Page, scheme: str) -> None:
    """By axe-core, in all four rooms, an emergency and what is folded away included."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    faults: list[str] = []
    for name in ROOMS:
        room(page, name)
        if name == "Talk":
            say(page, "I can't breathe")
        elif name == "Read":
            expect(line(page, "prompts.welcome")).to_be_attached()
            page.get_by_label("Find words or a key").fill("breathing")
        elif name == "Hear":
            page.get_by_label("Utterances, one a line").fill(
                "no\nI can't breathe\nwhat is a clot\nmy calf is swollen\nhm"
            )
            page.get_by_role("button", name="Hear them").click()
            expect(page.locator(".utterance")).to_have_count(5)
        else:
            expect(page.locator("#drawn-when")).to_contain_text("make gallery")
        if name != "See":
            page.locator("summary:visible").last.click()
        found = Axe().run(page).response["violations"]
        faults += [f"{name}: {one['id']}: {one['nodes'][0]['html']}" for one in found]

    assert faults == []


@pytest.mark.parametrize("width", [320, 375, 1280])
def test_nothing_is_cut_off_at_any_width(page: Page, width: int) -> None:
    """No room scrolls sideways."""
    page.set_viewport_size({"width": width, "height": 800})
    say(page, "I can't breathe")
    reply(page).get_by_text("Request and response").click()
    for name in ROOMS:
        room(page, name)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
