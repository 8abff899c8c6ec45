"""From a policy to a running gateway: opens every edge the policy names and joins them."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from gateway import upkeep
from gateway.config.read import Config, read_config
from gateway.core.addresses import key_of
from gateway.core.policy import Policy
from gateway.core.record import Seen
from gateway.edges import Edges
from gateway.errors import ConfigError
from gateway.inlet.smtp import SmtpDoor, SmtpInlet, tls_context
from gateway.open_edges import hostname_of, open_edges
from gateway.plugins import load
from gateway.private import private_folder
from gateway.secrets import master_key
from gateway.stages import stages_over
from gateway.store.sqlite import SqliteStore, open_store
from gateway.worker import Worker

log = logging.getLogger(__name__)

DRAIN_S = 8.0
# What was on its way by the old edges, when a new policy replaced them, has this long to end.
OLD_EDGES_S = 60.0


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Gateway:
    """A running gateway."""

    config: Config
    store: SqliteStore
    edges: Edges
    inlets: list[SmtpInlet]
    _waiters: dict[str, list[asyncio.Event]]
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _reloading: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def ports(self) -> tuple[int, ...]:
        return tuple(inlet.port for inlet in self.inlets)

    async def look(self, message: str) -> Seen | None:
        """What is known of one message, None when there is no such id."""
        return self.store.look(message)

    async def settled(self, message: str) -> Seen:
        """The same, once nothing more will happen before a retry or a person's command."""
        heard = asyncio.Event()
        self._waiters.setdefault(message, []).append(heard)
        try:
            while True:
                heard.clear()
                seen = self.store.look(message)
                if seen is not None and seen.settled(self.edges.now()):
                    return seen
                await heard.wait()
        finally:
            self._waiters[message].remove(heard)
            if not self._waiters[message]:
                del self._waiters[message]

    def in_force(self) -> Edges:
        return self.edges

    def worked_on(self, message: str) -> None:
        for waiter in self._waiters.get(message, ()):
            waiter.set()

    def reload(self) -> None:
        """Read the policy again; a bad one changes nothing and is told in the log."""
        self._aside(self._reload())

    async def _reload(self) -> None:
        async with self._reloading:
            await self._read_anew()

    async def _read_anew(self) -> None:
        try:
            config = await asyncio.to_thread(read_config, self.config.path)
            edges = await open_edges(config, self.store, self.edges.now)
        except ConfigError as error:
            for finding in error.findings:
                log.error("%s", finding)
            log.error("the policy was not changed: %d error(s)", len(error.findings))
            return
        except Exception as error:  # noqa: BLE001 whatever it is, the old policy stays in force
            log.error("the policy was not changed: %s", getattr(error, "public", type(error)))
            return
        if needs_restart(self.config.policy, config.policy):
            log.warning("changes of [[inlet]] and [store] take hold at the next start")
        old, self.config, self.edges = self.edges, config, edges
        for inlet in self.inlets:
            inlet.door.set_policy(config.policy.limits, config.policy.recipients)
        self._aside(_close_later(old))
        log.info("policy read anew, %s", config.sha256[:12])

    def _aside(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def needs_restart(old: Policy, new: Policy) -> bool:
    return (old.inlet, old.store) != (new.inlet, new.store)


async def _close_later(edges: Edges) -> None:
    try:
        await asyncio.sleep(OLD_EDGES_S)
    finally:
        await _close(edges)


async def _close(edges: Edges) -> None:
    await edges.mailbox.close()
    await edges.relay.close()


@asynccontextmanager
async def running(
    config: Config, *, now: Callable[[], datetime] = utc_now
) -> AsyncIterator[Gateway]:
    """A gateway that takes mail until the block ends; then it finishes what is in work.

    Errors: ConfigError, NeedsHuman when an edge cannot be opened, TryLater.
    """
    policy = config.policy
    folder = private_folder(config.state)
    store = open_store(
        folder,
        master_key(config),
        inline_bytes=policy.store.inline_bytes,
        now=now,
        key_of=key_of,
    )
    try:
        edges = await open_edges(config, store, now)
        gateway = Gateway(config, store, edges, [], {})
        stages = stages_over(gateway.in_force)
        worker = Worker(
            store,
            stages,
            at_once=policy.limits.at_once,
            at_once_bytes=policy.limits.at_once_bytes,
            after=gateway.worked_on,
        )
        gateway.inlets = await _open_doors(gateway, folder)
        jobs = (
            worker.run(),
            upkeep.forget(gateway.in_force, store),
            upkeep.warm_up(gateway.in_force),
            upkeep.remind(gateway.in_force),
        )
        tasks = [asyncio.create_task(job) for job in jobs]
        try:
            yield gateway
        finally:
            await _stop(gateway, worker, tasks)
    finally:
        store.close()


async def _open_doors(gateway: Gateway, folder: Path) -> list[SmtpInlet]:
    policy, config = gateway.config.policy, gateway.config
    store = gateway.store
    opened: list[SmtpInlet] = []
    for settings in policy.inlet:
        door = SmtpDoor(
            limits=policy.limits,
            recipients=policy.recipients,
            keep=store.put,
            waiting=lambda: (store.messages, store.bytes),
            state=folder,
            now=gateway.edges.now,
        )
        tls = None
        if settings.certificate:
            tls = tls_context(config.at(settings.certificate), config.at(settings.key))
        open_inlet = load("inlet", settings.by, "open_inlet")
        opened.append(await open_inlet(settings, door, hostname=hostname_of(policy), tls=tls))
        log.info("listening on %s port %d", settings.address, opened[-1].port)
    return opened


async def _stop(gateway: Gateway, worker: Worker, tasks: list[asyncio.Task[None]]) -> None:
    """Doors first, so that nothing new comes in; then what is in work; then the wires."""
    await asyncio.gather(*(inlet.close(DRAIN_S / 2) for inlet in gateway.inlets))
    for task in tasks:
        task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.gather(*tasks, return_exceptions=True)
    await worker.drain(DRAIN_S / 2)
    for old in list(gateway._tasks):
        old.cancel()
    await asyncio.gather(*gateway._tasks, return_exceptions=True)
    await _close(gateway.edges)
