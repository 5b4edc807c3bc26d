"""Makes the package for AWS Lambda: `sam build` calls this through the Makefile.

`python -m skill.workbench.aws.build FOLDER` fills FOLDER with the locked libraries, the entry, the skill without its
workbench, the content and what is heard as JSON, and compiled Python: without that a cold start takes twice as long.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import msgspec

from skill.words.library import load, load_vocabulary
from skill.words.store import ContentError
from skill.words.texts import ELSEWHERE, LANGUAGE, LOCALES
from skill.workbench import ROOT
from skill.workbench.aws.runtime import (
    LAMBDA_PYTHON,
    MACHINE,
    OWN_PYTHON,
    WHEELS,
    MissingError,
    find_python,
    install,
    run,
)

# What `sam build` writes.
PACKAGE = ROOT / ".aws-sam" / "build" / "LegCheckFunction"
REQUIREMENTS = ROOT / "lambda" / "requirements.txt"
ENTRY = ROOT / "lambda" / "lambda_function.py"
# When a package was built; also tells a folder that may be emptied.
STAMP = "BUILT"
# What of skill/ no request ever imports or reads; the content and what is heard go along as JSON.
LEFT_OUT = (
    *("workbench", "web", "content", "__main__.py", "hearing/notation.py"),
    *("words/store.py", "words/vocabulary.py", "words/yamlfile.py"),
)
# Libraries that only ask_sdk_core.api_client needs; reminders have a client of their own (skill/alexa/reminders).
UNUSED = ("requests", "urllib3", "certifi", "charset_normalizer", "idna")
# What pip wrote about files that are not all there any more. METADATA stays for scanners, the licences by law.
UNTRUE = ("*.dist-info/RECORD", "*.dist-info/INSTALLER", "*.dist-info/REQUESTED")
NO_PYTHON = f"""
!! No Python {LAMBDA_PYTHON} was found, so this package holds no compiled Python. It works, but a cold start takes about
!! twice as long. Install Python {LAMBDA_PYTHON}, or name one: make build PYTHON313=/path/to/python{LAMBDA_PYTHON}
"""


def build(folder: Path, archs: tuple[str, ...], version: str = LAMBDA_PYTHON) -> None:
    """Build a package.

    folder: is emptied first. archs: arm64, x86_64 or both; their compiled libraries have different names, so one
    package can run on either. version: of the Python that runs it.
    Raises MissingError when something cannot be installed, and ContentError when the content is broken.
    """
    contents = built_content()
    _empty(folder)
    install(REQUIREMENTS, folder, archs[0], version)
    for arch in archs[1:]:
        _add_compiled(folder, arch, version)
    _drop_unused(folder)
    shutil.copy(ENTRY, folder)
    copy_skill(folder / "skill", contents)
    _compile(folder, version)


def built_content() -> dict[str, bytes]:
    """Give what the package reads instead of YAML: file name -> JSON. Raises ContentError when that is broken."""
    words = {f"{locale}.json": msgspec.json.encode(load(locale)) for locale in (*LOCALES, ELSEWHERE)}
    return {**words, f"{LANGUAGE}.hearing.json": msgspec.json.encode(load_vocabulary(LANGUAGE))}


def copy_skill(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Copy what of skill/ a request can need into a new folder, and put the content in."""
    source = ROOT / "skill"
    left_out = {source / name for name in LEFT_OUT}

    def unwanted(above: str, names: list[str]) -> set[str]:
        return {name for name in names if Path(above, name) in left_out or name == "__pycache__"}

    shutil.copytree(source, folder, ignore=unwanted)
    built = folder / "content" / "built"
    built.mkdir(parents=True)
    for name, content in contents.items():
        (built / name).write_bytes(content)


def package_for_here() -> Path:
    """Give what `sam build` wrote, or where its Python is missing, the like of it for the Python that runs this.

    Raises MissingError when nothing was built, or it cannot be built.
    """
    if not (PACKAGE / STAMP).exists():
        raise MissingError("there is no package yet - say `make build`")
    if find_python() is not None:
        return PACKAGE
    package = ROOT / "build" / f"package-{OWN_PYTHON}"
    build(package, (MACHINE,), OWN_PYTHON)
    return package


def _empty(folder: Path) -> None:
    """Make room and put the stamp in, but never in a folder that holds something else."""
    if folder.exists() and any(folder.iterdir()) and not (folder / STAMP).exists():
        raise MissingError(f"{folder} holds something else than a package - name a new folder")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    # Each package differs, so that a deploy publishes a version: SAM does not see that only a parameter has changed.
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
    (folder / STAMP).write_text(time.strftime("%Y-%m-%dT%H:%M:%SZ\n", time.gmtime(seconds)), encoding="utf-8")


def _add_compiled(folder: Path, arch: str, version: str) -> None:
    with tempfile.TemporaryDirectory() as other:
        install(REQUIREMENTS, Path(other), arch, version)
        for library in Path(other).rglob(f"*-{WHEELS[arch]}-*.so"):
            shutil.copy(library, folder / library.relative_to(other))


def _drop_unused(folder: Path) -> None:
    tests = [path for path in folder.rglob("tests") if path.is_dir()]
    libraries = [path for name in UNUSED for path in (folder / name, *folder.glob(f"{name}-*.dist-info"))]
    for path in (*libraries, *tests, folder / "bin"):
        shutil.rmtree(path, ignore_errors=True)
    for pattern in UNTRUE:
        for file in folder.glob(pattern):
            file.unlink()


def _compile(folder: Path, version: str) -> None:
    """Compile with the very Python that runs it; unchecked, because the dates of the files change on the way to AWS."""
    python = find_python(version)
    if python is None:
        print(NO_PYTHON)  # not to stderr, which SAM does not show
        return
    command: list[str | Path] = [
        python,
        "-W",
        "ignore",
        "-m",
        "compileall",
        "-q",
        "--invalidation-mode",
        "unchecked-hash",
    ]
    run([*command, "-s", folder, "-p", "/var/task", folder])  # with the paths that it will have on AWS


def main() -> int:
    """Build a package as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--arch", choices=[*WHEELS, "both"], default="both")
    parser.add_argument("--python", choices=[LAMBDA_PYTHON, OWN_PYTHON], default=LAMBDA_PYTHON)
    options = parser.parse_args()
    archs = tuple(WHEELS) if options.arch == "both" else (options.arch,)
    try:
        build(options.folder, archs, options.python)
    except (MissingError, ContentError) as error:
        print(error, file=sys.stderr)
        return 1
    size = sum(path.stat().st_size for path in options.folder.rglob("*") if path.is_file()) / 1e6
    print(f"{options.folder}: {size:.1f} MB for {' and '.join(archs)}, Python {options.python}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
