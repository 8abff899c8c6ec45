"""What was in force when: each policy, with its templates and crisis lines, has a number."""

import contextlib
import json
import sqlite3
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from gateway.errors import NeedsHuman, TryLater
from gateway.store.vault import Vault

Content = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition.

    first_at, last_at  when it was loaded first and last
    content            "policy": text of the file; "templates": sources by name; "lines": rows;
                       "lines_version"; "program": version
    """

    number: int
    first_at: datetime
    last_at: datetime
    content: dict[str, Any]


class Editions:
    """The editions in one database. Errors of what writes: TryLater when there is no room."""

    def __init__(self, db: sqlite3.Connection, vault: Vault) -> None:
        self._db = db
        self._vault = vault

    def number_of(self, content: Content, now: datetime) -> int:
        """The number of this content, a new one when it was never loaded before.

        content  JSON values; what differs in any character is another edition
        """
        clear = json.dumps(content, sort_keys=True, separators=(",", ":"))
        sha = self._vault.mark("edition", clear)
        row = self._db.execute("SELECT number FROM edition WHERE sha = ?", (sha,)).fetchone()
        if row is None:
            return self._new(sha, clear.encode("ascii"), now.timestamp())
        with contextlib.suppress(sqlite3.OperationalError):  # a full disk must not stop a start
            self._db.execute(
                "UPDATE edition SET last_at = ? WHERE number = ?", (now.timestamp(), row[0])
            )
        return int(row[0])

    def _new(self, sha: bytes, clear: bytes, at: float) -> int:
        packed = zlib.compress(clear)
        try:
            with self._db as db:
                db.execute("BEGIN IMMEDIATE")
                (last,) = db.execute("SELECT coalesce(max(number), 0) FROM edition").fetchone()
                number = int(last) + 1
                db.execute(
                    "INSERT INTO edition (number, sha, first_at, last_at, content)"
                    " VALUES (?, ?, ?, ?, ?)",
                    (number, sha, at, at, self._vault.seal(packed, _place(number))),
                )
        except sqlite3.OperationalError as e:
            raise TryLater("no room to keep it now", detail=type(e).__name__) from e
        return number

    def proved(self, number: int) -> bool:
        """Was every reply of this edition checked before?"""
        row = self._db.execute(
            "SELECT 1 FROM edition WHERE number = ? AND proved", (number,)
        ).fetchone()
        return row is not None

    def prove(self, number: int) -> None:
        """Every reply of this edition was checked and found right."""
        with contextlib.suppress(sqlite3.OperationalError):  # then it is checked again
            self._db.execute("UPDATE edition SET proved = 1 WHERE number = ?", (number,))

    def read(self, number: int) -> Edition:
        """Errors: NeedsHuman when there is none of this number, or it is damaged."""
        row = self._db.execute(
            "SELECT number, first_at, last_at, content FROM edition WHERE number = ?", (number,)
        ).fetchone()
        if row is None:
            raise NeedsHuman(f"there is no edition {number}", detail="it was never loaded here")
        return self._edition(row)

    def newest(self) -> Edition | None:
        """The one that was loaded last, None before the first start.

        One that was refused, since a reply of it was wrong, counts only when there is no other.
        """
        row = self._db.execute(
            "SELECT number, first_at, last_at, content FROM edition"
            " ORDER BY proved DESC, last_at DESC, number DESC LIMIT 1"
        ).fetchone()
        return self._edition(row) if row else None

    def _edition(self, row: tuple[int, float, float, bytes]) -> Edition:
        number, first, last, sealed = row
        return Edition(
            number=number,
            first_at=datetime.fromtimestamp(first, UTC),
            last_at=datetime.fromtimestamp(last, UTC),
            content=json.loads(zlib.decompress(self._vault.open(sealed, _place(number)))),
        )


def _place(number: int) -> str:
    return f"edition {number}"
