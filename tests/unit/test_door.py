"""The door, spoken to over a real socket: what it says, takes, keeps and cuts."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from gateway.errors import TryLater
from tests.conftest import NOW
from tests.unit.doors import LIMITS, RCPT, Client, Kept, client_of, door_with


async def test_it_offers_what_it_can(kept: Kept, tmp_path: Path) -> None:
    async with door_with(kept, tmp_path) as inlet, client_of(inlet) as client:
        offered = await client.say("EHLO client.example")
    words = {line[4:] for line in offered.splitlines()[1:]}
    assert words == {"SIZE 2000000", "8BITMIME", "SMTPUTF8", "PIPELINING", "ENHANCEDSTATUSCODES"}


# What is sent after DATA -> what is kept.
DATA = {
    "plain": (b"Subject: a\r\n\r\nb\r\n.\r\n", b"Subject: a\r\n\r\nb\r\n"),
    "empty": (b".\r\n", b""),
    "dots": (b"..a\r\n...\r\n.\r\n", b".a\r\n..\r\n"),
    "8bit and nul": (b"a\xff\x00b\r\n.\r\n", b"a\xff\x00b\r\n"),
    "bare lf": (b"a\nb\r\n.\r\n", b"a\r\nb\r\n"),
    "bare cr": (b"a\rb\r\n.\r\n", b"a\r\nb\r\n"),
    "smuggled lf": (b"a\n.\nMAIL FROM:<x@y>\r\n.\r\n", b"a\r\n.\r\nMAIL FROM:<x@y>\r\n"),
    "smuggled lf crlf": (b"a\n.\r\nb\r\n.\r\n", b"a\r\n.\r\nb\r\n"),
    "smuggled cr": (b"a\r.\r\nb\r\n.\r\n", b"a\r\n.\r\nb\r\n"),
    "long line": (b"x" * 1_048_576 + b"\r\n.\r\n", b"x" * 1_048_576 + b"\r\n"),
}


@pytest.mark.parametrize("case", DATA)
async def test_what_is_sent_is_what_is_kept(client: Client, kept: Kept, case: str) -> None:
    sent, wanted = DATA[case]
    assert (await client.send(sent)).startswith("250 2.0.0 kept as id1")
    assert kept.mail[0][1] == wanted
    assert await client.say("NOOP") == "250 OK"


async def test_one_byte_at_a_time_is_the_same(client: Client, kept: Kept) -> None:
    await client.say("MAIL FROM:<ann@client.example>", f"RCPT TO:<{RCPT}>", "DATA")
    for byte in b"a\r\n..b\r\n.\r\n":
        client.writer.write(bytes([byte]))
        await client.writer.drain()
        await asyncio.sleep(0)
    assert (await client.reply()).startswith("250")
    assert kept.mail[0][1] == b"a\r\n.b\r\n"


async def test_all_in_one_go(client: Client, kept: Kept) -> None:
    """PIPELINING: commands, message and the next transaction in one write."""
    one = f"MAIL FROM:<ann@client.example>\r\nRCPT TO:<{RCPT}>\r\nDATA\r\n"
    client.writer.write(one.encode())
    assert [(await client.reply())[:3] for _ in range(3)] == ["250", "250", "354"]
    client.writer.write(b"first\r\n.\r\n" + one.encode())
    assert [(await client.reply())[:3] for _ in range(4)] == ["250", "250", "250", "354"]
    client.writer.write(b"second\r\n.\r\nQUIT\r\n")
    assert [(await client.reply())[:3] for _ in range(2)] == ["250", "221"]
    assert [raw for _, raw in kept.mail] == [b"first\r\n", b"second\r\n"]


async def test_the_envelope(client: Client, kept: Kept) -> None:
    await client.send(b"x\r\n.\r\n", sender="")
    await client.send(b"x\r\n.\r\n", sender="Ann.Lee@client.example")
    await client.say("RSET", "MAIL FROM:<zoë@client.example> SMTPUTF8 BODY=8BITMIME SIZE=10")
    await client.say(f"RCPT TO:<{RCPT.upper()}>", "RCPT TO:<postmaster>", "DATA")
    client.writer.write(b"x\r\n.\r\n")
    await client.reply()
    envs = [env for env, _ in kept.mail]
    assert [env.sender for env in envs] == ["", "Ann.Lee@client.example", "zoë@client.example"]
    assert [env.protocol for env in envs] == ["ESMTP", "ESMTP", "UTF8SMTP"]
    assert envs[2].recipients == (RCPT.upper(), "postmaster")
    assert (envs[0].peer, envs[0].helo, envs[0].received_at) == ("127.0.0.1", "client.example", NOW)


REFUSED = [
    ("MAIL FROM:ann@client.example", "501 5.5.4"),
    ("MAIL FROM:<ann@client.example> SIZE=9999999", "552 5.3.4"),
    ("MAIL FROM:<ann@client.example> FOO=BAR", "555 5.5.4"),
    ("MAIL FROM:<zoë@client.example>", "553 5.6.7"),
    ("MAIL FROM:<ann at client.example>", "501 5.5.4"),
    ("MAIL FROM:<ann>", "553 5.1.3"),
    ("MAIL FROM:<a\0b@client.example>", "5"),
    ("RCPT TO:<dana@clinic.example>", "503 5.5.1"),
    ("DATA", "503 5.5.1"),
    ("AUTH PLAIN AGEAYg==", "502 5.5.1"),
    ("VRFY dana", "252 2.5.2"),
    ("NONSENSE", "500"),
    ("EHLO", "501 5.5.4"),
]


@pytest.mark.parametrize(("line", "answer"), REFUSED)
async def test_what_is_refused_and_how(client: Client, line: str, answer: str) -> None:
    assert (await client.say(line)).startswith(answer)
    assert await client.say("NOOP") == "250 OK"


NO_RELAY = [
    "someone@else.example",
    "dana@clinic.example@else.example",
    "dana%else.example@clinic.example",
    "else.example!dana@clinic.example",
    '"dana@else.example"@clinic.example',
    "dana@clinic.example.",
    "dana@[127.0.0.1]",
    "postmaster@else.example",
]


@pytest.mark.parametrize("address", NO_RELAY)
async def test_it_is_no_open_relay(client: Client, address: str) -> None:
    await client.say("MAIL FROM:<ann@client.example>")
    assert (await client.say(f"RCPT TO:<{address}>"))[:2] == "55"
    assert (await client.say("DATA")).startswith("503")


async def test_postmaster_is_known(client: Client) -> None:
    await client.say("MAIL FROM:<ann@client.example>")
    for address in ("postmaster", "Postmaster@Clinic.example"):
        assert (await client.say(f"RCPT TO:<{address}>")).startswith("250")


@pytest.mark.parametrize(
    ("error", "answer"),
    [
        (TryLater("no room to keep it now", detail="disk"), "452 4.3.1 no room"),
        (RuntimeError("the words of a client"), "451 4.3.0 a fault on our side"),
    ],
)
async def test_what_cannot_be_kept_stays_with_the_peer(
    client: Client, kept: Kept, error: Exception, answer: str, caplog: pytest.LogCaptureFixture
) -> None:
    kept.error = error
    told = await client.send(b"x\r\n.\r\n")
    assert told.startswith(answer)
    assert "words of a client" not in told + caplog.text
    kept.error = None
    assert (await client.send(b"x\r\n.\r\n")).startswith("250")


async def test_too_large_is_refused_and_the_session_goes_on(client: Client, kept: Kept) -> None:
    assert (await client.send(b"x" * 2_100_000 + b"\r\n.\r\n")).startswith("552 5.3.4")
    assert (await client.send(b"small\r\n.\r\n")).startswith("250")
    assert [raw for _, raw in kept.mail] == [b"small\r\n"]


async def test_a_loop_is_ended(client: Client, kept: Kept) -> None:
    hops = b"Received: from a by b\r\n" * 61
    assert (await client.send(hops + b"\r\nx\r\n.\r\n")).startswith("554 5.4.6")
    assert (await client.send(b"\r\n" + hops + b".\r\n")).startswith("250")
    assert len(kept.mail) == 1


async def test_a_full_queue_says_so_before_the_message(kept: Kept, tmp_path: Path) -> None:
    full = (LIMITS.queue_messages, 0)
    async with door_with(kept, tmp_path, waiting=full) as inlet, client_of(inlet) as client:
        answer = await client.say("EHLO x", "MAIL FROM:<ann@client.example>")
        assert answer.startswith("452 4.3.1")


async def test_the_longest_quiet_gives_way(kept: Kept, tmp_path: Path) -> None:
    """Connections that only stand there keep nobody out (slowloris)."""
    limits = replace(LIMITS, connections_per_peer=2)
    async with (
        door_with(kept, tmp_path, limits) as inlet,
        client_of(inlet) as first,
        client_of(inlet) as second,
    ):
        await first.say("EHLO x", "MAIL FROM:<ann@client.example>")
        async with client_of(inlet) as third:
            assert (await second.reply()).startswith("421 4.3.2")
            await third.say("EHLO x")
            assert (await third.send(b"x\r\n.\r\n")).startswith("250")
            assert await first.say("NOOP") == "250 OK"
    assert len(kept.mail) == 1


async def test_too_many_connections_of_one_peer(kept: Kept, tmp_path: Path) -> None:
    """Who sends a message is not put out for a newcomer."""
    limits = replace(LIMITS, connections_per_peer=2)
    begin = ("EHLO x", "MAIL FROM:<ann@client.example>", f"RCPT TO:<{RCPT}>", "DATA")
    async with door_with(kept, tmp_path, limits) as inlet:
        async with client_of(inlet) as one, client_of(inlet) as other:
            assert (await one.say(*begin))[:3] == (await other.say(*begin))[:3] == "354"
            reader, writer = await asyncio.open_connection("127.0.0.1", inlet.port)
            assert (await reader.readline()).startswith(b"421 4.7.0")
            writer.close()
            one.writer.write(b"x\r\n.\r\n")
            assert (await one.reply()).startswith("250")
        async with client_of(inlet) as client:
            assert (await client.say("NOOP")) == "250 OK"


async def test_too_many_errors(kept: Kept, tmp_path: Path) -> None:
    limits = replace(LIMITS, errors=3)
    async with door_with(kept, tmp_path, limits) as inlet, client_of(inlet) as client:
        await client.say("A", "B", "C")
        assert (await client.reply()).startswith("421 4.7.0")
        assert await client.reader.read() == b""


async def test_one_recipient_too_many_is_no_error(kept: Kept, tmp_path: Path) -> None:
    limits = replace(LIMITS, recipients=2, errors=3)
    async with door_with(kept, tmp_path, limits) as inlet, client_of(inlet) as client:
        await client.say("EHLO x", "MAIL FROM:<ann@client.example>")
        answers = [await client.say(f"RCPT TO:<{RCPT}>") for _ in range(9)]
        assert [a[:9] for a in answers] == ["250 2.1.5"] * 2 + ["452 4.5.3"] * 7
        assert (await client.say("DATA")).startswith("354")


async def test_messages_under_way_share_the_memory(kept: Kept, tmp_path: Path) -> None:
    limits = replace(LIMITS, message_bytes=3_000_000)
    large = b"x" * 2_900_000
    async with (
        door_with(kept, tmp_path, limits) as inlet,
        client_of(inlet) as one,
        client_of(inlet) as two,
        client_of(inlet) as three,
    ):
        for client in (one, two, three):
            await client.say("EHLO x", "MAIL FROM:<a@b.example>", f"RCPT TO:<{RCPT}>", "DATA")
        for client in (one, two):
            client.writer.write(large)
            await client.writer.drain()
        while sum(s.receiving for s in inlet.door.sessions) < 2 * len(large):
            await asyncio.sleep(0)
        three.writer.write(large + b"\r\n.\r\n")
        assert (await three.reply()).startswith("452 4.3.1")
        for client in (one, two):
            client.writer.write(b"\r\n.\r\n")
            assert (await client.reply()).startswith("250")


@pytest.mark.parametrize("verb", ["GET", "post", "HEAD", "OPTIONS", "PATCH", "DELETE"])
async def test_a_browser_is_shown_out(kept: Kept, tmp_path: Path, verb: str) -> None:
    async with door_with(kept, tmp_path) as inlet, client_of(inlet) as client:
        assert (await client.say(f"{verb} / HTTP/1.1")).startswith("421")
        assert await client.reader.read() == b""


async def test_who_says_nothing_is_cut(kept: Kept, tmp_path: Path) -> None:
    limits = replace(LIMITS, greeting_s=0.1)
    async with door_with(kept, tmp_path, limits) as inlet, client_of(inlet) as client:
        assert (await client.reply()).startswith("421 4.4.2")


async def test_who_sends_too_slowly_is_cut(kept: Kept, tmp_path: Path) -> None:
    limits = replace(LIMITS, data_grace_s=0.0, data_bytes_per_s=1_000_000)
    async with door_with(kept, tmp_path, limits) as inlet, client_of(inlet) as client:
        await client.say("EHLO x", "MAIL FROM:<a@b.example>", f"RCPT TO:<{RCPT}>", "DATA")
        client.writer.write(b"slowly")
        assert (await client.reply()).startswith("421 4.4.2")
        assert kept.mail == []


async def test_a_cut_in_the_middle_keeps_nothing(kept: Kept, tmp_path: Path) -> None:
    async with door_with(kept, tmp_path) as inlet:
        async with client_of(inlet) as client:
            await client.say("EHLO x", "MAIL FROM:<a@b.example>", f"RCPT TO:<{RCPT}>", "DATA")
            client.writer.write(b"half a mess")
            await client.writer.drain()
        async with client_of(inlet) as client:
            await client.say("EHLO x")
            assert (await client.send(b"whole\r\n.\r\n")).startswith("250")
    assert [raw for _, raw in kept.mail] == [b"whole\r\n"]


async def test_closing_lets_a_message_under_way_end(kept: Kept, tmp_path: Path) -> None:
    async with (
        door_with(kept, tmp_path) as inlet,
        client_of(inlet) as busy,
        client_of(inlet) as idle,
    ):
        await busy.say("EHLO x", "MAIL FROM:<a@b.example>", f"RCPT TO:<{RCPT}>", "DATA")
        busy.writer.write(b"half ")
        await busy.writer.drain()
        while not any(s.receiving for s in inlet.door.sessions):
            await asyncio.sleep(0)
        closing = asyncio.create_task(inlet.close(5))
        assert (await idle.reply()).startswith("421 4.3.2")
        busy.writer.write(b"whole\r\n.\r\n")
        assert (await busy.reply()).startswith("250")
        await busy.say("QUIT")
        await closing
    assert [raw for _, raw in kept.mail] == [b"half whole\r\n"]
