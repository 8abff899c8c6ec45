"""Names, subjects and texts on the wire: what a mail program reads is what was meant."""

import quopri
import re

import pytest

from gateway.core.wire import encoded_text, header_line, phrase, printable_text
from tests.unit.our_mail import read, reply

NAMES = [
    ("I. Calder", '"I. Calder"'),
    ("Iris Calder", "Iris Calder"),
    ("Calder, Iris", '"Calder, Iris"'),
    ('Iris "Ira" C\\', '"Iris \\"Ira\\" C\\\\"'),
    ("Zoë", "=?utf-8?B?Wm/Dqw==?="),
    ("=?utf-8?Q?x?=", "=?utf-8?B?PT91dGYtOD9RP3g/PQ==?="),
]


@pytest.mark.parametrize(("name", "shown"), NAMES)
def test_display_names(name: str, shown: str) -> None:
    assert phrase(name) == shown
    raw = reply(name=name)
    assert read(raw)["From"].addresses[0].display_name == name


def test_encoded_words_are_short_and_whole() -> None:
    subject = "Réponse automatique – " * 6 + "🙂" * 20
    words = encoded_text(subject).split("\r\n ")
    assert all(len(word) <= 60 for word in words)
    for word in words:
        assert read(f"Subject: {word}\r\n\r\n".encode())["Subject"] in subject
    raw = reply(subject=subject)
    assert read(raw)["Subject"] == subject
    assert max(map(len, raw.split(b"\r\n"))) <= 76


def test_a_line_too_long_for_mail_is_refused() -> None:
    with pytest.raises(ValueError, match="longer than a line"):
        header_line("X", "a" * 1000)


BODIES = [
    ("ASCII", "Call 911\n", "7bit"),
    ("a letter beyond ASCII", "Zoë: call 911\n", "quoted-printable"),
    ("a long line", "x" * 999 + "\n", "quoted-printable"),
    ("a control", "a\x07b\n", "quoted-printable"),
]


@pytest.mark.parametrize(("name", "body", "encoding"), BODIES, ids=[b[0] for b in BODIES])
def test_bodies_come_back_as_they_were(name: str, body: str, encoding: str) -> None:
    raw = reply(body=body)
    got = read(raw)
    assert got["Content-Transfer-Encoding"] == encoding
    assert got.get_content().replace("\r\n", "\n") == body
    assert raw.isascii()
    assert max(map(len, raw.split(b"\r\n"))) <= 998


@pytest.mark.parametrize("line", ["x" * n + " " for n in range(70, 80)])
def test_a_space_at_the_end_of_a_full_row(line: str) -> None:
    wire = printable_text([line])
    assert all(len(row) <= 76 for row in wire.split("\r\n"))
    assert quopri.decodestring(wire.encode()).decode("utf-8") == line


ONE_WORD = [
    "電話番号は0120-000-111です",
    "ל-1201/+972 3 555 0123/",
    "(é)*4141(é)",
    "\u2066116 123\u2069",
]


@pytest.mark.parametrize("word", ONE_WORD)
def test_no_soft_break_inside_a_number_in_a_long_word(word: str) -> None:
    """Where no space stands for long, as in Japanese, a row ends between letters."""
    number = re.search(r"[+*]?\d[\d -]*\d", word)
    assert number
    wire = printable_text([word * 9])
    assert sum(row.count(number[0]) for row in wire.split("\r\n")) == 9
    assert quopri.decodestring(wire.encode()).decode("utf-8") == word * 9


@pytest.mark.parametrize("number", ["0808 808 8000", "1-866-277-3553", "+1 (416) 555-0142"])
def test_no_soft_break_inside_a_number(number: str) -> None:
    for width in range(80):
        line = f"{'é' * (width // 3)}{'x' * (width % 3)} {number} é"
        wire = printable_text([line])
        assert number in wire
        assert all(len(row) <= 76 for row in wire.split("\r\n"))
        assert quopri.decodestring(wire.encode()).decode("utf-8") == line


ENDS = ["ends with space ", "é ends with space ", " ", "", "=", "a=\tb", "é" * 200, "x" * 75 + "é"]


@pytest.mark.parametrize("line", ENDS)
def test_quoted_printable_of_odd_lines(line: str) -> None:
    wire = printable_text([line, line])
    assert quopri.decodestring(wire.encode()).decode("utf-8") == f"{line}\r\n{line}"
    assert not any(row.endswith((" ", "\t")) for row in wire.split("\r\n"))
