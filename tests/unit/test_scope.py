"""What lowers a hit, and what only looks as if it did: one sentence, one answer."""

import pytest

from gateway.core.mail import Segment
from gateway.core.scope import scope_of, speaks_of_writer
from gateway.core.windows import Reading, read

HIT = b"kill myself"
CASES = [
    ("plain", "I want to kill myself", ""),
    ("denied", "I do not want to kill myself", "denied"),
    ("denied by never", "I would never kill myself", "denied"),
    ("denied after", "To kill myself is not something I think of", "denied"),
    ("twice denied", "It is not that I would never kill myself", ""),
    ("no denial: cannot stop", "I can't stop wanting to kill myself", ""),
    ("no denial: only", "I not only want to kill myself", ""),
    ("no denial: no promise", "I can't promise I won't kill myself", ""),
    ("no denial: not a day", "Not a day goes by without wanting to kill myself", ""),
    ("no denial: never so much", "I never wanted to kill myself so much", ""),
    ("contrast ends it", "I am not sad, but I want to kill myself", ""),
    ("far away", "I do not like the rain here in May and June and I want to kill myself", ""),
    ("past", "Eleven years ago I meant to kill myself", "past"),
    ("past age", "When I was sixteen I tried to kill myself", "past"),
    ("past and now", "When I was sixteen and now again I want to kill myself", ""),
    ("past beside present", "I used to be calm and I want to kill myself", ""),
    ("lately", "In the past week I tried to kill myself", ""),
    ("yesterday", "Yesterday I tried to kill myself", ""),
    ("supposed", "Whom do I call if I should ever try to kill myself", "supposed"),
    ("a condition", "If this goes on I'll kill myself", ""),
    ("form", "Automatic thought: kill myself (60%)", "exercise"),
    ("put into a form", "In the thought record I put kill myself", "exercise"),
    ("scale", "Urge to kill myself: 3/10", "exercise"),
    ("an urge", "I have this urge to kill myself", ""),
    ("thoughts, in prose", "I have bad thoughts, I want to kill myself", ""),
    ("plan fails", "My safety plan does not work and I want to kill myself", ""),
    ("fr denied", "je ne veux pas kill myself", "denied"),
    ("es past", "hace diez anos intente kill myself", "past"),
]


def _read(text: str) -> Reading:
    return read([Segment(kind="new", text=text)])


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_scope(name: str, text: str, expected: str) -> None:
    reading = _read(text)
    start = reading.words.index(HIT)
    assert scope_of(reading, start, start + len(HIT), "") == expected


def test_fiction_reaches_one_sentence_further_and_not_into_the_next_paragraph() -> None:
    hit = b"kills himself"
    for between, expected in ((" ", "fiction"), ("\n\n", "")):
        reading = _read(f"I read a novel.{between}The brother kills himself.")
        start = reading.words.index(hit)
        assert scope_of(reading, start, start + len(hit), "") == expected


def test_fiction_does_not_cover_the_writer() -> None:
    reading = _read("This film makes me want to kill myself")
    start = reading.words.index(HIT)
    assert scope_of(reading, start, start + len(HIT), "") == ""


@pytest.mark.parametrize(("keeps", "text"), [("n", CASES[1][1]), ("p", CASES[12][1])])
def test_a_row_may_keep_its_risk_in_a_scope(keeps: str, text: str) -> None:
    reading = _read(text)
    start = reading.words.index(HIT)
    assert scope_of(reading, start, start + len(HIT), "") != ""
    assert scope_of(reading, start, start + len(HIT), keeps) == ""


def test_a_denial_inside_the_hit_counts_unless_the_row_has_its_own() -> None:
    reading = _read("she goes without hurting my kids")
    start, end = 0, len(reading.words)
    assert scope_of(reading, start, end, "") == "denied"
    assert scope_of(reading, start, end, "d") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I want to kill myself", True),
        ("Whoever wants to kill myself and others: call the helpline", False),
        ("If you think of it, call 988 before you kill myself", False),
    ],
)
def test_a_pointer_to_help_is_not_the_writer(text: str, expected: bool) -> None:
    reading = _read(text)
    start = reading.words.index(HIT)
    assert speaks_of_writer(reading, start, start + len(HIT)) is expected
