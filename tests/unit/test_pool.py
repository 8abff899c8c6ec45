"""Connections kept open: used again, never more than allowed, given up in time."""

import asyncio
from pathlib import Path

import pytest

from gateway.core.policy import Hop
from gateway.deliver._server import ServerDeliverer
from gateway.errors import EdgeError, TryLater
from gateway.ports import Outgoing
from gateway.wire.dial import Peer, dial
from gateway.wire.dialogue import Dialogue
from gateway.wire.pool import Pool
from tests.peers.sink import CUT, Script, Sink, sink

SOON_S = 3.0
DANA, LEE = "dana@clinic.example", "lee@clinic.example"


def outgoing(number: int = 0, *to: str) -> Outgoing:
    raw = b"Subject: %d\r\n\r\n" % number
    return Outgoing(sender="", recipients=to or (DANA,), raw=raw, key=f"{number}/1")


def opened(server: Sink, connections: int = 4) -> ServerDeliverer:
    hop = Hop(port=server.port, tls="off", timeout_s=5.0, connections=connections)
    who = "the mailbox server"
    return ServerDeliverer(
        hop, who=who, base=Path(), hostname="gateway.example", password=None, lmtp=False
    )


def peer_of(server: Sink, connections: int = 4) -> Peer:
    hop = Hop(port=server.port, tls="off", timeout_s=5.0, connections=connections)
    who = "the mailbox server"
    return Peer(hop=hop, who=who, hostname="gateway.example", password=None, tls=lambda: None)


async def test_one_connection_serves_one_after_another() -> None:
    async with sink() as server:
        way = opened(server)
        for number in range(5):
            assert await way.deliver(outgoing(number)) == [None]
        await way.close()
        assert server.connections == 1
        assert server.verbs() == ["EHLO", *("MAIL", "RCPT", "DATA") * 5, "QUIT"]


async def test_never_more_than_the_policy_allows_and_in_turn() -> None:
    gate = asyncio.Event()
    async with sink(usual=Script(held={"greeting": gate})) as server:
        way = opened(server, connections=2)
        done: list[int] = []

        async def one(number: int) -> None:
            assert await way.deliver(outgoing(number)) == [None]
            done.append(number)

        tasks = [asyncio.create_task(one(number)) for number in range(9)]
        asyncio.get_running_loop().call_later(0.05, gate.set)
        await asyncio.gather(*tasks)
        await way.close()
        assert server.connections == 2
        assert [number for number in done if number >= 2] == list(range(2, 9))


async def test_after_a_refusal_the_next_begins_with_rset() -> None:
    async with sink(usual=Script(answers={f"RCPT {LEE}": b"550 5.1.1 no\r\n"})) as server:
        way = opened(server)
        assert [str(e) for e in await way.deliver(outgoing(1, LEE))] == [
            "the mailbox server answered 550 5.1.1"
        ]
        assert await way.deliver(outgoing(2)) == [None]
        assert await way.deliver(outgoing(3)) == [None]
        await way.close()
        one = ["MAIL", "RCPT", "DATA"]
        assert server.verbs() == ["EHLO", *one, "RSET", *one, *one, "QUIT"]
        assert server.connections == 1


async def test_after_a_go_ahead_for_nobody_nothing_is_taken_for_the_message() -> None:
    """The server waits for a message though it refused everybody: that line is spoilt."""
    answers = {"RCPT": b"550 5.1.1 no\r\n", "DATA": b"354 go on\r\n"}
    async with sink() as server:
        server.scripts.append(Script(answers=answers))
        way = opened(server)
        assert [str(e) for e in await way.deliver(outgoing(1))] == [
            "the mailbox server answered 550 5.1.1"
        ]
        async with asyncio.timeout(SOON_S):
            assert await way.deliver(outgoing(2)) == [None]
        await way.close()
        assert [taken.raw for taken in server.taken] == [outgoing(2).raw]


async def test_a_connection_that_died_at_rest_costs_nothing() -> None:
    async with sink() as server:
        way = opened(server)
        await way.deliver(outgoing(1))
        server.cut_all()  # and the next comes before we could notice
        assert await way.deliver(outgoing(2)) == [None]
        await way.close()
        assert (server.connections, len(server.taken)) == (2, 2)


async def test_a_server_that_has_had_enough_is_dialled_anew() -> None:
    """It says 421 to the next MAIL, as one does that counts messages or is being stopped."""
    answers: dict[str, bytes] = {}
    async with sink() as server:
        server.scripts.append(Script(answers=answers))
        way = opened(server)
        await way.deliver(outgoing(1))
        answers["MAIL"] = b"421 4.4.2 time\r\n"
        assert await way.deliver(outgoing(2)) == [None]
        await way.close()
        assert server.connections == 2


async def test_one_fresh_try_and_no_more() -> None:
    async with sink(usual=Script(answers={"MAIL": CUT})) as server:
        server.scripts.append(Script(after="QUIT"))
        way = opened(server)
        await way.deliver(outgoing(1))
        server.cut_all()
        with pytest.raises(EdgeError, match="the connection to the mailbox server broke"):
            await way.deliver(outgoing(2))
        assert server.connections == 2


async def test_what_may_have_been_taken_is_never_sent_twice() -> None:
    async with sink(usual=Script(answers={"END": CUT})) as server:
        server.scripts.append(Script())
        way = opened(server)
        await way.deliver(outgoing(1))
        server.cut_all()
        await server.all_gone()
        (outcome,) = await way.deliver(outgoing(2))
        assert getattr(outcome, "in_doubt", None) is True
        assert server.verbs().count("DATA") == 2


async def test_a_server_that_let_us_wait_is_left_alone_for_a_while(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("gateway.wire.pool.PATIENCE_S", -1.0)
    async with sink() as server:
        server.scripts += [Script(answers={"greeting": b"421 4.3.2 busy\r\n"})]
        way = opened(server)
        for _ in range(3):
            with pytest.raises(TryLater, match="the mailbox server answered 421 4.3.2"):
                await way.deliver(outgoing(1))
        assert server.connections == 1
        monkeypatch.setattr("gateway.wire.pool.AWAY_S", 0.0)
        assert await way.deliver(outgoing(1)) == [None]
        await way.close()


async def test_an_idle_connection_takes_its_leave() -> None:
    async with sink() as server:
        line = await dial(peer_of(server))
        line.rest(0.01)
        async with asyncio.timeout(SOON_S):
            await line.closed()
        assert not line.usable
        assert server.verbs() == ["EHLO", "QUIT"]


async def test_a_word_nobody_asked_for_ends_a_connection_at_rest() -> None:
    async with sink() as server:
        line = await dial(peer_of(server))
        line.rest(3_600)
        line.data_received(b"421 4.4.2 idle too long\r\n")
        async with asyncio.timeout(SOON_S):
            await line.closed()
        assert not line.usable


async def test_who_waits_can_be_cancelled_and_harms_nobody() -> None:
    gate = asyncio.Event()
    async with sink(usual=Script(held={"END": gate})) as server:
        way = opened(server, connections=1)
        first = asyncio.create_task(way.deliver(outgoing(1)))
        second = asyncio.create_task(way.deliver(outgoing(2)))
        third = asyncio.create_task(way.deliver(outgoing(3)))
        while "DATA" not in server.verbs():
            await asyncio.sleep(0)
        second.cancel()
        first.cancel()
        gate.set()
        assert await third == [None]
        assert server.connections == 2
        await way.close()


async def test_a_line_in_use_ends_with_its_transaction_after_close() -> None:
    gate = asyncio.Event()
    async with sink(usual=Script(held={"END": gate})) as server:
        pool = Pool(peer_of(server))
        begun = asyncio.Event()

        async def talk(line: Dialogue) -> str:
            begun.set()
            await gate.wait()
            (reply,) = await line.ask(b"RSET\r\n")
            return reply.number

        task = asyncio.create_task(pool.use(talk))
        await begun.wait()
        await pool.close()
        gate.set()
        assert await task == "250 2.0.0"
        await server.all_gone()
        assert server.verbs() == ["EHLO", "RSET", "QUIT"]
