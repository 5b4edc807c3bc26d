"""Attacks below HTTP, on a real socket: slow, endless, too large or malformed; honest requests are served meanwhile."""

import json
import socket
import time
from collections.abc import Iterator
from http.client import HTTPConnection

import pytest
from flask import Flask

from skill.web.server import Limits, Server

from .chain import Chain
from .conftest import ANSWER, Probe, encoded, launch, served

LIMITS = Limits(threads=4, connections=20, idle_seconds=2, request_seconds=1, stop_seconds=5, quiet_seconds=0.05)
KEPT = b"POST /alexa HTTP/1.1\r\nHost: localhost\r\n"
HEAD = KEPT.replace(b"Host", b"Connection: close\r\nHost")
CHUNK = b"3e8\r\n%s\r\n" % (b"a" * 1000)
CHUNKED, CHUNKS = b"Transfer-Encoding: chunked\r\n", b"\r\n2\r\n{}\r\n0\r\n\r\n"
BAD_BYTES = {
    "no HTTP": (b"SSH-2.0-OpenSSH\r\n\r\n", 400),
    "a zero byte in a header": (HEAD + b"A\0: b\r\n\r\n", 400),
    "a header folded": (HEAD + b" a: b\r\n\r\n", 400),
    "a length that is no number": (HEAD + b"Content-Length: ten\r\n\r\n", 400),
    "a negative length": (HEAD + b"Content-Length: -1\r\n\r\n", 400),
    "two lengths": (HEAD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}", 400),
    "an odd chunk": (HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n", 400),
    "another transfer encoding": (HEAD + b"Transfer-Encoding: gzip\r\n\r\n", 501),
    "endless headers": (HEAD + b"A: " + b"a" * 20_000 + b"\r\n\r\n", 431),
    "a length beyond all limits": (HEAD + b"Content-Length: 10000000000\r\n\r\n", 413),
    "a body of 200 kB": (HEAD + b"Content-Length: 200000\r\n\r\n" + b"a" * 200_000, 413),
    "chunks of 200 kB": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + CHUNK * 200 + b"0\r\n\r\n", 413),
    "chunks without end": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + CHUNK * 300, 413),
    "a length and chunks": (HEAD + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n", 400),
    "chunks and a length": (HEAD + CHUNKED + b"Content-Length: 3\r\n" + CHUNKS, 400),
    "chunks and a length of none": (HEAD + CHUNKED + b"Content-Length: 0\r\n" + CHUNKS, 400),
    "chunks, folded": (HEAD + b"Transfer-Encoding:\r\n chunked\r\n" + CHUNKS, 400),
    "chunks, folded by a tab": (HEAD + b"Transfer-Encoding: chunked\r\n\t\r\n" + CHUNKS, 400),
    "chunks, hidden in a folded header": (HEAD + b"A: b\r\n Transfer-Encoding: chunked\r\n" + CHUNKS, 400),
    "chunks, doubled": (HEAD + CHUNKED + CHUNKED + CHUNKS, 400),
    "chunks, doubled in other letters": (HEAD + CHUNKED + CHUNKED.upper() + CHUNKS, 400),
    "chunks, doubled in one header": (HEAD + b"Transfer-Encoding: chunked, chunked\r\n" + CHUNKS, 400),
    "chunks after nothing": (HEAD + b"Transfer-Encoding: , chunked\r\n" + CHUNKS, 400),
    "chunks and nothing": (HEAD + b"Transfer-Encoding:\r\n" + CHUNKED + CHUNKS, 400),
    "an empty transfer encoding": (HEAD + b"Transfer-Encoding:\r\nContent-Length: 2\r\n\r\n{}", 400),
    "chunks in HTTP/1.0": (HEAD.replace(b"1.1", b"1.0") + CHUNKED + CHUNKS, 400),
}  # fmt: skip


@pytest.fixture
def port(app: Flask) -> Iterator[int]:
    with served(app, LIMITS) as port:
        yield port


def answer_to(port: int, request: bytes) -> bytes:
    """Send bytes, and read until the server closes."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        answered = b""
        try:
            connection.sendall(request)
            while part := connection.recv(65_536):
                answered += part
        except ConnectionError:  # closed while we were still sending
            pass
        return answered


def post(port: int, chain: Chain) -> tuple[int, object]:
    """Send an honest request."""
    connection, body = HTTPConnection("127.0.0.1", port, timeout=10), encoded(launch())
    try:
        connection.request("POST", "/alexa", body, chain.headers(body))
        response = connection.getresponse()
        return response.status, json.loads(response.read())
    finally:
        connection.close()


@pytest.mark.parametrize("name", BAD_BYTES)
def test_bad_bytes_are_refused(name: str, port: int, probe: Probe, capfd: pytest.CaptureFixture[str]) -> None:
    """Each with its status and one line in the log; nothing reaches the skill."""
    request, status = BAD_BYTES[name]
    answered = answer_to(port, request)

    # An answer to somebody who is still sending may get lost when the connection is closed.
    assert not answered or b" %d " % status in answered[:16]
    assert probe.events == []
    [line] = [json.loads(line) for line in capfd.readouterr().err.splitlines()]
    assert (line["event"], line["reason"], line["status"]) == ("refused", "http", status)


@pytest.mark.parametrize("begin", [HEAD, HEAD + b"Content-Length: 1000\r\n\r\n{"], ids=["in its head", "in its body"])
def test_a_request_that_trickles_is_cut_off(begin: bytes, port: int, probe: Probe, chain: Chain) -> None:
    """A byte now and then keeps a connection alive, but not for ever; others are answered meanwhile."""
    started = time.monotonic()
    with socket.create_connection(("127.0.0.1", port), timeout=0.1) as slow:
        slow.sendall(begin)
        while time.monotonic() - started < 8:
            try:
                slow.sendall(b"a")
                if slow.recv(1) == b"":
                    break
            except TimeoutError:
                continue
            except OSError:
                break
            finally:
                if not probe.events:
                    assert post(port, chain) == (200, ANSWER)

    assert 0.9 < time.monotonic() - started < 4
    assert len(probe.events) == 1


def test_a_silent_connection_is_closed(port: int) -> None:
    """Nobody may hold a place without a request."""
    started = time.monotonic()

    assert answer_to(port, b"") == b""
    assert time.monotonic() - started < 6


def test_every_place_taken_is_free_again_soon(port: int, chain: Chain) -> None:
    """Twice as many slow connections as there are places: the honest request waits, and is answered."""
    slow = [socket.create_connection(("127.0.0.1", port), timeout=10) for _ in range(2 * LIMITS.connections)]
    try:
        for connection in slow:
            connection.sendall(HEAD)
        assert post(port, chain) == (200, ANSWER)
    finally:
        for connection in slow:
            connection.close()


def test_requests_on_one_connection_are_all_answered(port: int, chain: Chain, probe: Probe) -> None:
    """One after the other, and several at once."""
    body = encoded(launch())
    head = "".join(f"{name}: {value}\r\n" for name, value in chain.headers(body).items())
    one = KEPT + f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body

    answered = answer_to(port, one * 3 + one.replace(b"Host", b"Connection: close\r\nHost"))

    assert answered.count(b"HTTP/1.1 200 OK") == len(probe.events) == 4


def test_honest_chunks_are_read(port: int, chain: Chain, probe: Probe) -> None:
    """A proxy may send them; what is refused is what two readers could read in two ways."""
    body = encoded(launch())
    head = "".join(f"{name}: {value}\r\n" for name, value in chain.headers(body).items()).encode()
    sent = HEAD + head + CHUNKED + b"\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)

    assert answer_to(port, sent).startswith(b"HTTP/1.1 200 OK")
    assert len(probe.events) == 1


def test_health_tells_that_the_server_runs(port: int, probe: Probe) -> None:
    """For a load balancer, without a signature and without the skill."""
    answered = answer_to(port, b"GET /health HTTP/1.0\r\n\r\n")

    assert answered.startswith(b"HTTP/1.0 200 OK")
    assert json.loads(answered.partition(b"\r\n\r\n")[2]) == {"status": "ok"}
    assert probe.events == []


def test_connections_that_wait_when_the_server_stops_are_answered(app: Flask, chain: Chain) -> None:
    """Made and sent, but not yet accepted by the server: they are not turned away."""
    listening, body = socket.create_server(("127.0.0.1", 0)), encoded(launch())
    server = Server(app, listening, LIMITS)
    head = "".join(f"{name}: {value}\r\n" for name, value in chain.headers(body).items())
    clients = [socket.create_connection(("127.0.0.1", server.effective_port), timeout=10) for _ in range(8)]
    for client in clients:
        client.sendall(KEPT + f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
    server.stop()
    server.run()

    answers = [client.recv(65_536) for client in clients]
    for client in clients:
        client.close()
    assert [answer[:15] for answer in answers] == [b"HTTP/1.1 200 OK"] * 8
