"""gateway check, on real folders, certificates and servers of this machine, one trouble each."""

import os
import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import trustme

from gateway.checkup import Finding, run_checks
from gateway.resources import default_policy
from gateway.secrets import make_master_key, private_folder

NOW = datetime.now(UTC)  # certificates are made now

Write = Callable[..., Path]


class Server(socketserver.ThreadingTCPServer):
    """Speaks as much SMTP as a check needs."""

    allow_reuse_address = True
    daemon_threads = True
    greeting = b"220 mx.test.example ESMTP"
    offers: tuple[bytes, ...] = ()
    hello = b"EHLO"
    tls: ssl.SSLContext | None = None
    implicit = False

    def __init__(self) -> None:
        self.heard: list[bytes] = []
        super().__init__(("127.0.0.1", 0), Talk)

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class Talk(socketserver.BaseRequestHandler):
    server: Server

    def handle(self) -> None:
        server, sock = self.server, self.request
        try:
            if server.implicit and server.tls:
                sock = server.tls.wrap_socket(sock, server_side=True)
            sock.sendall(server.greeting + b"\r\n")
            while line := self._line(sock):
                server.heard.append(line)
                if line.upper().startswith(b"STARTTLS") and server.tls:
                    sock.sendall(b"220 go on\r\n")
                    sock = server.tls.wrap_socket(sock, server_side=True)
                else:
                    sock.sendall(self._answer(line))
        except OSError:
            pass  # the check hung up
        finally:
            sock.close()

    def _line(self, sock: socket.socket) -> bytes:
        line = b""
        while not line.endswith(b"\n") and (more := sock.recv(1)):
            line += more
        return line

    def _answer(self, line: bytes) -> bytes:
        verb = line[:4].upper()
        if verb == self.server.hello:
            rows = [b"mx.test.example", *self.server.offers]
            last = len(rows) - 1
            return b"".join(
                b"250" + (b" " if n == last else b"-") + row + b"\r\n" for n, row in enumerate(rows)
            )
        if verb == b"AUTH":
            return b"535 5.7.8 wrong\r\n" if b"d3Jvbmc=" in line else b"235 2.7.0 in\r\n"
        return b"221 bye\r\n" if verb == b"QUIT" else b"502 5.5.1 no\r\n"


@contextmanager
def running(server: Server) -> Iterator[Server]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    with running(Server()) as one:
        yield one


@pytest.fixture(autouse=True)
def _no_secrets_around(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    monkeypatch.delenv("GATEWAY_MASTER_KEY", raising=False)


@pytest.fixture
def write(tmp_path: Path, server: Server) -> Write:
    """Writes a policy that is in order, changed as told; answers its path."""
    tmp_path.chmod(0o700)
    make_master_key(tmp_path / "keys/master.key")
    private_folder(tmp_path / "state")

    def put(*changes: tuple[str, str]) -> Path:
        text = default_policy().replace("clinic.example", "clinic.test")
        text = text.replace("port = 2526 ", f"port = {server.port} ")
        text = text.replace("port = 2525 ", "port = 0 ")
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        path = tmp_path / "policies.toml"
        path.write_text(text, "utf-8")
        path.chmod(0o644)
        return path

    return put


def level_of(found: tuple[Finding, ...], what: str) -> dict[str, str]:
    """level -> words and remedy of what was said of one thing."""
    return {f.level: f"{f.words} | {f.fix}" for f in found if f.what == what}


def check(path: Path, now: datetime = NOW) -> tuple[Finding, ...]:
    return run_checks(path, now=now)


def errors(found: tuple[Finding, ...]) -> list[Finding]:
    return [f for f in found if f.level == "error"]


def test_all_is_well(write: Write) -> None:
    found = check(write())
    assert errors(found) == []
    topics = [f.what for f in found if f.level == "ok"]
    assert topics == [
        "policy", "replies", "crisis lines", "state", "master key", "disk", "mailbox", "relay",
        "door 1", "clock",
    ]  # fmt: skip
    assert "911" in level_of(found, "crisis lines")["ok"]
    assert "988" in level_of(found, "crisis lines")["ok"]


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
        "11",
        "86",
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


def test_template_of_ones_own_that_is_wrong(write: Write, tmp_path: Path) -> None:
    path = write()
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/other.txt.j2").write_text("{% if %}")
    assert "other:1" in level_of(check(path), "replies")["error"]
    (tmp_path / "templates/other.txt.j2").write_text("Hello {{ practice.nmae }}")
    assert "nmae" in level_of(check(path), "replies")["error"]


def test_encryption_without_its_key(write: Write) -> None:
    change = ('scheme = "off"', 'scheme = "smime"'), ('certificate = "" ', 'certificate = "c" ')
    found = level_of(check(write(*change)), "encryption")
    assert "certificate" in found["error"]
    assert "off" in level_of(check(write()), "encryption")["warn"]


def test_a_line_checked_tomorrow(write: Write) -> None:
    day = (NOW + timedelta(days=1)).date()
    rows = f'[[crisis.confirmed]]\nline = "CA-988"\non = {day}\nby = "Dana"\n[reply]'
    found = check(write(("[reply]", rows)))
    assert "a day to come" in level_of(found, "crisis lines")["warn"]


@pytest.mark.parametrize("year", [2019, 2090])
def test_clock(write: Write, year: int) -> None:
    found = check(write(), NOW.replace(year=year, day=1))
    assert "set the clock" in level_of(found, "clock")["error"]


def test_running_as_root(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ("warn" in level_of(check(write()), "user")) == (os.geteuid() == 0)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert "user of its own" in level_of(check(write()), "user")["warn"]


# Servers

REQUIRED = ('tls = "off" ', 'tls = "required" ')
BY_NAME = ('host = "127.0.0.1" ', 'host = "localhost" ')
BY_LMTP = (
    'by = "maildir" ',
    'by = "lmtp"\nhop = { host = "127.0.0.1", port = PORT, tls = "off" }  #',
)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def with_tls(server: Server, authority: trustme.CA, name: str, **more: Any) -> None:
    server.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name, **more).configure_cert(server.tls)
    server.offers = (b"STARTTLS", b"AUTH PLAIN")


def trusting(authority: trustme.CA, folder: Path) -> tuple[str, str]:
    authority.cert_pem.write_to_path(str(folder / "ca.pem"))
    return 'ca_file = "" ', 'ca_file = "ca.pem" '


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
    with_tls(server, authority, "localhost", not_after=NOW + timedelta(days=5, hours=1))
    path = write(REQUIRED, BY_NAME, trusting(authority, tmp_path))
    assert "ends in 5 days" in level_of(check(path), "relay")["warn"]


@pytest.mark.parametrize("trouble", ["unknown authority", "another name", "ended"])
def test_relay_whose_certificate_is_not_trusted(
    write: Write, server: Server, authority: trustme.CA, tmp_path: Path, trouble: str
) -> None:
    end = NOW - timedelta(days=1) if trouble == "ended" else NOW + timedelta(days=90)
    with_tls(server, authority, "mx.test" if trouble == "another name" else "localhost",
             not_before=NOW - timedelta(days=9), not_after=end)  # fmt: skip
    changes = [REQUIRED, BY_NAME, trusting(authority, tmp_path)]
    path = write(*(changes[:2] if trouble == "unknown authority" else changes))
    assert "does not verify" in level_of(check(path), "relay")["error"]


def test_relay_without_tls(write: Write) -> None:
    found = level_of(check(write(REQUIRED, BY_NAME)), "relay")
    assert "STARTTLS" in found["error"]


def test_relay_that_could_have_tls(write: Write, server: Server, authority: trustme.CA) -> None:
    change = ('tls = "off" ', 'tls = "opportunistic" ')
    assert "in clear" in level_of(check(write(change)), "relay")["warn"]
    with_tls(server, authority, "whoever.test")
    assert "answers" in level_of(check(write(change)), "relay")["ok"]


@pytest.mark.parametrize(("password", "level"), [("right", "ok"), ("wrong", "error")])
def test_password(write: Write, server: Server, tmp_path: Path, password: str, level: str) -> None:
    server.offers = (b"AUTH LOGIN",)
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


# Doors


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
    authority: trustme.CA,
    tmp_path: Path,
    name: str,
    days: int,
    hostname: str,
    level: str,
    words: str,
) -> None:
    made = authority.issue_cert(
        name,
        not_before=NOW - timedelta(days=9),
        not_after=NOW + timedelta(days=days, hours=1),
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


def test_private_key_that_all_may_read(write: Write, authority: trustme.CA, tmp_path: Path) -> None:
    made = authority.issue_cert("mx.clinic.test")
    made.private_key_and_cert_chain_pem.write_to_path(str(tmp_path / "door.pem"))
    made.private_key_pem.write_to_path(str(tmp_path / "door.key"))
    (tmp_path / "door.key").chmod(0o644)
    assert "chmod o-rwx" in level_of(check(write(*DOOR_PEM)), "door 1")["error"]
