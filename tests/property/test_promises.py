"""The three promises over the whole road: nothing lost, nothing in clear, nothing loops.

The real store, core and stages; the outside world (servers, power, time) is drawn by
hypothesis: it refuses, cuts, and ends the program in the middle of anything.
"""

import asyncio
import tempfile
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from gateway.core.addresses import key_of
from gateway.core.client import Client
from gateway.core.document import DocumentText
from gateway.core.mail import Envelope, ParsedMail
from gateway.core.policy import Policy, Seal
from gateway.core.policy import Reply as ReplyLimits
from gateway.core.practice import Practice
from gateway.core.speak import Speaker
from gateway.edges import Edges
from gateway.errors import GiveUp, NeedsHuman, TryLater
from gateway.pipeline import run_job
from gateway.plugins import detectors
from gateway.ports import Outgoing
from gateway.stages import stages_over
from gateway.store.sqlite import SqliteStore, open_store
from tests.conftest import NOW
from tests.practices import speaker

DANA = "dana@clinic.example"
CLIENTS = [f"client{number}@client.example" for number in range(3)]
UNSAFE = CLIENTS[2]
CANARY = b"zebra-crossing-4711 "


class Killed(BaseException):
    """The program ends here, as by kill -9."""


@dataclass
class World:
    """What happens outside: one event for each thing that is sent, then all goes well."""

    events: list[str]
    mailbox: list[bytes] = field(default_factory=list)
    replies: list[Outgoing] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    now: datetime = NOW

    def happens(self) -> str:
        return self.events.pop(0) if self.events else "fine"


ERRORS = {
    "away": TryLater("away"),
    "cut": TryLater("cut", in_doubt=True),
    "refused": GiveUp("550"),
    "no key": NeedsHuman("no key"),
}


@dataclass
class Way:
    """A server we hand mail to."""

    world: World
    taken: list[Outgoing]

    async def deliver(self, mail: Outgoing) -> Sequence[Exception | None]:
        event = self.world.happens()
        if event in ("fine", "cut", "killed after"):
            self.taken.append(mail)
        if event.startswith("killed"):
            raise Killed
        return [ERRORS.get(event)] * len(mail.recipients)

    async def close(self) -> None: ...


@dataclass
class Notices:
    world: World

    async def notify(self, *, urgency: str, text: str, key: str) -> None:
        self.world.notices.append(text)


@dataclass
class Sealing:
    """A sealer that can fail, and whose output is anything but the clear text."""

    world: World
    scheme: str = "openpgp"

    async def seal(self, clear: bytes) -> bytes:
        event = self.world.happens()
        if event == "killed before":
            raise Killed
        if event in ERRORS:
            raise ERRORS[event]
        body = b64encode(bytes(byte ^ 0x55 for byte in clear))
        return b"-----BEGIN PGP MESSAGE-----\r\n\r\n" + body + b"\r\n-----END PGP MESSAGE-----\r\n"

    def check(self) -> Sequence[str]:
        return ()


def policy(scheme: str, what: str) -> Policy:
    return Policy(
        practice=Practice(
            name="Dana Whitfield", address=DANA, place="CA-ON", timezone="America/Toronto"
        ),
        reply=ReplyLimits(display_name="Dana Whitfield"),
        recipients={DANA: DANA},
        seal=Seal(scheme=scheme, what=what),  # type: ignore[arg-type]
    )


@cache
def words(scheme: str, what: str) -> Speaker:
    return speaker(policy(scheme, what), sealed=scheme != "off")


async def no_words(raw: bytes, mail: ParsedMail) -> tuple[DocumentText, ...]:
    """Documents nobody can read."""
    return ()


def edges(world: World, rules: Policy, store: SqliteStore) -> Edges:
    mailbox: list[Outgoing] = []
    return Edges(
        policy=rules,
        hostname="mx.clinic.example",
        detectors=detectors,
        speaker=words(rules.seal.scheme, rules.seal.what),
        plain_speaker=words(rules.seal.scheme, rules.seal.what),
        has_own_words=False,
        edition=1,
        known=store.clients.known,
        sealer=None if rules.seal.scheme == "off" else Sealing(world),
        read_documents=no_words,
        mailbox=Way(world, mailbox),
        relay=Way(world, world.replies),
        notifier=Notices(world),
        token_key=store.vault.token_key,
        now=lambda: world.now,
    )


def opened(folder: Path, world: World) -> SqliteStore:
    return open_store(folder, bytes(32), inline_bytes=2000, now=lambda: world.now, key_of=key_of)


async def live(folder: Path, world: World, rules: Policy, mails: list[bytes]) -> list[Outgoing]:
    """Take the mails in, then work, die and wake until nothing more can be done."""
    delivered: list[Outgoing] = []
    store = opened(folder, world)
    store.clients.put(UNSAFE, Client(reply="none"), world.now)
    for number, raw in enumerate(mails):
        sender = CLIENTS[number % 3]
        await store.put(Envelope(sender=sender, recipients=(DANA,), received_at=world.now), raw)
    live_edges = edges(world, rules, store)
    assert isinstance(live_edges.mailbox, Way)
    live_edges.mailbox.taken = delivered
    stages = stages_over(lambda: live_edges)
    for _ in range(400):
        if store.messages == 0:
            break
        try:
            job = await asyncio.wait_for(store.next_job(0.001), 0.003)
        except TimeoutError:
            world.now += timedelta(hours=2)
            continue
        try:
            await run_job(job, stages)
        except Killed:
            await _end_all_else()
            store.close()
            store = opened(folder, world)
            live_edges = replace(live_edges, known=store.clients.known)
        else:
            store.release(job)
    assert store.messages == 0, "some message never came to its end"
    store.close()
    return delivered


async def _end_all_else() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


def mail(number: int, kind: str) -> bytes:
    head = (
        f"From: Client {number} <{CLIENTS[number % 3]}>\r\nTo: <{DANA}>\r\n"
        f"Subject: number {number}\r\nMessage-ID: <n{number}@client.example>\r\n"
        "Date: Tue, 03 Mar 2026 14:29:00 +0000\r\nMIME-Version: 1.0\r\n"
    ).encode()
    match kind:
        case "plain":
            return head + b"\r\nCould we meet on Friday?\r\n"
        case "crisis":
            return head + b"\r\nI am going to kill myself tonight.\r\n"
        case "list":
            return head + b"List-Id: <news.example>\r\n\r\nOur news.\r\n"
        case "broken":
            return head + b"Content-Type: multipart/mixed\r\n\r\n" + CANARY * 20 + b"\r\n"
    filler = CANARY * (200 if kind == "large" else 5)
    return head + (
        b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n\r\nMy homework.\r\n--b\r\n'
        b'Content-Type: application/octet-stream; name="a.bin"\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n" + b64encode(filler) + b"\r\n--b--\r\n"
    )


EVENTS = st.lists(
    st.sampled_from(["fine", "away", "cut", "refused", "no key", "killed before", "killed after"]),
    max_size=12,
)
MAILS = st.lists(
    st.sampled_from(["plain", "crisis", "list", "broken", "small", "large"]),
    min_size=1,
    max_size=5,
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    events=EVENTS,
    kinds=MAILS,
    scheme=st.sampled_from(["off", "openpgp"]),
    what=st.sampled_from(["attachments", "message"]),
)
@example(events=["refused"] * 60, kinds=["plain", "list"], scheme="off", what="message")
@example(events=["refused"] * 90, kinds=["plain", "list", "plain"], scheme="off", what="message")
@example(events=["no key"] * 60, kinds=["small", "crisis"], scheme="openpgp", what="attachments")
def test_over_any_faults(events: list[str], kinds: list[str], scheme: str, what: str) -> None:
    world = World(events=list(events))
    mails = [mail(number, kind) for number, kind in enumerate(kinds)]
    with tempfile.TemporaryDirectory() as folder:
        delivered = asyncio.run(live(Path(folder), world, policy(scheme, what), mails))
    _nothing_is_lost(delivered, len(mails), scheme, mails)
    if scheme != "off":
        _nothing_is_clear(delivered)
    _nothing_loops(world, kinds)


def _nothing_is_lost(
    delivered: list[Outgoing], count: int, scheme: str, mails: list[bytes]
) -> None:
    for number in range(count):
        name = f"<n{number}@client.example>".encode()
        copies = [m.raw for m in delivered if name in m.raw]
        assert copies, f"message {number} was lost"
        if scheme == "off":
            assert all(raw.endswith(mails[number]) for raw in copies)


def _nothing_is_clear(delivered: list[Outgoing]) -> None:
    # Three offsets, since base64 text depends on where in its group of three a byte stands.
    coded = {b64encode(b"x" * shift + CANARY * 2)[4:-4] for shift in range(3)}
    for out in delivered:
        joined = out.raw.replace(b"\r\n", b"")
        assert CANARY not in out.raw
        assert not any(text in joined for text in coded)


def _nothing_loops(world: World, kinds: list[str]) -> None:
    """At most one reply and one delivery report for each message, and none to a machine.

    Nothing at all goes to whom it is not safe to write to.
    """
    seen: set[tuple[int, bool]] = set()
    for reply in world.replies:
        assert reply.sender == ""
        assert len(reply.recipients) == 1
        assert UNSAFE not in reply.recipients
        assert b"Auto-Submitted: auto-replied" in reply.raw
        answered = next(
            n for n in range(len(kinds)) if f"<n{n}@client.example>".encode() in reply.raw
        )
        is_report = b"multipart/report" in reply.raw
        assert is_report or kinds[answered] != "list"
        assert (answered, is_report) not in seen
        seen.add((answered, is_report))
