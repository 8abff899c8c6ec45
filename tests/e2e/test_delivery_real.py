"""Delivery to real servers: Postfix by SMTP and TLS, Dovecot by LMTP, read back by IMAP."""

import asyncio
import smtplib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import trustme

from gateway.core.policy import Delivery, Hop
from gateway.deliver import lmtp, smtp
from gateway.errors import EdgeError, GiveUp, NeedsHuman, TryLater
from gateway.ports import Deliverer, Outgoing
from tests.peers.dovecot import PASSWORD, USER, Dovecot, dovecot
from tests.peers.postfix import Postfix, postfix
from tests.peers.sink import sink

ANN, DANA = "ann@client.example", f"{USER}@clinic.example"
HEAD = (
    b"From: Ann <ann@client.example>\r\nTo: dana@clinic.example\r\n"
    b"Date: Tue, 3 Mar 2026 14:30:00 +0000\r\nMessage-ID: <%d@client.example>\r\n"
)
BODIES = [
    b"Subject: Tuesday\r\n\r\nSee you then.\r\n",
    b"Subject: dots\r\n\r\n.\r\n..\r\n.hidden\r\n\r\n.\r\n",
    "Subject: Grüße, roh\r\n\r\nBis Dienstag, schöne Grüße\r\n".encode(),
    b"Subject: not UTF-8\r\n\r\n\xe4\xf6\xfc\xff\r\n",
    b"Subject: a long line\r\n\r\n" + b"x" * (1 << 20) + b"\r\n",
    b"Subject: large\r\n\r\n" + (b"y" * 76 + b"\r\n") * 40_000,
    b"Subject: no body\r\n\r\n",
]


def mails() -> list[Outgoing]:
    return [
        Outgoing(sender=ANN, recipients=(DANA,), raw=HEAD % n + body, key=f"{n}/1")
        for n, body in enumerate(BODIES)
    ]


def hop_to(port: int, tls: str = "required", **more: str) -> Hop:
    return Hop(port=port, tls=tls, ca_file="ca.pem", timeout_s=20.0, **more)  # type: ignore[arg-type]


@asynccontextmanager
async def way_to(
    hop: Hop, base: Path, *, by: str = "smtp", password: str | None = None
) -> AsyncIterator[Deliverer]:
    open_deliverer = {"smtp": smtp, "lmtp": lmtp}[by].open_deliverer
    delivery = Delivery(by=by, hop=hop)
    way = open_deliverer(delivery, base=base, hostname="gateway.example", password=password)
    yield way
    await way.close()


async def outcomes(way: Deliverer, mail: Outgoing) -> list[Exception | None]:
    try:
        return list(await way.deliver(mail))
    except EdgeError as error:
        return [error]


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> tuple[trustme.CA, Path]:
    ca, folder = trustme.CA(), tmp_path_factory.mktemp("ca")
    ca.cert_pem.write_to_path(str(folder / "ca.pem"))
    return ca, folder


@pytest.fixture(scope="module")
def base(authority: tuple[trustme.CA, Path]) -> Path:
    return authority[1]


@pytest.fixture
def box() -> Iterator[Dovecot]:
    with dovecot() as it:
        yield it


@pytest.fixture
def server(box: Dovecot, authority: tuple[trustme.CA, Path]) -> Iterator[Postfix]:
    """Postfix with a certificate for 127.0.0.1 and log-in by Dovecot, in front of the mailbox."""
    leaf = authority[0].issue_cert("127.0.0.1")
    chain, key = authority[1] / "chain.pem", authority[1] / "key.pem"
    chain.write_bytes(b"".join(blob.bytes() for blob in leaf.cert_chain_pems))
    leaf.private_key_pem.write_to_path(str(key))
    with postfix(
        f"lmtp:inet:127.0.0.1:{box.lmtp}",
        smtpd_tls_security_level="encrypt",
        smtpd_tls_cert_file=str(chain),
        smtpd_tls_key_file=str(key),
        smtpd_sasl_auth_enable="yes",
        smtpd_sasl_type="dovecot",
        smtpd_sasl_path=str(box.auth),
        smtpd_relay_restrictions="permit_sasl_authenticated, reject_unauth_destination",
    ) as it:
        yield it


async def test_by_tls_through_postfix_into_the_mailbox(
    server: Postfix, box: Dovecot, base: Path
) -> None:
    async with way_to(hop_to(server.port), base) as way:
        for mail in mails():
            assert await outcomes(way, mail) == [None]
    assert server.log().count(": connect from") == 2  # the test's own look, and ours
    arrived = await asyncio.to_thread(box.mails, len(BODIES))
    for mail in mails():
        assert [raw.endswith(mail.raw) for raw in arrived].count(True) == 1


async def test_by_lmtp_straight_into_the_mailbox(box: Dovecot, base: Path) -> None:
    async with way_to(hop_to(box.lmtp, tls="off"), base, by="lmtp") as way:
        results = await asyncio.gather(*(outcomes(way, mail) for mail in mails()))
    assert results == [[None]] * len(BODIES)
    arrived = await asyncio.to_thread(box.mails, len(BODIES))
    for mail in mails():
        assert [raw.endswith(mail.raw) for raw in arrived].count(True) == 1


async def test_an_unknown_user_among_two(box: Dovecot, base: Path) -> None:
    mail = Outgoing(
        sender="", recipients=("nobody@clinic.example", DANA), raw=mails()[0].raw, key="1/1"
    )
    async with way_to(hop_to(box.lmtp, tls="off"), base, by="lmtp") as way:
        refused, taken = await outcomes(way, mail)
    assert isinstance(refused, GiveUp)
    assert refused.public == "the mailbox server answered 550 5.1.1"
    assert taken is None
    assert len(await asyncio.to_thread(box.mails, 1)) == 1


async def test_a_certificate_that_nobody_vouches_for(
    server: Postfix, base: Path, tmp_path: Path
) -> None:
    trustme.CA().cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    async with way_to(hop_to(server.port), tmp_path) as way:
        (outcome,) = await outcomes(way, mails()[0])
    assert isinstance(outcome, NeedsHuman)
    assert "status=" not in server.log()


async def test_postfix_wants_tls_and_gets_none(server: Postfix, base: Path) -> None:
    async with way_to(hop_to(server.port, tls="off"), base) as way:
        (outcome,) = await outcomes(way, mails()[0])
    assert isinstance(outcome, NeedsHuman)
    assert outcome.public == "the mailbox server answered 530 5.7.0"


async def test_log_in_opens_the_relay(server: Postfix, base: Path) -> None:
    """To a stranger only for its user; the NOTIFY=NEVER of our replies is understood."""
    reply = Outgoing(
        sender="",
        recipients=("x@elsewhere.example",),
        raw=mails()[0].raw,
        key="1/1",
        never_notify=True,
    )
    async with way_to(hop_to(server.port), base) as way:
        (outcome,) = await outcomes(way, reply)
    assert isinstance(outcome, GiveUp)
    async with way_to(hop_to(server.port, user=USER), base, password=PASSWORD) as way:
        assert await outcomes(way, reply) == [None]
    async with way_to(hop_to(server.port, user=USER), base, password="wrong") as way:
        (outcome,) = await outcomes(way, reply)
    assert isinstance(outcome, NeedsHuman)
    assert outcome.public == "the mailbox server answered 535 5.7.8"


async def test_postfix_goes_away_and_comes_back(server: Postfix, box: Dovecot, base: Path) -> None:
    first, second, third, *_ = mails()
    async with way_to(hop_to(server.port), base) as way:
        assert await outcomes(way, first) == [None]
        await asyncio.to_thread(server.stop)
        (outcome,) = await outcomes(way, second)
        assert isinstance(outcome, TryLater)
        assert not outcome.in_doubt
        await asyncio.to_thread(server.start)
        assert await outcomes(way, second) == [None]
        await asyncio.to_thread(server.stop)
        await asyncio.to_thread(server.start)
        assert await outcomes(way, third) == [None]  # over a connection that was cut at rest
    # What Postfix was told to stop in the middle of it may deliver twice itself; we handed over
    # each message once.
    assert server.log().count(": client=") == 3
    found = await asyncio.to_thread(box.mails, 3)
    assert all(any(raw.endswith(mail.raw) for raw in found) for mail in (first, second, third))


async def test_a_header_in_raw_utf8_gets_through_a_server_that_lacks_smtputf8(
    server: Postfix, box: Dovecot, base: Path
) -> None:
    """Postfix offers SMTPUTF8, Dovecot's LMTP does not: what claims it comes back to the client."""
    async with way_to(hop_to(server.port), base) as way:
        assert await outcomes(way, mails()[2]) == [None]
    (arrived,) = await asyncio.to_thread(box.mails, 1)
    assert "Subject: Grüße, roh".encode() in arrived
    assert "5.6.7" not in server.log()


async def test_postfix_as_the_sending_server() -> None:
    """The peer itself: what a client's server hands over is what the next hop takes."""
    raw = HEAD % 1 + BODIES[1]
    async with sink() as last:
        with postfix(f"smtp:[127.0.0.1]:{last.port}") as sender:

            def submit() -> None:
                with smtplib.SMTP("127.0.0.1", sender.port) as client:
                    client.sendmail(ANN, [DANA], raw)

            await asyncio.to_thread(submit)
            async with asyncio.timeout(20):
                await last.arrived(1)
    assert last.taken[0].raw.endswith(raw)
