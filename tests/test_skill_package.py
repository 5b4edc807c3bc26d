"""`skill package`: what is written for Amazon, and when nothing is."""

import json
import re
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from skill.words.store import ContentError
from skill.words.texts import CONTENT, LOCALES
from skill.words.yamlfile import Problem
from skill.workbench.listing import package
from skill.workbench.listing.check_listing import check_listing, lost_on_the_way
from skill.workbench.listing.check_policies import PLACEHOLDER
from skill.workbench.listing.manifest import EVENTS, INTERFACES, PERMISSIONS
from skill.workbench.listing.package import Folders, png_size, run, unexpected
from skill.workbench.listing.settings import NEEDED, Settings, read_settings, wrong_settings
from skill.workbench.model.models import Source, text_of

from .conftest import hearing, source

SKILL_ID = "amzn1.ask.skill.01234567-89ab-cdef-0123-456789abcdef"
FILLED = Settings(
    skill_id=SKILL_ID,
    privacy_url="https://legcheck.example/privacy",
    terms_url="https://legcheck.example/alexa/terms",
    endpoint="arn:aws:lambda:us-east-1:123456789012:function:leg-check-LegCheckFunction-A1b2:live",
    operator="Leg Check Limited",
    contact="hello@legcheck.example",
    date="1 March 2027",
)
SOURCE = Path(__file__).parents[1] / "skill"


@cache
def problems_of(store: tuple[bytes, ...]) -> list[Problem]:
    """Check the listing once for each store that differs from the others."""
    return check_listing(source(), hearing(), LAST[store])


LAST: dict[tuple[bytes, ...], Path] = {}


@pytest.fixture(autouse=True)
def remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Check a store that was checked before no second time: most tests are about what is written."""

    def check(_: Source, root: Path) -> list[Problem]:
        texts = tuple(path.read_bytes() for path in sorted(root.rglob("*")) if path.suffix in (".yaml", ".md"))
        LAST.setdefault(texts, root)
        return problems_of(texts)

    monkeypatch.setattr(package, "check_listing", check)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Give a copy of the content with fresh models and an empty build folder."""
    store, models = tmp_path / "content", tmp_path / "models"
    shutil.copytree(CONTENT, store)
    models.mkdir()
    for locale in LOCALES:
        (models / f"{locale}.json").write_text(text_of(source()), encoding="utf-8")
    return Folders(store, models, tmp_path / "build")


def written(folders: Folders) -> dict[str, Any]:
    """Read the manifest that was written."""
    found: dict[str, Any] = json.loads((folders.package / "skill.json").read_text(encoding="utf-8"))["manifest"]
    return found


def read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_package_holds_exactly_what_amazon_takes(folders: Folders) -> None:
    """The manifest, a model and two icons for every locale, and nothing else."""
    assert run(FILLED, folders) == 0

    files = {path.relative_to(folders.package).as_posix() for path in folders.package.rglob("*") if path.is_file()}
    assert files == {
        "skill.json",
        *(f"interactionModels/custom/{locale}.json" for locale in LOCALES),
        *(f"assets/images/{locale}_{size}Icon.png" for locale in LOCALES for size in ("small", "large")),
    }
    assert list(unexpected(folders.package)) == []


def test_the_models_in_the_package_are_the_committed_ones(folders: Folders) -> None:
    """Byte for byte."""
    run(FILLED, folders)

    for locale in LOCALES:
        packed = folders.package / "interactionModels" / "custom" / f"{locale}.json"
        assert packed.read_bytes() == (folders.models / f"{locale}.json").read_bytes()


def test_the_texts_are_laid_out_for_publishing(folders: Folders) -> None:
    """The privacy policy and the terms, beside the package and not in it."""
    run(FILLED, folders)

    assert sorted(path.name for path in folders.texts.iterdir()) == ["privacy.md", "terms.md"]


def test_what_is_not_filled_in_is_left_out_and_said_loudly(
    folders: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    """The package is still written, but nobody can take it for finished."""
    assert run(Settings(), folders) == 0

    said = capsys.readouterr().err
    for name in NEEDED:
        assert f"NOT FILLED IN: {name}: " in said
    assert "NOT READY FOR AMAZON" in said
    assert "locales" not in written(folders)["privacyAndCompliance"]
    assert "endpoint" not in written(folders)["apis"]["custom"]
    assert "TODO" not in json.dumps(written(folders))


@pytest.mark.parametrize("name", NEEDED)
def test_one_missing_line_is_enough_to_be_unfinished(
    name: str, folders: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    """`make package` ends with a failure then, and names that line alone."""
    assert run(replace(FILLED, **{name: ""}), folders, complete=True) == 1

    assert capsys.readouterr().err.count("NOT FILLED IN: ") == 1


def test_a_package_with_everything_filled_in_is_finished(folders: Folders, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is asked for any more; that no clinician has read it is still said."""
    assert run(FILLED, folders, complete=True) == 0

    said = capsys.readouterr().err
    assert "NOT FILLED IN" not in said
    assert "NOT READY" not in said
    assert "NOT REVIEWED" in said


def test_the_texts_to_publish_name_the_operator(folders: Folders) -> None:
    """What was written into operator.toml stands where the placeholders stood; the content keeps those."""
    run(FILLED, folders)

    for path in folders.texts.iterdir():
        text = path.read_text(encoding="utf-8")
        assert not PLACEHOLDER.search(text)
        assert all(value in text for value in (FILLED.operator, FILLED.contact, FILLED.date))
        assert PLACEHOLDER.search((folders.content / "en" / path.name).read_text(encoding="utf-8"))


def test_every_placeholder_can_be_filled_in() -> None:
    """A new one needs a line in operator.toml."""
    for name in ("privacy.md", "terms.md"):
        for blank in PLACEHOLDER.findall((CONTENT / "en" / name).read_text(encoding="utf-8")):
            assert blank.strip("[]").lower() in NEEDED


def test_the_ask_cli_finds_the_package_and_the_skill(folders: Folders) -> None:
    """`ask deploy` in the build folder uploads this package to this skill, instead of making another one."""
    run(FILLED, folders)

    resources, states = (read_json(folders.build / name) for name in ("ask-resources.json", ".ask/ask-states.json"))
    source = resources["profiles"]["default"]["skillMetadata"]["src"]
    assert (folders.build / source / "skill.json").is_file()
    assert states["profiles"]["default"]["skillId"] == SKILL_ID


def test_without_a_skill_the_ask_cli_may_make_one(folders: Folders) -> None:
    """It looks for the file, and would take an empty id for a skill."""
    run(Settings(), folders)

    assert not (folders.build / ".ask").exists()


def test_what_the_ask_cli_remembers_is_kept(folders: Folders) -> None:
    """It notes there what it has uploaded."""
    run(FILLED, folders)
    states = folders.build / ".ask" / "ask-states.json"
    states.write_text(f'{{"skillId": "{SKILL_ID}", "lastDeployHash": "x"}}', encoding="utf-8")

    assert run(FILLED, folders) == 0
    assert "lastDeployHash" in states.read_text(encoding="utf-8")


def test_a_package_is_not_sent_to_another_skill_unseen(folders: Folders, capsys: pytest.CaptureFixture[str]) -> None:
    """The ASK CLI would upload to the one it remembers."""
    run(FILLED, folders)

    assert run(replace(FILLED, skill_id=SKILL_ID.replace("0", "f")), folders) == 1
    assert "ask-states.json: belongs to another skill" in capsys.readouterr().out


def test_whoever_has_no_settings_gets_a_blank_file(tmp_path: Path) -> None:
    """With every line that is needed, none of them filled in."""
    path = tmp_path / "operator.toml"

    assert read_settings(path) == Settings()
    assert all(f'{name} = ""' in path.read_text(encoding="utf-8") for name in NEEDED)


def test_settings_are_read_and_never_overwritten(tmp_path: Path) -> None:
    """What the operator wrote stays."""
    path = tmp_path / "operator.toml"
    path.write_text(f'skill_id = "{SKILL_ID}"  # ours\n', encoding="utf-8")

    assert read_settings(path) == Settings(skill_id=SKILL_ID)
    assert "# ours" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["skill_id = amzn1", 'privacyurl = "https://a.example"', "date = 2027-03-01", "\xff"])
def test_settings_that_cannot_be_read_are_named_with_their_file(text: str, tmp_path: Path) -> None:
    """A line that is misspelt must not count as not filled in."""
    path = tmp_path / "operator.toml"
    path.write_bytes(text.encode("latin-1"))

    with pytest.raises(ContentError, match=r"operator.toml:1: operator.toml: cannot be read .* - write each line as"):
        read_settings(path)


def test_what_is_filled_in_stands_in_the_manifest(folders: Folders) -> None:
    """In every locale."""
    run(FILLED, folders)

    privacy = written(folders)["privacyAndCompliance"]["locales"]
    assert set(privacy) == set(LOCALES)
    assert all(
        urls == {"privacyPolicyUrl": FILLED.privacy_url, "termsOfUseUrl": FILLED.terms_url} for urls in privacy.values()
    )
    assert written(folders)["apis"]["custom"]["endpoint"] == {"uri": FILLED.endpoint}


@pytest.mark.parametrize(
    "settings",
    [
        Settings(privacy_url="http://legcheck.example/privacy"),
        Settings(privacy_url="legcheck.example/privacy"),
        Settings(privacy_url="https://alexa-leg-check.example/privacy"),
        Settings(terms_url="https://bucket.s3.amazonaws.com/terms"),
        Settings(terms_url="https://aws.legcheck.example/terms"),
        Settings(endpoint="LegCheckFunction"),
        Settings(endpoint="arn:aws:s3:::bucket"),
        Settings(endpoint="arn:aws:lambda:us-east-1:1234:function:leg-check:live"),
        Settings(endpoint="arn:aws:lambda:us-east-1:123456789012:function:leg-check"),
        Settings(skill_id="amzn1.ask.skill.[id]"),
    ],
    ids=repr,
)
def test_a_wrong_setting_stops_the_package(
    settings: Settings, folders: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its line is named, and nothing is written. The function itself is wrong too: Alexa may call the alias only."""
    assert run(settings, folders) == 1

    assert re.match(r"operator.toml: (privacy_url|terms_url|endpoint|skill_id): .* - ", capsys.readouterr().out)
    assert not folders.package.exists()


def test_an_address_may_hold_amazons_names_in_its_path() -> None:
    """Only the domain is Amazon's concern; "laws" is not "aws"."""
    assert wrong_settings(FILLED) == []
    assert wrong_settings(Settings(privacy_url="https://laws.example/aws")) == []


def test_a_stale_model_stops_the_package(folders: Folders, capsys: pytest.CaptureFixture[str]) -> None:
    """It is named, with the command that renews it."""
    stale = folders.models / "en-GB.json"
    stale.write_text("{}", encoding="utf-8")

    assert run(FILLED, folders) == 1

    said = capsys.readouterr().out
    assert f"{stale}:1: en-GB: differs from the content - run `skill models --write`" in said
    assert "en-US" not in said
    assert not folders.package.exists()


def test_a_faulty_listing_stops_the_package(folders: Folders, capsys: pytest.CaptureFixture[str]) -> None:
    """The same problems as `skill check` finds."""
    store = folders.content / "en" / "store.yaml"
    store.write_text(store.read_text(encoding="utf-8").replace('"Leg Check"', '"Alexa Skill"'), encoding="utf-8")

    assert run(FILLED, folders) == 1

    assert "name: holds “Alexa”" in capsys.readouterr().out
    assert not folders.package.exists()


def test_a_wrong_icon_stops_the_package(folders: Folders, capsys: pytest.CaptureFixture[str]) -> None:
    """Amazon takes only its own two sizes."""
    folders.icon(108).write_bytes(folders.icon(512).read_bytes())

    assert run(FILLED, folders) == 1

    assert "icon_108.png: is not a PNG of 108 by 108 pixels - draw it again" in capsys.readouterr().out


def test_the_icons_have_amazons_sizes() -> None:
    """As they were drawn."""
    for side in (108, 512):
        assert png_size(Folders().icon(side).read_bytes()) == (side, side)


def test_what_is_no_png_has_no_size() -> None:
    """Also when it is cut off."""
    assert png_size(b"GIF89a") is None
    assert png_size(b"\x89PNG\r\n\x1a\n") is None


def test_an_older_package_leaves_nothing_behind(folders: Folders) -> None:
    """A file of yesterday would be sent along."""
    run(FILLED, folders)
    (folders.package / "notes.txt").write_text("old", encoding="utf-8")
    assert list(unexpected(folders.package)) == ["notes.txt"]

    run(FILLED, folders)

    assert not (folders.package / "notes.txt").exists()


@pytest.mark.parametrize(
    "name", ["interactionModels/en-US.json", "assets/images/icon.gif", "assets/images/a b.png", "x"]
)
def test_a_file_in_the_wrong_place_is_found(name: str, tmp_path: Path) -> None:
    """Amazon's tools would refuse the package."""
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).touch()

    assert list(unexpected(tmp_path)) == [name]


def test_amazons_own_classes_read_the_whole_manifest(folders: Folders) -> None:
    """Nothing in it is unknown to them."""
    run(FILLED, folders)

    assert lost_on_the_way({"manifest": written(folders)}) is None


def test_a_misspelt_key_does_not_survive_amazons_classes() -> None:
    """So the check above can fail."""
    assert lost_on_the_way({"manifest": {"publishingInfo": {}}}) is not None


def test_the_manifest_never_claims_hipaa(folders: Folders) -> None:
    """Only a covered entity or business associate may."""
    run(FILLED, folders)

    assert "usesHealthInfo" not in (folders.package / "skill.json").read_text(encoding="utf-8")


def test_every_icon_that_the_manifest_names_is_in_the_package(folders: Folders) -> None:
    """An address of a missing file fails the import."""
    run(FILLED, folders)

    for shown in written(folders)["publishingInformation"]["locales"].values():
        for key in ("smallIconUri", "largeIconUri"):
            assert (folders.package / shown[key].removeprefix("file://")).is_file()


# What the code would name if it used it -> whether the manifest then asks for it.
DECLARED: Mapping[str, bool] = {
    "Alexa.Presentation.APL": any(interface["type"] == "ALEXA_PRESENTATION_APL" for interface in INTERFACES),
    "AudioPlayer": any(interface["type"] == "AUDIO_PLAYER" for interface in INTERFACES),
    "alexa::": bool(PERMISSIONS),
    "reminder_management": any("reminders" in permission for permission in PERMISSIONS),
    "AlexaSkillEvent.Skill": bool(EVENTS),
}


@pytest.mark.parametrize("named", DECLARED)
def test_the_manifest_asks_for_what_the_code_uses_and_no_more(named: str) -> None:
    """Interfaces, permissions and events."""
    passive = ("workbench", "events.py")  # the last names what gets no answer
    served = [path for path in SOURCE.rglob("*.py") if not set(passive) & set(path.parts)]
    used = any(named in path.read_text(encoding="utf-8") for path in served)

    assert DECLARED[named] is used
