"""H-18, A4-A7: a number reads the same on the wire, in both forms, whatever stands around it."""

import quopri
from datetime import UTC, datetime
from email import message_from_bytes
from email import policy as email_policy
from email.message import EmailMessage
from typing import Any

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.compose import reply_mail
from gateway.core.hypertext import Number, section, to_html, to_text
from gateway.core.mail import ParsedMail
from gateway.core.policy import Policy, Reply
from gateway.core.practice import Practice
from gateway.core.wire import printable_text
from gateway.core.wrap import blocks, flowed, isolate
from tests.unit.page import Page, barriers, digits, folded

POLICY = Policy(
    practice=Practice(
        name="Iris Calder", address="iris@calder.example", place="CA-ON", timezone="America/Toronto"
    ),
    reply=Reply(display_name="I. Calder"),
    recipients={"iris@calder.example": "iris@box.example"},
)
FORMS = (
    *("999 999 0 999", "9-999-999-9999", "*9999", "+999 9 999 9999", "99 99 99", "999"),
    *("(999) 999-9999", "999-9999", "+9 (999) 999-9999", "99.99.99.99.99", "99999", "#99#"),
)
KNOWN = ("0800 111 0 111", "1-866-277-3553", "*4141", "+972 3 555 0123", "13 11 14")
NUMBERS = st.sampled_from(KNOWN) | st.sampled_from(FORMS).flatmap(
    lambda form: st.lists(
        st.sampled_from("0123456789"), min_size=form.count("9"), max_size=form.count("9")
    ).map(lambda drawn: form.replace("9", "{}").format(*drawn))
)
SCRIPTS = {
    "en": "abcdefghijklmnopqrstuvwxyz",
    "fr": "aeiouàâçéèêëîïôùûœ",
    "he": "אבגדהוזחטיכלמנסעפצקרשת",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "ja": "いのちの電話番号相談窓口です",
}
# Japanese has no space, so that a sentence is one word, number and all.
AROUND = {"ja": ""}


@st.composite
def replies(draw: Any) -> tuple[str, str, str]:
    """(language, number, text with the number in prose, in an item and on its own line)."""
    language = draw(st.sampled_from(sorted(SCRIPTS)))
    word = st.text(alphabet=SCRIPTS[language], min_size=1, max_size=14)
    words = st.lists(word, min_size=1, max_size=14).map(" ".join)
    number, space = draw(NUMBERS), AROUND.get(language, " ")
    end = draw(st.sampled_from(("", ".", ",", ")", " !")))
    text = (
        f"{draw(words)}{space}{number}{end if end else space + draw(words)}\n\n"
        f"- {draw(words)}{space}{number}{space}{draw(words)}\n\n"
        f"{draw(words)}\n  {draw(word)} {number}\n"
    )
    return language, number, text


def mail(language: str, number: str, text: str) -> bytes:
    sections = (section(language, text, (Number(number),)),)
    return reply_mail(
        to="noa@berg.example",
        mail=ParsedMail(fields=(), body_start=0),
        policy=POLICY,
        subject="Automatic reply",
        body=to_text(sections),
        html=to_html(sections, title="Automatic reply"),
        languages=(language,),
        date=datetime(2026, 3, 3, 14, 30, tzinfo=UTC),
        message_id="<g.0123456789abcdef.0123456789abcdef01234567@calder.example>",
        boundary="b0123456789abcdef",
    )


def parts(raw: bytes) -> list[Any]:
    return list(message_from_bytes(raw, policy=email_policy.default).iter_parts())


@given(replies())
def test_numbers_are_whole_on_every_line_of_the_wire(reply: tuple[str, str, str]) -> None:
    _, number, text = reply
    raw = mail(*reply)
    _, plain, hyper, _ = raw.decode("ascii").split("--b0123456789abcdef")
    encoding = "7bit" if text.isascii() else "quoted-printable"
    for part in (plain, hyper):
        assert f"Content-Transfer-Encoding: {encoding}\r\n" in part
    assert sum(row.count(number) for row in plain.split("\r\n")) == 3
    assert sum(row.count(f">{number}</a>") for row in hyper.split("\r\n")) == 3
    assert sum(row.count(f'"{Number(number).uri}"') for row in hyper.split("\r\n")) == 3
    assert max(map(len, raw.split(b"\r\n"))) <= 78


@given(replies())
def test_numbers_come_back_from_every_encoding(reply: tuple[str, str, str]) -> None:
    """In what we send, and in what a server on the way makes of it."""
    _, number, _ = reply
    for part, kind in zip(parts(mail(*reply)), ("plain", "html"), strict=True):
        words = part.get_content()
        assert words.count(f">{number}</a>" if kind == "html" else number) == 3
        for encoding in ("base64", "quoted-printable"):
            again = EmailMessage()
            again.set_content(words, subtype=kind, cte=encoding)
            read = message_from_bytes(again.as_bytes(), policy=email_policy.default)
            assert read.get_content() == words.replace("\r\n", "\n")


@given(replies())
def test_text_and_html_say_the_same(reply: tuple[str, str, str]) -> None:
    _, number, _ = reply
    plain, hyper = (part.get_content() for part in parts(mail(*reply)))
    page = Page(hyper)
    assert page.text == folded(plain)
    assert barriers(hyper) == set()
    assert [(words, digits(href)) for href, words, _ in page.links] == [
        (number, digits(number))
    ] * 3


@given(replies())
def test_numbers_read_left_to_right_for_the_eye(reply: tuple[str, str, str]) -> None:
    """As a mail program sets the lines, when it takes the text's own direction."""
    language, number, _ = reply
    lines = parts(mail(*reply))[0].get_content().splitlines()
    base = "R" if language in ("he", "ar") else "L"
    assert sum(get_display(line, base_dir=base).count(number) for line in lines) == 3
    assert (base == "R") is any("\u2066" in line for line in lines)


@pytest.mark.parametrize(
    ("number", "misread"), [("0800 111 0 111", "111 0 111 0800"), ("+972 3 555 0123", "3 972+")]
)
def test_without_isolates_they_would_not(number: str, misread: str) -> None:
    line = f"חייגו {number} עכשיו"
    assert misread in get_display(line, base_dir="R")
    assert number in get_display(isolate(line, (number,)), base_dir="R")


ANY = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00\r"), max_size=300)
SHAPES = st.lists(
    st.sampled_from(("", "- ", "  ", "  - ", "-", " ")).flatmap(
        lambda start: (
            ANY | st.sampled_from(("Call 988", "https://a.example/?a=1&b=<2>", "<p>&amp;", "* * *"))
        ).map(lambda words: start + words)
    ),
    max_size=6,
).map("\n".join)


@given(SHAPES, st.sampled_from(("en", "he")))
def test_any_text_and_its_html_say_the_same(text: str, language: str) -> None:
    sections = (section(language, text, (Number("988"),)),)
    page = Page(to_html(sections, title="x"))
    assert page.text == folded(to_text(sections))
    assert not page.faults


@given(SHAPES)
def test_flowed_text_has_the_blocks_that_it_was_made_of(text: str) -> None:
    text = text.replace("\u00a0", " ")
    assert blocks(flowed(text)) == blocks(text)
    assert flowed(flowed(text)) == flowed(text)


@given(st.text(alphabet="é電 x1", max_size=200), NUMBERS)
def test_no_row_is_too_long_and_no_number_torn(around: str, number: str) -> None:
    wire = printable_text([f"{around}/{number}/{around} "])
    assert max(map(len, wire.split("\r\n"))) <= 76
    assert any(number in row for row in wire.split("\r\n"))
    assert quopri.decodestring(wire.encode()).decode("utf-8") == f"{around}/{number}/{around} "
