"""One measurement: the same load on each side in turn, and what came of it."""

import asyncio
import secrets
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import tree
from load import Load, Sent, drive, mail_for
from servers import Server
from sink import Arrived, Sink

DRAIN_S = 60.0
SETTLE_S = 0.5  # what is done after the last arrival belongs to the cost, too
WARM_UP = 16


@dataclass(frozen=True, slots=True)
class Outcome:
    """One run on one side.

    cpu_s      processor time a message
    rate       arrivals a second; replies where replies are asked for, else deliveries
    latency_s  median time from the final dot to that arrival
    wrong      what must not be, in words
    """

    cpu_s: float
    rate: float
    latency_s: float
    wrong: tuple[str, ...]


Outcomes = dict[str, list[Outcome]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a run looks for besides deliveries.

    sealed   the secret of the message must not be seen
    replies  each message gets one reply; without it there must be none
    """

    sealed: bool = False
    replies: bool = False


class Sides:
    """Servers with a sink each, all up at once; only one is under load at a time."""

    def __init__(self) -> None:
        self.servers: list[Server] = []
        self._sinks: dict[str, Sink] = {}

    async def add(self, make: Callable[[int], Server]) -> None:
        """make  gets the port of its sink. Errors: NotThere when it does not start."""
        sink = Sink()
        await sink.open()
        server = make(sink.port)
        self._sinks[server.name] = sink
        self.servers.append(server)
        server.start()

    async def __aenter__(self) -> "Sides":
        return self

    async def __aexit__(self, *_error: object) -> None:
        for server in self.servers:
            server.stop()
        for sink in self._sinks.values():
            sink.close()

    async def interleaved(
        self,
        load: Load,
        rounds: int,
        *,
        asked: Asked = Asked(),
        shares: dict[str, float] | None = None,
    ) -> Outcomes:
        """Each side in turn, A B then B A: what else the machine does meets both alike.

        shares  part of the messages for a side that would take minutes
        """
        outcomes: Outcomes = {server.name: [] for server in self.servers}
        for server in self.servers:
            await self.run(server, replace(load, messages=WARM_UP, per_s=0.0), asked)
        for number in range(rounds):
            for server in self.servers[:: -1 if number % 2 else 1]:
                share = (shares or {}).get(server.name, 1.0)
                part = replace(load, messages=max(10, int(load.messages * share)))
                outcomes[server.name].append(await self.run(server, part, asked))
        return outcomes

    async def run(self, server: Server, load: Load, asked: Asked) -> Outcome:
        """Send, wait until all has come, count. Errors: Broken."""
        run = secrets.token_hex(4)
        arrived = Arrived(run, mail_for(load).secret if asked.sealed else None)
        self._sinks[server.name].arrived = arrived
        server.clean()
        began, cpu = time.monotonic(), tree.cpu_s(server.pid)
        sent = await drive(server.port, load, run, lmtp=server.lmtp)
        await _drained(server, sent, arrived, asked)
        await asyncio.sleep(SETTLE_S)
        cpu = tree.cpu_s(server.pid) - cpu
        firsts = {n: min(moments) for n, moments in _looked_for(arrived, asked).items()}
        waits = [moment - sent.ended[n] for n, moment in firsts.items() if n in sent.ended]
        return Outcome(
            cpu_s=cpu / max(1, len(sent.taken)),
            rate=len(firsts) / (max(firsts.values()) - began) if firsts else 0.0,
            latency_s=statistics.median(waits) if waits else 0.0,
            wrong=tuple(
                f"{server.name}, {load.messages} messages: {words}"
                for words in _wrong(server, sent, arrived, asked)
            ),
        )


def _looked_for(arrived: Arrived, asked: Asked) -> dict[int, list[float]]:
    return arrived.replied if asked.replies else arrived.delivered


async def _drained(server: Server, sent: Sent, arrived: Arrived, asked: Asked) -> None:
    """Wait until each message that was taken has come, or patience ends."""
    last = time.monotonic() + DRAIN_S
    ways = _ways(server, arrived, asked).values()
    while time.monotonic() < last:
        if all(moments.keys() >= sent.taken.keys() for moments in ways):
            return
        await asyncio.sleep(0.02)


def _ways(server: Server, arrived: Arrived, asked: Asked) -> dict[str, dict[int, list[float]]]:
    """Where each message must arrive once; an LMTP server keeps the mail itself."""
    ways = {} if server.lmtp else {"deliveries": arrived.delivered}
    if asked.replies:
        ways["replies"] = arrived.replied
    return ways


def _wrong(server: Server, sent: Sent, arrived: Arrived, asked: Asked) -> list[str]:
    found = [f"{count} times {answer}" for answer, count in sent.refused.items()]
    for what, moments in _ways(server, arrived, asked).items():
        lost = len(sent.taken.keys() - moments.keys())
        twice = sum(len(each) - 1 for each in moments.values())
        found += [f"{lost} {what} lost"] * bool(lost) + [f"{twice} {what} twice"] * bool(twice)
    if arrived.replied and not asked.replies:
        found.append(f"{len(arrived.replied)} replies that nobody asked for")
    if arrived.leaks:
        found.append(f"{arrived.leaks} deliveries in clear")
    if arrived.strays:
        found.append(f"{arrived.strays} arrivals of another run")
    return found
