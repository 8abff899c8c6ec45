"""The words of a message, as segments in reading order.

All that can be text is read, in whatever part and encoding it hides; what two parts say alike
(the plain and the HTML form of one mail) is read once.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from gateway.core.charset import decode as decode_charset
from gateway.core.entity import Entity
from gateway.core.html import html_to_text
from gateway.core.mail import Segment, SegmentKind
from gateway.core.quoting import told_apart
from gateway.core.transfer import decode

PART_LIMIT = 262_144
TOTAL_LIMIT = 4 * PART_LIMIT
# An encoded byte takes up to three and a bit.
ENCODED_LIMIT = 4 * PART_LIMIT
NOT_SHOWN_AS_TEXT = frozenset(
    ("text/calendar", "text/vcard", "text/x-vcard", "text/directory", "text/css", "text/csv")
    + ("text/rfc822-headers", "text/javascript", "text/xml", "text/rtf", "text/x-amp-html")
)
META_CHARSET = re.compile(rb"(?i)<meta[^>]{1,200}charset\s*=\s*[\"']?([a-z0-9_:.-]{2,40})")
CONTROLS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
WORD = re.compile(r"\w+")


class Reader:
    """Gathers the text of one message.

    segments  in reading order
    unread    codes of what could not be read well
    """

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.unread: set[str] = set()
        self.room = TOTAL_LIMIT
        self.texts: set[str] = set()
        self.waiting: list[tuple[SegmentKind, str]] = []
        self.own: set[str] = {""}
        self.all: set[str] = {""}

    def say(self, kind: SegmentKind, text: str) -> None:
        """A line that was read elsewhere: a subject."""
        if text:
            self.segments.append(Segment(kind=kind, text=text))

    def part(
        self, entity: Entity, data: bytes, *, as_kind: SegmentKind | None = None, place: int = 0
    ) -> None:
        """Read one part that is text.

        data     the content, its transfer encoding taken off; more than the limit is left unread
        as_kind  what all of it is, None to tell its lines apart
        place    the number of the attachment that it is, if it is one
        """
        limit = min(PART_LIMIT, self.room)
        if len(data) > limit:
            self.unread.add("too-large")
            data = data[:limit]
        self.room -= len(data)
        if as_kind is None and entity.media_type in NOT_SHOWN_AS_TEXT:
            as_kind = "attachment"
        text = self._text(entity, data)
        squeezed = "".join(text.split())
        if not squeezed.isprintable():
            text = CONTROLS.sub("", text)
        if not squeezed or squeezed in self.texts:
            return
        if as_kind is None:
            segments = told_apart(text)
        else:
            at = place if as_kind == "attachment" else 0
            segments = [Segment(kind=as_kind, text=text, place=at)]
        if self.texts:
            segments = list(self._news(segments))
        self.texts.add(squeezed)
        self.waiting += ((s.kind, s.text) for s in segments)
        self.segments += segments

    def _text(self, entity: Entity, data: bytes) -> str:
        is_html = entity.media_type in ("text/html", "application/xhtml+xml")
        label = entity.charset
        if is_html and not label:
            stated = META_CHARSET.search(data, 0, 2_048)
            label = stated[1].decode("ascii") if stated else ""
        text, sure = decode_charset(data, label)
        if not sure:
            self.unread.add("charset")
        text = html_to_text(text) if is_html else text
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def _news(self, segments: Sequence[Segment]) -> Iterator[Segment]:
        """What no part before has said, line by line.

        New words are compared with new words only: what stood in a quote may be said again.
        """
        for kind, text in self.waiting:
            said = _sayings(text)
            self.all |= said
            if kind in ("new", "subject"):
                self.own |= said
        self.waiting.clear()
        for segment in segments:
            known = self.own if segment.kind == "new" else self.all
            lines = [line for line in segment.text.split("\n") if _news_of(line, known)]
            if lines:
                yield replace(segment, text="\n".join(lines))


def _news_of(line: str, known: set[str]) -> bool:
    """The line has three words in a row that are not known, or being shorter is not known."""
    words = WORD.findall(line.lower())
    return any(" ".join(words[i : i + 3]) not in known for i in range(max(len(words) - 2, 1)))


def _sayings(text: str) -> set[str]:
    """Each word, and each run of two and of three."""
    words = WORD.findall(text.lower())
    pairs = [f"{a} {b}" for a, b in pairwise(words)]
    triples = [f"{a} {b}" for a, b in zip(pairs, words[2:], strict=False)]
    return {*words, *pairs, *triples}


def content_of(raw: bytes, entity: Entity, limit: int | None = None) -> bytes:
    """The content of a part, its transfer encoding taken off; limit: encoded bytes to look at."""
    end = entity.body_end if limit is None else min(entity.body_end, entity.body_start + limit)
    return decode(raw[entity.body_start : end], entity.encoding)
