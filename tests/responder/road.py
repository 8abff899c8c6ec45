"""The whole road in one process: real store, judge and stages; the servers are lists."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from gateway.core.addresses import key_of
from gateway.core.document import DocumentText
from gateway.core.mail import Envelope, ParsedMail
from gateway.core.policy import Hop, Policy
from gateway.deliver.smtp import open_relay
from gateway.edges import Edges
from gateway.pipeline import run_job
from gateway.plugins import detectors
from gateway.ports import Outgoing
from gateway.stages import stages_over
from gateway.store.sqlite import SqliteStore, open_store
from tests.conftest import NOW
from tests.peers.sink import Sink
from tests.responder.cases import IRIS, NOA, POLICY, mail, speaking


@dataclass
class Way:
    """A server; error: what it says to each recipient."""

    taken: list[Outgoing] = field(default_factory=list)
    error: Exception | None = None

    async def deliver(self, mail: Outgoing) -> Sequence[Exception | None]:
        if self.error is None:
            self.taken.append(mail)
        return [self.error] * len(mail.recipients)

    async def close(self) -> None: ...


@dataclass
class Notices:
    told: list[tuple[str, str]] = field(default_factory=list)

    async def notify(self, *, urgency: str, text: str, key: str) -> None:
        self.told.append((urgency, text))


async def no_words(raw: bytes, mail: ParsedMail) -> tuple[DocumentText, ...]:
    """Documents nobody can read."""
    return ()


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one message. code: of the last reason, "reply" when it was answered."""

    code: str
    replies: list[Outgoing]
    delivered: list[Outgoing]
    notices: list[tuple[str, str]]


@dataclass
class Road:
    """utf8: mail comes in under RFC 6531."""

    folder: Path
    store: SqliteStore
    edges: Edges
    mailbox: Way
    relay: Way
    notifier: Notices
    clock: list[datetime]
    utf8: bool = False

    def pass_(self, **time: float) -> None:
        self.clock[0] += timedelta(**time)

    def follow(self, rules: Policy) -> None:
        """Another policy is in force from now on."""
        self.edges = replace(
            self.edges, policy=rules, speaker=speaking(rules), plain_speaker=speaking(rules)
        )

    def reopen(self) -> None:
        """The program ended and begins anew; what it had in hand is as the disk has it."""
        self.store.close()
        self.store = opened(self.folder, self.clock)
        self.edges = replace(self.edges, known=self.store.clients.known)

    async def work(self) -> None:
        """Do what is due for one message."""
        job = await self.store.next_job(0.01)
        await run_job(job, stages_over(lambda: self.edges))
        self.store.release(job)

    async def take(
        self, raw: bytes, sender: str = NOA, recipients: tuple[str, ...] = (IRIS,)
    ) -> Outcome:
        """Keep one message, judge it and do what was decided."""
        before = len(self.relay.taken), len(self.mailbox.taken), len(self.notifier.told)
        env = Envelope(
            sender=sender, recipients=recipients, received_at=self.clock[0], smtputf8=self.utf8
        )
        message = await self.store.put(env, raw)
        await self.work()
        seen = self.store.look(message)
        assert seen is not None
        return Outcome(
            code=seen.record.reasons[-1].code,
            replies=self.relay.taken[before[0] :],
            delivered=self.mailbox.taken[before[1] :],
            notices=self.notifier.told[before[2] :],
        )


def opened(folder: Path, clock: list[datetime]) -> SqliteStore:
    return open_store(folder, bytes(32), inline_bytes=2_000, now=lambda: clock[0], key_of=key_of)


@asynccontextmanager
async def road(folder: Path, rules: Policy = POLICY) -> AsyncIterator[Road]:
    clock = [NOW]
    store = opened(folder, clock)
    mailbox, relay, notifier = Way(), Way(), Notices()
    edges = Edges(
        policy=rules,
        hostname="mx.hidden.example",
        detectors=detectors,
        speaker=speaking(rules),
        plain_speaker=speaking(rules),
        has_own_words=False,
        edition=1,
        known=store.clients.known,
        sealer=None,
        read_documents=no_words,
        mailbox=mailbox,
        relay=relay,
        notifier=notifier,
        token_key=store.vault.token_key,
        now=lambda: clock[0],
    )
    way = Road(folder, store, edges, mailbox, relay, notifier, clock)
    try:
        yield way
    finally:
        way.store.close()


async def send_reply(server: Sink, folder: Path, to: str = NOA) -> Exception | None:
    """A reply of the road, handed to this server by the real relay: what it made of it."""
    place = folder / str(server.port)
    place.mkdir()
    async with road(place) as way:
        way.utf8 = not to.isascii()
        (sent,) = (await way.take(mail(), sender=to)).replies
    hop = Hop(port=server.port, tls="off")
    relay = open_relay(hop, base=folder, hostname="mx.calder.example", password=None)
    try:
        (outcome,) = await relay.deliver(sent)
        return outcome
    finally:
        await relay.close()
