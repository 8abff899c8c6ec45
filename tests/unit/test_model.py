"""The model's sums, windows and file; a model of two heads is enough to see them."""

import json
import zlib
from math import log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.mail import Segment
from gateway.core.model import (
    LANE,
    LANE_BYTES,
    MOST_UNITS,
    MOST_WORDS,
    Model,
    features,
    parse_model,
    spans,
    units_of,
)
from gateway.core.windows import read
from gateway.plugins import detectors, model

HEADS = ("danger", "reason.booking")
COEFFICIENTS = {
    b"rope": (400, 0),
    b"no future": (300, -20),
    b"tuesday": (-50, 350),
    b"free": (0, 100),
}


def packed(*steps: int) -> int:
    return sum(step << (LANE * lane) for lane, step in enumerate(steps))


SMALL = Model(
    heads=HEADS,
    intercepts=(-2.0, -1.0),
    choices=(-0.5, 0.0),
    free=(3, 1),
    step=0.01,
    limits={"danger": 0.0},
    trust={"reason.booking": 1.0},
    signs=(),
    weights={name: packed(*steps) for name, steps in COEFFICIENTS.items()},
)


def units(text: str, kind: str = "new") -> list:  # type: ignore[type-arg]
    return units_of(read([Segment(kind=kind, text=text)]), (kind,))  # type: ignore[arg-type,list-item]


def test_a_score_is_the_sum_over_the_root_of_the_length() -> None:
    peaks = SMALL.peaks(units("There is a rope and no future."))
    assert peaks["danger"].score == pytest.approx(7.0 / sqrt(8) - 2.0)
    assert peaks["reason.booking"].score == pytest.approx(-0.2 / sqrt(8) - 1.0)


def test_the_strongest_window_answers_and_more_windows_cost() -> None:
    text = "Is Tuesday free? I found a rope. The cat is well. She eats. She sleeps."
    peaks = SMALL.peaks(units(text))
    danger, booking = peaks["danger"], peaks["reason.booking"]
    assert (danger.start, danger.end) == (1, 2)
    assert (booking.start, booking.end) == (0, 1)
    assert danger.score == pytest.approx(4.0 / sqrt(5) - 2.0 - 0.5 * log(9 / 3))


def test_nothing_to_read_has_no_peaks() -> None:
    assert SMALL.peaks([]) == {}
    assert units("...") == []


def test_what_is_said_twice_counts_once() -> None:
    assert units("A rope. A rope. A rope.") == units("A rope.")
    once, often = (SMALL.peaks(units(t))["danger"] for t in ("rope x y", "rope rope rope"))
    assert once == often


def test_a_sentence_without_an_end_is_cut_into_pieces() -> None:
    found = units("word " * (2 * MOST_WORDS + 1))
    assert [len(unit.words) for unit in found] == [MOST_WORDS, MOST_WORDS, 1]
    assert {unit.sentence for unit in found} == {0}


def test_line_ends_without_end_make_no_more_windows_than_prose() -> None:
    found = units("\n\n".join(f"ok{n}" for n in range(MOST_UNITS + 1)))
    assert len(found) <= MOST_UNITS // 8
    assert sum(len(unit.words) for unit in found) == MOST_UNITS + 1


def test_only_the_kinds_that_are_asked_for_are_heard() -> None:
    reading = read([Segment(kind="new", text="Hello."), Segment(kind="quote", text="A rope.")])
    assert [unit.words for unit in units_of(reading, ("new",))] == [[b"hello"]]


def test_the_words_that_weigh_most_come_first_and_none_that_weighs_against() -> None:
    found = SMALL.weightiest("danger", units("A rope, Tuesday, no future."), 5)
    assert found == ("rope", "no future")


@given(st.lists(st.tuples(*[st.integers(-(2**20), 2**20)] * 2), min_size=1, max_size=50))
def test_lanes_add_without_touching_each_other(rows: list[tuple[int, int]]) -> None:
    weights = {b"w%d" % n: packed(*row) for n, row in enumerate(rows)}
    made = Model(
        heads=HEADS, intercepts=(0.0, 0.0), choices=(0.0, 0.0), free=(1, 1), step=1.0,
        limits={}, trust={}, signs=(), weights=weights,
    )  # fmt: skip
    text = " ".join(f"w{n}" for n in range(min(len(rows), MOST_WORDS)))
    peaks = made.peaks(units(text))
    some = rows[:MOST_WORDS]
    for lane, head in enumerate(HEADS):
        expected = sum(row[lane] for row in some) / sqrt(len(some) + 1)
        assert peaks[head].score == pytest.approx(expected)


def written(facts: dict[str, object], body: bytes) -> bytes:
    return json.dumps(facts).encode() + b"\n" + zlib.compress(body)


NAMES = b"\n".join(COEFFICIENTS)
LANES = b"".join(
    packed(*steps).to_bytes(LANE_BYTES * 2, "little", signed=True)
    for steps in COEFFICIENTS.values()
)
FACTS = {
    "heads": HEADS, "intercepts": (-2.0, -1.0), "choices": (-0.5, 0.0), "free": (3, 1),
    "step": 0.01, "limits": {"danger": 0.0}, "trust": {"reason.booking": 1.0}, "signs": (),
    "names": len(NAMES),
}  # fmt: skip


def test_the_file_gives_the_model() -> None:
    assert parse_model(written(FACTS, NAMES + LANES)) == SMALL


@pytest.mark.parametrize(
    "data",
    [written(FACTS, NAMES + LANES)[:-9], written(FACTS, NAMES + LANES[:-1]), b"{}\n", b"no model"],
    ids=["cut", "short", "empty", "other"],
)
def test_a_damaged_file_is_said_to_be_damaged(data: bytes) -> None:
    with pytest.raises(ValueError, match="model"):
        parse_model(data)


def test_the_shipped_model_knows_every_head_that_is_asked() -> None:
    found = model()
    assert {"danger", "emergency", "notice"} == set(found.limits) <= set(found.heads)
    assert set(found.signs) <= detectors().sensitive
    assert {f"reason.{name}" for name in detectors().reasons} <= set(found.trust)
    assert all(name == name.lower() for name in found.weights)


@given(st.integers(0, 40))
def test_every_unit_is_judged_alone_and_in_a_window(count: int) -> None:
    found = list(spans(count))
    assert {n for n in range(count)} == {start for start, end in found if end - start == 1}
    assert len(found) == max(0, 2 * count - 1)
    assert all(0 <= start < end <= count for start, end in found)


def test_features_are_words_and_pairs() -> None:
    assert features([b"a", b"b", b"a"]) == {b"a", b"b", b"a b", b"b a"}
