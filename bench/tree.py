"""What a server costs: CPU and memory of its main process and all below it, from /proc."""

import os
from pathlib import Path

PROC = Path("/proc")
TICKS_PER_S = os.sysconf("SC_CLK_TCK")
NS_PER_S = 1e9
# Fields of /proc/PID/stat after the name in brackets, counted from 0 (proc(5)).
PARENT = 1
OWN = slice(11, 13)  # utime, stime
ENDED = slice(13, 15)  # cutime, cstime: of children that ended and were waited for


def cpu_s(root: int) -> float:
    """User and system time that the tree has used since it began, ended children included.

    A process that ends hands its time to the one that waits for it, so the sum over the
    living never falls as long as each waits for its own.
    """
    total = 0.0
    for pid in pids(root):
        if (row := _stat(pid)) is not None:
            total += max(_ticks(row, OWN), _scheduled_s(pid)) + _ticks(row, ENDED)
    return total


def pss_mib(root: int) -> float:
    """Memory of the tree; a page that n processes share counts 1/n to each."""
    kib = 0
    for pid in pids(root):
        try:
            lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
        except OSError:  # ended meanwhile
            continue
        kib += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return kib / 1024


def pids(root: int) -> list[int]:
    """The root and every process below it."""
    children: dict[int, list[int]] = {}
    for entry in PROC.iterdir():
        if entry.name.isdigit() and (row := _stat(int(entry.name))) is not None:
            children.setdefault(int(row[PARENT]), []).append(int(entry.name))
    found = [root]
    for pid in found:
        found += children.get(pid, [])
    return found


def _ticks(row: list[str], fields: slice) -> float:
    return sum(int(time) for time in row[fields]) / TICKS_PER_S


def _scheduled_s(pid: int) -> float:
    """The same to the nanosecond, but of threads that live.

    Ticks are cut off in each process, which would give a server of thirty processes up to
    thirty times 20 ms for nothing. 0 where the kernel does not tell.
    """
    total = 0
    try:
        for thread in (PROC / str(pid) / "task").iterdir():
            total += int((thread / "schedstat").read_text().split()[0])
    except OSError:  # ended meanwhile
        return 0.0
    return total / NS_PER_S


def _stat(pid: int) -> list[str] | None:
    """None when there is no such process any more."""
    try:
        text = (PROC / str(pid) / "stat").read_text("ascii", "replace")
    except OSError:
        return None
    return text.rpartition(") ")[2].split()
