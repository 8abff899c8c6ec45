"""Header blocks as bytes: where each field stands, and what it says to a reader."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from gateway.core.charset import decode_words
from gateway.core.mail import Field

BLOCK_LIMIT = 262_144
FIELD_LIMIT = 65_536
MOST_FIELDS = 1_000
# Where a block is over its limit, what comes after it is still read, but not much of each.
SHORT_VALUE = 998

# A field and its folded lines. Possessive: no way back, so the time is linear.
FIELD = re.compile(rb"([!-9;-~]++)[ \t]*+:([^\r]*+(?:\r\n[ \t][^\r]*+)*+)(?:\r\n|\Z)")
# Fields whose words have a grammar of their own, where nothing is an encoded word.
VERBATIM = frozenset(
    ("message-id", "in-reply-to", "references", "received", "return-path", "content-type")
    + ("content-id", "content-disposition", "content-transfer-encoding", "dkim-signature", "date")
)
ADDRESSES = frozenset(
    ("from", "to", "cc", "bcc", "sender", "reply-to")
    + ("resent-from", "resent-to", "resent-cc", "resent-sender")
)
# Show nothing, or turn the direction of what follows.
UNSAFE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]+"
)
CONTROLS = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029]")


class RawField(NamedTuple):
    """name in lower case; the value's bytes and the whole field's, last CRLF included."""

    name: str
    start: int
    value_start: int
    value_end: int
    end: int


@dataclass(slots=True)
class Head:
    """A header block as it stands.

    body_start  first byte after the empty line
    junk        ranges of lines that are no fields
    over        the limit that was passed, or ""
    """

    fields: list[RawField] = field(default_factory=list)
    body_start: int = 0
    junk: list[tuple[int, int]] = field(default_factory=list)
    over: str = ""


def scan_head(raw: bytes, start: int, stop: int) -> Head:
    """The header block that begins at `start`; linear in its length, never raises.

    When no empty line ends it, it ends before its first line that is no field.
    """
    head = Head()
    if raw.startswith(b"\r\n", start, stop):
        head.body_start = start + 2
        return head
    gap = raw.find(b"\r\n\r\n", start, stop)
    end = stop if gap < 0 else gap + 2
    head.body_start = stop if gap < 0 else gap + 4
    if end - start > BLOCK_LIMIT:
        head.over = "header-size"
    _scan_fields(raw, start, end, head)
    if gap < 0 and head.junk:
        head.body_start = head.junk[0][0]
        head.fields = [f for f in head.fields if f.end <= head.body_start]
        head.junk.clear()
    return head


def _scan_fields(raw: bytes, start: int, end: int, head: Head) -> None:
    at, match = start, FIELD.match
    while at < end:
        found = match(raw, at, end)
        if not found:
            line_end = raw.find(b"\n", at, end) + 1 or end
            if at or not raw.startswith((b"From ", b">From ")):
                head.junk.append((at, line_end))
            at = line_end
        else:
            _add(found, head)
            at = found.end()
        if len(head.fields) > MOST_FIELDS or len(head.junk) > MOST_FIELDS:
            head.fields = head.fields[:MOST_FIELDS]
            head.over = head.over or "fields"
            return


def _add(found: re.Match[bytes], head: Head) -> None:
    start, end = found.span(2)
    name = found[1].decode("ascii").lower()
    head.fields.append(RawField(name, found.start(), start, end, found.end()))
    if end - start > FIELD_LIMIT:
        head.over = head.over or "field-size"


def readable(raw: bytes, fields: list[RawField]) -> tuple[Field, ...]:
    """The fields with values for reading: unfolded, decoded, no controls, no line ends."""
    found = []
    for name, start, value_start, value_end, end in fields:
        limit = FIELD_LIMIT if value_end <= BLOCK_LIMIT else SHORT_VALUE
        value = _value(name, raw[value_start : min(value_end, value_start + limit)])
        found.append(Field(name=name, value=value, start=start, end=end))
    return tuple(found)


def _value(name: str, value: bytes) -> str:
    if b"\n" in value:
        value = value.replace(b"\r\n", b"")
    text = value.decode("ascii") if value.isascii() else _eight_bit(value)
    if "=?" in text and name not in VERBATIM:
        text = decode_words(text, quoting=name in ADDRESSES)
    return text.strip() if text.isprintable() else without_controls(text).strip()


def _eight_bit(value: bytes) -> str:
    """Unencoded letters beyond ASCII: UTF-8 by RFC 6532, else most likely windows-1252."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("cp1252", "replace")


def without_controls(text: str) -> str:
    """One line of text that cannot break out of a line or turn the reading direction."""
    return UNSAFE.sub("", CONTROLS.sub(" ", text))


def text_of(raw: bytes, place: RawField) -> str:
    """A field's value unfolded but not decoded, for fields that are read by a grammar."""
    value = raw[place.value_start : min(place.value_end, place.value_start + FIELD_LIMIT)]
    return _eight_bit(value.replace(b"\r\n", b""))
