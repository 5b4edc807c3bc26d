"""A certificate authority of our own, of the profile that the public web uses: root -> intermediate -> leaf."""

import base64
import datetime as dt
from functools import cached_property

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256, HashAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

SIGNER = "echo-api.amazon.com"
URL = "https://s3.amazonaws.com/echo.api/echo-api-cert-12.pem"
DAY = dt.timedelta(days=1)
Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
USES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)


class Issuer:
    """A certificate with its key, and what it issues."""

    def __init__(self, name: str, issuer: "Issuer | None" = None, end: dt.timedelta = 3650 * DAY) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        builder = _builder(self.name, self.key, issuer or self, end)
        builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        builder = builder.add_extension(_usage("key_cert_sign", "crl_sign"), critical=True)
        self.certificate = builder.sign((issuer or self).key, SHA256())

    def leaf(
        self,
        key: Key,
        *names: str,
        begin: dt.timedelta = -DAY,
        end: dt.timedelta = 90 * DAY,
        use: x509.ObjectIdentifier | None = ExtendedKeyUsageOID.SERVER_AUTH,
    ) -> bytes:
        """Issue a certificate for a signer of requests. begin, end: from now. use: what it is for, if it says so."""
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, SIGNER)])
        builder = _builder(subject, key, self, end, begin)
        builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        builder = builder.add_extension(_usage("digital_signature"), critical=True)
        if use is not None:
            builder = builder.add_extension(x509.ExtendedKeyUsage([use]), critical=False)
        if names:
            found = x509.SubjectAlternativeName([x509.DNSName(name) for name in names])
            builder = builder.add_extension(found, critical=False)
        return builder.sign(self.key, SHA256()).public_bytes(Encoding.PEM)

    @property
    def pem(self) -> bytes:
        """Give the issuer's own certificate."""
        return self.certificate.public_bytes(Encoding.PEM)


class Chain:
    """All that an honest sender has; the attacks change one thing of it."""

    def __init__(self) -> None:
        self.root = Issuer("Root of the tests")
        self.middle = Issuer("Intermediate of the tests", self.root)
        self.key = rsa.generate_private_key(65537, 2048)

    @cached_property
    def other_key(self) -> rsa.RSAPrivateKey:
        """A key that nobody certified."""
        return rsa.generate_private_key(65537, 2048)

    @cached_property
    def pem(self) -> bytes:
        """The chain as the certificate server gives it: the leaf, then the intermediate."""
        return self.middle.leaf(self.key, SIGNER) + self.middle.pem

    def sign(self, body: bytes, key: rsa.RSAPrivateKey | None = None, algorithm: HashAlgorithm | None = None) -> str:
        """Sign a body as Alexa does."""
        signed = (key or self.key).sign(body, padding.PKCS1v15(), algorithm or SHA256())
        return base64.b64encode(signed).decode()

    def headers(self, body: bytes, url: str = URL) -> dict[str, str]:
        """Give the headers of an honest request."""
        return {"SignatureCertChainUrl": url, "Signature-256": self.sign(body), "Content-Type": "application/json"}


def _builder(
    name: x509.Name, key: Key, issuer: Issuer, end: dt.timedelta, begin: dt.timedelta = -DAY
) -> x509.CertificateBuilder:
    now = dt.datetime.now(dt.UTC)
    parent = issuer.key.public_key()
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer.name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + begin)
        .not_valid_after(now + end)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(parent), critical=False)
    )


def _usage(*uses: str) -> x509.KeyUsage:
    return x509.KeyUsage(**{use: use in uses for use in USES})
