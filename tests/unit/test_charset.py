"""Charsets by allow-list, and encoded words."""

import codecs

import pytest

from gateway.core.charset import CODECS, codec_of, decode, decode_words

TEXTS = [  # name, bytes, label, text, sure
    ("ASCII", b"hello", "us-ascii", "hello", True),
    ("no label", "café".encode(), "", "café", True),
    ("no label, no UTF-8", b"caf\xe9", "", "café", False),
    ("UTF-8", "café".encode(), "UTF-8", "café", True),
    ("UTF-8 with a mark", b"\xef\xbb\xbfhi", "utf-8", "hi", True),
    ("UTF-8 in fact Western", b"caf\xe9 d\xe9j\xe0", "utf-8", "café déjà", False),
    ("UTF-8 with one broken byte", "é".encode() * 9 + b"\xff", "utf-8", "é" * 9 + "\ufffd", False),
    ("Latin-1 with Windows quotes", b"\x93hi\x94", "ISO-8859-1", "“hi”", True),
    ("Latin-1 in fact UTF-8", "café".encode(), "iso-8859-1", "café", True),
    ("Western", b"\x80", "windows-1252", "€", True),
    ("Cyrillic", "привет".encode("koi8-r"), "KOI8-R", "привет", True),
    ("Japanese", "助けて".encode("iso2022_jp"), "ISO-2022-JP", "助けて", True),
    ("Japanese, other", "助けて".encode("cp932"), "Shift_JIS", "助けて", True),
    ("Chinese", "你好".encode("gbk"), "gb2312", "你好", True),
    ("UTF-16", "help".encode("utf-16"), "utf-16", "help", True),
    ("UTF-16 without label", "help".encode("utf-16"), "", "help", True),
    ("UTF-16 label on ASCII", b"help me now!", "utf-16le", "help me now!", True),
    ("UTF-7", b"+AGgAZQBsAHA-", "utf-7", "help", True),
    ("EBCDIC", "help".encode("cp037"), "IBM037", "help", True),
    ("unknown label, ASCII", b"help", "x-nobody-knows", "help", True),
    ("unknown label, UTF-8", "café".encode(), "x-nobody-knows", "café", True),
    ("unknown label", b"caf\xe9", "x-nobody-knows", "café", False),
    ("label with quotes", b"caf\xe9", "'iso-8859-15'", "café", True),
    ("empty", b"", "utf-16", "", True),
]
TRAPS = (
    "rot13",
    "rot_13",
    "zlib_codec",
    "zlib",
    "bz2",
    "hex",
    "base64",
    "uu",
    "quopri",
    "undefined",
)
TRAPS += (
    "unicode_escape",
    "raw_unicode_escape",
    "idna",
    "punycode",
    "mbcs",
    "oem",
    "x" * 10_000,
    "",
)
WORDS = [  # name, value, decoded
    ("none", "plain words", "plain words"),
    ("Q", "=?utf-8?Q?caf=C3=A9_au_lait?=", "café au lait"),
    ("B", "=?UTF-8?B?Y2Fmw6k=?=", "café"),
    ("among words", "a =?utf-8?q?b?= c", "a b c"),
    ("neighbours lose the blank", "=?utf-8?q?a?= =?utf-8?q?b?=", "ab"),
    ("a letter over two words", "=?utf-8?b?ww==?= =?utf-8?b?qQ==?=", "é"),
    ("two charsets", "=?utf-8?q?=C3=A9?= =?iso-8859-1?q?=E9?=", "éé"),
    ("language", "=?utf-8*fr?q?caf=C3=A9?=", "café"),
    ("unknown charset", "=?rot13?q?abc?=", "abc"),
    ("broken base64", "=?utf-8?b?Y2Fm*w6k?=", "café"),
    ("unfinished", "=?utf-8?q?abc", "=?utf-8?q?abc"),
    ("empty", "=?utf-8?q??=", ""),
]
NAMES = [  # an address field: a name must not become an address
    ("a plain name", "=?utf-8?q?Jo?= <jo@a.example>", "Jo <jo@a.example>"),
    (
        "an address for a name",
        "=?utf-8?q?x=40b=2Eexample?= <jo@a.example>",
        '"x@b.example" <jo@a.example>',
    ),
    ("a comma", "=?utf-8?q?Doe,_Jo?= <jo@a.example>", '"Doe, Jo" <jo@a.example>'),
    ("quotes", "=?utf-8?q?=22=3C?= <jo@a.example>", '"\\"<" <jo@a.example>'),
    ("inside of quotes", '"=?utf-8?q?Doe,_Jo?=" <jo@a.example>', '"Doe, Jo" <jo@a.example>'),
]


@pytest.mark.parametrize(
    ("data", "label", "text", "sure"), [t[1:] for t in TEXTS], ids=[t[0] for t in TEXTS]
)
def test_decode(data: bytes, label: str, text: str, sure: bool) -> None:
    assert decode(data, label) == (text, sure)


@pytest.mark.parametrize("label", TRAPS, ids=lambda label: label[:20])
def test_what_is_no_charset_is_never_looked_up(label: str) -> None:
    assert codec_of(label) == ""
    assert decode(b"nop \\x41 xn--caf-dma", label)[0] == "nop \\x41 xn--caf-dma"


def test_all_codecs_are_there_and_make_text() -> None:
    for codec in set(CODECS.values()):
        assert codecs.lookup(codec).name
        assert isinstance(b"\xff\xfe\0abc".decode(codec, "replace"), str)


@pytest.mark.parametrize(("value", "text"), [w[1:] for w in WORDS], ids=[w[0] for w in WORDS])
def test_encoded_words(value: str, text: str) -> None:
    assert decode_words(value) == text


@pytest.mark.parametrize(("value", "text"), [n[1:] for n in NAMES], ids=[n[0] for n in NAMES])
def test_encoded_names(value: str, text: str) -> None:
    assert decode_words(value, quoting=True) == text
