"""Nothing rests in clear: whatever shape a message has, what is sealed is gone from it, all
else is byte by byte as it was, and the therapist gets the same files back."""

from base64 import b64encode, encodebytes
from dataclasses import dataclass
from hashlib import sha256
from quopri import encodestring

from hypothesis import event, given
from hypothesis import strategies as st

from gateway.core.parse import parse
from gateway.core.sealing import SealPlan, apply, plan
from gateway.core.splice import leaf_body
from gateway.opening import ENVELOPED_ID, Unlock, open_sealed

TOKEN = "0123456789abcdef01234567"
NOTE = b" is sealed: see the attached encrypted message.]"
ALPHABET = "abcdefghijklmnopqrstuvwxyzäöü €"


@dataclass(frozen=True)
class Part:
    """One part of a generated message: its bytes, the files and the texts that are in it."""

    raw: bytes
    files: tuple[tuple[str, bytes], ...] = ()
    texts: tuple[bytes, ...] = ()
    encoded: tuple[bytes, ...] = ()


def encoded(content: bytes, encoding: str) -> bytes:
    if encoding == "base64":
        return encodebytes(content).replace(b"\n", b"\r\n").rstrip()
    if encoding == "quoted-printable":
        return encodestring(content, quotetabs=True).replace(b"\n", b"\r\n")
    return content


@st.composite
def attachments(draw: st.DrawFn, inside: bool = True) -> Part:
    # Long and random, so that it is found if any of it is left, and nowhere by chance.
    size, seed = draw(st.integers(1, 4)), draw(st.binary(min_size=8, max_size=8))
    secret = b"".join(sha256(seed + bytes([n])).hexdigest().encode() for n in range(size))
    encoding = draw(st.sampled_from(("7bit", "base64", "quoted-printable")))
    stem = draw(st.text("abcdefghijklmnop", min_size=5, max_size=9))
    name = f"zq{stem}.{draw(st.sampled_from(('pdf', 'docx', 'txt')))}"
    kind = draw(st.sampled_from(("application/pdf", "image/png", "text/plain", "x/y")))
    place = draw(st.sampled_from(("attachment", "inline")))
    body = encoded(secret, encoding)
    head = (
        f"Content-Type: {kind}; name={name}\r\n"
        f"Content-ID: <{name}@client.example>\r\nContent-Description: scan of {name}\r\n"
        f"{f'X-Attachment-Name: {name}' if inside else 'X-Mailer: Post 1'}\r\n"
        f"Content-Disposition: {place}; filename={name}\r\n"
        f"Content-Transfer-Encoding: {encoding}\r\n\r\n"
    )
    return Part(head.encode() + body, files=((name, secret),), encoded=(body,))


@st.composite
def texts(draw: st.DrawFn) -> Part:
    kind = draw(st.sampled_from(("text/plain", "text/html")))
    words = draw(st.text(ALPHABET, min_size=1, max_size=60))
    head = f"Content-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    raw = (head + f"t {words}\r\n").encode()
    return Part(raw, texts=(raw,))


def multipart(number: int, kind: str, parts: list[Part], closed: bool) -> Part:
    boundary = f"limit{number}x".encode()
    body = b"\r\n".join(b"--%b\r\n%b" % (boundary, part.raw) for part in parts)
    head = f'Content-Type: multipart/{kind}; boundary="limit{number}x"\r\n\r\n'.encode()
    return Part(
        head + body + (b"\r\n--%b--\r\n" % boundary if closed else b""),
        files=tuple(file for part in parts for file in part.files),
        texts=tuple(text for part in parts for text in part.texts),
        encoded=tuple(body for part in parts for body in part.encoded),
    )


@st.composite
def trees(draw: st.DrawFn, depth: int = 2) -> Part:
    if not depth:
        return draw(st.one_of(attachments(), texts()))
    kind = draw(st.sampled_from(("mixed", "related", "alternative")))
    below = st.one_of(attachments(), texts(), trees(depth=depth - 1))
    parts = draw(st.lists(below, min_size=1, max_size=4))
    closed = draw(st.booleans()) if depth == 2 else True
    return multipart(draw(st.integers(0, 3)), kind, parts, closed)


@st.composite
def messages(draw: st.DrawFn) -> Part:
    part = draw(st.one_of(attachments(inside=False), texts(), trees()))
    top = b"From: Ann <ann@client.example>\r\nTo: mira.holt@practice.example\r\nSubject: Week 3\r\n"
    version = b"MIME-Version: 1.0\r\n" if draw(st.booleans()) else b""
    return Part(top + version + part.raw, part.files, part.texts, part.encoded)


class Locks:
    """Ciphertexts that hold nothing; what they stand for is remembered here."""

    def __init__(self) -> None:
        self.clear: dict[bytes, bytes] = {}
        self.unlock = Unlock(self._opened, self._opened)

    def seal(self, todo: SealPlan, scheme: str) -> list[bytes]:
        return [self._armor(one) if scheme == "openpgp" else self._der(one) for one in todo.pieces]

    def _opened(self, sealed: bytes) -> bytes:
        return self.clear[b"".join(sealed.split())]

    def _armor(self, clear: bytes) -> bytes:
        packets = b"\x84\x0c\x03" + b"k" * 11 + b"\xd2\x09" + b"%09d" % len(self.clear)
        lines = (
            b"-----BEGIN PGP MESSAGE-----",
            b"",
            b64encode(packets),
            b"-----END PGP MESSAGE-----",
        )
        armor = b"\r\n".join((*lines, b""))
        self.clear[b"".join(armor.split())] = clear
        return armor

    def _der(self, clear: bytes) -> bytes:
        der = b"0\x82\x01\x00\x06\x09" + ENVELOPED_ID + b"%09d" % len(self.clear)
        self.clear[b"".join(der.split())] = clear
        return der


def traces(part: Part, names: bool) -> list[bytes]:
    """Bytes that would give a file away: its content, clear or encoded, line by line."""
    found = [line for body in part.encoded for line in body.split(b"\r\n") if len(line) > 12]
    for name, secret in part.files:
        found += [secret[:20], secret[-20:], b64encode(secret)[:40]]
        found += [name.rpartition(".")[0].encode()] if names else []
    return found


SCHEMES = st.sampled_from(("openpgp", "smime"))


@given(messages(), SCHEMES, st.sampled_from(("attachments", "message")), st.booleans())
def test_nothing_clear_is_left(part: Part, scheme: str, what: str, hide: bool) -> None:
    locks, mail = Locks(), parse(part.raw)
    todo = plan(part.raw, mail, scheme=scheme, what=what, hide_names=hide)
    event(f"{scheme} {what} pieces={len(todo.pieces)}")
    sealed = apply(todo, locks.seal(todo, scheme), boundary_token=TOKEN)
    whole = what == "message" or bool(mail.opaque)
    left = [sealed, *(leaf_body(sealed, leaf) for leaf in parse(sealed).leaves)]
    for trace in traces(part, names=hide or whole):
        assert not any(trace in where for where in left)
    if whole:
        assert not any(text in where for text in part.texts for where in left)


@given(messages(), SCHEMES, st.booleans())
def test_all_else_is_byte_identical(part: Part, scheme: str, hide: bool) -> None:
    locks, mail = Locks(), parse(part.raw)
    todo = plan(part.raw, mail, scheme=scheme, what="attachments", hide_names=hide)
    sealed = apply(todo, locks.seal(todo, scheme), boundary_token=TOKEN)
    if mail.opaque:  # two multiparts with one boundary: sealed whole
        assert sealed.startswith(part.raw[:80])
        assert len(todo.pieces) == 1
        return
    if not part.files:
        assert sealed == part.raw
        return
    at = 0
    for text in part.texts:
        assert (at := sealed.find(text, at) + len(text)) >= len(text)
    assert sealed.startswith(part.raw[: part.raw.index(b"Subject: Week 3\r\n")])
    again = parse(sealed)
    assert not again.opaque
    kept = [leaf_body(sealed, leaf) for leaf in again.leaves if not leaf.is_attachment]
    before = [leaf_body(part.raw, leaf) for leaf in mail.leaves if not leaf.is_attachment]
    assert [body for body in kept if NOTE not in body] == before


@given(messages(), SCHEMES, st.sampled_from(("attachments", "message")), st.booleans())
def test_the_same_files_come_back(part: Part, scheme: str, what: str, hide: bool) -> None:
    locks, mail = Locks(), parse(part.raw)
    todo = plan(part.raw, mail, scheme=scheme, what=what, hide_names=hide)
    sealed = apply(todo, locks.seal(todo, scheme), boundary_token=TOKEN)
    opened = [(file.name, file.data) for file in open_sealed(sealed, locks.unlock)]
    if what == "message" or mail.opaque:
        (name, message), *opened = opened
        assert name == "message.eml"
        assert all(text in message for text in part.texts)
    if not mail.opaque:
        assert opened == list(part.files)
