"""The MIME tree of a message as byte ranges, flat, within limits (RFC 2046 §5.1).

Boundaries are searched for in the raw bytes, outer ones first: an inner multipart can never
reach beyond the part that it stands in. Nothing is decoded and nothing is copied.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gateway.core.entity import Entity, describe
from gateway.core.header import Head, scan_head

NESTING = 50
MOST_PARTS = 1_000
# The codes are kept, not the lines: a mail can hold millions of both.
MOST_PREFIXES = 1_000
# A note for readers without MIME, or the footer of a list, is no longer than this.
NOTE_BYTES = 1_024
NOT_A_NOTE = re.compile(
    rb"(?im)^(?:content-[a-z-]+[ \t]*:|begin(?:-base64)? [0-7]{3}|--[!-~]*[0-9a-z])"
)
IDENTITY = frozenset(("7bit", "8bit", "binary"))


@dataclass(slots=True)
class Structure:
    """What a message is made of.

    leaves   (entity, number of the multipart it stands in or -1), in raw order
    nodes    the multiparts, outer before inner
    opaque   the limit that was passed, or "ambiguous", or ""
    defects  what was forgiven, or what is ambiguous
    """

    leaves: list[tuple[Entity, int]] = field(default_factory=list)
    nodes: list[Entity] = field(default_factory=list)
    opaque: str = ""
    defects: set[str] = field(default_factory=set)

    def over(self, limit: str) -> None:
        if not self.opaque or self.opaque == "ambiguous":
            self.opaque = limit

    def ambiguous(self, why: str) -> None:
        self.opaque = self.opaque or "ambiguous"
        self.defects.add(why)


@dataclass(slots=True)
class _Task:
    entity: Entity
    above: frozenset[str]
    parent: int
    depth: int


class _Scan:
    """One walk over one message; outer delimiters first, without recursion."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self.found = Structure()
        self.delimiters: set[bytes] = set()
        self.prefixes: set[bytes] = set()
        self.count = 0

    def walk(self, root: Entity) -> None:
        waiting = [_Task(root, frozenset(), -1, 0)]
        while waiting and self.found.opaque in ("", "ambiguous"):
            task = waiting.pop()
            entity = task.entity
            if entity.unclear:
                self.found.ambiguous(entity.unclear)
            if entity.over:
                self.found.over(entity.over)
            if not entity.is_multipart:
                self._leaf(task)
            elif task.depth >= NESTING:
                self.found.over("nesting")
            else:
                waiting.extend(reversed(self._below(task)))
        if not self.prefixes <= self.delimiters:
            self.found.ambiguous("delimiter-prefix")

    def _leaf(self, task: _Task) -> None:
        entity = task.entity
        self.found.leaves.append((entity, task.parent))
        if entity.media_type.startswith("message/") and entity.encoding in IDENTITY:
            inner = read_entity(self.raw, entity.body_start, entity.body_end)[0]
            if inner.boundary and inner.boundary in task.above:
                self.found.ambiguous("boundary-twice")

    def _below(self, task: _Task) -> list[_Task]:
        """The parts of one multipart; when there are none to be found, its body as one."""
        entity, boundary = task.entity, task.entity.boundary
        number = len(self.found.nodes)
        self.found.nodes.append(entity)
        if boundary in task.above:
            self.found.ambiguous("boundary-twice")
        default = "message/rfc822" if entity.media_type == "multipart/digest" else "text/plain"
        below, tasks = task.above | {boundary}, []
        for start, end in self._ranges(entity, boundary.encode("utf-8", "replace")):
            self.count += 1
            if self.count > MOST_PARTS:
                self.found.over("parts")
                break
            child, head = read_entity(self.raw, start, end, default)
            if head.over:
                self.found.over(head.over)
            tasks.append(_Task(child, below, number, task.depth + 1))
        if not tasks:
            tasks.append(_Task(self._partless(entity), below, number, task.depth + 1))
        return tasks

    def _partless(self, entity: Entity) -> Entity:
        """The whole body of a multipart without parts: notes, or else nobody knows what."""
        start, end = entity.body_start, entity.body_end
        mark = f"\r\n--{entity.boundary}".encode("utf-8", "replace")
        noted = bool(entity.boundary) and self.raw.find(mark, max(start - 2, 0), end) >= 0
        sure = noted or (self._is_note(start, end) and entity.encoding != "base64")
        if not sure:
            self.found.ambiguous("no-parts")
        return Entity(head_start=start, head_end=start, body_start=start, body_end=end, sure=sure)

    def _ranges(self, entity: Entity, boundary: bytes) -> Iterator[tuple[int, int]]:
        """Where the parts begin and end; the CRLF before a delimiter is the delimiter's."""
        if not boundary:
            return
        raw, end, mark = self.raw, entity.body_end, b"\r\n--" + boundary
        self.delimiters |= {mark[2:], mark[2:] + b"--"}
        start, at, closed = -1, max(entity.body_start - 2, 0), False
        between = entity.body_start
        while (hit := raw.find(mark, at, end)) >= 0:
            line_end = raw.find(b"\r\n", hit + len(mark), end)
            at = end if line_end < 0 else line_end
            rest = raw[hit + len(mark) : at].rstrip(b" \t")
            if rest not in (b"", b"--"):
                self._prefix(raw[hit + 2 : at].rstrip(b" \t"))
                continue
            if closed:
                self.found.ambiguous("after-close")
            if start < 0:
                self._note(between, hit)
            elif start < hit:
                yield start, hit
            closed, between = rest == b"--", at
            start = -1 if closed else min(at + 2, end)
        if start >= 0:
            self.found.defects.add("unterminated")
            if start < end:
                yield start, end
        elif closed:
            self._note(between, end)

    def _prefix(self, line: bytes) -> None:
        if len(self.prefixes) >= MOST_PREFIXES:
            self.found.ambiguous("delimiter-prefix")
        else:
            self.prefixes.add(line[:1_000])

    def _note(self, start: int, end: int) -> None:
        """What stands before the first part or after the last must be a mere note."""
        if not self._is_note(start, end):
            self.found.ambiguous("outside-parts")

    def _is_note(self, start: int, end: int) -> bool:
        note = self.raw[start:end].strip() if start < end else b""
        return len(note) <= NOTE_BYTES and not NOT_A_NOTE.search(note)


def scan(raw: bytes, root: Entity) -> Structure:
    """The parts of an entity; never raises, linear in the bytes for each level of nesting.

    With a limit passed, `leaves` holds what was found until then.
    """
    walk = _Scan(raw)
    walk.walk(root)
    return walk.found


def read_entity(
    raw: bytes, start: int, end: int, default: str = "text/plain"
) -> tuple[Entity, Head]:
    """The entity in raw[start:end], and its header block."""
    head = scan_head(raw, start, end)
    entity = Entity(
        head_start=start, head_end=head.body_start, body_start=head.body_start, body_end=end
    )
    describe(entity, raw, head.fields, default)
    if entity.is_multipart and any(raw.startswith(b"--", at) for at, _ in head.junk):
        entity.unclear = "header-line"
    return entity, head
