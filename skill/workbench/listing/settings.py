"""operator.toml: what only the operator knows, for the manifest, for Amazon's tools and for the texts to publish.

Git ignores the file.
"""

import re
from pathlib import Path

import msgspec

from skill.words.store import ContentError
from skill.words.yamlfile import Problem
from skill.workbench import ROOT

FILE = ROOT / "operator.toml"
BLANK = """# What only you know. `make package` reads it, and says what is still missing. Git ignores this file.
skill_id = ""     # developer console, below the skill's name: amzn1.ask.skill....
endpoint = ""     # the output AliasArn of `make deploy`: arn:aws:lambda:...:live
privacy_url = ""  # where you publish build/skill-package-texts/privacy.md: https://...
terms_url = ""    # where you publish build/skill-package-texts/terms.md: https://...
operator = ""     # who runs the skill, as it should stand in both texts
contact = ""      # where questions and complaints go
date = ""         # the day from which both texts hold, such as 1 March 2027
"""
SKILL_ID = re.compile(r"amzn1\.ask\.skill\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
# With an alias: the template lets Alexa call that and not the function itself.
LAMBDA_ARN = re.compile(r"arn:aws(?:-[a-z]+)*:lambda:[a-z0-9-]+:\d{12}:function:[\w-]{1,64}:[\w-]+", re.ASCII)
# Amazon refuses its own names in the domain of an address; in the path they are fine (developer.amazon.com,
# "Policy Certification Tips on Amazon IP and ISP", 2020).
OWN_NAMES = r"(?:alexa|amazon|\baws\b)"
WEB_ADDRESS = re.compile(rf"https://(?![^/]*{OWN_NAMES})[a-z0-9.-]+\.[a-z]{{2,}}(?:[/?#]\S*)?", re.IGNORECASE)
WEB_FIX = "use an https address without alexa, amazon or aws in its domain"
# Setting -> what it must look like, and what to do otherwise.
SHAPES = {
    "skill_id": (SKILL_ID, "copy it from the developer console, below the skill's name"),
    "endpoint": (LAMBDA_ARN, "copy AliasArn from the outputs of `make deploy`, with the alias at its end"),
    "privacy_url": (WEB_ADDRESS, WEB_FIX),
    "terms_url": (WEB_ADDRESS, WEB_FIX),
}
# Setting -> what lacks without it.
NEEDED = {
    "skill_id": "without it Amazon's tools make a new skill at every first upload",
    "endpoint": "without it Alexa has nothing to call",
    "privacy_url": "Amazon asks skills like this for it",
    "terms_url": "the store shows it",
    "operator": "privacy.md and terms.md still say [OPERATOR]",
    "contact": "privacy.md and terms.md still say [CONTACT]",
    "date": "privacy.md and terms.md still say [DATE]",
}


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is written in operator.toml. Empty: not filled in yet, and left out of what is made."""

    skill_id: str = ""
    endpoint: str = ""
    privacy_url: str = ""
    terms_url: str = ""
    operator: str = ""
    contact: str = ""
    date: str = ""


def read_settings(path: Path = FILE) -> Settings:
    """Read the file; make a blank one where there is none.

    Raises ContentError naming what is wrong in it.
    """
    if not path.exists():
        path.write_text(BLANK, encoding="utf-8")
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Settings)
    except (msgspec.MsgspecError, ValueError) as error:
        fix = 'write each line as: name = "value"'
        raise ContentError([Problem(path, 1, path.name, f"cannot be read ({error})", fix)]) from error


def wrong_settings(settings: Settings) -> list[str]:
    """Say of every setting that cannot be right what is wrong with it and what to do."""
    filled = {name: getattr(settings, name) for name in SHAPES if getattr(settings, name)}
    return [
        f"{FILE.name}: {name}: {value!r} is not accepted - {SHAPES[name][1]}"
        for name, value in filled.items()
        if not SHAPES[name][0].fullmatch(value)
    ]


def unfilled(settings: Settings) -> list[str]:
    """Name the settings that are missing, and why each is needed."""
    return [f"{name}: {why}" for name, why in NEEDED.items() if not getattr(settings, name)]
