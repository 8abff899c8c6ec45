"""A mail cut into sentences, and each stretch of words around a hit.

Judging by the whole mail loses a single sentence of danger among forty
friendly ones; so rules match inside one sentence, cues are combined inside a
window of three, and the highest verdict is taken.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

import re2

from gateway.core.identifiers.masked import masked
from gateway.core.mail import Segment, SegmentKind
from gateway.core.text import fold
from gateway.core.words import INVISIBLE, canonical

# A line shorter than this was ended by the writer, not wrapped by a mail program.
WRAPPED = 48
MOST_EXCERPT = 160
# How far a scope (a negation, a time) may reach from a hit, in bytes.
REACH = 240

# What every identifier has (core/identifiers), so that mail without numbers costs one look.
SOME_NUMBER = re2.compile(
    rb"[0-9](?: ?[0-9]){5}|\b[a-z]{2}[0-9]{2} ?[0-9a-z]{4}|\b[a-z]{3,5}[0-9]{4}[a-z]\b"
    rb"|\b[0-9][a-z][a-z0-9][0-9] ?[a-z][a-z0-9][0-9] ?[a-z]{2}[0-9]{2}\b"
    rb"|[0-9]{3} , [0-9]{2,} , [0-9]|\b[0-9]{2}[a-z]{2}[0-9]{5}\b|\b[a-z]{6}[0-9]{2}[a-z][0-9]{2}"
)
# A stranger who writes a million numbers gains no more of our time with it.
MOST_NUMBERS = 500

PARAGRAPHS = re.compile(r"\n[ \t>|]*\n\s*")
ENDS = re.compile(
    r"[.!?\u2026\u3002\uff01\uff1f](?:[\"'\u201d\u2019)]*\s+|(?<=[\u3002\uff01\uff1f]))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """start, end: bytes in Reading.words. paragraph counts on over all segments.

    place  of the segment: which attachment, 0 for none
    """

    original: str = field(repr=False)
    where: SegmentKind
    place: int = 0
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the rules read: canonical words with one line a sentence, and where each stands.

    names     of the attached files
    numbered  the sentences that hold what could be an identifier, by a long number
    """

    words: bytes = field(repr=False)
    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...] = field(repr=False)
    names: tuple[str, ...] = field(default=(), repr=False)
    numbered: tuple[int, ...] = ()

    @property
    def has_own_words(self) -> bool:
        """Whether the client wrote anything besides a subject."""
        return any(s.where == "new" for s in self.sentences)

    def at(self, place: int) -> int:
        """Number of the sentence that holds this byte of words."""
        return bisect_right(self.starts, place) - 1

    def line(self, number: int) -> bytes:
        """The canonical words of one sentence."""
        sentence = self.sentences[number]
        return self.words[sentence.start : sentence.end]

    def around(self, start: int, end: int) -> tuple[bytes, bytes, bytes]:
        """(before, hit, after) within the sentence, no further than REACH."""
        sentence = self.sentences[self.at(start)]
        left, right = max(sentence.start, start - REACH), min(sentence.end, end + REACH)
        return self.words[left:start], self.words[start:end], self.words[end:right]

    def previous(self, number: int) -> bytes:
        """The sentence before, of the same paragraph; b"" when there is none."""
        if number == 0 or self.sentences[number - 1].paragraph != self.sentences[number].paragraph:
            return b""
        return self.line(number - 1)[-REACH:]

    def excerpt(self, number: int) -> str:
        """The sentence as written but for long numbers; for the therapist's eyes only."""
        return masked(" ".join(self.sentences[number].original.split()))[:MOST_EXCERPT]


def read(segments: Iterable[Segment], names: tuple[str, ...] = ()) -> Reading:
    """The reading of all segments. names: of the attached files."""
    pieces: list[tuple[str, Segment, int]] = []
    paragraph = 0
    for segment in segments:
        for block in PARAGRAPHS.split(_visible(segment.text)):
            paragraph += 1
            pieces += ((s, segment, paragraph) for s in _sentences(block))
    lines = _canonical_lines([text for text, _, _ in pieces])
    sentences, start = [], 0
    for (text, segment, number), line in zip(pieces, lines, strict=True):
        end = start + len(line)
        sentences.append(
            Sentence(
                original=text,
                where=segment.kind,
                place=segment.place,
                paragraph=number,
                start=start,
                end=end,
            )
        )
        start = end + 1
    words = b"\n".join(lines)
    starts = tuple(s.start for s in sentences)
    return Reading(
        words=words,
        sentences=tuple(sentences),
        starts=starts,
        names=names,
        numbered=_numbered(words, starts),
    )


def _numbered(words: bytes, starts: Sequence[int]) -> tuple[int, ...]:
    found = islice(SOME_NUMBER.finditer(words), MOST_NUMBERS)
    return tuple(sorted({bisect_right(starts, number.start()) - 1 for number in found}))


def _visible(text: str) -> str:
    """Without characters that show nothing, and with LF line ends."""
    if not text.isascii():
        text = INVISIBLE.sub("", text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _sentences(block: str) -> list[str]:
    pieces: list[str] = []
    wraps = soft = False
    for line in block.split("\n"):
        pieces.append(" " if soft or (wraps and line[:1].isalnum()) else "\n")
        pieces.append(line)
        ended = line.rstrip().endswith((".", "!", "?", ":"))
        # A blank at the end is a soft line break (RFC 3676 §4.1).
        soft = line.endswith(" ") and not ended
        wraps = len(line) >= WRAPPED and not ended
    lines = "".join(pieces).split("\n")
    return [s for line in lines for s in _cut(line) if s and not s.isspace()]


def _cut(line: str) -> Iterator[str]:
    start = 0
    for end in ENDS.finditer(line):
        yield line[start : end.end()]
        start = end.end()
    yield line[start:]


def _canonical_lines(sentences: list[str]) -> list[bytes]:
    """One line of canonical words for each sentence.

    All are folded in one go, which is much faster; should folding have made or
    lost a line, each is folded alone.
    """
    if not sentences:
        return []
    joined = fold("\n".join(sentences))
    lines = [line.strip(b" ") for line in canonical(joined).split(b"\n")]
    if len(lines) == len(sentences):
        return lines
    return [canonical(fold(s)).replace(b"\n", b" ").strip(b" ") for s in sentences]
