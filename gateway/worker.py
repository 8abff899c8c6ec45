"""Takes one stored message after the other and runs it; several at once, each alone."""

import asyncio
import logging
from collections.abc import Callable

from gateway.pipeline import Stages, run_job
from gateway.ports import Job, Store

log = logging.getLogger(__name__)

POLL_S = 1.0


class Worker:
    """at_once        how many messages may be in work together: they wait on servers mostly
    at_once_bytes  how many bytes of them, which bounds memory
    after          hears the id of each message that was worked on
    """

    def __init__(
        self,
        store: Store,
        stages: Stages,
        *,
        at_once: int,
        at_once_bytes: int,
        after: Callable[[str], None],
    ) -> None:
        self._store = store
        self._stages = stages
        self._after = after
        self._most = (at_once, at_once_bytes)
        self._bytes = 0
        self._room = asyncio.Event()
        self._room.set()
        self._suspects = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Work until cancelled."""
        while True:
            await self._room.wait()
            try:
                job = await self._store.next_job(POLL_S)
            except Exception as error:  # noqa: BLE001 a damaged record must not stop the others
                log.error("a stored message cannot be taken up: %s", type(error).__name__)
                continue
            self._bytes += job.size
            self._tasks.add(task := asyncio.create_task(self._one(job)))
            task.add_done_callback(self._ended)
            self._look_for_room()

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._look_for_room()

    def _look_for_room(self) -> None:
        messages, size = self._most
        if len(self._tasks) < messages and self._bytes < size:
            self._room.set()
        else:
            self._room.clear()

    async def drain(self, grace_s: float) -> None:
        """Let what is in work end, then cut it: it is safe on disk."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=grace_s)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _one(self, job: Job) -> None:
        try:
            if job.crashes:
                async with self._suspects:  # alone, so that the guilty one is known
                    await run_job(job, self._stages)
            else:
                await run_job(job, self._stages)
        except Exception as error:  # noqa: BLE001 the next poll takes it up again
            log.error("%s was left as it is: %s", job.id, type(error).__name__)
        finally:
            self._bytes -= job.size
            self._store.release(job)
            self._after(job.id)
