"""What the store knows of single clients: agreements, and who had a reply lately.

The running gateway reads; `gateway client` writes beside it, and the next message sees it.
"""

import contextlib
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from gateway.core.client import Client, Known
from gateway.errors import NeedsHuman
from gateway.store.records import pack_client, unpack_client
from gateway.store.vault import Vault

KNOWN = """
SELECT (SELECT record FROM client WHERE mark = ?),
       EXISTS (SELECT 1 FROM answer WHERE sender = ? AND at > ?)
"""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was deleted of one client; false when there was nothing.

    agreement  there was one; replies: records of what was sent to her;
    limits     traces by which replies are counted, and of a reply that she refused
    """

    agreement: bool
    replies: int
    limits: int

    def __bool__(self) -> bool:
        return self.agreement or self.replies > 0 or self.limits > 0


class Clients:
    """The agreements in one database. Addresses may be written in any of their spellings.

    key_of  the one spelling by which addresses are compared (core/addresses.py)
    Errors of all: NeedsHuman when a record is damaged or of another key.
    """

    def __init__(self, db: sqlite3.Connection, vault: Vault, key_of: Callable[[str], str]) -> None:
        self._db = db
        self._vault = vault
        self._key_of = key_of

    def known(self, sender: str, since: datetime) -> Known:
        """Her agreement, and whether any reply went to her after `since`.

        One look at two indexes, about 20 microseconds: it may be asked from the event loop.
        """
        key = self._key_of(sender)
        mark = self._mark(key)
        row = (mark, self._vault.mark("sender", key), since.timestamp())
        record, replied = self._db.execute(KNOWN, row).fetchone()
        client = self._opened(mark, record)[1] if record is not None else None
        return Known(client=client, replied=bool(replied))

    def get(self, address: str) -> Client | None:
        """The agreement, None when there is none."""
        mark = self._mark(self._key_of(address))
        row = self._db.execute("SELECT record FROM client WHERE mark = ?", (mark,)).fetchone()
        return self._opened(mark, row[0])[1] if row else None

    def put(self, address: str, client: Client, now: datetime) -> None:
        """Keep the agreement, in the place of an earlier one."""
        mark = self._mark(self._key_of(address))
        record = self._vault.seal(pack_client(address.strip(), client), _place(mark))
        self._db.execute(
            "INSERT OR REPLACE INTO client VALUES (?, ?, ?)", (mark, record, now.timestamp())
        )

    def forget(self, address: str) -> Forgotten:
        """Delete all that is kept of an address but messages that are still under way.

        What was deleted is overwritten in the file, and in its log when nothing else reads it.
        """
        key = self._key_of(address)
        sender = (self._vault.mark("sender", key),)
        with self._db as db:
            db.execute("BEGIN IMMEDIATE")
            gone = Forgotten(
                agreement=_deleted(db, "client WHERE mark = ?", (self._mark(key),)) > 0,
                replies=_deleted(db, "reply WHERE sender = ?", sender),
                limits=_deleted(db, "answer WHERE sender = ?", sender)
                + _deleted(db, "refusal WHERE sender = ?", sender),
            )
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return gone

    def all(self) -> list[tuple[str, Client]]:
        """Every (address, agreement), by address."""
        rows = self._db.execute("SELECT mark, record FROM client").fetchall()
        return sorted((self._opened(*row) for row in rows), key=lambda pair: pair[0].casefold())

    def of_this_key(self) -> bool:
        """Was what lies here sealed with this key? One record that opens is enough.

        With another key no client would be found, and an agreement not to write be ignored.
        """
        rows = self._db.execute("SELECT mark, record FROM client LIMIT 20").fetchall()
        for row in rows:
            with contextlib.suppress(NeedsHuman):
                return bool(self._opened(*row))
        return not rows

    def _mark(self, key: str) -> bytes:
        return self._vault.mark("client", key)

    def _opened(self, mark: bytes, record: bytes) -> tuple[str, Client]:
        return unpack_client(self._vault.open(record, _place(mark)))


def _place(mark: bytes) -> str:
    return f"client {mark.hex()}"


def _deleted(db: sqlite3.Connection, what: str, row: tuple[object, ...]) -> int:
    return db.execute(f"DELETE FROM {what}", row).rowcount
