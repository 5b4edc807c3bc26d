"""The store listing: what Amazon's testers and the editors need to be told before anybody submits it."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from skill.content import CONTENT, LOCALES, load
from skill.service import Service
from skill.store import ContentError
from skill.triage import Urgency
from skill.workbench import check_texts
from skill.workbench.check_claims import PARTS
from skill.workbench.check_listing import check_listing
from skill.workbench.listing import page, read_listing
from skill.workbench.matcher import Matcher
from skill.workbench.models import model
from skill.workbench.phrases import Samples, utterances
from skill.workbench.vocabulary import read_vocabulary

from .conftest import Device

STORE, LOCALES_FILE = "en/store.yaml", "store_locales.yaml"
# A vocabulary that is just large enough for the phrases of the listing.
COMMON = """
slots:
  LegSymptom: {swelling: [swollen, "swollen up"], warmth: [warm]}
  LegTopic: {blood_clot: ["a blood clot"]}
  LegAnswer: {"yes": ["yes"]}
"""
INTENTS = """
AMAZON.YesIntent: ["yes"]
AMAZON.NoIntent: ["no"]
UnsureIntent: ["not sure"]
WhyIntent: ["why"]
HowToCheckIntent: ["how do i check that"]
AMAZON.RepeatIntent: ["repeat"]
AMAZON.PreviousIntent: ["go back"]
AMAZON.StartOverIntent: ["start over"]
WaitIntent: ["wait"]
AMAZON.HelpIntent: ["help"]
AMAZON.StopIntent: ["stop"]
ReminderIntent: ["set a reminder"]
EmergencyIntent: ["i have chest pain"]
DescribeSymptomsIntent: ["my calf is {symptom}", "my calf is {symptom} and {second_symptom}"]
TopicIntent: ["what is {topic}"]
"""

Broken = Callable[[str, str, str], list[str]]


def small_store(folder: Path) -> Path:
    """Copy the content, with the small vocabulary in place of the real one."""
    store = folder / "content"
    shutil.copytree(CONTENT, store)
    utterances_folder = store / "en" / "utterances"
    for file in utterances_folder.glob("*.yaml"):
        file.unlink()
    (utterances_folder / "common.yaml").write_text(COMMON, encoding="utf-8")
    (utterances_folder / "intents.yaml").write_text(INTENTS, encoding="utf-8")
    return store


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return small_store(tmp_path)


@pytest.fixture
def broken(store: Path) -> Broken:
    """Change a text in one file of the store, and give the problems that are found."""

    def change(name: str, old: str, new: str) -> list[str]:
        file = store / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        try:
            return [str(problem) for problem in check_listing(root=store)]
        except ContentError as error:
            return [str(problem) for problem in error.problems]

    return change


def line_of(file: Path, text: str) -> int:
    """Give the line in which a text first stands."""
    return 1 + file.read_text(encoding="utf-8").partition(text)[0].count("\n")


def test_the_listing_and_the_texts_have_no_problem() -> None:
    """As they stand, with the utterances as they stand."""
    assert list(map(str, check_listing())) == []


def test_the_small_store_has_no_problem(store: Path) -> None:
    """So every problem below comes from its one change."""
    assert list(map(str, check_listing(root=store))) == []


# What is changed in store.yaml, into what, the text whose line is named, the key, and what is said.
MISTAKES = [
    ('"Leg Check"', '"Leg Check Alexa Skill"', "name:", "name", "holds “Alexa”, which Amazon refuses"),
    ('"Leg Check"', '"L"', "name:", "name", "has 1 characters"),
    ('summary: "', f'summary: "{"Legs. " * 30}', "summary:", "summary", r"has \d+ characters in en-US"),
    ("\n  WHAT YOU NEED\n", f"\n  {'Legs. ' * 500}\n", "description:", "description", r"has \d+ characters"),
    ('  - "sore leg"\n', '  - "calf pain"\n', "keywords:", "keywords", "or one stands twice"),
    ("{doctor}", "{nurse}", "description:", "description", r"has an unknown gap \{nurse\} - use one of doctor"),
    ("{doctor}", "{doctor", "description:", "description", "has a lone brace"),
    ("your local emergency number", "911", "description:", "description", "names 911, which differs by country"),
    ("published health guidance", "the NHS", "description:", "description", "names NHS as if it stood behind"),
    ("tells you how soon", "tells you if you have a clot and how soon", "description:", "description", "claims to find"),
    ("It does not set timed reminders.", "It is life-saving.", "description:", "description", "claims to save lives"),
    ("but no clinician has reviewed them", "read", "description:", "description", "whether a clinician has reviewed"),
    ("‘repeat’", "‘sing me a song’", "description:", "description", "suggests ‘sing me a song’, which is not underst"),
    ('"Alexa, open leg check"', '"open leg check"', '"open leg check"', "example_phrases.0", "does not open the skill"),
    ('"Alexa, open', '"Alexa, tell', '"Alexa, tell leg check"', "example_phrases.0", "does not open the skill"),
    ("ask leg check what", "ask leg doctor what", "ask leg doctor", "example_phrases.2", "does not open the skill"),
    ("a blood clot\n", "sciatica\n", "what is sciatica", "example_phrases.2", "is no sample of the interaction model"),
    ("is swollen and", "is so swollen and", "is so swollen", "example_phrases.1", "is no sample"),
    ('["swelling"]', '["tenderness"]', "same_day: [", "outcomes.same_day", "leads to within_days"),
    ('["swelling"]', '["swelling", "toes"]', "same_day: [", "outcomes.same_day", "toes is not asked on the way"),
    ("  self_care: []\n", "", "outcomes:", "outcomes", "lacks self_care"),
    ("contains_ads: false", "contains_ads: true", "contains_ads: true", "privacy.contains_ads", "not what the code does"),
    ("contains_ads: false", "contains_ads: maybe", "contains_ads: m", "privacy.contains_ads", "expected `bool`"),
    ("  contains_ads: false", "  uses_health_info: true", "uses_health_info:", "privacy.uses_health_info", "not a known"),
    ('"HEALTH_AND_FITNESS"', '"HEALTH"', 'category: "HEALTH"', "category", "invalid enum value"),
    ('"IN"]', '"XX"]', "countries: [", "countries", "gives a manifest that Amazon's classes refuse"),
    ("updates:", "update:", "update:", "update", "is not a known key"),
    ("  {outcomes}\n", "", "testing_instructions:", "testing_instructions", "does not tell the ways"),
]


@pytest.mark.parametrize(("old", "new", "at", "key", "said"), MISTAKES, ids=lambda value: str(value)[:30])
def test_a_mistake_is_named_with_file_line_and_key(
    old: str, new: str, at: str, key: str, said: str, broken: Broken, store: Path
) -> None:
    """An editor finds the place, and reads what is wrong and what to do."""
    problems = broken(STORE, _in_phrases(old), _in_phrases(new))

    place = f"{store / STORE}:{line_of(store / STORE, at)}: {key}: "
    assert any(p.startswith(place) and re.search(f"{said}.* - ", p) for p in problems), "\n".join(problems)


def _in_phrases(text: str) -> str:
    """Pick the place in the example phrases, where the same words stand in a description too."""
    return {"a blood clot\n": 'a blood clot"\n', "sciatica\n": 'sciatica"\n'}.get(text, text).replace(
        "is swollen and", "check my calf is swollen and"
    ).replace("is so swollen and", "check my calf is so swollen and")


@pytest.mark.parametrize("part", PARTS)
def test_a_description_without_a_part_of_the_disclaimer_is_named(part: str, broken: Broken, store: Path) -> None:
    """Amazon rejects a health skill without it; here it is noticed in every locale."""
    text = read_listing(store).shared.description
    missing = re.sub(PARTS[part], "...", text, flags=re.IGNORECASE)
    whole = re.search(PARTS[part], text, flags=re.IGNORECASE)

    problems = broken(STORE, text.splitlines()[0], text.splitlines()[0]) if whole is None else _without(store, whole[0])

    assert missing
    assert any(f"description: does not say in {', '.join(LOCALES)}: “{part}”" in problem for problem in problems)


def _without(store: Path, text: str) -> list[str]:
    file = store / STORE
    file.write_text(file.read_text(encoding="utf-8").replace(text, "..."), encoding="utf-8")
    return [str(problem) for problem in check_listing(root=store)]
