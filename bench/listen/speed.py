"""How long judging takes, on ordinary and on hostile text, and what memory it adds."""

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from statistics import median

from bench.listen.goals import Goal, table
from bench.listen.sets import client_mail
from gateway.core.assess import assess, assess_text
from gateway.core.parse import parse
from gateway.plugins import detectors

KIB = 1024
MIB = KIB * KIB
TEXTS = 2_000
SEED = 7
ROUNDS = 3
PLAIN = "I could not sleep and it rained all day. The exercise went well. See you on Thursday.\n"
RULE_WORDS = "suicide kill myself tonight pills goodbye forever he hit me cancel appointment "
HOSTILE = {
    "rule words only": RULE_WORDS,
    "one endless word": "a",
    "one endless sentence": "and then the day went on and ",
    "digits": "1234567890",
    "zero-width characters": "d\u200bi\u200be\u200d ",
    "new lines": "\n",
    "short paragraphs": "ok\n\n",
    "quoted lines": "> I want to die\n",
    "short sentences": "I die. ",
    "beyond ASCII": "é’ñ ",
}
# Run in a process of its own: the size before and after, in KiB.
MEMORY = """
def size():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
from gateway.core.assess import assess_text
from gateway.core.parse import parse
from gateway.plugins import detectors
before = size()
assess_text("Tuesday", "I have to cancel Tuesday. I want to die. " * 100, detectors())
print(size() - before)
"""


def speed(*, all_misses: bool) -> Iterator[Goal]:
    """Milliseconds of this thread's own time: what else the machine does is not counted."""
    texts = list(four_kib(TEXTS))
    for text in texts[:50]:
        assess_text("", text, detectors())
    times = sorted(took(text) for text in texts)
    wall = sorted(_wall(text) for text in texts[:500])
    middle, late = median(times), times[int(len(times) * 0.99)]
    print(f"\n4 KiB, {TEXTS} texts: median {middle:.2f} ms, p99 {late:.2f} ms")
    print(f"by the clock on the wall: {median(wall):.2f} ms, p99 {wall[int(len(wall) * 0.99)]:.2f}")
    big = {f"{size // KIB} KiB": best(_sized(PLAIN, size)) for size in (64 * KIB, 256 * KIB, MIB)}
    hostile = {name: best(_sized(unit, MIB)) for name, unit in HOSTILE.items()}
    mail = b"Subject: long\r\n\r\n" + _sized(PLAIN, MIB).replace("\n", "\r\n").encode()
    big["a mail of 1 MiB, parsed and judged"] = _whole(mail)
    print(table([("", "ms"), *((name, f"{ms:.1f}") for name, ms in (big | hostile).items())]))
    yield Goal(words="4 KiB, median", measured=middle, target=1, at_least=False, unit=" ms")
    yield Goal(words="4 KiB, p99", measured=late, target=10, at_least=False, unit=" ms")
    worst = max((hostile | big).values())
    words = "1 MiB, the slowest input, hostile ones too"
    yield Goal(words=words, measured=worst, target=200, at_least=False, unit=" ms")
    growth = big["64 KiB"] / 16 / best(_sized(PLAIN, 4 * KIB))
    words = "time for each KiB at 64 KiB against 4 KiB"
    yield Goal(words=words, measured=growth, target=2, at_least=False, unit=" x")
    words = "memory added by rules and model"
    yield Goal(words=words, measured=_memory(), target=40, at_least=False, unit=" MB")


def four_kib(count: int) -> Iterator[str]:
    """Texts of 4 KiB, put together from client mail by a fixed seed."""
    mails = [mail.text for some in client_mail().values() for mail in some] or [PLAIN]
    chance = random.Random(SEED)
    for _ in range(count):
        text = ""
        while len(text) < 4 * KIB:
            text += chance.choice(mails) + "\n\n"
        yield text[: 4 * KIB]


def took(text: str) -> float:
    """Milliseconds of this thread."""
    start = time.thread_time_ns()
    assess_text("", text, detectors())
    return (time.thread_time_ns() - start) / 1e6


def best(text: str) -> float:
    """The quickest of a few."""
    return min(took(text) for _ in range(ROUNDS))


def _wall(text: str) -> float:
    start = time.perf_counter_ns()
    assess_text("", text, detectors())
    return (time.perf_counter_ns() - start) / 1e6


def _whole(raw: bytes) -> float:
    start = time.thread_time_ns()
    assess(parse(raw), detectors())
    return (time.thread_time_ns() - start) / 1e6


def _sized(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def _memory() -> float:
    """Megabytes that rules and model add to a process, once each was used."""
    done = subprocess.run(
        [sys.executable, "-c", MEMORY], capture_output=True, text=True, check=True
    )
    return int(done.stdout) * KIB / 1e6
