"""S/MIME over attachments: all of them in one enveloped message, attached to the rest.

A mail program decrypts whole S/MIME messages, not single files. So the attachments become a
message of their own, which it opens by itself when the therapist clicks on it.
"""

import hashlib
from collections.abc import Sequence

from gateway.core.mail import ParsedMail
from gateway.core.sealed_fields import CRLF, content_fields, without_content
from gateway.core.sealed_leaf import entity_of, in_place, is_message, shown_name
from gateway.core.splice import encode_base64, replace_ranges

SMIME_FIELDS = (
    b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data;\r\n"
    b' name="smime.p7m"\r\n'
    b"Content-Transfer-Encoding: base64\r\n"
    b'Content-Disposition: attachment; filename="smime.p7m"\r\n'
)
# What the attached message repeats of the outer one, which shows it anyway.
REPEATED = ("from", "to", "date")
PART_FIELDS = (
    b"Content-Type: message/rfc822\r\n"
    b'Content-Disposition: attachment; filename="sealed-attachments.eml"\r\n\r\n'
)
TOP_FIELDS = b"Subject: Sealed attachments\r\nMIME-Version: 1.0\r\n"


def gathered(raw: bytes, mail: ParsedMail) -> bytes:
    """The MIME entity to encrypt: each attachment with its own fields, as it came."""
    # No chance in the core: a boundary that depends on all the bytes cannot be among them.
    boundary = b"gathered-" + hashlib.sha256(raw).hexdigest()[:32].encode()
    parts = (entity_of(raw, mail, leaf) for leaf in mail.attachments)
    return multipart(b"multipart/mixed", boundary, *parts)


def with_gathered(
    raw: bytes, mail: ParsedMail, hide_names: bool, sealed: Sequence[bytes], boundary: bytes
) -> bytes:
    """The message with a note in the place of each attachment, and the sealed message added.

    It becomes the first part of a new multipart/mixed, whatever it was before: one way for
    all, and no byte between the leaves is touched. The header must have been read whole.
    """
    first = _with_notes(raw, mail, hide_names)
    known = (next((f for f in mail.fields if f.name == name), None) for name in REPEATED)
    fields = (raw[f.start : f.end] for f in known if f is not None)
    top = b"".join(field for field in fields if field.isascii()) + TOP_FIELDS
    second = PART_FIELDS + top + smime_entity(sealed[0])
    return without_content(raw, mail) + multipart(b"multipart/mixed", boundary, first, second)


def smime_entity(sealed: bytes) -> bytes:
    """Enveloped-data as a MIME entity (RFC 8551 §3.3)."""
    return b"".join((SMIME_FIELDS, CRLF, encode_base64(sealed), CRLF))


def multipart(kind: bytes, boundary: bytes, *parts: bytes) -> bytes:
    """A multipart entity (RFC 2046 §5.1), MIME-Version not among its fields."""
    head = b'Content-Type: %b;\r\n boundary="%b"\r\n\r\n' % (kind, boundary)
    body = b"".join(b"--%b\r\n%b\r\n" % (boundary, part) for part in parts)
    return b"%b%b--%b--\r\n" % (head, body, boundary)


def _with_notes(raw: bytes, mail: ParsedMail, hide_names: bool) -> bytes:
    """The former message as a body part, a note in the place of each attachment."""
    notes = [
        (leaf, *_note(shown_name(leaf, number, hide_names=hide_names)))
        for number, leaf in enumerate(mail.attachments, start=1)
    ]
    leaf, fields, text = notes[0]
    if is_message(leaf):
        return fields + CRLF + text
    edits = [in_place(raw, leaf, fields, text, hide_names) for leaf, fields, text in notes]
    return content_fields(raw, mail) + CRLF + replace_ranges(raw, edits)[mail.body_start :]


def _note(name: str) -> tuple[bytes, bytes]:
    """Content-* fields and body of the text that stands where an attachment was."""
    text = f"[{name} is sealed: see the attached encrypted message.]\r\n"
    if text.isascii():
        return b"Content-Type: text/plain; charset=us-ascii\r\n", text.encode()
    fields = b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n"
    return fields, encode_base64(text.encode()) + CRLF
