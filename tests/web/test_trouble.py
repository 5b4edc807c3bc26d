"""What breaks around the service: a slow certificate host, a log that cannot be written, no free files, no roots."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from skill.web.app import create_app
from skill.web.server import Limits
from skill.web.signature import SignatureCheck

from .chain import URL, Chain
from .conftest import ANSWER, ROOT, Probe, encoded, launch, process, served
from .test_checks import wrong_roots
from .test_process import SERVE, Signed, send, skill
from .test_wire import BAD_BYTES, answer_to

CALLERS = 40


class SlowHost:
    """A certificate host whose strange chains do not come; the known one and a new one do."""

    def __init__(self, chain: Chain) -> None:
        self._chain, self.over, self.asked = chain, threading.Event(), list[str]()

    def __call__(self, path: str) -> bytes:
        """Give a chain, or keep the caller waiting."""
        self.asked.append(path)
        if "strange" in path:
            self.over.wait(20)
            raise TimeoutError
        return self._chain.pem


@pytest.fixture
def host(chain: Chain) -> Iterator[SlowHost]:
    slow = SlowHost(chain)
    yield slow
    slow.over.set()


def strange(number: int) -> str:
    """Name a chain that does not come."""
    return URL.replace("12", f"strange-{number}")


def ask(port: int, chain: Chain, url: str = URL) -> tuple[int, Any]:
    """Send a request that names a chain."""
    body = encoded(launch())
    return send(port, body, chain.headers(body, url))


def wait_for(condition: Any) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_forty_callers_with_a_slow_host_hold_up_nobody(chain: Chain, probe: Probe, host: SlowHost) -> None:
    """An honest request is answered in less than a tenth of a second, with a chain that is known and with a new one."""
    app = create_app(probe, signature=SignatureCheck([chain.root.certificate], host))
    with served(app, Limits(quiet_seconds=0.05)) as port, ThreadPoolExecutor(CALLERS) as pool:
        assert ask(port, chain) == (200, ANSWER)
        callers = [pool.submit(ask, port, chain, strange(number)) for number in range(CALLERS)]
        wait_for(lambda: len(host.asked) == CALLERS + 1)
        took = []
        for url in (URL, URL.replace("12", "13"), URL, URL.replace("12", "14")):
            begin = time.monotonic()
            assert ask(port, chain, url) == (200, ANSWER)
            took.append(time.monotonic() - begin)
        host.over.set()
        refused = [caller.result()[0] for caller in callers]

    assert max(took) < 0.1
    assert refused == [400] * CALLERS


def test_one_slow_chain_is_fetched_once_for_all_who_ask(chain: Chain, probe: Probe, host: SlowHost) -> None:
    """Who repeats the same URL takes one place, and none for a while after that."""
    app = create_app(probe, signature=SignatureCheck([chain.root.certificate], host))
    with served(app, Limits(quiet_seconds=0.05)) as port, ThreadPoolExecutor(CALLERS) as pool:
        callers = [pool.submit(ask, port, chain, strange(1)) for _ in range(CALLERS)]
        time.sleep(0.3)
        host.over.set()
        assert {caller.result()[0] for caller in callers} == {400}
        assert ask(port, chain, strange(1))[0] == 400

    assert len(host.asked) == 1


def test_a_request_that_waits_for_its_chain_is_answered_before_the_stop(
    chain: Chain, probe: Probe, host: SlowHost
) -> None:
    """It was accepted, so it is not lost."""
    app = create_app(probe, signature=SignatureCheck([chain.root.certificate], host))
    with ThreadPoolExecutor(1) as pool:
        with served(app, Limits(quiet_seconds=0.05)) as port:
            caller = pool.submit(ask, port, chain, strange(1))
            wait_for(lambda: host.asked)
            threading.Timer(0.3, host.over.set).start()
        assert caller.result()[0] == 400


def test_a_client_that_leaves_while_its_chain_comes_harms_nobody(chain: Chain, probe: Probe, host: SlowHost) -> None:
    """Its request is dropped; the next one is answered."""
    app, body = create_app(probe, signature=SignatureCheck([chain.root.certificate], host)), encoded(launch())
    with served(app, Limits(quiet_seconds=0.05)) as port:
        leaver = HTTPConnection("127.0.0.1", port, timeout=10)
        leaver.request("POST", "/alexa", body, chain.headers(body, strange(1)))
        wait_for(lambda: host.asked)
        leaver.close()
        host.over.set()
        assert ask(port, chain) == (200, ANSWER)


# More refusals than there are threads, then an honest request: each must be answered.
MANY = 2 * Limits().threads


@pytest.mark.parametrize("log", ["full", "closed", "gone"])
def test_a_log_that_cannot_be_written_stops_no_server(log: str, signed_process: Signed, chain: Chain) -> None:
    """The disk is full, standard error is closed, or its reader has gone: refusals and answers go on."""
    with signed_process(log=log) as running:
        for _ in range(MANY):
            assert send(running.port, encoded(launch()))[0] == 400
            assert answer_to(running.port, BAD_BYTES["another transfer encoding"][0]).startswith(b"HTTP/1.1 501")
        assert ask(running.port, chain)[0] == 200
        running.stop(signal.SIGTERM)


FEW_FILES = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_NOFILE, (40, 40))
sys.argv = ["skill", "serve", "--port", "0", "--unsigned"]
runpy.run_module("skill", run_name="__main__")
"""


def test_out_of_files_the_service_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """It burns no processor and fills no log, and answers again when connections are closed."""
    monkeypatch.delenv("SKILL_ID", raising=False)
    with process("-c", FEW_FILES) as running:
        clients = [socket.create_connection(("127.0.0.1", running.port), timeout=10) for _ in range(60)]
        time.sleep(0.5)
        before = seconds_of(running.number)
        time.sleep(2)
        burnt = seconds_of(running.number) - before
        for client in clients:
            client.close()
        assert send(running.port, encoded(launch()))[0] == 200
        running.stop()
        status, _, err = running.end()

    lines = [json.loads(line) for line in err.splitlines()]
    assert {"event": "server", "error": "EMFILE"} in lines
    assert burnt < 0.5
    assert len(lines) < 20
    assert status == 0


def seconds_of(process_number: int) -> float:
    """Give the processor time that a process has used."""
    fields = Path(f"/proc/{process_number}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_without_roots_the_service_does_not_start(tmp_path: Path) -> None:
    """Exit status 2, one line, and what to do."""
    for named, said in wrong_roots(tmp_path).items():
        ended = skill("serve", "--port", "0", SSL_CERT_FILE=named)
        assert ended.returncode == 2
        assert said in ended.stderr
        assert "SSL_CERT_FILE" in ended.stderr
        assert ended.stderr.count("\n") == 1


def test_a_start_that_cannot_be_told_is_a_start() -> None:
    """The greeting and the warning go nowhere; the service answers."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, *SERVE[:-1], str(port), "--unsigned"]
    with open("/dev/full", "wb") as full:
        running = subprocess.Popen(command, cwd=ROOT, stdout=full, stderr=full)
    try:
        for _ in range(100):
            try:
                assert send(port, encoded(launch()))[0] == 200
                break
            except ConnectionError:
                assert running.poll() is None
                time.sleep(0.1)
    finally:
        running.kill()
        running.wait()
