"""Header fields around sealed content: which stay outside, which go inside, which are ours."""

import re
from urllib.parse import quote

from gateway.core.mail import ParsedMail

CRLF = b"\r\n"
FIELD = re.compile(rb"^([!-9;-~]+)[ \t]*:[^\r\n]*\r\n(?:[ \t][^\r\n]*\r\n)*", re.MULTILINE)
# In front of a message that goes inside as it came, header and all.
RESTORED = (
    b"Content-Type: message/rfc822\r\n"
    b"Content-Transfer-Encoding: 8bit\r\n"
    b'Content-Disposition: attachment; filename="message.eml"\r\n\r\n'
)
# What stays outside of a message whose header could not be read: what every program shows.
SHOWN_FIELDS = frozenset(
    ("from", "to", "cc", "sender", "reply-to", "subject", "date")
    + ("message-id", "in-reply-to", "references")
)
# What stays of a part's own fields; the others name the file, or tell of its content.
PART_FIELDS = frozenset((b"content-id", b"content-description", b"content-location"))
# What may stand unescaped in an RFC 2231 value, besides letters and digits.
TOKEN = "!#$&+-.^_`|~"
WORD = re.compile(r"[^\W_]{3,}")


def header_is_whole(raw: bytes, mail: ParsedMail) -> bool:
    """Every byte of the header block belongs to a field that was read."""
    at = 0
    for field in mail.fields:
        if field.start != at:
            return False
        at = field.end
    return raw[at : mail.body_start] in (b"", CRLF)


def split_header(raw: bytes, mail: ParsedMail) -> tuple[bytes, bytes]:
    """A message as the fields that stay outside and the MIME entity that goes inside.

    When the header could not be read, all of the message goes inside as message/rfc822 and
    only fields that every mail program shows stay outside.
    """
    if header_is_whole(raw, mail):
        fields = content_fields(raw, mail) or b"Content-Type: text/plain\r\n"
        return without_content(raw, mail), fields + CRLF + raw[mail.body_start :]
    shown = (f for f in mail.fields if f.name in SHOWN_FIELDS)
    outside = b"".join(raw[f.start : f.end] for f in shown)
    return _ended(outside) + b"MIME-Version: 1.0\r\n", RESTORED + raw


def content_fields(raw: bytes, mail: ParsedMail) -> bytes:
    """The Content-* fields of the message, as they came."""
    ours = (f for f in mail.fields if f.name.startswith("content-"))
    return _ended(b"".join(raw[f.start : f.end] for f in ours))


def without_content(raw: bytes, mail: ParsedMail) -> bytes:
    """The other fields of the message, MIME-Version among them, ready for a new Content-Type."""
    others = [f for f in mail.fields if not f.name.startswith("content-")]
    kept = _ended(b"".join(raw[f.start : f.end] for f in others))
    if any(f.name == "mime-version" for f in others):
        return kept
    return kept + b"MIME-Version: 1.0\r\n"


def message_head(block: bytes, fields: bytes) -> bytes:
    """A message's header block with `fields` in the place of its Content-* fields."""
    spans = [m.span() for m in FIELD.finditer(block) if m[1].lower().startswith(b"content-")]
    has_version = any(m[1].lower() == b"mime-version" for m in FIELD.finditer(block))
    own = fields if has_version else b"MIME-Version: 1.0\r\n" + fields
    at = spans[0][0] if spans else len(block) - (2 if _has_end(block) else 0)
    kept, done = [_ended(block[:at]), own], at
    for start, end in spans:
        kept.append(block[done:start])
        done = end
    return _closed(b"".join((*kept, block[done:])))


def part_head(block: bytes, fields: bytes, *, hide: str | None) -> bytes:
    """The header block of a sealed body part: `fields`, and what may stay of its own.

    hide  the name that must not show, None when it may. Only Content-ID stays then, which
          other parts refer to, and it too goes when it repeats a word of the name.
    """
    kept = []
    for found in FIELD.finditer(block):
        name = found[1].lower()
        if name in PART_FIELDS and _may_show(name, found[0], hide):
            kept.append(found[0])
    return b"".join((*kept, fields, CRLF))


def _may_show(name: bytes, whole: bytes, hide: str | None) -> bool:
    if hide is None:
        return True
    text = whole.decode("utf-8", "replace").lower()
    return name == b"content-id" and not any(w in text for w in WORD.findall(hide.lower()))


def file_fields(name: str, encoding: bytes) -> bytes:
    """The Content-* fields of a sealed file with this Content-Transfer-Encoding.

    A name beyond plain ASCII stands by RFC 2231 in Content-Disposition, and with "_" for its
    other letters in Content-Type, for programs that do not know that.
    """
    plain = "".join(c if " " <= c <= "~" and c not in '"\\' else "_" for c in name).encode()
    filename = b'filename="' + plain + b'"'
    if plain.decode() != name:
        filename = b"filename*=UTF-8''" + quote(name, safe=TOKEN, errors="replace").encode()
    return (
        b'Content-Type: application/octet-stream;\r\n name="%b"\r\n'
        b"Content-Transfer-Encoding: %b\r\n"
        b"Content-Disposition: attachment;\r\n %b\r\n"
    ) % (plain, encoding, filename)


def _has_end(block: bytes) -> bool:
    """The block ends with its empty line."""
    return block == CRLF or block.endswith(b"\r\n\r\n")


def _ended(fields: bytes) -> bytes:
    """Fields whose last line has its line end."""
    return fields if not fields or fields.endswith(CRLF) else fields + CRLF


def _closed(block: bytes) -> bytes:
    return block if _has_end(block) else _ended(block) + CRLF
