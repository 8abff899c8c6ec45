"""What is remembered of each reply, for years: who got it, and what it was made of."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from gateway.core.record import Asked, Record, ReplyTrace
from gateway.store.records import pack_sent, unpack_sent
from gateway.store.vault import Vault

COLUMNS = "reply.at, reply.state, reply.message, reply.detail"
BETWEEN = "reply.at >= :since AND reply.at < :until ORDER BY reply.at, reply.id"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentReply:
    """One reply as it is remembered.

    at       when it was claimed
    state    "claimed": the client may have it; "shadow": it was recorded only, never sent
    message  our id of the message it answers
    address  the client's, as her envelope had it
    reasons, risk, language  what the message was taken for (core/record.py)
    """

    at: datetime
    state: Literal["claimed", "shadow"]
    message: str
    address: str = field(repr=False)
    reasons: tuple[str, ...]
    risk: str
    language: str
    trace: ReplyTrace


def remember(
    db: sqlite3.Connection,
    vault: Vault,
    message: str,
    address: str,
    asked: Asked,
    record: Record,
    now: datetime,
) -> None:
    """Write down what this reply is made of; nothing when nobody says.

    In the transaction of its claim: there is no reply without its trace, and no trace of a
    reply that was barred.
    """
    if asked.trace is None:
        return
    classes = {"reasons": record.intents, "risk": record.risk, "language": record.language}
    row = (
        now.timestamp(),
        "shadow" if asked.shadow else "claimed",
        vault.mark("sender", asked.sender),
        message,
        asked.trace.edition,
        vault.seal(pack_sent(address, classes, asked.trace), _place(message)),
    )
    number = db.execute(
        "INSERT INTO reply (at, state, sender, message, edition, detail) VALUES (?, ?, ?, ?, ?, ?)",
        row,
    ).lastrowid
    _show(db, vault, number, asked.trace)


def restate(db: sqlite3.Connection, vault: Vault, message: str, trace: ReplyTrace) -> None:
    """The reply to this message was made anew, and leaves as this; nothing when it is forgotten."""
    row = db.execute("SELECT id, detail FROM reply WHERE message = ?", (message,)).fetchone()
    if row is None:
        return
    number, detail = row
    address, classes, before = unpack_sent(vault.open(detail, _place(message)))
    if before == trace:
        return
    detail = vault.seal(pack_sent(address, classes, trace), _place(message))
    db.execute(
        "UPDATE reply SET edition = ?, detail = ? WHERE id = ?", (trace.edition, detail, number)
    )
    db.execute("DELETE FROM reply_line WHERE reply = ?", (number,))
    _show(db, vault, number, trace)


def iterate(
    db: sqlite3.Connection,
    vault: Vault,
    since: datetime,
    until: datetime,
    *,
    edition: int | None = None,
) -> Iterator[SentReply]:
    """Every reply of that time, the oldest first, those that were only recorded too.

    since   the first moment; until: the first one after it
    edition  only those made of this edition
    """
    of_edition = "reply.edition = :edition AND" if edition is not None else ""
    sql = f"SELECT {COLUMNS} FROM reply WHERE {of_edition} {BETWEEN}"
    yield from _found(db, vault, sql, _bounds(since, until) | {"edition": edition})


def with_line(
    db: sqlite3.Connection, vault: Vault, line: str, since: datetime, until: datetime
) -> Iterator[SentReply]:
    """Every reply of that time that showed this crisis line, the oldest first."""
    sql = (
        f"SELECT {COLUMNS} FROM reply_line JOIN reply ON reply.id = reply_line.reply"
        f" WHERE reply_line.line = :line AND {BETWEEN}"
    )
    yield from _found(db, vault, sql, _bounds(since, until) | {"line": _line(vault, line)})


def to_message(db: sqlite3.Connection, vault: Vault, message: str) -> SentReply | None:
    """The reply to this message of ours, None when there was none or it is forgotten."""
    sql = f"SELECT {COLUMNS} FROM reply WHERE message = :message"
    return next(_found(db, vault, sql, {"message": message}), None)


def _found(
    db: sqlite3.Connection, vault: Vault, sql: str, row: dict[str, object]
) -> Iterator[SentReply]:
    for at, state, message, detail in db.execute(sql, row):
        address, classes, trace = unpack_sent(vault.open(detail, _place(message)))
        yield SentReply(
            at=datetime.fromtimestamp(at, UTC),
            state=state,
            message=message,
            address=address,
            trace=trace,
            **classes,
        )


def _bounds(since: datetime, until: datetime) -> dict[str, object]:
    return {"since": since.timestamp(), "until": until.timestamp()}


def _show(db: sqlite3.Connection, vault: Vault, number: int | None, trace: ReplyTrace) -> None:
    rows = [(_line(vault, line), number) for line in dict.fromkeys(trace.lines)]
    db.executemany("INSERT INTO reply_line VALUES (?, ?)", rows)


def _line(vault: Vault, line: str) -> bytes:
    return vault.mark("line", line)


def _place(message: str) -> str:
    return f"reply {message}"
