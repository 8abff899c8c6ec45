"""Reading one mail: bytes in, values out. READ THIRD, after decide.py.

The header block and the MIME tree are found in the raw bytes and kept as positions; only text
is decoded. No call raises, whatever the bytes are, and none takes more than linear time.
"""

from dataclasses import replace

from gateway.core.attached import Kind, is_ornament, kind_of
from gateway.core.document import UNREAD
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
    unread: encrypted, signed (inside of a signed blob), charset, too-large; document (see
    document.py), audio, video, file; image when it is larger than a logo, or all there is; or
    the opaque code.

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
    kinds = [encryption_of(raw, entity) for entity, _ in found.leaves]
    leaves, files = _leaves(raw, found, kinds, reader)
    _read_the_rest(raw, head, found, reader)
    return ParsedMail(
        fields=fields,
        body_start=head.body_start,
        leaves=() if found.opaque else leaves,
        segments=tuple(reader.segments),
        opaque=found.opaque,
        protected=protection_of(raw, found, kinds),
        unread=_unread(found, files, kinds, reader),
        defects=tuple(sorted(_defects(head, found))),
    )


def _leaves(
    raw: bytes, found: Structure, kinds: list[str], reader: Reader
) -> tuple[tuple[Leaf, ...], dict[int, Kind]]:
    """The leaves, and what each attachment is, by its leaf's number; words go to the reader.

    kinds  what encryption_of() says of each leaf
    """
    leaves: list[Leaf] = []
    files: dict[int, Kind] = {}
    for number, (entity, parent) in enumerate(found.leaves):
        place = len(files) + 1
        if _is_worded(entity):
            is_attachment = _read_text(raw, entity, reader, place)
        else:
            if entity.media_type == "message/rfc822" and number < MOST_EMBEDDED:
                _read_embedded(raw, entity, reader)
            above = found.nodes[parent] if parent >= 0 else None
            is_attachment = not is_signature(entity, above, raw)
        if is_attachment:
            files[number] = kind_of(raw, entity) if kinds[number] == "clear" else ""
            if files[number] == "text":
                _read_as_text(raw, entity, reader, place)
        leaves.append(_leaf(entity, files.get(number), whole=parent < 0))
    return tuple(leaves), files


def _is_worded(entity: Entity) -> bool:
    """A type whose content is read as text, be it an attachment or not."""
    return entity.media_type.startswith("text/") or entity.media_type == "application/xhtml+xml"


def _leaf(entity: Entity, kind: Kind | None, *, whole: bool) -> Leaf:
    """One leaf as its value. kind: of the attachment that it is, None when it is none."""
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
        is_attachment=kind is not None,
        is_document=kind == "document",
    )


def _read_text(raw: bytes, entity: Entity, reader: Reader, place: int) -> bool:
    """Read a text part; answers whether it is an attachment.

    place  the number it has if it is one
    """
    plain = is_text(entity)
    data = content_of(raw, entity, None if plain else ENCODED_LIMIT)
    came_as_file = entity.named or entity.disposition == "attachment"
    if not data.startswith(FILE_SIGNS):
        reader.part(entity, data, as_kind="attachment" if came_as_file else None, place=place)
    return not plain or holds_file(entity, data)


def _read_as_text(raw: bytes, entity: Entity, reader: Reader, place: int) -> None:
    """Read a text file that came under a type that does not say so."""
    is_html = entity.name.lower().endswith(("html", "htm"))
    text = replace(entity, media_type="text/html" if is_html else "text/plain")
    data = content_of(raw, entity, ENCODED_LIMIT)
    reader.part(text, data, as_kind="attachment", place=place)


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
        elif not _is_worded(part) and kind_of(raw, part) in ("document", "file", "audio", "video"):
            reader.unread.add("file")


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
    found: Structure, files: dict[int, Kind], kinds: list[str], reader: Reader
) -> tuple[str, ...]:
    codes = set(reader.unread)
    if found.opaque:
        codes.add(found.opaque)
    if not {"openpgp", "smime"}.isdisjoint(kinds):
        codes.add("encrypted")
    has_words = any(s.kind in ("new", "forwarded") for s in reader.segments)
    for number, kind in files.items():
        codes.add(_code_of(found, number, kind, has_words=has_words))
    codes.discard("")
    if files and not has_words and not codes:
        codes.add("file")
    return tuple(sorted(codes))


def _code_of(found: Structure, number: int, kind: Kind, *, has_words: bool) -> str:
    """What is left unread with one attachment, "" when nothing is."""
    entity, parent = found.leaves[number]
    if entity.media_type in CMS_TYPES:
        return "signed" if kind else ""
    if kind == "image" and has_words:
        embedded = parent >= 0 and found.nodes[parent].media_type == "multipart/related"
        return "" if is_ornament(entity, embedded=embedded) else kind
    return UNREAD if kind == "document" else "" if kind == "text" else kind


def _defects(head: Head, found: Structure) -> set[str]:
    defects = set(found.defects)
    if head.junk:
        defects.add("header-line")
    if not all(entity.names_agree for entity, _ in found.leaves):
        defects.add("names")
    return defects
