"""What a mail is taken apart into, and what of it is a file."""

import base64

import pytest

from gateway.core.parse import parse
from tests.unit.mails import MIXED, PDF, TEXT, TOP, mixed, single


def bodies(raw: bytes) -> list[bytes]:
    return [raw[leaf.body_start : leaf.body_end] for leaf in parse(raw).leaves]


LEAVES = [  # name, raw, (media type, is attachment, name) of each leaf
    ("plain", single(b""), [("text/plain", False, "")]),
    ("HTML", single(b"Content-Type: text/html\r\n"), [("text/html", False, "")]),
    ("type without subtype", single(b"Content-Type: text\r\n"), [("text/plain", False, "")]),
    ("broken type", single(b"Content-Type: pdf; name=a.pdf\r\n"), [("text/plain", True, "a.pdf")]),
    ("a lone PDF", single(b"Content-Type: application/pdf\r\n"), [("application/pdf", True, "")]),
    ("text as a file", single(b"Content-Disposition: attachment\r\n"), [("text/plain", True, "")]),
    ("unknown disposition", single(b"Content-Disposition: x-y\r\n"), [("text/plain", True, "")]),
    ("inline", single(b"Content-Disposition: inline\r\n"), [("text/plain", False, "")]),
    (
        "text with a name",
        single(b"Content-Type: text/plain; name=a.txt\r\n"),
        [("text/plain", True, "a.txt")],
    ),
    (
        "an unshowable name",
        single(b'Content-Disposition: inline; filename=".."\r\n'),
        [("text/plain", True, "")],
    ),
    ("mixed", mixed(TEXT, PDF), [("text/plain", False, ""), ("application/pdf", True, "plan.pdf")]),
    ("inline image", mixed(b"Content-Type: image/png\r\n\r\nx"), [("image/png", True, "")]),
    ("invitation", mixed(b"Content-Type: text/calendar\r\n\r\nx"), [("text/calendar", True, "")]),
    (
        "TNEF",
        mixed(b"Content-Type: application/ms-tnef\r\n\r\nx"),
        [("application/ms-tnef", True, "")],
    ),
    (
        "embedded mail is one leaf",
        mixed(b"Content-Type: message/rfc822\r\n\r\n" + single(b"")),
        [("message/rfc822", True, "")],
    ),
    (
        "piece of a mail",
        mixed(b"Content-Type: message/partial\r\n\r\nx"),
        [("message/partial", True, "")],
    ),
    (
        "type twice",
        single(b"Content-Type: text/plain\r\nContent-Type: application/pdf\r\n"),
        [("text/plain", True, "")],
    ),
    ("type twice alike", single(b"Content-Type: text/plain\r\n" * 2), [("text/plain", False, "")]),
    (
        "encoding twice",
        single(b"Content-Transfer-Encoding: 7bit\r\nContent-Transfer-Encoding: base64\r\n"),
        [("text/plain", True, "")],
    ),
    (
        "unknown encoding",
        single(b"Content-Transfer-Encoding: x-uuencode\r\n"),
        [("text/plain", True, "")],
    ),
    (
        "uuencode",
        single(b"", b"hi\r\n\r\nbegin 644 a.txt\r\n#86)C\r\n`\r\nend\r\n"),
        [("text/plain", True, "")],
    ),
    (
        "uuencode in base64",
        single(
            b"Content-Transfer-Encoding: base64\r\n",
            base64.b64encode(b"begin 644 a.txt\n#86)C\n`\nend\n"),
        ),
        [("text/plain", True, "")],
    ),
    (
        "begin is a word",
        single(b"", b"begin 200 words of journaling\r\na day\r\n"),
        [("text/plain", False, "")],
    ),
    (
        "base64 pasted in",
        single(b"", b"hi\r\n\r\n" + base64.b64encode(b"%PDF-1.4" + bytes(99))),
        [("text/plain", True, "")],
    ),
    (
        "its first letters",
        single(b"", b"UEsDB is how a zip begins\r\n"),
        [("text/plain", False, "")],
    ),
    ("yEnc", single(b"", b"=ybegin line=128 size=1 name=a\r\nx\r\n"), [("text/plain", True, "")]),
    (
        "a part pasted into text",
        single(
            b"", b"--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: BASE64\r\n\r\nAA=="
        ),
        [("text/plain", True, "")],
    ),
    (
        "PDF called text",
        single(b"Content-Type: text/plain\r\n", b"%PDF-1.7 ..."),
        [("text/plain", True, "")],
    ),
    ("NUL in text", single(b"", b"a\0b"), [("text/plain", True, "")]),
    (
        "NUL in UTF-16",
        single(b"Content-Type: text/plain; charset=utf-16\r\n", "hello".encode("utf-16")),
        [("text/plain", False, "")],
    ),
    (
        "photo inside of HTML",
        single(
            b"Content-Type: text/html\r\n",
            b"<img src='data:image/png;base64," + b"A" * 3000 + b"'>",
        ),
        [("text/html", True, "")],
    ),
    (
        "dot inside of HTML",
        single(
            b"Content-Type: text/html\r\n", b"<img src='data:image/gif;base64," + b"A" * 90 + b"'>"
        ),
        [("text/html", False, "")],
    ),
    (
        "digest",
        mixed(b"\r\n" + TOP + b"\r\nx", top=MIXED.replace(b"mixed", b"digest")),
        [("message/rfc822", True, "")],
    ),
    ("empty parts", mixed(b"", TEXT, b""), [("text/plain", False, "")]),
    (
        "header only",
        mixed(b"Content-Type: image/png", TEXT),
        [("image/png", True, ""), ("text/plain", False, "")],
    ),
    (
        "unterminated",
        MIXED + b"--b\r\n" + TEXT + b"\r\n--b\r\n" + PDF,
        [("text/plain", False, ""), ("application/pdf", True, "plan.pdf")],
    ),
    (
        "note before",
        mixed(TEXT, top=MIXED + b"This is a multi-part message in MIME format.\r\n"),
        [("text/plain", False, "")],
    ),
    ("note after", mixed(TEXT) + b"\r\n_____\r\nlist footer\r\n", [("text/plain", False, "")]),
    ("multipart without parts", MIXED + b"\r\nonly words\r\n", [("text/plain", False, "")]),
    (
        "nested",
        mixed(
            b"Content-Type: multipart/related; boundary=bb\r\n\r\n--bb\r\n"
            + TEXT
            + b"\r\n--bb\r\n"
            + PDF
            + b"\r\n--bb--\r\n",
            PDF,
        ),
        [
            ("text/plain", False, ""),
            ("application/pdf", True, "plan.pdf"),
            ("application/pdf", True, "plan.pdf"),
        ],
    ),
    (
        "inner one never ends",
        mixed(b"Content-Type: multipart/related; boundary=c\r\n\r\n--c\r\n" + TEXT, PDF),
        [("text/plain", False, ""), ("application/pdf", True, "plan.pdf")],
    ),
    (
        "blanks after a delimiter",
        MIXED + b"--b \t\r\n" + TEXT + b"\r\n--b-- \r\n",
        [("text/plain", False, "")],
    ),
]


@pytest.mark.parametrize(("raw", "leaves"), [p[1:] for p in LEAVES], ids=[p[0] for p in LEAVES])
def test_leaves(raw: bytes, leaves: list[tuple[str, bool, str]]) -> None:
    mail = parse(raw)
    assert mail.opaque == ""
    assert [(x.media_type, x.is_attachment, x.name) for x in mail.leaves] == leaves


def test_ranges_are_exact() -> None:
    raw = mixed(TEXT, PDF, b"\r\nno fields")
    mail = parse(raw)
    assert bodies(raw) == [b"hello", b"JVBERi0=", b"no fields"]
    heads = [raw[leaf.head_start : leaf.head_end] for leaf in mail.leaves]
    assert heads == [TEXT[:-5], PDF[:-8], b"\r\n"]
    assert all(leaf.head_end == leaf.body_start for leaf in mail.leaves)


def test_a_message_of_one_part_has_no_head_of_its_own() -> None:
    leaf = parse(single(b"")).leaves[0]
    assert (leaf.head_start, leaf.head_end) == (0, 0)
    assert bodies(single(b"")) == [b"hello\r\n"]


def test_what_the_fields_say() -> None:
    part = (
        b'Content-Type: IMAGE/Png; Charset="UTF-8"; name="a.png"\r\n'
        b"Content-Transfer-Encoding: (x) BASE64\r\n"
        b"Content-Disposition: Inline; filename*=utf-8''%C3%A9.png\r\n\r\nAAAA"
    )
    mail = parse(mixed(part))
    leaf = mail.leaves[0]
    assert (leaf.media_type, leaf.charset, leaf.encoding) == ("image/png", "utf-8", "base64")
    assert (leaf.name, leaf.disposition) == ("é.png", "inline")
    assert mail.defects == ("names",)
