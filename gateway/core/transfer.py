"""Content-Transfer-Encoding (RFC 2045 §6), read leniently and written strictly."""

import re
from binascii import Error, a2b_base64, a2b_qp, b2a_base64
from functools import partial
from io import BytesIO

COLUMNS = 76
PADDED_SOFT_BREAK = re.compile(rb"=[ \t]+(?=\r\n)")
ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
NOT_BASE64 = bytes(set(range(256)) - set(ALPHABET + b"="))


def decode(body: bytes, encoding: str) -> bytes:
    """The bytes behind an encoded body; never raises, keeps what can be kept.

    encoding  lower-case Content-Transfer-Encoding; an unknown one is no encoding
    """
    if encoding == "base64":
        return decode_base64(body)
    if encoding == "quoted-printable":
        return a2b_qp(PADDED_SOFT_BREAK.sub(b"=", body))
    return body


def decode_q(word: bytes) -> bytes:
    """The bytes behind the Q encoding of an encoded word (RFC 2047 §4.2)."""
    return a2b_qp(word, header=True)


def decode_base64(body: bytes) -> bytes:
    """What the letters of the alphabet say; all others are skipped, padding may be missing.

    Text may go on after padding (two encoded pieces, one after the other): both are read.
    """
    first = body.find(b"=")
    if first == -1 or not body[first:].strip(b"=\r\n"):
        try:
            return a2b_base64(body)
        except Error:  # padding is missing or wrong; binascii has kept nothing
            pass
    letters = body.translate(None, NOT_BASE64)
    return b"".join([_unpadded(piece) for piece in letters.split(b"=") if piece])


def _unpadded(piece: bytes) -> bytes:
    """One run of letters; six bits alone say nothing and are dropped."""
    odd = len(piece) % 4
    if odd == 1:
        piece, odd = piece[:-1], 0
    return a2b_base64(piece + b"=" * (4 - odd) if odd else piece)


def encode_base64(data: bytes) -> bytes:
    """Base64 in lines of 76 columns ended by CRLF, but for the last, which has no line end."""
    letters = BytesIO(b2a_base64(data, newline=False))
    return b"\r\n".join(iter(partial(letters.read, COLUMNS), b""))
