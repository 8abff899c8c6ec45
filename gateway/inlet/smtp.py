"""The door for mail by SMTP: who may come in, for whom, and 250 only when it is kept.

Limits and syntax only; what a message says is not looked at here, so that the
answer takes the same time whatever it holds.
"""

import asyncio
import logging
import os
import re
import ssl
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from pathlib import Path

from gateway.core.line_ends import normalised
from gateway.core.mail import Envelope
from gateway.core.policy import Inlet, Limits
from gateway.errors import NeedsHuman, TryLater
from gateway.inlet.esmtp import Esmtp

log = logging.getLogger(__name__)

# aiosmtpd logs addresses at INFO and message bodies at DEBUG: never let it speak.
logging.getLogger("mail.log").setLevel(logging.CRITICAL + 1)

RECEIVED = re.compile(rb"^received:", re.I | re.M)
DISK_LOOK_S = 1.0

Keep = Callable[[Envelope, bytes], Awaitable[str]]


class SmtpDoor:
    """The policy of one listening port.

    keep     puts a message where no crash can lose it; answers its id
    waiting  (messages, bytes) that wait in the store now
    """

    def __init__(
        self,
        *,
        limits: Limits,
        recipients: Mapping[str, str],
        keep: Keep,
        waiting: Callable[[], tuple[int, int]],
        state: Path,
        now: Callable[[], datetime],
    ) -> None:
        self.limits = limits
        self.sessions: set[Esmtp] = set()
        self._recipients = frozenset(address.lower() for address in recipients)
        self._domains = frozenset(a.rpartition("@")[2] for a in self._recipients)
        self._keep = keep
        self._waiting = waiting
        self._state = state
        self._now = now
        self._peers: Counter[str] = Counter()
        self._looked_at = -DISK_LOOK_S
        self._disk_full = False

    def set_policy(self, limits: Limits, recipients: Mapping[str, str]) -> None:
        """Take over a policy that was read anew; open connections go on under it."""
        self.limits = limits
        self._recipients = frozenset(address.lower() for address in recipients)
        self._domains = frozenset(a.rpartition("@")[2] for a in self._recipients)

    def admit(self, peer: str) -> bool:
        """Whether a newcomer gets a place: a free one, or that of the longest quiet.

        Idle and stuck connections so never keep others out; one peer makes room of its own.
        """
        crowded = self._peers[peer] >= self.limits.connections_per_peer
        if crowded or self._peers.total() >= self.limits.connections:
            quiet = (s for s in self.sessions if s.may_give_way and (s.peer == peer or not crowded))
            longest = min(quiet, key=lambda s: s.quiet_since, default=None)
            if longest is None:
                return False
            longest.give_way()
        self._peers[peer] += 1
        return True

    def leave(self, peer: str) -> None:
        self._peers[peer] -= 1
        if self._peers[peer] <= 0:
            del self._peers[peer]

    def may_send(self, size: int | None) -> str:
        """Why no message of this announced size is taken now, or ""."""
        if size is not None and size > self.limits.message_bytes:
            return "552 5.3.4 the message is too large"
        messages, stored = self._waiting()
        full = messages >= self.limits.queue_messages or stored >= self.limits.queue_bytes
        if full or self._no_disk():
            return "452 4.3.1 no room to keep it now, try again later"
        return ""

    def recipient(self, address: str) -> str:
        """Why this recipient is refused, or "": an exact table and postmaster (RFC 5321 §4.5.1)."""
        known = address.lower()
        local, _, domain = known.rpartition("@")
        if known in self._recipients or known == "postmaster":
            return ""
        if local == "postmaster" and domain in self._domains:
            return ""
        return "550 5.1.1 no such address here"

    def room_for(self, size: int) -> bool:
        """Whether a message may grow to this size while it comes in; all of them share memory."""
        if size > self.limits.message_bytes:
            return False
        under_way = sum(s.receiving for s in self.sessions)
        return size <= 1 << 20 or under_way <= 2 * self.limits.message_bytes

    async def take(self, session: Esmtp, raw: bytes) -> str:
        """Keep the message, then say 250. Errors become 451 or 452: the peer keeps it."""
        raw = normalised(raw)
        if _hops(raw) > self.limits.hops:
            return "554 5.4.6 too many hops: a mail loop"
        env = Envelope(
            sender=session.sender or "",
            recipients=tuple(session.recipients),
            received_at=self._now(),
            peer=session.peer,
            helo=session.session.host_name or "",
            protocol=_protocol(session),
            smtputf8=session.smtputf8,
        )
        try:
            message = await self._keep(env, raw)
        except Exception as error:  # noqa: BLE001 whatever it is, the peer must keep the message
            return self.refused_for_now(error)
        log.info("%s kept, %d bytes", message, len(raw))
        return f"250 2.0.0 kept as {message}"

    def refused_for_now(self, error: Exception) -> str:
        if isinstance(error, TryLater):
            log.warning("not kept: %s", error.detail)
            return f"452 4.3.1 {error.public}, try again later"
        log.error("not kept: our own fault", exc_info=_without_text(error))
        return "451 4.3.0 a fault on our side, try again later"

    def _no_disk(self) -> bool:
        now = time.monotonic()
        if now - self._looked_at >= DISK_LOOK_S:
            self._looked_at = now
            disk = os.statvfs(self._state)
            least = max(self.limits.disk_free_bytes, 2 * self.limits.message_bytes)
            self._disk_full = disk.f_bavail * disk.f_frsize < least
        return self._disk_full


def _hops(raw: bytes) -> int:
    """How many servers took it on before us (RFC 5321 §6.3)."""
    end = 0 if raw.startswith(b"\r\n") else raw.find(b"\r\n\r\n")
    return len(RECEIVED.findall(raw if end < 0 else raw[:end]))


def _protocol(session: Esmtp) -> str:
    """The word of RFC 3848 and RFC 6531 §4.3 for our Received field."""
    if not session.session.extended_smtp:
        return "SMTP"
    tls = "S" if session.session.ssl else ""
    return f"UTF8SMTP{tls}" if session.smtputf8 else f"ESMTP{tls}"


def _without_text(error: Exception) -> Exception:
    """The same traceback, the error's text left out: it may hold a client's words."""
    return RuntimeError(type(error).__name__).with_traceback(error.__traceback__)


def tls_context(certificate: Path, key: Path) -> ssl.SSLContext:
    """Server side, TLS 1.2 or later. Errors: NeedsHuman when the files do not serve."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_cert_chain(certificate, key)
    except (OSError, ssl.SSLError) as e:
        raise NeedsHuman("the certificate of the door cannot be used", detail=str(e)) from e
    return context


class SmtpInlet:
    """A listening port and its sessions."""

    def __init__(self, server: asyncio.Server, door: SmtpDoor) -> None:
        self._server = server
        self.door = door

    @property
    def port(self) -> int:
        return int(self._server.sockets[0].getsockname()[1])

    async def close(self, grace_s: float) -> None:
        """Take no new connection; messages under way may end, the others hear 421."""
        self._server.close()
        end = asyncio.get_running_loop().time() + grace_s
        for session in list(self.door.sessions):
            if not session.receiving and not session.busy:
                session.cut("421 4.3.2 closing down, try again soon")
        while self.door.sessions and asyncio.get_running_loop().time() < end:
            await asyncio.sleep(0.02)
        for session in list(self.door.sessions):
            session.cut("421 4.3.2 closing down, try again soon")
        await self._server.wait_closed()


async def open_inlet(
    settings: Inlet, door: SmtpDoor, *, hostname: str, tls: ssl.SSLContext | None
) -> SmtpInlet:
    """Listen. Errors: NeedsHuman when the address or port cannot be had."""
    loop = asyncio.get_running_loop()

    def session() -> Esmtp:
        return Esmtp(
            door,
            hostname=hostname,
            tls_context=tls,
            require_starttls=settings.require_tls,
            loop=loop,
        )

    try:
        server = await loop.create_server(session, settings.address, settings.port, backlog=512)
    except OSError as e:
        raise NeedsHuman(
            f"cannot listen on {settings.address} port {settings.port}",
            detail=os.strerror(e.errno or 0),
        ) from e
    return SmtpInlet(server, door)
