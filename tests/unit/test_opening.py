"""Files come back under safe names into the folder she chose, and nowhere else."""

from pathlib import Path

import pytest

from gateway.core.sealed_leaf import WRAPPED
from gateway.errors import NeedsHuman
from gateway.keyring import as_pkcs12, new_smime
from gateway.opening import Opened, Unlock, open_sealed, save, unlocked
from gateway.seal import _gnupg
from gateway.seal.smime import enveloped, read_certificate
from tests import keys

ARMOR = (
    b"-----BEGIN PGP MESSAGE-----\r\n\r\nhAwDAAAAAAAAAAAAAADSAXg=\r\n-----END PGP MESSAGE-----\r\n"
)


def opens_to(clear: bytes) -> Unlock:
    return Unlock(lambda _sealed: clear, lambda _sealed: clear)


NAMES = [  # name of the sealed file, name that comes back
    ("week3.pdf.pgp", "week3.pdf"),
    ("week3.pdf.GPG", "week3.pdf"),
    ("notes.asc", "notes"),
    ("week3.pdf", "week3.pdf"),
    ("../../etc/passwd.pgp", "passwd"),
    ("..\\..\\evil.exe.pgp", "evil.exe"),
    ("-rf.pgp", "_-rf"),
    (".pgp", "attachment-1"),
    ("", "attachment-1"),
]


@pytest.mark.parametrize(("sealed", "name"), NAMES)
def test_the_name_of_a_lone_file(sealed: str, name: str) -> None:
    assert open_sealed(ARMOR, opens_to(b"x"), name=sealed) == [Opened(name, b"x")]


def test_a_wrapped_file_has_its_own_name() -> None:
    part = b'Content-Disposition: attachment; filename="week 3.txt"\r\n\r\nDear'
    opened = open_sealed(ARMOR, opens_to(WRAPPED + part), name="attachment-1.eml.pgp")
    assert opened == [Opened("week 3.txt", b"Dear")]


NOT_SEALED = [  # name, file
    ("text", b"Subject: a\r\n\r\nhello\r\n"),
    ("attachment", b"Content-Type: x/y; name=a.pgp\r\n\r\nno armor\r\n"),
    ("signed", b"Content-Type: application/pkcs7-mime; smime-type=signed-data\r\n\r\nMAA=\r\n"),
    ("forwarded", b"Content-Type: message/rfc822\r\n\r\nSubject: b\r\n\r\nhello\r\n"),
    ("nothing", b""),
]


@pytest.mark.parametrize("raw", [row[1] for row in NOT_SEALED], ids=[r[0] for r in NOT_SEALED])
def test_nothing_sealed_gives_nothing(raw: bytes) -> None:
    assert open_sealed(raw, opens_to(b"x")) == []


SAVED = [  # name, file name on disk
    ("week3.pdf", "week3.pdf"),
    ("../up.txt", "up.txt"),
    ("/etc/passwd", "passwd"),
    ("a/b\\c.txt", "c.txt"),
    ("..", "file"),
    ("", "file"),
    (".hidden", "hidden"),
    ("nul\0l.txt", "nul l.txt"),
    ("Übung.pdf", "Übung.pdf"),
]


@pytest.mark.parametrize(("name", "on_disk"), SAVED)
def test_saved_names(tmp_path: Path, name: str, on_disk: str) -> None:
    (path,) = save([Opened(name, b"x")], tmp_path / "out")
    assert path == tmp_path / "out" / on_disk
    assert path.read_bytes() == b"x"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("mine")
    (tmp_path / "a (2).txt").symlink_to(tmp_path / "elsewhere")
    paths = save([Opened("a.txt", b"1"), Opened("a.txt", b"2")], tmp_path)
    assert [path.name for path in paths] == ["a (3).txt", "a (4).txt"]
    assert (tmp_path / "a.txt").read_text() == "mine"
    assert not (tmp_path / "elsewhere").exists()


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NeedsHuman, match="folder"):
        save([Opened("a", b"x")], tmp_path / "file")


def test_what_was_opened_is_not_shown() -> None:
    assert "diary" not in repr(Opened("diary.txt", b"my diary"))


@pytest.mark.parametrize("passphrase", ["", "correct horse"])
def test_openpgp_key_file(tmp_path: Path, passphrase: str) -> None:
    given = f"--passphrase={passphrase}"
    with _gnupg.throwaway_home() as home:
        (home / "gpg-agent.conf").write_text("s2k-count 65536\n")  # for the test's speed only
        keys.gpg(home, given, "--quick-generate-key", keys.ADDRESS, "future-default")
        secret = keys.gpg(home, given, "--armor", "--export-secret-keys").stdout
        sealed = keys.gpg(home, "-r", keys.ADDRESS, "--encrypt", given=b"x").stdout
    (tmp_path / "secret.asc").write_bytes(secret)
    with unlocked(key=tmp_path / "secret.asc", passphrase=passphrase) as unlock:
        assert open_sealed(sealed, unlock, name="a.pgp") == [Opened("a", b"x")]
    if passphrase:
        with (
            unlocked(key=tmp_path / "secret.asc", passphrase="wrong") as unlock,
            pytest.raises(NeedsHuman, match="passphrase"),
        ):
            open_sealed(sealed, unlock)


def test_another_openpgp_key(tmp_path: Path) -> None:
    pair = keys.pair()
    with keys.home_with(pair) as home:
        sealed = keys.gpg(
            home, "--trust-model=always", "-r", pair.fingerprint, "--encrypt", given=b"x"
        ).stdout
    (tmp_path / "other.asc").write_bytes(keys.pair("other").secret)
    with (
        unlocked(key=tmp_path / "other.asc") as unlock,
        pytest.raises(NeedsHuman, match="your key"),
    ):
        open_sealed(sealed, unlock)


def test_a_public_key_opens_nothing(tmp_path: Path) -> None:
    (tmp_path / "public.asc").write_bytes(keys.pair().public)
    with pytest.raises(NeedsHuman, match="no secret key"), unlocked(key=tmp_path / "public.asc"):
        pass


@pytest.fixture(scope="module")
def smime() -> tuple[str, str]:
    return new_smime(name="Mira Holt", address=keys.ADDRESS)


@pytest.mark.parametrize("form", ["pem", "one pem", "p12"])
def test_smime_key_files(tmp_path: Path, smime: tuple[str, str], form: str) -> None:
    certificate, key = smime
    sealed = enveloped(
        b"Content-Type: text/plain\r\n\r\nx\r\n", read_certificate(certificate.encode())
    )
    files = {
        "pem": (key.encode(), certificate),
        "one pem": ((certificate + key).encode(), None),
        "p12": (as_pkcs12(certificate, key, password="horse"), None),
    }
    held, own = files[form]
    (tmp_path / "key").write_bytes(held)
    if own:
        (tmp_path / "own.pem").write_text(own)
    password = "horse" if form == "p12" else ""
    with unlocked(
        key=tmp_path / "key", certificate=tmp_path / "own.pem" if own else None, passphrase=password
    ) as unlock:
        (opened,) = open_sealed(sealed, unlock)
        assert opened == Opened("message.eml", b"Content-Type: text/plain\r\n\r\nx\r\n")
        with pytest.raises(NeedsHuman, match="another certificate"):
            unlock.smime(enveloped(b"x", read_certificate(keys.certificate().certificate)))


def test_bad_smime_keys(tmp_path: Path) -> None:
    good, other, elliptic = map(keys.certificate, ("good", "other", "elliptic"))
    broken = b"-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----\n"
    rows = [
        (good.key, other.certificate),
        (good.key, b""),
        (broken, good.certificate),
        (b"\x30\x03abc", b""),
        (elliptic.key, elliptic.certificate),
    ]
    for key, certificate in rows:
        (tmp_path / "key.pem").write_bytes(key)
        (tmp_path / "own.pem").write_bytes(certificate)
        with (
            pytest.raises(NeedsHuman),
            unlocked(key=tmp_path / "key.pem", certificate=tmp_path / "own.pem"),
        ):
            pass


def test_a_missing_key_file(tmp_path: Path) -> None:
    with pytest.raises(NeedsHuman, match="cannot be read"), unlocked(key=tmp_path / "no"):
        pass


def test_no_smime_key_was_given(tmp_path: Path) -> None:
    with unlocked(home=tmp_path) as unlock, pytest.raises(NeedsHuman, match="certificate"):
        unlock.smime(b"\x30")
