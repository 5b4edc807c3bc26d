"""The entry on AWS Lambda: the skill is built once, when the container starts."""

import os
import sys
from pathlib import Path
from typing import Any

# In the repository the package `skill` stands beside this folder; in a built package both stand in one.
sys.path.append(str(Path(__file__).resolve().parent.parent))

from skill.service import Service

service = Service(os.environ.get("SKILL_ID"))


def lambda_handler(event: Any, context: Any) -> dict[str, Any]:  # noqa: ARG001
    """Answer one Alexa request. Never raises."""
    return service.answer(event)
