"""The database file of a state folder: opened with its promises, held by one process."""

import fcntl
import os
import sqlite3
from pathlib import Path

from gateway.errors import NeedsHuman

# Pages of the log before they are moved into the file: the same pages change again and again.
CHECKPOINT_PAGES = 4_000


def connect(folder: Path) -> sqlite3.Connection:
    """A connection with the promises of this store switched on."""
    db = sqlite3.connect(
        folder / "gateway.db", timeout=30, isolation_level=None, check_same_thread=False
    )
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
    db.execute("PRAGMA secure_delete = ON")
    db.execute("PRAGMA foreign_keys = ON")
    return db


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
