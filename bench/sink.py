"""Where mail and replies arrive: a small SMTP receiver that knows each message by its token.

It takes everything and keeps no body, so that it costs the machine little.
"""

import asyncio
import re
import time
from dataclasses import dataclass, field
from typing import cast

TOKEN = re.compile(rb"bench-([0-9a-f]{8})-([0-9]{7})")
END = b"\r\n.\r\n"
# The fields at the top hold the token; a sealed body holds none.
LOOK_BYTES = 65_536
ANSWERS = {
    b"EHLO": b"250-sink.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n"
    b"250-ENHANCEDSTATUSCODES\r\n250 SIZE 104857600\r\n",
    b"HELO": b"250 sink.example\r\n",
    b"MAIL": b"250 2.1.0 ok\r\n",
    b"RCPT": b"250 2.1.5 ok\r\n",
    b"DATA": b"354 go on\r\n",
    b"RSET": b"250 2.0.0 ok\r\n",
    b"NOOP": b"250 2.0.0 ok\r\n",
    b"QUIT": b"221 2.0.0 bye\r\n",
}


@dataclass(slots=True)
class Arrived:
    """What came of one run: number of the message -> moments, of the monotonic clock.

    delivered  to the therapist
    replied    back to the client
    leaks      deliveries in which the secret was seen
    strays     mail of another run, or of none
    """

    run: str
    secret: bytes | None
    delivered: dict[int, list[float]] = field(default_factory=dict)
    replied: dict[int, list[float]] = field(default_factory=dict)
    leaks: int = 0
    strays: int = 0

    def take(self, recipients: bytes, body: bytes) -> None:
        """A reply is addressed to a token; a delivery carries one in its fields."""
        now = time.monotonic()
        found = TOKEN.search(recipients)
        into = self.replied if found else self.delivered
        found = found or TOKEN.search(body, 0, LOOK_BYTES)
        if found is None or found[1].decode() != self.run:
            self.strays += 1
            return
        into.setdefault(int(found[2]), []).append(now)
        if into is self.delivered and self.secret is not None and self.secret in body:
            self.leaks += 1


class Sink:
    """One listening port on 127.0.0.1; `arrived` is exchanged for each run."""

    def __init__(self) -> None:
        self.arrived = Arrived("", None)
        self.port = 0
        self._server: asyncio.Server | None = None

    async def open(self) -> None:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Session(self), "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    def close(self) -> None:
        if self._server is not None:
            self._server.close()


class _Session(asyncio.Protocol):
    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._buffer = bytearray()
        self._in_data = False
        self._recipients = b""
        self._transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's own is none by name
        self._transport.write(b"220 sink.example ESMTP\r\n")

    def data_received(self, data: bytes) -> None:
        seen = len(self._buffer)
        self._buffer += data
        while self._buffer:
            if not (self._message(seen) if self._in_data else self._command()):
                return
            seen = 0

    def _message(self, seen: int) -> bool:
        """Take a message off the buffer; false while its end is not there."""
        end = self._buffer.find(END, max(0, seen - len(END)))
        if end < 0:
            return False
        body = bytes(self._buffer[:end])
        del self._buffer[: end + len(END)]
        self._in_data = False
        self._sink.arrived.take(self._recipients, body)
        self._transport.write(b"250 2.0.0 ok\r\n")
        return True

    def _command(self) -> bool:
        end = self._buffer.find(b"\r\n")
        if end < 0:
            return False
        line = bytes(self._buffer[:end])
        del self._buffer[: end + 2]
        verb = line[:4].upper()
        if verb == b"MAIL":
            self._recipients = b""
        elif verb == b"RCPT":
            self._recipients += line
        self._in_data = verb == b"DATA"
        self._transport.write(ANSWERS.get(verb, b"502 5.5.1 no\r\n"))
        if verb == b"QUIT":
            self._transport.close()
        return True
