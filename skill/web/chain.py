"""A certificate chain: is it Alexa's, and until when may that be believed."""

import datetime as dt

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509.oid import ExtendedKeyUsageOID
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from skill.web.refusal import RefusedError

# Why not the verifier that comes with flask-ask-sdk: it needs certvalidator, which needs oscrypto, which cannot read an
# OpenSSL version with two digits at its end (3.0.10 and later; github.com/wbond/oscrypto/issues/78). There the import
# of flask-ask-sdk fails. cryptography checks chains itself, and more strictly.

SIGNER = "echo-api.amazon.com"
MAX_CHAIN_BYTES = 64 * 1024
MIN_KEY_BITS = 2048  # cryptography asks it of issuers only
MAX_CHAIN_AGE = dt.timedelta(hours=1)


def verified(pem: bytes, roots: Store, time: dt.datetime) -> tuple[RSAPublicKey, dt.datetime]:
    """Check a chain.

    pem: the leaf, then its issuers. roots: who is trusted to issue certificates.
    Returns the key of the leaf, and until when it may be believed.
    Raises RefusedError unless the chain ends at a trusted root, and its leaf is for a server of Alexa's very name.
    """
    try:
        if len(pem) > MAX_CHAIN_BYTES:
            raise ValueError("too long for a chain")
        leaf, *others = x509.load_pem_x509_certificates(pem)
        policy = PolicyBuilder().store(roots).time(time).max_chain_depth(4)
        chain = policy.build_server_verifier(x509.DNSName(SIGNER)).verify(leaf, others)
        key = leaf.public_key()
        is_good = _is_named(leaf) and _is_for_servers(leaf)
    except (ValueError, VerificationError, x509.ExtensionNotFound):
        raise RefusedError("certificate_chain") from None
    if not is_good or not isinstance(key, RSAPublicKey) or key.key_size < MIN_KEY_BITS:
        raise RefusedError("certificate_chain")
    return key, min(time + MAX_CHAIN_AGE, *(link.not_valid_after_utc for link in chain))


def _is_named(leaf: x509.Certificate) -> bool:
    """Tell whether the name itself is there; cryptography also takes a wildcard that covers it."""
    names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return SIGNER in (name.lower() for name in names.get_values_for_type(x509.DNSName))


def _is_for_servers(leaf: x509.Certificate) -> bool:
    """Tell whether it says that it is for servers; cryptography also takes one that does not say what it is for."""
    uses = leaf.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    return ExtendedKeyUsageOID.SERVER_AUTH in uses
