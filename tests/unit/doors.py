"""A door on a free port, who speaks to it, and where it puts mail."""

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator
from pathlib import Path

from gateway.core.mail import Envelope
from gateway.core.policy import Inlet, Limits
from gateway.inlet.smtp import SmtpDoor, SmtpInlet, open_inlet
from tests.conftest import NOW

LIMITS = Limits(disk_free_bytes=0, message_bytes=2_000_000)
RCPT = "dana@clinic.example"


class Kept:
    """Where the door puts mail: its only demand on a store is `keep`."""

    def __init__(self) -> None:
        self.mail: list[tuple[Envelope, bytes]] = []
        self.error: Exception | None = None

    async def keep(self, env: Envelope, raw: bytes) -> str:
        if self.error:
            raise self.error
        self.mail.append((env, raw))
        return f"id{len(self.mail)}"


class Client:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    async def reply(self) -> str:
        lines = []
        while True:
            line = (await asyncio.wait_for(self.reader.readline(), 10)).decode()
            lines.append(line.rstrip("\r\n"))
            if line[3:4] != "-":
                return "\n".join(lines)

    async def say(self, *lines: str) -> str:
        """The last reply to these lines, sent one after the other."""
        answer = ""
        for line in lines:
            self.writer.write(line.encode() + b"\r\n")
            answer = await self.reply()
        return answer

    async def send(self, data: bytes, sender: str = "ann@client.example") -> str:
        await self.say(f"MAIL FROM:<{sender}>", f"RCPT TO:<{RCPT}>", "DATA")
        self.writer.write(data)
        return await self.reply()


@contextlib.asynccontextmanager
async def door_with(
    kept: Kept,
    tmp_path: Path,
    limits: Limits = LIMITS,
    tls: ssl.SSLContext | None = None,
    waiting: tuple[int, int] = (0, 0),
    **settings: bool,
) -> AsyncIterator[SmtpInlet]:
    door = SmtpDoor(
        limits=limits,
        recipients={RCPT: RCPT},
        keep=kept.keep,
        waiting=lambda: waiting,
        state=tmp_path,
        now=lambda: NOW,
    )
    inlet = await open_inlet(Inlet(port=0, **settings), door, hostname="mx.clinic.example", tls=tls)
    try:
        yield inlet
    finally:
        await inlet.close(0.5)


@contextlib.asynccontextmanager
async def client_of(inlet: SmtpInlet) -> AsyncIterator[Client]:
    reader, writer = await asyncio.open_connection("127.0.0.1", inlet.port)
    client = Client(reader, writer)
    try:
        assert (await client.reply()).startswith("220 ")
        yield client
    finally:
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()
