"""Which parts are files, and which are already encrypted or signed.

Labels are not believed: "encrypted" has to look encrypted in its bytes, since what is called
so passes unsealed, and only what is provably text to read is no file.
"""

import re
from collections.abc import Sequence

import re2

from gateway.core.charset import codec_of
from gateway.core.entity import Entity
from gateway.core.line_ends import BYTES
from gateway.core.mail import Protection
from gateway.core.structure import IDENTITY, Structure
from gateway.core.transfer import decode

READABLE = frozenset(("text/plain", "text/html"))
ENCODINGS = IDENTITY | {"quoted-printable", "base64"}
# A photo in the HTML itself; what is shorter is an icon, or a dot that counts readers.
EMBEDDED = re.compile(rb";base64,[A-Za-z0-9+/=%\s]{2048}")
SIGNATURE_BYTES = 65_536
SIGNATURES = {
    "application/pgp-signature": b"-----BEGIN PGP SIGNATURE-----",
    "application/pkcs7-signature": b"MI",
    "application/x-pkcs7-signature": b"MI",
}
UUENCODED = re.compile(rb"(?m)^begin [0-7]{3,4} [^\r\n]+\r?\n[ -`]++(?:\r?$|\Z)")
ENCODED_FILE = re.compile(
    rb"(?im)^(?:begin-base64 [0-7]{3,4} |=ybegin |\(this file must be converted with binhex"
    rb"|content-transfer-encoding[ \t]*:[ \t]*(?:base64|x-uu)"
    rb"|(?:JVBERi0|iVBORw0KGgo|/9j/|R0lGOD|UEsDB|0M8R4KGx)[a-z0-9+/]{40})"
)
# The last ones: how PDF, PNG, JPEG, GIF, ZIP (and office files) begin in base64 pasted into text.
FILE_HINT = re2.compile(
    rb"ase64|ASE64|=ybegin |BinHex|x-uu|JVBERi0|iVBORw0KGgo|/9j/|R0lGOD|UEsDB|0M8R4KGx", BYTES
)
FILE_SIGNS = (b"%PDF-", b"{\\rtf", b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"PK\x03\x04", b"%!PS")
PGP_BEGIN, PGP_END = b"-----BEGIN PGP MESSAGE-----", b"-----END PGP MESSAGE-----"
PGP_SIGNED = b"-----BEGIN PGP SIGNED MESSAGE-----"
PGP_VERSION = re.compile(rb"(?i)\s*version:\s*1\s*")
# Packet tag and version octets that begin encrypted data (RFC 9580 §5.1, §5.3, §5.13).
PGP_VERSIONS = {1: (3, 6), 3: (4, 5, 6), 18: (1, 2)}
CMS_TYPES = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime"))
# Object identifiers in DER (RFC 5652 §5.1, §6.1; RFC 5083 §2).
ENVELOPED = bytes.fromhex("06092a864886f70d010703")
SIGNED = bytes.fromhex("06092a864886f70d010702")
AUTH_ENVELOPED = bytes.fromhex("060b2a864886f70d0109100117")


def is_text(entity: Entity) -> bool:
    """By its fields it is text or HTML to read, and no file."""
    return (
        entity.sure
        and entity.media_type in READABLE
        and not entity.named
        and entity.disposition in ("", "inline")
        and entity.encoding in ENCODINGS
        and not entity.unclear
    )


def holds_file(entity: Entity, data: bytes) -> bool:
    """Text that is none, or that carries an encoded file in it.

    data  the whole content, its transfer encoding taken off
    """
    if data.startswith(FILE_SIGNS):
        return True
    if b"\0" in data and not codec_of(entity.charset).startswith(("utf_16", "utf_32")):
        return True
    if entity.media_type == "text/html" and EMBEDDED.search(data):
        return True
    if b"begin " in data and UUENCODED.search(data):
        return True
    return bool(FILE_HINT.search(data)) and ENCODED_FILE.search(data) is not None


def is_signature(entity: Entity, parent: Entity | None, raw: bytes) -> bool:
    """The detached signature of a multipart/signed, and nothing that only calls itself so."""
    begins = SIGNATURES.get(entity.media_type)
    if begins is None or parent is None or parent.media_type != "multipart/signed":
        return False
    body = raw[entity.body_start : entity.body_end][: SIGNATURE_BYTES + 1].strip()
    return entity.sure and len(body) <= SIGNATURE_BYTES and body.startswith(begins)


def protection_of(raw: bytes, found: Structure, kinds: Sequence[str]) -> Protection:
    """How the message protects itself already; an opaque one is never believed to.

    kinds  what encryption_of() says of each leaf
    Encrypted means all of it: with one clear part that holds something, it is not.
    """
    if found.opaque:
        return ""
    whole = set(kinds) - {"nothing"}
    if whole == {"openpgp"}:
        return "openpgp"
    if whole == {"smime"}:
        return "smime"
    return "signed" if any(_is_signed(raw, e) for e in _entities(found)) else ""


def encryption_of(raw: bytes, entity: Entity) -> str:
    """What the bytes of a leaf are: "openpgp", "smime", "clear", or "nothing" in them."""
    if has_cms(raw, entity, ENVELOPED, AUTH_ENVELOPED):
        return "smime"
    start, end = entity.body_start, entity.body_end
    if end - start < 256:
        data = decode(raw[start:end], entity.encoding).strip()
        is_note = entity.media_type == "application/pgp-encrypted" and PGP_VERSION.fullmatch(data)
        return "nothing" if not data or is_note else "clear"
    head = decode(raw[start : start + 1_024], entity.encoding).lstrip()
    if head.startswith(PGP_BEGIN):
        return "openpgp" if _is_armored(decode(raw[start:end], entity.encoding)) else "clear"
    is_file = entity.name.lower().endswith((".pgp", ".gpg", ".asc"))
    return "openpgp" if is_file and _is_encrypted_packet(head) else "clear"


def _is_armored(data: bytes) -> bool:
    """One armored block with encrypted data, and nothing around it (RFC 9580 §6.2)."""
    data = data.strip()
    if data.count(PGP_BEGIN) != 1 or data.find(PGP_END) != len(data) - len(PGP_END):
        return False
    _, gap, base64 = data.replace(b"\r\n", b"\n").partition(b"\n\n")
    return bool(gap) and _is_encrypted_packet(decode(base64[:64], "base64"))


def _is_encrypted_packet(data: bytes) -> bool:
    """It begins with an encrypted session key or encrypted data, in either packet format."""
    if len(data) < 8 or not data[0] & 0x80:
        return False
    if data[0] & 0x40:
        tag, length = data[0] & 0x3F, 1 if data[1] < 192 else 2 if data[1] < 224 else 5
        length = 1 if 224 <= data[1] < 255 else length
    else:
        tag, length = (data[0] >> 2) & 0x0F, (1, 2, 4, 0)[data[0] & 3]
    return data[1 + length] in PGP_VERSIONS.get(tag, ())


def _is_signed(raw: bytes, entity: Entity) -> bool:
    if entity.is_multipart:
        return entity.media_type == "multipart/signed"
    if entity.media_type in CMS_TYPES:
        return entity.smime_type == "signed-data" or has_cms(raw, entity, SIGNED)
    if entity.media_type != "text/plain":
        return False
    end = min(entity.body_end, entity.body_start + 256)
    head = decode(raw[entity.body_start : end], entity.encoding)
    return head.lstrip().startswith(PGP_SIGNED)


def _entities(found: Structure) -> list[Entity]:
    return found.nodes + [entity for entity, _ in found.leaves]


def has_cms(raw: bytes, entity: Entity, *oids: bytes) -> bool:
    """Its DER begins with one of these object identifiers."""
    if entity.media_type not in CMS_TYPES:
        return False
    head = raw[entity.body_start : min(entity.body_end, entity.body_start + 200)]
    return any(oid in decode(head, entity.encoding)[:60] for oid in oids)
