"""Does a request come from Alexa: the rules for its certificate, and its signature over the raw body."""

import base64
import datetime as dt
import posixpath
import re
import threading
from collections.abc import Callable, Sequence

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from skill.alexa.log import Reason

# Why not the verifier that comes with flask-ask-sdk: it needs certvalidator, which needs oscrypto, which cannot read an
# OpenSSL version with two digits at its end (3.0.10 and later; github.com/wbond/oscrypto/issues/78). There the import
# of flask-ask-sdk fails. cryptography checks chains itself, and more strictly.

SIGNER = "echo-api.amazon.com"
FOLDER = "/echo.api/"
# One pattern for the whole URL leaves no room for parsers that disagree: no user, other port, escape, backslash, query,
# fragment or control character can match. ASCII, because in Unicode a long s is an s when case is ignored.
URL = re.compile(r"(?i:https)://(?i:s3\.amazonaws\.com)(?::443)?(/[A-Za-z0-9._/+=-]+)", re.ASCII)
MAX_CHAIN_BYTES = 64 * 1024
MIN_KEY_BITS = 2048  # cryptography asks it of issuers only
MAX_CHAIN_AGE = dt.timedelta(hours=1)
MAX_CHAINS = 8
MAX_FETCHES = 4
WAIT_FOR_FETCH_SECONDS = 0.5

# A path on the certificate host -> the PEM chain found there, or OSError.
Fetch = Callable[[str], bytes]
Clock = Callable[[], dt.datetime]


class RefusedError(Exception):
    """A request that the skill must not see."""

    def __init__(self, reason: Reason) -> None:
        """reason: a short code for the log; it never holds a part of the request."""
        super().__init__(reason)
        self.reason = reason


def now() -> dt.datetime:
    """Give the time, with its zone."""
    return dt.datetime.now(dt.UTC)


def certificate_path(url: str) -> str:
    """Take the path out of a certificate URL, normalised; host and scheme are always the same.

    Raises RefusedError when the URL breaks one of Alexa's rules.
    Source: developer.amazon.com, "Host a Custom Skill as a Web Service", checking the signature of the request.
    """
    found = URL.fullmatch(url)
    path = posixpath.normpath(found[1]) if found else ""
    if not path.startswith(FOLDER):
        raise RefusedError("certificate_url")
    return path


class SignatureCheck:
    """Checks signatures. Safe to share between threads."""

    def __init__(self, roots: Sequence[x509.Certificate], fetch: Fetch, clock: Clock = now) -> None:
        """roots: who is trusted to issue certificates. fetch: gets a chain (skill/web/fetch.py)."""
        self._store, self._fetch, self._clock = Store(list(roots)), fetch, clock
        self._keys: dict[str, tuple[RSAPublicKey, dt.datetime]] = {}
        self._changing = threading.Lock()
        self._fetches = threading.BoundedSemaphore(MAX_FETCHES)

    def check(self, url: str | None, signature: str | None, body: bytes) -> None:
        """Check one request.

        url, signature: its headers SignatureCertChainUrl and Signature-256. body: exactly as it came.
        Raises RefusedError unless Alexa has signed this body.
        """
        if not url or not signature:
            raise RefusedError("no_signature")
        key = self._key(certificate_path(url))
        try:
            key.verify(base64.b64decode(signature, validate=True), body, PKCS1v15(), SHA256())
        except (InvalidSignature, ValueError):
            raise RefusedError("signature") from None

    def _key(self, path: str) -> RSAPublicKey:
        if (known := self._known(path)) is not None:
            return known
        # Unsigned requests can ask for any number of chains: they may hold up only some of the threads.
        if not self._fetches.acquire(timeout=WAIT_FOR_FETCH_SECONDS):
            raise RefusedError("certificate_fetch")
        try:
            return self._known(path) or self._learn(path)
        finally:
            self._fetches.release()

    def _known(self, path: str) -> RSAPublicKey | None:
        key, until = self._keys.get(path, (None, None))
        return key if until is not None and self._clock() < until else None

    def _learn(self, path: str) -> RSAPublicKey:
        try:
            pem = self._fetch(path)
        except OSError:
            raise RefusedError("certificate_fetch") from None
        key, until = self._verified(pem)
        with self._changing:
            while len(self._keys) >= MAX_CHAINS:
                self._keys.pop(min(self._keys, key=lambda known: self._keys[known][1]))
            self._keys[path] = key, until
        return key

    def _verified(self, pem: bytes) -> tuple[RSAPublicKey, dt.datetime]:
        """Give the key of a chain that ends at a trusted root, and until when that may be believed."""
        time = self._clock()
        try:
            if len(pem) > MAX_CHAIN_BYTES:
                raise ValueError("too long for a chain")
            leaf, *others = x509.load_pem_x509_certificates(pem)
            policy = PolicyBuilder().store(self._store).time(time).max_chain_depth(4)
            chain = policy.build_server_verifier(x509.DNSName(SIGNER)).verify(leaf, others)
            key = leaf.public_key()
        except (ValueError, VerificationError):
            raise RefusedError("certificate_chain") from None
        if not isinstance(key, RSAPublicKey) or key.key_size < MIN_KEY_BITS:
            raise RefusedError("certificate_chain")
        return key, min(time + MAX_CHAIN_AGE, *(link.not_valid_after_utc for link in chain))
