"""What of the skill goes to Lambda, and in which steps, without building anything: test_package.py does that."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec
import pytest

from skill.hearing.vocabulary import Vocabulary
from skill.words.library import load_vocabulary
from skill.words.texts import ELSEWHERE, LANGUAGE, LOCALES
from skill.workbench import ROOT
from skill.workbench.aws.build import ENTRY, built_content, copy_skill

# A launch and a sentence, with everything that must not be needed out of reach.
TALK = """
import sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        refused = {refused!r}
        if name.split(".")[0] in refused or name in refused:
            raise ImportError(name + " is not to be loaded")

sys.meta_path.insert(0, Refuse())
import lambda_function
from skill.workbench_free import session

answer = lambda_function.lambda_handler(session.launch(), None)
session.heard(answer)
answer = lambda_function.lambda_handler(session.words("no my breathing is fine"), None)
print(answer["response"]["outputSpeech"]["ssml"], "document" in answer["response"]["directives"][0])
"""
WORKSHOP = ("yaml", "sklearn", "scipy", "numpy", "skill.workbench", "skill.web")
READERS = ("skill.words.store", "skill.words.vocabulary", "skill.words.yamlfile", "skill.hearing.notation")


@cache
def contents() -> Mapping[str, bytes]:
    """Make the JSON once."""
    return built_content()


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Copy the skill as the build does, and the entry."""
    copy_skill(tmp_path / "skill", contents())
    shutil.copy(ENTRY, tmp_path)
    return tmp_path


def test_what_is_heard_goes_along_as_json() -> None:
    """Beside the words of every locale."""
    assert set(contents()) == {f"{name}.json" for name in (*LOCALES, ELSEWHERE, f"{LANGUAGE}.hearing")}
    heard = msgspec.json.decode(contents()[f"{LANGUAGE}.hearing.json"], type=Vocabulary)
    assert heard == load_vocabulary(LANGUAGE)


def test_nothing_that_reads_yaml_or_learns_goes_along(package: Path) -> None:
    """But what only has the same name does: the hearing has a vocabulary of its own."""
    names = {path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()}

    for module in READERS:
        assert f"{module.replace('.', '/')}.py" not in names
    assert "skill/hearing/vocabulary.py" in names


def test_nothing_of_the_page_goes_along(package: Path) -> None:
    """What the page shows and does is in the repository, and no file of it in the package."""
    names = {path.name for path in (ROOT / "skill" / "workbench" / "page").rglob("*.*")}
    packed = {path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()}

    assert "index.html" in names
    assert {name for name in packed if name.startswith("skill/workbench")} == set()
    assert {path.name for path in package.rglob("*") if path.suffix in (".html", ".js", ".css", ".svg")} == set()
    assert not [name for name in names if name.startswith(("skill/workbench", "skill/web")) or name.endswith(".yaml")]


def test_a_turn_needs_nothing_of_the_workshop(package: Path) -> None:
    """No YAML, no scikit-learn, no notation: a launch and a sentence are answered without, on a screen too."""
    envelopes = (Path(ENTRY).parents[1] / "skill" / "workbench" / "envelopes.py").read_text(encoding="utf-8")
    (package / "skill" / "workbench_free.py").write_text(
        f"{envelopes}\nsession = Session(has_screen=True)\n", encoding="utf-8"
    )
    code = TALK.format(refused=(*WORKSHOP, *READERS))

    environment = {name: value for name, value in os.environ.items() if name != "LEG_CHECK_CONTENT"}  # it has its own
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=package, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert "your chest" in done.stdout
    assert done.stdout.endswith(" True\n")


def planned(*arguments: str, path: str = "") -> str:
    """Give the commands that make would run. path: a folder whose programs go before this machine's."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    environment["PATH"] = f"{path}{os.pathsep}{environment['PATH']}"
    ready = ("-o", ".venv/ready", "-o", ".sam/ready")
    command = ["make", "-n", "--no-print-directory", *ready, *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(
    ("target", "step"), [("build", "sam build"), ("deploy", "sam build"), ("deploy", "sam deploy")]
)
def test_nothing_faulty_goes_out(target: str, step: str, tmp_path: Path) -> None:
    """The content is checked first; make stops where a command fails."""
    plan = planned(target, f"ANSWERS={tmp_path / 'deploy.toml'}")

    assert 0 <= plan.find("skill check") < plan.find(step)


@pytest.mark.parametrize(
    ("answers", "asks"), [(None, True), ("version = 0.1", True), ("[default.deploy.parameters]", False)]
)
def test_a_deploy_asks_until_it_was_answered(answers: str | None, asks: bool, tmp_path: Path) -> None:
    """Also when the first one was broken off before anything was saved."""
    saved = tmp_path / "deploy.toml"
    if answers is not None:
        saved.write_text(answers, encoding="utf-8")

    plan = planned("deploy", f"ANSWERS={saved}")

    assert f"--config-file {saved}" in plan
    assert ("--guided" in plan) is asks


def test_what_an_operator_answers_is_never_committed() -> None:
    """Skill id, account and addresses stay on the operator's machine."""
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()

    assert {"deploy.toml", "operator.toml"} <= set(ignored)
    assert "parameter_overrides" not in (ROOT / "samconfig.toml").read_text(encoding="utf-8")


def test_a_deploy_says_at_its_end_what_is_missing(tmp_path: Path) -> None:
    """As `make package` does, and with its exit status."""
    plan = planned("deploy", f"ANSWERS={tmp_path / 'deploy.toml'}")

    assert plan.find("sam deploy") < plan.find("skill package --complete")


@pytest.mark.parametrize(("machine", "lambda_name"), [("x86_64", "x86_64"), ("aarch64", "arm64"), ("arm64", "arm64")])
def test_a_local_container_has_the_processor_of_this_machine(machine: str, lambda_name: str, tmp_path: Path) -> None:
    """An arm64 container does not start on an Intel machine, nor the other way round."""
    (tmp_path / "uname").write_text(f"#!/bin/sh\necho {machine}\n", encoding="utf-8")
    (tmp_path / "uname").chmod(0o755)

    assert f" Architecture={lambda_name}\n" in planned("invoke", path=str(tmp_path))
