"""Whatever the bytes are: reading never fails, and positions can be relied on."""

import base64

from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.core.charset import decode, decode_words
from gateway.core.html import html_to_text
from gateway.core.line_ends import normalised
from gateway.core.mail import ParsedMail
from gateway.core.names import file_name, parameters, safe_name
from gateway.core.parse import parse
from gateway.core.quoting import told_apart
from gateway.core.splice import encode_base64, leaf_body, prepend_fields, replace_ranges
from gateway.core.text import fold

# A busy machine is no failure.
unhurried = settings(deadline=None)
PIECES = [
    b"\r\n", b"\r\n\r\n", b"--b", b"--b--", b"--b\r\n", b"\r\n--b\r\n", b"\r\n--bb--\r\n", b" ",
    b"\t", b"Content-Type: text/plain", b"Content-Type: multipart/mixed; boundary=b\r\n",
    b'Content-Type: multipart/alternative; boundary="bb"\r\n', b"; charset=", b"utf-16", b"rot13",
    b"Content-Type: message/rfc822\r\n", b"Content-Type: text/html\r\n", b"Content-Type: ",
    b"Content-Transfer-Encoding: base64\r\n", b"Content-Transfer-Encoding: quoted-printable\r\n",
    b"Content-Disposition: attachment; filename*0*=utf-8''a", b'; name="x', b'"', b"(", b")",
    b"\\", b"Subject: ", b"=?utf-8?q?", b"=?utf-8?b?", b"?=", b"From: ", b":", b";", b"=", b"=3D",
    b"=\r\n", b"hello ", b"> quoted\r\n", b"-- \r\n",
    b"On 3 Mar 2026, A <a@x.example> wrote:\r\n", b"From: A\r\n", b"begin 644 a\r\n", b"<p>",
    b"<blockquote>", b"<a ", b"&#x", b"\x00", b"\xff\xfe", b"\xc3\xa9", b"\n", b"\r",
    b"-----BEGIN PGP MESSAGE-----\r\n", b"-----END PGP MESSAGE-----",
    b"Content-Type: application/pkcs7-mime\r\n",
]  # fmt: skip
mails = st.lists(st.sampled_from(PIECES) | st.binary(max_size=12), max_size=60).map(b"".join)
UNSAFE = {
    chr(n) for n in (*range(32), 127, *range(128, 160), 0x2028, 0x2029, *range(0x202A, 0x202F))
}


def check(raw: bytes, mail: ParsedMail) -> None:
    size = len(raw)
    done = 0
    assert 0 <= mail.body_start <= size
    for leaf in mail.leaves:
        assert done <= leaf.body_start <= leaf.body_end <= size
        if leaf.head_end:
            assert done <= leaf.head_start <= leaf.head_end == leaf.body_start
        done = leaf.body_end
        assert isinstance(leaf_body(raw, leaf), bytes)
        assert len(leaf.name.encode()) <= 200
        assert not UNSAFE & set(leaf.name)
    for field in mail.fields:
        assert 0 <= field.start <= field.end <= size
        assert not UNSAFE & set(field.value)
    assert bool(mail.opaque) <= (mail.leaves == ())
    assert not mail.opaque or (mail.protected == "" and mail.opaque in mail.unread)
    assert all(segment.text.strip() for segment in mail.segments)


@given(mails | st.binary(max_size=400))
@settings(max_examples=400, deadline=None)
def test_parse_never_fails_and_positions_fit(raw: bytes) -> None:
    check(raw, parse(raw))
    clean = normalised(raw)
    check(clean, parse(clean))


@given(mails.map(normalised))
@unhurried
def test_replacing_what_is_there_by_itself_changes_nothing(raw: bytes) -> None:
    mail = parse(raw)
    edits = [(x.body_start, x.body_end, raw[x.body_start : x.body_end]) for x in mail.leaves]
    assert replace_ranges(raw, edits) == raw


@given(mails.map(normalised))
@unhurried
def test_fields_on_top_move_all_and_change_nothing(raw: bytes) -> None:
    mail, top = parse(raw), b"X-On-Top: 1\r\n"
    moved = parse(prepend_fields(raw, top))
    if mail.fields and mail.fields[0].start == 0:
        assert [f.name for f in moved.fields] == ["x-on-top", *(f.name for f in mail.fields)]
        assert moved.body_start == mail.body_start + len(top)


@given(
    st.lists(st.tuples(st.integers(0, 9), st.binary(max_size=3)), max_size=5),
    st.binary(min_size=20),
)
@unhurried
def test_edits_land_where_they_should(starts: list[tuple[int, bytes]], raw: bytes) -> None:
    edits = [(2 * at, 2 * at + 1, new) for at, new in dict(starts).items()]
    expected = bytearray(raw)
    for start, end, new in sorted(edits, reverse=True):
        expected[start:end] = new
    assert replace_ranges(raw, edits) == bytes(expected)


PARTS = st.lists(
    st.tuples(
        st.sampled_from(["text/plain", "image/png", "application/pdf"]),
        st.binary(min_size=1, max_size=200),
    ),
    min_size=1,
    max_size=6,
)


@given(PARTS)
@unhurried
def test_what_was_put_in_is_found(parts: list[tuple[str, bytes]]) -> None:
    raw = b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    for kind, content in parts:
        raw += f"--b\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n\r\n".encode()
        raw += encode_base64(content) + b"\r\n"
    mail = parse(raw + b"--b--\r\n")
    assert [x.media_type for x in mail.leaves] == [kind for kind, _ in parts]
    assert [leaf_body(raw, x) for x in mail.leaves] == [content for _, content in parts]
    assert all(x.is_attachment for x in mail.leaves if x.media_type != "text/plain")


@given(st.binary(max_size=2_000))
@unhurried
def test_base64_comes_back(data: bytes) -> None:
    encoded = encode_base64(data)
    assert base64.b64decode(encoded) == data
    assert all(len(line) <= 76 for line in encoded.split(b"\r\n"))


@given(st.text(), st.text(), st.sampled_from("\u200b\u00ad\u2060\u202e\u0301\ufe0f"))
@unhurried
def test_folding_keeps_lines_and_sees_through_the_invisible(a: str, b: str, unseen: str) -> None:
    assert fold(a + b).count("\n") == (a + b).count("\n")
    assert fold(a + unseen + b) == fold(a + b)


@given(st.text())
@unhurried
def test_a_safe_name_is_safe_and_stays(name: str) -> None:
    safe = safe_name(name)
    assert len(safe.encode()) <= 200
    assert not {"/", "\\", ":"} & set(safe)
    assert not UNSAFE & set(safe)
    assert not safe.startswith((".", "-"))
    assert safe_name(safe) == safe


@given(st.text(alphabet="ab;=*\"\\()'%0123 ") | st.text())
@unhurried
def test_parameters_never_fail(value: str) -> None:
    found = parameters(value)
    assert file_name(found, found)[0] == safe_name(
        file_name(found, None)[0] or file_name(None, found)[0]
    )


@given(st.text(alphabet="=?utf-8qbQB_ ", max_size=200) | st.text())
@unhurried
def test_encoded_words_never_fail(value: str) -> None:
    assert isinstance(decode_words(value, quoting=True), str)


@given(
    st.binary(),
    st.sampled_from(["", "utf-8", "utf-16", "utf-7", "iso-2022-jp", "hz", "big5", "none"]),
)
@unhurried
def test_bytes_become_text(data: bytes, label: str) -> None:
    text, _ = decode(data, label)
    assert text.encode("utf-8").decode("utf-8") == text


@given(st.text() | st.lists(st.sampled_from(["> ", "-- ", "\n", "a", "On 3 wrote:"])).map("".join))
@unhurried
def test_telling_apart_keeps_every_line(text: str) -> None:
    kept = "\n".join(segment.text for segment in told_apart(text)).split("\n")
    lines = text.replace("\u00a0", " ").split("\n")
    assert [x for x in kept if x.strip()] == [x for x in lines if x.strip()]


@given(
    st.lists(st.sampled_from(["<p>", "</p>", "<b>", "<", ">", "a", "<blockquote>", "&", "<!--"]))
)
@unhurried
def test_html_never_fails(pieces: list[str]) -> None:
    assert isinstance(html_to_text("".join(pieces)), str)
