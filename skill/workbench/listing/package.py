"""`skill package`: build/skill-package/, ready for Amazon's tools, and build/skill-package-texts/, ready to publish.

Made only from a listing and models without problems. What only the operator knows (operator.toml) is left out until it
is given, and said loudly.
"""

import json
import re
import shutil
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from skill.words.texts import CONTENT, LANGUAGE, LOCALES
from skill.words.yamlfile import Problem
from skill.workbench import ROOT
from skill.workbench.listing.check_listing import check_listing
from skill.workbench.listing.check_policies import PLACEHOLDER, PRIVACY, TERMS
from skill.workbench.listing.listing import read_case
from skill.workbench.listing.manifest import icon_path, manifest
from skill.workbench.listing.project import write_project
from skill.workbench.listing.settings import FILE, Settings, unfilled, wrong_settings
from skill.workbench.model.models import FOLDER, Source, read_source, text_of
from skill.workbench.signed import unreviewed

# Name in the package -> side in pixels (ask-smapi-model, SkillManifestLocalizedPublishingInformation).
ICONS = {"small": 108, "large": 512}
# What may stand in a package, of what this skill has (alexa/ask-toolkit-for-vscode, skillPackageSchema.json).
ALLOWED = re.compile(
    r"skill\.json|interactionModels/custom/[a-z]{2}-[A-Z]{2}\.json|assets/images/[a-zA-Z0-9_.-]{1,64}\.(?:png|jpe?g)"
)
PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class Folders:
    """Where a package is made from and where it goes."""

    content: Path = CONTENT
    models: Path = FOLDER
    build: Path = ROOT / "build"

    @property
    def package(self) -> Path:
        """What goes to Amazon."""
        return self.build / "skill-package"

    @property
    def texts(self) -> Path:
        """What the operator publishes."""
        return self.build / "skill-package-texts"

    def icon(self, side: int) -> Path:
        """An icon that was drawn once, from content/icons/leg_check.svg."""
        return self.content / "icons" / f"icon_{side}.png"


def run(settings: Settings, folders: Folders | None = None, *, complete: bool = False) -> int:
    """Check everything, then write the package, the texts and what the ASK CLI wants beside them.

    complete: whether something that is not filled in counts as a problem. Returns 0 without a problem, else 1; on a
    problem of the content nothing is written. Raises ContentError when the content cannot be read.
    """
    folders = folders or Folders()
    source = read_source(folders.content)
    problems = [
        *wrong_settings(settings),
        *map(str, check_listing(source, root=folders.content)),
        *map(str, _stale_models(source, folders)),
        *map(str, _icons(folders)),
    ]
    if problems:
        print("\n".join(dict.fromkeys(problems)))
        print("No package was written.")
        return 1
    _write(settings, folders)
    wrong = [f"{path}: may not stand in a skill package - remove it" for path in unexpected(folders.package)]
    if other := write_project(folders.build, folders.package, settings.skill_id):
        wrong.append(other)
    print("\n".join(wrong), end="\n" * bool(wrong))
    missing = _tell(settings, folders)
    return int(bool(wrong) or (complete and missing))


def unexpected(package: Path) -> Iterator[str]:
    """Name the files of a package that Amazon's structure does not allow, relative to it."""
    names = sorted(path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file())
    yield from (name for name in names if not ALLOWED.fullmatch(name))


def _stale_models(source: Source, folders: Folders) -> Iterator[Problem]:
    text = text_of(source)
    for path in (folders.models / f"{locale}.json" for locale in LOCALES):
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            yield Problem(path, 1, path.stem, "differs from the content", "run `skill models --write`")


def _icons(folders: Folders) -> Iterator[Problem]:
    for side in ICONS.values():
        path = folders.icon(side)
        if not path.is_file() or png_size(path.read_bytes()) != (side, side):
            what = f"is not a PNG of {side} by {side} pixels"
            yield Problem(path, 1, path.name, what, "draw it again as leg_check.svg says")


def png_size(data: bytes) -> tuple[int, int] | None:
    """Give the width and height that a PNG says it has; None when it is none."""
    if not data.startswith(PNG) or len(data) < 24:
        return None
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _write(settings: Settings, folders: Folders) -> None:
    for folder in (folders.package, folders.texts):
        shutil.rmtree(folder, ignore_errors=True)  # a file of an older package would be sent along
    custom = folders.package / "interactionModels" / "custom"
    custom.mkdir(parents=True)
    (folders.package / "assets" / "images").mkdir(parents=True)
    built = json.dumps(manifest(read_case(folders.content), settings), indent=2, ensure_ascii=False)
    (folders.package / "skill.json").write_text(built + "\n", encoding="utf-8")
    for locale in LOCALES:
        shutil.copyfile(folders.models / f"{locale}.json", custom / f"{locale}.json")
        for name, side in ICONS.items():
            shutil.copyfile(folders.icon(side), folders.package / icon_path(locale, name))
    folders.texts.mkdir(parents=True)
    for name in (PRIVACY, TERMS):
        text = (folders.content / LANGUAGE / name).read_text(encoding="utf-8")
        (folders.texts / name).write_text(PLACEHOLDER.sub(partial(_filled, settings), text), encoding="utf-8")


def _filled(settings: Settings, blank: re.Match[str]) -> str:
    """Give what the operator wrote for [OPERATOR] and the like; else leave it, so that it is seen and named."""
    return getattr(settings, blank[0].strip("[]").lower(), "") or blank[0]


def _tell(settings: Settings, folders: Folders) -> bool:
    """Say what was written and what to do next. Returns whether something is missing."""
    build = folders.build.relative_to(ROOT) if folders.build.is_relative_to(ROOT) else folders.build
    print(f"wrote {build}/{folders.package.name}: say `ask deploy` in {build}, or take the files to Alexa's console")
    print(f"wrote {build}/{folders.texts.name}: publish both texts, and put their addresses into {FILE.name}")
    if unreviewed(read_case(folders.content).neutral):
        print("NOT REVIEWED: no clinician has read all of it - do not offer it to the public", file=sys.stderr)
    missing = unfilled(settings)
    for line in missing:
        print(f"NOT FILLED IN: {line}", file=sys.stderr)
    if missing:
        print(f"NOT READY FOR AMAZON: fill in {len(missing)} lines of {FILE.name}, then: make package", file=sys.stderr)
    return bool(missing)
