"""The embedded outgoing relay: takes the replies by SMTP on this computer and keeps them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiosmtpd.smtp import SMTP

HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One message that was handed to the relay."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes = field(repr=False)


@dataclass
class DemoRelay:
    """A handler for aiosmtpd. port: where it listens; sent: all it took, in order."""

    port: int = 0
    sent: list[Sent] = field(default_factory=list)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        sender = (envelope.mail_from or "").strip("<>")
        to = tuple(envelope.rcpt_tos)
        self.sent.append(Sent(sender=sender, recipients=to, raw=bytes(envelope.original_content)))
        return "250 2.0.0 taken"


@asynccontextmanager
async def demo_relay() -> AsyncIterator[DemoRelay]:
    """A relay on any free port, until the block ends."""
    relay = DemoRelay()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(relay, hostname="relay.example", enable_SMTPUTF8=True, loop=loop), HOST, 0
    )
    relay.port = server.sockets[0].getsockname()[1]
    try:
        yield relay
    finally:
        server.close()
        await server.wait_closed()
