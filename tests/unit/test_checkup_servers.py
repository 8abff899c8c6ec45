"""gateway check on real servers of this machine that misbehave, one trouble each."""

import socket
import ssl
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import trustme

from gateway.checkup.finding import Finding
from gateway.checkup.servers import door, servers
from gateway.config.read import read_config
from tests.checked import TODAY, Write, level_of
from tests.peers.scripted import Server, running


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def check(path: Path) -> tuple[Finding, ...]:
    """The part of `gateway check` that opens connections."""
    config = read_config(path)
    return (*servers(config, TODAY), *door(config, 0))


REQUIRED = ('tls = "off" ', 'tls = "required" ')
BY_NAME = ('host = "127.0.0.1" ', 'host = "localhost" ')
BY_LMTP = (
    'by = "maildir" ',
    'by = "lmtp"\nhop = { host = "127.0.0.1", port = PORT, tls = "off" }  #',
)


def with_tls(server: Server, authority: trustme.CA, name: str, **more: Any) -> None:
    server.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name, **more).configure_cert(server.tls)
    server.offers = (b"STARTTLS", b"AUTH PLAIN")


def trusting(authority: trustme.CA, folder: Path) -> tuple[str, str]:
    authority.cert_pem.write_to_path(str(folder / "ca.pem"))
    return 'ca_file = "" ', 'ca_file = "ca.pem" '


@pytest.mark.parametrize(
    ("mode", "to", "is_asked"),
    [("live", "", True), ("shadow", "", False), ("off", "", False), ("off", '"d@x.test"', True)],
)
def test_relay_is_asked_when_mail_leaves_by_it(
    write: Write, server: Server, mode: str, to: str, is_asked: bool
) -> None:
    path = write(('mode = "live"', f'mode = "{mode}"'), ("to = []", f"to = [{to}]"))
    assert bool(level_of(check(path), "relay")) is bool(server.heard) is is_asked


def test_relay_with_tls(
    write: Write, server: Server, authority: trustme.CA, tmp_path: Path
) -> None:
    with_tls(server, authority, "localhost")
    path = write(REQUIRED, BY_NAME, trusting(authority, tmp_path))
    assert "TLS verified" in level_of(check(path), "relay")["ok"]
    assert [line[:4].upper() for line in server.heard[:2]] == [b"EHLO", b"STAR"]


def test_relay_with_implicit_tls(
    write: Write, server: Server, authority: trustme.CA, tmp_path: Path
) -> None:
    with_tls(server, authority, "localhost")
    server.implicit = True
    change = ('tls = "off" ', 'tls = "implicit" ')
    path = write(change, BY_NAME, trusting(authority, tmp_path))
    assert "TLS verified" in level_of(check(path), "relay")["ok"]


def test_relay_whose_certificate_ends_soon(
    write: Write, server: Server, authority: trustme.CA, tmp_path: Path
) -> None:
    with_tls(server, authority, "localhost", not_after=TODAY + timedelta(days=5, hours=1))
    path = write(REQUIRED, BY_NAME, trusting(authority, tmp_path))
    assert "ends in 5 days" in level_of(check(path), "relay")["warn"]


@pytest.mark.parametrize("trouble", ["unknown authority", "another name", "ended"])
def test_relay_whose_certificate_is_not_trusted(
    write: Write, server: Server, authority: trustme.CA, tmp_path: Path, trouble: str
) -> None:
    end = TODAY - timedelta(days=1) if trouble == "ended" else TODAY + timedelta(days=90)
    with_tls(server, authority, "mx.test" if trouble == "another name" else "localhost",
             not_before=TODAY - timedelta(days=9), not_after=end)  # fmt: skip
    changes = [REQUIRED, BY_NAME, trusting(authority, tmp_path)]
    path = write(*(changes[:2] if trouble == "unknown authority" else changes))
    assert "does not verify" in level_of(check(path), "relay")["error"]


def test_relay_without_tls(write: Write) -> None:
    found = level_of(check(write(REQUIRED, BY_NAME)), "relay")
    assert "STARTTLS" in found["error"]


def test_relay_that_takes_tls_back(write: Write, server: Server, tmp_path: Path) -> None:
    server.offers = (b"STARTTLS", b"AUTH PLAIN")
    (tmp_path / "pass").write_text("right")
    (tmp_path / "pass").chmod(0o600)
    change = ('user = "" ', 'user = "dana" '), ('password_file = "" ', 'password_file = "pass" ')
    assert "502" in level_of(check(write(REQUIRED, BY_NAME, *change)), "relay")["error"]
    assert not any(line.startswith(b"AUTH") for line in server.heard)


def test_relay_that_could_have_tls(write: Write, server: Server, authority: trustme.CA) -> None:
    change = ('tls = "off" ', 'tls = "opportunistic" ')
    assert "in clear" in level_of(check(write(change)), "relay")["warn"]
    with_tls(server, authority, "whoever.test")
    assert "answers" in level_of(check(write(change)), "relay")["ok"]


@pytest.mark.parametrize(("password", "level"), [("right", "ok"), ("wrong", "error")])
def test_password(write: Write, server: Server, tmp_path: Path, password: str, level: str) -> None:
    server.offers = (b"AUTH CRAM-MD5 PLAIN",)
    (tmp_path / "pass").write_text(password)
    (tmp_path / "pass").chmod(0o600)
    change = ('user = "" ', 'user = "dana" '), ('password_file = "" ', 'password_file = "pass" ')
    found = check(write(*change))
    assert "password" in level_of(found, "relay")[level]
    assert "wrong\n" not in str(found)


def test_password_that_others_may_read(write: Write, tmp_path: Path) -> None:
    (tmp_path / "pass").write_text("right")
    (tmp_path / "pass").chmod(0o640)
    change = ('user = "" ', 'user = "dana" '), ('password_file = "" ', 'password_file = "pass" ')
    assert "chmod 600" in level_of(check(write(*change)), "relay")["error"]


def test_nobody_listens(write: Write) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        path = write()
        path.write_text(path.read_text().replace('host = "127.0.0.1" ', 'host = "127.0.0.2" ', 1))
        assert "nothing listens" in level_of(check(path), "relay")["error"]


@pytest.mark.parametrize(
    ("greeting", "words"),
    [(b"554 5.7.1 no mail here", "554 5.7.1 no mail here"), (b"+OK POP3", "as a mail server")],
)
def test_server_that_refuses(write: Write, server: Server, greeting: bytes, words: str) -> None:
    server.greeting = greeting
    assert words in level_of(check(write()), "relay")["error"]


def test_next_hop_by_lmtp(write: Write) -> None:
    with running(Server()) as mailbox:
        mailbox.hello = b"LHLO"
        mailbox.offers = (b"SIZE 1000000",)
        change = (BY_LMTP[0], BY_LMTP[1].replace("PORT", str(mailbox.port)))
        found = check(write(change))
    assert "takes messages of at most 1000000" in level_of(found, "next hop")["warn"]
    assert mailbox.heard[0].upper().startswith(b"LHLO")


def test_door_that_is_taken(write: Write) -> None:
    with running(Server()) as other:
        change = ("port = 0 ", f"port = {other.port} ")
        assert "if it runs" in level_of(check(write(change)), "door 1")["ok"]
        other.greeting = b"HTTP/1.1"
        assert "another program" in level_of(check(write(change)), "door 1")["error"]


def test_door_of_another_machine(write: Write) -> None:
    found = level_of(check(write(('address = "127.0.0.1"', 'address = "192.0.2.7"'))), "door 1")
    assert "no such address" in found["error"]
    assert "in clear" in found["warn"]
