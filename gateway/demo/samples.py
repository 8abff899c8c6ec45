"""The sample mails, one file each in samples/, as they were written.

A file starts with Return-Path, which says the envelope sender and is not sent;
it has no Date, since a sample is dated when it is sent.
"""

import email
import email.policy
import re
from dataclasses import dataclass, field
from datetime import date, datetime
from email.message import EmailMessage, Message
from email.utils import format_datetime
from importlib.resources import files

from gateway.core.client import Client

FIRST_FIELD = re.compile(rb"Return-Path: <([^>\r\n]*)>\r\n")
BY_MACHINES = ("11-newsletter", "12-bounce")
# What the demo's therapist agreed with her clients: a mailbox that a family shares.
AGREED = {"tom@okafor-family.example": Client(reply="discreet", consent=date(2026, 1, 12))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One mail to send.

    sender      envelope sender, "" for the null sender
    raw         what is sent, CRLF line ends, with a Date
    by_machine  no reply may go to it
    """

    name: str
    sender: str
    raw: bytes = field(repr=False)
    by_machine: bool

    def attachments(self) -> tuple[tuple[str, bytes], ...]:
        """(name, content) of each attachment, as the client attached them."""
        files = (p for p in read(self.raw).walk() if p.get_content_disposition() == "attachment")
        return tuple((p.get_filename() or "", bytes_of(p)) for p in files)


def read(raw: bytes) -> EmailMessage:
    """A mail of our own making, read by the standard library: a second opinion to core/parse.py."""
    return email.message_from_bytes(raw, policy=email.policy.default)


def bytes_of(part: "Message[str, str]") -> bytes:
    """The decoded content of a part that is no multipart."""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def samples(now: datetime) -> tuple[Sample, ...]:
    """All samples in their order, dated."""
    folder = files(__package__) / "samples"
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".eml")), key=lambda f: f.name)
    return tuple(_sample(f.name.removesuffix(".eml"), f.read_bytes(), now) for f in found)


def _sample(name: str, text: bytes, now: datetime) -> Sample:
    raw = text.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    first = FIRST_FIELD.match(raw)
    if first is None:
        raise ValueError(f"{name}: the first field must be Return-Path")
    dated = f"Date: {format_datetime(now)}\r\n".encode("ascii")
    return Sample(
        name=name,
        sender=first[1].decode("ascii"),
        raw=dated + raw[first.end() :],
        by_machine=name in BY_MACHINES,
    )
