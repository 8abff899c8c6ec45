"""Which bytes of a message are encrypted, and the message with the ciphertexts in their place.

Sans I/O: plan() says what must be encrypted, a sealer encrypts it, apply() writes the new
message. All else stays byte by byte. Four shapes, which mail programs open by themselves or
with the usual key program:

    openpgp, attachments   each attachment becomes NAME.pgp in its own place
    openpgp, message       multipart/encrypted (RFC 3156 §4)
    smime, attachments     one enveloped message with all attachments, as message/rfc822
    smime, message         application/pkcs7-mime (RFC 8551 §3.3)

Subject, From, To and the other header fields stay readable in all of them: a whole message
hides its text and attachments, nothing hides who wrote to whom.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from gateway.core.decision import SealWhat
from gateway.core.mail import ParsedMail
from gateway.core.sealed_fields import CRLF, file_fields, header_is_whole, split_header
from gateway.core.sealed_gathered import gathered, multipart, smime_entity, with_gathered
from gateway.core.sealed_leaf import ARMOR_BEGIN, armor_may_stand, in_place, sealed_leaf
from gateway.core.splice import encode_base64, replace_ranges

ARMOR = ARMOR_BEGIN + CRLF
DER_SEQUENCE = b"\x30"
PGP_VERSION_PART = (
    b"Content-Type: application/pgp-encrypted\r\n"
    b"Content-Description: PGP/MIME version identification\r\n"
    b"\r\nVersion: 1\r\n"
)
PGP_PART_FIELDS = (
    b'Content-Type: application/octet-stream; name="encrypted.asc"\r\n'
    b"Content-Description: OpenPGP encrypted message\r\n"
    b'Content-Disposition: inline; filename="encrypted.asc"\r\n'
)

Write = Callable[[Sequence[bytes], bytes], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class SealPlan:
    """What is to be encrypted: one ciphertext for each piece, in order; () when nothing is.

    starts  how a ciphertext of this scheme begins
    write   puts ciphertexts into the message, with a boundary where one is needed
    """

    pieces: tuple[bytes, ...] = field(repr=False)
    starts: bytes
    write: Write = field(repr=False)


def plan(
    raw: bytes, mail: ParsedMail, *, scheme: str, what: SealWhat, hide_names: bool
) -> SealPlan:
    """The plan for one message. `mail` is what parse() read in `raw`.

    What could not be taken apart is sealed whole, whatever is asked.
    Errors: ValueError for an unknown scheme.
    """
    if scheme not in ("openpgp", "smime"):
        raise ValueError(f"no such sealing scheme: {scheme}")
    if what == "message" or mail.opaque:
        return _whole(raw, mail, scheme)
    if not mail.attachments:
        return SealPlan(pieces=(), starts=b"", write=lambda _sealed, _boundary: raw)
    if scheme == "openpgp":
        return _each(raw, mail, hide_names=hide_names)
    if not header_is_whole(raw, mail):
        return _whole(raw, mail, scheme)
    write = partial(with_gathered, raw, mail, hide_names)
    return SealPlan(pieces=(gathered(raw, mail),), starts=DER_SEQUENCE, write=write)


def apply(plan: SealPlan, ciphertexts: Sequence[bytes], *, boundary_token: str) -> bytes:
    """The message with each piece replaced by its ciphertext.

    boundary_token  random letters and digits that the client cannot foresee
    Errors: ValueError when a ciphertext is missing or does not look like one: what is not
    known to be encrypted never gets into a message.
    """
    if len(ciphertexts) != len(plan.pieces):
        raise ValueError("not one ciphertext for each piece")
    if not all(sealed.startswith(plan.starts) for sealed in ciphertexts):
        raise ValueError("a ciphertext does not look like one")
    return plan.write(ciphertexts, f"sealed-{boundary_token}".encode("ascii"))


def _each(raw: bytes, mail: ParsedMail, *, hide_names: bool) -> SealPlan:
    """OpenPGP, each attachment alone."""
    parts = [
        sealed_leaf(raw, mail, leaf, number, hide_names=hide_names)
        for number, leaf in enumerate(mail.attachments, start=1)
    ]

    plain = armor_may_stand(raw)

    def write(sealed: Sequence[bytes], _boundary: bytes) -> bytes:
        edits = []
        for part, armor in zip(parts, sealed, strict=True):
            fields = file_fields(part.name, b"7bit" if plain else b"base64")
            body = armor if plain else encode_base64(armor)
            edits.append(in_place(raw, part.leaf, fields, body, hide_names))
        return replace_ranges(raw, edits)

    return SealPlan(pieces=tuple(part.clear for part in parts), starts=ARMOR, write=write)


def _whole(raw: bytes, mail: ParsedMail, scheme: str) -> SealPlan:
    """The message's own fields stay outside, its Content-* fields and body go inside."""
    outside, inside = split_header(raw, mail)
    if scheme == "openpgp":
        return SealPlan(pieces=(inside,), starts=ARMOR, write=partial(_pgp_mime, outside))
    return SealPlan(pieces=(inside,), starts=DER_SEQUENCE, write=partial(_smime, outside))


def _pgp_mime(outside: bytes, sealed: Sequence[bytes], boundary: bytes) -> bytes:
    kind = b'multipart/encrypted; protocol="application/pgp-encrypted"'
    encrypted = PGP_PART_FIELDS + CRLF + sealed[0]
    return outside + multipart(kind, boundary, PGP_VERSION_PART, encrypted)


def _smime(outside: bytes, sealed: Sequence[bytes], _boundary: bytes) -> bytes:
    return outside + smime_entity(sealed[0])
