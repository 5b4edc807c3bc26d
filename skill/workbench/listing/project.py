"""The two files that make build/ a project of the ASK CLI: where the package is, and which skill it belongs to.

Shape: github.com/alexa/ask-cli, docs/concepts/Alexa-Skill-Project-Definition.md.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

VERSION = "2020-03-31"  # of both files


def write_project(build: Path, package: Path, skill_id: str) -> str | None:
    """Write ask-resources.json, and .ask/ask-states.json when the skill is known and the file is not there.

    build: the folder to run `ask deploy` in. package: inside it. skill_id: empty lets the ASK CLI make a skill.
    Returns what is wrong and what to do when an earlier upload went to another skill. The ASK CLI keeps what it
    uploaded in the second file, so that one is never overwritten.
    """
    source = {"skillMetadata": {"src": f"./{package.relative_to(build).as_posix()}"}}
    _write(build / "ask-resources.json", {"askcliResourcesVersion": VERSION, "profiles": {"default": source}})
    states = build / ".ask" / "ask-states.json"
    if not skill_id:
        return None
    if not states.exists():
        states.parent.mkdir(exist_ok=True)
        _write(states, {"askcliStatesVersion": VERSION, "profiles": {"default": {"skillId": skill_id}}})
    elif skill_id not in states.read_text(encoding="utf-8"):
        return f"{states}: belongs to another skill than {skill_id} - remove it, or mend skill_id"
    return None


def _write(path: Path, content: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
