"""Replies of a server: which bytes are one, and what a refusal means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.errors import EdgeError, GiveUp, NeedsHuman, TryLater
from gateway.wire.replies import BadReply, Reply, ReplyReader, trouble

REPLIES = [  # name, bytes, what is read
    ("one line", b"250 2.1.5 ok\r\n", [(250, "2.1.5")]),
    ("no text", b"250\r\n", [(250, "")]),
    ("only a status", b"550 5.1.1\r\n", [(550, "5.1.1")]),
    ("several lines", b"250-a\r\n250-b c\r\n250 d\r\n", [(250, "")]),
    ("status of the last line", b"550-5.1.0 x\r\n550 5.1.1 y\r\n", [(550, "5.1.1")]),
    ("two at once", b"250 a\r\n354 b\r\n", [(250, ""), (354, "")]),
    ("bare LF", b"250 2.0.0 ok\n", [(250, "2.0.0")]),
    ("no status: a version", b"250 5.1.1x\r\n", [(250, "")]),
    ("not yet whole", b"250-a\r\n250", []),
    ("a long line", b"250 " + b"x" * 2_000 + b"\r\n", [(250, "")]),
]
NO_REPLIES = [
    ("words", b"hello\r\n"),
    ("an empty line", b"\r\n"),
    ("no such code", b"199 ok\r\n"),
    ("a code of four", b"2500 ok\r\n"),
    ("two codes in one", b"250-a\r\n550 b\r\n"),
    ("a line too long", b"250 " + b"x" * 2_048 + b"\r\n"),
    ("no end of line", b"x" * 3_000),
    ("no last line", b"250-a\r\n" * 101),
]


@pytest.mark.parametrize(
    ("data", "expected"), [r[1:] for r in REPLIES], ids=[r[0] for r in REPLIES]
)
def test_replies(data: bytes, expected: list[tuple[int, str]]) -> None:
    assert [(r.code, r.status) for r in ReplyReader().feed(data)] == expected


@pytest.mark.parametrize("data", [r[1] for r in NO_REPLIES], ids=[r[0] for r in NO_REPLIES])
def test_what_is_no_reply(data: bytes) -> None:
    with pytest.raises(BadReply):
        ReplyReader().feed(data)


@given(st.lists(st.sampled_from([r[1] for r in REPLIES[:8]])), st.data())
def test_replies_come_in_any_pieces(parts: list[bytes], data: st.DataObject) -> None:
    whole = b"".join(parts)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=6)))
    reader, pieces = ReplyReader(), zip([0, *cuts], [*cuts, len(whole)], strict=True)
    found = [reply for start, end in pieces for reply in reader.feed(whole[start:end])]
    assert found == ReplyReader().feed(whole)


TROUBLES = [
    (421, "4.3.2", TryLater),
    (450, "", TryLater),
    (452, "4.2.2", TryLater),
    (550, "5.1.1", GiveUp),
    (554, "", GiveUp),
    (552, "5.2.2", TryLater),
    (550, "5.2.2", TryLater),
    (552, "", TryLater),
    (552, "5.3.4", GiveUp),
    (530, "5.7.0", NeedsHuman),
    (535, "5.7.8", NeedsHuman),
    (538, "", NeedsHuman),
    (354, "", TryLater),
    (250, "", TryLater),
]


@pytest.mark.parametrize(("code", "status", "kind"), TROUBLES)
def test_what_a_refusal_means(code: int, status: str, kind: type[EdgeError]) -> None:
    error = trouble(Reply(code, status, (b"canary",)), "the mailbox server")
    assert type(error) is kind
    assert error.public == f"the mailbox server answered {code} {status}".rstrip()
    assert error.detail == ""
