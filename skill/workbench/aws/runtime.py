"""What AWS Lambda provides, found or fetched for this machine: the Python, the runtime client and the emulator."""

import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from skill.workbench import ROOT

# The runtime of template.yaml; tests/test_template.py holds the two together.
LAMBDA_PYTHON = "3.13"
OWN_PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
# Lambda's name of an architecture -> the name that wheels have.
WHEELS = {"arm64": "aarch64", "x86_64": "x86_64"}
MACHINE = "arm64" if platform.machine() in ("arm64", "aarch64") else "x86_64"
CLIENT = ("awslambdaric", "simplejson", "snapshot-restore-py")


class MissingError(Exception):
    """Something that is needed is not on this machine; the text says what to do."""


def find_python(version: str = LAMBDA_PYTHON) -> Path | None:
    """Find an interpreter of a version that runs: PYTHON313 (or PYTHON311 ...), this one, the PATH, pyenv."""
    return next((path for path in _candidates(version) if _runs(path, version)), None)


def _candidates(version: str) -> Iterator[Path]:
    if named := os.environ.get("PYTHON" + version.replace(".", "")):
        yield Path(named)
    if version == OWN_PYTHON:
        yield Path(sys.executable).resolve()  # the one that .venv was made from, so without its packages
    if on_path := shutil.which(f"python{version}"):
        yield Path(on_path)
    for pyenv in (os.environ.get("PYENV_ROOT"), str(Path.home() / ".pyenv")):
        yield from sorted(Path(pyenv or os.devnull).glob(f"versions/{version}*/bin/python{version}"), reverse=True)


def _runs(path: Path, version: str) -> bool:
    """Try it: a pyenv shim is on the PATH even when its version is not active, and fails."""
    show = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        shown = subprocess.run(  # noqa: S603  # a Python that the user named or installed
            [path, "-c", show], capture_output=True, text=True, timeout=20, check=False
        )
    except OSError:
        return False
    return shown.stdout.strip() == version


def python_of(package: Path) -> str:
    """Tell which Python a package was built for, by its compiled libraries; without any, it is Lambda's."""
    compiled = next(package.glob("*/*.cpython-3*.so"), None)
    found = compiled and re.search(r"cpython-3(\d+)", compiled.name)
    return f"3.{found[1]}" if found else LAMBDA_PYTHON


def install(requirements: Path, target: Path, arch: str, version: str, *more: str) -> None:
    """Install locked wheels for a Lambda architecture and Python, whatever this machine and its Python are."""
    wheels = ["--only-binary=:all:", "--platform", f"manylinux2014_{WHEELS[arch]}", "--implementation", "cp"]
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    command += [*wheels, "--python-version", version, "--no-compile", "--target", str(target), *more]
    run([*command, "-r", str(requirements)])


def run(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> None:
    """Run a command; its output is shown only when it fails, as the text of a MissingError."""
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603  # our own commands
    if done.returncode:
        raise MissingError(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")


def runtime_client(python: Path, version: str) -> Path:
    """Fetch AWS's runtime client for an interpreter, once, into build/. On Lambda it comes with the runtime."""
    target = ROOT / "build" / "runtime" / f"{version}-{MACHINE}"
    if not (target / "ready").exists():
        target.mkdir(parents=True, exist_ok=True)
        (target / "requirements.txt").write_text("".join(map(_locked, CLIENT)), encoding="utf-8")
        install(target / "requirements.txt", target, MACHINE, version, "--no-deps", "--upgrade")
        run([python, "-m", "compileall", "-q", target])
        (target / "ready").touch()
    return target


def _locked(package: str) -> str:
    locked = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8")
    entry = re.search(rf"^{package}==.*\n(?:    --hash.*\n)+", locked, re.MULTILINE)
    if entry is None:
        raise MissingError(f"requirements/dev.txt does not name {package} - say `make lock`")
    return entry[0].rstrip("\\\n ") + "\n"


def emulator_binary() -> Path:
    """Find the runtime emulator inside the installed SAM CLI. It is a program for Linux."""
    inside = f"lib/python3*/site-packages/samcli/local/rapid/aws-lambda-rie-{MACHINE}"
    if found := sorted((ROOT / ".sam").glob(inside)):
        return found[0]
    raise MissingError("the Lambda runtime emulator is not here - say `make build`, which installs the SAM CLI in .sam")
