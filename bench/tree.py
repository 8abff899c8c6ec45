"""What a server costs: CPU and memory of its main process and all below it, from /proc."""

import os
from pathlib import Path

PROC = Path("/proc")
TICKS_PER_S = os.sysconf("SC_CLK_TCK")
# Fields of /proc/PID/stat after the name in brackets, counted from 0 (proc(5)).
PARENT = 1
TIMES = slice(11, 15)  # utime, stime, and those of children that ended: cutime, cstime


def cpu_s(root: int) -> float:
    """User and system time that the tree has used since it began, ended children included.

    A process that ends hands its time to the one that waits for it, so the sum over the
    living never falls as long as each waits for its own.
    """
    ticks = 0
    for pid in pids(root):
        if (row := _stat(pid)) is not None:
            ticks += sum(int(time) for time in row[TIMES])
    return ticks / TICKS_PER_S


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


def _stat(pid: int) -> list[str] | None:
    """None when there is no such process any more."""
    try:
        text = (PROC / str(pid) / "stat").read_text("ascii", "replace")
    except OSError:
        return None
    return text.rpartition(") ")[2].split()
