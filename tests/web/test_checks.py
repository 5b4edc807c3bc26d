"""The checks one by one: time, cache of certificates, fetching, trusted roots."""

import datetime as dt
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from skill.web import certificates as kept
from skill.web import fetch as fetching
from skill.web.chain import MAX_CHAIN_BYTES
from skill.web.envelope import check_time
from skill.web.fetch import RootsError, fetch, trusted_roots
from skill.web.refusal import RefusedError
from skill.web.signature import SignatureCheck

from .chain import SIGNER, URL, Chain, Issuer
from .conftest import CertificateServer

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
BODY = b'{"request": {}}'


@pytest.mark.parametrize("sent", ["2026-11-22T12:02:30Z", "2026-11-22T11:57:30Z", "2026-11-22T13:00:00+01:00"])
def test_a_request_within_150_seconds_is_fresh(sent: str) -> None:
    """The limit itself still passes, in any zone."""
    check_time({"request": {"timestamp": sent}}, NOW)


@pytest.mark.parametrize("sent", ["2026-11-22T12:02:30.001Z", "2026-11-22T11:57:29.999Z", "2026-11-22T12:00:00+01:00"])
def test_a_request_beyond_150_seconds_is_not(sent: str) -> None:
    """A thousandth of a second more is refused."""
    with pytest.raises(RefusedError, match="timestamp"):
        check_time({"request": {"timestamp": sent}}, NOW)


class Clock:
    """A clock that the test turns."""

    def __init__(self) -> None:
        self.time = dt.datetime.now(dt.UTC)

    def __call__(self) -> dt.datetime:
        """Tell the time."""
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def check(chain: Chain, certificates: CertificateServer, clock: Clock) -> SignatureCheck:
    return SignatureCheck([chain.root.certificate], certificates, clock)


def test_a_chain_is_fetched_once_an_hour(
    check: SignatureCheck, chain: Chain, certificates: CertificateServer, clock: Clock
) -> None:
    """Not for every request, and not never again."""
    for minutes, fetches in ((0, 1), (0, 1), (59, 1), (2, 2), (0, 2)):
        clock.time += dt.timedelta(minutes=minutes)
        check.check(URL, chain.sign(BODY), BODY)
        assert len(certificates.paths) == fetches


def test_a_chain_is_not_believed_after_its_end(
    check: SignatureCheck, chain: Chain, certificates: CertificateServer, clock: Clock
) -> None:
    """A certificate that ends in ten minutes is not kept for an hour."""
    pem = chain.middle.leaf(chain.key, SIGNER, end=dt.timedelta(minutes=10)) + chain.middle.pem
    certificates.give = lambda: pem
    check.check(URL, chain.sign(BODY), BODY)
    clock.time += dt.timedelta(minutes=11)

    with pytest.raises(RefusedError, match="certificate_chain"):
        check.check(URL, chain.sign(BODY), BODY)


def test_a_chain_is_not_believed_after_the_end_of_an_issuer(
    check: SignatureCheck, chain: Chain, certificates: CertificateServer, clock: Clock
) -> None:
    """The leaf may be good for longer."""
    middle = Issuer("Intermediate that ends soon", chain.root, end=dt.timedelta(minutes=10))
    pem = middle.leaf(chain.key, SIGNER) + middle.pem
    certificates.give = lambda: pem
    check.check(URL, chain.sign(BODY), BODY)
    clock.time += dt.timedelta(minutes=11)

    with pytest.raises(RefusedError, match="certificate_chain"):
        check.check(URL, chain.sign(BODY), BODY)


@pytest.mark.parametrize(("links", "refused"), [(4, False), (5, True)])
def test_a_chain_of_any_length_is_not_followed(
    links: int, refused: bool, check: SignatureCheck, chain: Chain, certificates: CertificateServer
) -> None:
    """Amazon's are short; each link costs a signature to check."""
    issuers = [chain.root]
    for number in range(links):
        issuers.append(Issuer(f"Intermediate {number}", issuers[-1]))
    pem = issuers[-1].leaf(chain.key, SIGNER) + b"".join(issuer.pem for issuer in reversed(issuers[1:]))
    certificates.give = lambda: pem

    with pytest.raises(RefusedError, match="certificate_chain") if refused else nullcontext():
        check.check(URL, chain.sign(BODY), BODY)


def test_a_failure_is_kept_for_a_moment_only(
    check: SignatureCheck, chain: Chain, certificates: CertificateServer, clock: Clock
) -> None:
    """Whoever repeats a bad URL costs nothing; when the certificate server is back, so is the skill, in seconds."""
    certificates.give = lambda: b""
    for _ in range(3):
        with pytest.raises(RefusedError, match="certificate_chain"):
            check.check(URL, chain.sign(BODY), BODY)
    assert len(certificates.paths) == 1
    certificates.give = lambda: chain.pem
    clock.time += dt.timedelta(seconds=6)

    check.check(URL, chain.sign(BODY), BODY)


def test_a_known_chain_is_not_lost_when_another_fails(
    check: SignatureCheck, chain: Chain, certificates: CertificateServer
) -> None:
    """Refused addresses push no good one out, however many there are."""
    check.check(URL, chain.sign(BODY), BODY)
    certificates.give = lambda: b""
    for number in range(kept.MAX_CHAINS + 1):
        with pytest.raises(RefusedError):
            check.check(URL.replace("12", f"x{number}"), chain.sign(BODY), BODY)
    fetched = len(certificates.paths)
    check.check(URL, chain.sign(BODY), BODY)

    assert len(certificates.paths) == fetched


def memory(check: SignatureCheck) -> tuple[int, int]:
    """Give how many keys and how many refusals are kept: the one thing that cannot be seen from outside."""
    return len(check.certificates._keys), len(check.certificates._refusals)


def test_the_caches_are_bounded(
    check: SignatureCheck, chain: Chain, certificates: CertificateServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Any number of URLs, good and bad: a handful of chains, and not many more refusals."""
    monkeypatch.setattr(kept, "MAX_REFUSALS", 20)
    for number in range(50):
        check.check(URL.replace("12", str(number)), chain.sign(BODY), BODY)
    certificates.give = lambda: b""
    for number in range(50):
        with pytest.raises(RefusedError):
            check.check(URL.replace("12", f"x{number}"), chain.sign(BODY), BODY)

    assert memory(check) == (kept.MAX_CHAINS, 20)


def test_the_chain_that_ends_first_makes_room(
    check: SignatureCheck, chain: Chain, certificates: CertificateServer, clock: Clock
) -> None:
    """The newest stays, so that no stranger can push Alexa's out at once."""
    for number in range(kept.MAX_CHAINS + 1):
        check.check(URL.replace("12", str(number)), chain.sign(BODY), BODY)
        clock.time += dt.timedelta(minutes=1)
    fetched = len(certificates.paths)
    check.check(URL.replace("12", str(kept.MAX_CHAINS)), chain.sign(BODY), BODY)
    check.check(URL.replace("12", "1"), chain.sign(BODY), BODY)
    assert len(certificates.paths) == fetched

    check.check(URL.replace("12", "0"), chain.sign(BODY), BODY)
    assert len(certificates.paths) == fetched + 1


def test_many_threads_share_one_fetch(check: SignatureCheck, chain: Chain, certificates: CertificateServer) -> None:
    """At a cold start all wait for the same chain; all are answered."""

    def give() -> bytes:
        time.sleep(0.1)
        return chain.pem

    certificates.give, signed = give, chain.sign(BODY)
    with ThreadPoolExecutor(32) as pool:
        list(pool.map(lambda _: check.check(URL, signed, BODY), range(64)))

    assert len(certificates.paths) == 1


def test_the_fetches_at_once_are_bounded(
    check: SignatureCheck, chain: Chain, certificates: CertificateServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beyond the limit an unknown chain is refused at once; the known one is served on."""
    monkeypatch.setattr(kept, "MAX_FETCHES", 4)
    check.check(URL, chain.sign(BODY), BODY)
    slow, signed = threading.Event(), chain.sign(BODY)

    def give() -> bytes:
        slow.wait(10)
        raise OSError

    certificates.give = give
    try:
        for number in range(4):
            check.certificates.ahead(f"/echo.api/x{number}", lambda: None)
        begin = time.monotonic()
        with pytest.raises(RefusedError, match="certificate_fetch"):
            check.check(URL.replace("12", "x5"), signed, BODY)
        check.check(URL, signed, BODY)
        assert time.monotonic() - begin < 1
    finally:
        slow.set()

    assert len(certificates.paths) == 5


def test_a_machine_without_a_free_thread_refuses(
    check: SignatureCheck, chain: Chain, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next request tries again: nothing waits for a thread that never ran."""

    def no_thread(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", no_thread)
        with pytest.raises(RefusedError, match="certificate_fetch"):
            check.check(URL, chain.sign(BODY), BODY)

    check.check(URL, chain.sign(BODY), BODY)


Reply = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def host(reply: Reply) -> Iterator[Callable[[], HTTPConnection]]:
    """Run a certificate host on loopback. Gives the way to it."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            try:
                reply(self)
            except OSError:  # the client has had enough
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield lambda: HTTPConnection("127.0.0.1", server.server_port, timeout=fetching.SECONDS)
        finally:
            server.shutdown()
            thread.join()


def answering(status: int, body: bytes = b"", seconds: float = 0.0, **headers: str) -> Reply:
    """Make a reply whose body comes in pieces, with a pause before each."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        for start in range(0, len(body), 16_384):
            time.sleep(seconds)
            handler.wfile.write(body[start : start + 16_384])

    return reply


def test_a_chain_is_fetched() -> None:
    """The whole body of a 200."""
    with host(answering(200, b"chain" * 5000)) as connect:
        assert fetch("/echo.api/cert.pem", connect) == b"chain" * 5000


def test_a_huge_chain_is_not_read_to_its_end() -> None:
    """A little more than the limit is enough to know."""
    with host(answering(200, b"x" * 10_000_000)) as connect:
        assert MAX_CHAIN_BYTES < len(fetch("/echo.api/cert.pem", connect)) <= 2 * MAX_CHAIN_BYTES


@pytest.mark.parametrize("status", [301, 302, 307, 308, 403, 404, 500, 204])
def test_only_200_is_a_chain(status: int) -> None:
    """No redirect is followed, to no place."""
    elsewhere = "https://evil.example/echo.api/cert.pem"
    with host(answering(status, Location=elsewhere)) as connect, pytest.raises(OSError, match=f"status {status}"):
        fetch("/echo.api/cert.pem", connect)


@pytest.mark.parametrize("pause", [0.3, 60.0], ids=["trickling", "silent"])
def test_a_slow_host_is_given_up(pause: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether it says nothing or a little at a time."""
    monkeypatch.setattr(fetching, "SECONDS", 0.5)
    over = threading.Event()

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(20):
            if over.wait(pause):
                break
            handler.wfile.write(b"x")
            handler.wfile.flush()

    with host(reply) as connect:
        begin = time.monotonic()
        try:
            with pytest.raises(TimeoutError):
                fetch("/echo.api/cert.pem", connect)
        finally:
            over.set()
    assert time.monotonic() - begin < 2


def speak_ssh(handler: BaseHTTPRequestHandler) -> None:
    """Answer in another language than HTTP."""
    handler.wfile.write(b"SSH-2.0\r\n\r\n")


def test_what_is_no_http_is_no_chain() -> None:
    """A host that speaks another language."""
    with (
        host(speak_ssh) as connect,
        pytest.raises(OSError, match="BadStatusLine"),
    ):
        fetch("/echo.api/cert.pem", connect)


def test_a_host_that_is_down_is_no_chain() -> None:
    """Nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(ConnectionRefusedError):
        fetch("/echo.api/cert.pem", lambda: HTTPConnection("127.0.0.1", port, timeout=1))


def test_the_real_connection_is_to_one_host_over_tls() -> None:
    """Its certificate is checked against its name."""
    connection = fetching.connect()
    context: ssl.SSLContext = connection.__dict__["_context"]  # http.client shows it nowhere else

    assert (connection.host, connection.port, connection.timeout) == ("s3.amazonaws.com", 443, 3.0)
    assert context.check_hostname
    assert context.verify_mode is ssl.CERT_REQUIRED


def test_this_machine_trusts_the_roots_of_amazon() -> None:
    """The roots are read without a warning, and Amazon's own is among them."""
    names = [root.subject.rfc4514_string() for root in trusted_roots()]

    assert any("Amazon Root CA 1" in name for name in names)


def wrong_roots(folder: Path) -> dict[str, str]:
    """Give values of SSL_CERT_FILE that name no roots, and what is said of each."""
    (folder / "empty.pem").write_bytes(b"")
    (folder / "junk.pem").write_bytes(b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
    return {
        str(folder / "missing.pem"): "No such file",
        str(folder): "Is a directory",
        str(folder / "empty.pem"): "no certificate is in",
        str(folder / "junk.pem"): "no certificate is in",
        "": "no certificate is in",
    }


def test_a_wrong_file_of_roots_is_no_reason_to_trust_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Missing, unreadable, empty or junk: said, with what to do."""
    for named, said in wrong_roots(tmp_path).items():
        monkeypatch.setenv("SSL_CERT_FILE", named)
        with pytest.raises(RootsError, match=f"{said}.*SSL_CERT_FILE"):
            trusted_roots()


def test_the_certificate_host_is_trusted_by_the_same_roots(
    chain: Chain, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The connection knows the one root that was named, and no other."""
    (tmp_path / "root.pem").write_bytes(chain.root.pem)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "root.pem"))
    context: ssl.SSLContext = fetching.connect().__dict__["_context"]

    assert context.cert_store_stats()["x509_ca"] == 1


def test_an_odd_root_does_not_keep_the_others_out(
    chain: Chain, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One block that cannot be read is left out."""
    bundle = tmp_path / "bundle.pem"
    junk = b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
    bundle.write_bytes(chain.root.pem + junk + chain.middle.pem)
    monkeypatch.setenv("SSL_CERT_FILE", str(bundle))

    assert trusted_roots() == [chain.root.certificate, chain.middle.certificate]
