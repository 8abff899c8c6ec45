"""Encryption of all that rests on disk, and keyed hashes of all that is only compared.

AES-256-GCM under a key drawn from the master key (HKDF-SHA-256), one random
96-bit nonce a record: safe for 2**32 records, more than a practice writes.
Each record is bound to its place (message id and kind), so that a swapped
row or file does not open.
"""

import hmac
import os
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from gateway.errors import NeedsHuman

VERSION = b"\x01"
NONCE_BYTES = 12


class Vault:
    """Seals and opens records; hashes what is only compared."""

    def __init__(self, master: bytes) -> None:
        self._aead = AESGCM(_derive(master, b"quiet-gateway records"))
        self._mac_key = _derive(master, b"quiet-gateway hashes")
        self.token_key = _derive(master, b"quiet-gateway message tokens")

    def seal(self, clear: bytes, place: str) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return VERSION + nonce + self._aead.encrypt(nonce, clear, place.encode())

    def open(self, sealed: bytes, place: str) -> bytes:
        """The clear record. Errors: NeedsHuman when it is damaged or the key is another."""
        nonce, rest = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
        try:
            if sealed[:1] != VERSION:
                raise InvalidTag
            return self._aead.decrypt(nonce, rest, place.encode())
        except (InvalidTag, ValueError) as e:
            raise NeedsHuman("a stored record does not open", detail=f"place {place}") from e

    def mark(self, *parts: str) -> bytes:
        """A keyed hash that tells equal from unequal and nothing else (length-prefixed parts)."""
        mac = hmac.new(self._mac_key, digestmod=sha256)
        for part in parts:
            data = part.encode("utf-8", "surrogateescape")
            mac.update(len(data).to_bytes(4, "big") + data)
        return mac.digest()[:16]


def _derive(master: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(master)
