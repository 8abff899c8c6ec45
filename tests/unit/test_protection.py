"""What passes as encrypted or signed, and what only says so."""

import base64

import pytest

from gateway.core.parse import parse
from tests.unit.mails import MIXED, P7M, PDF, SIGNED, TEXT, TOP, cms, mixed, single


def armor(packet: bytes, kind: bytes = b"MESSAGE") -> bytes:
    lines = base64.encodebytes(packet * 60).replace(b"\n", b"\r\n")
    return b"-----BEGIN PGP %b-----\r\n\r\n%b=AAAA\r\n-----END PGP %b-----" % (kind, lines, kind)


ENVELOPED, AUTH = "06092a864886f70d010703", "060b2a864886f70d0109100117"
SESSION_KEY = bytes.fromhex("c1c0cc03") + bytes(40)
LITERAL = bytes.fromhex("cb12620000000000") + bytes(40)
VERSION = b"Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n"
CIPHER = b"Content-Type: application/octet-stream; name=encrypted.asc\r\n\r\n"
PGP_MIME = MIXED.replace(b"mixed;", b'encrypted; protocol="application/pgp-encrypted";')
SIGNED_MIME = MIXED.replace(b"mixed;", b'signed; protocol="application/pgp-signature";')
PGP_SIGNATURE = b"Content-Type: application/pgp-signature\r\n\r\n" + armor(
    b"\x89\x01", b"SIGNATURE"
)
PROTECTED = [  # name, raw, how, number of attachments
    ("plain", single(b""), "", 0),
    ("PGP/MIME", mixed(VERSION, CIPHER + armor(SESSION_KEY), top=PGP_MIME), "openpgp", 2),
    ("PGP/MIME only by name", mixed(VERSION, CIPHER + b"x" * 500, top=PGP_MIME), "", 2),
    ("PGP/MIME with a literal", mixed(VERSION, CIPHER + armor(LITERAL), top=PGP_MIME), "", 2),
    ("PGP/MIME and a file", mixed(VERSION, CIPHER + armor(SESSION_KEY), PDF, top=PGP_MIME), "", 3),
    ("armor", single(b"", armor(SESSION_KEY) + b"\r\n"), "openpgp", 0),
    ("armor and words", single(b"", b"hi\r\n\r\n" + armor(SESSION_KEY)), "", 0),
    ("words after armor", single(b"", armor(SESSION_KEY) + b"\r\n\r\nhi"), "", 0),
    (
        "armor and encrypted file",
        mixed(b"\r\n" + armor(SESSION_KEY), CIPHER + armor(SESSION_KEY)),
        "openpgp",
        1,
    ),
    ("armor and clear file", mixed(b"\r\n" + armor(SESSION_KEY), PDF), "", 1),
    ("clear text and encrypted file", mixed(TEXT, CIPHER + armor(SESSION_KEY)), "", 1),
    ("S/MIME", single(P7M, cms(ENVELOPED)), "smime", 1),
    ("S/MIME, authenticated", single(P7M, cms(AUTH)), "smime", 1),
    (
        "S/MIME only by name",
        single(P7M.replace(b"name", b"smime-type=enveloped-data; name"), b"JVBERi0="),
        "",
        1,
    ),
    ("S/MIME signed", single(P7M, cms(SIGNED)), "signed", 1),
    ("S/MIME and a file", mixed(P7M + b"\r\n" + cms(ENVELOPED), PDF), "", 2),
    ("signed", mixed(TEXT, PGP_SIGNATURE, top=SIGNED_MIME), "signed", 0),
    ("signed, with a file", mixed(PDF, PGP_SIGNATURE, top=SIGNED_MIME), "signed", 1),
    (
        "signed, and a footer",
        mixed(
            SIGNED_MIME[len(TOP) :].replace(b'"b"', b"c") + b"--c\r\n" + PDF + b"\r\n--c--", TEXT
        ),
        "signed",
        1,
    ),
    (
        "a file that calls itself signature",
        mixed(TEXT, PGP_SIGNATURE[:50] + b"\r\n\r\nx", top=SIGNED_MIME),
        "signed",
        1,
    ),
    ("signature without multipart/signed", mixed(TEXT, PGP_SIGNATURE), "", 1),
    ("signed text", single(b"", b"-----BEGIN PGP SIGNED MESSAGE-----\r\n\r\nhi\r\n"), "signed", 0),
    (
        "encrypted but opaque",
        mixed(VERSION, CIPHER + armor(SESSION_KEY), top=PGP_MIME) + b"--b\r\n" + PDF,
        "",
        0,
    ),
]


@pytest.mark.parametrize(
    ("raw", "how", "count"), [p[1:] for p in PROTECTED], ids=[p[0] for p in PROTECTED]
)
def test_protected(raw: bytes, how: str, count: int) -> None:
    mail = parse(raw)
    assert mail.protected == how
    assert len(mail.attachments) == count
    assert how not in ("openpgp", "smime") or "encrypted" in mail.unread
