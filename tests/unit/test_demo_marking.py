"""Words that a rule spoke on are marked; no word is lost or made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.assessment import Evidence, Risk
from gateway.core.mail import Segment
from gateway.demo.marking import flowing, passages

LONG = "a line that was wrapped by a mail program because it is long"
FLOWING = [  # name, as sent, as shown
    ("wrapped", f"{LONG}\nand goes on", f"{LONG} and goes on"),
    ("short lines stay", "Dear Dana,\nhello", "Dear Dana,\nhello"),
    ("a list stays", f"{LONG}:\n- one\n- two", f"{LONG}:\n- one\n- two"),
    ("a wrapped item", f"- {LONG}\n  and on", f"- {LONG} and on"),
    ("indented lines stay", "Numbers\n  one\n  two", "Numbers\n  one\n  two"),
    ("paragraphs stay", f"{LONG}\n\nnext", f"{LONG}\n\nnext"),
    ("empty lines", "one\n\n \n\xa0\n\ntwo", "one\n\ntwo"),
    ("indented after an empty line", "Numbers\n \n  one\n  two", "Numbers\n\n  one\n  two"),
    ("CRLF", "one\r\ntwo\r\n", "one\ntwo"),
    ("shows nothing", "ki\u200bll", "kill"),
    ("nothing", " \r\n ", ""),
]


@pytest.mark.parametrize(("sent", "shown"), [c[1:] for c in FLOWING], ids=[c[0] for c in FLOWING])
def test_flowing(sent: str, shown: str):
    assert flowing(sent) == shown


def evidence(excerpt: str, *, about: str = "booking", where: str = "new", risk=Risk.NONE):
    return Evidence(about=about, rule=f"{about}.r", where=where, risk=risk, excerpt=excerpt)


def marks(text: str, *found: Evidence, kind: str = "new"):
    (passage,) = passages([Segment(kind=kind, text=text)], found)
    return [(p.text, p.about, p.risk) for p in passage.pieces if p.about]


def test_found_over_a_line_end():
    text = f"{LONG} May\nI book? Yes."
    assert marks(text, evidence("May I book?")) == [("May I book?", ("booking",), "none")]


def test_every_place_is_marked():
    assert len(marks("no. no. no.", evidence("no."))) == 3


def test_only_in_its_own_kind_of_segment():
    assert marks("book it", evidence("book it", where="quote")) == []
    assert marks("book it", evidence("book it", where="quote"), kind="quote")


def test_the_higher_risk_colours_what_both_speak_on():
    both = (
        evidence("I am fine. I am not."),
        evidence("I am not.", about="suicide", risk=Risk.URGENT),
    )
    assert marks("I am fine. I am not.", *both) == [
        ("I am fine. ", ("booking",), "none"),
        ("I am not.", ("booking", "suicide"), "urgent"),
    ]


def test_an_excerpt_that_was_cut_short():
    assert marks("one two three", evidence("one tw")) == [("one tw", ("booking",), "none")]


def test_names_of_attachments_and_empty_segments_are_not_shown():
    segments = [Segment(kind="attachment", text="a.pdf"), Segment(kind="quote", text=" \n")]
    assert passages(segments, ()) == ()


@given(st.text(max_size=200), st.lists(st.text(max_size=20), max_size=4))
def test_the_pieces_are_the_text(text: str, excerpts: list[str]):
    for passage in passages(
        [Segment(kind="new", text=text)], [evidence(excerpt) for excerpt in excerpts]
    ):
        assert "".join(piece.text for piece in passage.pieces) == flowing(text)
        assert all(piece.text for piece in passage.pieces)
