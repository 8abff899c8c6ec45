"""The store of one therapist: SQLite in a folder, everything in it sealed.

Order of truth: body file and folder synced, then the row committed
(WAL, synchronous=FULL), then 250. One process holds the folder; the queue
commands may read and change rows beside it.
"""

import asyncio
import contextlib
import os
import secrets
import sqlite3
import time
from collections import deque
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from gateway.core.mail import Envelope
from gateway.core.record import Seen
from gateway.errors import NeedsHuman, TryLater
from gateway.ports import Job
from gateway.store.clients import Clients
from gateway.store.database import connect, is_of, lock
from gateway.store.editions import Editions
from gateway.store.forgetting import forget_old
from gateway.store.in_work import InWork
from gateway.store.job import SqliteJob
from gateway.store.migrate import migrate
from gateway.store.queue import look
from gateway.store.records import pack_envelope, unpack_envelope
from gateway.store.spool import Spool
from gateway.store.vault import Vault
from gateway.store.writer import Writer

T = TypeVar("T")

FRESH_BYTES = 64 << 20
DUE_AT_ONCE = 64
NO_ROOM_S = 1.0

RECOVER = """
UPDATE action SET state = 'dropped', error = 'in doubt: the program ended while it was sent'
 WHERE state = 'doing' AND kind = 'reply';
UPDATE action SET state = 'todo', not_before = 0 WHERE state = 'doing';
"""
FINISHED = """
SELECT id FROM message WHERE state = 'decided' AND NOT EXISTS (
    SELECT 1 FROM action WHERE message = id AND state NOT IN ('done', 'dropped'))
"""
DUE = """
SELECT message FROM action WHERE state IN ('todo', 'waiting') AND not_before <= :now
UNION SELECT id FROM message WHERE state = 'kept' ORDER BY 1 LIMIT :most
"""

BODY = """
SELECT body_file, data FROM message LEFT JOIN body ON body.message = message.id WHERE id = ?
"""
CLEAR = """
UPDATE message SET state = 'done', record = coalesce(?, record), envelope = NULL, done_at = ?
 WHERE id = ?
"""


class SqliteStore:
    """kept: messages taken in since it was opened. Errors: TryLater: the disk is full or away."""

    def __init__(
        self,
        folder: Path,
        vault: Vault,
        *,
        inline_bytes: int,
        now: Callable[[], datetime],
        key_of: Callable[[str], str],
    ) -> None:
        self.vault = vault
        self.now = now
        self.key_of = key_of
        self._inline_bytes = inline_bytes
        self._lock_fd = lock(folder)
        self._reader = connect(folder)
        migrate(self._reader)
        self.clients = Clients(self._reader, vault, key_of)
        self.editions = Editions(self._reader, vault)
        if not (is_of(vault, self._reader) and self.clients.of_this_key()):
            self._reader.close()
            os.close(self._lock_fd)
            raise NeedsHuman("the stored mail is of another master key", detail=str(folder))
        self._spool = Spool(folder / "spool")
        self.in_work = InWork(folder / "in-work")
        self._recover()
        self._writer = Writer(connect(folder))
        self._fresh: deque[SqliteJob] = deque()
        self._fresh_bytes = 0
        self._due: deque[str] = deque()
        self._looked_at = 0.0
        self._look = True
        self.kept = 0
        self._mine: set[str] = set()
        self._ended: set[str] = set()
        self._wake = asyncio.Event()
        self.messages, self.bytes = self._reader.execute(
            "SELECT count(*), coalesce(sum(size), 0) FROM message WHERE state <> 'done'"
        ).fetchone()

    def _recover(self) -> None:
        """Put right what the end of the last process left open."""
        db = self._reader
        db.executescript(f"BEGIN IMMEDIATE;{RECOVER}COMMIT;")
        with db:
            db.executemany(
                "UPDATE message SET crashes = crashes + 1 WHERE id = ?",
                [(message,) for message in self.in_work.left_over],
            )
            for (message,) in db.execute(FINISHED).fetchall():
                self._clear(db, message, None)
        rows = db.execute(
            "SELECT body_file FROM message WHERE body_file IS NOT NULL AND state <> 'done'"
        )
        for name in self._spool.names() - {name for (name,) in rows}:
            self._spool.remove(name)

    async def write(self, change: Callable[[sqlite3.Connection], T]) -> T:
        try:
            return await self._writer.write(change)
        except sqlite3.OperationalError as e:  # full, locked, gone; any other kind is a bug
            raise TryLater("no room to keep it now", detail=type(e).__name__) from e

    async def write_surely(self, change: Callable[[sqlite3.Connection], T]) -> T:
        """The same for what has happened already and must be written down: waits for room."""
        while True:
            try:
                return await self.write(change)
            except TryLater:
                await asyncio.sleep(NO_ROOM_S)

    async def put(self, env: Envelope, raw: bytes) -> str:
        """Keep a message so that a power cut cannot lose it; return its id."""
        message = f"{int(env.received_at.timestamp() * 1000):011x}{secrets.token_hex(5)}"
        envelope = self.vault.seal(pack_envelope(env), f"envelope {message}")
        body = body_file = None
        if len(raw) > self._inline_bytes:
            body_file = f"{message}.body"
            await asyncio.to_thread(self._spool_body, body_file, raw, f"body {message}")
        else:
            body = self.vault.seal(raw, f"body {message}")
        row = (message, env.received_at.timestamp(), len(raw), envelope, body_file)
        # In hand before it is on disk: else the poll may find the row first, twice in work.
        self._mine.add(message)
        try:
            await self.write(lambda db: _insert(db, row, body))
        except TryLater:
            self._mine.discard(message)
            self._drop_unless_kept(message, body_file)
            raise
        except BaseException:  # cut while waiting: it may be kept all the same; the poll will see
            self._mine.discard(message)
            raise
        self._keep_in_hand(
            SqliteJob(self, message, env, size=len(raw), body_file=body_file, raw=raw)
        )
        return message

    def _spool_body(self, name: str, raw: bytes, place: str) -> None:
        try:
            self._spool.write(name, self.vault.seal(raw, place))
        except OSError as e:
            raise TryLater("no room to keep it now", detail=f"errno {e.errno}") from e

    def _drop_unless_kept(self, message: str, body_file: str | None) -> None:
        """A commit that failed takes its file along, so that a full disk does not fill more."""
        row = self._reader.execute("SELECT 1 FROM message WHERE id = ?", (message,)).fetchone()
        if body_file is not None and row is None:
            self._spool.remove(body_file)

    def _keep_in_hand(self, job: SqliteJob) -> None:
        self.kept += 1
        self.messages += 1
        self.bytes += job.size
        if self._fresh_bytes + job.size > FRESH_BYTES:
            self._mine.discard(job.id)  # found again by the poll, read from disk then
            self.wake()
        else:
            self._fresh_bytes += job.size
            self._fresh.append(job)
            self._wake.set()

    def wake(self) -> None:
        """Something may be due that is not at hand: look at the disk."""
        self._look = True
        self._wake.set()

    async def next_job(self, poll_s: float) -> SqliteJob:
        """The next message that is due and not in work; waits for one.

        The poll is the truth; what was just taken is at hand without it, but never keeps
        what is due waiting longer than poll_s.
        """
        while True:
            self._wake.clear()
            late = time.monotonic() - self._looked_at >= poll_s
            if (late or self._look or self._due) and (found := self._load_due()) is not None:
                return found
            if self._fresh:
                job = self._fresh.popleft()
                self._fresh_bytes -= job.size
                return job
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), poll_s)

    def _load_due(self) -> SqliteJob | None:
        if not self._due:
            self._looked_at = time.monotonic()
            most = DUE_AT_ONCE + len(self._mine)
            row = {"now": self.now().timestamp(), "most": most}
            found = self._reader.execute(DUE, row).fetchall()
            self._look = len(found) == most  # then there may be more
            due = [m for (m,) in found if m not in self._mine]
            self._mine.update(due)
            self._due.extend(due)
        return self._load(self._due.popleft()) if self._due else None

    def _load(self, message: str) -> SqliteJob:
        envelope, crashes, size, name = self._reader.execute(
            "SELECT envelope, crashes, size, body_file FROM message WHERE id = ?", (message,)
        ).fetchone()
        env = unpack_envelope(self.vault.open(envelope, f"envelope {message}"))
        return SqliteJob(self, message, env, size=size, body_file=name, raw=None, crashes=crashes)

    def release(self, job: Job) -> None:
        """This process has done what it can for now."""
        self._mine.discard(job.id)

    def look(self, message: str) -> Seen | None:
        """What is known of one message, None when there is no such id."""
        return look(self._reader, self.vault, message)

    async def read_body(self, message: str) -> bytes:
        """The message as it came. Errors: NeedsHuman when it is damaged."""
        name, body = self._reader.execute(BODY, (message,)).fetchone()
        if name is not None:
            body = await asyncio.to_thread(self._spool.read, name)
        return self.vault.open(body, f"body {message}")

    def finish(self, db: sqlite3.Connection, message: str, record: bytes) -> None:
        """All actions are over: what rests of it now is its sealed record."""
        self._clear(db, message, record)
        self._ended.add(message)

    def _clear(self, db: sqlite3.Connection, message: str, record: bytes | None) -> None:
        db.execute(CLEAR, (record, self.now().timestamp(), message))
        db.execute("DELETE FROM body WHERE message = ?", (message,))

    def sweep(self, job: SqliteJob) -> None:
        """After the commit that ended a message: its file goes, and it counts no more."""
        if job.id not in self._ended:
            return
        self._ended.discard(job.id)
        self.messages -= 1
        self.bytes -= job.size
        if job.body_file is not None:
            self._spool.remove(job.body_file)

    async def forget_old(self, log_days: int, answers_days: int, recall_days: int) -> None:
        """Drop what is older than the policy keeps it (forgetting.py)."""
        now = self.now()
        await self.write(lambda db: forget_old(db, now, log_days, answers_days, recall_days))

    def close(self) -> None:
        self._writer.close()
        self._reader.close()
        self._spool.close()
        self.in_work.close()
        os.close(self._lock_fd)


def _insert(db: sqlite3.Connection, row: tuple[object, ...], body: bytes | None) -> None:
    db.execute(
        "INSERT INTO message (id, received_at, size, state, envelope, body_file)"
        " VALUES (?, ?, ?, 'kept', ?, ?)",
        row,
    )
    if body is not None:
        db.execute("INSERT INTO body VALUES (?, ?)", (row[0], body))


def open_store(
    folder: Path,
    master: bytes,
    *,
    inline_bytes: int,
    now: Callable[[], datetime],
    key_of: Callable[[str], str],
) -> SqliteStore:
    """A live store on `folder`, which must exist with mode 0700."""
    return SqliteStore(folder, Vault(master), inline_bytes=inline_bytes, now=now, key_of=key_of)
