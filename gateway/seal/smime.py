"""Seals with S/MIME: enveloped-data (RFC 8551 §3.3) for one RSA certificate, in this process.

AES-256-CBC, since that is what mail programs open; the library makes no GCM. DER comes out,
core/sealing.py writes the base64: five times faster than the library's own MIME form.
"""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.ciphers import algorithms
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs7 import (
    PKCS7EnvelopeBuilder,
    PKCS7Options,
)

from gateway.core.policy import Seal
from gateway.errors import NeedsHuman
from gateway.seal._facts import KeyFacts

WEAKEST_BITS = 2048
# Below this a thread costs more than the encryption.
THREAD_ABOVE_BYTES = 524_288


def open_sealer(seal: Seal, base: Path) -> "SmimeSealer":
    """The sealer for the policy's certificate; never fails, check() tells what is wrong.

    base  the folder that seal.certificate is under
    """
    return SmimeSealer(base / seal.certificate)


class SmimeSealer:
    """Encrypts to the certificate in one file."""

    scheme = "smime"

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: tuple[tuple[int, ...], x509.Certificate] | None = None

    async def seal(self, clear: bytes) -> bytes:
        """Enveloped-data in DER. Errors: NeedsHuman."""
        certificate = self._certificate()
        problems = certificate_problems(certificate, datetime.now(UTC))
        if problems:
            raise NeedsHuman("; ".join(problems))
        if len(clear) > THREAD_ABOVE_BYTES:
            return await asyncio.to_thread(enveloped, clear, certificate)
        return enveloped(clear, certificate)

    def check(self) -> Sequence[str]:
        """What is wrong with the certificate today; () when it is usable."""
        return self.facts().problems

    def facts(self) -> KeyFacts:
        """The certificate as it stands in its file."""
        try:
            certificate = self._certificate()
        except NeedsHuman as error:
            return KeyFacts(scheme=self.scheme, problems=(error.public,))
        key = certificate.public_key()
        return KeyFacts(
            scheme=self.scheme,
            fingerprint=certificate.fingerprint(SHA256()).hex().upper(),
            owner=certificate.subject.rfc4514_string(),
            algorithm=f"RSA {key.key_size}" if isinstance(key, rsa.RSAPublicKey) else "not RSA",
            created=certificate.not_valid_before_utc,
            expires=certificate.not_valid_after_utc,
            problems=certificate_problems(certificate, datetime.now(UTC)),
        )

    def _certificate(self) -> x509.Certificate:
        """Read again when the file changes. Errors: NeedsHuman."""
        try:
            found = self._path.stat()
            stamp = (found.st_mtime_ns, found.st_size, found.st_ino)
            if self._known is None or self._known[0] != stamp:
                self._known = (stamp, read_certificate(self._path.read_bytes()))
        except OSError as error:
            raise NeedsHuman(
                "the S/MIME certificate cannot be read: see seal.certificate",
                detail=type(error).__name__,
            ) from error
        return self._known[1]


def read_certificate(content: bytes) -> x509.Certificate:
    """The first certificate in a PEM file, or the one in a DER file. Errors: NeedsHuman."""
    if b"PRIVATE KEY-----" in content:
        raise NeedsHuman("the file of the S/MIME certificate holds a private key: take it out")
    try:
        if b"-----BEGIN" in content:
            return x509.load_pem_x509_certificate(content)
        return x509.load_der_x509_certificate(content)
    except ValueError as error:
        raise NeedsHuman("the file of the S/MIME certificate holds none") from error


def enveloped(clear: bytes, certificate: x509.Certificate) -> bytes:
    """The clear bytes, exactly, as enveloped-data in DER. Errors: NeedsHuman."""
    try:
        return (
            PKCS7EnvelopeBuilder()
            .set_data(clear)
            .add_recipient(certificate)
            .set_content_encryption_algorithm(algorithms.AES256)
            .encrypt(Encoding.DER, [PKCS7Options.Binary])
        )
    except (TypeError, ValueError) as error:
        words = "the S/MIME certificate cannot be encrypted to"
        raise NeedsHuman(words, detail=type(error).__name__) from error


def certificate_problems(certificate: x509.Certificate, now: datetime) -> tuple[str, ...]:
    """All that speaks against encrypting to this certificate now."""
    found = []
    key = certificate.public_key()
    if not isinstance(key, rsa.RSAPublicKey):
        found.append("the S/MIME certificate must have an RSA key")
    elif key.key_size < WEAKEST_BITS:
        found.append(f"the S/MIME certificate is too weak ({key.key_size} bits): get a new one")
    if now < certificate.not_valid_before_utc:
        found.append("the S/MIME certificate is not valid yet: is the clock right?")
    if now > certificate.not_valid_after_utc:
        found.append("the S/MIME certificate has expired: renew it")
    if not _may_encipher_keys(certificate):
        found.append("the S/MIME certificate can only sign: get one for encryption")
    return tuple(found)


def _may_encipher_keys(certificate: x509.Certificate) -> bool:
    """RFC 8550 §4.4.2: without the extension every use is allowed."""
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage)
    except x509.ExtensionNotFound:
        return True
    except ValueError:
        return False
    return usage.value.key_encipherment
