"""The certificate chain of a request over HTTPS, and the roots that are trusted on this machine."""

import re
import ssl
import time
import warnings
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path

import certifi
from cryptography import x509
from cryptography.utils import CryptographyDeprecationWarning

from skill.web.signature import MAX_CHAIN_BYTES

HOST = "s3.amazonaws.com"
SECONDS = 3.0
CERTIFICATE = re.compile(rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)


def connect() -> HTTPConnection:
    """Prepare a connection to the one host that certificates come from; it never follows a redirect."""
    return HTTPSConnection(HOST, timeout=SECONDS, context=ssl.create_default_context())


def fetch(path: str, connect: Callable[[], HTTPConnection] = connect) -> bytes:
    """Get a certificate chain.

    path: from signature.certificate_path. Returns at most a little more than is allowed of a chain.
    Raises OSError when it does not come, comes too slowly, or something else than 200 does.
    """
    connection, deadline, pem = connect(), time.monotonic() + SECONDS, b""
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        if response.status != 200:
            raise OSError(f"status {response.status}")
        while len(pem) <= MAX_CHAIN_BYTES and (part := response.read1(MAX_CHAIN_BYTES)):
            pem += part
            if time.monotonic() > deadline:
                raise TimeoutError
    except HTTPException as error:
        raise OSError(type(error).__name__) from None
    finally:
        connection.close()
    return pem


def trusted_roots() -> list[x509.Certificate]:
    """Read the roots that this machine trusts (SSL_CERT_FILE names others), or certifi's where it has no such file."""
    bundle = Path(ssl.get_default_verify_paths().cafile or certifi.where()).read_bytes()
    roots = []
    with warnings.catch_warnings():
        # A few old roots have a serial number that is no longer allowed; cryptography will refuse them one day.
        warnings.simplefilter("ignore", CryptographyDeprecationWarning)
        for block in CERTIFICATE.findall(bundle):
            try:
                roots.append(x509.load_pem_x509_certificate(block))
            except ValueError:  # one odd root must not keep the others out
                continue
    return roots
