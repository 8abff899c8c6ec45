"""Small mails of the tests, built by hand."""

import base64

from gateway.core.mail import ParsedMail

TOP = b"From: jo@client.example\r\nSubject: next week\r\nAuto-Submitted: no\r\n"
MIXED = TOP + b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'
PDF = (
    b"Content-Type: application/pdf; name=plan.pdf\r\n"
    b"Content-Transfer-Encoding: base64\r\n\r\nJVBERi0="
)
TEXT = b"Content-Type: text/plain; charset=utf-8\r\n\r\nhello"


def mixed(*parts: bytes, top: bytes = MIXED) -> bytes:
    return top + b"".join(b"--b\r\n" + part + b"\r\n" for part in parts) + b"--b--\r\n"


def single(fields: bytes, body: bytes = b"hello\r\n") -> bytes:
    return TOP + fields + b"\r\n" + body


def cms(oid: str) -> bytes:
    der = bytes.fromhex("3082100006") + bytes.fromhex(oid)[1:] + bytes(400)
    return base64.encodebytes(der).replace(b"\n", b"\r\n")


P7M = (
    b"Content-Type: application/pkcs7-mime; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n"
)
SIGNED = "06092a864886f70d010702"


def words(mail: ParsedMail) -> list[tuple[str, str]]:
    return [(s.kind, s.text) for s in mail.segments]
