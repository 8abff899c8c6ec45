"""Lines of a reply: short, and no number torn."""

import pytest

from gateway.core.wrap import flowed

FLOWED = [
    ("joined", "a\nb\n", "a b\n"),
    ("paragraphs", "a\n\n\n\nb", "a\n\nb\n"),
    ("ends", "\n\n a \n\n", "a\n"),
    ("items", "- one\ngoes on\n- two", "- one goes on\n- two\n"),
    ("an item over two indented lines", "- one\n  goes on\n", "- one goes on\n"),
    ("kept", "Name\n  Call 911\n  Text 988\nmore", "Name\n  Call 911\n  Text 988\nmore\n"),
    ("long word", "x" * 90 + " y", "x" * 90 + "\ny\n"),
    ("hanging", "- " + "word " * 16, "- " + " ".join(["word"] * 15) + "\n  word\n"),
    ("nothing", "", "\n"),
]


@pytest.mark.parametrize(("name", "text", "expected"), FLOWED, ids=[f[0] for f in FLOWED])
def test_flowed(name: str, text: str, expected: str) -> None:
    assert flowed(text) == expected


NUMBERS = ["0808 808 8000", "116 123", "+1 (416) 555-0142", "111 then 2", "811 or 1-844-259-1793"]


@pytest.mark.parametrize("number", NUMBERS)
def test_no_number_and_no_link_is_torn(number: str) -> None:
    link = "https://calder.example/" + "a" * 40
    for width in range(50, 80):
        text = flowed(f"{'x' * width} {number} {'y' * 20} {link}.")
        assert number in text
        assert link in text
