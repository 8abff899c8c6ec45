"""Reading one mail: bytes in, values out. READ THIRD, after decide.py.

The header block and the MIME tree are found in the raw bytes and kept as positions; only text
is decoded. No call raises, whatever the bytes are, and none takes more than linear time.
"""

from dataclasses import replace

from gateway.core.entity import Entity
from gateway.core.header import Head, readable
from gateway.core.line_ends import normalised
from gateway.core.mail import Leaf, ParsedMail
from gateway.core.protection import (
    CMS_TYPES,
    FILE_SIGNS,
    encryption_of,
    holds_file,
    is_signature,
    is_text,
    protection_of,
)
from gateway.core.reading import ENCODED_LIMIT, PART_LIMIT, Reader, content_of
from gateway.core.structure import IDENTITY, Structure, read_entity, scan

MOST_EMBEDDED = 20
PLAIN = Entity(head_start=0, head_end=0, body_start=0, body_end=0)


def parse(raw: bytes, *, normal: bool = False) -> ParsedMail:
    """What a message is made of and says; never raises, whatever the bytes are.

    raw     CRLF line ends only. With others it is read as well as it can be, but opaque
            ("line-ends"), without positions.
    normal  the door has made its line ends CRLF: they need not be looked at again

    opaque, when its leaves are not to be relied on, and so it is to be sealed whole:
      nesting, parts, header-size, field-size, fields, boundary, params
                 a limit was passed; `fields` holds what could be read all the same
      ambiguous  mail programs may find other parts in it than we do; `defects` says why:
        type              Content-Type twice or broken, and one says multipart or message
        boundary          missing, empty, twice, or written so that it is read in two ways
        boundary-twice    the boundary of an enclosing multipart again
        delimiter-prefix  a line that begins like a delimiter and is none
        after-close       a delimiter after the closing one
        outside-parts     more than a note before the first part or after the last
        no-parts          a multipart without any delimiter, and more than a note in it
        header-line       a delimiter in a multipart's header block
    unread: encrypted, signed (inside of a signed blob), charset, too-large; image, audio, file
    when that is what there is besides a text; or the opaque code.

    Sources: RFC 5322 §2, RFC 2045-2047, RFC 2046 §5.1, RFC 2183, RFC 2231.
    """
    clean = raw if normal else normalised(raw)
    mail = _parse(clean)
    if clean is raw:
        return mail
    fields = tuple(replace(f, start=0, end=0) for f in mail.fields)
    unread = tuple(sorted({*mail.unread, "line-ends"} - {mail.opaque}))
    return replace(
        mail,
        fields=fields,
        body_start=len(raw),
        leaves=(),
        opaque="line-ends",
        protected="",
        unread=unread,
    )


def _parse(raw: bytes) -> ParsedMail:
    root, head = read_entity(raw, 0, len(raw))
    fields = readable(raw, head.fields)
    found = scan(raw, root)
    if head.over:
        found.over(head.over)
    reader = Reader()
    reader.say("subject", next((f.value for f in fields if f.name == "subject"), ""))
    leaves = tuple(_leaf(raw, found, number, reader) for number in range(len(found.leaves)))
    _read_the_rest(raw, head, found, reader)
    kinds = [encryption_of(raw, entity) for entity, _ in found.leaves]
    return ParsedMail(
        fields=fields,
        body_start=head.body_start,
        leaves=() if found.opaque else leaves,
        segments=tuple(reader.segments),
        opaque=found.opaque,
        protected=protection_of(raw, found, kinds),
        unread=_unread(found, leaves, kinds, reader),
        defects=tuple(sorted(_defects(head, found))),
    )


def _leaf(raw: bytes, found: Structure, number: int, reader: Reader) -> Leaf:
    """One leaf as its value; its words go to the reader on the way."""
    entity, parent = found.leaves[number]
    if entity.media_type.startswith("text/") or entity.media_type == "application/xhtml+xml":
        is_attachment = _read_text(raw, entity, reader)
    else:
        if entity.media_type == "message/rfc822" and number < MOST_EMBEDDED:
            _read_embedded(raw, entity, reader)
        is_attachment = not is_signature(entity, found.nodes[parent] if parent >= 0 else None, raw)
    whole = parent < 0
    return Leaf(
        head_start=0 if whole else entity.head_start,
        head_end=0 if whole else entity.head_end,
        body_start=entity.body_start,
        body_end=entity.body_end,
        media_type=entity.media_type,
        charset=entity.charset,
        encoding=entity.encoding,
        name=entity.name,
        disposition=entity.disposition,
        is_attachment=is_attachment,
    )


def _read_text(raw: bytes, entity: Entity, reader: Reader) -> bool:
    """Read a text part; answers whether it is an attachment."""
    plain = is_text(entity)
    data = content_of(raw, entity, None if plain else ENCODED_LIMIT)
    came_as_file = entity.named or entity.disposition == "attachment"
    if not data.startswith(FILE_SIGNS):
        reader.part(entity, data, as_kind="attachment" if came_as_file else None)
    return not plain or holds_file(entity, data)


def _read_embedded(raw: bytes, entity: Entity, reader: Reader) -> None:
    """The words of a mail inside of the mail; not those of one inside of that."""
    if entity.encoding not in IDENTITY:
        return
    inner, head = read_entity(raw, entity.body_start, entity.body_end)
    subject = [f for f in head.fields if f.name == "subject"][:1]
    for value in readable(raw, subject):
        reader.say("forwarded", value.value)
    for part, _ in scan(raw, inner).leaves:
        if is_text(part):
            reader.part(part, content_of(raw, part, ENCODED_LIMIT), as_kind="forwarded")


def _read_the_rest(raw: bytes, head: Head, found: Structure, reader: Reader) -> None:
    """Lines that stand where no text should: in the header block, or in an opaque message."""
    if head.junk:
        lines = [raw[start:end] for start, end in head.junk[:MOST_EMBEDDED]]
        reader.part(PLAIN, b"".join(lines)[:PART_LIMIT])
    if found.opaque:
        body = raw[head.body_start : head.body_start + PART_LIMIT]
        # Words stand in lines with blanks; encoded files do not.
        reader.part(PLAIN, b"\n".join(line for line in body.split(b"\r\n") if b" " in line))


def _unread(
    found: Structure, leaves: tuple[Leaf, ...], kinds: list[str], reader: Reader
) -> tuple[str, ...]:
    codes = set(reader.unread)
    if found.opaque:
        codes.add(found.opaque)
    types = {leaf.media_type for leaf in leaves if leaf.is_attachment}
    encrypted = not {"openpgp", "smime"}.isdisjoint(kinds)
    if encrypted:
        codes.add("encrypted")
    elif types & CMS_TYPES:
        codes.add("signed")
    elif types and not any(s.kind in ("new", "forwarded") for s in reader.segments):
        codes.add("image" if any(t.startswith("image/") for t in types) else "file")
    if any(t.startswith(("audio/", "video/")) for t in types):
        codes.add("audio")
    return tuple(sorted(codes))


def _defects(head: Head, found: Structure) -> set[str]:
    defects = set(found.defects)
    if head.junk:
        defects.add("header-line")
    if not all(entity.names_agree for entity, _ in found.leaves):
        defects.add("names")
    return defects
