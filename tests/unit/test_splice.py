"""Bytes in and out of a message, exactly."""

import base64

import pytest

from gateway.core.mail import Leaf
from gateway.core.splice import encode_base64, leaf_body, prepend_fields, replace_ranges

RAW = b"0123456789"
EDITS = [  # name, edits, result
    ("none", [], RAW),
    ("one", [(2, 4, b"xyz")], b"01xyz456789"),
    ("in any order", [(8, 9, b"B"), (0, 1, b"A")], b"A1234567B9"),
    ("neighbours", [(2, 4, b"a"), (4, 6, b"b")], b"01ab6789"),
    ("inserted", [(5, 5, b"-")], b"01234-56789"),
    ("cut out", [(0, 10, b"")], b""),
    ("at the end", [(10, 10, b"!")], b"0123456789!"),
]
WRONG = [
    ("overlap", [(0, 5, b""), (4, 6, b"")]),
    ("outside", [(5, 11, b"")]),
    ("backwards", [(5, 4, b"")]),
    ("negative", [(-1, 4, b"")]),
]
BODIES = [  # name, encoding, body, content
    ("as it is", "7bit", b"a=3D\r\n", b"a=3D\r\n"),
    ("unknown encoding", "x-uuencode", b"begin 644 a", b"begin 644 a"),
    ("base64", "base64", b"aGVs\r\nbG8=\r\n", b"hello"),
    ("padding missing", "base64", b"aGVsbG8", b"hello"),
    ("strange letters", "base64", b"aG!V\0s-bG8=", b"hello"),
    ("two pieces", "base64", b"aGVs\r\nbG8=\r\naGVsbG8=", b"hellohello"),
    ("six bits too many", "base64", b"aGVsbG8=\r\nQ", b"hello"),
    ("only padding", "base64", b"====", b""),
    ("no base64", "base64", b"", b""),
    (
        "quoted-printable",
        "quoted-printable",
        b"caf=C3=A9 =\r\nau lait\r\n",
        "café au lait\r\n".encode(),
    ),
    ("soft break with blanks", "quoted-printable", b"one =  \t\r\nword", b"one word"),
    ("broken escapes", "quoted-printable", b"a=ZZ b=4", b"a=ZZ b=4"),
    ("lower case escapes", "quoted-printable", b"=c3=a9", "é".encode()),
]


@pytest.mark.parametrize(("edits", "result"), [e[1:] for e in EDITS], ids=[e[0] for e in EDITS])
def test_replace_ranges(edits: list[tuple[int, int, bytes]], result: bytes) -> None:
    assert replace_ranges(RAW, edits) == result


@pytest.mark.parametrize("edits", [w[1] for w in WRONG], ids=[w[0] for w in WRONG])
def test_what_cannot_be_replaced(edits: list[tuple[int, int, bytes]]) -> None:
    with pytest.raises(ValueError, match="overlap or lie outside"):
        replace_ranges(RAW, edits)


def test_fields_go_on_top() -> None:
    assert prepend_fields(b"A: 1\r\n\r\nx", b"B: 2\r\n") == b"B: 2\r\nA: 1\r\n\r\nx"


@pytest.mark.parametrize(
    ("encoding", "body", "content"), [b[1:] for b in BODIES], ids=[b[0] for b in BODIES]
)
def test_leaf_body(encoding: str, body: bytes, content: bytes) -> None:
    leaf = Leaf(
        head_start=0,
        head_end=0,
        body_start=3,
        body_end=3 + len(body),
        media_type="application/pdf",
        encoding=encoding,
        is_attachment=True,
    )
    assert leaf_body(b"...", leaf) == b""
    assert leaf_body(b"..." + body + b"\r\n--next", leaf) == content


@pytest.mark.parametrize("size", [0, 1, 2, 56, 57, 58, 114, 5_000])
def test_base64_lines(size: int) -> None:
    data = bytes(range(256)) * 20
    encoded = encode_base64(data[:size])
    lines = encoded.split(b"\r\n")
    assert base64.b64decode(encoded, validate=False) == data[:size]
    assert not encoded.endswith(b"\n")
    assert all(len(line) == 76 for line in lines[:-1])
    assert len(lines[-1]) <= 76
