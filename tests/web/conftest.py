"""Shared by the tests of the web service: a chain, a service that counts, an application, and a real server."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from skill.web.app import create_app
from skill.web.server import Limits, Server
from skill.web.signature import SignatureCheck
from skill.workbench.envelopes import Session

from .chain import Chain

ROOT = Path(__file__).parents[2]
SKILL_ID = "amzn1.ask.skill.ours"
ANSWER = {"version": "1.0", "response": {"shouldEndSession": True, "outputSpeech": {"type": "SSML", "ssml": "x"}}}
Json = dict[str, Any]


class Probe:
    """Stands in for the skill and counts what reaches it."""

    def __init__(self) -> None:
        self.events: list[Json] = []

    def answer(self, event: Json) -> Json:
        """Count, and answer."""
        self.events.append(event)
        return ANSWER


class CertificateServer:
    """Stands in for the host of the certificates."""

    def __init__(self, give: Callable[[], bytes]) -> None:
        self.give, self.paths = give, list[str]()

    def __call__(self, path: str) -> bytes:
        """Give the chain, whatever the path."""
        self.paths.append(path)
        return self.give()


@pytest.fixture(scope="session")
def chain() -> Chain:
    return Chain()


@pytest.fixture
def probe() -> Probe:
    return Probe()


@pytest.fixture
def certificates(chain: Chain) -> CertificateServer:
    return CertificateServer(lambda: chain.pem)


@pytest.fixture
def app(chain: Chain, probe: Probe, certificates: CertificateServer) -> Flask:
    check = SignatureCheck([chain.root.certificate], certificates)
    return create_app(probe, SKILL_ID, signature=check)


def launch(skill_id: str = SKILL_ID) -> Json:
    """Make a request as Alexa sends it, a moment ago."""
    return Session(skill_id=skill_id).launch()


def encoded(event: object) -> bytes:
    """Write a body as Alexa does."""
    return json.dumps(event).encode()


@contextmanager
def served(app: Flask, limits: Limits) -> Iterator[int]:
    """Run a server in this process. Gives its port."""
    server = Server(app, socket.create_server(("127.0.0.1", 0)), limits)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield int(server.effective_port)
    finally:
        server.stop()
        thread.join(30)
        assert not thread.is_alive()


# How a shell makes a log that cannot be written; "gone": a pipe whose reader left.
BROKEN = {"full": "2>/dev/full", "closed": "2>&-", "gone": ""}


class Process:
    """A server process, its port, and what it wrote."""

    def __init__(self, *command: str, log: str = "", **environment: str) -> None:
        """log: how its log cannot be written; empty when it can."""
        shell = ["sh", "-c", f'exec "$@" {BROKEN[log]}', "sh"] if log else []
        self._process = subprocess.Popen(
            [*shell, sys.executable, *command],
            cwd=ROOT,
            env={**os.environ, "SKILL_ID": SKILL_ID, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        self.greeting = self._process.stdout.readline()
        found = re.search(r":(\d+)/alexa", self.greeting)
        assert found, self._process.communicate()
        self.port, self.number = int(found[1]), self._process.pid
        if log == "gone" and self._process.stderr is not None:
            self._process.stderr.close()

    def stop(self, number: int = signal.SIGTERM) -> None:
        """Send a signal."""
        self._process.send_signal(number)

    def end(self) -> tuple[int, str, str]:
        """Wait for the end. Gives exit status, output and log."""
        out, err = self._process.communicate(timeout=30)
        return self._process.returncode, out, err

    def close(self) -> None:
        """Leave nothing running."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        for stream in (self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()


@contextmanager
def process(*command: str, log: str = "", **environment: str) -> Iterator[Process]:
    """Run a server process."""
    running = Process(*command, log=log, **environment)
    try:
        yield running
    finally:
        running.close()


@pytest.fixture
def signed_process(chain: Chain, tmp_path: Path) -> Callable[..., AbstractContextManager[Process]]:
    """Give a real server process that trusts the root of the tests. Takes seconds, threads."""
    (tmp_path / "root.pem").write_bytes(chain.root.pem)
    (tmp_path / "chain.pem").write_bytes(chain.pem)
    command = ("-m", "tests.web.signed_server", str(tmp_path))
    return lambda *arguments, log="": process(*command, *arguments, log=log)
