"""Leaving imports for later changes nothing but the time: every name is still there, every answer is the same."""

import ast
import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

from skill.alexa.coldstart import CALLED_LATER, GATHERING, SERVICES, module_of
from skill.alexa.envelope import plain
from skill.alexa.handler import Skill
from skill.alexa.routes import ROUTES
from skill.alexa.service import WARM_UP, Service
from skill.words.library import Library
from skill.words.texts import LOCALES
from skill.workbench.envelopes import Session

from .conftest import TESTS

ROOT = TESTS.parent
DEFER = "import sys; from skill.alexa import coldstart; coldstart.defer()\n"


def run(code: str) -> str:
    """Run code in a fresh Python, because what is imported here stays imported; give what it wrote."""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def gathered(package: str) -> list[str]:
    """List the names that a package of the SDK gathers, from its source."""
    spec = importlib.util.find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    tree = ast.parse(Path(spec.origin).read_text(encoding="utf-8"))
    lines = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.level]
    return [alias.name for line in lines for alias in line.names]


@pytest.mark.parametrize("package", GATHERING)
def test_every_name_is_found_in_its_own_module(package: str) -> None:
    """An SDK that names a module in another way would bring the whole package back into the start; this tells."""
    names = [name for name in gathered(package) if name not in CALLED_LATER]

    assert names
    for name in names:
        assert importlib.util.find_spec(f"{package}.{module_of(name)}") is not None, name
    code = f"""
import {package} as package
for name in {names}:
    assert getattr(package, name).__name__ == name, name
print("__getattr__" in vars(package))
"""
    assert run(DEFER + code).strip() == "True"  # the package itself was not run


def test_the_packages_gather_names_and_do_nothing_else() -> None:
    """A newer SDK whose packages compute something must not be left out of the start."""
    for package in GATHERING:
        spec = importlib.util.find_spec(package)
        assert spec is not None
        tree = ast.parse(Path(str(spec.origin)).read_text(encoding="utf-8"))
        assert {type(node) for node in tree.body} <= {ast.ImportFrom, ast.Expr}, package


def test_the_service_clients_come_when_they_are_called() -> None:
    """A skill with an API client gets the real classes."""
    code = f"""
from {SERVICES} import ApiConfiguration, ServiceClientFactory
assert "{SERVICES}.service_client_factory" not in sys.modules
configuration = ApiConfiguration(serializer=None, api_client=None)
print(type(ServiceClientFactory(api_configuration=configuration)).__name__, type(configuration).__name__)
"""
    assert run(DEFER + code).split() == ["ServiceClientFactory", "ApiConfiguration"]


def test_a_name_that_is_not_there_is_not_there() -> None:
    """As in any package; and a package that was left out can still be run as a whole."""
    code = """
import ask_sdk_model
for name in ("Nonsense", "nonsense", "__wrapped__"):
    assert not hasattr(ask_sdk_model, name), name
from ask_sdk_model import Slot, ui
assert ask_sdk_model.ui is ui and ui.SimpleCard.__module__ == "ask_sdk_model.ui.simple_card"
print(Slot.__module__)
"""
    assert run(DEFER + code).strip() == "ask_sdk_model.slot"


def test_the_answers_are_the_same() -> None:
    """Every raw event is answered alike with and without it."""
    paths = [str(path) for path in sorted((TESTS / "events").glob("*.json"))]
    code = f"""
import json, pathlib
from skill.alexa.service import Service
service = Service()
print(json.dumps([service.answer(json.loads(pathlib.Path(p).read_text())) for p in {paths}]))
"""
    assert json.loads(run(DEFER + code)) == json.loads(run("import sys\n" + code))


def test_a_start_is_quiet_and_ready() -> None:
    """The entry has answered once before anybody asks, wrote nothing, and loaded no client, no template and no YAML."""
    code = """
import sys; sys.path.insert(0, "lambda")
import lambda_function
late = [m for m in sys.modules if m.startswith("ask_sdk_model.services.") and m.count(".") > 2 or m == "requests"]
print(sorted(lambda_function.service._library._loaded), late, "ask_sdk_model.slot" in sys.modules)
"""
    assert run(code).strip() == "['en-US'] [] True"


def test_cards_come_with_the_first_card() -> None:
    """No first turn sends one, so none is part of a start; a result has its card all the same."""
    code = """
import json, sys; sys.path.insert(0, "lambda")
import lambda_function
late = ("skill.words.cards", "ask_sdk_model.ui.simple_card")
print([name in sys.modules for name in late])
intent = {"name": "EmergencyIntent", "slots": {}}
request = {"session": {}, "request": {"type": "IntentRequest", "locale": "en-US", "intent": intent}}
print("911" in lambda_function.lambda_handler(request, None)["response"]["card"]["content"])
print([name in sys.modules for name in late])
"""
    assert run(code).splitlines() == ["[False, False]", "True", "[True, True]"]


def test_only_a_device_with_a_screen_brings_in_what_draws() -> None:
    """Without one nothing is imported for it; with one, the few classes that it takes and no package as a whole."""
    code = """
import sys; sys.path.insert(0, "lambda")
import lambda_function
from skill.workbench.envelopes import Session
started, apl = set(sys.modules), "ask_sdk_model.interfaces.alexa.presentation.apl."
for has_screen in (False, True):
    session = Session(has_screen=has_screen)
    answer = lambda_function.lambda_handler(session.launch(), None)
    new = {name for name in sys.modules if name not in started and name.startswith(("skill.", "ask_sdk"))}
    print(len([name for name in new if "screens" in name]), len([name for name in new if name.startswith(apl)]),
          "directives" in answer["response"])
"""
    without, with_one = (line.split() for line in run(code).splitlines())
    assert without == ["0", "0", "False"]
    assert with_one == ["4", "2", "True"]


def test_reminders_are_loaded_when_one_is_to_be_set() -> None:
    """Nothing of them is there after a first turn on a device that has them, and all of it after the offer."""
    code = """
import json, sys; sys.path.insert(0, "lambda")
import lambda_function
from skill.workbench.pretended import Amazon
from skill.workbench.envelopes import Session
def late():
    return [m for m in sys.modules if m.startswith(("skill.alexa.reminders", "http.client", "ssl", "zoneinfo"))
            or "reminder_management" in m or "ups_service" in m]
before = set(late())  # what the pretended Amazon needs itself
with Amazon("allowed") as amazon:
    device = Session("en-GB", services=amazon.system)
    device.heard(lambda_function.lambda_handler(device.launch(), None))
    for yes in "nnnynnnn":
        intent = device.intent("AMAZON.YesIntent" if yes == "y" else "AMAZON.NoIntent")
        device.heard(lambda_function.lambda_handler(intent, None))
    print(set(late()) - before)
    answer = lambda_function.lambda_handler(device.intent("AMAZON.NoIntent"), None)
    print("skill.alexa.reminders.errands" in sys.modules, answer["response"]["shouldEndSession"])
"""
    assert run(code).split("\n")[:2] == ["set()", "True False"]


def test_a_start_loads_nothing_of_reminders() -> None:
    """Neither the SDK's clients nor what speaks HTTP and knows time zones."""
    code = """
import sys; sys.path.insert(0, "lambda")
import lambda_function
print([m for m in sys.modules if m.startswith(("skill.alexa.reminders", "http.client", "ssl", "zoneinfo", "tzdata"))])
"""
    assert run(code).strip() == "[]"


def test_a_start_survives_broken_content() -> None:
    """What fails while warming up fails in the request, where the net catches it."""
    code = """
import sys; sys.path.insert(0, "lambda")
import skill.words.library
def broken(locale): raise ValueError(locale)
skill.words.library.load = broken
import lambda_function
answer = lambda_function.lambda_handler({"session": {}, "request": {"type": "LaunchRequest", "locale": "en-US"}}, None)
print("911" in answer["response"]["outputSpeech"]["ssml"])
"""
    printed, logged = run(code).splitlines()
    assert printed == "True"
    assert json.loads(logged)["error"] == "ValueError"  # one line: the request's, and none for the warm-up


def test_what_warms_up_is_what_a_person_says_first() -> None:
    """Each sample is answered by the skill itself: a sample that fails would warm up nothing, in silence."""
    skill = Skill(Library())
    assert [request["type"] for request in WARM_UP] == ["LaunchRequest", "IntentRequest"]
    for request in WARM_UP:
        answered = skill.invoke(plain({"session": {}, "request": request}))
        assert request["locale"] in LOCALES
        assert request["type"] == "LaunchRequest" or request["intent"]["name"] in ROUTES
        assert answered["response"]["outputSpeech"]


def test_the_first_turn_finds_its_words_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """After the warm-up, nothing of a locale is read any more."""
    service = Service()
    service.warm_up()
    monkeypatch.setattr("skill.words.library.load", lambda _: 1 / 0)

    assert service.answer(Session("en-US").launch())["response"]["shouldEndSession"] is False


def test_a_warm_up_that_fails_fails_in_silence(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """It is no request: nothing is logged, and the first person is answered by the net."""
    monkeypatch.setattr("skill.words.library.load", lambda _: 1 / 0)
    Service(measure=True).warm_up()

    assert capfd.readouterr().err == ""


def test_a_start_loads_nothing_that_only_prints_or_inspects() -> None:
    """What models print themselves with, and what makes dataclasses, would be an eighth of the start."""
    code = """
import sys
bare = set(sys.modules)
sys.modules["typing_extensions"] = None  # there is none in the package
from skill.alexa import coldstart
coldstart.defer()
import skill.alexa.service  # the words, which a package has as JSON, are YAML here, and that needs them
print(sorted({"dataclasses", "inspect"} & (set(sys.modules) - bare)))
"""
    assert run(code).strip() == "[]"
