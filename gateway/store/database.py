"""The database file of a state folder: opened with its promises, held by one process."""

import contextlib
import fcntl
import os
import sqlite3
from pathlib import Path

from gateway.errors import NeedsHuman
from gateway.store.vault import Vault

# Pages of the log before they are moved into the file: the same pages change again and again.
CHECKPOINT_PAGES = 4_000


def connect(folder: Path) -> sqlite3.Connection:
    """A connection with the promises of this store switched on.

    Errors: NeedsHuman when the file is no database, or a damaged one.
    """
    db = sqlite3.connect(
        folder / "gateway.db", timeout=30, isolation_level=None, check_same_thread=False
    )
    try:
        db.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError:  # locked, no room: no damage
        raise
    except sqlite3.DatabaseError as e:
        raise NeedsHuman("the store is damaged: restore it from a copy", detail=str(folder)) from e
    db.execute("PRAGMA synchronous = FULL")
    db.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
    db.execute("PRAGMA secure_delete = ON")
    db.execute("PRAGMA foreign_keys = ON")
    return db


def is_of(vault: Vault, db: sqlite3.Connection) -> bool:
    """Was what lies here sealed with this key? One of the newest that opens is enough."""
    rows = db.execute("SELECT id, envelope, record FROM message ORDER BY id DESC LIMIT 20")
    sealed = [(r[1], f"envelope {r[0]}") if r[1] else (r[2], f"record {r[0]}") for r in rows]
    for blob, place in (kept := [one for one in sealed if one[0]]):
        with contextlib.suppress(NeedsHuman):
            return bool(vault.open(blob, place))
    return not kept


def lock(folder: Path) -> int:
    """Hold the folder for this process. Errors: NeedsHuman when another one does."""
    fd = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as e:
        os.close(fd)
        raise NeedsHuman(
            "another gateway already runs on this state folder", detail=str(folder)
        ) from e
    return fd
