"""One connection to a server: commands out, replies in, each within its time."""

import asyncio
import math
import ssl
from collections.abc import Sequence
from typing import cast

from gateway.wire.replies import BadReply, Lost, Reply, ReplyReader

# How long a server may take to answer QUIT before we hang up.
GOODBYE_S = 5.0


class Dialogue(asyncio.Protocol):
    """A connection while it lasts. Once it is over, every question raises Lost.

    who         the server in words for people: "the mailbox server"
    time_s      time for each answer, seconds
    offers      what the server announced: keyword -> parameters, both in capitals
    secure      the line is TLS and the server's certificate is verified
    unfinished  the last transaction was refused on its way: RSET goes before the next one
    born        time of the event loop at which it was made
    """

    def __init__(self, who: str, time_s: float) -> None:
        self.who = who
        self.time_s = time_s
        self.offers: dict[str, str] = {}
        self.secure = False
        self.unfinished = False
        self._loop = asyncio.get_running_loop()
        self.born = self._loop.time()
        self._transport: asyncio.Transport | None = None
        self._reader = ReplyReader()
        self._replies: list[Reply] = []
        self._wanted = 0
        self._waiter: asyncio.Future[None] | None = None
        self._over: Lost | None = None
        self._closed = asyncio.Event()
        self._resting = False
        self._leaving = False
        self._deadline = math.inf
        self._timer: asyncio.TimerHandle | None = None
        self._timer_at = math.inf

    # ---- questions

    async def ask(self, data: bytes, answers: int = 1) -> list[Reply]:
        """Send commands and read so many replies. Errors: Lost (with the replies that came)."""
        self.send(data)
        return await self.answers(answers, self.time_s)

    def send(self, data: bytes) -> None:
        """Errors: Lost."""
        if self._over or self._transport is None:
            raise self._over or Lost(f"{self.who} is not connected")
        self._resting = False
        self._transport.write(data)

    async def answers(self, count: int, within_s: float) -> list[Reply]:
        """The next replies. Errors: Lost (with the replies that came)."""
        if len(self._replies) < count:
            if self._over:
                raise self._lost(self._over)
            self._wanted = count
            self._allow(within_s)
            self._waiter = self._loop.create_future()
            try:
                await self._waiter
            finally:
                self._waiter = None
        taken, self._replies = self._replies[:count], self._replies[count:]
        return taken

    async def start_tls(self, context: ssl.SSLContext, host: str) -> None:
        """Errors: OSError (ssl.SSLError is one) when the two cannot agree; then it is over."""
        assert self._transport is not None
        # What came before the handshake could be anybody's (CVE-2011-0411; RFC 3207 §4.2).
        self._reader, self._replies, self.offers = ReplyReader(), [], {}
        try:
            transport = await self._loop.start_tls(
                self._transport,
                self,
                context,
                server_hostname=host,
                ssl_handshake_timeout=self.time_s,
            )
        except BaseException:
            self.abort()
            raise
        if transport is None:  # the connection went while the handshake ended
            raise self._over or Lost(f"{self.who} ended the connection")
        self._transport = transport
        self.secure = context.verify_mode is ssl.CERT_REQUIRED

    # ---- between transactions, and the end

    @property
    def usable(self) -> bool:
        """Nothing stands between this connection and another transaction."""
        return not (self._over or self._leaving or self._replies)

    def rest(self, idle_s: float) -> None:
        """No transaction for now; it takes its leave when none comes within idle_s."""
        self._resting = True
        self._allow(idle_s)

    def quit(self) -> None:
        """Take leave; does not wait."""
        if self._over or self._transport is None or self._leaving:
            return
        self._leaving = True
        self._transport.write(b"QUIT\r\n")
        self._allow(GOODBYE_S)

    def abort(self) -> None:
        """Hang up at once."""
        self._end(Lost(f"the connection to {self.who} was ended"))

    async def closed(self) -> None:
        """Wait until the connection is gone; comes within GOODBYE_S of quit()."""
        await self._closed.wait()

    def peer_address(self) -> str:
        """The server's IP address, "" when it has none."""
        name: Sequence[object] | None = None
        if self._transport is not None:
            name = self._transport.get_extra_info("peername")
        return str(name[0]) if isinstance(name, tuple) else ""

    # ---- what asyncio calls

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's own is none by name
        context = transport.get_extra_info("sslcontext")
        self.secure = context is not None and context.verify_mode is ssl.CERT_REQUIRED

    def data_received(self, data: bytes) -> None:
        if self._leaving:
            assert self._transport is not None
            self._transport.close()
            return
        try:
            self._replies += self._reader.feed(data)
        except BadReply as error:
            self._end(Lost(f"{self.who} made no sense", detail=str(error)))
            return
        if self._resting:  # 421, mostly: whatever it is, nobody asked
            self._end(Lost(f"{self.who} ended the connection"))
        elif self._waiter and len(self._replies) >= self._wanted and not self._waiter.done():
            self._waiter.set_result(None)

    def connection_lost(self, exc: Exception | None) -> None:
        self._end(Lost(f"the connection to {self.who} broke"))
        self._closed.set()

    # ---- inside

    def _end(self, lost: Lost) -> None:
        if self._over is None:
            self._over = lost
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._waiter and not self._waiter.done():
            self._waiter.set_exception(self._lost(self._over))
        if self._transport is None:
            self._closed.set()
        else:
            self._transport.abort()

    def _lost(self, why: Lost) -> Lost:
        return Lost(why.public, tuple(self._replies), detail=why.detail)

    def _allow(self, seconds: float) -> None:
        """Set the time limit. One timer a connection, moved only forward: not one a command."""
        self._deadline = self._loop.time() + seconds
        if self._timer is not None:
            if self._timer_at <= self._deadline:
                return
            self._timer.cancel()
        self._wake_at(self._deadline)

    def _wake_at(self, moment: float) -> None:
        self._timer_at = moment
        self._timer = self._loop.call_at(moment, self._time_is_up)

    def _time_is_up(self) -> None:
        self._timer = None
        if self._loop.time() < self._deadline:
            self._wake_at(self._deadline)
        elif self._waiter:
            self._end(Lost(f"{self.who} did not answer in time"))
        elif self._leaving:
            self._end(Lost(f"the connection to {self.who} was ended"))
        elif self._resting:
            self.quit()
