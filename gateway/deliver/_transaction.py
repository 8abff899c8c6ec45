"""One mail transaction: MAIL, RCPT, DATA and the message, in as few writes as the server allows."""

from dataclasses import dataclass

import re2

from gateway.core.addresses import domain_of
from gateway.core.line_ends import BYTES
from gateway.errors import EdgeError, GiveUp, TryLater
from gateway.ports import Outgoing
from gateway.wire.dialogue import Dialogue
from gateway.wire.replies import SERVICE_ENDS, Lost, Reply, trouble

# RFC 5321 §4.5.3.2.6: ten minutes for the answer to the message, and time to carry it there.
END_OF_DATA_S = 600.0
SLOWEST_BYTES_PER_S = 16_384

RSET = b"RSET\r\n"
DATA = b"DATA\r\n"
GO_AHEAD = 354
# RE2 looks through a large message several times faster than bytes.replace() does.
LINE_WITH_DOT = re2.compile(rb"\r\n\.", BYTES)


@dataclass(slots=True)
class _Sending:
    """One message on one line. outcomes: for each recipient, None until something is wrong;
    asked: numbers of the recipients that the server is asked about."""

    line: Dialogue
    mail: Outgoing
    lmtp: bool
    outcomes: list[EdgeError | None]
    asked: list[int]

    def all_of(self, numbers: list[int], error: EdgeError) -> None:
        for number in numbers:
            self.outcomes[number] = error


async def transact(line: Dialogue, mail: Outgoing, *, lmtp: bool) -> list[EdgeError | None]:
    """One result for each recipient, in order: None, or why not.

    Errors: Lost, and then the server has not had the message.
    """
    sending = _Sending(line, mail, lmtp, [None] * len(mail.recipients), [])
    commands = _commands(sending)
    if commands:
        accepted = await _envelope(sending, commands)
        if accepted:
            await _message(sending, accepted)
    return sending.outcomes


# ---- what is asked


def _commands(sending: _Sending) -> list[bytes]:
    """MAIL, RCPT for each recipient that can be asked about, DATA; [] when it cannot be sent."""
    line, mail = sending.line, sending.mail
    everybody = list(range(len(mail.recipients)))
    limit = line.offers.get("SIZE", "")
    if limit.isdecimal() and 0 < int(limit) < len(mail.raw):
        sending.all_of(everybody, GiveUp(f"the message is larger than {line.who} takes"))
        return []
    utf8 = "SMTPUTF8" in line.offers
    sender = _path(mail.sender, utf8)
    paths = [_path(recipient, utf8) for recipient in mail.recipients]
    unsendable = GiveUp(f"an address cannot be written in the way {line.who} understands")
    if sender is None:
        sending.all_of(everybody, unsendable)
        return []
    known = {number: path for number, path in enumerate(paths) if path is not None}
    sending.all_of([n for n in everybody if n not in known], unsendable)
    if not known:
        return []
    sending.asked = list(known)
    international = not all(path.isascii() for path in (sender, *known.values()))
    never = b" NOTIFY=NEVER" if mail.never_notify and "DSN" in line.offers else b""
    rcpts = [b"RCPT TO:<%s>%s\r\n" % (path.encode(), never) for path in known.values()]
    return [_mail_command(sending, sender, international), *rcpts, DATA]


def _mail_command(sending: _Sending, sender: str, international: bool) -> bytes:
    """8-bit mail goes to a server without 8BITMIME as it is: changed, its signatures break.

    SMTPUTF8 is said for the sake of addresses alone. A header in raw UTF-8 passes without;
    said for its sake, Postfix returns the mail when its own next hop (Dovecot's LMTP) does
    not offer SMTPUTF8.
    """
    offers, raw = sending.line.offers, sending.mail.raw
    size = b" SIZE=%d" % len(raw) if "SIZE" in offers else b""
    body = b" BODY=8BITMIME" if "8BITMIME" in offers and not raw.isascii() else b""
    utf8 = b" SMTPUTF8" if international else b""
    return b"MAIL FROM:<%s>%s%s%s\r\n" % (sender.encode(), size, body, utf8)


def _path(address: str, utf8: bool) -> str | None:
    """The address as it may stand in a command, None when there is no way.

    A domain can always be written in ASCII (RFC 5891 §4.4), a local part cannot.
    """
    if not address.isprintable():
        return None
    if address.isascii():
        return address
    local, _, _ = address.rpartition("@")
    if local.isascii():
        address = f"{local}@{domain_of(address)}"
    return address if utf8 or address.isascii() else None


# ---- what is answered


async def _envelope(sending: _Sending, commands: list[bytes]) -> list[int]:
    """Numbers of the recipients that are taken, once the server waits for the message."""
    line = sending.line
    replies = await _replies(line, commands)
    if any(reply.code == SERVICE_ENDS for reply in replies):
        raise Lost(f"{line.who} answered {SERVICE_ENDS}")
    mail, rcpts = replies[0], replies[1 : len(commands) - 1]
    data = replies[-1] if len(replies) == len(commands) else None
    accepted: list[int] = []
    if not mail.good:
        sending.all_of(sending.asked, trouble(mail, line.who))
    else:
        for number, rcpt in zip(sending.asked, rcpts, strict=True):
            if rcpt.good:
                accepted.append(number)
            else:
                sending.outcomes[number] = trouble(rcpt, line.who)
    if data is not None and data.code == GO_AHEAD:
        if not accepted:  # it waits for a message to nobody
            line.abort()
        return accepted
    line.unfinished = True
    if data is not None:
        sending.all_of(accepted, trouble(data, line.who))
    return []


async def _replies(line: Dialogue, commands: list[bytes]) -> list[Reply]:
    """All at once where the server offers it (RFC 2920 §3.1), else one by one while it is of use.

    Errors: Lost.
    """
    if line.unfinished:
        commands = [RSET, *commands]
    try:
        if "PIPELINING" in line.offers:
            replies = await line.ask(b"".join(commands), len(commands))
        else:
            replies = await _one_by_one(line, commands)
    except Lost as lost:
        # A server may refuse and hang up in one; what it said counts, not how it left.
        first = lost.replies[0] if lost.replies and not line.unfinished else None
        if first is None or first.code < 500:
            raise
        return [first]
    if line.unfinished:
        line.unfinished = False
        return replies[1:]
    return replies


async def _one_by_one(line: Dialogue, commands: list[bytes]) -> list[Reply]:
    replies: list[Reply] = []
    taken = False
    for command in commands:
        if command == DATA and not taken:
            break
        (reply,) = await line.ask(command)
        replies.append(reply)
        if command.startswith(b"MAIL") and not reply.good:
            break
        taken = taken or (command.startswith(b"RCPT") and reply.good)
    return replies


async def _message(sending: _Sending, accepted: list[int]) -> None:
    """The message, and what becomes of it for each recipient that was taken.

    SMTP answers once, LMTP once for each of them, in order (RFC 2033 §4.2). From the first
    byte on, silence is doubt: the server may have taken it.
    """
    line, raw = sending.line, sending.mail.raw
    line.send(_stuffed(raw))
    try:
        limit = END_OF_DATA_S + len(raw) / SLOWEST_BYTES_PER_S
        replies = await line.answers(len(accepted) if sending.lmtp else 1, limit)
    except Lost as lost:
        replies = list(lost.replies)
        doubt = TryLater(lost.public, detail=lost.detail, in_doubt=True)
        sending.all_of(accepted[len(replies) :], doubt)
    if not sending.lmtp:
        replies *= len(accepted)
    for number, reply in zip(accepted, replies, strict=False):
        sending.outcomes[number] = None if reply.good else trouble(reply, line.who)


def _stuffed(raw: bytes) -> bytes:
    """With dots doubled and the end of data (RFC 5321 §4.5.2); a missing last CRLF is added."""
    first = b"." if raw.startswith(b".") else b""
    if LINE_WITH_DOT.search(raw):
        raw = raw.replace(b"\r\n.", b"\r\n..")
    last = b".\r\n" if raw.endswith(b"\r\n") or not raw else b"\r\n.\r\n"
    return b"".join((first, raw, last))
