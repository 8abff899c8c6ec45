"""./run bench [relay] [seal] [reply] [start]: the gateway against its peers, in one run.

Starts private Postfix, Dovecot and gateway instances on this machine and prints ratios. Ends
with 1 when a goal is missed or a message was lost, doubled or seen in clear; with 69 when a
program is missing. Figures of one machine at one time: trust the ratios.
"""

import argparse
import asyncio
import os
import platform
import shutil
import sys
import tempfile
import time
from pathlib import Path

import peers
import uvloop
from load import Broken
from ours import make_keys
from parts import PARTS, Report, Row, Setting
from servers import NotThere

MISSED, UNAVAILABLE, NOT_ROOT = 1, 69, 77
QUICK = (1, 0.25)
WHOLE = (3, 1.0)


def main() -> int:
    wanted = _arguments()
    if os.geteuid() != 0:
        print("bench: run it as root: Postfix and Dovecot change their user", file=sys.stderr)
        return NOT_ROOT
    if line := peers.missing():
        print(f"bench: the peers are missing: {line}", file=sys.stderr)
        return UNAVAILABLE
    # Not below /root or a private /tmp folder: the users of Postfix and Dovecot must get in.
    folder = Path(tempfile.mkdtemp(prefix="gateway-bench-", dir="/var/tmp"))
    folder.chmod(0o755)
    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            return runner.run(_measure(wanted, folder))
    except (NotThere, Broken) as error:
        print(f"bench: {error}", file=sys.stderr)
        return UNAVAILABLE if isinstance(error, NotThere) else MISSED
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _arguments() -> argparse.Namespace:
    names = ", ".join(PARTS)
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{names}; all without one")
    parser.add_argument("--quick", action="store_true", help="one short round, rough figures")
    parser.add_argument("--zeyple", type=Path, help="Zeyple's zeyple.py, to seal against it")
    wanted = parser.parse_args()
    if unknown := set(wanted.parts) - set(PARTS):
        parser.error(f"no part {', '.join(sorted(unknown))}; there are {names}")
    return wanted


async def _measure(wanted: argparse.Namespace, folder: Path) -> int:
    rounds, share = QUICK if wanted.quick else WHOLE
    keys = make_keys(folder / "keys")
    setting = Setting(folder, keys, rounds, share, wanted.zeyple)
    began = time.monotonic()
    print(f"{_machine()}; {rounds} round(s), each side in turn\n")
    print(_line("", "gateway", "peer", "", "goal", ""))
    reports: list[Report] = []
    for name in wanted.parts or PARTS:
        report = await PARTS[name](setting)
        reports.append(report)
        for row in report.rows:
            print(_shown(row), flush=True)
        for words in report.wrong:
            print(f"  WRONG: {words}")
        if report.left_out:
            print(f"  left out: {report.left_out}")
    rows = [row for report in reports for row in report.rows]
    missed = [row.what for row in rows if not row.met]
    wrong = [words for report in reports for words in report.wrong]
    if rows:
        goals = f"missed: {'; '.join(missed)}" if missed else "every goal that was measured is met"
        print(f"\n{time.monotonic() - began:.0f} s; {goals}")
        print(f"{len(wrong)} faults" if wrong else "0 lost, 0 doubled, 0 in clear")
    return MISSED if missed or wrong else 0


def _shown(row: Row) -> str:
    goal, verdict = "", ""
    if row.goal is not None:
        goal = f"{'>=' if row.at_least else '<='} {row.goal:g}{row.unit}"
        verdict = "ok" if row.met else "MISSED"
    return _line(row.what, *row.shown, f"{row.figure:.2f}{row.unit}", goal, verdict)


def _line(what: str, ours: str, theirs: str, figure: str, goal: str, verdict: str) -> str:
    return f"{what:46} {ours:>12} {theirs:>12} {figure:>11}  {goal:10} {verdict}".rstrip()


def _machine() -> str:
    load = os.getloadavg()[0]
    return f"{os.cpu_count()} cores, Python {platform.python_version()}, load {load:.1f}"


if __name__ == "__main__":
    sys.exit(main())
