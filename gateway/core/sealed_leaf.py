"""One attachment: what of it is encrypted, and what stands in its place."""

import re
from binascii import Error, a2b_base64
from dataclasses import dataclass, field

from gateway.core.mail import Leaf, ParsedMail
from gateway.core.sealed_fields import (
    CRLF,
    content_fields,
    message_head,
    part_head,
)
from gateway.core.splice import leaf_body

# First line of an attachment that was encrypted with its own header fields; `gateway open`
# takes it as the sign to give the file its name back, mail programs open the rest as mail.
WRAPPED = b"X-Gateway-Sealed: attachment\r\nMIME-Version: 1.0\r\n"
ARMOR_BEGIN = b"-----BEGIN PGP MESSAGE-----"
ARMOR_END = b"-----END PGP MESSAGE-----"
DASHES = b"\r\n---"
BROKEN_QP = re.compile(rb"=(?![0-9A-Fa-f]{2}|[ \t]*\r\n|[ \t]*\Z)")
# For files that came without a name, so that they open by themselves after decryption.
SUFFIXES = {
    "application/ms-tnef": ".dat",
    "application/pdf": ".pdf",
    "audio/mpeg": ".mp3",
    "image/gif": ".gif",
    "image/heic": ".heic",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "message/rfc822": ".eml",
    "text/calendar": ".ics",
    "text/html": ".html",
    "text/plain": ".txt",
    "text/rtf": ".rtf",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedLeaf:
    """An attachment on its way: the bytes to encrypt, and what the file is called outside."""

    leaf: Leaf
    clear: bytes = field(repr=False)
    name: str = field(repr=False)


def sealed_leaf(
    raw: bytes, mail: ParsedMail, leaf: Leaf, number: int, *, hide_names: bool
) -> SealedLeaf:
    """One attachment as NAME.pgp.

    Its decoded content is encrypted. When its name must not show, or its encoding is broken
    and decoding would lose something, it is encrypted with its own header fields as NAME.eml.
    """
    content = None if hide_names else _content(raw, leaf)
    name = shown_name(leaf, number, hide_names=hide_names) + (
        ".eml.pgp" if content is None else ".pgp"
    )
    clear = WRAPPED + entity_of(raw, mail, leaf) if content is None else content
    return SealedLeaf(leaf=leaf, clear=clear, name=name)


def shown_name(leaf: Leaf, number: int, *, hide_names: bool) -> str:
    """What an attachment is called outside of the encryption."""
    if hide_names:
        return f"attachment-{number}"
    return leaf.name or f"attachment-{number}{SUFFIXES.get(leaf.media_type, '')}"


def entity_of(raw: bytes, mail: ParsedMail, leaf: Leaf) -> bytes:
    """A leaf with its own header fields, byte by byte as it came."""
    body = raw[leaf.body_start : leaf.body_end]
    if is_message(leaf):
        return content_fields(raw, mail) + CRLF + body
    return raw[leaf.head_start : leaf.body_start] + body


def in_place(
    raw: bytes, leaf: Leaf, fields: bytes, body: bytes, hide_names: bool
) -> tuple[int, int, bytes]:
    """The edit that puts new Content-* fields and a new body in the place of a leaf."""
    if is_message(leaf):
        head = message_head(raw[: leaf.body_start], fields)
        return 0, leaf.body_end, head + body.removesuffix(CRLF) + CRLF
    block = raw[leaf.head_start : leaf.body_start]
    head = part_head(block, fields, hide=leaf.name if hide_names else None)
    # The line end before a boundary belongs to the boundary; where the leaf had no body, the
    # boundary may stand right behind its header.
    ends = b"" if raw.startswith(CRLF, leaf.body_end) else CRLF
    return leaf.head_start, leaf.body_end, head + body.removesuffix(CRLF) + ends


def armor_may_stand(raw: bytes) -> bool:
    """No line of ASCII armor can be taken for a delimiter of this message (RFC 2046 §5.1.1).

    The armor's first and last line begin with dashes, and a boundary may be a mere dash.
    """
    at = raw.find(DASHES)
    while at >= 0:
        end = raw.find(CRLF, at + 2)
        line = raw[at + 2 : end if end >= 0 else None].rstrip(b" \t")
        if ARMOR_BEGIN.startswith(line) or ARMOR_END.startswith(line):
            return False
        at = raw.find(DASHES, at + 2)
    return True


def is_message(leaf: Leaf) -> bool:
    """The message is this one leaf: its header block is the message's."""
    return leaf.head_end == 0


def _content(raw: bytes, leaf: Leaf) -> bytes | None:
    """The decoded content; None when decoding would lose something."""
    body = raw[leaf.body_start : leaf.body_end]
    match leaf.encoding:
        case "7bit" | "8bit" | "binary":
            return body
        case "base64":
            try:
                return a2b_base64(body.translate(None, b"\r\n\t "), strict_mode=True)
            except Error:
                return None
        case "quoted-printable":
            return None if BROKEN_QP.search(body) else leaf_body(raw, leaf)
        case _:
            return None
