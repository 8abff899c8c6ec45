"""One line end, whatever a peer sends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.line_ends import normalised

PIECES = st.lists(
    st.sampled_from([b"\r", b"\n", b"\r\n", b".", b"a", b"\xff", b"\0", b"\r\n.\r\n"])
).map(b"".join)


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        (b"a\r\nb\r\n", b"a\r\nb\r\n"),
        (b"a\nb", b"a\r\nb"),
        (b"a\rb", b"a\r\nb"),
        (b"a\r\r\nb", b"a\r\nb"),
        (b"a\r\r\r\nb", b"a\r\nb"),
        (b"a\n\nb", b"a\r\n\r\nb"),
        (b"a\n.\r\nb", b"a\r\n.\r\nb"),
        (b"a\r.\r\nb", b"a\r\n.\r\nb"),
        (b"\r\xff\n", b"\r\n\xff\r\n"),
        (b"\xff\n\xff\r", b"\xff\r\n\xff\r\n"),
        (b"", b""),
    ],
)
def test_odd_line_ends_become_crlf(raw: bytes, wanted: bytes) -> None:
    assert normalised(raw) == wanted


@given(PIECES)
def test_nothing_but_crlf_is_left_and_twice_is_once(raw: bytes) -> None:
    once = normalised(raw)
    bare = once.replace(b"\r\n", b"")
    assert b"\r" not in bare
    assert b"\n" not in bare
    assert normalised(once) is once
    assert once.replace(b"\r\n", b"") == raw.replace(b"\r", b"").replace(b"\n", b"")
