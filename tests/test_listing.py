"""The store listing: what Amazon's testers and the editors need to be told before anybody submits it."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from skill.alexa import log
from skill.alexa.service import Service
from skill.rules.triage import Urgency
from skill.words.library import load
from skill.words.store import ContentError
from skill.words.texts import CONTENT, LOCALES
from skill.workbench.check.heard import SUGGESTED
from skill.workbench.listing.check_claims import PARTS
from skill.workbench.listing.check_listing import check_listing
from skill.workbench.listing.listing import page, read_listing
from skill.workbench.listing.phrases import utterances
from skill.workbench.model.models import read_source

from .conftest import Device, cases, hearing, source

STORE, LOCALES_FILE = "en/store.yaml", "store_locales.yaml"
Broken = Callable[[str, str, str], list[str]]


def check(store: Path) -> list[str]:
    """Check the listing of a store."""
    return [str(problem) for problem in check_listing(source(), hearing(), store)]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Copy the content, to break it."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


@pytest.fixture
def broken(store: Path) -> Broken:
    """Change a text in one file of the store, and give the problems that are found."""

    def change(name: str, old: str, new: str) -> list[str]:
        file = store / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        try:
            return check(store)
        except ContentError as error:
            return [str(problem) for problem in error.problems]

    return change


def line_of(file: Path, text: str) -> int:
    """Give the line in which a text first stands."""
    return 1 + file.read_text(encoding="utf-8").partition(text)[0].count("\n")


def test_the_listing_and_the_texts_have_no_problem() -> None:
    """As they stand, with the vocabulary as it stands. So every problem below comes from its one change."""
    assert list(map(str, check_listing())) == []


MISTAKES, UNTRUE = cases("broken_listing/store.yaml"), cases("broken_listing/texts.yaml")


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_with_file_line_and_key(name: str, broken: Broken, store: Path) -> None:
    """An editor finds the place, and reads what is wrong and what to do."""
    mistake = MISTAKES[name]
    problems = broken(STORE, mistake["change"], mistake["into"])

    place = f"{store / STORE}:{line_of(store / STORE, mistake['line'])}: {mistake['key']}: {mistake['says']}"
    assert [problem for problem in problems if problem.startswith(place) and " - " in problem], problems


# What is taken out of the description, and how the part that is missed then begins.
DISCLAIMER = [
    ("for information and education only", "Leg Check is for information"),
    ("does not give medical advice", "It does not give medical advice"),
    ("not a substitute for professional", "It is not a substitute"),
    ("Call {doctor} for medical advice", "Call {doctor}"),
    ("your local emergency number", "If you think you may have a medical emergency"),
    ("cannot rule out", "It cannot rule out"),
    ("cannot call anyone", "This skill cannot call"),
    ("No account", "No account"),
    ("only in the session", "Your answers live only in the session"),
    ("no database", "It has no database"),
    ("Alexa voice history", "Alexa itself keeps"),
    ("to your Alexa app", "A card with the advice"),
    ("It is not for children", "It is not for children"),
]


@pytest.mark.parametrize(("text", "part"), DISCLAIMER)
def test_a_missing_part_of_the_disclaimer_is_named_for_every_locale(text: str, part: str, broken: Broken) -> None:
    """Amazon rejects a health skill without it."""
    problems = broken(STORE, text, "...")

    assert any(f": description: does not say in {', '.join(LOCALES)}: “{part}" in problem for problem in problems)


def test_every_part_of_the_disclaimer_is_tried() -> None:
    """The list above leaves none out."""
    assert all(any(part.startswith(begin) for _, begin in DISCLAIMER) for part in PARTS)


def test_too_many_keywords_are_named(broken: Broken) -> None:
    """The shared ones and those of a locale count together."""
    many = "".join(f'  - "word {number}"\n' for number in range(20))

    problems = broken(STORE, "keywords:\n", f"keywords:\n{many}")

    assert any("keywords: are 43 in en-US" in problem for problem in problems)


def test_a_locale_without_an_entry_is_named(broken: Broken) -> None:
    """Every locale has the same keys."""
    problems = broken(LOCALES_FILE, "en-IN:\n", "en-XX:\n")

    assert any("en-IN: is missing - add" in problem for problem in problems)
    assert any("en-XX: is not a known id" in problem for problem in problems)


def test_a_key_that_a_locale_lacks_is_named(broken: Broken, store: Path) -> None:
    """Every locale has the same keys."""
    problems = broken(LOCALES_FILE, '  language: "English (UK)"\n', "")

    assert (
        f"{store / LOCALES_FILE}:{line_of(store / LOCALES_FILE, 'en-GB:')}: en-GB.language: is missing" in problems[0]
    )


def test_a_refused_word_among_the_keywords_of_a_locale_is_named(broken: Broken, store: Path) -> None:
    """In the file and line where it stands."""
    problems = broken(LOCALES_FILE, '"paining leg"', '"leg Alexa skill"')

    line = line_of(store / LOCALES_FILE, '"leg Alexa skill"')
    assert any(p.startswith(f"{store / LOCALES_FILE}:{line}: en-IN.keywords: says “Alexa skill”") for p in problems)


@pytest.mark.parametrize("name", UNTRUE)
def test_a_policy_that_is_not_true_is_named(name: str, broken: Broken) -> None:
    """The texts say what the code does: its log, its session, its promises."""
    mistake = UNTRUE[name]
    problems = broken(f"en/{mistake['file']}", mistake["change"], mistake["into"])

    assert any(re.search(rf"{mistake['file']}:\d+: ", p) and mistake["says"] in p for p in problems), problems


def test_a_missing_policy_is_named(store: Path) -> None:
    """The operator could not publish it."""
    (store / "en" / "privacy.md").unlink()

    assert any("privacy.md: the file is missing" in problem for problem in check(store))


def test_a_new_field_of_the_log_makes_the_policy_untrue(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody can log more and forget to say so."""
    monkeypatch.setattr(log, "record", lambda event, *, shoe_size=None: (event, shoe_size))

    assert any("does not name shoe_size" in problem for problem in check(store))


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("Alexa, open leg check", ()),
        ("Alexa, ask leg check to start", ("to start", "start")),
        ("Alexa, tell leg check that it's red", ("that it's red", "it's red")),
        ("Alexa, ask leg check", None),
        ("Alexa, what is a clot", None),
        ("Alexa, open leg checker", None),
    ],
)
def test_the_opening_is_taken_off_a_phrase(phrase: str, said: tuple[str, ...] | None) -> None:
    """What is left is what Alexa hands to the skill, with and without the connecting word."""
    assert utterances(phrase) == said


@pytest.mark.parametrize("locale", LOCALES)
def test_every_example_phrase_is_answered_for_what_it_says(locale: str, service: Service) -> None:
    """On a first use, a one-shot phrase gets its own answer and then a question; never just the welcome."""
    welcome = Device(service, locale).launch().said

    for phrase in page(read_listing(), load(locale)).example_phrases[1:]:
        for said in utterances(phrase) or ():
            device = Device(service, locale)
            device.send(device.session.words(said))
            assert device.said != welcome
            assert device.is_open
            assert device.attributes.get("asking", "breathing") == "breathing"


def test_an_example_phrase_stands_in_the_model_word_for_word() -> None:
    """Amazon wants them to come from the samples; here whatever is said is one, so the sentence itself is there."""
    for phrase in read_listing().shared.example_phrases[1:]:
        assert set(utterances(phrase) or ()) & set(source().values)


def test_a_phrase_that_breaks_its_promise_is_named(store: Path) -> None:
    """What people are told to say must be taken for what they want by it, and not for anything."""
    intents = store / "en" / "intents.yaml"
    text = intents.read_text(encoding="utf-8")
    intents.write_text(text.replace('"set a reminder": "reminder"', '"set a reminder": "repeat"'), encoding="utf-8")

    found = list(map(str, check_listing(read_source(store), hearing(), store)))

    assert len(found) == 1
    assert "testing_instructions: suggests ‘set a reminder’, which is taken for reminder while" in found[0]


@pytest.mark.parametrize("way", ["words", "intents"])
@pytest.mark.parametrize("urgency", Urgency)
def test_the_testing_instructions_lead_to_every_outcome(urgency: Urgency, way: str, service: Service) -> None:
    """Through the skill itself: no to every question but the ones that are named."""
    yes_to, device = read_listing().shared.outcomes[urgency.id], Device(service).launch()
    while "asking" in device.attributes:
        answer = "yes" if device.attributes["asking"] in yes_to else "no"
        if way == "words":
            device.send(device.session.words(answer))
        else:
            device.say(answer)

    assert device.attributes["urgency"] == urgency.id
    assert device.is_open


@pytest.mark.parametrize("phrase", SUGGESTED.findall(read_listing().shared.testing_instructions))
def test_whatever_the_testing_instructions_say_to_try_is_understood(phrase: str, service: Service) -> None:
    """In words, at the first question, as Amazon's testers will."""
    if phrase.lower().startswith("alexa"):
        assert utterances(phrase) == ()
        return
    device, misses = Device(service).launch(), load("en-US").prompts.missed

    device.send(device.session.words(phrase))

    assert misses not in device.said
    assert "misses" not in device.attributes


def test_a_page_speaks_of_the_doctor_as_the_country_does() -> None:
    """The words of a place are filled in."""
    listing = read_listing()

    assert "Call a GP for medical advice." in page(listing, load("en-GB")).description
    assert "Call a doctor for medical advice." in page(listing, load("en-US")).description
