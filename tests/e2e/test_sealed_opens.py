"""What is sealed is opened by the programs that therapists have: gpg and openssl, to the same
bytes and the same names."""

import email
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage, Message
from pathlib import Path

import pytest

from gateway.core.parse import parse
from gateway.core.policy import Seal
from gateway.core.sealing import apply, plan
from gateway.opening import Unlock, open_sealed, save, unlocked
from gateway.plugins import load
from gateway.ports import Sealer
from gateway.seal import _gnupg
from tests import keys

PDF = b"%PDF-1.4 homework \x00\xff\r\n" * 3_000
PHOTO = b"\x89PNG diary page \x01\x02" * 500
TOKEN = "fedcba9876543210fedcba98"


def letter(*files: tuple[str, bytes], html: bool = False) -> bytes:
    """A client's mail with files, as a usual mail program writes it."""
    mail = EmailMessage()
    mail["From"], mail["To"] = "Ann <ann@client.example>", keys.ADDRESS
    mail["Subject"], mail["Date"] = "Week 3", "Tue, 3 Mar 2026 14:30:00 +0000"
    mail.set_content("Dear Ms Holt,\nhere it is.\n")
    if html:
        mail.add_alternative("<p>Dear Ms Holt</p><img src='cid:one'>", subtype="html")
        part = mail.get_payload()[1]
        part.add_related(PHOTO, "image", "png", cid="<one>", filename="page.png")
    for name, content in files:
        mail.add_attachment(content, "application", "pdf", filename=name)
    return mail.as_bytes(policy=mail.policy.clone(linesep="\r\n"))


TOP = b"From: Ann <ann@client.example>\r\nTo: mira.holt@practice.example\r\nSubject: Week 3\r\n"
UUENCODED = b"Here:\r\n\r\nbegin 644 diary.txt\r\n#0V%T\r\n`\r\nend\r\n"
LONG = "Wochenprotokoll " * 14 + ".pdf"
FORWARDED = (
    TOP + b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'
    b"--x\r\n\r\nsee below\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n"
    b"From: Bo <bo@friend.example>\r\nSubject: diary\r\n\r\nmy diary\r\n--x--\r\n"
)
ALONE = (
    TOP + b"Content-Type: application/pdf; name=week3.pdf\r\nMIME-Version: 1.0\r\n"
    b"Content-Transfer-Encoding: base64\r\nX-Mailer: Post 1\r\n\r\nJVBERg==\r\n"
)
BROKEN = FORWARDED.replace(
    b"Content-Type: message/rfc822\r\n",
    b"Content-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n",
)
SHAPES: list[tuple[str, bytes, list[tuple[str, bytes]]]] = [
    ("one file", letter(("week3.pdf", PDF)), [("week3.pdf", PDF)]),
    ("two files", letter(("a.pdf", PDF), ("b.pdf", b"b")), [("a.pdf", PDF), ("b.pdf", b"b")]),
    ("empty file", letter(("none.pdf", b"")), [("none.pdf", b"")]),
    ("letters beyond ASCII", letter(("Übung 日誌.pdf", PDF)), [("Übung 日誌.pdf", PDF)]),
    ("name with quotes", letter(('my "week".pdf', PDF)), [('my "week".pdf', PDF)]),
    ("picture in the text", letter(html=True), [("page.png", PHOTO)]),
    (
        "picture and file",
        letter(("w.pdf", PDF), html=True),
        [("page.png", PHOTO), ("w.pdf", PDF)],
    ),
    ("nothing but a file", ALONE, [("week3.pdf", b"%PDF")]),
    ("uuencoded", TOP + b"\r\n" + UUENCODED, [("attachment-1.txt", UUENCODED)]),
    (
        "forwarded mail",
        FORWARDED,
        [("attachment-1.eml", FORWARDED.partition(b"rfc822\r\n\r\n")[2].partition(b"\r\n--x")[0])],
    ),
    ("no closing boundary", letter(("w.pdf", PDF)).rpartition(b"\r\n--")[0], [("w.pdf", PDF)]),
]
IDS = [name for name, _, _ in SHAPES]


@dataclass
class Desk:
    """The gateway's sealers and the therapist's own keys and programs."""

    base: Path
    seals: dict[str, Seal]
    home: Path
    readers: tuple[str, ...]
    unlock: Unlock

    def sealer(self, scheme: str) -> Sealer:
        sealer: Sealer = load("seal", scheme, "open_sealer")(self.seals[scheme], self.base)
        return sealer

    async def sealed(self, raw: bytes, scheme: str, what: str, hide: bool = False) -> bytes:
        todo = plan(raw, parse(raw), scheme=scheme, what=what, hide_names=hide)
        sealer = self.sealer(scheme)
        ciphertexts = [await sealer.seal(piece) for piece in todo.pieces]
        return apply(todo, ciphertexts, boundary_token=TOKEN)

    def gpg(self, sealed: bytes) -> bytes:
        listed = keys.gpg(self.home, "--list-only", "--list-packets", given=sealed).stdout
        readers = re.findall(rb":pubkey enc packet:.* keyid ([0-9A-F]{16})", listed)
        assert [one.decode() for one in readers] == list(self.readers)
        return keys.gpg(self.home, "--decrypt", given=sealed).stdout

    def openssl(self, message: bytes) -> bytes:
        files = "-recip", str(self.base / "certificate.pem"), "-inkey", str(self.base / "key.pem")
        return subprocess.run(
            ["openssl", "cms", "-decrypt", "-binary", *files],
            input=message,
            capture_output=True,
            check=True,
        ).stdout


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    base, pair, held = tmp_path_factory.mktemp("desk"), keys.pair(), keys.certificate()
    seals = {"openpgp": keys.openpgp_seal(base, pair), "smime": keys.smime_seal(base, held)}
    (base / "key.pem").write_bytes(held.key)
    with keys.home_with(pair) as home:
        key, certificate = base / "key.pem", base / "certificate.pem"
        with unlocked(home=home, key=key, certificate=certificate) as unlock:
            (entry,) = _gnupg.entries(home)
            readers = tuple(key.key_id for key in entry.encrypting)
            yield Desk(base, seals, home, readers, unlock)


def leaves(raw: bytes) -> list[Message]:
    """Leaves as the library sees them, which is not our own parser."""
    return [part for part in email.message_from_bytes(raw).walk() if not part.is_multipart()]


def files_in(entity: bytes) -> list[tuple[str, bytes]]:
    found = email.message_from_bytes(entity, policy=email.policy.default)
    named = (part for part in found.walk() if part.get_filename())
    return [(str(part.get_filename()), part.get_payload(decode=True)) for part in named]


@pytest.mark.parametrize(("raw", "files"), [row[1:] for row in SHAPES], ids=IDS)
async def test_gpg_opens_each_attachment(
    desk: Desk, raw: bytes, files: list[tuple[str, bytes]]
) -> None:
    sealed = await desk.sealed(raw, "openpgp", "attachments")
    parts = [part for part in leaves(sealed) if (part.get_filename() or "").endswith(".pgp")]
    names = [str(part.get_filename()).removesuffix(".pgp") for part in parts]
    opened = [desk.gpg(part.get_payload(decode=True)) for part in parts]
    assert list(zip(names, opened, strict=True)) == files


@pytest.mark.parametrize(("raw", "files"), [row[1:] for row in SHAPES], ids=IDS)
@pytest.mark.parametrize("scheme", ["openpgp", "smime"])
@pytest.mark.parametrize("what", ["attachments", "message"])
@pytest.mark.parametrize("hide", [False, True], ids=["named", "hidden"])
async def test_gateway_open_gives_the_files_back(
    desk: Desk,
    tmp_path: Path,
    raw: bytes,
    files: list[tuple[str, bytes]],
    scheme: str,
    what: str,
    hide: bool,
) -> None:
    sealed = await desk.sealed(raw, scheme, what, hide)
    opened = open_sealed(sealed, desk.unlock)
    if what == "message":
        assert opened[0].name == "message.eml"
        assert opened[0].data.endswith(raw[parse(raw).body_start :])
        opened = opened[1:]
    numbers = re.compile(r"^attachment-\d+")  # counted among all leaves, or among sealed ones
    assert [(numbers.sub("attachment", o.name), o.data) for o in opened] == [
        (numbers.sub("attachment", name), content) for name, content in files
    ]
    saved = save(opened, tmp_path / "out")
    assert [path.read_bytes() for path in saved] == [content for _, content in files]


async def test_gpg_opens_a_whole_message(desk: Desk) -> None:
    raw = letter(("Übung.pdf", PDF), html=True)
    sealed = await desk.sealed(raw, "openpgp", "message")
    mail = email.message_from_bytes(sealed)
    assert mail.get_content_type() == "multipart/encrypted"
    assert mail.get_param("protocol") == "application/pgp-encrypted"
    version, encrypted = leaves(sealed)
    assert version.get_payload(decode=True) == b"Version: 1\r\n"
    entity = desk.gpg(encrypted.get_payload(decode=True))
    assert entity.startswith(b"Content-Type: multipart/mixed;")
    assert entity.endswith(raw[parse(raw).body_start :])
    assert files_in(entity) == [("page.png", PHOTO), ("Übung.pdf", PDF)]


async def test_openssl_opens_a_whole_message(desk: Desk) -> None:
    raw = letter(("Übung.pdf", PDF), html=True)
    entity = desk.openssl(await desk.sealed(raw, "smime", "message"))
    assert entity.endswith(raw[parse(raw).body_start :])
    assert files_in(entity) == [("page.png", PHOTO), ("Übung.pdf", PDF)]


@pytest.mark.parametrize("hide", [False, True], ids=["named", "hidden"])
async def test_openssl_opens_the_attached_message(desk: Desk, hide: bool) -> None:
    raw = letter(("Übung.pdf", PDF), html=True)
    sealed = await desk.sealed(raw, "smime", "attachments", hide)
    attached = [
        part
        for part in email.message_from_bytes(sealed).walk()
        if part.get_content_type() == "message/rfc822"
    ]
    assert [part.get_filename() for part in attached] == ["sealed-attachments.eml"]
    inner = attached[0].get_payload(0).as_bytes()
    assert files_in(desk.openssl(inner)) == [("page.png", PHOTO), ("Übung.pdf", PDF)]


async def test_hidden_names_open_as_mail(desk: Desk) -> None:
    sealed = await desk.sealed(letter(("Übung.pdf", PDF)), "openpgp", "attachments", hide=True)
    # In no form that a header has for it; "bung" alone stands in armour by chance.
    for name in ("bung.pdf", "C3%9Cbung", "=C3=9Cbung"):
        assert name not in sealed.decode("ascii")
    _, part = leaves(sealed)
    assert part.get_filename() == "attachment-1.eml.pgp"
    assert files_in(desk.gpg(part.get_payload(decode=True))) == [("Übung.pdf", PDF)]


async def test_broken_base64_loses_nothing(desk: Desk) -> None:
    sealed = await desk.sealed(BROKEN, "openpgp", "attachments")
    _, part = leaves(sealed)
    assert part.get_filename() == "a.png.eml.pgp"
    assert b"\r\n\r\nFrom: Bo <bo@friend" in desk.gpg(part.get_payload(decode=True))


async def test_a_long_name_comes_back(desk: Desk) -> None:
    sealed = await desk.sealed(letter((LONG, PDF)), "openpgp", "attachments")
    (opened,) = open_sealed(sealed, desk.unlock)
    (leaf,) = parse(letter((LONG, PDF))).attachments
    assert opened.name == leaf.name
    assert opened.name.endswith(".pdf")


async def test_lone_files_open(desk: Desk) -> None:
    armor = await desk.sealer("openpgp").seal(PDF)
    (opened,) = open_sealed(armor, desk.unlock, name="week3.pdf.pgp")
    assert (opened.name, opened.data) == ("week3.pdf", PDF)
    binary = keys.gpg(desk.home, "--dearmor", given=armor).stdout
    (opened,) = open_sealed(binary, desk.unlock, name="week3.pdf.gpg")
    assert (opened.name, opened.data) == ("week3.pdf", PDF)
    der = await desk.sealer("smime").seal(letter(("week3.pdf", PDF)))
    assert [file.name for file in open_sealed(der, desk.unlock)] == ["message.eml", "week3.pdf"]


async def test_saved_mail_with_unix_line_ends_opens(desk: Desk) -> None:
    sealed = await desk.sealed(letter(("week3.pdf", PDF)), "openpgp", "attachments")
    (opened,) = open_sealed(sealed.replace(b"\r\n", b"\n"), desk.unlock)
    assert (opened.name, opened.data) == ("week3.pdf", PDF)


async def test_an_opaque_message_comes_back_whole(desk: Desk) -> None:
    raw = TOP + b"Content-Type: multipart/mixed\r\nno field\r\n\r\n--x\r\n\r\nhi\r\n--x--\r\n"
    assert parse(raw).opaque
    for scheme in ("openpgp", "smime"):
        sealed = await desk.sealed(raw, scheme, "attachments")
        assert b"no field" not in sealed
        assert open_sealed(sealed, desk.unlock)[0].data == raw
