"""What every way of delivery owes: the same bytes, one result a recipient, nothing of a client
in its words."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvloop

from gateway.core.policy import Delivery, Hop
from gateway.deliver.maildir import box_name
from gateway.errors import EdgeError
from gateway.plugins import load
from gateway.ports import Deliverer, Outgoing
from tests.peers.sink import CUT, Script, Sink, sink

WAYS = ("maildir", "smtp", "lmtp")
DANA, LEE = "dana@clinic.example", "lee@clinic.example"
HEAD = b"From: ann@client.example\r\nSubject: Tuesday\r\n\r\n"
BODIES = {
    "nothing at all": b"",
    "header only": HEAD,
    "text": HEAD + b"See you then.\r\n",
    "dots": HEAD + b".\r\n..\r\n...a\r\n.b\r\n\r\n.\r\n",
    "dot first": b".first: a field\r\n\r\n.\r\n",
    "one line of a MiB": HEAD + b"x" * (1 << 20) + b"\r\n",
    "a MiB of dots": HEAD + b".\r\n" * 350_000,
    "8-bit": HEAD + "Grüße, wir sehen uns".encode() + b"\xff\xfe\r\n",
    "8-bit header": "Subject: Grüße\r\n\r\nja\r\n".encode(),
    "NUL and other controls": HEAD + bytes(range(10)) + bytes(range(14, 32)) + b"\r\n",
}


@dataclass
class Way:
    """One way under test, and where what went along it can be looked at."""

    name: str
    deliverer: Deliverer
    root: Path
    sink: Sink
    seen: set[Path] = field(default_factory=set)

    def arrived(self) -> list[tuple[str, str, bytes]]:
        """(recipient, sender, message) of everything that is there."""
        if self.name != "maildir":
            return [
                (path[1:].partition(">")[0], taken.mail_from[1:].partition(">")[0], taken.raw)
                for taken in self.sink.taken
                for path in taken.rcpt_to
            ]
        found = []
        for path in self.root.glob("*/new/*"):
            first, _, raw = path.read_bytes().partition(b"\r\n")
            sender = first.decode().removeprefix("Return-Path: <").removesuffix(">")
            found.append((path.parent.parent.name, sender, raw))
        return found

    def refuse(self, address: str, words: bytes) -> None:
        """From now on nothing can be delivered to this address."""
        if self.name == "maildir":
            self.root.mkdir()
            (self.root / box_name(address)).write_bytes(words)
        else:
            answers = {f"RCPT {address}": b"550 5.1.1 " + words + b"\r\n"}
            self.sink.scripts.append(Script(answers=answers))


def opened(name: str, folder: Path, port: int) -> Deliverer:
    delivery = Delivery(by=name, path="boxes", hop=Hop(port=port, tls="off", timeout_s=5.0))
    way: Deliverer = load("deliver", name, "open_deliverer")(
        delivery, base=folder, hostname="gateway.example", password=None
    )
    return way


@pytest.fixture(params=WAYS)
async def way(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Way]:
    name: str = request.param
    async with sink(lmtp=name == "lmtp") as server:
        deliverer = opened(name, tmp_path, server.port)
        yield Way(name, deliverer, tmp_path / "boxes", server)
        await deliverer.close()


def outgoing(
    raw: bytes, *to: str, key: str = "7/1", sender: str = "ann@client.example"
) -> Outgoing:
    return Outgoing(sender=sender, recipients=to or (DANA,), raw=raw, key=key)


@pytest.mark.parametrize("raw", BODIES.values(), ids=BODIES.keys())
async def test_the_same_bytes_arrive(way: Way, raw: bytes) -> None:
    assert list(await way.deliverer.deliver(outgoing(raw))) == [None]
    assert way.arrived() == [(DANA, "ann@client.example", raw)]


async def test_the_null_sender_stays_null(way: Way) -> None:
    assert list(await way.deliverer.deliver(outgoing(HEAD, sender=""))) == [None]
    assert way.arrived() == [(DANA, "", HEAD)]


async def test_each_recipient_gets_it(way: Way) -> None:
    assert list(await way.deliverer.deliver(outgoing(HEAD, DANA, LEE))) == [None, None]
    assert sorted(to for to, _, _ in way.arrived()) == [DANA, LEE]


@pytest.mark.parametrize("order", [(DANA, LEE), (LEE, DANA)], ids=["last", "first"])
async def test_one_who_is_refused_stops_no_other(way: Way, order: tuple[str, str]) -> None:
    way.refuse(LEE, b"no")
    outcomes = await way.deliverer.deliver(outgoing(HEAD, *order))
    assert [outcome is None for outcome in outcomes] == [to == DANA for to in order]
    assert [to for to, _, _ in way.arrived()] == [DANA]


async def test_a_refusal_repeats_nobodys_words(way: Way) -> None:
    way.refuse(DANA, b"canary <ann@client.example>")
    (outcome,) = await way.deliverer.deliver(outgoing(HEAD))
    assert isinstance(outcome, EdgeError)
    for words in (outcome.public, outcome.detail, repr(outcome), str(outcome)):
        assert "canary" not in words
        assert "@" not in words


async def test_it_goes_on_after_a_refusal(way: Way) -> None:
    way.refuse(LEE, b"no")
    await way.deliverer.deliver(outgoing(HEAD, LEE))
    assert list(await way.deliverer.deliver(outgoing(HEAD, key="8/1"))) == [None]
    assert [to for to, _, _ in way.arrived()] == [DANA]


async def test_it_goes_on_after_the_server_was_away(way: Way) -> None:
    assert list(await way.deliverer.deliver(outgoing(HEAD))) == [None]
    way.sink.cut_all()
    await way.sink.all_gone()
    assert list(await way.deliverer.deliver(outgoing(HEAD, key="8/1"))) == [None]
    assert len(way.arrived()) == 2


async def test_many_at_once_all_arrive_once(way: Way) -> None:
    mails = [outgoing(HEAD + b"%d\r\n" % n, key=f"{n}/1") for n in range(60)]
    outcomes = await asyncio.gather(*(way.deliverer.deliver(mail) for mail in mails))
    assert [list(each) for each in outcomes] == [[None]] * 60
    assert sorted(raw for _, _, raw in way.arrived()) == sorted(mail.raw for mail in mails)


async def test_closing_leaves_nothing_open(way: Way) -> None:
    await asyncio.gather(*(way.deliverer.deliver(outgoing(HEAD, key=f"{n}/1")) for n in range(9)))
    await way.deliverer.close()
    await way.sink.all_gone()
    assert way.sink.verbs().count("QUIT") == way.sink.connections


@pytest.fixture(params=("smtp", "lmtp"))
def server_way(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_it_works_on_the_loop_of_the_daemon(server_way: str, tmp_path: Path) -> None:
    async def story() -> None:
        async with sink(lmtp=server_way == "lmtp") as server:
            server.scripts.append(Script(answers={"DATA": CUT}))
            deliverer = opened(server_way, tmp_path, server.port)
            with pytest.raises(EdgeError):
                await deliverer.deliver(outgoing(HEAD))
            assert list(await deliverer.deliver(outgoing(HEAD))) == [None]
            assert [taken.raw for taken in server.taken] == [HEAD]
            await deliverer.close()

    uvloop.run(story())
