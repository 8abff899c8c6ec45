"""A second opinion by statistics: linear heads over words and pairs of words.

The rules name what a clinician could name; the model knows, from some thousands of invented
mails (model/), which words keep company with danger that nobody has named. It reads the same
canonical words as the rules, window by window, and each head answers by its strongest window.
It may raise a risk, never lower one.

A window's score for a head is the sum of the head's coefficients over its words and pairs,
divided by the root of its length, so that a long sentence weighs no more than a short one. All
heads are summed at once: the coefficients of a word lie side by side in one whole number, LANE
bits each, and adding two such numbers adds every head.
"""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import log, sqrt
from operator import mul
from struct import Struct

from gateway.core.mail import SegmentKind
from gateway.core.windows import Reading

LANE = 32
HALF = 1 << (LANE - 1)
LANE_BYTES = LANE // 8
# A sentence without an end is cut: danger in its middle must not drown.
MOST_WORDS = 24
# In 128 KiB of prose there are about half as many sentences.
MOST_UNITS = 4_000
# Units to a window; each unit is also judged alone.
WINDOW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A sentence, or a piece of a long one: the number of the sentence, and its words."""

    sentence: int
    words: Sequence[bytes] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Peak:
    """A head's strongest window: its score in log-odds, and its place in the units."""

    score: float
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Coefficients as model/train.py made them.

    heads       what is asked, in the order of the lanes
    intercepts  of each head, log-odds
    choices     of each head: log-odds for each e-fold of windows there were to choose from, since
                the strongest of many windows is stronger than of few
    free        of each head: windows that cost nothing; many for risk, so that danger does not
                drown in a long mail
    step        log-odds that one step of a coefficient is worth
    limits      head of a risk -> score from which on it speaks
    trust       head of a reason -> log-odds that a rule's score of 1 adds
    signs       heads that tell which sign a danger is
    weights     a word, or two with a space between -> coefficients in lanes
    """

    heads: tuple[str, ...]
    intercepts: tuple[float, ...]
    choices: tuple[float, ...]
    free: tuple[int, ...]
    step: float
    limits: Mapping[str, float]
    trust: Mapping[str, float]
    signs: tuple[str, ...]
    weights: Mapping[bytes, int] = field(repr=False)

    def peaks(self, units: Sequence[Unit]) -> dict[str, Peak]:
        """The strongest window of each head; {} when there is nothing to read."""
        if not units:
            return {}
        sums = [self._sum(unit.words) for unit in units]
        lengths = [len(unit.words) for unit in units]
        windows = list(spans(len(units)))
        roots = [self.step / sqrt(sum(lengths[start:end]) + 1) for start, end in windows]
        rows = map(_Lanes(len(self.heads)).apart, (sum(sums[i:j]) for i, j in windows))
        count = len(windows)
        found = {}
        facts = zip(self.heads, self.intercepts, self.choices, self.free, strict=True)
        for (name, intercept, choice, free), steps in zip(
            facts, zip(*rows, strict=True), strict=True
        ):
            scores = list(map(mul, steps, roots))
            best = max(scores)
            start, end = windows[scores.index(best)]
            found[name] = Peak(
                score=best + intercept + choice * log(max(count, free) / free),
                start=start,
                end=end,
            )
        return found

    def weightiest(self, head: str, units: Sequence[Unit], most: int) -> tuple[str, ...]:
        """The words and pairs that speak most for a head in these units, the strongest first."""
        lanes, lane = _Lanes(len(self.heads)), self.heads.index(head)
        found = {
            name: lanes.apart(self.weights[name])[lane]
            for unit in units
            for name in features(unit.words)
            if name in self.weights
        }
        strongest = sorted((n for n in found if found[n] > 0), key=lambda n: -found[n])
        return tuple(name.decode("utf-8", "replace") for name in strongest[:most])

    def _sum(self, words: Sequence[bytes]) -> int:
        return sum(filter(None, map(self.weights.get, features(words))))


class _Lanes:
    """Whole numbers cut into signed lanes: each lifted above zero, cut off, and put back."""

    def __init__(self, count: int) -> None:
        self._lift = sum(HALF << (LANE * n) for n in range(count))
        self._bytes = LANE_BYTES * count
        self._cut = Struct(f"<{count}i").unpack

    def apart(self, total: int) -> tuple[int, ...]:
        # Adding and then flipping the top bit of a lane is what two's complement needs.
        lifted = (total + self._lift) ^ self._lift
        return self._cut(lifted.to_bytes(self._bytes, "little"))


def units_of(reading: Reading, kinds: Sequence[SegmentKind]) -> list[Unit]:
    """The sentences of these kinds of segments in order, each said once, long ones in pieces.

    Of a text that is all line ends, short sentences are put together, so that there are never
    more windows than a text of that length should have.
    """
    units = []
    said = set()
    for number, sentence in enumerate(reading.sentences):
        line = reading.words[sentence.start : sentence.end]
        if sentence.where in kinds and line not in said:
            said.add(line)
            words = line.replace(b" ,", b"").split()
            for at in range(0, len(words), MOST_WORDS):
                units.append(Unit(sentence=number, words=words[at : at + MOST_WORDS]))
    return units if len(units) <= MOST_UNITS else _joined(units)


def _joined(units: Sequence[Unit]) -> list[Unit]:
    joined = [units[0]]
    for unit in units[1:]:
        last = joined[-1]
        if len(last.words) + len(unit.words) <= MOST_WORDS:
            joined[-1] = Unit(sentence=last.sentence, words=[*last.words, *unit.words])
        else:
            joined.append(unit)
    return joined


def features(words: Sequence[bytes]) -> set[bytes]:
    """What has a coefficient: each word and each two neighbours, however often they are said."""
    return {*words, *map(b" ".join, pairwise(words))}


def parse_model(data: bytes) -> Model:
    """The model from its file: a line of JSON, then deflated names, then lanes.

    Errors: ValueError when the file is damaged.
    """
    head, _, packed = data.partition(b"\n")
    try:
        facts = json.loads(head)
        names_end, width = facts["names"], LANE_BYTES * len(facts["heads"])
        body = zlib.decompress(packed)
    except (KeyError, TypeError, ValueError, zlib.error) as e:
        raise ValueError("the model is damaged") from e
    names = body[:names_end].split(b"\n")
    lanes = memoryview(body)[names_end:]
    if len(lanes) != width * len(names):
        raise ValueError("the model is cut short")
    return Model(
        heads=tuple(facts["heads"]),
        intercepts=tuple(facts["intercepts"]),
        choices=tuple(facts["choices"]),
        free=tuple(facts["free"]),
        step=facts["step"],
        limits=facts["limits"],
        trust=facts["trust"],
        signs=tuple(facts["signs"]),
        weights={
            name: int.from_bytes(lanes[at : at + width], "little", signed=True)
            for name, at in zip(names, range(0, len(lanes), width), strict=True)
        },
    )


def spans(count: int) -> Iterator[tuple[int, int]]:
    """(start, end) of each unit alone, and of each window."""
    for start in range(count):
        yield start, start + 1
        if start + 1 < count:
            yield start, min(start + WINDOW, count)
