"""The header block and the words of a mail."""

import base64
from binascii import b2a_qp

import pytest

from gateway.core.parse import parse
from tests.unit.mails import MIXED, P7M, PDF, SIGNED, TEXT, cms, mixed, single, words

VALUES = [  # name, field as it came, value
    ("folded", b"Subject: a\r\n b\r\n\tc\r\n", "a b c"),
    ("encoded", b"Subject: =?utf-8?q?caf=C3=A9?=\r\n", "café"),
    ("line ends inside", b"Subject: =?utf-8?q?a=0D=0AX:_b?=\r\n", "a  X: b"),
    ("NUL and escape", b"Subject: a\0b\x1b[31mc\r\n", "a b [31mc"),
    ("turned direction", b"Subject: =?utf-8?b?4oCuYWJj?=\r\n", "abc"),
    ("unencoded UTF-8", "Subject: café\r\n".encode(), "café"),
    ("unencoded Latin-1", b"Subject: caf\xe9\r\n", "café"),
    ("blank before the colon", b"Subject : a\r\n", "a"),
    ("capitals", b"SUBJECT:a\r\n", "a"),
    ("empty", b"Subject:\r\n", ""),
    ("blank fold", b"Subject: a\r\n \r\n b\r\n", "a  b"),
]


@pytest.mark.parametrize(("field", "value"), [v[1:] for v in VALUES], ids=[v[0] for v in VALUES])
def test_a_value_is_one_harmless_line(field: bytes, value: str) -> None:
    mail = parse(b"X-First: 1\r\n" + field + b"X-Last: 2\r\n\r\nbody")
    assert mail.header("SUBJECT") == value
    assert [f.name for f in mail.fields] == ["x-first", "subject", "x-last"]
    assert [mail.fields[1].start, mail.fields[1].end] == [12, 12 + len(field)]


def test_an_encoded_name_does_not_become_an_address() -> None:
    mail = parse(b"From: =?utf-8?q?dr=40practice=2Eexample=2C?= <jo@client.example>\r\n\r\n")
    assert mail.header("from") == '"dr@practice.example," <jo@client.example>'


def test_identifiers_are_not_decoded() -> None:
    mail = parse(b"Message-ID: <=?utf-8?q?a?=@x.example>\r\n\r\n")
    assert mail.header("message-id") == "<=?utf-8?q?a?=@x.example>"


HEADS = [  # name, raw, names of fields, body
    ("empty", b"", [], b""),
    ("no header", b"\r\nbody", [], b"body"),
    ("no body", b"A: 1\r\n\r\n", ["a"], b""),
    ("no end", b"A: 1\r\nB: 2", ["a", "b"], b""),
    ("mailbox line", b"From jo Mon Mar  2\r\nA: 1\r\n\r\nbody", ["a"], b"body"),
    ("a line that is none", b"A: 1\r\nnonsense\r\nB: 2\r\n\r\nbody", ["a", "b"], b"body"),
    ("body without an empty line", b"A: 1\r\nhello there\r\nmore", ["a"], b"hello there\r\nmore"),
]


@pytest.mark.parametrize(
    ("raw", "names", "body"), [h[1:] for h in HEADS], ids=[h[0] for h in HEADS]
)
def test_header_block(raw: bytes, names: list[str], body: bytes) -> None:
    mail = parse(raw)
    assert [f.name for f in mail.fields] == names
    assert raw[mail.body_start :] == body


def test_words_in_the_header_block_are_read() -> None:
    mail = parse(b"Subject: s\r\nI need help\r\nTo: dr@p.example\r\n\r\nbody\r\n")
    assert ("new", "I need help") in words(mail)


IMAGE = b"Content-Type: image/jpeg\r\n\r\nx"
UNREAD = [  # name, raw, codes
    ("words", single(b""), ()),
    ("words and an image", mixed(TEXT, IMAGE), ()),
    ("only an image", mixed(IMAGE), ("image",)),
    ("an image and a telephone's line", mixed(b"\r\nSent from my iPhone", IMAGE), ("image",)),
    ("only a file", mixed(PDF), ("document",)),
    ("voice", mixed(TEXT, b"Content-Type: audio/mp4\r\n\r\nx"), ("audio",)),
    (
        "unknown letters",
        single(b"Content-Type: text/plain; charset=x-none\r\n", b"caf\xe9"),
        ("charset",),
    ),
    ("too long", single(b"", b"word \r\n" * 60_000), ("too-large",)),
    ("signed blob", single(P7M, cms(SIGNED)), ("signed",)),
]


@pytest.mark.parametrize(("raw", "codes"), [u[1:] for u in UNREAD], ids=[u[0] for u in UNREAD])
def test_unread(raw: bytes, codes: tuple[str, ...]) -> None:
    assert parse(raw).unread == codes


# ---- words

HELP = "please help me, I am not safe. très mal"
ENCODED = [  # name, Content-Type, Content-Transfer-Encoding, body
    ("8bit", "text/plain; charset=utf-8", "8bit", HELP.encode()),
    (
        "base64",
        "text/plain; charset=utf-8",
        "base64",
        base64.encodebytes(HELP.encode()).replace(b"\n", b"\r\n"),
    ),
    (
        "quoted-printable",
        "text/plain; charset=utf-8",
        "quoted-printable",
        b2a_qp(HELP.encode()).replace(b"\n", b"\r\n"),
    ),
    ("Latin-1", "text/plain; charset=iso-8859-1", "8bit", HELP.encode("latin-1")),
    ("UTF-16", "text/plain; charset=utf-16", "base64", base64.b64encode(HELP.encode("utf-16"))),
    ("UTF-7", "text/plain; charset=utf-7", "7bit", HELP.encode("utf-7")),
    ("UTF-8 called ASCII", "text/plain; charset=us-ascii", "8bit", HELP.encode()),
    ("no charset", "text/plain", "8bit", HELP.encode()),
    ("HTML", "text/html; charset=utf-8", "8bit", f"<p>{HELP}</p>".encode()),
    ("entities", "text/html", "7bit", "".join(f"&#{ord(c)};" for c in HELP).encode()),
    (
        "split by tags",
        "text/html; charset=utf-8",
        "8bit",
        "".join(f"<b>{c}</b>" for c in HELP).encode(),
    ),
    (
        "charset in the HTML",
        "text/html",
        "8bit",
        b"<meta charset=iso-8859-1>" + HELP.encode("latin-1"),
    ),
    (
        "HTML under quoted-printable",
        "text/html; charset=utf-8",
        "quoted-printable",
        b2a_qp(HELP.encode()),
    ),
    ("enriched", "text/enriched; charset=utf-8", "8bit", HELP.encode()),
    ("broken type", "text-plain; charset=utf-8", "8bit", HELP.encode()),
    ("unknown encoding", "text/plain; charset=utf-8", "8bits please", HELP.encode()),
]


@pytest.mark.parametrize(
    ("kind", "encoding", "body"), [e[1:] for e in ENCODED], ids=[e[0] for e in ENCODED]
)
def test_the_same_words_in_each_coat(kind: str, encoding: str, body: bytes) -> None:
    fields = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n".encode()
    whole, part = single(fields, body), mixed(TEXT, fields + b"\r\n" + body)
    assert words(parse(whole)) == [("subject", "next week"), ("new", HELP)]
    assert words(parse(part))[2] == ("new", HELP)


def alternative(plain: bytes, html: bytes) -> bytes:
    parts = b"\r\n" + plain, b"Content-Type: text/html; charset=utf-8\r\n\r\n" + html
    return mixed(*parts, top=MIXED.replace(b"mixed", b"alternative"))


ALTERNATIVES = [  # name, plain, HTML, new words
    (
        "alike",
        b"hello there\r\nall is well",
        b"<p>hello there</p><p>all is <b>well</b></p>",
        ["hello there\nall is well"],
    ),
    (
        "wrapped otherwise",
        b"one two three\r\nfour five",
        b"<p>one two three four five</p>",
        ["one two three\nfour five"],
    ),
    (
        "more in HTML",
        b"see you",
        b"<p>see you</p><p>or not, I want to die</p>",
        ["see you", "or not, I want to die"],
    ),
    ("one word more", b"I am fine", b"<p>I am fine</p><p>goodbye</p>", ["I am fine", "goodbye"]),
    ("plain says nothing", b"", b"<p>I want to die</p>", ["I want to die"]),
    (
        "quoted there, new here",
        b"ok\r\n> I want to die",
        b"<p>ok</p><p>I want to die</p>",
        ["ok", "I want to die"],
    ),
]


@pytest.mark.parametrize(
    ("plain", "html", "new"), [a[1:] for a in ALTERNATIVES], ids=[a[0] for a in ALTERNATIVES]
)
def test_alternatives(plain: bytes, html: bytes, new: list[str]) -> None:
    mail = parse(alternative(plain, html))
    assert [text for kind, text in words(mail) if kind == "new"] == new


def test_kinds_of_words() -> None:
    note = b"Content-Type: text/plain; name=diary.txt\r\n\r\nfrom my diary"
    inner = b"Content-Type: message/rfc822\r\n\r\nSubject: older\r\n\r\nan older mail"
    mail = parse(mixed(b"\r\nnew words\r\n> old words\r\n-- \r\nJo", note, inner))
    assert words(mail) == [
        ("subject", "next week"),
        ("new", "new words"),
        ("quote", "> old words"),
        ("signature", "-- \nJo"),
        ("attachment", "from my diary"),
        ("forwarded", "older"),
        ("forwarded", "an older mail"),
    ]
