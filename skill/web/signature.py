"""Does a request come from Alexa: the rules for the URL of its certificate, and its signature over the raw body."""

import base64
import datetime as dt
import posixpath
import re
from collections.abc import Sequence

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256

from skill.web.certificates import Certificates, Clock, Fetch
from skill.web.refusal import RefusedError

FOLDER = "/echo.api/"
# One pattern for the whole URL leaves no room for parsers that disagree: no user, other port, escape, backslash, query,
# fragment or control character can match. ASCII, because in Unicode a long s is an s when case is ignored. Not endless,
# because the paths that were refused are kept for a while.
URL = re.compile(r"(?i:https)://(?i:s3\.amazonaws\.com)(?::443)?(/[A-Za-z0-9._/+=-]{1,255})", re.ASCII)


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
        self.certificates = Certificates(roots, fetch, clock)

    def check(self, url: str | None, signature: str | None, body: bytes) -> None:
        """Check one request.

        url, signature: its headers SignatureCertChainUrl and Signature-256. body: exactly as it came.
        Raises RefusedError unless Alexa has signed this body.
        """
        if not url or not signature:
            raise RefusedError("no_signature")
        key = self.certificates.key(certificate_path(url))
        try:
            key.verify(base64.b64decode(signature, validate=True), body, PKCS1v15(), SHA256())
        except (InvalidSignature, ValueError):
            raise RefusedError("signature") from None
