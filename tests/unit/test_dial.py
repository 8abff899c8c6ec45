"""Before the first mail: TLS as the policy wants it, and the log-in."""

import asyncio
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import trustme

from gateway.core.policy import Hop
from gateway.errors import NeedsHuman
from gateway.wire.dial import Peer, _is_loopback, _log_in
from gateway.wire.dialogue import Dialogue
from tests.peers.handing_over import kinds, sent
from tests.peers.sink import CUT, Script, sink

# ---- TLS


@dataclass(frozen=True)
class Certificates:
    """A server's TLS settings, and the folder with ca.pem that vouches for it."""

    server: ssl.SSLContext
    folder: Path
    issue: Callable[[str], ssl.SSLContext]


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    authority, folder = trustme.CA(), tmp_path_factory.mktemp("ca")
    authority.cert_pem.write_to_path(str(folder / "ca.pem"))

    def issue(name: str, by: trustme.CA = authority) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        by.issue_cert(name).configure_cert(context)
        return context

    trustme.CA().cert_pem.write_to_path(str(folder / "other.pem"))
    (folder / "broken.pem").write_text("no certificate")
    return Certificates(issue("127.0.0.1"), folder, issue)


TLS = [  # name, hop.tls, ca_file, name in the certificate ("" no TLS), outcome, message went by TLS
    ("required", "required", "ca.pem", "127.0.0.1", "ok", True),
    ("required, not offered", "required", "ca.pem", "", "human", None),
    ("required, another name", "required", "ca.pem", "mail.example", "human", None),
    ("required, unknown authority", "required", "", "127.0.0.1", "human", None),
    ("required, another authority", "required", "other.pem", "127.0.0.1", "human", None),
    ("required, no such file", "required", "missing.pem", "127.0.0.1", "human", None),
    ("required, a broken file", "required", "broken.pem", "127.0.0.1", "human", None),
    ("opportunistic", "opportunistic", "", "mail.example", "ok", True),
    ("opportunistic, not offered", "opportunistic", "", "", "ok", False),
    ("off", "off", "", "127.0.0.1", "ok", False),
]


@pytest.mark.parametrize(
    ("tls", "ca_file", "name", "expected", "secure"), [t[1:] for t in TLS], ids=[t[0] for t in TLS]
)
async def test_starttls(
    certificates: Certificates,
    tls: str,
    ca_file: str,
    name: str,
    expected: str,
    secure: bool | None,
) -> None:
    context = certificates.issue(name) if name else None
    async with sink(tls=context) as server:
        outcomes = await sent(server, base=certificates.folder, tls=tls, ca_file=ca_file)
        assert kinds(outcomes) == [expected]
        assert [taken.tls for taken in server.taken] == ([] if secure is None else [secure])
        assert server.verbs().count("EHLO") == (2 if secure else min(1, server.connections))


@pytest.mark.parametrize(("ca_file", "expected"), [("ca.pem", "ok"), ("", "human")])
async def test_implicit_tls(certificates: Certificates, ca_file: str, expected: str) -> None:
    async with sink(tls=certificates.server, implicit=True) as server:
        outcomes = await sent(server, base=certificates.folder, tls="implicit", ca_file=ca_file)
        assert kinds(outcomes) == [expected]
        assert "STARTTLS" not in server.verbs()


@pytest.mark.parametrize(
    ("answer", "tls", "expected"),
    [
        (b"454 4.7.0 later\r\n", "required", "later"),
        (b"502 5.5.1 no\r\n", "required", "human"),
        (b"454 4.7.0 later\r\n", "opportunistic", "ok"),
        (CUT, "required", "later"),
    ],
)
async def test_starttls_refused(
    certificates: Certificates, answer: bytes, tls: str, expected: str
) -> None:
    script = Script(answers={"STARTTLS": answer})
    async with sink(tls=certificates.server, usual=script) as server:
        outcomes = await sent(server, base=certificates.folder, tls=tls, ca_file="ca.pem")
        assert kinds(outcomes) == [expected]


async def test_no_answer_from_before_tls_is_believed(certificates: Certificates) -> None:
    """Someone on the line adds a reply behind the server's own; it must not count (RFC 3207)."""
    injected = b"220 go ahead\r\n250-evil.example\r\n250 AUTH PLAIN\r\n"
    script = Script(keywords=("PIPELINING",), answers={"STARTTLS": injected})
    async with sink(tls=certificates.server, usual=script) as server:
        outcomes = await sent(
            server,
            base=certificates.folder,
            tls="required",
            ca_file="ca.pem",
            user="u",
            password="p",
        )
        assert kinds(outcomes) == ["human"]  # the real server offers no log-in
        assert "AUTH" not in server.verbs()


# ---- log-in


PLAIN, LOGIN = ("AUTH PLAIN LOGIN",), ("AUTH=LOGIN",)
LOGINS = [  # name, keywords, answer, outcome, the words of the log-in
    ("plain", PLAIN, b"235 2.7.0 ok\r\n", "ok", ["AUTH PLAIN AGRhbmEAc2VzYW1l"]),
    ("login", LOGIN, b"235 2.7.0 ok\r\n", "ok", ["AUTH LOGIN", "ZGFuYQ==", "c2VzYW1l"]),
    ("wrong", PLAIN, b"535 5.7.8 no\r\n", "human", ["AUTH PLAIN AGRhbmEAc2VzYW1l"]),
    ("refused", PLAIN, b"550 5.7.1 no\r\n", "human", ["AUTH PLAIN AGRhbmEAc2VzYW1l"]),
    ("not now", PLAIN, b"454 4.7.0 no\r\n", "later", ["AUTH PLAIN AGRhbmEAc2VzYW1l"]),
    ("not offered", (), b"", "human", []),
    ("no way we know", ("AUTH CRAM-MD5",), b"", "human", []),
]


@pytest.mark.parametrize(
    ("keywords", "answer", "expected", "words"), [x[1:] for x in LOGINS], ids=[x[0] for x in LOGINS]
)
async def test_log_in(
    keywords: tuple[str, ...], answer: bytes, expected: str, words: list[str]
) -> None:
    async with sink(usual=Script(keywords=keywords, answers={"AUTH": answer})) as server:
        outcomes = await sent(server, user="dana", password="sesame")
        assert kinds(outcomes) == [expected]
        assert server.commands[1 : 1 + len(words)] == words
        assert "sesame" not in repr(outcomes)


async def test_no_password_where_others_could_read_it(certificates: Certificates) -> None:
    """On this machine a line in clear will do; elsewhere only TLS with a server we can tell."""
    answers = {a: _is_loopback(a) for a in ("127.0.0.1", "127.9.9.9", "::1", "10.0.0.1", "", "x")}
    assert [a for a, near in answers.items() if near] == ["127.0.0.1", "127.9.9.9", "::1"]
    peer = Peer(
        hop=Hop(user="dana"), who="the server", hostname="g", password=None, tls=lambda: None
    )
    ours, theirs = socket.socketpair()  # a peer without an address could be anywhere
    with theirs:
        loop = asyncio.get_running_loop()
        _, line = await loop.create_connection(lambda: Dialogue("the server", 5.0), sock=ours)
        line.offers = {"AUTH": "PLAIN"}
        with pytest.raises(NeedsHuman, match="would not be safe"):
            await _log_in(line, peer, "sesame")
        line.abort()
        await line.closed()
        assert theirs.recv(100) == b""
