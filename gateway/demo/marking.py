"""Which words of a text a rule spoke on: the text in pieces, marked and not."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from gateway.core.assessment import Evidence, Risk
from gateway.core.mail import Segment
from gateway.core.windows import WRAPPED
from gateway.core.words import INVISIBLE

EMPTY_LINES = re.compile(r"\n(?:[ \t\xa0]*\n)+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text. about: the reasons and signs that it speaks for, () for none."""

    text: str = field(repr=False)
    about: tuple[str, ...] = ()
    risk: str = "none"


@dataclass(frozen=True, slots=True)
class Passage:
    """One segment of a mail. kind as in core/mail.py."""

    kind: str
    pieces: tuple[Piece, ...]


def passages(segments: Iterable[Segment], evidence: Iterable[Evidence]) -> tuple[Passage, ...]:
    """What the client wrote, without the names of attachments and empty stretches."""
    spoken = tuple(evidence)
    shown = ((s.kind, flowing(s.text)) for s in segments if s.kind != "attachment")
    return tuple(
        Passage(kind, tuple(_pieces(text, [e for e in spoken if e.where == kind])))
        for kind, text in shown
        if text
    )


def flowing(text: str) -> str:
    """A text as it is best read on a page of any width.

    Lines that a mail program wrapped are joined, characters that show nothing are left out,
    and there is at most one empty line in a row.
    """
    plain = INVISIBLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    plain = EMPTY_LINES.sub("\n\n", plain).strip()
    pieces: list[str] = []
    last = ""
    for line in plain.split("\n"):
        wrapped = len(last) >= WRAPPED and line.lstrip()[:1].isalnum()
        pieces += (" ", line.strip()) if wrapped else ("\n", line.rstrip())
        last = line
    return "".join(pieces[1:])


def _pieces(text: str, evidence: list[Evidence]) -> Iterator[Piece]:
    """The text cut at each place where an excerpt begins or ends."""
    spans = [(start, end, e) for e in evidence for start, end in _places(text, e.excerpt)]
    cuts = sorted({0, len(text), *(s for s, _, _ in spans), *(e for _, e, _ in spans)})
    for start, end in zip(cuts, cuts[1:], strict=False):
        here = [e for s, t, e in spans if s <= start and end <= t]
        about = tuple(dict.fromkeys(e.about for e in here))
        risk = max((e.risk for e in here), default=Risk.NONE)
        yield Piece(text[start:end], about, risk.word)


def _places(text: str, excerpt: str) -> Iterator[tuple[int, int]]:
    """An excerpt has its white space collapsed and may have been cut short."""
    words = [re.escape(word) for word in excerpt.split()]
    if words:
        yield from (m.span() for m in re.finditer(r"\s+".join(words), text))
