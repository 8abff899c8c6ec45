"""What is better not taken apart: over a limit, or read in more than one way."""

import pytest

from gateway.core.parse import parse
from tests.unit.mails import MIXED, PDF, TEXT, TOP, mixed, single, words

DEEP = b"".join(
    b"Content-Type: multipart/mixed; boundary=d%dd\r\n\r\n--d%dd\r\n" % (n, n) for n in range(60)
)
INNER = b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n' + PDF
OPAQUE = [  # name, raw, code, defect
    ("nesting", TOP + DEEP + b"\r\nx", "nesting", ""),
    ("parts", mixed(*[TEXT] * 1_001), "parts", ""),
    ("header block", TOP + b"X: y\r\n" * 50_000 + b"\r\n", "header-size", ""),
    ("one field", TOP + b"X: " + b"y" * 70_000 + b"\r\n\r\n", "field-size", ""),
    ("fields", TOP + b"X: y\r\n" * 1_001 + b"\r\n", "fields", ""),
    ("header block of a part", mixed(b"X: " + b"y" * 70_000 + b"\r\n\r\nx"), "field-size", ""),
    ("boundary", MIXED.replace(b'"b"', b"b" * 201) + b"--" + b"b" * 201, "boundary", ""),
    ("parameters", single(b"Content-Type: text/plain" + b"; x=y" * 101 + b"\r\n"), "params", ""),
    (
        "type twice",
        single(b"Content-Type: text/plain\r\nContent-Type: multipart/mixed; boundary=b\r\n"),
        "ambiguous",
        "type",
    ),
    ("type half", single(b"Content-Type: multipart; boundary=b\r\n"), "ambiguous", "type"),
    ("no boundary", single(b"Content-Type: multipart/mixed\r\n"), "ambiguous", "boundary"),
    (
        "empty boundary",
        single(b'Content-Type: multipart/mixed; boundary=""\r\n'),
        "ambiguous",
        "boundary",
    ),
    (
        "two boundaries",
        mixed(TEXT, top=MIXED.replace(b'"b"', b"b; boundary=c")),
        "ambiguous",
        "boundary",
    ),
    (
        "boundary in pieces",
        mixed(TEXT, top=MIXED.replace(b'boundary="b"', b"boundary*0=b")),
        "ambiguous",
        "boundary",
    ),
    (
        "encoded boundary",
        mixed(TEXT, top=MIXED.replace(b'"b"', b'"=?utf-8?q?b?="')),
        "ambiguous",
        "boundary",
    ),
    (
        "boundary that ends by a blank",
        mixed(TEXT, top=MIXED.replace(b'"b"', b'"b "')),
        "ambiguous",
        "boundary",
    ),
    (
        "boundary with a blank unquoted",
        mixed(TEXT, top=MIXED.replace(b'"b"', b"b c")),
        "ambiguous",
        "boundary",
    ),
    (
        "boundary in a comment",
        mixed(TEXT, top=MIXED.replace(b"boundary", b"(; boundary=c;) boundary")),
        "ambiguous",
        "boundary",
    ),
    ("same boundary inside", mixed(INNER), "ambiguous", "boundary-twice"),
    (
        "same boundary in an embedded mail",
        mixed(b"Content-Type: message/rfc822\r\n\r\n" + INNER),
        "ambiguous",
        "boundary-twice",
    ),
    ("longer delimiter", mixed(TEXT + b"\r\n--bogus\r\n" + PDF), "ambiguous", "delimiter-prefix"),
    (
        "closing delimiter with more",
        mixed(TEXT) + b"--b--x\r\n" + PDF,
        "ambiguous",
        "delimiter-prefix",
    ),
    ("part after the end", mixed(TEXT) + b"--b\r\n" + PDF, "ambiguous", "after-close"),
    ("other part after the end", mixed(TEXT) + b"--other\r\n" + PDF, "ambiguous", "outside-parts"),
    ("much after the end", mixed(TEXT) + b"JVBERi0\r\n" * 200, "ambiguous", "outside-parts"),
    (
        "file before the first part",
        mixed(TEXT, top=MIXED + b"begin 644 a\r\n#86)C\r\n"),
        "ambiguous",
        "outside-parts",
    ),
    ("wrong delimiters", MIXED + b"--c\r\n" + PDF + b"\r\n--c--", "ambiguous", "no-parts"),
    ("delimiter in the header", MIXED[:-2] + b"--b\r\nX: y\r\n\r\nx", "ambiguous", "header-line"),
    ("bare line ends", mixed(TEXT, PDF).replace(b"\r\n", b"\n"), "line-ends", ""),
    ("one bare line end", mixed(TEXT, PDF + b"\n--b\n" + PDF), "line-ends", ""),
]


@pytest.mark.parametrize(
    ("raw", "code", "why"), [o[1:] for o in OPAQUE], ids=[o[0] for o in OPAQUE]
)
def test_opaque(raw: bytes, code: str, why: str) -> None:
    mail = parse(raw)
    assert mail.opaque == code
    assert mail.leaves == ()
    assert code in mail.unread
    assert not why or why in mail.defects
    assert mail.header("auto-submitted") == "no"
    assert mail.header("from") == "jo@client.example"
    assert words(mail)[0] == ("subject", "next week")


def test_words_of_an_opaque_mail_are_read() -> None:
    for raw in (
        TOP + DEEP + b"\r\nI want to die",
        mixed(INNER, TEXT.replace(b"hello", b"I want to die")),
    ):
        mail = parse(raw)
        assert mail.opaque
        assert any("I want to die" in text for kind, text in words(mail) if kind == "new")


def test_fields_below_a_huge_one_are_read() -> None:
    addresses = b",\r\n ".join(b"user%d@client.example" % n for n in range(20_000))
    mail = parse(b"To: " + addresses + b"\r\nList-Id: <x.example>\r\n\r\n")
    assert mail.header("list-id") == "<x.example>"
