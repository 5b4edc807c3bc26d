"""The yardstick: a hello world with flask-ask-sdk as its guide shows it, unverified, on the same server."""

import socket
import sys

from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_core.utils import is_request_type
from flask import Flask

from skill.web.flask_ask import SkillAdapter
from skill.web.server import Limits, Server, serve_until_signal

builder = SkillBuilder()


@builder.request_handler(can_handle_func=is_request_type("LaunchRequest"))
def launch(handler_input):
    """Greet."""
    return handler_input.response_builder.speak("Hello.").ask("Hello?").response


app = Flask(__name__)
app.config.update(ASK_SDK_VERIFY_SIGNATURE=False, ASK_SDK_VERIFY_TIMESTAMP=False)
SkillAdapter(skill=builder.create(), skill_id="hello", app=app).register(app=app, route="/alexa")

if __name__ == "__main__":
    server = Server(app, socket.create_server(("127.0.0.1", 0), backlog=1024), Limits())
    print(f"http://127.0.0.1:{server.effective_port}/alexa", flush=True)
    serve_until_signal(server)
    sys.exit(0)
