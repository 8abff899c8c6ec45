"""GnuPG's key rings: the one file that knows python-gnupg.

Slow (several processes a call), so it is for keys only; openpgp.py starts gpg itself to
encrypt. Nothing here asks a key server or the therapist's own key ring.
"""

import logging
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import gnupg

from gateway.errors import NeedsHuman

WEAKEST_BITS = 2048
# Algorithms whose strength is their length: RSA, ElGamal, DSA (RFC 9580 §9.1).
BY_LENGTH = {"1": "RSA", "2": "RSA", "3": "RSA", "16": "ElGamal", "17": "DSA", "20": "ElGamal"}
RING_OPTIONS = (
    "--no-options",
    "--no-auto-key-locate",
    "--disable-dirmngr",
    "--trust-model=always",
)
# GnuPG's colon listings: expired, revoked, disabled, invalid.
REVOKED, EXPIRED, NOT_VALID = "r", "e", "din"

# It would write keys into the log.
logging.getLogger("gnupg").setLevel(logging.WARNING)


@dataclass(frozen=True, slots=True, kw_only=True)
class RingKey:
    """One key or subkey of a ring. validity is GnuPG's letter; expires None: never."""

    key_id: str
    encrypts: bool
    validity: str
    algorithm: str
    bits: int | None
    created: datetime
    expires: datetime | None

    @property
    def is_weak(self) -> bool:
        return self.bits is not None and self.bits < WEAKEST_BITS

    def is_over(self, now: datetime) -> bool:
        """Expired, whether gpg had noticed it at the time or not."""
        return self.validity == EXPIRED or (self.expires is not None and self.expires <= now)


@dataclass(frozen=True, slots=True, kw_only=True)
class RingEntry:
    """A whole key: the primary and its subkeys."""

    fingerprint: str
    owner: str
    primary: RingKey
    subkeys: tuple[RingKey, ...]

    @property
    def encrypting(self) -> tuple[RingKey, ...]:
        return tuple(key for key in (self.primary, *self.subkeys) if key.encrypts)


def needed_gpg() -> str:
    """Where gpg is. Errors: NeedsHuman when it is not installed."""
    program = shutil.which("gpg")
    if program is None:
        raise NeedsHuman("gpg is not installed: apt install gpg gpg-agent")
    return program


def environment(home: Path) -> dict[str, str]:
    """All that gpg is told about this machine."""
    return {"PATH": os.defpath, "LC_ALL": "C", "HOME": str(home), "GNUPGHOME": str(home)}


def ring(home: Path | None) -> Any:
    """python-gnupg over a home; None: the user's own, with the agent and the windows of it.

    Errors: NeedsHuman when gpg cannot run there.
    """
    program = needed_gpg()
    try:
        return gnupg.GPG(
            gpgbinary=program,
            gnupghome=str(home) if home else None,
            options=list(RING_OPTIONS),
            env=environment(home) if home else None,
            encoding="utf-8",
        )
    except (OSError, ValueError) as error:
        raise NeedsHuman("gpg does not work", detail=type(error).__name__) from error


def entries(home: Path, *, secret: bool = False) -> tuple[RingEntry, ...]:
    """Every key in a home. Errors: NeedsHuman."""
    try:
        listed = ring(home).list_keys(secret)
    except (OSError, ValueError) as error:
        raise NeedsHuman("gpg cannot list its keys", detail=type(error).__name__) from error
    return tuple(_entry(row) for row in listed)


def _entry(row: Mapping[str, Any]) -> RingEntry:
    primary = _key(row, row["cap"])
    subkeys = (_key(info, info["cap"]) for info in row.get("subkey_info", {}).values())
    return RingEntry(
        fingerprint=row["fingerprint"],
        owner=next(iter(row["uids"]), ""),
        primary=primary,
        subkeys=tuple(subkeys),
    )


def _key(row: Mapping[str, str], capabilities: str) -> RingKey:
    """Lower-case capabilities are the key's own; upper-case those of the whole."""
    kind = BY_LENGTH.get(row["algo"])
    return RingKey(
        key_id=row["keyid"].upper(),
        encrypts="e" in capabilities,
        validity=row["trust"][:1],
        algorithm=f"{kind} {row['length']}" if kind else row["curve"] or f"number {row['algo']}",
        bits=int(row["length"]) if kind else None,
        created=_moment(row["date"]) or datetime.fromtimestamp(0, UTC),
        expires=_moment(row["expires"]),
    )


def _moment(text: str) -> datetime | None:
    return datetime.fromtimestamp(int(text), UTC) if text.isdigit() and text != "0" else None


@contextmanager
def throwaway_home() -> Iterator[Path]:
    """A key ring of its own that is gone afterwards, its agent ended."""
    home = Path(tempfile.mkdtemp(prefix="gateway-gpg-"))
    try:
        yield home
    finally:
        end_agent(home)
        shutil.rmtree(home, ignore_errors=True)


def end_agent(home: Path) -> None:
    """gpg leaves an agent behind once it has handled a secret key."""
    program = shutil.which("gpgconf")
    if program is not None:
        subprocess.run(
            [program, "--homedir", str(home), "--kill", "all"],
            env=environment(home),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
