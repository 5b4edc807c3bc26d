"""The real server with a root of the tests: python -m tests.web.signed_server FOLDER [SECONDS [THREADS]]."""

import os
import socket
import sys
import time
from pathlib import Path
from typing import Any

from cryptography import x509

from skill.alexa.service import Service
from skill.web.app import create_app
from skill.web.server import Limits, Server, serve_until_signal
from skill.web.signature import SignatureCheck


class SlowService(Service):
    """The skill, with a pause before each answer."""

    def __init__(self, skill_id: str, seconds: float) -> None:
        super().__init__(skill_id)
        self._seconds = seconds

    def answer(self, event: Any) -> dict[str, Any]:
        """Answer, slowly."""
        time.sleep(self._seconds)
        return super().answer(event)


def main(folder: str, seconds: str = "0", threads: str = "8") -> None:
    """Serve until a signal."""
    skill_id = os.environ["SKILL_ID"]
    root = x509.load_pem_x509_certificate((Path(folder) / "root.pem").read_bytes())
    check = SignatureCheck([root], lambda _: (Path(folder) / "chain.pem").read_bytes())
    app = create_app(SlowService(skill_id, float(seconds)), skill_id, signature=check)
    server = Server(app, socket.create_server(("127.0.0.1", 0)), Limits(threads=int(threads), quiet_seconds=0.5))
    print(f"http://127.0.0.1:{server.effective_port}/alexa", flush=True)
    serve_until_signal(server)


if __name__ == "__main__":
    main(*sys.argv[1:])
