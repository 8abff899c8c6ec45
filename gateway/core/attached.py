"""What an attached file is, and whether leaving it unread leaves something of the mail unknown.

Names and types are believed only where the first bytes say nothing else, and never for a
document: what begins as none that documents/ can read is not worth a process.
"""

import re
from typing import Literal

from gateway.core.entity import Entity
from gateway.core.transfer import decode

Kind = Literal["document", "text", "image", "audio", "video", "file", ""]

# A PDF may begin anywhere in its first 1,024 bytes; in base64 these are a third more.
LOOKED_AT = 1_400
DOCUMENT_SIGNS = re.compile(rb"(?s)\s{0,16}(?:\{\\rtf|PK\x03\x04|\xd0\xcf\x11\xe0)|.{0,1016}%PDF-")
TEXT_NAMES = re.compile(r"(?i)\.(?:txt|text|md|log|csv|html?)$")
# Keys, signatures and dates: nobody's words.
WORDLESS_NAMES = re.compile(r"(?i)\.(?:ics|vcf|asc|sig|p7s|key|cer|crt|pem)$")
WORDLESS_TYPES = frozenset(
    ("application/ics", "application/pgp-keys", "application/pgp-signature")
    + ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-encrypted")
)
MEDIA_SIGNS: tuple[tuple[Kind, tuple[bytes, ...]], ...] = (
    ("image", (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*")),
    ("audio", (b"ID3", b"OggS", b"#!AMR", b"fLaC", b"\0\0\0\x20ftypM4A", b"\0\0\0\x1cftypM4A")),
)
MEDIA_NAMES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("image", re.compile(r"(?i)\.(?:jpe?g|png|gif|hei[cf]|webp|tiff?|bmp)$")),
    ("audio", re.compile(r"(?i)\.(?:mp3|m4a|aac|amr|og[ga]|opus|wav|caf|flac|wma)$")),
    ("video", re.compile(r"(?i)\.(?:mp4|m4v|mov|avi|mkv|webm|3gp|mpe?g)$")),
)
# A logo or an icon beside words is no larger than this; a photo of a page is.
ORNAMENT_BYTES = 24_576
# The same for one that stands inside of the HTML (multipart/related).
EMBEDDED_BYTES = 65_536


def kind_of(raw: bytes, entity: Entity) -> Kind:
    """What an attached part is by its first bytes, its type and its name.

    "document" begins as one that documents/ can read, "text" is text under a type that
    says nothing, "file" is anything else that may hold words, "" holds none or is read elsewhere.
    """
    media, name = entity.media_type, entity.name
    end = min(entity.body_end, entity.body_start + LOOKED_AT)
    head = decode(raw[entity.body_start : end], entity.encoding)
    main = media.partition("/")[0]
    if main == "message" or not head:
        return ""
    if DOCUMENT_SIGNS.match(head):
        return "document"
    for kind, signs in MEDIA_SIGNS:
        if main == kind or head.startswith(signs):
            return kind
    if main in ("text", "video"):
        return "video" if main == "video" else ""
    return "" if media in WORDLESS_TYPES else _by_name(name, head)


def _by_name(name: str, head: bytes) -> Kind:
    """What a part of a type that says nothing is."""
    if WORDLESS_NAMES.search(name):
        return ""
    if TEXT_NAMES.search(name) and b"\0" not in head:
        return "text"
    return next((kind for kind, names in MEDIA_NAMES if names.search(name)), "file")


def is_ornament(entity: Entity, *, embedded: bool) -> bool:
    """An image that says nothing beside words: small, as logos are.

    embedded  it stands in a multipart/related, for the HTML to show
    """
    size = entity.body_end - entity.body_start
    if entity.encoding == "base64":
        size = size * 3 // 4
    return size <= (EMBEDDED_BYTES if embedded else ORNAMENT_BYTES)
