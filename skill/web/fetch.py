"""The certificate chain of a request over HTTPS, and the roots that are trusted on this machine."""

import os
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

from skill.web.chain import MAX_CHAIN_BYTES

HOST = "s3.amazonaws.com"
SECONDS = 3.0
NAMED = "SSL_CERT_FILE"
ADVICE = f"let {NAMED} name a PEM file of roots, or unset it"
CERTIFICATE = re.compile(rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)


def connect() -> HTTPConnection:
    """Prepare a connection to the one host that certificates come from; it never follows a redirect."""
    return HTTPSConnection(HOST, timeout=SECONDS, context=ssl.create_default_context(cafile=bundle()))


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


class RootsError(Exception):
    """There are no roots to trust; the message says what to do."""


def bundle() -> str:
    """Name the PEM file of roots: SSL_CERT_FILE as it is, else this machine's, else certifi's."""
    # Asked here, because ssl leaves out a file that is not there, and others would be trusted in silence.
    named = os.environ.get(NAMED)
    return named if named is not None else ssl.get_default_verify_paths().cafile or certifi.where()


def trusted_roots() -> list[x509.Certificate]:
    """Read the roots that are trusted here. Raises RootsError when there are none."""
    name = bundle()
    try:
        pem = Path(name).read_bytes() if name else b""
    except OSError as error:
        raise RootsError(f"cannot read {name}: {error.strerror} - {ADVICE}") from None
    if not (roots := _certificates(pem)):
        raise RootsError(f"no certificate is in {name or 'a file without a name'} - {ADVICE}")
    return roots


def _certificates(pem: bytes) -> list[x509.Certificate]:
    roots = []
    with warnings.catch_warnings():
        # A few old roots have a serial number that is no longer allowed; cryptography will refuse them one day.
        warnings.simplefilter("ignore", CryptographyDeprecationWarning)
        for block in CERTIFICATE.findall(pem):
            try:
                roots.append(x509.load_pem_x509_certificate(block))
            except ValueError:  # one odd root must not keep the others out
                continue
    return roots
