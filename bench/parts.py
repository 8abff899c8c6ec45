"""What is compared: each part runs the same load on both sides in turn and judges the ratio."""

import asyncio
import secrets
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import tree
from load import Load, Sent, drive, mail_for
from ours import Gateway, make_keys, sealing
from peers import Pigeonhole, Postfix, Zeyple
from servers import Server
from sink import Arrived, Sink

DRAIN_S = 60.0
SETTLE_S = 0.5  # what is done after the last arrival belongs to the cost, too
IDLE_S = 2.0
WARM_UP = 16
HOMEWORK_BYTES = 150 * 1024  # 200 KiB and more as base64 with its text


@dataclass(frozen=True, slots=True)
class Outcome:
    """One run on one side. Shares and seconds; `wrong` is what must not be."""

    cpu_s: float
    rate: float
    latency_s: float
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table.

    ratio     ours over theirs, None where no peer stands beside us
    goal      what the ratio (or our own figure) must reach: at_least, or at most
    """

    what: str
    ours: str
    theirs: str
    figure: float
    goal: float | None
    at_least: bool
    unit: str = "x"

    @property
    def met(self) -> bool:
        if self.goal is None:
            return True
        return self.figure >= self.goal if self.at_least else self.figure <= self.goal


@dataclass(frozen=True, slots=True)
class Report:
    """Of one part: its rows, what went wrong in it, and what was left out and why."""

    rows: tuple[Row, ...] = ()
    wrong: tuple[str, ...] = ()
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """How much is measured, and where."""

    folder: Path
    rounds: int
    scale: float
    zeyple: Path | None

    def scaled(self, load: Load) -> Load:
        return replace(load, messages=max(10, int(load.messages * self.scale)))


class Bench:
    """Sides with a sink each, all up at once; only one is under load at a time."""

    def __init__(self) -> None:
        self.sinks: dict[str, Sink] = {}
        self.servers: list[Server] = []

    async def add(self, make: Callable[[int], Server]) -> Server:
        sink = Sink()
        await sink.open()
        server = make(sink.port)
        self.sinks[server.name] = sink
        server.start()
        self.servers.append(server)
        return server

    def close(self) -> None:
        for server in self.servers:
            server.stop()
        for sink in self.sinks.values():
            sink.close()

    async def run(self, server: Server, load: Load, *, sealed: bool, replies: bool) -> Outcome:
        """One run: send, wait until all has come, count."""
        run = secrets.token_hex(4)
        arrived = Arrived(run, mail_for(load).secret if sealed else None)
        self.sinks[server.name].arrived = arrived
        server.clean()
        began, cpu = time.monotonic(), tree.cpu_s(server.pid)
        sent = await drive(server.port, load, run, lmtp=server.lmtp)
        await _drained(arrived, sent, delivers=not server.lmtp, replies=replies)
        await asyncio.sleep(SETTLE_S)
        cpu = tree.cpu_s(server.pid) - cpu
        into = arrived.replied if replies else arrived.delivered
        waits = [min(into[n]) - sent.ended[n] for n in into if n in sent.ended]
        last = max((min(moments) for moments in into.values()), default=began)
        return Outcome(
            cpu_s=cpu / max(1, len(sent.taken)),
            rate=len(into) / max(0.001, last - began),
            latency_s=statistics.median(waits) if waits else 0.0,
            wrong=tuple(_wrong(server, load, sent, arrived, replies)),
        )


async def _drained(arrived: Arrived, sent: Sent, *, delivers: bool, replies: bool) -> None:
    """Wait until each message that was taken has come, or patience ends."""
    end = time.monotonic() + DRAIN_S
    while time.monotonic() < end:
        here = (not delivers or arrived.delivered.keys() >= sent.taken.keys()) and (
            not replies or arrived.replied.keys() >= sent.taken.keys()
        )
        if here:
            return
        await asyncio.sleep(0.02)


def _wrong(
    server: Server, load: Load, sent: Sent, arrived: Arrived, replies: bool
) -> list[str]:
    ways = [] if server.lmtp else [("deliveries", arrived.delivered)]
    ways += [("replies", arrived.replied)] if replies else []
    found = [f"{count} refused: {answer}" for answer, count in sent.refused.items()]
    for what, moments in ways:
        lost = len(sent.taken.keys() - moments.keys())
        twice = sum(len(each) - 1 for each in moments.values())
        found += [f"{lost} {what} lost"] if lost else []
        found += [f"{twice} {what} duplicated"] if twice else []
    if not replies and arrived.replied:
        found.append(f"{len(arrived.replied)} replies that nobody asked for")
    if arrived.leaks:
        found.append(f"{arrived.leaks} deliveries in clear")
    if arrived.strays:
        found.append(f"{arrived.strays} arrivals of another run")
    return [f"{server.name}, {load.messages} messages: {words}" for words in found]


Pairs = dict[str, list[Outcome]]


async def interleaved(
    bench: Bench, load: Load, setting: Setting, *, sealed: bool = False, replies: bool = False,
    slow: dict[str, float] | None = None,
) -> Pairs:
    """Each side in turn, A B then B A: what else the machine does meets both alike.

    slow  share of the messages for a side that would take minutes
    """
    results: Pairs = {server.name: [] for server in bench.servers}
    for server in bench.servers:
        warm = replace(load, messages=WARM_UP, per_s=0.0)
        await bench.run(server, warm, sealed=sealed, replies=replies)
    for number in range(setting.rounds):
        for server in bench.servers[:: -1 if number % 2 else 1]:
            share = (slow or {}).get(server.name, 1.0)
            part = replace(load, messages=max(10, int(load.messages * share)))
            results[server.name].append(
                await bench.run(server, part, sealed=sealed, replies=replies)
            )
    return results
