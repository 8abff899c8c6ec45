"""The protocol half of the door: aiosmtpd's session with our own MAIL, RCPT and DATA.

Facts about aiosmtpd 1.4.6 that this file answers to (probed, see docs/threats.md):
DATA is read line by line there (26 ms a MiB) and refuses lines above 1,001 octets;
`MAIL FROM:<>` gives "<>"; exceptions become 500 with their text; there is no limit
on connections, errors, or time inside DATA; addresses may hold NUL.
"""

import asyncio
from typing import Any

import re2
from aiosmtpd.smtp import SMTP, Session, TLSSetupException

from gateway.core.addresses import parse_path
from gateway.core.line_ends import BYTES
from gateway.inlet._door import Door
from gateway.inlet._syntax import PATH, bad_address, mail_parameters, says

END_OF_DATA = b"\r\n.\r\n"
# RE2 finds these several times faster than bytes.find(), which counts in a large message.
DATA_END = re2.compile(rb"\r\n\.\r\n", BYTES)
STUFFED_DOT = re2.compile(rb"\r\n\.", BYTES)
RATE_CHECK_S = 1.0
EXTENSIONS = ("8BITMIME", "SMTPUTF8", "PIPELINING", "ENHANCEDSTATUSCODES")


class Esmtp(SMTP):
    """One connection. Answers are (RFC 5321 §4.2) code, (RFC 3463) status, words."""

    session: Session
    transport: asyncio.WriteTransport

    line_length_limit = 65_536
    command_size_limit = 2_048

    def __init__(self, door: Door, **settings: Any) -> None:
        limits = door.limits
        super().__init__(
            door,
            data_size_limit=limits.message_bytes,
            enable_SMTPUTF8=True,
            timeout=limits.greeting_s,
            ident="ESMTP",
            **settings,
        )
        self.door = door
        self.sender: str | None = None
        self.recipients: list[str] = []
        self.smtputf8 = False
        self.busy = False
        self._errors = 0
        self._admitted: bool | None = None
        self.quiet_since = 0.0
        self._data: bytearray | None = None
        self._data_size = 0
        self._storing = 0
        self._too_much = False
        self._end_at = 0
        self._data_end: asyncio.Future[None] | None = None
        self._watch: asyncio.TimerHandle | None = None

    # -- the connection

    @property
    def peer(self) -> str:
        name = self.session.peer if self.session else None
        return str(name[0]) if isinstance(name, tuple) else ""

    @property
    def receiving(self) -> int:
        """Bytes of a message that have come in, until it is kept; 0 at other times."""
        return len(self._data) if self._data is not None else self._storing

    @property
    def may_give_way(self) -> bool:
        """It holds a place, and no message of it is under way."""
        return bool(self._admitted) and self._data is None and not self.busy

    def give_way(self) -> None:
        """Its place is free at once; the peer hears why and comes again."""
        self._admitted = False
        self.door.leave(self.peer)
        self.cut("421 4.3.2 quiet for too long while others wait, try again")

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        if self._admitted is None:
            self.quiet_since = self.loop.time()
            self._admitted = self.door.admit(self.peer)
            self.door.sessions.add(self)

    def connection_lost(self, error: Exception | None) -> None:
        super().connection_lost(error)
        if self._admitted:
            self.door.leave(self.peer)
        self._admitted = False
        self._data = None
        self.door.sessions.discard(self)

    async def _handle_client(self) -> None:
        if not self._admitted:
            await self.push("421 4.7.0 too many connections, try again later")
            self.transport.close()
            return
        await super()._handle_client()

    def _timeout_cb(self) -> None:
        self.cut("421 4.4.2 too slow, closing the connection")

    def cut(self, status: str) -> None:
        """Say why, and close."""
        if self.transport is not None:
            self.transport.write(status.encode("ascii") + b"\r\n")
            self.transport.close()

    async def push(self, status: Any) -> None:
        await super().push(status)
        self.quiet_since = self.loop.time()
        # A recipient too many is sent again later (RFC 5321 §4.5.3.1.10): no error.
        if str(status)[:1] in "45" and not str(status).startswith("452 4.5.3"):
            self._errors += 1
            if self._errors >= self.door.limits.errors:
                self.cut("421 4.7.0 too many errors")

    async def handle_exception(self, error: Exception) -> str:
        if isinstance(error, TLSSetupException):
            return ""  # the peer's affair, no fault of ours; aiosmtpd hangs up
        return self.door.refused_for_now(error)

    def _set_rset_state(self) -> None:
        super()._set_rset_state()  # type: ignore[no-untyped-call]
        self.sender, self.recipients, self.smtputf8 = None, [], False

    # -- commands

    async def smtp_EHLO(self, hostname: str) -> None:
        if not hostname:
            await self.push("501 5.5.4 EHLO wants a host name")
            return
        self._set_rset_state()
        self.session.extended_smtp = True
        self.session.host_name = hostname
        self.command_size_limits["MAIL"] = self.command_size_limits["RCPT"] = 2_048
        words = [self.hostname, f"SIZE {self.data_size_limit}", *EXTENSIONS]
        if self.tls_context and not self._tls_protocol:
            words.append("STARTTLS")
        lines = [f"250-{w}" for w in words[:-1]] + [f"250 {words[-1]}"]
        await self.push("\r\n".join(lines))

    async def smtp_MAIL(self, arg: str | None) -> None:
        if await self.check_helo_needed():
            return
        if self.sender is not None:
            await self.push("503 5.5.1 one MAIL at a time")
            return
        found = PATH.fullmatch(arg or "")
        if not found or found[1].upper() != "FROM":
            await self.push("501 5.5.4 syntax: MAIL FROM:<address>")
            return
        problem, size, utf8 = mail_parameters(found[3])
        sender = parse_path(found[2], utf8=utf8) if found[2] else ""
        if not problem and sender is None:
            problem = bad_address(found[2], utf8)
        if problem := problem or self.door.may_send(size):
            await self.push(problem)
            return
        self.sender, self.smtputf8 = sender, utf8
        self._timeout_duration = self.door.limits.command_s
        await self.push("250 2.1.0 go on")

    async def smtp_RCPT(self, arg: str | None) -> None:
        if self.sender is None:
            await self.push("503 5.5.1 MAIL first")
            return
        found = PATH.fullmatch(arg or "")
        if not found or found[1].upper() != "TO" or not found[2]:
            await self.push("501 5.5.4 syntax: RCPT TO:<address>")
            return
        if found[3]:
            await self.push("555 5.5.4 no such parameter")
            return
        if len(self.recipients) >= self.door.limits.recipients:
            await self.push("452 4.5.3 too many recipients")
            return
        plain_postmaster = found[2].lower() == "postmaster"
        address = found[2] if plain_postmaster else parse_path(found[2], utf8=self.smtputf8)
        problem = bad_address(found[2], self.smtputf8)
        if address is not None:
            problem = self.door.recipient(address)
        if problem:
            await self.push(problem)
            return
        self.recipients.append(str(address))
        await self.push("250 2.1.5 go on")

    async def smtp_DATA(self, arg: str | None) -> None:
        if not self.recipients:
            await self.push("503 5.5.1 RCPT first")
            return
        if arg:
            await self.push("501 5.5.4 DATA takes no parameter")
            return
        await self.push("354 end with <CRLF>.<CRLF>")
        raw = await self._read_data()
        self.busy = True
        try:
            if raw is not None:
                self._storing = len(raw)
                status = await self.door.take(self, raw)
            elif self._data_size > self.door.limits.message_bytes:
                status = "552 5.3.4 the message is too large"
            else:
                status = "452 4.3.1 too much mail at once, try again later"
        finally:
            self.busy, self._storing = False, 0
            self._set_rset_state()
        await self.push(status)

    async def smtp_STARTTLS(self, arg: str | None) -> None:
        if self._tls_protocol:  # aiosmtpd would begin TLS inside of TLS
            await self.push("503 5.5.1 TLS has begun")
            return
        await super().smtp_STARTTLS(arg)

    smtp_VRFY = says("252 2.5.2 send it and see")
    smtp_HELP = says("214 2.0.0 RFC 5321")
    smtp_EXPN = says("502 5.5.1 not here")
    smtp_AUTH = says("502 5.5.1 no log-in on this port")

    async def smtp_GET(self, arg: str | None) -> None:
        """A web browser that was sent here by a page (cross-protocol request)."""
        self.cut("421 4.7.0 this is a mail server")

    smtp_POST = smtp_PUT = smtp_PATCH = smtp_DELETE = smtp_CONNECT = smtp_GET
    smtp_HEAD = smtp_OPTIONS = smtp_TRACE = smtp_GET

    # -- the message

    def data_received(self, data: bytes) -> None:
        if self._data is None:
            super().data_received(data)
        else:
            self._take_in(data)

    async def _read_data(self) -> bytes | None:
        """The message without dot-stuffing, or None when there was too much of it.

        While it comes in, bytes pass the stream reader by: one search each, no lines.
        """
        if self._timeout_handle is not None:
            self._timeout_handle.cancel()
        early = b""
        if self._reader._buffer:  # type: ignore[attr-defined]  # sent before our 354: still theirs, still in order
            early = await self._reader.read(1 << 20)
        received = bytearray(b"\r\n")  # so that a first line of "." ends it, too
        self._data, self._data_size, self._too_much = received, 0, False
        self._data_end = self.loop.create_future()
        self._check_rate(self.loop.time())
        self._take_in(early)
        try:
            await self._data_end
        finally:
            self._data = None
            if self._watch is not None:
                self._watch.cancel()
        self._reset_timeout()
        if rest := bytes(received[self._end_at + len(END_OF_DATA) :]):
            super().data_received(rest)  # the next command, sent ahead
        if self._too_much:
            return None
        del received[self._end_at + 2 :]
        if STUFFED_DOT.search(received):
            received = received.replace(b"\r\n.", b"\r\n")
        return bytes(memoryview(received)[2:])

    def _take_in(self, data: bytes) -> None:
        received, end = self._data, self._data_end
        if received is None or end is None:
            return
        seen = max(0, len(received) - len(END_OF_DATA) + 1)
        received += data
        self._data_size += len(data)
        if end.done():
            return
        self._too_much = self._too_much or not self.door.room_for(self._data_size)
        if found := DATA_END.search(received, seen):
            self._end_at = found.start()
            end.set_result(None)
        elif self._too_much:  # read on to its end, so that the answer is heard
            del received[: -len(END_OF_DATA) + 1]

    def _check_rate(self, started: float) -> None:
        """Cut who sends a message slower than the least rate (slow senders hold a place)."""
        limits = self.door.limits
        elapsed = self.loop.time() - started
        if self._data_size < (elapsed - limits.data_grace_s) * limits.data_bytes_per_s:
            self.cut("421 4.4.2 too slow, closing the connection")
        else:
            self._watch = self.loop.call_later(RATE_CHECK_S, self._check_rate, started)
