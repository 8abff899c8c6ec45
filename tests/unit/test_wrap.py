"""Lines of a reply: short, and no number torn."""

import pytest

from gateway.core.wrap import Block, blocks, flowed, isolate, numbers_in

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
    ("a long word in an item", "- " + "x" * 90, "- " + "x" * 90 + "\n"),
    ("no line begins as an item", f"{'x' * 73} - y", f"{'x' * 73} -\ny\n"),
    ("held together", f"{'x' * 70} March\u00a03", f"{'x' * 70}\nMarch 3\n"),
    ("French signs", f"{'x' * 70} danger ? Oui", f"{'x' * 70}\ndanger ? Oui\n"),
    ("French quotes", f"{'x' * 68} « été » :", f"{'x' * 68}\n« été » :\n"),
    ("an empty item", "a\n- ", "a -\n"),
]


@pytest.mark.parametrize(("name", "text", "expected"), FLOWED, ids=[f[0] for f in FLOWED])
def test_flowed(name: str, text: str, expected: str) -> None:
    assert flowed(text) == expected


NUMBERS = ["0808 808 8000", "116 123", "+1 (416) 555-0142", "1-844-259-1793"]


@pytest.mark.parametrize("number", NUMBERS)
def test_no_number_and_no_link_is_torn(number: str) -> None:
    link = "https://calder.example/" + "a" * 40
    for width in range(50, 80):
        text = flowed(f"{'x' * width} {number} {'y' * 20} {link}.")
        assert number in text
        assert link in text


BLOCKS = [
    ("", ()),
    ("a\nb\n\nc", (Block("paragraph", "a b"), Block("paragraph", "c", apart=True))),
    ("- a\n  b\n- c", (Block("item", "a b"), Block("item", "c"))),
    (
        "Name\n  Call 988\n  Text 988",
        (Block("paragraph", "Name"), Block("line", "  Call 988"), Block("line", "  Text 988")),
    ),
    ("\n\n  Call  988 \n\n- a", (Block("line", "  Call  988"), Block("item", "a", apart=True))),
    ("a\u00a0b \u00a0 c", (Block("paragraph", "a\u00a0b c"),)),
    ("a\x00b", (Block("paragraph", "a b"),)),
]


@pytest.mark.parametrize(("text", "expected"), BLOCKS, ids=[ascii(b[0]) for b in BLOCKS])
def test_blocks(text: str, expected: tuple[Block, ...]) -> None:
    assert blocks(text) == expected


ISOLATED = [
    ("חייגו 1201", "חייגו \u20661201\u2069"),
    ("חייגו ל-1201.", "חייגו ל-\u20661201\u2069."),
    ("اتصل +972 3 555 0123", "اتصل \u2066+972 3 555 0123\u2069"),
    ("Call 1201", "Call 1201"),
    ("é 1201", "é 1201"),
    ("קו\n  1201", "קו\n  \u20661201\u2069"),
    ("קו\n\n  1201", "קו\n\n  \u20661201\u2069"),
    ("קו\n\nCall 1201\n\n1201", "קו\n\nCall 1201\n\n1201"),
    ("קו 12012", "קו 12012"),
    ("קו https://a.example/1201", "קו https://a.example/1201"),
]


@pytest.mark.parametrize(("text", "expected"), ISOLATED)
def test_isolate(text: str, expected: str) -> None:
    shown = ("1201", "+972 3 555 0123", "")
    assert isolate(text, shown) == expected
    assert isolate(expected, shown) == expected


def test_no_numbers_are_nowhere() -> None:
    assert not list(numbers_in("Call 988", ()))
    assert [found[0] for found in numbers_in("988 or 988", ("988",))] == ["988", "988"]
