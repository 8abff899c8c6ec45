"""Opens what was sealed, for the therapist with her own secret key; the gateway holds none.

Takes a message as her mail program saved it (.eml), or a lone .pgp, .asc or .p7m file, and
finds all four shapes of core/sealing.py in it.
"""

import itertools
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    load_pem_private_key,
    pkcs7,
    pkcs12,
)

from gateway.core.header import scan_head, text_of
from gateway.core.line_ends import normalised
from gateway.core.mail import Leaf, ParsedMail
from gateway.core.names import parameters, safe_name
from gateway.core.parse import parse
from gateway.core.sealed_fields import RESTORED, without_content
from gateway.core.sealed_leaf import WRAPPED, shown_name
from gateway.core.splice import leaf_body
from gateway.errors import NeedsHuman
from gateway.seal import _gnupg
from gateway.seal._packets import is_encrypted

Decrypt = Callable[[bytes], bytes]

SMIME_TYPES = ("application/pkcs7-mime", "application/x-pkcs7-mime")
# The DER of id-envelopedData (RFC 5652 §6.1): it stands near the start of enveloped-data.
ENVELOPED_ID = bytes.fromhex("2a864886f70d010703")
SEALED_SUFFIXES = (".pgp", ".gpg", ".asc")
MESSAGE_NAME = "message.eml"
# No attachment grows beyond this when it is opened, whatever it was packed with.
MOST_BYTES = 1 << 30


@dataclass(frozen=True, slots=True)
class Opened:
    """One file as the client sent it; its name is safe to save under."""

    name: str = field(repr=False)
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Unlock:
    """Her secret keys at work: ciphertext in, clear bytes out. Errors of both: NeedsHuman."""

    openpgp: Decrypt
    smime: Decrypt


@contextmanager
def unlocked(
    *,
    home: Path | None = None,
    key: Path | None = None,
    certificate: Path | None = None,
    passphrase: str = "",
) -> Iterator[Unlock]:
    """Her keys, until the block ends.

    home         GnuPG home with her secret key; None: her own
    key          a file with her secret key: OpenPGP, PEM or PKCS #12
    certificate  PEM file that belongs to a PEM key
    Errors: NeedsHuman when a file cannot be read or holds no such key.
    """
    content = _read(key) if key else b""
    if content and not _is_smime_key(content):
        with _gnupg.throwaway_home() as temporary:
            done = _gnupg.ring(temporary).import_keys(content, passphrase=passphrase or None)
            if not getattr(done, "sec_imported", 0):
                raise NeedsHuman("the key file holds no secret key")
            yield Unlock(_by_gpg(temporary, passphrase), _no_certificate)
        return
    smime: Decrypt = _no_certificate
    if content:
        smime = _by_certificate(content, _read(certificate) if certificate else b"", passphrase)
    yield Unlock(_by_gpg(home, passphrase), smime)


def open_sealed(raw: bytes, unlock: Unlock, *, name: str = "") -> list[Opened]:
    """All that was sealed in a message or file, clear again; [] when nothing is sealed in it.

    name  the file's own name, from which a lone file gets its name back
    A message that was sealed whole comes as message.eml first, then its attachments.
    Errors: NeedsHuman when her key does not open it.
    """
    if is_encrypted(raw):
        return _file(unlock.openpgp(raw), safe_name(name), 1)
    if ENVELOPED_ID in raw[:64]:
        return _restored(b"", unlock.smime(raw))
    raw = normalised(raw)
    mail = parse(raw)
    inside = _whole(raw, mail, unlock)
    if inside is not None:
        return _restored(without_content(raw, mail), inside)
    return [file for n, leaf in enumerate(mail.leaves, 1) for file in _leaf(raw, leaf, n, unlock)]


def save(opened: Sequence[Opened], folder: Path) -> list[Path]:
    """Write the files, readable by this user alone; none is ever written over.

    Errors: NeedsHuman when the folder cannot be written.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return [_save(file, folder) for file in opened]
    except OSError as error:
        raise NeedsHuman("the folder cannot be written", detail=f"{folder}") from error


def _save(file: Opened, folder: Path) -> Path:
    name = Path(safe_name(file.name) or "file")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
    for number in itertools.count(1):
        own = name.name if number == 1 else f"{name.stem} ({number}){name.suffix}"
        try:
            fd = os.open(folder / own, flags, 0o600)
        except FileExistsError:
            continue
        with os.fdopen(fd, "wb") as out:
            out.write(file.data)
        return folder / own
    raise AssertionError("numbers do not end")


def _whole(raw: bytes, mail: ParsedMail, unlock: Unlock) -> bytes | None:
    """The entity inside a message that was sealed whole; None when it was not."""
    kind = parameters(mail.header("content-type") or "").word
    if kind == "multipart/encrypted" and len(mail.leaves) == 2:
        version, sealed = mail.leaves
        if version.media_type == "application/pgp-encrypted":
            return unlock.openpgp(leaf_body(raw, sealed))
    if kind in SMIME_TYPES and mail.leaves:
        body = leaf_body(raw, mail.leaves[0])
        return unlock.smime(body) if ENVELOPED_ID in body[:64] else None
    return None


def _restored(outside: bytes, inside: bytes) -> list[Opened]:
    """A whole message, and each attachment of it."""
    whole = inside.removeprefix(RESTORED) if inside.startswith(RESTORED) else outside + inside
    read = normalised(whole)
    return [Opened(MESSAGE_NAME, whole), *_files(read, parse(read).attachments)]


def _leaf(raw: bytes, leaf: Leaf, number: int, unlock: Unlock) -> list[Opened]:
    """What one part of a message holds sealed."""
    if leaf.media_type == "message/rfc822":
        return _gathered(leaf_body(raw, leaf), unlock)
    if not leaf.is_attachment:
        return []
    body = leaf_body(raw, leaf)
    return _file(unlock.openpgp(body), _full_name(raw, leaf), number) if is_encrypted(body) else []


def _gathered(raw: bytes, unlock: Unlock) -> list[Opened]:
    """The attachments in an attached S/MIME message."""
    mail = parse(raw)
    inside = _whole(raw, mail, unlock)
    return [] if inside is None else _files(inside, parse(inside).leaves)


def _file(clear: bytes, name: str, number: int) -> list[Opened]:
    """A decrypted attachment under the name that it had."""
    if clear.startswith(WRAPPED):
        return _files(clear, parse(clear).leaves, number)
    stem, dot, suffix = name.rpartition(".")
    own = safe_name(stem if f".{suffix.lower()}" in SEALED_SUFFIXES else name)
    return [Opened(own or f"attachment-{number}", clear)]


def _files(raw: bytes, leaves: Iterable[Leaf], first: int = 1) -> list[Opened]:
    return [
        Opened(shown_name(leaf, number, hide_names=False), leaf_body(raw, leaf))
        for number, leaf in enumerate(leaves, first)
    ]


def _full_name(raw: bytes, leaf: Leaf) -> str:
    """The file name as it stands: leaf.name is cut to a length that ".pgp" may be beyond."""
    head = scan_head(raw, leaf.head_start, leaf.body_start)
    found = (f for f in head.fields if f.name == "content-disposition")
    names = (parameters(text_of(raw, f)).get("filename") for f in found)
    return next(names, "") or leaf.name


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise NeedsHuman("a key file cannot be read", detail=f"{path}") from error


def _is_smime_key(content: bytes) -> bool:
    """PEM or DER; an OpenPGP packet never begins as DER does."""
    pem = b"PRIVATE KEY-----" in content and b"BEGIN PGP" not in content
    return pem or content.startswith(b"\x30")


def _by_gpg(home: Path | None, passphrase: str) -> Decrypt:
    gpg: list[Any] = []

    def decrypt(sealed: bytes) -> bytes:
        if not gpg:
            gpg.append(_gnupg.ring(home))
        more = [f"--max-output={MOST_BYTES}"]
        done = gpg[0].decrypt(sealed, passphrase=passphrase or None, extra_args=more)
        if not done.ok:
            raise NeedsHuman("gpg could not open it: is this your key, and its passphrase right?")
        return bytes(done.data)

    return decrypt


def _no_certificate(_sealed: bytes) -> bytes:
    raise NeedsHuman("this is sealed with S/MIME: give your key and certificate")


def _by_certificate(key: bytes, certificate: bytes, passphrase: str) -> Decrypt:
    """Errors: NeedsHuman."""
    private, own = _smime_pair(key, certificate, passphrase.encode() or None)

    def decrypt(sealed: bytes) -> bytes:
        try:
            return pkcs7.pkcs7_decrypt_der(sealed, own, private, [])
        except ValueError as error:
            raise NeedsHuman("it is sealed for another certificate, or is damaged") from error

    return decrypt


def _smime_pair(
    key: bytes, certificate: bytes, password: bytes | None
) -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
    private: object
    try:
        if b"-----BEGIN" in key:
            private = load_pem_private_key(key, password)
            own = x509.load_pem_x509_certificate(certificate or key)
        else:
            private, held, _ = pkcs12.load_key_and_certificates(key, password)
            own = held or x509.load_pem_x509_certificate(certificate)
    except (TypeError, ValueError) as error:
        raise NeedsHuman("key or certificate cannot be read: is the password right?") from error
    if not isinstance(private, rsa.RSAPrivateKey) or own.public_key() != private.public_key():
        raise NeedsHuman("key and certificate do not belong together")
    return private, own
