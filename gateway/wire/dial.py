"""From nothing to a server that is ready for mail: connect, greet, TLS, log in."""

import asyncio
import base64
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import ip_address

from gateway.core.policy import Hop
from gateway.errors import NeedsHuman, TryLater
from gateway.wire.dialogue import Dialogue
from gateway.wire.replies import Reply, trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A server that takes mail from us.

    who       it in words for people: "the mailbox server"
    hostname  our own name, for EHLO
    password  for hop.user; None when the policy names no user
    tls       makes the TLS settings, None for no TLS; may block, so it is called in a thread
    lmtp      it speaks LMTP (RFC 2033)
    """

    hop: Hop
    who: str
    hostname: str
    password: str | None = field(repr=False)
    tls: Callable[[], ssl.SSLContext | None]
    lmtp: bool = False


async def dial(peer: Peer) -> Dialogue:
    """Errors: TryLater (away, busy), NeedsHuman (no trust, no TLS, no log-in)."""
    context = await asyncio.to_thread(peer.tls)
    try:
        line = await _connected(peer, context if peer.hop.tls == "implicit" else None)
        try:
            await _ready(line, peer, context)
        except BaseException:
            line.abort()
            raise
    except ssl.SSLCertVerificationError as e:
        raise NeedsHuman(
            f"the certificate of {peer.who} is not to be trusted", detail=e.verify_message
        ) from e
    except ssl.SSLError as e:
        raise TryLater(f"no TLS could be agreed with {peer.who}", detail=e.reason or "") from e
    except TimeoutError as e:
        raise TryLater(f"{peer.who} did not answer in time") from e
    except OSError as e:
        raise TryLater(f"{peer.who} cannot be reached", detail=e.strerror or "") from e
    return line


async def _connected(peer: Peer, implicit: ssl.SSLContext | None) -> Dialogue:
    hop, loop = peer.hop, asyncio.get_running_loop()
    async with asyncio.timeout(hop.timeout_s):
        _, line = await loop.create_connection(
            lambda: Dialogue(peer.who, hop.timeout_s),
            hop.host,
            hop.port,
            ssl=implicit,
            server_hostname=hop.host if implicit else None,
        )
    return line


async def _ready(line: Dialogue, peer: Peer, context: ssl.SSLContext | None) -> None:
    (greeting,) = await line.answers(1, line.time_s)
    if not greeting.good:  # 554 too: whom a server turns away at the door, it may take tomorrow
        raise TryLater(f"{peer.who} answered {greeting.number}")
    await _hello(line, peer)
    if context is not None and peer.hop.tls != "implicit":
        await _start_tls(line, peer, context)
    if peer.password is not None:
        await _log_in(line, peer, peer.password)


async def _hello(line: Dialogue, peer: Peer) -> None:
    """EHLO or LHLO, and what the server offers; HELO where EHLO is not known."""
    name = peer.hostname.encode("ascii", "replace")
    (reply,) = await line.ask(b"%s %s\r\n" % (b"LHLO" if peer.lmtp else b"EHLO", name))
    if reply.code >= 500 and not peer.lmtp:
        (reply,) = await line.ask(b"HELO %s\r\n" % name)
        reply = Reply(reply.code, reply.status, ())
    if not reply.good:
        raise TryLater(f"{peer.who} answered {reply.number}")
    line.offers = _offers(reply)


def _offers(reply: Reply) -> dict[str, str]:
    lines = (text.decode("latin-1").upper() for text in reply.texts[1:])
    words = (line.replace("AUTH=", "AUTH ", 1).partition(" ") for line in lines)
    return {keyword: parameters for keyword, _, parameters in words}


async def _start_tls(line: Dialogue, peer: Peer, context: ssl.SSLContext) -> None:
    """Errors: NeedsHuman when TLS is required and there is none: an attacker may have cut it."""
    required = peer.hop.tls == "required"
    if "STARTTLS" not in line.offers:
        if required:
            raise NeedsHuman(f"{peer.who} offers no TLS")
        return
    (reply,) = await line.ask(b"STARTTLS\r\n")
    if reply.good:
        await line.start_tls(context, peer.hop.host)
        await _hello(line, peer)
    elif required:
        words = f"{peer.who} refused TLS: {reply.number}"
        raise TryLater(words) if reply.code < 500 else NeedsHuman(words)


async def _log_in(line: Dialogue, peer: Peer, password: str) -> None:
    """AUTH PLAIN, else LOGIN. The password goes to a verified server, or stays on this machine.

    Sources: RFC 4954 §4; RFC 4616 §2.
    """
    if not (line.secure or _is_loopback(line.peer_address())):
        raise NeedsHuman(f"a password for {peer.who} would not be safe: set tls to required")
    ways = line.offers.get("AUTH", "").split()
    user, secret = peer.hop.user.encode(), password.encode()
    if "PLAIN" in ways:
        token = base64.b64encode(b"\0%s\0%s" % (user, secret))
        (reply,) = await line.ask(b"AUTH PLAIN %s\r\n" % token)
    elif "LOGIN" in ways:
        (reply,) = await line.ask(b"AUTH LOGIN\r\n")
        for word in (user, secret):
            if reply.code == 334:
                (reply,) = await line.ask(base64.b64encode(word) + b"\r\n")
    else:
        raise NeedsHuman(f"{peer.who} offers no log-in that we know (PLAIN, LOGIN)")
    if reply.good:
        return
    failed = trouble(reply, peer.who)
    raise failed if isinstance(failed, TryLater) else NeedsHuman(failed.public)


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address.partition("%")[0]).is_loopback
    except ValueError:
        return False
