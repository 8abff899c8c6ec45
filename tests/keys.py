"""Keys for tests, made once a run: OpenPGP pairs of every condition, and S/MIME certificates."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from gateway.core.policy import Seal
from gateway.seal import _gnupg

ADDRESS = "mira.holt@practice.example"
LONG_AGO = "--faked-system-time=20200102T030405!"


@dataclass(frozen=True, kw_only=True)
class Pair:
    """An OpenPGP key pair, armored."""

    fingerprint: str
    public: bytes
    secret: bytes = field(repr=False)


def gpg(home: Path, *arguments: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    """gpg over a home, without questions; it must succeed."""
    fixed = ("--batch", "--no-tty", "--pinentry-mode=loopback", "--passphrase=", "--yes")
    return subprocess.run(
        ["gpg", "--homedir", str(home), *fixed, *arguments],
        input=given,
        capture_output=True,
        check=True,
        env=_gnupg.environment(home),
    )


@contextmanager
def home_with(*pairs: Pair, secret: bool = True) -> Iterator[Path]:
    """A key ring that holds these pairs, or only their public keys."""
    with _gnupg.throwaway_home() as home:
        for pair in pairs:
            gpg(home, "--import", given=pair.secret if secret else pair.public)
        yield home


@cache
def pair(condition: str = "good") -> Pair:
    """good, other, rsa; expired, revoked, sign-only, weak, sha1: what is wrong with it."""
    algorithm = {"rsa": "rsa2048", "weak": "rsa1024", "sign-only": "ed25519"}
    primary = algorithm.get(condition, "ed25519")
    clock = (LONG_AGO,) if condition == "expired" else ()
    life = "1d" if condition == "expired" else "never"
    with _gnupg.throwaway_home() as home:
        gpg(home, *clock, "--quick-generate-key", ADDRESS, primary, "sign", life)
        (made,) = _gnupg.entries(home, secret=True)
        if condition != "sign-only":
            subkey = "cv25519" if primary == "ed25519" else primary
            gpg(home, *clock, "--quick-add-key", made.fingerprint, subkey, "encr", life)
        if condition == "revoked":
            saved = home / "openpgp-revocs.d" / f"{made.fingerprint}.rev"
            gpg(home, "--import", given=saved.read_bytes().replace(b":-----", b"-----"))
        return Pair(
            fingerprint=made.fingerprint,
            public=gpg(home, "--armor", "--export").stdout,
            secret=gpg(home, "--armor", "--export-secret-keys").stdout,
        )


def openpgp_seal(base: Path, held: Pair, fingerprint: str | None = None) -> Seal:
    """A policy table for a key ring under `base` that holds one public key."""
    home = base / "ring"
    home.mkdir(mode=0o700)
    gpg(home, "--no-autostart", "--import", given=held.public)
    return Seal(scheme="openpgp", home="ring", fingerprint=fingerprint or held.fingerprint)


@dataclass(frozen=True, kw_only=True)
class Certificate:
    """An S/MIME certificate and its key, PEM."""

    certificate: bytes
    key: bytes = field(repr=False)


@cache
def certificate(condition: str = "good") -> Certificate:
    """good, other; expired, early, weak, sign-only, elliptic: what is wrong with it."""
    key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
    if condition == "elliptic":
        key = ec.generate_private_key(ec.SECP256R1())
    else:
        size = 1024 if condition == "weak" else 2048
        key = rsa.generate_private_key(public_exponent=65537, key_size=size)
    now, day = datetime.now(UTC), timedelta(days=1)
    start, end = {
        "expired": (now - 2 * day, now - day),
        "early": (now + day, now + 2 * day),
    }.get(condition, (now - day, now + day))
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Mira Holt")])
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=condition != "sign-only",
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(end)
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return Certificate(certificate=made.public_bytes(Encoding.PEM), key=private)


def smime_seal(base: Path, held: Certificate) -> Seal:
    """A policy table for a certificate file under `base`."""
    (base / "certificate.pem").write_bytes(held.certificate)
    return Seal(scheme="smime", certificate="certificate.pem")
