"""The entry on AWS Lambda: the skill is built once, when the container starts, so a SnapStart snapshot holds it."""

import gc
import os
import sys
from typing import Any

# Nothing that an import makes is garbage: looking for some in between, or in the first turns, would only cost time.
gc.disable()
# In the repository the package `skill` stands beside this folder; in a built package both stand in one.
sys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from skill.alexa import coldstart  # noqa: E402

coldstart.defer()  # before anything imports the SDK

from skill.alexa.service import Service  # noqa: E402

service = Service(os.environ.get("SKILL_ID"), measure="AWS_LAMBDA_FUNCTION_NAME" in os.environ)
service.warm_up()
gc.freeze()
gc.enable()


def lambda_handler(event: Any, context: Any) -> dict[str, Any]:  # noqa: ARG001
    """Answer one Alexa request. Never raises."""
    return service.answer(event)
