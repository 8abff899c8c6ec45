"""The keys behind `gateway keys`: made, imported, shown. The gateway keeps public ones only.

A new secret key is handed to the caller once, for the therapist's own computer; nothing of
it stays in the gateway's folders, so that who takes the gateway cannot read her mail.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from gateway.core.policy import Seal
from gateway.errors import NeedsHuman
from gateway.private import make_folders
from gateway.seal import _gnupg, openpgp, smime
from gateway.seal._facts import KeyFacts
from gateway.seal._packets import PUBLIC_KEY, SECRET_KEY, SECRET_SUBKEY, key_tags

RSA_BITS = 3072
LIFE_OF_A_CERTIFICATE = timedelta(days=10 * 365)
# A clock that is slow by less than this still takes a new certificate.
SLOW_CLOCK = timedelta(hours=1)


def show(seal: Seal, base: Path) -> KeyFacts:
    """The policy's key as it stands today. Errors: NeedsHuman when no scheme is set."""
    if seal.scheme == "openpgp":
        return openpgp.open_sealer(seal, base).facts()
    if seal.scheme == "smime":
        return smime.open_sealer(seal, base).facts()
    raise NeedsHuman('sealing is off: set seal.scheme to "openpgp" or "smime"')


def new_openpgp(home: Path, *, name: str, address: str) -> tuple[str, str]:
    """A new key pair: its fingerprint and the secret key, armored, without a passphrase.

    home  the gateway's key ring, which gets the public key alone; made when it is not there
    Signs with Ed25519, encrypts with Curve25519, never expires: an expired key would hold
    mail back. Errors: NeedsHuman.
    """
    owner = {"name_real": _plain(name, "name"), "name_email": _plain(address, "address")}
    with _gnupg.throwaway_home() as temporary:
        gpg = _gnupg.ring(temporary)
        made = gpg.gen_key(
            gpg.gen_key_input(
                key_type="EDDSA",
                key_curve="ed25519",
                subkey_type="ECDH",
                subkey_curve="cv25519",
                expire_date=0,
                no_protection=True,
                **owner,
            )
        )
        public = gpg.export_keys(made.fingerprint) if made.fingerprint else ""
        secret = gpg.export_keys(made.fingerprint, secret=True, expect_passphrase=False)
        if not public or not secret:
            raise NeedsHuman("gpg did not make a key: is gpg-agent installed?")
    return import_openpgp(home, public.encode()), str(secret)


def import_openpgp(home: Path, key: bytes) -> str:
    """Put one public key into the gateway's key ring; its fingerprint.

    key  armored or not; home is made (0700) when it is not there
    Errors: NeedsHuman when it is a secret key, no key, or more than one.
    """
    try:
        tags = key_tags(key)
    except ValueError as error:
        raise NeedsHuman("this is no OpenPGP key") from error
    if SECRET_KEY in tags or SECRET_SUBKEY in tags:
        raise NeedsHuman("this is a secret key, which must not come here: export the public key")
    if tags.count(PUBLIC_KEY) != 1 or tags[0] != PUBLIC_KEY:
        raise NeedsHuman("there must be one public key in the file: export hers alone")
    make_folders(home)
    home.chmod(0o700)
    # No agent: it would stay behind, and there is no secret key for it to keep.
    options = ["--no-autostart", "--no-auto-check-trustdb", "--import-options=import-minimal"]
    done = _gnupg.ring(home).import_keys(key, extra_args=options)
    fingerprints = {str(found) for found in done.fingerprints if found}
    if len(fingerprints) != 1:
        raise NeedsHuman("gpg did not take the key")
    return fingerprints.pop()


def new_smime(*, name: str, address: str) -> tuple[str, str]:
    """A new self-signed certificate and its private key, both PEM, the key without a password.

    Errors: NeedsHuman when name or address cannot stand in a certificate.
    """
    name, address = _plain(name, "name"), _plain(address, "address")
    key = rsa.generate_private_key(public_exponent=65537, key_size=RSA_BITS)
    try:
        certificate = _certificate(key, name, address)
    except ValueError as error:
        raise NeedsHuman("the name or address cannot stand in a certificate") from error
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return certificate.public_bytes(Encoding.PEM).decode(), private.decode()


def _certificate(key: rsa.RSAPrivateKey, name: str, address: str) -> x509.Certificate:
    """For e-mail protection (RFC 8550 §4.4)."""
    now = datetime.now(UTC)
    owner = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=True,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(owner)
        .issuer_name(owner)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - SLOW_CLOCK)
        .not_valid_after(now + LIFE_OF_A_CERTIFICATE)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(
            x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False
        )
        .add_extension(x509.SubjectAlternativeName([x509.RFC822Name(address)]), critical=False)
        .sign(key, hashes.SHA256())
    )


def as_pkcs12(certificate: str, key: str, *, password: str) -> bytes:
    """Certificate and key in the one file that mail programs import (RFC 7292).

    password  what the mail program will ask for; not empty
    """
    loaded = load_pem_private_key(key.encode(), None)
    if not isinstance(loaded, rsa.RSAPrivateKey):
        raise NeedsHuman("only RSA keys can be used for S/MIME")
    held = x509.load_pem_x509_certificate(certificate.encode())
    lock = BestAvailableEncryption(password.encode())
    return pkcs12.serialize_key_and_certificates(b"gateway", loaded, held, None, lock)


def _plain(text: str, what: str) -> str:
    """One line without what GnuPG's own key form takes as its own. Errors: NeedsHuman."""
    text = text.strip()
    if not text or not text.isprintable() or set("<>()%") & set(text):
        raise NeedsHuman(f"the {what} for the key must be plain text on one line")
    return text
