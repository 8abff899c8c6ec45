"""OpenPGP framing: who a message is for, and what is no encrypted message at all."""

from base64 import b64encode

import pytest

from gateway.seal._packets import dearmored, is_encrypted, key_tags, recipients

ID = bytes.fromhex("B1AB1E510147AF03")
SESSION = b"\x03" + ID + b"\x12" + b"x" * 20
SESSION_OLD = b"\x84" + bytes([len(SESSION)]) + SESSION
SESSION_NEW = b"\xc1" + bytes([len(SESSION)]) + SESSION
OTHER_OLD = SESSION_OLD.replace(ID, b"\x11" * 8)
FINGERPRINT = bytes(range(20))
SESSION_V6 = b"\xc1" + bytes([24]) + b"\x06\x15\x04" + FINGERPRINT + b"\x19"
SEALED = b"\xd2\x05\x01abcd"
CHUNKED = b"\xd2\xe1ab\x03cde"  # two octets, then three
LITERAL = b"\xcb\x09t\x00\x00\x00\x00\x00abc"


def armor(data: bytes, line_end: bytes = b"\n", header: bytes = b"") -> bytes:
    lines = (b"-----BEGIN PGP MESSAGE-----", *([header] if header else []), b"", b64encode(data))
    return line_end.join((*lines, b"=abcd", b"-----END PGP MESSAGE-----", b""))


FOR = [  # name, message, key ids
    ("old format", SESSION_OLD + SEALED, ("B1AB1E510147AF03",)),
    ("new format", SESSION_NEW + SEALED, ("B1AB1E510147AF03",)),
    ("chunks", SESSION_OLD + CHUNKED, ("B1AB1E510147AF03",)),
    ("AEAD", SESSION_OLD + b"\xd4\x01x", ("B1AB1E510147AF03",)),
    ("to the end", SESSION_OLD + b"\xd2\xff\x00\x00\x00\x02\x01x", ("B1AB1E510147AF03",)),
    ("two readers", SESSION_OLD + OTHER_OLD + SEALED, ("B1AB1E510147AF03", "11" * 8)),
    ("version 6, key of version 4", SESSION_V6 + SEALED, (FINGERPRINT[-8:].hex().upper(),)),
    ("hidden reader", SESSION_OLD.replace(ID, b"\0" * 8) + SEALED, ("0" * 16,)),
    ("armor", armor(SESSION_OLD + SEALED), ("B1AB1E510147AF03",)),
    ("armor, CRLF", armor(SESSION_OLD + SEALED, b"\r\n"), ("B1AB1E510147AF03",)),
    (
        "armor with a header",
        armor(SESSION_OLD + SEALED, header=b"Comment: x"),
        ("B1AB1E510147AF03",),
    ),
    ("armor after blanks", b"\n \n" + armor(SESSION_OLD + SEALED), ("B1AB1E510147AF03",)),
]


@pytest.mark.parametrize(("message", "ids"), [row[1:] for row in FOR], ids=[r[0] for r in FOR])
def test_recipients(message: bytes, ids: tuple[str, ...]) -> None:
    assert recipients(message) == ids
    assert is_encrypted(message)


NOT_ENCRYPTED = [  # name, bytes
    ("nothing", b""),
    ("text", b"Dear Ms Holt,\n"),
    ("clear bytes that look like a tag", b"\x84"),
    ("literal", LITERAL),
    ("literal behind a session key", SESSION_OLD + LITERAL),
    ("no reader", SEALED),
    ("no content", SESSION_OLD),
    ("a literal follows", SESSION_OLD + SEALED + LITERAL),
    ("text follows", SESSION_OLD + SEALED + b"hello"),
    ("cut off", (SESSION_OLD + SEALED)[:-1]),
    ("no integrity check", SESSION_OLD + b"\xc9\x01x"),
    ("unknown session key", b"\xc1\x02\x09x" + SEALED),
    ("version 6 without an id", b"\xc1\x03\x06\x00\x00" + SEALED),
    ("length cut off", SESSION_OLD + b"\xd2\xff\x00"),
    ("armor without an end", armor(SESSION_OLD + SEALED).partition(b"-----END")[0]),
    ("armor without an empty line", armor(SESSION_OLD + SEALED).replace(b"\n\n", b"\n")),
    ("armor of something else", armor(b"hello")),
    ("broken armor", armor(SESSION_OLD + SEALED).replace(b"\n\n", b"\n\nA")),
    ("text before the armor", b"Hello\n" + armor(SESSION_OLD + SEALED)),
]


@pytest.mark.parametrize(
    "message", [row[1] for row in NOT_ENCRYPTED], ids=[r[0] for r in NOT_ENCRYPTED]
)
def test_no_encrypted_message(message: bytes) -> None:
    with pytest.raises(ValueError, match="OpenPGP|armor|session key"):
        recipients(message)


def test_key_tags_tell_a_secret_key() -> None:
    assert key_tags(b"\xc6\x01x" + b"\xcd\x01y") == (6, 13)
    assert key_tags(b"\xc5\x01x") == (5,)


def test_bytes_without_armor_stay() -> None:
    assert dearmored(SESSION_OLD) == SESSION_OLD
