"""The dialogue with a server: what is said, in which order, and what each answer means."""

import asyncio
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import trustme
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.policy import Hop
from gateway.deliver._server import ServerDeliverer
from gateway.deliver._transaction import _stuffed
from gateway.errors import EdgeError, GiveUp, NeedsHuman, TryLater
from gateway.ports import Outgoing
from gateway.wire.dial import Peer, _is_loopback, _log_in
from gateway.wire.dialogue import Dialogue
from gateway.wire.replies import BadReply, Lost, Reply, ReplyReader, trouble
from tests.peers.sink import CUT, KEYWORDS, Script, Sink, sink

ANN, DANA, LEE = "ann@client.example", "dana@clinic.example", "lee@clinic.example"
RAW = b"Subject: Tuesday\r\n\r\nSee you then.\r\n"
MAIL = Outgoing(sender=ANN, recipients=(DANA,), raw=RAW, key="7/1")
BOTH = replace(MAIL, recipients=(DANA, LEE))


async def sent(
    server: Sink,
    mail: Outgoing = MAIL,
    *,
    password: str | None = None,
    base: Path = Path(),
    **hop: object,
) -> list[EdgeError | None]:
    """The outcomes of one delivery; an error for all is one outcome."""
    settings = {"port": server.port, "tls": "off", "timeout_s": 5.0, **hop}
    deliverer = ServerDeliverer(
        Hop(**settings),  # type: ignore[arg-type]
        who="the mailbox server",
        base=base,
        hostname="gateway.example",
        password=password,
        lmtp=server.lmtp,
    )
    try:
        return list(await deliverer.deliver(mail))
    except EdgeError as error:
        return [error]
    finally:
        await deliverer.close()


def kinds(outcomes: list[EdgeError | None]) -> list[str]:
    """Each outcome in a word, with "?" when it is in doubt."""
    words = {type(None): "ok", TryLater: "later", Lost: "later", NeedsHuman: "human", GiveUp: "no"}
    return [words[type(o)] + ("?" if getattr(o, "in_doubt", False) else "") for o in outcomes]


# ---- replies


REPLIES = [  # name, bytes, what is read
    ("one line", b"250 2.1.5 ok\r\n", [(250, "2.1.5")]),
    ("no text", b"250\r\n", [(250, "")]),
    ("only a status", b"550 5.1.1\r\n", [(550, "5.1.1")]),
    ("several lines", b"250-a\r\n250-b c\r\n250 d\r\n", [(250, "")]),
    ("status of the last line", b"550-5.1.0 x\r\n550 5.1.1 y\r\n", [(550, "5.1.1")]),
    ("two at once", b"250 a\r\n354 b\r\n", [(250, ""), (354, "")]),
    ("bare LF", b"250 2.0.0 ok\n", [(250, "2.0.0")]),
    ("no status: a version", b"250 5.1.1x\r\n", [(250, "")]),
    ("not yet whole", b"250-a\r\n250", []),
    ("a long line", b"250 " + b"x" * 2_000 + b"\r\n", [(250, "")]),
]
NO_REPLIES = [
    ("words", b"hello\r\n"),
    ("an empty line", b"\r\n"),
    ("no such code", b"199 ok\r\n"),
    ("a code of four", b"2500 ok\r\n"),
    ("two codes in one", b"250-a\r\n550 b\r\n"),
    ("a line too long", b"250 " + b"x" * 2_048 + b"\r\n"),
    ("no end of line", b"x" * 3_000),
    ("no last line", b"250-a\r\n" * 101),
]


@pytest.mark.parametrize(
    ("data", "expected"), [r[1:] for r in REPLIES], ids=[r[0] for r in REPLIES]
)
def test_replies(data: bytes, expected: list[tuple[int, str]]) -> None:
    assert [(r.code, r.status) for r in ReplyReader().feed(data)] == expected


@pytest.mark.parametrize("data", [r[1] for r in NO_REPLIES], ids=[r[0] for r in NO_REPLIES])
def test_what_is_no_reply(data: bytes) -> None:
    with pytest.raises(BadReply):
        ReplyReader().feed(data)


@given(st.lists(st.sampled_from([r[1] for r in REPLIES[:8]])), st.data())
def test_replies_come_in_any_pieces(parts: list[bytes], data: st.DataObject) -> None:
    whole = b"".join(parts)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=6)))
    reader, pieces = ReplyReader(), zip([0, *cuts], [*cuts, len(whole)], strict=True)
    found = [reply for start, end in pieces for reply in reader.feed(whole[start:end])]
    assert found == ReplyReader().feed(whole)


TROUBLES = [
    (421, "4.3.2", TryLater),
    (450, "", TryLater),
    (452, "4.2.2", TryLater),
    (550, "5.1.1", GiveUp),
    (554, "", GiveUp),
    (552, "5.2.2", TryLater),
    (550, "5.2.2", TryLater),
    (552, "", TryLater),
    (552, "5.3.4", GiveUp),
    (530, "5.7.0", NeedsHuman),
    (535, "5.7.8", NeedsHuman),
    (538, "", NeedsHuman),
    (354, "", TryLater),
    (250, "", TryLater),
]


@pytest.mark.parametrize(("code", "status", "kind"), TROUBLES)
def test_what_a_refusal_means(code: int, status: str, kind: type[EdgeError]) -> None:
    error = trouble(Reply(code, status, (b"canary",)), "the mailbox server")
    assert type(error) is kind
    assert error.public == f"the mailbox server answered {code} {status}".rstrip()
    assert error.detail == ""


# ---- the message


def as_the_rfc_says(raw: bytes) -> bytes:
    """Line by line (RFC 5321 §4.5.2), to compare with one pass over all."""
    lines = raw.split(b"\r\n")
    if lines[-1] == b"":
        lines.pop()
    return b"".join((b"." if x[:1] == b"." else b"") + x + b"\r\n" for x in lines) + b".\r\n"


@given(st.lists(st.sampled_from([b".", b"\r\n", b"a", b"\xff", b"..", b"\r\n.\r\n"])))
def test_dots_are_doubled(parts: list[bytes]) -> None:
    raw = b"".join(parts)
    assert _stuffed(raw) == as_the_rfc_says(raw)


async def test_a_missing_last_line_end_is_added() -> None:
    async with sink() as server:
        assert kinds(await sent(server, replace(MAIL, raw=b"A: b\r\n\r\nno end"))) == ["ok"]
        assert server.taken[0].raw == b"A: b\r\n\r\nno end\r\n"


# ---- order and parameters


async def test_one_group_where_pipelining_is_offered() -> None:
    async with sink() as server:
        await sent(server, BOTH)
        assert server.verbs() == ["EHLO", "MAIL", "RCPT", "RCPT", "DATA", "QUIT"]
        assert server.ahead == [False, True, True, True, False, False]


async def test_one_by_one_where_it_is_not() -> None:
    async with sink(usual=Script(keywords=())) as server:
        await sent(server, BOTH)
        assert server.verbs() == ["EHLO", "MAIL", "RCPT", "RCPT", "DATA", "QUIT"]
        assert server.ahead == [False] * 6
        assert server.commands[1] == f"MAIL FROM:<{ANN}>"


async def test_nothing_more_is_asked_after_a_refusal_one_by_one() -> None:
    async with sink(usual=Script(keywords=(), answers={"MAIL": b"451 no\r\n"})) as server:
        assert kinds(await sent(server, BOTH)) == ["later", "later"]
        assert server.verbs() == ["EHLO", "MAIL", "QUIT"]
    async with sink(usual=Script(keywords=(), answers={"RCPT": b"550 no\r\n"})) as server:
        assert kinds(await sent(server, BOTH)) == ["no", "no"]
        assert server.verbs() == ["EHLO", "MAIL", "RCPT", "RCPT", "QUIT"]


async def test_helo_where_ehlo_is_unknown() -> None:
    async with sink(usual=Script(answers={"EHLO": b"502 5.5.1 what?\r\n"})) as server:
        assert kinds(await sent(server)) == ["ok"]
        assert server.commands[:3] == [
            "EHLO gateway.example",
            "HELO gateway.example",
            f"MAIL FROM:<{ANN}>",
        ]


BIG = RAW + b"x" * 100 + b"\r\n"
EIGHT = RAW + b"\xe4\r\n"
GREEK = "δανάη@clinic.example"
PARAMETERS = [  # name, keywords, changes of the mail, MAIL, last RCPT
    ("all plain", KEYWORDS, {}, f"<{ANN}> SIZE={len(RAW)}", f"<{DANA}>"),
    ("8-bit", ("8BITMIME",), {"raw": EIGHT}, f"<{ANN}> BODY=8BITMIME", f"<{DANA}>"),
    ("8-bit, not offered", (), {"raw": EIGHT}, f"<{ANN}>", f"<{DANA}>"),
    ("null sender", ("SIZE",), {"sender": ""}, f"<> SIZE={len(RAW)}", f"<{DANA}>"),
    ("size without limit", ("SIZE 0",), {}, f"<{ANN}> SIZE={len(RAW)}", f"<{DANA}>"),
    ("never notify", ("DSN",), {"never_notify": True}, f"<{ANN}>", f"<{DANA}> NOTIFY=NEVER"),
    ("never, not offered", (), {"never_notify": True}, f"<{ANN}>", f"<{DANA}>"),
    ("may notify", ("DSN",), {}, f"<{ANN}>", f"<{DANA}>"),
    ("Greek name", ("SMTPUTF8",), {"recipients": (GREEK,)}, f"<{ANN}> SMTPUTF8", f"<{GREEK}>"),
    ("Greek sender", ("SMTPUTF8",), {"sender": GREEK}, f"<{GREEK}> SMTPUTF8", f"<{DANA}>"),
    ("umlaut domain", (), {"sender": "a@bücher.example"}, "<a@xn--bcher-kva.example>", f"<{DANA}>"),
    (
        "umlaut domain, offered",
        ("SMTPUTF8",),
        {"recipients": ("a@bücher.example",)},
        f"<{ANN}>",
        "<a@xn--bcher-kva.example>",
    ),
    (
        "raw UTF-8 in the header",
        ("SMTPUTF8", "8BITMIME"),
        {"raw": "Subject: Grüße\r\n\r\nx\r\n".encode()},
        f"<{ANN}> BODY=8BITMIME",
        f"<{DANA}>",
    ),
]


@pytest.mark.parametrize(
    ("keywords", "changes", "mail_from", "rcpt_to"),
    [p[1:] for p in PARAMETERS],
    ids=[p[0] for p in PARAMETERS],
)
async def test_parameters(
    keywords: tuple[str, ...], changes: dict[str, object], mail_from: str, rcpt_to: str
) -> None:
    async with sink(usual=Script(keywords=keywords)) as server:
        assert kinds(await sent(server, replace(MAIL, **changes))) == ["ok"]  # type: ignore[arg-type]
        assert server.commands[1:3] == [f"MAIL FROM:{mail_from}", f"RCPT TO:{rcpt_to}"]


UNSENDABLE = [  # name, keywords, changes of the mail, outcomes
    ("too large", ("SIZE 100",), {"raw": BIG}, ["no"]),
    ("Greek sender", (), {"sender": GREEK}, ["no"]),
    ("Greek recipient", (), {"recipients": (GREEK,)}, ["no"]),
    ("one Greek of two", (), {"recipients": (GREEK, DANA)}, ["no", "ok"]),
    ("a line end in it", (), {"recipients": (DANA, "x>\r\nDATA\r\n")}, ["ok", "no"]),
    ("a line end in the sender", KEYWORDS, {"sender": "x>\r\nDATA\r\n"}, ["no"]),
]


@pytest.mark.parametrize(
    ("keywords", "changes", "expected"), [u[1:] for u in UNSENDABLE], ids=[u[0] for u in UNSENDABLE]
)
async def test_what_cannot_be_said_is_not_said(
    keywords: tuple[str, ...], changes: dict[str, object], expected: list[str]
) -> None:
    async with sink(usual=Script(keywords=keywords)) as server:
        assert kinds(await sent(server, replace(MAIL, **changes))) == expected  # type: ignore[arg-type]
        if "ok" not in expected:
            assert server.verbs() == ["EHLO", "QUIT"]
        else:
            assert server.taken[0].rcpt_to == (f"<{DANA}>",)


# ---- refusals and cuts


@dataclass
class Case:
    """How a server misbehaves, and the outcome for DANA and LEE."""

    name: str
    answers: dict[str, bytes]
    expected: list[str]
    lmtp: bool = False
    after: str = ""


CASES = [
    Case("greeting 554", {"greeting": b"554 no\r\n"}, ["later"]),
    Case("cut at greeting", {"greeting": CUT}, ["later"]),
    Case("nonsense at greeting", {"greeting": b"SSH-2.0\r\n"}, ["later"]),
    Case("greeting of many lines", {"greeting": b"220-a\r\n220-b\r\n220 c\r\n"}, ["ok", "ok"]),
    Case("EHLO 421", {"EHLO": b"421 busy\r\n"}, ["later"]),
    Case("EHLO and HELO 5yz", {"EHLO": b"500 x\r\n", "HELO": b"550 x\r\n"}, ["later"]),
    Case("MAIL 451", {"MAIL": b"451 4.3.0 no\r\n"}, ["later", "later"]),
    Case("MAIL 550", {"MAIL": b"550 5.7.1 no\r\n"}, ["no", "no"]),
    Case("MAIL 530", {"MAIL": b"530 5.7.0 TLS first\r\n"}, ["human", "human"]),
    Case("MAIL 421", {"MAIL": b"421 4.3.2 bye\r\n"}, ["later"]),
    Case("MAIL 554 and cut", {"MAIL": b"554 5.7.1 no\r\n"}, ["no", "no"], after="MAIL"),
    Case("MAIL 451 and cut", {"MAIL": b"451 4.7.1 no\r\n"}, ["later"], after="MAIL"),
    Case("cut at MAIL", {"MAIL": CUT}, ["later"]),
    Case("RCPT 550 for one", {f"RCPT {LEE}": b"550 5.1.1 no\r\n"}, ["ok", "no"]),
    Case("RCPT full for one", {f"RCPT {DANA}": b"552 5.2.2 full\r\n"}, ["later", "ok"]),
    Case("RCPT 450 for all", {"RCPT": b"450 4.2.0 grey\r\n"}, ["later", "later"]),
    Case("RCPT 421 for one", {f"RCPT {LEE}": b"421 4.7.0 slow\r\n"}, ["later"]),
    Case(
        "354 for nobody",
        {"RCPT": b"550 no\r\n", "DATA": b"354 go on\r\n"},
        ["no", "no"],
    ),
    Case("cut at RCPT", {f"RCPT {LEE}": CUT}, ["later"]),
    Case("DATA 451", {"DATA": b"451 4.3.0 no\r\n"}, ["later", "later"]),
    Case("DATA 554", {"DATA": b"554 5.6.0 no\r\n"}, ["no", "no"]),
    Case("cut at DATA", {"DATA": CUT}, ["later"]),
    Case("end 451", {"END": b"451 4.3.0 no\r\n"}, ["later", "later"]),
    Case("end 554", {"END": b"554-5.6.0 no\r\n554 5.6.0 no\r\n"}, ["no", "no"]),
    Case("end 421", {"END": b"421 4.3.2 no\r\n"}, ["later", "later"]),
    Case("cut at the end", {"END": CUT}, ["later?", "later?"]),
    Case("half a reply at the end", {"END": b"25"}, ["later?", "later?"], after="END"),
    Case("nonsense at the end", {"END": b"ok then\r\n"}, ["later?", "later?"]),
    Case("taken and cut", {}, ["ok", "ok"], after="END"),
    Case(
        "one of two refused at RCPT, then cut at the end",
        {f"RCPT {DANA}": b"550 5.1.1 no\r\n", "END": CUT},
        ["no", "later?"],
    ),
    Case("LMTP: RCPT 550 for one", {f"RCPT {DANA}": b"550 5.1.1 no\r\n"}, ["no", "ok"], lmtp=True),
    Case(
        "LMTP: end 452 for the second",
        {f"END {LEE}": b"452 4.2.2 x\r\n"},
        ["ok", "later"],
        lmtp=True,
    ),
    Case(
        "LMTP: end 550 for the first", {f"END {DANA}": b"550 5.2.1 x\r\n"}, ["no", "ok"], lmtp=True
    ),
    Case("LMTP: cut between the two", {f"END {LEE}": CUT}, ["ok", "later?"], lmtp=True),
    Case("LMTP: cut before the two", {"END": CUT}, ["later?", "later?"], lmtp=True),
    Case("LMTP: LHLO 500", {"LHLO": b"500 5.5.1 what?\r\n"}, ["later"], lmtp=True),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_trouble(case: Case) -> None:
    script = Script(answers=case.answers, after=case.after)
    async with sink(lmtp=case.lmtp, usual=script) as server:
        assert kinds(await sent(server, BOTH)) == case.expected


async def test_nobody_is_there() -> None:
    async with sink() as server:
        pass
    (outcome,) = await sent(server)
    assert kinds([outcome]) == ["later"]
    assert outcome is not None
    assert outcome.public == "the mailbox server cannot be reached"


@pytest.mark.parametrize(
    ("held", "expected"), [("greeting", "later"), ("EHLO", "later"), ("RCPT", "later")]
)
async def test_a_server_that_says_nothing(held: str, expected: str) -> None:
    never = asyncio.Event()
    async with sink(usual=Script(held={held: never})) as server:
        outcomes = await sent(server, timeout_s=0.05)
        never.set()
        assert kinds(outcomes) == [expected]
        assert str(outcomes[0]) == "the mailbox server did not answer in time"


async def test_the_answer_to_the_message_has_more_time() -> None:
    late = asyncio.Event()
    async with sink(usual=Script(held={"END": late})) as server:
        asyncio.get_running_loop().call_later(0.2, late.set)
        assert kinds(await sent(server, timeout_s=0.05)) == ["ok"]


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
