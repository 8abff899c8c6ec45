"""What waits in a store, for people: seen, tried again, held, released.

The commands of `gateway queue` open the database beside the running gateway,
which finds what they changed at its next look (once a second).
"""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime

from gateway.core.decision import Deliver, describe
from gateway.core.record import Record, Seen, SeenAction
from gateway.store.records import pack_action, unpack_action, unpack_record
from gateway.store.vault import Vault

# A person's word moves deliveries only: a reply is claimed once and never sent again.
RETRY = """
UPDATE action SET state = 'todo', not_before = 0
 WHERE message = ? AND state IN ('todo', 'waiting')
"""
HOLD = """
UPDATE action SET state = 'held', error = 'held by a person'
 WHERE message = ? AND kind = 'deliver' AND state IN ('todo', 'waiting')
"""


def look(db: sqlite3.Connection, vault: Vault, message: str) -> Seen | None:
    """One message, or None when the store has no such id."""
    row = db.execute(
        "SELECT id, received_at, size, state, crashes, record FROM message WHERE id = ?",
        (message,),
    ).fetchone()
    if row is None:
        return None
    record = unpack_record(vault.open(row[5], f"record {message}")) if row[5] else Record()
    return Seen(
        id=message,
        received_at=datetime.fromtimestamp(row[1], UTC),
        size=row[2],
        state=row[3],
        crashes=row[4],
        record=record,
        actions=tuple(_actions(db, vault, message)),
    )


def _actions(db: sqlite3.Connection, vault: Vault, message: str) -> Iterator[SeenAction]:
    rows = db.execute(
        "SELECT number, kind, payload, state, attempts, not_before, error FROM action"
        " WHERE message = ? ORDER BY number",
        (message,),
    )
    for number, kind, payload, state, attempts, due, error in rows.fetchall():
        action = unpack_action(vault.open(payload, f"action {message}/{number}"))
        yield SeenAction(
            number=number,
            kind=kind,
            words=describe(action),
            state=state,
            attempts=attempts,
            not_before=datetime.fromtimestamp(due, UTC),
            error=error,
        )


def listed(db: sqlite3.Connection, vault: Vault, *, done: bool, most: int) -> list[Seen]:
    """The newest `most` messages that are not done, or also those that are; oldest first."""
    where = "" if done else "WHERE state <> 'done'"
    ids = db.execute(
        f"SELECT id FROM message {where} ORDER BY id DESC LIMIT ?",
        (most,),
    ).fetchall()
    found = (look(db, vault, message) for (message,) in reversed(ids))
    return [seen for seen in found if seen is not None]


def retry(db: sqlite3.Connection, message: str) -> int:
    """Due now, whatever the schedule says; answers how many actions."""
    return db.execute(RETRY, (message,)).rowcount


def hold(db: sqlite3.Connection, message: str) -> int:
    """Stop what is still to be delivered until it is released."""
    return db.execute(HOLD, (message,)).rowcount


def release(db: sqlite3.Connection, vault: Vault, message: str, *, clear: bool) -> int:
    """Let go what is held; answers how many deliveries.

    clear  a person decided that what could not be sealed goes on as it came
    """
    db.execute("BEGIN IMMEDIATE")
    rows = db.execute(
        "SELECT number, payload FROM action WHERE message = ? AND kind = 'deliver'"
        " AND state IN ('held', 'waiting', 'todo')",
        (message,),
    ).fetchall()
    for number, payload in rows:
        place = f"action {message}/{number}"
        action = unpack_action(vault.open(payload, place))
        if clear and isinstance(action, Deliver):
            payload = vault.seal(pack_action(Deliver(action.to)), place)
        db.execute(
            "UPDATE action SET state = 'todo', not_before = 0, payload = ?"
            " WHERE message = ? AND number = ?",
            (payload, message, number),
        )
    db.execute("UPDATE message SET crashes = 0 WHERE id = ?", (message,))
    db.execute("COMMIT")
    return len(rows)
