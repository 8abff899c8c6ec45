"""kill -9 while mail comes in and goes out: nothing lost, nobody answered twice."""

import asyncio
import json
import random
import re
import resource
import signal
import smtplib
import subprocess
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.peers.daemon import PRACTICE, Daemon, to_server
from tests.peers.sink import Script, Sink, sink

TOKEN = re.compile(rb"token-(\d+)-")
KILLS = 6
CLIENTS = 4


def message(number: int, size: int) -> bytes:
    return (
        f"From: Client {number} <client{number}@client{number % 40}.example>\r\n"
        f"To: <{PRACTICE}>\r\nSubject: hello\r\nMessage-ID: <token-{number}-@client.example>\r\n"
        f"\r\nI would like to come on Friday.\r\n{'x' * 70}\r\n"
    ).encode() + b"filling the mail up to its size, line by line\r\n" * (size // 48)


class Load:
    """Clients who send until they are told to stop; what was answered with 250."""

    def __init__(self, daemon: Daemon) -> None:
        self.daemon = daemon
        self.kept: set[int] = set()
        self.news = asyncio.Event()
        self._number = 0
        self._chance = random.Random(11)

    async def client(self, enough: asyncio.Event) -> None:
        while not enough.is_set():
            self._number += 1
            number, size = self._number, self._chance.choice([200, 3_000, 60_000])
            if await asyncio.to_thread(self._send, number, message(number, size)):
                self.kept.add(number)
            self.news.set()

    def _send(self, number: int, raw: bytes) -> bool:
        try:
            with smtplib.SMTP("127.0.0.1", self.daemon.port, timeout=5) as smtp:
                smtp.sendmail(f"client{number}@client{number % 40}.example", [PRACTICE], raw)
        except (OSError, smtplib.SMTPException):
            return False
        return True

    async def until_kept(self, count: int) -> None:
        while len(self.kept) < count:
            self.news.clear()
            await self.news.wait()


@pytest.fixture
async def server() -> AsyncIterator[Sink]:
    async with sink() as server:
        yield server


def tables(server: Sink) -> dict[str, dict[str, object]]:
    return {
        "deliver": {"by": "smtp"},
        "deliver.hop": to_server(server.port),
        "relay": to_server(server.port),
    }


def delivered(server: Sink) -> Counter[int]:
    return Counter(
        int(found[1])
        for taken in server.taken
        if taken.mail_from.partition(" ")[0] != "<>" and (found := TOKEN.search(taken.raw))
    )


def answered(server: Sink) -> Counter[int]:
    replies = (t for t in server.taken if b"Auto-Submitted: auto-replied" in t.raw)
    return Counter(int(found[1]) for t in replies if (found := TOKEN.search(t.raw)))


def number_of(address: str) -> int:
    """Of the client's mail, by the address that it came from."""
    return int(address.partition("@")[0].removeprefix("client"))


async def test_kill_at_any_moment_loses_nothing(tmp_path: Path, server: Sink) -> None:
    server.scripts.extend(
        [
            Script(answers={"MAIL": b"451 4.3.0 later\r\n"}),
            Script(after="END"),
            Script(answers={"greeting": b"421 4.3.2 busy\r\n"}),
            Script(after="RCPT"),
        ]
    )
    daemon = Daemon(tmp_path, tables(server))
    await asyncio.to_thread(daemon.start)
    load, enough, chance = Load(daemon), asyncio.Event(), random.Random(7)
    clients = [asyncio.create_task(load.client(enough)) for _ in range(CLIENTS)]
    for _ in range(KILLS):
        await load.until_kept(len(load.kept) + chance.randint(3, 25))
        await asyncio.to_thread(daemon.kill)
        await asyncio.to_thread(daemon.start)
    await load.until_kept(len(load.kept) + 5)
    enough.set()
    await asyncio.gather(*clients)
    await server.until(lambda: load.kept <= set(delivered(server)))
    await asyncio.to_thread(daemon.stop)
    assert sum((delivered(server) - Counter(load.kept)).values()) <= KILLS * CLIENTS * 4
    assert set(answered(server)) <= set(delivered(server))
    assert max(answered(server).values()) == 1
    remembered = await asyncio.to_thread(daemon.run, "recall", "--line", "CA-988", "--json")
    had = Counter(number_of(row["address"]) for row in json.loads(remembered.stdout))
    assert max(had.values()) == 1
    assert set(answered(server)) <= set(had) <= set(delivered(server))


async def test_a_full_disk_is_said_and_heals_alone(tmp_path: Path, server: Sink) -> None:
    daemon = Daemon(tmp_path, tables(server))
    await asyncio.to_thread(daemon.start)
    load = Load(daemon)
    await asyncio.to_thread(_limit_file_size, daemon.pid, 4_096)
    for number in (1, 2):
        assert not await asyncio.to_thread(load._send, number, message(number, 60_000))
    await asyncio.to_thread(_limit_file_size, daemon.pid, resource.RLIM_INFINITY)
    assert await asyncio.to_thread(load._send, 3, message(3, 60_000))
    await server.until(lambda: bool(delivered(server)))
    assert await asyncio.to_thread(daemon.stop) == 0
    assert set(delivered(server)) == {3}
    assert "words" not in daemon.log.read_text()


def _limit_file_size(pid: int, size: int) -> None:
    """What a full disk looks like to the process: no file may grow beyond this."""
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


async def test_sigterm_ends_at_once_and_the_rest_waits_on_disk(
    tmp_path: Path, server: Sink
) -> None:
    held = asyncio.Event()
    server.usual = Script(held={"END": held})
    daemon = Daemon(tmp_path, tables(server))
    await asyncio.to_thread(daemon.start)
    load = Load(daemon)
    assert await asyncio.to_thread(load._send, 1, message(1, 200))
    assert await asyncio.to_thread(daemon.stop) == 0
    held.set()
    server.usual = Script()
    await asyncio.to_thread(daemon.start)
    await server.until(lambda: bool(delivered(server)))
    assert await asyncio.to_thread(daemon.stop) == 0


async def test_two_daemons_on_one_folder(tmp_path: Path, server: Sink) -> None:
    daemon = Daemon(tmp_path, tables(server))
    await asyncio.to_thread(daemon.start)
    second: subprocess.CompletedProcess[str] = await asyncio.to_thread(daemon.run, "run")
    assert second.returncode == 69
    assert "another gateway already runs on this state folder" in second.stderr
    assert await asyncio.to_thread(daemon.stop) == 0


async def test_a_bad_policy_on_reload_changes_nothing(tmp_path: Path, server: Sink) -> None:
    daemon = Daemon(tmp_path, tables(server))
    await asyncio.to_thread(daemon.start)
    good = daemon.policy.read_text()
    daemon.policy.write_text(good.replace('"timezone"', '"timezome"'))
    daemon.signal(signal.SIGHUP)
    await asyncio.to_thread(daemon.until_logged, "the policy was not changed")
    assert "timezone" in daemon.log.read_text()
    assert await asyncio.to_thread(Load(daemon)._send, 1, message(1, 200))
    daemon.policy.write_text(good)
    daemon.signal(signal.SIGHUP)
    await asyncio.to_thread(daemon.until_logged, "policy read anew")
    assert await asyncio.to_thread(Load(daemon)._send, 2, message(2, 200))
    await server.until(lambda: len(delivered(server)) == 2)
    assert await asyncio.to_thread(daemon.stop) == 0
