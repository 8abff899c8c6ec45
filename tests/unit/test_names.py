"""Parameters of Content-* fields, and names that are safe to show."""

import pytest

from gateway.core.names import file_name, parameters, safe_name

FIELDS = [  # name, value, word, parameters, unclear
    ("none", "text/plain", "text/plain", {}, set()),
    ("one", "text/plain; charset=utf-8", "text/plain", {"charset": "utf-8"}, set()),
    ("quoted", 'a/b; boundary="x;y=z"', "a/b", {"boundary": "x;y=z"}, set()),
    ("blanks, capitals", ' A/B ;  CharSet = "x" ', "a/b", {"charset": "x"}, set()),
    ("twice alike", "a/b; x=1; x=1", "a/b", {"x": "1"}, set()),
    ("twice", "a/b; x=1; x=2", "a/b", {"x": "1"}, {"x"}),
    ("comment", "a/b (c; d=e); x=1", "a/b", {"x": "1"}, {"d"}),
    ("nested comment", "a/b ((q)(r)); x=1", "a/b", {"x": "1"}, set()),
    ("comment with the same name", "a/b; (x=2;) x=1", "a/b", {"x": "1"}, {"x", "(x", ") x"}),
    ("escaped", r'a/b; x="a\"b"', "a/b", {"x": 'a"b'}, {"x"}),
    ("open quote", 'a/b; x="abc', "a/b", {"x": "abc"}, {"x"}),
    ("unquoted blank", "a/b; x=a b", "a/b", {"x": "a b"}, {"x"}),
    ("pieces", 'a/b; n*1="c"; n*0="ab"', "a/b", {"n": "abc"}, set()),
    ("charset", "a/b; n*=utf-8''caf%C3%A9", "a/b", {"n": "café"}, set()),
    (
        "charset in pieces",
        "a/b; n*0*=utf-8'fr'caf; n*1*=%C3%A9; n*2=%20",
        "a/b",
        {"n": "café%20"},
        set(),
    ),
    ("a piece is missing", "a/b; n*0=a; n*2=c", "a/b", {"n": "a"}, set()),
    ("a piece twice", "a/b; n*0=a; n*0=b", "a/b", {"n": "a"}, {"n"}),
    ("both forms", "a/b; n=x; n*=utf-8''y", "a/b", {"n": "y"}, {"n"}),
    ("no value", "a/b; x; =y; ;", "a/b", {}, set()),
    ("nothing", "", "", {}, set()),
]
SAFE = [  # name, given, safe
    ("plain", "homework week 3.docx", "homework week 3.docx"),
    ("path", "../../etc/passwd", "passwd"),
    ("Windows path", "C:\\Users\\jo\\plan.txt", "plan.txt"),
    ("dots", "..", ""),
    ("hidden", ".profile", "profile"),
    ("option", "-rf", "_-rf"),
    ("long option", "--output=x", "_--output=x"),
    ("device", "con.txt", "_con.txt"),
    ("device with number", "LPT1", "_LPT1"),
    ("no device", "console.txt", "console.txt"),
    ("stream", "a.txt:b", "a.txt_b"),
    ("NUL and line ends", "a\0b\r\nc.txt", "a b c.txt"),
    ("turned direction", "cv\u202efdp.exe", "cvfdp.exe"),
    ("parts of letters", "cafe\u0301.txt", "café.txt"),
    ("blanks and dots around", " . a . ", "a"),
    ("other letters", "домашнее задание.pdf", "домашнее задание.pdf"),
    ("nothing", "", ""),
]
AGREE = [  # name, Content-Disposition, Content-Type, name, agree
    ("both", "attachment; filename=a.pdf", "a/b; name=a.pdf", "a.pdf", True),
    ("they differ", "attachment; filename=a.pdf", "a/b; name=b.exe", "a.pdf", False),
    ("only the type", "attachment", "a/b; name=b.pdf", "b.pdf", True),
    ("RFC 2231 first", "attachment; filename=x; filename*=utf-8''y", "a/b", "y", False),
    ("RFC 2047", "attachment; filename==?utf-8?q?caf=C3=A9=2Epdf?=", "a/b", "café.pdf", True),
    ("a path differs not", "attachment; filename=/tmp/a.pdf", "a/b; name=a.pdf", "a.pdf", True),
    ("parentheses", "attachment; filename=notes (1).pdf", "a/b", "notes (1).pdf", True),
    ("none", "inline", "a/b", "", True),
]


@pytest.mark.parametrize(
    ("value", "word", "found", "unclear"), [f[1:] for f in FIELDS], ids=[f[0] for f in FIELDS]
)
def test_parameters(value: str, word: str, found: dict[str, str], unclear: set[str]) -> None:
    got = parameters(value)
    assert got.word == word
    assert {name: got.get(name) for name in (*got.plain, *got.extended)} == found
    assert got.unclear == unclear


def test_too_many_parameters() -> None:
    assert not parameters("a/b" + "; x=1" * 100).over
    assert parameters("a/b" + "; x=1" * 101).over


@pytest.mark.parametrize(("given", "safe"), [s[1:] for s in SAFE], ids=[s[0] for s in SAFE])
def test_safe_name(given: str, safe: str) -> None:
    assert safe_name(given) == safe


@pytest.mark.parametrize(
    "name", ["é" * 300 + ".pdf", "x" * 500, "-" + "y" * 400 + ".docx", "." * 300]
)
def test_long_names_keep_their_suffix(name: str) -> None:
    safe = safe_name(name)
    assert len(safe.encode()) <= 200
    assert safe.endswith(name[-4:].strip("."))


@pytest.mark.parametrize(
    ("disposition", "kind", "name", "agree"), [a[1:] for a in AGREE], ids=[a[0] for a in AGREE]
)
def test_file_name(disposition: str, kind: str, name: str, agree: bool) -> None:
    assert file_name(parameters(disposition), parameters(kind)) == (name, agree)
