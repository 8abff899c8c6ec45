"""Sentences and where they stand."""

from gateway.core.mail import Segment
from gateway.core.windows import Reading, read


def _lines(reading: Reading) -> list[bytes]:
    return [reading.line(number) for number in range(len(reading.sentences))]


def test_sentences_paragraphs_and_segments() -> None:
    reading = read(
        [
            Segment(kind="subject", text="Hello there"),
            Segment(kind="new", text="One. Two?\nthree\n\nFour!"),
            Segment(kind="quote", text="> Five."),
        ]
    )
    assert _lines(reading) == [b"hello there", b"one", b"two", b"three", b"four", b"five"]
    assert [s.where for s in reading.sentences] == ["subject", "new", "new", "new", "new", "quote"]
    assert [s.paragraph for s in reading.sentences] == [1, 2, 2, 2, 3, 4]
    assert reading.has_own_words
    assert reading.previous(2) == b"one"
    assert reading.previous(4) == b""


def test_a_line_that_a_mail_program_wrapped_is_one_sentence() -> None:
    wrapped = "I have thought about all of this for a very long time\nand I am sure."
    short = "I am tired\nand I am sure."
    assert len(read([Segment(kind="new", text=wrapped)]).sentences) == 1
    assert len(read([Segment(kind="new", text=short)]).sentences) == 2


def test_around_stays_in_the_sentence_and_in_reach() -> None:
    reading = read([Segment(kind="new", text="Before. " + "so " * 300 + "hit after. Next.")])
    start = reading.words.index(b"hit")
    before, hit, after = reading.around(start, start + 3)
    assert (hit, after) == (b"hit", b" after")
    assert set(before.split()) <= {b"so", b"o"}
    assert len(before) <= 240


def test_excerpt_is_as_written_and_short() -> None:
    reading = read([Segment(kind="new", text="I'm  H\u00c9RE\t" + "very " * 100)])
    assert reading.excerpt(0).startswith("I'm H\u00c9RE very")
    assert len(reading.excerpt(0)) <= 160


def test_nothing_is_read_of_nothing() -> None:
    reading = read([])
    assert (reading.words, reading.sentences) == (b"", ())
    assert not reading.has_own_words
