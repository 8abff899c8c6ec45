"""From a policy to a running gateway: opens every edge the policy names and joins them."""

import asyncio
import contextlib
import logging
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from gateway import replies, upkeep
from gateway.config.read import Config, read_config
from gateway.core import compose
from gateway.core.addresses import key_of
from gateway.core.policy import Hop, Policy
from gateway.core.proof import prove
from gateway.core.record import Seen
from gateway.core.speak import Speaker
from gateway.documents.reader import DocumentReader
from gateway.edges import Edges
from gateway.errors import ConfigError, NeedsHuman
from gateway.inlet.smtp import SmtpDoor, SmtpInlet, tls_context
from gateway.plugins import detectors, load
from gateway.ports import Deliverer, Sealer
from gateway.private import private_folder
from gateway.secrets import master_key, password_for
from gateway.stages import stages_over
from gateway.store.editions import Editions
from gateway.store.sqlite import SqliteStore, open_store
from gateway.worker import Worker

log = logging.getLogger(__name__)

DRAIN_S = 8.0
# What was on its way by the old edges, when a new policy replaced them, has this long to end.
OLD_EDGES_S = 60.0


def utc_now() -> datetime:
    return datetime.now(UTC)


def hostname_of(policy: Policy) -> str:
    named = (inlet.hostname for inlet in policy.inlet)
    return next((name for name in named if name), None) or socket.gethostname()


def open_way(config: Config, by: str, hop: Hop) -> Deliverer:
    """Errors: NeedsHuman when the password cannot be read or the way cannot be opened."""
    delivery = config.policy.deliver
    opened: Deliverer = load("deliver", by, "open_deliverer")(
        delivery,
        base=config.base,
        hostname=hostname_of(config.policy),
        password=password_for(hop, config.base),
    )
    return opened


def open_sealer(config: Config) -> Sealer | None:
    """The sealer that the policy names, None for "off"."""
    seal = config.policy.seal
    if seal.scheme == "off":
        return None
    opened: Sealer = load("seal", seal.scheme, "open_sealer")(seal, config.base)
    return opened


def open_speaker(config: Config, editions: Editions, now: datetime) -> tuple[Speaker, int]:
    """The words of replies and the number of their edition.

    A new edition is proved before it is used: every reply that it could give is made once.
    Errors: ConfigError when one could not be sent as it is, TryLater, NeedsHuman.
    """
    speaker = replies.open_speaker(config, apart=True)
    number = editions.number_of(replies.edition_of(config, speaker), now)
    if not editions.proved(number):
        try:
            hazards = [p.words for p in prove(speaker, today=now.date()) if p.is_hazard]
        except NeedsHuman as error:  # nothing but the public holidays is asked of an edge
            raise ConfigError((config.finding("hours.holidays", error.public),)) from error
        if hazards:
            raise ConfigError(tuple(f"templates/{words}" for words in hazards))
        editions.prove(number)
    return speaker, number


def open_edges(config: Config, store: SqliteStore, now: Callable[[], datetime]) -> Edges:
    """Everything outside the store, as this policy wants it."""
    token_key = store.vault.token_key
    policy = config.policy
    hostname = hostname_of(policy)
    mailbox = open_way(config, policy.deliver.by, policy.deliver.hop)
    relay: Deliverer = load("deliver", "smtp", "open_relay")(
        policy.relay,
        base=config.base,
        hostname=hostname,
        password=password_for(policy.relay, config.base),
    )

    def alert_mail(to: tuple[str, ...], urgency: str, text: str, key: str) -> bytes:
        return compose.alert_mail(
            policy=policy,
            to=to,
            urgency=urgency,
            text=text,
            date=now(),
            message_id=compose.message_token(token_key, key, policy.practice.address),
        )

    speaker, edition = open_speaker(config, store.editions, now())
    notifier = load("notify", policy.alert.by, "open_notifier")(
        policy.alert, policy=policy, relay=relay, mailbox=mailbox, compose=alert_mail
    )
    return Edges(
        policy=policy,
        hostname=hostname,
        detectors=detectors,
        speaker=speaker,
        edition=edition,
        known=store.clients.known,
        sealer=open_sealer(config),
        read_documents=DocumentReader().read,
        mailbox=mailbox,
        relay=relay,
        notifier=notifier,
        token_key=token_key,
        now=now,
    )


@dataclass
class Gateway:
    """A running gateway."""

    config: Config
    store: SqliteStore
    edges: Edges
    inlets: list[SmtpInlet]
    _waiters: dict[str, list[asyncio.Event]]
    _old: set[asyncio.Task[None]]

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
        try:
            config = read_config(self.config.path)
            edges = open_edges(config, self.store, self.edges.now)
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
        task = asyncio.create_task(_close_later(old))
        self._old.add(task)
        task.add_done_callback(self._old.discard)
        log.info("policy read anew, %s", config.sha256[:12])


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
        edges = open_edges(config, store, now)
        gateway = Gateway(config, store, edges, [], {}, set())
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
    for old in list(gateway._old):
        old.cancel()
    await asyncio.gather(*gateway._old, return_exceptions=True)
    await _close(gateway.edges)
