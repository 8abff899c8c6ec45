"""Bytes put into a message without touching the others.

A message is never parsed and written again: that changes what signatures and
evidence stand on. Fields go on top, and a leaf changes in its own range alone.
"""

from collections.abc import Sequence

from gateway.core.mail import Leaf
from gateway.core.transfer import decode, encode_base64

__all__ = ["encode_base64", "leaf_body", "prepend_fields", "replace_ranges"]


def replace_ranges(raw: bytes, edits: Sequence[tuple[int, int, bytes]]) -> bytes:
    """The message with each raw[start:end] replaced by its bytes; all else stays as it is.

    edits  in any order; positions count in `raw`
    Errors: ValueError when two overlap or one lies outside, since then nothing is safe.
    """
    pieces: list[bytes | memoryview] = []
    view, done = memoryview(raw), 0
    for start, end, new in sorted(edits, key=_place):
        if not done <= start <= end <= len(raw):
            raise ValueError("edits overlap or lie outside of the message")
        pieces += (view[done:start], new)
        done = end
    pieces.append(view[done:])
    return b"".join(pieces)


def _place(edit: tuple[int, int, bytes]) -> tuple[int, int]:
    return edit[:2]


def prepend_fields(raw: bytes, top: bytes) -> bytes:
    """The message below new header fields.

    top  whole fields, each ended by CRLF; b"" adds nothing
    """
    return top + raw


def leaf_body(raw: bytes, leaf: Leaf) -> bytes:
    """The content of a leaf with its transfer encoding taken off; never raises.

    What is no letter of the encoding is skipped as mail programs do.
    """
    return decode(raw[leaf.body_start : leaf.body_end], leaf.encoding)
