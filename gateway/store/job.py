"""One stored message in the hands of this process."""

import sqlite3
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from gateway.core.decision import Action, Alert, Because, Decision, Deliver, Reply
from gateway.core.mail import Envelope, ParsedMail
from gateway.core.record import Asked, Record, ReplyTrace
from gateway.core.schedule import Next, Tried
from gateway.ports import Outgoing
from gateway.store import replies
from gateway.store.answers import claim, refuse
from gateway.store.records import (
    pack_action,
    pack_record,
    unpack_action,
    unpack_record,
)

if TYPE_CHECKING:
    from gateway.store.sqlite import SqliteStore

SHELVE_AFTER = 3
# Codes of the reasons that tell of a reply, sent or only recorded.
CHOSEN = ("reply", "shadow")


class SqliteJob:
    """A message and what is still to be done for it.

    record   what is known of it once it is decided
    crashes  times the program ended while this message was in work
    """

    def __init__(
        self,
        store: "SqliteStore",
        message: str,
        env: Envelope,
        *,
        size: int,
        body_file: str | None,
        raw: bytes | None,
        crashes: int = 0,
    ) -> None:
        self.id = message
        self.env = env
        self.size = size
        self.body_file = body_file
        self.crashes = crashes
        self._fresh = raw is not None
        self._unwritten: Decision | None = None
        self.record = Record()
        self.mail: ParsedMail | None = None
        self.draft: Outgoing | None = None
        self._store = store
        self._raw = raw
        self._attempts: dict[int, int] = {}
        self._told: frozenset[str] = frozenset()

    @property
    def worn_out(self) -> bool:
        """The program ended so often on it that nothing may read it again."""
        return self.crashes >= SHELVE_AFTER

    async def raw(self) -> bytes:
        if self._raw is None:
            self._raw = await self._store.read_body(self.id)
        return self._raw

    def in_work(self) -> AbstractContextManager[None]:
        """Inside, our own code reads or seals this message; known to the next start."""
        return self._store.in_work.mark(self.id)

    async def begin(self) -> list[tuple[int, Action]] | None:
        """The actions that are due, their attempt written down; None: not yet decided."""
        if self._fresh:
            return None
        return await self._store.write_surely(self._begin)

    def _begin(self, db: sqlite3.Connection) -> list[tuple[int, Action]] | None:
        state, record = db.execute(
            "SELECT state, record FROM message WHERE id = ?", (self.id,)
        ).fetchone()
        if state == "kept":
            return None
        vault = self._store.vault
        self.record = unpack_record(vault.open(record, f"record {self.id}"))
        rows = db.execute(
            "SELECT number, kind, payload, state, attempts, not_before FROM action"
            " WHERE message = ?",
            (self.id,),
        ).fetchall()
        due: list[tuple[int, Action]] = []
        told: set[str] = set()
        now = self._store.now().timestamp()
        for number, kind, payload, action_state, attempts, not_before in rows:
            action = unpack_action(vault.open(payload, f"action {self.id}/{number}"))
            if kind in ("alert", "report"):
                told.add(getattr(action, "cause", ""))
            if action_state in ("todo", "waiting") and not_before <= now:
                self._attempts[number] = attempts + 1
                due.append((number, action))
        self._told = frozenset(told)
        db.executemany(
            "UPDATE action SET state = 'doing', attempts = attempts + 1"
            " WHERE message = ? AND number = ?",
            [(self.id, number) for number, _ in due],
        )
        return due

    async def decided(
        self, decision: Decision, record: Record, asked: Asked | None = None, *, hold: bool = False
    ) -> list[tuple[int, Action]]:
        """Keep the first decision for ever; answers the actions to do now.

        asked  the claim of the decision's reply, when it has one: without the claim the
               reply is taken out, and the reason is kept; in shadow the reply was never in
        hold   deliveries wait for a person

        A message that was just kept and is only to be delivered is written down once, with
        the outcome: until then the next start would judge it again, and alike.
        """
        lone = [type(a) for a in decision.actions] == [Deliver]
        if self._fresh and lone and asked is None and not hold:
            self._unwritten = decision
            self.record = replace(record, reasons=decision.reasons)
            self._attempts[0] = 1
            return [(0, decision.actions[0])]
        return await self._store.write_surely(
            lambda db: self._decided(db, decision, record, asked, hold)
        )

    def _decided(
        self,
        db: sqlite3.Connection,
        decision: Decision,
        record: Record,
        asked: Asked | None,
        hold: bool,
    ) -> list[tuple[int, Action]]:
        vault, now = self._store.vault, self._store.now()
        actions = list(decision.actions)
        reasons = decision.reasons
        barred = claim(db, vault, asked, now) if asked else None
        if barred:
            actions = [a for a in actions if not isinstance(a, Reply)]
            reasons = (*(r for r in reasons if r.code not in CHOSEN), barred)
        self.record = replace(record, reasons=reasons)
        if asked and not barred:
            replies.remember(db, vault, self.id, self.env.sender, asked, record, now)
        todo: list[tuple[int, Action]] = []
        for number, action in enumerate(actions):
            held = hold and isinstance(action, Deliver)
            self._insert(db, number, action, "held" if held else "doing", now)
            if not held:
                self._attempts[number] = 1
                todo.append((number, action))
        self._told = frozenset(getattr(a, "cause", "") for a in actions)
        db.execute(
            "UPDATE message SET state = 'decided', record = ? WHERE id = ?",
            (self._sealed_record(), self.id),
        )
        return todo

    def _sealed_record(self) -> bytes:
        return self._store.vault.seal(pack_record(self.record), f"record {self.id}")

    def _insert(
        self, db: sqlite3.Connection, number: int, action: Action, state: str, due: datetime
    ) -> None:
        payload = self._store.vault.seal(pack_action(action), f"action {self.id}/{number}")
        db.execute(
            "INSERT INTO action (message, number, kind, payload, state, attempts, not_before)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                self.id,
                number,
                type(action).__name__.lower(),
                payload,
                state,
                int(state in ("doing", "done")),
                due.timestamp(),
            ),
        )

    async def restate(self, trace: ReplyTrace) -> None:
        """The reply was made anew, perhaps by a newer policy: remember what leaves now."""
        await self._store.write_surely(
            lambda db: replies.restate(db, self._store.vault, self.id, trace)
        )

    async def claim(self, asked: Asked) -> Because | None:
        """Count a letter that was not decided with the message, and remember what it is made of.

        The same letter of the same message is claimed once, however often it is tried.
        """

        def change(db: sqlite3.Connection) -> Because | None:
            vault, now = self._store.vault, self._store.now()
            barred = claim(db, vault, asked, now)
            if barred is None:
                letter = f"{self.id}/{asked.handle}"
                replies.remember(db, vault, letter, self.env.sender, asked, self.record, now)
            return None if barred and barred.code == "same-message" else barred

        return await self._store.write(change)

    def tried(self, number: int) -> Tried:
        return Tried(
            attempts=self._attempts[number],
            received_at=self.env.received_at,
            told=self._told,
            urgent=self.record.urgent,
            returnable=bool(self.env.sender),
        )

    async def survived(self) -> None:
        """The message was read and sealed without ending the program: its crashes are forgotten."""
        if self.crashes:
            self.crashes = 0
            await self._store.write_surely(
                lambda db: db.execute("UPDATE message SET crashes = 0 WHERE id = ?", (self.id,))
            )

    async def shelve(self) -> None:
        """Hold what is left to deliver until a person releases it, and tell her."""
        await self._store.write_surely(self._shelve)

    def _shelve(self, db: sqlite3.Connection) -> None:
        db.execute(
            "UPDATE action SET error = 'shelved', state = CASE kind WHEN 'deliver' THEN 'held'"
            " WHEN 'alert' THEN 'todo' ELSE 'dropped' END"
            " WHERE message = ? AND state NOT IN ('done', 'dropped')",
            (self.id,),
        )
        if "shelved" not in self._told:
            self._add(db, (Alert("urgent", "shelved"),))

    async def done(self, number: int) -> None:
        """This action is over and must not be done again."""
        await self._store.write_surely(lambda db: self._done(db, number))
        self._store.sweep(self)

    def _done(self, db: sqlite3.Connection, number: int) -> None:
        if self._unwritten is None:
            self._end(db, number, "done", "")
            return
        self._insert(db, number, self._unwritten.actions[0], "done", self._store.now())
        self._store.finish(db, self.id, self._sealed_record())

    async def failed(self, number: int, step: Next, error: str) -> None:
        """Write down what is next for this action.

        error  a stable code or our own words for people; never a client's
        """
        await self._store.write_surely(lambda db: self._failed(db, number, step, error))
        self._store.sweep(self)
        self._store.wake()

    def _failed(self, db: sqlite3.Connection, number: int, step: Next, error: str) -> None:
        if self._unwritten is not None:
            self._decided(db, self._unwritten, self.record, None, hold=False)
        if step.state == "dropped":
            if error.startswith("refused"):
                refuse(
                    db, self._store.vault, self._store.key_of(self.env.sender), self._store.now()
                )
            self._end(db, number, "dropped", error)
            return
        due = step.not_before.timestamp() if step.not_before else 0.0
        db.execute(
            "UPDATE action SET state = ?, not_before = ?, error = ?"
            " WHERE message = ? AND number = ?",
            (step.state, due, error, self.id, number),
        )
        self._add(db, step.also)

    def _add(self, db: sqlite3.Connection, actions: Sequence[Action]) -> None:
        """More to do for this message, due at once."""
        (top,) = db.execute(
            "SELECT max(number) FROM action WHERE message = ?", (self.id,)
        ).fetchone()
        for number, action in enumerate(actions, start=top + 1):
            self._insert(db, number, action, "todo", self._store.now())

    def _end(self, db: sqlite3.Connection, number: int, state: str, error: str) -> None:
        db.execute(
            "UPDATE action SET state = ?, error = ? WHERE message = ? AND number = ?",
            (state, error, self.id, number),
        )
        left = db.execute(
            "SELECT 1 FROM action WHERE message = ? AND state NOT IN ('done', 'dropped') LIMIT 1",
            (self.id,),
        ).fetchone()
        if left is None:
            self._store.finish(db, self.id, self._sealed_record())
