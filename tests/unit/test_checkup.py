"""gateway check on files, folders and certificates of this machine, one trouble each."""

import os
import sys
from datetime import timedelta
from pathlib import Path

import pytest
import trustme
from cryptography import x509

from gateway import keyring
from gateway.resources import default_policy
from tests.checked import EVERY_LANGUAGE, TODAY, Write, check, errors, level_of
from tests.peers.scripted import Server


def test_all_is_well(write: Write) -> None:
    found = check(write(languages=EVERY_LANGUAGE))
    assert errors(found) == []
    topics = [f.what for f in found if f.level == "ok"]
    assert topics == [
        "policy", "replies", "crisis lines", "crisis lines", "crisis lines", "state",
        "master key", "disk", "mailbox", "relay", "door 1", "clock",
    ]  # fmt: skip
    to_see = {f.what for f in found if f.level == "warn"} - {"Python", "user"}
    assert to_see == {"review", "encryption"}  # no shipped policy can say these


def test_nothing_is_changed(write: Write, tmp_path: Path, server: Server) -> None:
    path = write()
    before = sorted(p for p in tmp_path.rglob("*"))
    check(path)
    assert sorted(p for p in tmp_path.rglob("*")) == before
    assert not {line[:4].upper() for line in server.heard} & {b"MAIL", b"RCPT", b"DATA"}


def test_no_policy_file(tmp_path: Path) -> None:
    found = check(tmp_path / "policies.toml")
    assert "gateway init" in level_of(found, "policy")["error"]
    assert "ok" in level_of(found, "clock")


def test_every_mistake_of_the_policy_is_told(write: Write) -> None:
    found = check(write(("window_days = 7", "window_days = 0"), ("kind =", "knid =")))
    assert [f.words.rpartition("policies.toml:")[2].split(":")[0] for f in errors(found)] == [
        str(1 + default_policy()[: default_policy().index(key)].count("\n"))
        for key in ("kind =", "window_days =")
    ]


def test_the_invented_practice(write: Write) -> None:
    found = check(write(('address = "dana@clinic.test"', 'address = "dana@clinic.example"'),
                        ('"dana@clinic.test" =', '"dana@clinic.example" =')))  # fmt: skip
    assert "invented" in level_of(found, "policy")["warn"]


def test_policy_that_others_may_change(write: Write) -> None:
    path = write()
    path.chmod(0o666)
    assert "chmod go-w" in level_of(check(path), "policy")["error"]


def test_no_key_yet(write: Write, tmp_path: Path) -> None:
    path = write()
    (tmp_path / "keys/master.key").unlink()
    assert "gateway init" in level_of(check(path), "master key")["error"]
    (tmp_path / "state/gateway.db").touch()
    assert "put back your copy" in level_of(check(path), "master key")["error"]


def test_key_that_others_may_read(write: Write, tmp_path: Path) -> None:
    (tmp_path / "keys/master.key").chmod(0o644)
    assert "chmod 600" in level_of(check(write()), "master key")["error"]


def test_state_that_others_may_see(write: Write, tmp_path: Path) -> None:
    (tmp_path / "state").chmod(0o755)
    assert "chmod 700" in level_of(check(write()), "state")["error"]


def test_state_that_is_not_there_yet(write: Write, tmp_path: Path) -> None:
    (tmp_path / "state").rmdir()
    assert "will be made" in level_of(check(write()), "state")["ok"]


def test_no_room(write: Write) -> None:
    path = write(("disk_free_bytes = 209715200", "disk_free_bytes = 900000000000000"))
    assert "mail is refused" in level_of(check(path), "disk")["error"]


def test_mailbox_is_a_file(write: Write, tmp_path: Path) -> None:
    (tmp_path / "mailbox").touch()
    assert "is a file" in level_of(check(write()), "mailbox")["error"]


def test_mailbox_that_all_may_see(write: Write, tmp_path: Path) -> None:
    (tmp_path / "mailbox").mkdir()
    (tmp_path / "mailbox").chmod(0o755)
    assert "chmod o-rwx" in level_of(check(write()), "mailbox")["warn"]
    (tmp_path / "mailbox").chmod(0o770)
    assert "can be written" in level_of(check(write()), "mailbox")["ok"]


def test_encryption_without_its_key(write: Write) -> None:
    change = ('scheme = "off"', 'scheme = "smime"'), ('certificate = "" ', 'certificate = "c" ')
    found = level_of(check(write(*change)), "encryption")
    assert "certificate" in found["error"]
    assert "off" in level_of(check(write()), "encryption")["warn"]


@pytest.mark.parametrize("year", [2019, 2090])
def test_clock(write: Write, year: int) -> None:
    found = check(write(), TODAY.replace(year=year, day=1))
    assert "set the clock" in level_of(found, "clock")["error"]


def test_running_as_root(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ("warn" in level_of(check(write()), "user")) == (os.geteuid() == 0)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert "user of its own" in level_of(check(write()), "user")["warn"]


@pytest.mark.parametrize(
    ("days_left", "level", "words"),
    [(3_000, "ok", "smime to your key "), (30, "warn", "your key ends in 30 days")],
)
def test_encryption_with_its_key(
    write: Write, tmp_path: Path, days_left: int, level: str, words: str
) -> None:
    certificate, _ = keyring.new_smime(name="Dana Whitfield", address="dana@clinic.test")
    (tmp_path / "own.pem").write_text(certificate)
    ends = x509.load_pem_x509_certificate(certificate.encode()).not_valid_after_utc
    path = write(
        ('scheme = "off"', 'scheme = "smime"'), ('certificate = ""', 'certificate = "own.pem"')
    )
    found = check(path, ends - timedelta(days=days_left, hours=1))
    assert level_of(found, "encryption")[level].startswith(words)


def test_encryption_by_what_is_not_installed(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "gateway.seal.smime", None)
    path = write(
        ('scheme = "off"', 'scheme = "smime"'), ('certificate = ""', 'certificate = "own.pem"')
    )
    assert "smime is not installed" in level_of(check(path), "encryption")["error"]


CERTIFICATES = [  # name on it, days until its end, door's hostname, level, words
    ("mx.clinic.test", 90, "mx.clinic.test", "ok", "valid to"),
    ("*.clinic.test", 90, "mx.clinic.test", "ok", "valid to"),
    ("other.test", 90, "mx.clinic.test", "warn", "not for mx.clinic.test"),
    ("mx.clinic.test", 7, "", "warn", "ends in 7 days"),
    ("mx.clinic.test", -1, "", "error", "ended on"),
]


@pytest.mark.parametrize(("name", "days", "hostname", "level", "words"), CERTIFICATES)
def test_certificate_of_the_door(
    write: Write,
    tmp_path: Path,
    name: str,
    days: int,
    hostname: str,
    level: str,
    words: str,
) -> None:
    made = trustme.CA().issue_cert(
        name,
        not_before=TODAY - timedelta(days=9),
        not_after=TODAY + timedelta(days=days, hours=1),
    )
    made.cert_chain_pems[0].write_to_path(str(tmp_path / "door.pem"))
    made.private_key_pem.write_to_path(str(tmp_path / "door.key"))
    (tmp_path / "door.key").chmod(0o600)
    path = write(*DOOR_PEM, ('hostname = "" ', f'hostname = "{hostname}" '))
    assert words in level_of(check(path), "door 1")[level]


DOOR_PEM = (
    ('certificate = ""                       # for', 'certificate = "door.pem"  # for'),
    ('key = "" ', 'key = "door.key" '),
)


def test_certificate_that_is_none(write: Write, tmp_path: Path) -> None:
    (tmp_path / "door.pem").write_text("x")
    (tmp_path / "door.key").write_text("x")
    found = level_of(check(write(*DOOR_PEM)), "door 1")
    assert "cannot be used" in found["error"]


def test_private_key_that_all_may_read(write: Write, tmp_path: Path) -> None:
    made = trustme.CA().issue_cert("mx.clinic.test")
    made.private_key_and_cert_chain_pem.write_to_path(str(tmp_path / "door.pem"))
    made.private_key_pem.write_to_path(str(tmp_path / "door.key"))
    (tmp_path / "door.key").chmod(0o644)
    assert "chmod o-rwx" in level_of(check(write(*DOOR_PEM)), "door 1")["error"]
