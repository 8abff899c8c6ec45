"""How a message looks with ciphertexts in it: each shape by its bytes, no cryptography."""

from base64 import b64decode

import pytest

from gateway.core.parse import parse
from gateway.core.sealed_fields import file_fields
from gateway.core.sealing import SealPlan, apply, plan

ARMOR = b"-----BEGIN PGP MESSAGE-----\r\n\r\nAAAA\r\n-----END PGP MESSAGE-----\r\n"
DER = b"\x30\x03abc"
TOP = b"From: Ann <ann@client.example>\r\nSubject: Week 3\r\n"
MIXED = (
    TOP + b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n boundary="x"\r\n'
    b"X-Mailer: Post 1\r\n\r\n"
    b"--x\r\n\r\nhere\r\n--x\r\n"
    b"Content-Type: application/pdf; name=w.pdf\r\nContent-ID: <1@c.example>\r\n"
    b"Content-MD5: 1B2M2Y8AsgTpgAmY7PhCfg==\r\nContent-Disposition: attachment;\r\n"
    b" filename=w.pdf\r\nX-Name: w.pdf\r\n\r\nclear\r\n--x--\r\nend\r\n"
)
ALONE = (
    TOP + b"Content-Type: image/png; name=page.png\r\nX-Mailer: Post 1\r\n"
    b"Content-Transfer-Encoding: base64\r\n\r\nY2xlYXI=\r\n"
)


def planned(raw: bytes, scheme: str, what: str, hide: bool = False) -> SealPlan:
    return plan(raw, parse(raw), scheme=scheme, what=what, hide_names=hide)  # type: ignore[arg-type]


def sealed(raw: bytes, scheme: str, what: str, hide: bool = False) -> bytes:
    todo = planned(raw, scheme, what, hide)
    one = ARMOR if scheme == "openpgp" else DER
    return apply(todo, [one] * len(todo.pieces), boundary_token="0a1b")


def test_an_attachment_in_its_place() -> None:
    part = (
        b"--x\r\nContent-ID: <1@c.example>\r\n"
        b'Content-Type: application/octet-stream;\r\n name="w.pdf.pgp"\r\n'
        b"Content-Transfer-Encoding: 7bit\r\n"
        b'Content-Disposition: attachment;\r\n filename="w.pdf.pgp"\r\n\r\n' + ARMOR
    )
    before, after = MIXED[: MIXED.rindex(b"--x\r\n")], MIXED[MIXED.index(b"--x--") :]
    assert sealed(MIXED, "openpgp", "attachments") == before + part + after
    assert planned(MIXED, "openpgp", "attachments").pieces == (b"clear",)


def test_an_attachment_whose_name_is_hidden() -> None:
    got = sealed(MIXED, "openpgp", "attachments", hide=True)
    assert b"w.pdf" not in got
    assert b'filename="attachment-1.eml.pgp"' in got
    assert b"<1@c.example>" in got
    (piece,) = planned(MIXED, "openpgp", "attachments", hide=True).pieces
    own = MIXED[MIXED.index(b"Content-Type: application") : MIXED.index(b"\r\n--x--")]
    assert piece == b"X-Gateway-Sealed: attachment\r\nMIME-Version: 1.0\r\n" + own


def test_a_content_id_that_tells_the_name_goes_with_it() -> None:
    raw = MIXED.replace(b"w.pdf", b"Tagebuch.pdf").replace(b"<1@", b"<tagebuch@")
    assert b"agebuch" not in sealed(raw, "openpgp", "attachments", hide=True)


def test_a_message_that_is_one_attachment() -> None:
    assert sealed(ALONE, "openpgp", "attachments") == (
        TOP + b"MIME-Version: 1.0\r\n"
        b'Content-Type: application/octet-stream;\r\n name="page.png.pgp"\r\n'
        b"Content-Transfer-Encoding: 7bit\r\n"
        b'Content-Disposition: attachment;\r\n filename="page.png.pgp"\r\n'
        b"X-Mailer: Post 1\r\n\r\n" + ARMOR
    )


def test_a_whole_message_by_openpgp() -> None:
    assert sealed(MIXED, "openpgp", "message") == (
        TOP + b"MIME-Version: 1.0\r\nX-Mailer: Post 1\r\n"
        b'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted";\r\n'
        b' boundary="sealed-0a1b"\r\n\r\n'
        b"--sealed-0a1b\r\nContent-Type: application/pgp-encrypted\r\n"
        b"Content-Description: PGP/MIME version identification\r\n\r\nVersion: 1\r\n\r\n"
        b'--sealed-0a1b\r\nContent-Type: application/octet-stream; name="encrypted.asc"\r\n'
        b"Content-Description: OpenPGP encrypted message\r\n"
        b'Content-Disposition: inline; filename="encrypted.asc"\r\n\r\n'
        + ARMOR
        + b"\r\n--sealed-0a1b--\r\n"
    )
    (piece,) = planned(MIXED, "openpgp", "message").pieces
    field = b'Content-Type: multipart/mixed;\r\n boundary="x"\r\n\r\n'
    assert piece == field + MIXED.partition(b"\r\n\r\n")[2]


def test_a_whole_message_by_smime() -> None:
    assert sealed(MIXED, "smime", "message") == (
        TOP + b"MIME-Version: 1.0\r\nX-Mailer: Post 1\r\n"
        b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data;\r\n"
        b' name="smime.p7m"\r\nContent-Transfer-Encoding: base64\r\n'
        b'Content-Disposition: attachment; filename="smime.p7m"\r\n\r\nMANhYmM=\r\n'
    )


def test_a_text_without_mime_fields() -> None:
    (piece,) = planned(TOP + b"\r\nDear Ms Holt\r\n", "smime", "message").pieces
    assert piece == b"Content-Type: text/plain\r\n\r\nDear Ms Holt\r\n"


def test_attachments_gathered_by_smime() -> None:
    got = sealed(MIXED, "smime", "attachments")
    first, second = got.split(b"--sealed-0a1b\r\n")[1:]
    before = MIXED.index(b"--x\r\n"), MIXED.rindex(b"--x\r\n")
    head = b'Content-Type: multipart/mixed;\r\n boundary="x"\r\n\r\n'
    assert first.startswith(head + MIXED[slice(*before)])
    assert b"[w.pdf is sealed: see the attached encrypted message.]\r\n--x--\r\nend\r\n" in first
    assert second.startswith(b"Content-Type: message/rfc822\r\n")
    assert b"From: Ann <ann@client.example>\r\nSubject: Sealed attachments\r\n" in second
    assert b64decode(second.split(b"\r\n\r\n")[2].partition(b"\r\n")[0]) == DER
    (piece,) = planned(MIXED, "smime", "attachments").pieces
    assert MIXED[MIXED.index(b"Content-Type: application") : MIXED.index(b"--x--")] in piece


def test_a_message_that_is_one_attachment_gathered() -> None:
    got = sealed(ALONE, "smime", "attachments")
    assert got.startswith(TOP + b"X-Mailer: Post 1\r\nMIME-Version: 1.0\r\n")
    assert b"--sealed-0a1b\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\n[page.png" in got


def test_a_name_beyond_ascii_in_a_note() -> None:
    raw = ALONE.replace(b"name=page.png", b"name*=UTF-8''%C3%9Cbung.png")
    note = sealed(raw, "smime", "attachments").split(b"--sealed-0a1b")[1]
    text = b64decode(note.partition(b"\r\n\r\n")[2]).decode()
    assert text.startswith("[Übung.png is sealed")


BODIES = [  # name, encoding, body, what is encrypted (None: the part with its header)
    ("base64 in one line", b"base64", b"Y2xlYXI=", b"clear"),
    ("base64 in lines", b"base64", b"Y2xl\r\nYXI=\r\n", b"clear"),
    ("base64 without padding", b"base64", b"Y2xlYXI", None),
    ("base64 with foreign letters", b"base64", b"Y2x!lYXI=", None),
    ("base64 that goes on", b"base64", b"Y2xlYXI=Y2xl", None),
    ("quoted-printable", b"quoted-printable", b"cl=65ar=\r\n!", b"clear!"),
    ("quoted-printable, broken", b"quoted-printable", b"cl=zzear", None),
    ("binary", b"binary", b"\x00\xff", b"\x00\xff"),
    ("unknown", b"x-uuencode", b"begin 644 a\r\n", None),
    ("empty", b"base64", b"", b""),
]


@pytest.mark.parametrize(
    ("encoding", "body", "clear"), [row[1:] for row in BODIES], ids=[row[0] for row in BODIES]
)
def test_what_of_a_body_is_encrypted(encoding: bytes, body: bytes, clear: bytes | None) -> None:
    head = b"Content-Type: x/y; name=a\r\nContent-Transfer-Encoding: " + encoding + b"\r\n\r\n"
    raw = TOP + b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n'
    raw += head + body + b"\r\n--x--\r\n"
    (piece,) = planned(raw, "openpgp", "attachments").pieces
    wrapped = b"X-Gateway-Sealed: attachment\r\nMIME-Version: 1.0\r\n" + head + body
    assert piece == (wrapped if clear is None else clear)
    name = b"a.eml.pgp" if clear is None else b"a.pgp"
    assert b'filename="' + name + b'"' in sealed(raw, "openpgp", "attachments")


NAMES = [  # name, Content-Type name, Content-Disposition filename
    ("a.pdf.pgp", 'name="a.pdf.pgp"', 'filename="a.pdf.pgp"'),
    ("a b.pgp", 'name="a b.pgp"', 'filename="a b.pgp"'),
    ('a"b.pgp', 'name="a_b.pgp"', "filename*=UTF-8''a%22b.pgp"),
    ("Ü.pgp", 'name="_.pgp"', "filename*=UTF-8''%C3%9C.pgp"),
    ("a\\b;c.pgp", 'name="a_b;c.pgp"', "filename*=UTF-8''a%5Cb%3Bc.pgp"),
    ("50%'.pgp", 'name="50%\'.pgp"', 'filename="50%\'.pgp"'),
]


@pytest.mark.parametrize(("name", "kind", "place"), NAMES, ids=[row[0] for row in NAMES])
def test_file_fields(name: str, kind: str, place: str) -> None:
    fields = file_fields(name, b"7bit").decode("ascii")
    assert f"\r\n {kind}\r\n" in fields
    assert fields.endswith(f"\r\n {place}\r\n")


@pytest.mark.parametrize("boundary", ["-", "---", "---BEGIN", "---END PGP MESSAGE-----"])
def test_armor_is_never_taken_for_a_boundary(boundary: str) -> None:
    raw = MIXED.replace(b'"x"', f'"{boundary}"'.encode()).replace(b"--x", f"--{boundary}".encode())
    if parse(raw).opaque:
        return
    got = sealed(raw, "openpgp", "attachments")
    assert b"BEGIN PGP MESSAGE" not in got
    assert b"Content-Transfer-Encoding: base64\r\n" in got
    assert not parse(got).opaque


UNREADABLE = [  # name, raw
    ("no boundary", TOP + b"Content-Type: multipart/mixed\r\n\r\nclear\r\n"),
    ("mbox line", b"From ann Tue Mar  3\r\n" + MIXED),
    ("junk in the header", MIXED.replace(b"X-Mailer: Post 1", b"clear junk")),
]


@pytest.mark.parametrize("scheme", ["openpgp", "smime"])
@pytest.mark.parametrize("raw", [row[1] for row in UNREADABLE], ids=[row[0] for row in UNREADABLE])
def test_a_header_that_could_not_be_read_goes_inside(raw: bytes, scheme: str) -> None:
    got, todo = sealed(raw, scheme, "message"), planned(raw, scheme, "message")
    assert b"clear" not in got
    assert b"Subject: Week 3\r\n" in got
    assert todo.pieces[0].endswith(raw.partition(b"\r\n\r\n")[2])


def test_an_opaque_message_is_sealed_whole_whatever_is_asked() -> None:
    raw = UNREADABLE[0][1]
    assert planned(raw, "openpgp", "attachments").pieces == planned(raw, "smime", "message").pieces


def test_a_message_without_positions_is_sealed_whole() -> None:
    """What parse() answers for bytes with lone line ends."""
    raw = b"Subject: a\nContent-Type: text/plain\n\nclear\n"
    got = apply(planned(raw, "openpgp", "attachments"), [ARMOR], boundary_token="0a1b")
    assert b"clear" not in got
    assert planned(raw, "openpgp", "message").pieces[0].endswith(raw)


def test_nothing_to_seal_changes_nothing() -> None:
    raw = TOP + b"\r\nhello\r\n"
    todo = planned(raw, "smime", "attachments")
    assert todo.pieces == ()
    assert apply(todo, [], boundary_token="0a1b") == raw


WRONG = [  # name, scheme, ciphertexts
    ("none", "openpgp", []),
    ("too many", "openpgp", [ARMOR, ARMOR]),
    ("empty", "openpgp", [b""]),
    ("clear", "openpgp", [b"clear"]),
    ("the other scheme's", "openpgp", [DER]),
    ("armor for S/MIME", "smime", [ARMOR]),
    ("empty DER", "smime", [b""]),
]


@pytest.mark.parametrize("what", ["attachments", "message"])
@pytest.mark.parametrize(
    ("scheme", "ciphertexts"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG]
)
def test_what_is_no_ciphertext_is_refused(what: str, scheme: str, ciphertexts: list[bytes]) -> None:
    with pytest.raises(ValueError, match="ciphertext"):
        apply(planned(MIXED, scheme, what), ciphertexts, boundary_token="0a1b")


def test_an_unknown_scheme_is_refused() -> None:
    with pytest.raises(ValueError, match="rot13"):
        planned(MIXED, "rot13", "message")


def test_a_plan_shows_nothing_of_the_client() -> None:
    todo = planned(MIXED, "openpgp", "attachments")
    assert "clear" not in repr(todo)
