"""The part of `gateway check` that opens connections: the next hop, the relay, our own doors."""

import errno
import smtplib
import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from gateway.checkup.finding import Finding, bad, good, look, told
from gateway.config.read import Config
from gateway.core.policy import Hop, Inlet
from gateway.core.policy_machine import is_loopback
from gateway.errors import NeedsHuman
from gateway.secrets import password_for
from gateway.wire.tls import context_for

PATIENCE_S = 5.0
SOON = timedelta(days=14)
SHOWN_AT_MOST = 120


def servers(config: Config, now: datetime) -> Iterator[Finding]:
    """Connects, says EHLO, sets TLS up as the policy wants it, and logs in; sends no mail."""
    deliver = config.policy.deliver
    if deliver.by in {"smtp", "lmtp"}:
        yield from _server("next hop", config, deliver.hop, now, lmtp=deliver.by == "lmtp")
    if config.policy.reply.mode == "live" or config.policy.alert.to:
        yield from _server("relay", config, config.policy.relay, now, lmtp=False)


def _server(what: str, config: Config, hop: Hop, now: datetime, *, lmtp: bool) -> Iterator[Finding]:
    where = f"{hop.host} port {hop.port}"
    try:
        password = password_for(hop, config.base)
        context = context_for(hop, config.base)
        with _connected(hop, context, config.policy.inlet, lmtp=lmtp) as client:
            found = list(_talk(what, client, hop, context, password, config))
            found += _ending(what, client.sock, now)
    except NeedsHuman as error:
        yield told(what, error)
    except (OSError, smtplib.SMTPException) as error:
        words, remedy = _why(error)
        yield bad(what, f"{where}: {words}", remedy)
    else:
        yield from found or (good(what, f"{where} answers{_how(hop)}"),)


def _how(hop: Hop) -> str:
    secure = {"required": ", TLS verified", "implicit": ", TLS verified"}.get(hop.tls, "")
    return secure + (", the password is right" if hop.user else "")


def _connected(
    hop: Hop, context: ssl.SSLContext | None, doors: tuple[Inlet, ...], *, lmtp: bool
) -> smtplib.SMTP:
    """Errors: OSError, SMTPException."""
    # A name of our own: smtplib would ask the DNS for one, and wait.
    name = next((door.hostname for door in doors if door.hostname), socket.gethostname())
    patience = min(hop.timeout_s, PATIENCE_S)
    if hop.tls == "implicit":
        client: smtplib.SMTP = smtplib.SMTP_SSL(
            hop.host, hop.port, name, timeout=patience, context=context
        )
    else:
        client = smtplib.SMTP(hop.host, hop.port, name, timeout=patience)
    client.ehlo_msg = "lhlo" if lmtp else "ehlo"
    return client


def _talk(
    what: str,
    client: smtplib.SMTP,
    hop: Hop,
    context: ssl.SSLContext | None,
    password: str | None,
    config: Config,
) -> Iterator[Finding]:
    """What is worth a word although it works. Errors: OSError, SMTPException."""
    _greet(client)
    offered = client.has_extn("starttls")
    if hop.tls == "required" or (hop.tls == "opportunistic" and offered):
        code, text = client.starttls(context=context)
        if code != 220:  # smtplib would go on in clear
            raise smtplib.SMTPResponseException(code, text)
        _greet(client)
    elif hop.tls == "opportunistic":
        yield look(what, "offers no TLS: mail goes to it in clear")
    if password is not None:
        _log_in(client, hop.user, password)
    largest = client.esmtp_features.get("size", "")
    ours = config.policy.limits.message_bytes
    if what == "next hop" and largest.isdecimal() and 0 < int(largest) < ours:
        words = f"takes messages of at most {largest} bytes, the door takes {ours}"
        yield look(what, words, "raise its limit or lower limits.message_bytes")


def _greet(client: smtplib.SMTP) -> None:
    code, text = client.ehlo()
    if code != 250:
        raise smtplib.SMTPResponseException(code, text)


def _log_in(client: smtplib.SMTP, user: str, password: str) -> None:
    """By the ways that the gateway itself uses. Errors: OSError, SMTPException."""
    client.user, client.password = user, password
    ways = client.esmtp_features.get("auth", "").upper().split()
    if "PLAIN" in ways:
        client.auth("PLAIN", client.auth_plain)
    elif "LOGIN" in ways:
        client.auth("LOGIN", client.auth_login)
    else:
        raise smtplib.SMTPNotSupportedError("it offers no log-in by PLAIN or LOGIN")


def _ending(what: str, sock: socket.socket | None, now: datetime) -> Iterator[Finding]:
    """A verified certificate that ends soon."""
    peer = sock.getpeercert() if isinstance(sock, ssl.SSLSocket) else None
    if not peer:
        return
    ends = datetime.fromtimestamp(ssl.cert_time_to_seconds(str(peer["notAfter"])), UTC)
    if ends - now < SOON:
        words = f"its certificate ends in {(ends - now).days} days; then mail will wait here"
        yield look(what, words, "tell whoever runs that server")


def _why(error: OSError | smtplib.SMTPException) -> tuple[str, str]:
    """What went wrong, and what to do."""
    match error:
        case ssl.SSLCertVerificationError():
            words = f"its certificate does not verify: {error.verify_message}"
            return words, "use the name that is in it, or set ca_file to its authority"
        case ssl.SSLError():
            return f"TLS fails: {error.reason}", 'is it the right port? "implicit" is for port 465'
        case smtplib.SMTPAuthenticationError():
            return f"refuses the password: {_said(error)}", "see user and password_file"
        case smtplib.SMTPNotSupportedError():
            return (
                f"does not do what is needed: {error}",
                "see its settings, or tls and user in the policy",
            )
        case smtplib.SMTPResponseException() if error.smtp_code > 0:
            return f"refuses: {_said(error)}", "ask whoever runs that server"
        case smtplib.SMTPException() | TimeoutError():
            return "does not answer as a mail server", 'right port? tls "implicit" is for port 465'
        case socket.gaierror():
            return "no host of that name is known", "see host in the policy, and the DNS"
        case ConnectionRefusedError():
            return "nothing listens there", "start that server, or see host and port in the policy"
        case _:
            return f"cannot be reached: {error.strerror}", "see the network and the firewall"


def _said(error: smtplib.SMTPResponseException) -> str:
    text = error.smtp_error
    words = text.decode("ascii", "replace") if isinstance(text, bytes) else str(text)
    plain = "".join(c if c.isprintable() else " " for c in words)
    return f"{error.smtp_code} {plain[:SHOWN_AT_MOST]}"


def door(config: Config, number: int) -> Iterator[Finding]:
    """Whether we may listen there, and what passes in clear."""
    settings = config.policy.inlet[number]
    what, where = f"door {number + 1}", f"{settings.address} port {settings.port}"
    try:
        with socket.socket(_family(settings.address)) as listening:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind((settings.address, settings.port))
        yield good(what, f"{where} is free")
    except OSError as error:
        yield _taken(what, where, settings, error)
    if not settings.certificate and not is_loopback(settings.address):
        words = "is open to the network without TLS: mail may come in clear"
        yield look(what, words, "set certificate and key of this [[inlet]]")


def _family(address: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in address else socket.AF_INET


def _taken(what: str, where: str, settings: Inlet, error: OSError) -> Finding:
    match error.errno:
        case errno.EADDRINUSE if _greets(settings):
            return good(what, f"{where} is answered by a mail server: this gateway, if it runs")
        case errno.EADDRINUSE:
            return bad(what, f"{where} is used by another program", "choose another port")
        case errno.EACCES:
            remedy = "use a port above 1023, or let systemd give CAP_NET_BIND_SERVICE"
            return bad(what, f"{where} is not for this user", remedy)
        case errno.EADDRNOTAVAIL:
            return bad(what, f"{where}: this machine has no such address", "see `ip address`")
        case _:
            return bad(what, f"{where}: {error.strerror}", "see [[inlet]] in the policy")


def _greets(settings: Inlet) -> bool:
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.address, settings.address)
    try:
        with socket.create_connection((host, settings.port), PATIENCE_S) as peer:
            peer.settimeout(PATIENCE_S)
            return peer.recv(4).startswith(b"220")
    except OSError:
        return False
