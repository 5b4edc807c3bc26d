"""The real server process: its options, its log, and how it stops."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from http.client import HTTPConnection
from typing import Any

import pytest

from skill.workbench.envelopes import Session

from .chain import Chain
from .conftest import ROOT, SKILL_ID, Json, Process, encoded, launch, process

Signed = Callable[..., AbstractContextManager[Process]]
SERVE = ("-m", "skill", "serve", "--port", "0")
CANARIES = ("canary-user", "canary-device", "canary-token", "canary-session", "canary value", "amzn1.")
ANSWERS = ("swelling", "warmth", "yes", "unsure", "Intent")


def send(port: int, body: bytes, headers: dict[str, str] | None = None, host: str = "127.0.0.1") -> tuple[int, Any]:
    """Post a body."""
    connection = HTTPConnection(host, port, timeout=20)
    try:
        connection.request("POST", "/alexa", body, headers or {"Content-Type": "application/json"})
        response = connection.getresponse()
        return response.status, json.loads(response.read())
    finally:
        connection.close()


def skill(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command that ends by itself."""
    command = [sys.executable, "-m", "skill", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, timeout=30, check=False
    )


def refuses_soon(port: int) -> bool:
    """Wait until new connections are refused."""
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionError:
            return True
        time.sleep(0.02)
    return False


def canary(event: Json) -> Json:
    """Mark everything in a request that must never be logged."""
    for where in (event["session"], event["context"]["System"]):
        where["user"] = {"userId": "canary-user"}
    event["context"]["System"]["device"]["deviceId"] = "canary-device"
    event["context"]["System"]["apiAccessToken"] = "canary-token"
    event["session"]["sessionId"] = "canary-session"
    return event


def test_a_signed_dialogue_leaves_nothing_in_the_log(signed_process: Signed, chain: Chain) -> None:
    """A whole leg check, and then bad requests: no answer, word, id or token on any stream."""
    session = Session(skill_id=SKILL_ID)
    said = ["my calf is swollen canary value", "no", "no", "no", "no", "i can't tell", "stop"]
    with signed_process() as running:
        for words in ["", *said]:
            body = encoded(canary(session.words(words) if words else session.launch()))
            status, response = send(running.port, body, chain.headers(body))
            assert (status, "ssml" in json.dumps(response)) == (200, True)
            session.heard(response)
        foreign = encoded(canary(launch("amzn1.ask.skill.canary-user")))
        junk = b'{"canary-token": '
        for body, headers in ((foreign, chain.headers(foreign)), (junk, chain.headers(junk)), (foreign, {})):
            assert send(running.port, body, headers)[0] == 400
        running.stop()
        status, out, err = running.end()

    assert (status, out) == (0, "")
    assert [json.loads(line)["reason"] for line in err.splitlines()] == ["skill_id", "not_json", "no_signature"]
    for word in (*CANARIES, *ANSWERS):
        assert word not in err


def test_a_dialogue_reaches_a_result_over_http(signed_process: Signed, chain: Chain) -> None:
    """The skill that answers is the real one."""
    session = Session(skill_id=SKILL_ID)
    with signed_process() as running:
        for event in (session.launch, lambda: session.intent("AMAZON.YesIntent")):
            body = encoded(event())
            session.heard(send(running.port, body, chain.headers(body))[1])

    assert session.attributes["urgency"] == "emergency_now"


def test_unsigned_on_loopback_answers() -> None:
    """As on a developer's machine, old requests too, and only under a name of this machine."""
    old = launch()
    old["request"]["timestamp"] = "2020-01-01T00:00:00Z"
    with process(*SERVE, "--unsigned") as running:
        assert "unsigned" in running.greeting
        for name in ("127.0.0.1", "localhost", "localhost:8000", "[::1]", "[::1]:8000"):
            status, response = send(running.port, encoded(old), {"Host": name})
            assert (status, response["response"]["shouldEndSession"]) == (200, False)
        for name in (
            "evil.example",
            "127.0.0.1.evil.example",
            "localhost.evil.example:80",
            "[2001:db8::1]",
            "[:::.]",
            "",
        ):
            assert send(running.port, encoded(launch()), {"Host": name})[0] == 400
        assert send(running.port, encoded(launch("amzn1.ask.skill.theirs")))[0] == 400
        running.stop()
        _, _, err = running.end()

    assert [json.loads(line)["reason"] for line in err.splitlines()] == ["not_local"] * 6 + ["skill_id"]


def test_signatures_are_asked_for_by_default() -> None:
    """With the roots of this machine, and a warning when no skill id is set."""
    with process(*SERVE, SKILL_ID="") as running:
        assert send(running.port, encoded(launch()))[0] == 400
        running.stop(signal.SIGINT)
        status, _, err = running.end()

    warning, refusal = err.splitlines()
    assert "SKILL_ID is not set" in warning
    assert json.loads(refusal) == {"event": "refused", "reason": "no_signature", "status": 400}
    assert status == 0


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::", "example.com", ""])
def test_unsigned_elsewhere_is_a_wrong_call(host: str) -> None:
    """Nobody can put an unsigned service on a network."""
    ended = skill("serve", "--port", "0", "--unsigned", "--host", host)

    assert ended.returncode == 2
    assert "--unsigned is for this machine only" in ended.stderr


@pytest.mark.parametrize("port", ["70000", "-1", "http"])
def test_an_odd_port_is_a_wrong_call(port: str) -> None:
    """With the range of ports."""
    ended = skill("serve", "--port", port)

    assert (ended.returncode, "0 to 65535" in ended.stderr) == (2, True)


def test_a_busy_port_is_a_clear_error() -> None:
    """One line, no traceback."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ended = skill("serve", "--port", str(taken.getsockname()[1]), SKILL_ID=SKILL_ID)

    assert ended.returncode == 1
    assert "Address already in use" in ended.stderr
    assert ended.stderr.count("\n") == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_loses_no_accepted_request(number: int, signed_process: Signed, chain: Chain) -> None:
    """More requests than threads, so that some still wait in the queue when the signal comes."""
    body = encoded(launch())
    with signed_process("0.4", "2") as running, ThreadPoolExecutor(10) as pool:
        answers = [pool.submit(send, running.port, body, chain.headers(body)) for _ in range(10)]
        time.sleep(0.6)
        running.stop(number)
        assert refuses_soon(running.port)
        found = [answer.result()[0] for answer in answers]
        status, _, err = running.end()

    assert found == [200] * 10
    assert (status, err) == (0, "")


def test_a_request_that_is_arriving_is_taken_in(signed_process: Signed, chain: Chain) -> None:
    """Half a body was sent before the signal, the other half after it."""
    body = encoded(launch())
    head = "".join(f"{name}: {value}\r\n" for name, value in chain.headers(body).items())
    whole = f"POST /alexa HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n{head}\r\n".encode() + body
    with signed_process() as running, socket.create_connection(("127.0.0.1", running.port), timeout=10) as client:
        client.sendall(whole[:-100])
        time.sleep(0.2)
        running.stop()
        time.sleep(0.2)
        client.sendall(whole[-100:])
        answered = b"".join(iter(lambda: client.recv(65_536), b""))
        status, _, _ = running.end()

    assert answered.startswith(b"HTTP/1.1 200 OK")
    assert b"Connection: close" in answered
    assert status == 0


def test_a_stop_under_load_breaks_off_no_answer(signed_process: Signed, chain: Chain) -> None:
    """Clients that keep their connections and never pause: every request that was sent is answered, and it is quick."""
    body, broken, answered = encoded(launch()), list[str](), list[int]()
    headers = chain.headers(body)

    def client(port: int) -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            is_last = False
            while not is_last:
                connection.request("POST", "/alexa", body, headers)
                response = connection.getresponse()
                answered.append(response.status)
                is_last = response.will_close
                json.loads(response.read())
        except Exception as error:
            broken.append(repr(error))
        finally:
            connection.close()

    with signed_process() as running:
        clients = [threading.Thread(target=client, args=(running.port,)) for _ in range(6)]
        for thread in clients:
            thread.start()
        time.sleep(1)
        running.stop()
        begin = time.monotonic()
        status, _, err = running.end()
        for thread in clients:
            thread.join(20)

    assert time.monotonic() - begin < 5
    assert (status, err, broken) == (0, "", [])
    assert set(answered) == {200}


def test_idle_connections_do_not_delay_a_stop() -> None:
    """A proxy keeps its connections open."""
    with process(*SERVE, "--unsigned") as running, socket.create_connection(("127.0.0.1", running.port)):
        time.sleep(0.1)
        begin = time.monotonic()
        running.stop()
        status, _, _ = running.end()

    assert (status, time.monotonic() - begin < 3) == (0, True)


def test_the_skill_itself_needs_none_of_this() -> None:
    """What runs on Lambda imports neither Flask nor waitress."""
    code = "import skill.alexa.service, sys; sys.exit(bool({'flask', 'waitress', 'skill.web'} & set(sys.modules)))"

    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, timeout=30, check=False).returncode == 0


def test_the_stand_in_for_certvalidator_is_gone_after_the_import() -> None:
    """Other code in the process may still want the real one."""
    code = "import skill.web.flask_ask, sys; sys.exit('certvalidator' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, timeout=30, check=False).returncode == 0
