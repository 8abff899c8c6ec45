"""One text in many encodings of a mail must have one verdict."""

import base64
import quopri
import textwrap
from collections.abc import Callable, Iterator
from html import escape

from bench.listen.goals import Goal, of_share
from bench.listen.sets import client_mail, hard_cases
from gateway.core.assess import assess
from gateway.core.assessment import Assessment, Risk
from gateway.core.labels import Labelled
from gateway.core.parse import parse
from gateway.core.quoting import told_apart
from gateway.core.scoring import Share
from gateway.plugins import detectors

FIELDS = (
    "From: Robin Example <robin@example.org>\r\nTo: practice@example.com\r\n"
    "Date: Tue, 3 Mar 2026 14:30:00 +0000\r\nMessage-ID: <encoding@example.org>\r\n"
    "MIME-Version: 1.0\r\n"
)
FLOWED = 66
Mail = Callable[[str, str], bytes]


def encodings(*, all_misses: bool) -> Iterator[Goal]:
    """A mail of each risk in each language, in every encoding that can hold it."""
    same = whole = 0
    for mail in _chosen():
        verdicts = {
            name: verdict(build(mail.subject, mail.text)) for name, build in _able(mail).items()
        }
        first = next(iter(verdicts.values()))
        others = {name: v for name, v in verdicts.items() if v != first}
        whole += len(verdicts)
        same += len(verdicts) - len(others)
        print(f"  {mail.id} {mail.risk.word}: {len(verdicts)} encodings, {first}")
        for name, got in others.items():
            print(f"      {name}: {got}")
    share = Share(same, whole)
    if not whole:
        print("  no mail is here")
    yield of_share("encodings: one verdict of one text", share, 1.0)


def _chosen() -> Iterator[Labelled]:
    """The first plain mail of each risk in each language; the English ones pure ASCII."""
    seen: set[tuple[str, Risk]] = set()
    for mails in (*client_mail().values(), *hard_cases().values()):
        for mail in mails:
            text = f"{mail.subject}{mail.text}"
            plain = text.isascii() if mail.language == "en" else _holds(text, "iso-8859-1")
            kinds = {segment.kind for segment in told_apart(mail.text)}
            if plain and kinds == {"new"} and (mail.language, mail.risk) not in seen:
                seen.add((mail.language, mail.risk))
                yield mail


def _able(mail: Labelled) -> dict[str, Mail]:
    """The encodings that can hold this text."""
    is_ascii = mail.text.isascii()
    return {n: m for n, m in MAILS.items() if is_ascii or n not in ("7bit", "iso-2022-jp")}


def _holds(text: str, charset: str) -> bool:
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def verdict(raw: bytes) -> str:
    """Risk, reasons and signs of a message as it came."""
    found: Assessment = assess(parse(raw), detectors())
    reasons = ", ".join(name for name, _ in found.intents)
    return f"{found.risk_word}; {reasons}; {', '.join(found.signs) or 'no sign'}"


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def subject_field(subject: str, *, encoded: bool = False) -> str:
    """In words of RFC 2047 §2, as many as it takes, where it is not ASCII or when asked."""
    if subject.isascii() and not encoded:
        return f"Subject: {subject}\r\n"
    pieces = [subject[at : at + 12] for at in range(0, len(subject), 12)]
    words = (f"=?utf-8?B?{base64.b64encode(p.encode()).decode()}?=" for p in pieces)
    return "Subject: " + "\r\n ".join(words) + "\r\n"


def _whole(subject: str, kind: str, encoding: str, body: bytes, *, encoded: bool = False) -> bytes:
    head = (
        f"{FIELDS}{subject_field(subject, encoded=encoded)}"
        f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n"


def _plain(charset: str, encoding: str) -> Mail:
    def build(subject: str, text: str) -> bytes:
        data = _lines(text).encode(charset)
        return _whole(subject, f'text/plain; charset="{charset}"', encoding, coded(data, encoding))

    return build


def coded(data: bytes, encoding: str) -> bytes:
    """The content under a transfer encoding (RFC 2045 §6)."""
    if encoding == "base64":
        return base64.encodebytes(data).replace(b"\n", b"\r\n").rstrip()
    if encoding == "quoted-printable":
        lines = data.split(b"\r\n")
        return b"\r\n".join(quopri.encodestring(li).replace(b"\n", b"\r\n") for li in lines)
    return data


def entities(text: str) -> str:
    """HTML in which each fifth character and all beyond ASCII stand by their numbers."""
    return "".join(
        "<br>\r\n"
        if c == "\n"
        else f"&#{ord(c)};"
        if not c.isascii() or (at % 5 == 0 and c.isalpha())
        else escape(c)
        for at, c in enumerate(text)
    )


def _html(subject: str, text: str) -> bytes:
    page = f"<html><body><div>{entities(text)}</div></body></html>"
    return _whole(subject, "text/html; charset=us-ascii", "7bit", page.encode("ascii"))


def _alternative(subject: str, text: str) -> bytes:
    plain = coded(_lines(text).encode(), "quoted-printable")
    page = coded(f"<p>{entities(text)}</p>".encode(), "base64")
    parts = (
        (b"text/plain; charset=utf-8", b"quoted-printable", plain),
        (b"text/html; charset=utf-8", b"base64", page),
    )
    body = b"".join(
        b"--edge\r\nContent-Type: %b\r\nContent-Transfer-Encoding: %b\r\n\r\n%b\r\n" % part
        for part in parts
    )
    kind = 'multipart/alternative; boundary="edge"'
    return _whole(subject, kind, "8bit", body + b"--edge--")


def flowed(text: str) -> str:
    """Lines wrapped with a space before a soft end, and stuffed (RFC 3676 §4)."""
    lines: list[str] = []
    for line in text.split("\n"):
        pieces = textwrap.wrap(
            line.rstrip(), FLOWED, break_long_words=False, break_on_hyphens=False
        ) or [""]
        lines += [f"{piece} " for piece in pieces[:-1]] + [pieces[-1]]
    return "\r\n".join(f" {li}" if li.startswith((" ", ">", "From ")) else li for li in lines)


def _flowed(subject: str, text: str) -> bytes:
    body = coded(flowed(text).encode(), "8bit")
    return _whole(subject, "text/plain; charset=utf-8; format=flowed", "8bit", body)


def _encoded_subject(subject: str, text: str) -> bytes:
    body = coded(_lines(text).encode(), "base64")
    return _whole(subject, "text/plain; charset=utf-8", "base64", body, encoded=True)


MAILS: dict[str, Mail] = {
    "8bit": _plain("utf-8", "8bit"),
    "7bit": _plain("us-ascii", "7bit"),
    "quoted-printable": _plain("utf-8", "quoted-printable"),
    "base64": _plain("utf-8", "base64"),
    "iso-8859-1": _plain("iso-8859-1", "quoted-printable"),
    "windows-1252": _plain("windows-1252", "8bit"),
    "utf-16": _plain("utf-16", "base64"),
    "utf-7": _plain("utf-7", "7bit"),
    "iso-2022-jp": _plain("iso-2022-jp", "7bit"),
    "html": _html,
    "alternative": _alternative,
    "flowed": _flowed,
    "encoded subject": _encoded_subject,
}
