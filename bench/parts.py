"""What is compared with whom, and the goal of each comparison."""

import asyncio
import statistics
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path

import tree
from load import Load
from measure import Asked, Outcome, Outcomes, Sides
from ours import Gateway, Keys, sealing
from peers import Pigeonhole, Postfix, Zeyple

TEXT = Load(messages=800, sessions=8)
# 150 KiB of file is more than 200 KiB on the wire: base64 and the text around it.
FILE = Load(messages=300, sessions=8, attachment_bytes=150 * 1024)
HOMEWORK = replace(FILE, messages=240, sessions=4)
STEADY = Load(messages=100, sessions=2, per_s=20.0)
BURST = Load(messages=400, sessions=4)
ZEYPLE_SHARE = 0.2
IDLE_S = 2.0
STARTS = 6
SETTLE_S = 0.3


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table.

    shown     our figure and the peer's
    figure    what the goal is about: a ratio, or our own figure where no peer stands beside it
    at_least  the goal is a floor, else a ceiling; goal None: told, not judged
    """

    what: str
    shown: tuple[str, str]
    figure: float
    goal: float | None = None
    at_least: bool = True
    unit: str = "x"

    @property
    def met(self) -> bool:
        if self.goal is None:
            return True
        return self.figure >= self.goal if self.at_least else self.figure <= self.goal


@dataclass(frozen=True, slots=True)
class Report:
    """Of one part: its rows, what went wrong, and what was left out and why."""

    rows: tuple[Row, ...] = ()
    wrong: tuple[str, ...] = ()
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """share  of the messages that are sent; less makes it quick and the figures rougher"""

    folder: Path
    keys: Keys
    rounds: int
    share: float
    zeyple: Path | None

    def of(self, load: Load) -> Load:
        return replace(load, messages=max(20, int(load.messages * self.share)))


async def relay(setting: Setting) -> Report:
    """Kept and handed on, no sealing, no reply; and what an idle gateway holds afterwards."""
    folder = setting.folder / "relay"
    folder.mkdir()
    async with Sides() as sides:
        await sides.add(lambda sink: Postfix(folder / "postfix", sink))
        await sides.add(lambda sink: Gateway("gateway", folder / "gateway", sink))
        await asyncio.sleep(IDLE_S)
        began = _pss(sides)
        text = await sides.interleaved(setting.of(TEXT), setting.rounds)
        file = await sides.interleaved(setting.of(FILE), setting.rounds)
        steady = await sides.interleaved(setting.of(STEADY), setting.rounds)
        await asyncio.sleep(IDLE_S)
        ended = _pss(sides)
    pair = ("gateway", "Postfix")
    rows = (
        _per_cpu("relay 4 KiB", text, *pair, goal=1.0),
        _rate("relay 4 KiB", text, *pair),
        _per_cpu("relay 200 KiB", file, *pair, goal=1.0),
        _rate("relay 200 KiB", file, *pair),
        _latency("relay 4 KiB at 20/s, delivered", steady, *pair, goal=None),
        _memory("idle, just started", began, *pair, goal=60.0),
        _memory("idle after these loads", ended, *pair, goal=60.0),
    )
    return Report(rows, _wrong(text, file, steady))


async def seal(setting: Setting) -> Report:
    """A file of 150 KiB sealed to the therapist's key; the same OpenPGP key on both sides."""
    if why := Zeyple.missing(setting.zeyple):
        return Report(left_out=f"sealing against Postfix + Zeyple: {why}")
    assert setting.zeyple is not None
    folder, keys, program = setting.folder / "seal", setting.keys, setting.zeyple
    folder.mkdir()

    def gateway(scheme: str, sink: int) -> Gateway:
        return Gateway(scheme, folder / scheme, sink, seal=sealing(keys, scheme))

    async with Sides() as sides:
        await sides.add(
            lambda sink: Zeyple(folder / "zeyple", sink, program=program, ring=keys.ring)
        )
        await sides.add(lambda sink: gateway("openpgp", sink))
        await sides.add(lambda sink: gateway("smime", sink))
        found = await sides.interleaved(
            setting.of(HOMEWORK),
            setting.rounds,
            asked=Asked(sealed=True),
            shares={Zeyple.name: ZEYPLE_SHARE},
        )
    rows = (
        _per_cpu("OpenPGP 200 KiB", found, "openpgp", Zeyple.name, goal=8.0),
        _rate("OpenPGP 200 KiB", found, "openpgp", Zeyple.name),
        _per_cpu("S/MIME 200 KiB", found, "smime", Zeyple.name, goal=20.0),
        _rate("S/MIME 200 KiB", found, "smime", Zeyple.name),
    )
    return Report(rows, _wrong(found))


async def reply(setting: Setting) -> Report:
    """Each message has its own sender and is answered; ours relays it as well."""
    folder = setting.folder / "reply"
    folder.mkdir()
    async with Sides() as sides:
        await sides.add(lambda sink: Pigeonhole(folder / "dovecot", sink))
        await sides.add(lambda sink: Gateway("gateway", folder / "gateway", sink, answers=True))
        asked = Asked(replies=True)
        steady = await sides.interleaved(setting.of(STEADY), setting.rounds, asked=asked)
        burst = await sides.interleaved(setting.of(BURST), setting.rounds, asked=asked)
    pair = ("gateway", Pigeonhole.name)
    rows = (
        _latency("reply at 20/s", steady, *pair, goal=1.5),
        _per_cpu("reply, 4 sessions", burst, *pair, goal=None),
        _rate("reply, 4 sessions", burst, *pair),
    )
    return Report(rows, _wrong(steady, burst))


async def start(setting: Setting) -> Report:
    """From the command to the first greeting, each side in turn."""
    folder = setting.folder / "start"
    folder.mkdir()
    ours, theirs = Gateway("gateway", folder / "gateway", 9), Postfix(folder / "postfix", 9)
    took: dict[str, list[float]] = {ours.name: [], theirs.name: []}
    for _ in range(STARTS):
        for server in (ours, theirs):
            try:
                took[server.name].append(server.start())
                await asyncio.sleep(SETTLE_S)
            finally:
                server.stop()
    mine, peer = (times[1:] for times in took.values())  # the first start makes folders
    ratio = statistics.median(a / b for a, b in zip(mine, peer, strict=True))
    row = Row("start to greeting", (_ms(mine), _ms(peer)), ratio, goal=1.5, at_least=False)
    return Report((row,))


PARTS: dict[str, Callable[[Setting], Awaitable[Report]]] = {
    "relay": relay,
    "seal": seal,
    "reply": reply,
    "start": start,
}


def _per_cpu(what: str, found: Outcomes, ours: str, theirs: str, goal: float | None) -> Row:
    mine, peer = found[ours], found[theirs]
    ratio = statistics.median(b.cpu_s / a.cpu_s for a, b in zip(mine, peer, strict=True))
    shown = (_ms([one.cpu_s for one in mine]), _ms([one.cpu_s for one in peer]))
    return Row(f"{what}, messages per CPU second", shown, ratio, goal)


def _rate(what: str, found: Outcomes, ours: str, theirs: str) -> Row:
    mine, peer = found[ours], found[theirs]
    ratio = statistics.median(a.rate / b.rate for a, b in zip(mine, peer, strict=True))
    shown = (_per_s(mine), _per_s(peer))
    return Row(f"{what}, messages a second", shown, ratio)


def _latency(what: str, found: Outcomes, ours: str, theirs: str, goal: float | None) -> Row:
    mine, peer = found[ours], found[theirs]
    ratio = statistics.median(a.latency_s / b.latency_s for a, b in zip(mine, peer, strict=True))
    shown = (_ms([one.latency_s for one in mine]), _ms([one.latency_s for one in peer]))
    return Row(f"{what}, median time", shown, ratio, goal, at_least=False)


def _pss(sides: Sides) -> dict[str, float]:
    return {server.name: tree.pss_mib(server.pid) for server in sides.servers}


def _memory(what: str, pss: dict[str, float], ours: str, theirs: str, goal: float) -> Row:
    shown = (f"{pss[ours]:.1f} MiB", f"{pss[theirs]:.1f} MiB")
    return Row(f"memory (PSS), {what}", shown, pss[ours], goal, at_least=False, unit=" MiB")


def _per_s(side: list[Outcome]) -> str:
    return f"{statistics.median(one.rate for one in side):.0f}/s"


def _ms(seconds: list[float]) -> str:
    return f"{statistics.median(seconds) * 1000:.2f} ms"


def _wrong(*loads: Outcomes) -> tuple[str, ...]:
    runs: list[Outcome] = [one for found in loads for side in found.values() for one in side]
    return tuple(words for one in runs for words in one.wrong)
