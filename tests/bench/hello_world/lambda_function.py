"""The yardstick of `make bench`: the smallest skill that the Alexa SDK's own guide shows."""

from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_core.utils import is_request_type
from ask_sdk_model.ui import SimpleCard

builder = SkillBuilder()


@builder.request_handler(can_handle_func=is_request_type("LaunchRequest"))
def launch(handler_input):
    """Greet."""
    speech = "Welcome to the Alexa Skills Kit, you can say hello!"
    response = handler_input.response_builder
    return response.speak(speech).ask(speech).set_card(SimpleCard("Hello World", speech)).response


lambda_handler = builder.lambda_handler()
