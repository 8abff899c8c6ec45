"""Our own mail as bytes: the reply to a client, the alert, the report. RFC 5322, CRLF.

A serialiser of our own, since each header is one of few fixed shapes: a value that could
end a line, or turn the reading direction, is a bug of ours and raises ValueError here
rather than going out.
"""

import hashlib
import hmac
import re
from collections.abc import Sequence
from datetime import datetime
from email.utils import format_datetime

from gateway.core.addresses import domain_of, parse_path
from gateway.core.mail import ParsedMail
from gateway.core.policy import Policy
from gateway.core.wire import encoded_text, fits_seven_bits, header_line, phrase, printable_text

# RFC 5322 §3.6.4 msg-id, narrowed to letters that cannot hurt in a header.
MSG_ID = re.compile(r"<[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,200}@[A-Za-z0-9._:\[\]-]{1,200}>")
OUR_ID = re.compile(r"<g\.([0-9a-f]{16})\.([0-9a-f]{24})@", re.IGNORECASE)
REFERENCES_AT_MOST = 10
IDS_READ_AT_MOST = 20_000

ALERT_SUBJECTS = {
    "emergency": "A message needs you now",
    "urgent": "A message needs you today",
    "notice": "A message waits for you",
    "review": "Your automatic replies want a look",
}
# RFC 5646, its forms that we use; RFC 3282 lists them.
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
# RFC 3463: 5.0.0 refused, no more said; 5.4.7 delivery time expired.
STATUS = {"refused": "5.0.0", "expired": "5.4.7"}


def message_token(key: bytes, action_key: str, address: str) -> str:
    """The Message-ID, with <>, of what one action sends; the same at each try.

    Holds a keyed hash, so that we know our own mail, and answers to it, without any help of
    the other side; nothing can be read from it.
    key  at least 16 secret bytes; action_key  "JOB/NUMBER"; address  whose domain it bears
    """
    name = hmac.digest(key, b"message:" + action_key.encode("utf-8"), hashlib.sha256).hex()[:16]
    return f"<g.{name}.{_proof(key, name)}@{domain_of(address) or 'gateway.invalid'}>"


def is_our_token(key: bytes, message_id: str) -> bool:
    """Does this field value (one id or many, as in References) hold an id of ours?"""
    found = OUR_ID.finditer(message_id[:IDS_READ_AT_MOST])
    return any(hmac.compare_digest(_proof(key, m[1].lower()), m[2].lower()) for m in found)


def reply_mail(
    *,
    to: str,
    mail: ParsedMail,
    policy: Policy,
    subject: str,
    body: str,
    date: datetime,
    message_id: str,
    name: str = "",
    languages: Sequence[str] = ("en",),
    html: str = "",
    boundary: str = "",
) -> bytes:
    """The reply: to the reverse-path alone, and nothing of the client's but its Message-IDs.

    No Precedence: the null sender and Auto-Submitted stop responders, and "bulk" makes some
    filters put a reply where nobody looks. Body in quoted-printable unless it is ASCII.
    name  the sender's, "" as the policy has it; languages  of the body (RFC 5646)
    html  the same words, "" for text alone; boundary  as for a report, needed with html only
    Sources: RFC 3834 §3; RFC 5230 §5; RFC 2046 §5.1.4; MS-OXCMAIL (X-Auto-Response-Suppress).
    """
    head = [
        *_ours(policy, to=(to,), subject=subject, date=date, message_id=message_id, name=name),
        *_threading(mail),
        header_line("Auto-Submitted", "auto-replied"),
        header_line("X-Auto-Response-Suppress", "All"),
        header_line("MIME-Version", "1.0"),
    ]
    if not html:
        return _with_text(head, body, languages)
    parts = [_with_text([], body, languages), _with_text([], html, languages, "text/html")]
    head.append(_content_language(languages))
    return _multipart(head, "multipart/alternative", parts, boundary, body, html)


def alert_mail(
    *,
    policy: Policy,
    to: Sequence[str],
    urgency: str,
    text: str,
    date: datetime,
    message_id: str,
) -> bytes:
    """The notice to the therapist that a message needs her; says nothing about it.

    urgency  "emergency", "urgent", "notice" or "review"
    Sources: RFC 5436 §2.7.1.
    """
    owner = f'auto-notified; owner-email="{_address(policy.practice.address)}"'
    head = [
        *_ours(policy, to=to, subject=ALERT_SUBJECTS[urgency], date=date, message_id=message_id),
        header_line("Auto-Submitted", owner),
        header_line("X-Auto-Response-Suppress", "All"),
        *([header_line("Importance", "high")] if urgency in ("emergency", "urgent") else []),
        header_line("MIME-Version", "1.0"),
    ]
    return _with_text(head, text)


def report_mail(
    *,
    to: str,
    policy: Policy,
    hostname: str,
    cause: str,
    recipient: str,
    subject: str,
    body: str,
    arrival: datetime,
    date: datetime,
    message_id: str,
    boundary: str,
    original_message_id: str | None,
    name: str = "",
    languages: Sequence[str] = ("en",),
) -> bytes:
    """The report that a mail could not be put into the mailbox. Gives nothing of the mail back.

    cause  "refused" or "expired"; body  the words, with the crisis block
    name, languages  as for a reply
    boundary  letters and digits that chance made; original_message_id  None: not named
    Sources: RFC 3464, RFC 6522, RFC 6533 (an address beyond ASCII).
    """
    head = [
        *_ours(policy, to=(to,), subject=subject, date=date, message_id=message_id, name=name),
        *_threading_on(original_message_id or ""),
        header_line("Auto-Submitted", "auto-replied"),
        header_line("X-Auto-Response-Suppress", "All"),
        header_line("MIME-Version", "1.0"),
    ]
    status = _status(hostname, recipient, cause, arrival)
    parts = [_with_text([], body, languages), _part("message/delivery-status", status)]
    if original_message_id and MSG_ID.fullmatch(original_message_id):
        parts.append(_part("text/rfc822-headers", [header_line("Message-ID", original_message_id)]))
    kind = "multipart/report; report-type=delivery-status"
    return _multipart(head, kind, parts, boundary, body)


def _proof(key: bytes, name: str) -> str:
    return hmac.digest(key, b"ours:" + name.encode("ascii"), hashlib.sha256).hex()[:24]


def _ours(
    policy: Policy,
    *,
    to: Sequence[str],
    subject: str,
    date: datetime,
    message_id: str,
    name: str = "",
) -> list[str]:
    if not MSG_ID.fullmatch(message_id):
        raise ValueError("our Message-ID is malformed")
    name = phrase(name or policy.reply.display_name)
    author = _address(policy.practice.address)
    return [
        header_line("From", f"{name} <{author}>" if name else author, folded=True),
        header_line("To", ",\r\n ".join(_address(address) for address in to), folded=True),
        header_line("Subject", encoded_text(subject), folded=True),
        header_line("Date", format_datetime(date)),
        header_line("Message-ID", message_id),
    ]


def _address(address: str) -> str:
    """Only what is surely one address may stand in a header."""
    if parse_path(address, utf8=True) != address:
        raise ValueError("not an address")
    return address


def _threading(mail: ParsedMail) -> list[str]:
    """In-Reply-To and References (RFC 5322 §3.6.4), of well-formed ids only; else none."""
    earlier = MSG_ID.findall((mail.header("references") or "")[:IDS_READ_AT_MOST])
    return _threading_on((mail.header("message-id") or "").strip(), earlier)


def _threading_on(parent: str, earlier: Sequence[str] = ()) -> list[str]:
    if not MSG_ID.fullmatch(parent):
        return []
    thread = [*(x for x in earlier if x != parent), parent]
    kept = (
        thread
        if len(thread) <= REFERENCES_AT_MOST
        else [thread[0], *thread[1 - REFERENCES_AT_MOST :]]
    )
    return [
        header_line("In-Reply-To", parent),
        header_line("References", "\r\n ".join(kept), folded=True),
    ]


def _status(hostname: str, recipient: str, cause: str, arrival: datetime) -> list[str]:
    """The fields for machines: of the message, an empty line, of the recipient (RFC 3464 §2)."""
    return [
        header_line("Reporting-MTA", f"dns; {hostname}"),
        header_line("Arrival-Date", format_datetime(arrival)),
        "\r\n",
        header_line("Final-Recipient", _typed(recipient)),
        header_line("Action", "failed"),
        header_line("Status", STATUS[cause]),
    ]


def _typed(recipient: str) -> str:
    """An address with its type (RFC 3464 §2.1.2; RFC 6533 §3 for one beyond ASCII)."""
    if recipient.isascii():
        return f"rfc822; {recipient}"
    plain = (c if "!" <= c <= "~" and c not in "+=\\" else f"\\x{{{ord(c):X}}}" for c in recipient)
    return f"utf-8; {''.join(plain)}"


def _part(media_type: str, lines: Sequence[str]) -> bytes:
    return f"Content-Type: {media_type}\r\n\r\n{''.join(lines)}".encode()


def _multipart(
    head: Sequence[str], kind: str, parts: Sequence[bytes], boundary: str, *texts: str
) -> bytes:
    """Head lines, then the parts. texts: what the parts say, where no boundary may stand."""
    if not re.fullmatch(r"[A-Za-z0-9]{12,60}", boundary) or any(boundary in t for t in texts):
        raise ValueError("the boundary must be letters and digits that the text does not hold")
    described = f'Content-Type: {kind};\r\n boundary="{boundary}"\r\n'
    mark = f"--{boundary}".encode("ascii")
    whole = b"".join(mark + b"\r\n" + part + b"\r\n" for part in parts)
    return f"{''.join([*head, described])}\r\n".encode() + whole + mark + b"--\r\n"


def _with_text(
    head: Sequence[str], text: str, languages: Sequence[str] = ("en",), kind: str = "text/plain"
) -> bytes:
    """Head lines, then the text in 7 bits."""
    lines = text.splitlines()
    encoding = "7bit" if all(fits_seven_bits(line) for line in lines) else "quoted-printable"
    described = [
        header_line("Content-Type", f'{kind}; charset="utf-8"'),
        header_line("Content-Transfer-Encoding", encoding),
        _content_language(languages),
    ]
    body = "\r\n".join(lines) if encoding == "7bit" else printable_text(lines)
    return f"{''.join([*head, *described])}\r\n{body}\r\n".encode()


def _content_language(languages: Sequence[str]) -> str:
    if not languages or not all(map(LANGUAGE.fullmatch, languages)):
        raise ValueError("these must be language tags")
    return header_line("Content-Language", ", ".join(languages))
