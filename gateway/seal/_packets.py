"""OpenPGP packet headers: who can open a message, and what a key file holds.

Reads only what frames the packets (RFC 4880 §4.2, RFC 9580 §4.2) and the key ids of the
session keys, so that a program that encrypts need not be believed. No cryptography here.
"""

from binascii import Error, a2b_base64
from collections.abc import Iterator

SESSION_KEY = 1
PASSWORD_SESSION_KEY = 3
SECRET_KEY = 5
PUBLIC_KEY = 6
SECRET_SUBKEY = 7
# Encrypted data with a check of its integrity; the old kind without one (9) is refused.
ENCRYPTED = (18, 20)
BEGIN = b"-----BEGIN PGP "
END = b"-----END PGP "


def recipients(message: bytes) -> tuple[str, ...]:
    """Key ids, 16 upper-case hex digits each, that an encrypted message is for.

    Errors: ValueError when it is anything but session keys and then encrypted data to the end.
    """
    found = list(packets(dearmored(message)))
    *keys, (last, _) = found or [(0, b"")]
    if not keys or last not in ENCRYPTED or any(tag != SESSION_KEY for tag, _ in keys):
        raise ValueError("not an encrypted OpenPGP message")
    return tuple(_key_id(body) for _, body in keys)


def is_encrypted(message: bytes) -> bool:
    """It begins as an encrypted OpenPGP message does, armored or not."""
    try:
        tag, _ = next(packets(dearmored(message)))
    except (ValueError, StopIteration):
        return False
    return tag in (SESSION_KEY, PASSWORD_SESSION_KEY, *ENCRYPTED)


def key_tags(key: bytes) -> tuple[int, ...]:
    """The packet tags in a key file, in order. Errors: ValueError when it is none."""
    return tuple(tag for tag, _ in packets(dearmored(key)))


def dearmored(data: bytes) -> bytes:
    """The bytes inside ASCII armor (RFC 9580 §6); others as they are. Errors: ValueError."""
    start = data.find(BEGIN)
    if start == -1 or data[:start].strip():
        return data
    end = data.find(END, start)
    if end == -1:
        raise ValueError("the armor has no end")
    block = data[start:end]
    if b"\r" in block:
        block = block.replace(b"\r\n", b"\n")
    # An empty line ends the armor's own header, a line with "=" holds the checksum.
    head = block.find(b"\n\n")
    if head == -1:
        raise ValueError("the armor has no header")
    checksum = block.rfind(b"\n=")
    letters = block[head : checksum if checksum > head else None]
    try:
        return a2b_base64(letters)
    except Error as error:
        raise ValueError("the armor is broken") from error


def packets(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Tag and body of each packet; a body that comes in chunks is told by its first chunk.

    Errors: ValueError where the framing breaks.
    """
    at = 0
    while at < len(data):
        if not data[at] & 0x80:
            raise ValueError("not an OpenPGP packet")
        new_format = bool(data[at] & 0x40)
        tag = data[at] & 0x3F if new_format else (data[at] & 0x3F) >> 2
        try:
            start, end, at = _chunks(data, at) if new_format else _old(data, at)
        except IndexError as error:
            raise ValueError("an OpenPGP packet is cut off") from error
        if at > len(data):
            raise ValueError("an OpenPGP packet is cut off")
        yield tag, data[start:end]


def _chunks(data: bytes, at: int) -> tuple[int, int, int]:
    """First chunk's start and end, and where the packet ends (RFC 9580 §4.2.1)."""
    first: tuple[int, int] | None = None
    at += 1
    while True:
        size, partial, at = _new_length(data, at)
        first = first or (at, at + size)
        at += size
        if not partial:
            return *first, at


def _new_length(data: bytes, at: int) -> tuple[int, bool, int]:
    one = data[at]
    if one < 192:
        return one, False, at + 1
    if one < 224:
        return ((one - 192) << 8) + data[at + 1] + 192, False, at + 2
    if one < 255:
        return 1 << (one & 0x1F), True, at + 1
    return int.from_bytes(_exactly(data, at + 1, 4), "big"), False, at + 5


def _old(data: bytes, at: int) -> tuple[int, int, int]:
    """The same for the old format (RFC 9580 §4.2.2); kind 3 reaches to the end."""
    kind = data[at] & 0x03
    if kind == 3:
        return at + 1, len(data), len(data)
    width = 1 << kind
    start = at + 1 + width
    end = start + int.from_bytes(_exactly(data, at + 1, width), "big")
    return start, end, end


def _exactly(data: bytes, at: int, count: int) -> bytes:
    if at + count > len(data):
        raise IndexError(at)
    return data[at : at + count]


def _key_id(body: bytes) -> str:
    """The key id of a session-key packet, version 3 or 6 (RFC 9580 §5.1)."""
    if body[:1] == b"\x03" and len(body) > 9:
        return body[1:9].hex().upper()
    if body[:1] == b"\x06" and len(body) > 3:
        key_version, fingerprint = body[2], body[3 : 2 + body[1]]
        key_id = fingerprint[-8:] if key_version == 4 else fingerprint[:8]
        if len(key_id) == 8:
            return key_id.hex().upper()
    raise ValueError("a session key for an unknown kind of key")
