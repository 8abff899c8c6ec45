"""A practice with a running gateway: clients write to it, and what comes of it is seen."""

import asyncio
import contextlib
import signal
import smtplib
import subprocess
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from email import message_from_bytes
from email import policy as email_policy
from email.message import EmailMessage
from pathlib import Path

from tests.peers.daemon import PRACTICE, Daemon, Tables, policy_text, to_server
from tests.peers.sink import Sink, Taken, sink

SOON_S = 30.0
LANGUAGES: dict[str, dict[str, object]] = {"practice": {"languages": ["en", "fr-CA", "es"]}}


def read(raw: bytes) -> EmailMessage:
    return message_from_bytes(raw, policy=email_policy.default)


def words_of(mail: EmailMessage, kind: str = "plain") -> str:
    part = mail.get_body((kind,))
    assert part is not None
    return str(part.get_content())


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one message.

    id      the gateway's own
    marked  what it said of the reply on what it delivered: "template booking", "none (list)"
    reply   None when there is none
    """

    id: str
    marked: str
    risk: str
    reply: EmailMessage | None

    @property
    def words(self) -> str:
        assert self.reply is not None, self.marked
        return words_of(self.reply)


@dataclass
class Clinic:
    """mailbox: of the therapist; relay: where our own mail leaves."""

    daemon: Daemon
    mailbox: Sink
    relay: Sink
    changes: Tables
    _count: int = 0

    async def start(self) -> None:
        await asyncio.to_thread(self.daemon.start)

    async def stop(self) -> None:
        assert await asyncio.to_thread(self.daemon.stop) == 0

    async def gateway(self, *words: str) -> subprocess.CompletedProcess[str]:
        """A command in a process of its own, beside the running one."""
        return await asyncio.to_thread(self.daemon.run, *words)

    async def told(self, *words: str) -> str:
        """What a command says, which must go well."""
        done = await self.gateway(*words)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def rewrite(self, changes: Tables) -> None:
        """The policy file with these tables too."""
        self.daemon.policy.write_text(policy_text(merged(self.changes, changes)), "utf-8")

    async def reload(self, changes: Tables, *, says: str = "policy read anew") -> str:
        """Change the policy and send SIGHUP; what the log says of it."""
        self.rewrite(changes)
        before = len(self.daemon.log.read_text())
        self.daemon.signal(signal.SIGHUP)
        await asyncio.to_thread(self.daemon.until_logged, says, before)
        return self.daemon.log.read_text()[before:]

    async def take(self, body: str, sender: str, *more: str, subject: str = "hello") -> str:
        """Hand in a client's mail; its Message-ID."""
        self._count += 1
        name = f"<m{self._count}@client.example>"
        head = [
            f"From: <{sender}>",
            f"To: <{PRACTICE}>",
            f"Subject: {subject}",
            f"Message-ID: {name}",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            *more,
        ]
        raw = "\r\n".join([*head, "", body, ""]).encode()
        await asyncio.to_thread(self._send, sender, raw)
        return name

    def _send(self, sender: str, raw: bytes) -> None:
        with smtplib.SMTP("127.0.0.1", self.daemon.port) as smtp:
            smtp.sendmail(sender, [PRACTICE], raw)

    async def write(self, body: str, sender: str, *more: str, subject: str = "hello") -> Outcome:
        """The same, and what came of it."""
        name = await self.take(body, sender, *more, subject=subject)
        async with asyncio.timeout(SOON_S):
            await self.mailbox.until(lambda: bool(self._with(self.mailbox, "Message-ID", name)))
            delivered = self._with(self.mailbox, "Message-ID", name)[0]
            marked = str(delivered["X-Gateway-Reply"])
            if not marked.startswith("none"):
                await self.relay.until(lambda: bool(self._with(self.relay, "In-Reply-To", name)))
        replies = self._with(self.relay, "In-Reply-To", name)
        return Outcome(
            id=str(delivered["X-Gateway-Id"]),
            marked=marked,
            risk=str(delivered["X-Gateway-Risk"]),
            reply=replies[0] if replies else None,
        )

    def _with(self, server: Sink, name: str, value: str) -> list[EmailMessage]:
        mails = (read(taken.raw) for taken in server.taken)
        return [mail for mail in mails if mail[name] == value]

    def to(self, address: str) -> list[Taken]:
        """All that left for this address."""
        return [t for t in self.relay.taken if any(f"<{address}>" in to for to in t.rcpt_to)]


def merged(*tables: Tables) -> dict[str, dict[str, object]]:
    whole: dict[str, dict[str, object]] = {}
    for some in tables:
        for name, table in some.items():
            whole[name] = {**whole.get(name, {}), **table}
    return whole


@asynccontextmanager
async def clinic(
    folder: Path, changes: Mapping[str, Mapping[str, object]] | None = None, *, start: bool = True
) -> AsyncIterator[Clinic]:
    """A clinic in this folder, until the block ends. changes: tables of its policy"""
    async with sink() as mailbox, sink() as relay:
        base: dict[str, dict[str, object]] = {
            "deliver": {"by": "smtp"},
            "deliver.hop": to_server(mailbox.port),
            "relay": to_server(relay.port),
        }
        tables = merged(base, changes or {})
        place = Clinic(Daemon(folder, tables), mailbox, relay, tables)
        if start:
            await place.start()
        try:
            yield place
        finally:
            with contextlib.suppress(AssertionError):
                await place.stop()
