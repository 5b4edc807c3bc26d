"""The package that `make build` wrote, as it runs on AWS Lambda: under the runtime emulator, without Docker.

It holds today's content and not the frozen one, so what is asserted is what comes of it, and no sentence.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from skill.hearing.vocabulary import Vocabulary
from skill.words.store import read
from skill.words.texts import CONTENT, ELSEWHERE, LANGUAGE, Content, locales
from skill.words.vocabulary import read_vocabulary
from skill.workbench.aws.build import PACKAGE, UNUSED, package_for_here
from skill.workbench.aws.emulator import Emulator
from skill.workbench.aws.runtime import WHEELS, python_of
from skill.workbench.dialogues import STORE
from skill.workbench.envelopes import Session
from skill.workbench.talk import spoken_text

from .conftest import SHORT, TESTS

pytestmark = pytest.mark.build

OURS = "amzn1.ask.skill.00000000-0000-4000-8000-000000000000"
NEVER = (
    *("yaml", "flask", "werkzeug", "pytest", "sklearn", "numpy", "scipy", "joblib", "awslambdaric", "boto3", "pip"),
    *UNUSED,
)


@pytest.fixture(scope="module")
def package() -> Path:
    return package_for_here()


@pytest.fixture(scope="module")
def emulator(package: Path) -> Iterator[Emulator]:
    with Emulator(package, OURS) as running:
        yield running


@pytest.fixture
def session() -> Session:
    return Session(skill_id=OURS)


def event(name: str) -> Any:
    return json.loads((TESTS / "events" / f"{name}.json").read_text(encoding="utf-8"))


def check(emulator: Emulator, session: Session, yes_to: str) -> dict[str, Any]:
    """Hold a whole check with somebody who says no to everything but one question."""
    response: dict[str, Any] = emulator.invoke(session.launch())
    for _ in range(20):
        session.heard(response)
        asking = session.attributes.get("asking")
        if asking is None:
            return response
        response = emulator.invoke(session.intent(SHORT["yes" if asking == yes_to else "no"]))
    raise AssertionError("the check did not end")


def test_a_launch_asks_the_first_question(emulator: Emulator) -> None:
    """With all that a real device sends along."""
    response = emulator.invoke(event("launch"))

    assert spoken_text(response).endswith("?")
    assert response["response"]["shouldEndSession"] is False
    assert response["sessionAttributes"]["asking"] == "breathing"


@pytest.mark.parametrize(("yes_to", "urgency"), [("swelling", "same_day"), ("nothing", "self_care")])
def test_a_check_comes_to_its_result(emulator: Emulator, session: Session, yes_to: str, urgency: str) -> None:
    """Launch, questions, result."""
    response = check(emulator, session, yes_to)

    assert response["sessionAttributes"]["urgency"] == urgency
    assert response["response"]["card"]["title"]


@pytest.mark.parametrize(("locale", "number"), [("en-US", "911"), ("en-GB", "999"), ("en-AU", "000"), ("en-IN", "112")])
def test_an_emergency_names_the_number_of_the_country(emulator: Emulator, locale: str, number: str) -> None:
    """A red flag ends the questions at once; the microphone stays open once, for somebody who was misheard."""
    response = check(emulator, Session(locale, OURS), "breathing")

    assert spoken_text(response).count(number) >= 2
    assert response["response"]["shouldEndSession"] is False


def test_words_are_understood(emulator: Emulator, session: Session) -> None:
    """With the vocabulary as JSON: half a denial leaves the other half open."""
    session.heard(emulator.invoke(session.launch()))

    response = emulator.invoke(session.words("no my breathing is fine"))

    assert response["sessionAttributes"]["parts"] == ["breath"]
    assert response["sessionAttributes"]["asking"] == "breathing"
    assert spoken_text(response).endswith("?")


@pytest.mark.parametrize("junk", [{"junk": 1}, {}, [], None, "junk", 7])
def test_a_broken_envelope_still_hears_a_number(emulator: Emulator, junk: Any) -> None:
    """Whatever arrives, no error goes back to Alexa."""
    response = emulator.invoke(junk)

    assert "911" in spoken_text(response)
    assert response["response"]["shouldEndSession"] is True


@pytest.mark.parametrize("name", ["session_ended", "skill_enabled", "foreign_skill"])
def test_silence_where_nothing_may_be_said(emulator: Emulator, name: str) -> None:
    """The end of a session, an event outside one, and another skill hear nothing."""
    assert "outputSpeech" not in emulator.invoke(event(name))["response"]


def test_the_log_tells_nothing_of_the_person(emulator: Emulator) -> None:
    """What the function writes under AWS's own runtime client, too."""
    emulator.invoke(event("tell"))
    emulator.invoke({"request": {"type": 7, "token": "puffed up"}, "session": {}})

    log = emulator.log
    assert '"event": "failed"' in log
    for private in ("puffed", "swelling", "FAKE", "amzn1.", "Traceback"):
        assert private not in log, private


def test_only_what_a_request_needs_is_in_it(package: Path) -> None:
    """No tests, no workbench, no web service, no YAML, and none of their libraries."""
    names = {path.name.lower() for path in package.iterdir()}
    assert not names & set(NEVER)
    assert not [path for path in package.rglob("*") if path.name in ("tests", "workbench", "web", "dialogues")]
    assert not [*package.rglob("*.yaml"), *package.rglob("test_*.py")]


def test_every_source_is_compiled(package: Path) -> None:
    """By the Python that runs it; without that a cold start takes twice as long."""
    tag = f"cpython-{python_of(package).replace('.', '')}"
    bare = [p for p in package.rglob("*.py") if not (p.parent / "__pycache__" / f"{p.stem}.{tag}.pyc").exists()]

    assert not bare


def test_compiled_sources_are_never_compared_with_dates(package: Path) -> None:
    """A zip changes the dates, and Python would compile everything again on every cold start."""
    for path in package.rglob("*.pyc"):
        flags = int.from_bytes(path.read_bytes()[4:8], "little")
        assert flags == 0b01, path  # by hash, unchecked


def test_it_runs_on_either_processor(package: Path) -> None:
    """The compiled libraries are there for both, so the parameter Architecture alone decides."""
    if package == PACKAGE:
        for wheels in WHEELS.values():
            assert [*package.glob(f"msgspec/*-{wheels}-*.so")], wheels


def test_the_content_is_all_there(package: Path) -> None:
    """Each locale as JSON that reads back as the very content of the YAML store."""
    built = package / "skill" / "content" / "built"
    store = STORE if package == PACKAGE else CONTENT  # one that was built here just now holds what the tests speak
    for locale in (*locales(store), ELSEWHERE):
        content = msgspec.json.decode((built / f"{locale}.json").read_bytes(), type=Content)
        assert content == read(store, locale), f"{locale}: the package is older than the content - say `make build`"
    heard = msgspec.json.decode((built / f"{LANGUAGE}.hearing.json").read_bytes(), type=Vocabulary)
    assert heard == read_vocabulary(store, LANGUAGE), "the package is older than the vocabulary - say `make build`"
    assert len([*built.iterdir()]) == len(locales(store)) + 2


def test_licences_go_along(package: Path) -> None:
    """Every library that is distributed brings its METADATA, and its licence where its wheel holds one."""
    for info in package.glob("*.dist-info"):
        assert (info / "METADATA").exists()
        assert not (info / "RECORD").exists()
    assert [*package.glob("ask_sdk_model-*.dist-info/LICENSE")]
