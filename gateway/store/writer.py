"""One thread that writes, many changes to a commit.

Every change waits for its commit to be on disk (WAL, synchronous=FULL), and
those that wait together share one: durability costs one sync for all of them.
"""

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, TypeVar

T = TypeVar("T")
Change = Callable[[sqlite3.Connection], Any]
Waiting = tuple[Change, asyncio.AbstractEventLoop, "asyncio.Future[Any]"]
Outcome = tuple["asyncio.Future[Any]", Any, BaseException | None]

MOST_AT_ONCE = 64


class Writer:
    """Runs changes in the order they came, each whole or not at all."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._waiting: SimpleQueue[Waiting | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="store", daemon=True)
        self._thread.start()

    async def write(self, change: Callable[[sqlite3.Connection], T]) -> T:
        """The answer of `change`, once it is on disk. Errors: what `change` or the disk raises."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._waiting.put((change, loop, future))
        return await future

    def close(self) -> None:
        self._waiting.put(None)
        self._thread.join()
        self._connection.close()

    def _run(self) -> None:
        while (first := self._waiting.get()) is not None:
            batch = [first]
            last = False
            while len(batch) < MOST_AT_ONCE and not self._waiting.empty():
                item = self._waiting.get()
                if item is None:
                    last = True
                    break
                batch.append(item)
            self._commit(batch)
            if last:
                return

    def _commit(self, batch: list[Waiting]) -> None:
        try:
            outcomes = self._together(batch)
        except Exception as error:  # noqa: BLE001 one change's trouble must not become its neighbours'
            if len(batch) == 1:
                outcomes = [(batch[0][2], None, error)]
            else:
                for item in batch:
                    self._commit([item])
                return
        _tell(batch[0][1], outcomes)

    def _together(self, batch: list[Waiting]) -> list[Outcome]:
        db = self._connection
        db.execute("BEGIN IMMEDIATE")
        try:
            outcomes: list[Outcome] = [(future, change(db), None) for change, _, future in batch]
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
        return outcomes


def _tell(loop: asyncio.AbstractEventLoop, outcomes: list[Outcome]) -> None:
    def settle() -> None:
        for future, answer, error in outcomes:
            if future.cancelled():
                continue
            if error is None:
                future.set_result(answer)
            else:
                future.set_exception(error)

    if not loop.is_closed():
        loop.call_soon_threadsafe(settle)
