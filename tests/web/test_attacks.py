"""The attack table: each request is refused, for its own reason, and nothing of it reaches the skill or the log."""

import base64
import datetime as dt
import json
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA1, SHA256
from cryptography.x509.oid import ExtendedKeyUsageOID
from flask import Flask

from skill.alexa.service import Service
from skill.web.app import create_app
from skill.web.signature import SignatureCheck

from .chain import DAY, SIGNER, URL, Chain, Issuer
from .conftest import ANSWER, SKILL_ID, CertificateServer, Json, Probe, encoded, launch

HOST = "https://s3.amazonaws.com"
CANARY = "canary-user"
MINUTE = dt.timedelta(minutes=1)


@dataclass(frozen=True)
class Attack:
    """An honest request with one thing changed."""

    name: str
    reason: str
    url: str | None = URL
    chain: Callable[[Chain], bytes] = lambda chain: chain.pem
    event: Callable[[Json], Any] = lambda event: event
    body: Callable[[bytes], bytes] = lambda body: body  # before it is signed
    sent: Callable[[bytes], bytes] = lambda body: body  # after it was signed
    sign: Callable[[Chain, bytes], str | None] = Chain.sign
    headers: dict[str, str] = field(default_factory=dict)
    method: str = "POST"
    path: str = "/alexa"
    status: int = 400


def raises(error: Exception) -> Callable[[Chain], bytes]:
    """Make a certificate server that fails."""

    def give(_: Chain) -> bytes:
        raise error

    return give


def leaf(*names: str, **changes: Any) -> Callable[[Chain], bytes]:
    """Make a chain whose leaf differs."""
    return lambda chain: chain.middle.leaf(chain.key, *(names or (SIGNER,)), **changes) + chain.middle.pem


def sent_at(*odd: Any, **times: float) -> Callable[[Json], Json]:
    """Make a request from another time, or with another timestamp altogether."""

    def change(event: Json) -> Json:
        when = dt.datetime.now(dt.UTC) + dt.timedelta(**times)
        return {**event, "request": {**event["request"], "timestamp": odd[0] if odd else when.isoformat()}}

    return change


def without_time(event: Json) -> Json:
    """Leave out the timestamp."""
    return {**event, "request": {k: v for k, v in event["request"].items() if k != "timestamp"}}


def for_skill(in_context: Any, in_session: Any) -> Callable[[Json], Json]:
    """Make a request for another skill."""

    def change(event: Json) -> Json:
        event["context"]["System"]["application"] = {"applicationId": in_context}
        event["session"]["application"] = {"applicationId": in_session}
        return event

    return change


def foreign_root(chain: Chain) -> bytes:
    """Make a whole chain that nobody trusts."""
    foreign = Issuer("Foreign intermediate", root := Issuer("Foreign root"))
    return foreign.leaf(chain.key, SIGNER) + foreign.pem + root.pem


def same_names(chain: Chain) -> bytes:
    """Make a chain whose issuers only have the right names."""
    middle = Issuer("Intermediate of the tests", Issuer("Root of the tests"))
    return middle.leaf(chain.key, SIGNER) + middle.pem


def self_signed(chain: Chain) -> bytes:
    """Make a leaf that is its own issuer."""
    own = Issuer(SIGNER)
    return own.leaf(chain.key, SIGNER)


def issued_by_leaf(chain: Chain) -> bytes:
    """Make a leaf issue another: it is no certificate authority."""
    middle = Issuer("Not an authority", chain.middle)
    plain = chain.middle.leaf(middle.key, "shop.example")
    return middle.leaf(chain.key, SIGNER) + plain + chain.middle.pem


def weak_key(chain: Chain) -> bytes:
    """Certify a key that is too short."""
    return chain.middle.leaf(rsa.generate_private_key(65537, 1024), SIGNER) + chain.middle.pem


def curve_key(chain: Chain) -> bytes:
    """Certify a key of another kind, which cannot have made such a signature."""
    return chain.middle.leaf(ec.generate_private_key(ec.SECP256R1()), SIGNER) + chain.middle.pem


def with_pss(chain: Chain, body: bytes) -> str:
    """Sign with another padding."""
    pss = padding.PSS(padding.MGF1(SHA256()), padding.PSS.MAX_LENGTH)
    return base64.b64encode(chain.key.sign(body, pss, SHA256())).decode()


def nested(_: bytes) -> bytes:
    """Write JSON that exhausts a parser's stack."""
    return b"[" * 100_000


BAD_URLS = {
    "no URL header": None,
    "empty URL": "",
    "no URL at all": "certificate",
    "http": "http://s3.amazonaws.com/echo.api/cert.pem",
    "ftp": "ftp://s3.amazonaws.com/echo.api/cert.pem",
    "file": "file:///echo.api/cert.pem",
    "no scheme": "//s3.amazonaws.com/echo.api/cert.pem",
    "another host": "https://evil.example/echo.api/cert.pem",
    "a host below ours": "https://evil.s3.amazonaws.com/echo.api/cert.pem",
    "a host that begins like ours": "https://s3.amazonaws.com.evil.example/echo.api/cert.pem",
    "a host with a final dot": "https://s3.amazonaws.com./echo.api/cert.pem",
    "a host with a long s": "https://\u017f3.amazonaws.com/echo.api/cert.pem",
    "another port": f"{HOST}:563/echo.api/cert.pem",
    "no port after the colon": f"{HOST}:/echo.api/cert.pem",
    "a port beyond the last": f"{HOST}:99999/echo.api/cert.pem",
    "a port that is no number": f"{HOST}:https/echo.api/cert.pem",
    "a user": "https://user@s3.amazonaws.com/echo.api/cert.pem",
    "a user and a password": "https://user:pass@s3.amazonaws.com/echo.api/cert.pem",
    "our host as the user": "https://s3.amazonaws.com@evil.example/echo.api/cert.pem",
    "no path": HOST,
    "another path": f"{HOST}/cert.pem",
    "the folder alone": f"{HOST}/echo.api",
    "a folder that begins like ours": f"{HOST}/echo.api.evil/cert.pem",
    "upper case in the path": f"{HOST}/EcHo.aPi/cert.pem",
    "out of the folder": f"{HOST}/echo.api/../evil/cert.pem",
    "out of the folder by a dot and back": f"{HOST}/evil/echo.api/./cert.pem",
    "two slashes first": f"{HOST}//echo.api/cert.pem",
    "an escaped dot": f"{HOST}/echo.api/%2e%2e/evil/cert.pem",
    "an escaped slash": f"{HOST}/echo.api%2fcert.pem",
    "a backslash": f"{HOST}/echo.api/..\\evil/cert.pem",
    "a backslash after the host": f"{HOST}\\@evil.example/echo.api/cert.pem",
    "a query": f"{HOST}/echo.api/cert.pem?list-type=2",
    "an empty query": f"{HOST}/echo.api/cert.pem?",
    "a fragment": f"{HOST}/echo.api/cert.pem#/../evil",
    "a tab": f"{HOST}/echo.api/\tcert.pem",
    "a space before": f" {HOST}/echo.api/cert.pem",
    "a zero byte": f"{HOST}/echo.api/cert.pem\0",
    "two URLs": f"{URL}, {URL}",
    "a path of a thousand letters": f"{HOST}/echo.api/{'a' * 1000}.pem",
}
URL_ATTACKS = [
    Attack(f"url: {name}", "certificate_url" if url else "no_signature", url=url) for name, url in BAD_URLS.items()
]
CHAIN_ATTACKS = [
    Attack("chain: expired", "certificate_chain", chain=leaf(begin=-90 * DAY, end=-MINUTE)),
    Attack("chain: not yet valid", "certificate_chain", chain=leaf(begin=MINUTE)),
    Attack("chain: another name", "certificate_chain", chain=leaf("shop.example")),
    Attack("chain: a name below ours", "certificate_chain", chain=leaf(f"evil.{SIGNER}")),
    Attack("chain: a name that begins like ours", "certificate_chain", chain=leaf(f"{SIGNER}.evil.example")),
    Attack("chain: no alternative name", "certificate_chain", chain=lambda c: c.middle.leaf(c.key) + c.middle.pem),
    Attack("chain: for clients only", "certificate_chain", chain=leaf(use=ExtendedKeyUsageOID.CLIENT_AUTH)),
    Attack("chain: for nothing in particular", "certificate_chain", chain=leaf(use=None)),
    Attack("chain: for anything", "certificate_chain", chain=leaf(use=ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE)),
    Attack("chain: a wildcard", "certificate_chain", chain=leaf("*.amazon.com")),
    Attack("chain: a wildcard and another name", "certificate_chain", chain=leaf("*.amazon.com", "shop.example")),
    Attack("chain: intermediate missing", "certificate_chain", chain=lambda c: c.middle.leaf(c.key, SIGNER)),
    Attack("chain: intermediate first", "certificate_chain", chain=lambda c: c.middle.pem + c.pem),
    Attack("chain: the intermediate alone", "certificate_chain", chain=lambda c: c.middle.pem),
    Attack("chain: self-signed leaf", "certificate_chain", chain=self_signed),
    Attack("chain: foreign root", "certificate_chain", chain=foreign_root),
    Attack("chain: only the names are right", "certificate_chain", chain=same_names),
    Attack("chain: issued by a leaf", "certificate_chain", chain=issued_by_leaf),
    Attack("chain: short key", "certificate_chain", chain=weak_key),
    Attack("chain: elliptic key", "certificate_chain", chain=curve_key),
    Attack("chain: junk", "certificate_chain", chain=lambda _: b"junk"),
    Attack("chain: junk in a certificate", "certificate_chain", chain=lambda c: c.pem.replace(b"MII", b"AAA")),
    Attack("chain: empty", "certificate_chain", chain=lambda _: b""),
    Attack("chain: huge", "certificate_chain", chain=lambda c: c.pem * 100),
    Attack("chain: server down", "certificate_fetch", chain=raises(ConnectionRefusedError())),
    Attack("chain: server too slow", "certificate_fetch", chain=raises(TimeoutError())),
    Attack("chain: server redirects", "certificate_fetch", chain=raises(OSError("status 302"))),
    Attack("chain: the check itself fails", "not_checked", chain=raises(RuntimeError())),
]
SIGNATURE_ATTACKS = [
    Attack("signature: none", "no_signature", sign=lambda *_: None),
    Attack("signature: empty", "no_signature", sign=lambda *_: ""),
    Attack("signature: no base64", "signature", sign=lambda *_: "!!!"),
    Attack("signature: odd base64", "signature", sign=lambda c, body: c.sign(body)[:-3]),
    Attack("signature: not ASCII", "signature", sign=lambda *_: "\u00e9" * 344),
    Attack("signature: of zeros", "signature", sign=lambda *_: base64.b64encode(bytes(256)).decode()),
    Attack("signature: another key", "signature", sign=lambda c, body: c.sign(body, c.other_key)),
    Attack("signature: SHA-1", "signature", sign=lambda c, body: c.sign(body, algorithm=SHA1())),
    Attack("signature: another padding", "signature", sign=with_pss),
    Attack("signature: of another body", "signature", sign=lambda c, _: c.sign(b"{}")),
    Attack("signature: twice", "signature", sign=lambda c, body: f"{c.sign(body)}, {c.sign(body)}"),
    Attack("signature: only the old header", "no_signature", sign=lambda *_: None, headers={"Signature": "abcd"}),
    Attack("body: altered", "signature", sent=lambda body: body.replace(b"LaunchRequest", b"IntentRequest")),
    Attack("body: a space added", "signature", sent=lambda body: body + b" "),
    Attack("body: last byte gone", "signature", sent=lambda body: body[:-1]),
    Attack("body: written anew", "signature", sent=lambda body: json.dumps(json.loads(body), indent=1).encode()),
    Attack("body: gone", "signature", sent=lambda _: b""),
    Attack("body: not verified and malformed", "signature", sent=lambda _: b"{"),
]
ODD_TIMES: tuple[Any, ...] = (
    None,
    "",
    "now",
    1790000000,
    True,
    [],
    {"$gt": ""},
    "2026-11-22",
    "2026-11-22T00:00:00",
    "99999-01-01T00:00:00Z",
    "0001-01-01T00:00:00+23:59",
    "9999-12-31T23:59:59-23:59",
)
TIME_ATTACKS = [
    Attack("time: sent again after 151 seconds", "timestamp", event=sent_at(seconds=-151)),
    Attack("time: sent again a day later", "timestamp", event=sent_at(days=-1)),
    Attack("time: from the future", "timestamp", event=sent_at(seconds=200)),
    Attack("time: none", "timestamp", event=without_time),
    *(Attack(f"time: {odd!r}", "timestamp", event=sent_at(odd)) for odd in ODD_TIMES),
    Attack("time: no request", "timestamp", event=lambda event: {**event, "request": None}),
]
SKILL_ATTACKS = [
    Attack("skill: another", "skill_id", event=for_skill("amzn1.ask.skill.theirs", "amzn1.ask.skill.theirs")),
    Attack("skill: another in the context", "skill_id", event=for_skill("amzn1.ask.skill.theirs", SKILL_ID)),
    Attack("skill: another in the session", "skill_id", event=for_skill(SKILL_ID, "amzn1.ask.skill.theirs")),
    Attack("skill: none", "skill_id", event=for_skill(None, None)),
    Attack("skill: a list", "skill_id", event=for_skill([SKILL_ID], [SKILL_ID])),
    Attack("skill: empty", "skill_id", event=for_skill("", "")),
    Attack("skill: upper case", "skill_id", event=for_skill(SKILL_ID.upper(), SKILL_ID.upper())),
    Attack("skill: no places for it", "skill_id", event=lambda event: {"request": event["request"]}),
]
HTTP_ATTACKS = [
    Attack("json: malformed", "not_json", body=lambda _: b"{"),
    Attack("json: empty", "not_json", body=lambda _: b""),
    Attack("json: a list", "not_json", body=lambda body: b"[" + body + b"]"),
    Attack("json: a string", "not_json", body=lambda _: b'"text"'),
    Attack("json: null", "not_json", body=lambda _: b"null"),
    Attack("json: not a number", "not_json", body=lambda body: body.replace(b"true", b"NaN")),
    Attack("json: nested too deeply, altered", "signature", sent=nested),
    Attack("json: infinite", "not_json", body=lambda body: body.replace(b"true", b"-Infinity")),
    Attack("json: not UTF-8", "not_json", body=lambda body: body.replace(b"LaunchRequest", b"\xff\xfe")),
    Attack("json: UTF-16", "not_json", body=lambda body: body.decode().encode("utf-16")),
    Attack("json: a byte order mark", "not_json", body=lambda body: b"\xef\xbb\xbf" + body),
    Attack("http: too large", "http", body=lambda body: body + b" " * 131_072, status=413),
    Attack("http: GET", "http", method="GET", status=405),
    Attack("http: PUT", "http", method="PUT", status=405),
    Attack("http: DELETE", "http", method="DELETE", status=405),
    Attack("http: OPTIONS", "http", method="OPTIONS", status=405),
    Attack("http: another path", "http", path="/alexa/", status=404),
    Attack("http: the root", "http", path="/", status=404),
    Attack(
        "http: a form, altered",
        "signature",
        sent=lambda body: body + b"&a=b",
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    ),
    Attack("http: a file", "signature", sent=lambda _: b"a", headers={"Content-Type": "multipart/form-data"}),
]
ATTACKS = URL_ATTACKS + CHAIN_ATTACKS + SIGNATURE_ATTACKS + TIME_ATTACKS + SKILL_ATTACKS + HTTP_ATTACKS


def post(app: Flask, chain: Chain, attack: Attack) -> Any:
    """Send one request of the table."""
    event = launch()
    event["session"]["user"]["userId"] = CANARY
    body = attack.body(encoded(attack.event(event)))
    headers = {
        "SignatureCertChainUrl": attack.url,
        "Signature-256": attack.sign(chain, body),
        "Content-Type": "application/json",
        **attack.headers,
    }
    environ = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items() if value is not None}
    environ["CONTENT_TYPE"] = environ.pop("HTTP_CONTENT_TYPE")
    return app.test_client().open(attack.path, method=attack.method, data=attack.sent(body), environ_overrides=environ)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_an_attack_is_refused_and_reaches_nothing(
    attack: Attack,
    app: Flask,
    chain: Chain,
    probe: Probe,
    certificates: CertificateServer,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Refused with its status, for its reason, without a word of the request in the log or in the answer."""
    certificates.give = lambda: attack.chain(chain)
    response = post(app, chain, attack)
    logged = capsys.readouterr().err

    assert response.status_code == attack.status
    assert response.json == {"error": "refused"}
    assert probe.events == []
    [line] = [json.loads(line) for line in logged.splitlines()]
    assert (line["event"], line["reason"], line["status"]) == ("refused", attack.reason, attack.status)
    assert set(line) <= {"event", "reason", "status", "error"}
    assert CANARY not in logged


def test_the_table_is_long_and_its_names_are_unique() -> None:
    """At least forty requests, each with a name of its own."""
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS) >= 40


@pytest.mark.parametrize("attack", URL_ATTACKS, ids=lambda attack: attack.name)
def test_a_bad_url_is_never_fetched(attack: Attack, app: Flask, chain: Chain, certificates: CertificateServer) -> None:
    """No request makes this server call another host."""
    post(app, chain, attack)

    assert certificates.paths == []


HONEST = [
    Attack("as it comes", ""),
    Attack("port 443", "", url=f"{HOST}:443/echo.api/cert.pem"),
    Attack("scheme and host in upper case", "", url="HTTPS://S3.AMAZONAWS.COM/echo.api/cert.pem"),
    Attack("out of the folder and back", "", url=f"{HOST}/echo.api/../echo.api/cert.pem"),
    Attack("the root in the chain", "", chain=lambda chain: chain.pem + chain.root.pem),
    Attack("two names in the certificate", "", chain=leaf("other.example", SIGNER)),
    Attack("two minutes ago", "", event=sent_at(seconds=-120)),
    Attack("a clock that is a little behind", "", event=sent_at(seconds=100)),
    Attack("no session", "", event=lambda event: {k: v for k, v in event.items() if k != "session"}),
    Attack("a request type of the future", "", event=lambda e: {**e, "request": {**e["request"], "type": "New.Type"}}),
    Attack("a device of the future", "", event=lambda event: {**event, "new": {"mode": "HOLOGRAM"}}),
    Attack("letters beyond ASCII", "", body=lambda body: body.replace(CANARY.encode(), "Zoë".encode())),
    Attack("spaces and lines", "", body=lambda body: b"\r\n " + body + b" \n"),
    Attack("called text", "", headers={"Content-Type": "text/plain"}),
    Attack("called a form", "", headers={"Content-Type": "application/x-www-form-urlencoded"}),
    Attack("called nothing", "", headers={"Content-Type": ""}),
    Attack("a wildcard beside the name", "", chain=leaf("*.amazon.com", SIGNER)),
    Attack("with the old header too", "", headers={"Signature": "abcd"}),
]


@pytest.mark.parametrize("request_of", HONEST, ids=lambda request: request.name)
def test_an_honest_request_is_answered(
    request_of: Attack,
    app: Flask,
    chain: Chain,
    probe: Probe,
    certificates: CertificateServer,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The same builder without an attack: else the table would prove nothing."""
    certificates.give = lambda: request_of.chain(chain)
    response = post(app, chain, request_of)

    assert (response.status_code, response.json) == (200, ANSWER)
    assert len(probe.events) == 1
    assert capsys.readouterr().err == ""


TOO_MUCH = {"nested too deeply": nested(b""), "a number of 5,000 digits": b'{"request": ' + b"9" * 5000 + b"}"}


@pytest.mark.parametrize("body", TOO_MUCH.values(), ids=list(TOO_MUCH))
@pytest.mark.parametrize("unsigned", [True, False])
def test_a_body_that_python_gives_up_on_is_answered(
    body: bytes, unsigned: bool, chain: Chain, certificates: CertificateServer
) -> None:
    """When Alexa signed it: the person hears where to call."""
    signature = SignatureCheck([chain.root.certificate], certificates)
    app = create_app(Service(SKILL_ID), SKILL_ID, unsigned=unsigned, signature=signature)
    response = app.test_client().post("/alexa", data=body, headers=chain.headers(body))

    assert response.status_code == 200
    assert "911" in response.text


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_an_attack_is_refused_without_a_log_too(
    attack: Attack,
    app: Flask,
    chain: Chain,
    probe: Probe,
    certificates: CertificateServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A disk that is full lets nobody in, and changes no answer."""

    class Full:
        def write(self, _: str) -> None:
            raise OSError(28, "No space left on device")

    certificates.give = lambda: attack.chain(chain)
    monkeypatch.setattr(sys, "stderr", Full())
    response = post(app, chain, attack)

    assert (response.status_code, response.json) == (attack.status, {"error": "refused"})
    assert probe.events == []


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_an_attack_is_refused_beside_a_slow_host_too(
    attack: Attack, chain: Chain, probe: Probe, certificates: CertificateServer
) -> None:
    """While other callers wait for chains that do not come: for the same reason, and at once."""
    over = threading.Event()

    def fetch(path: str) -> bytes:
        if "strange" in path:
            over.wait(10)
            raise TimeoutError
        return certificates(path)

    certificates.give = lambda: attack.chain(chain)
    signature = SignatureCheck([chain.root.certificate], fetch)
    app = create_app(probe, SKILL_ID, signature=signature)
    for number in range(10):
        signature.certificates.ahead(f"/echo.api/strange-{number}.pem", lambda: None)
    try:
        begin = time.monotonic()
        assert post(app, chain, attack).status_code == attack.status
        assert time.monotonic() - begin < 2
        assert probe.events == []
    finally:
        over.set()


CROSS_SITE: dict[str, dict[str, str]] = {
    "another site": {"Origin": "https://evil.example"},
    "another port": {"Origin": "http://localhost:9999"},
    "another scheme": {"Origin": "https://localhost:8000"},
    "a name that begins like ours": {"Origin": "http://localhost:8000.evil.example"},
    "our own address by another name": {"Origin": "http://127.0.0.1:8000"},
    "a page without an origin": {"Origin": "null"},
    "an empty origin": {"Origin": ""},
    "a browser that says so": {"Sec-Fetch-Site": "cross-site"},
    "another port of this machine": {"Sec-Fetch-Site": "same-site"},
    "a word of the future": {"Sec-Fetch-Site": "nearby"},
    "our origin, but another site": {"Origin": "http://localhost:8000", "Sec-Fetch-Site": "cross-site"},
    "a form": {"Content-Type": "text/plain"},
    "a form with a character set": {"Content-Type": "Text/Plain; charset=utf-8"},
}


@pytest.mark.parametrize("headers", CROSS_SITE.values(), ids=list(CROSS_SITE))
def test_a_page_of_another_site_cannot_post(
    headers: dict[str, str], probe: Probe, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever page a developer has open meanwhile: it talks to nothing here."""
    client = create_app(probe, SKILL_ID, unsigned=True).test_client()
    sent = {"Host": "localhost:8000", "Content-Type": "application/json", **headers}
    response = client.post("/alexa", data=encoded(launch()), headers=sent)

    assert (response.status_code, probe.events) == (400, [])
    assert json.loads(capsys.readouterr().err)["reason"] == "cross_site"


OUR_OWN: dict[str, dict[str, str]] = {
    "our own page": {"Origin": "http://localhost:8000", "Sec-Fetch-Site": "same-origin"},
    "our own page in an old browser": {"Origin": "http://localhost:8000"},
    "an address that was typed": {"Sec-Fetch-Site": "none"},
    "a command line": {},
    "a command line that names no type": {"Content-Type": ""},
    "a command line that says form": {"Content-Type": "application/x-www-form-urlencoded"},
}


@pytest.mark.parametrize("headers", OUR_OWN.values(), ids=list(OUR_OWN))
def test_our_own_page_and_a_command_line_can_post(headers: dict[str, str], probe: Probe) -> None:
    """The same builder without another site: else the table would prove nothing."""
    client = create_app(probe, SKILL_ID, unsigned=True).test_client()
    sent = {"Host": "localhost:8000", "Content-Type": "application/json", **headers}

    assert client.post("/alexa", data=encoded(launch()), headers=sent).json == ANSWER


@pytest.mark.parametrize("address", ["192.0.2.1", "10.0.0.1", "::ffff:192.0.2.1", "2001:db8::1", ""])
def test_an_unsigned_request_from_another_machine_is_refused(address: str, probe: Probe) -> None:
    """However the server was bound."""
    client = create_app(probe, SKILL_ID, unsigned=True).test_client()
    headers = {"Host": "localhost", "X-Forwarded-For": "127.0.0.1"}

    for path in ("/alexa", "/health"):
        response = client.post(path, json=launch(), headers=headers, environ_base={"REMOTE_ADDR": address})
        assert response.status_code == 400
    assert probe.events == []


def test_without_a_skill_id_any_is_served(chain: Chain, probe: Probe, certificates: CertificateServer) -> None:
    """As on a developer's machine."""
    app = create_app(probe, None, signature=SignatureCheck([chain.root.certificate], certificates))
    theirs = Attack("", "", event=for_skill("amzn1.ask.skill.theirs", None))

    assert post(app, chain, theirs).status_code == 200
