"""./run listen: how well the gateway listens, on labelled text that it was not made from.

Prints every figure with its Wilson 95 % bounds, then each goal as one line: met or MISSED.
A goal that is missed is a figure, not a failure: ends with 0, and with 65 when a set is broken.
"""

import argparse
import contextlib
import io
import re
import sys
import time
from collections.abc import Callable, Iterator

from bench.listen.alarms import alarms
from bench.listen.dilution import dilution
from bench.listen.encodings import encodings
from bench.listen.goals import Goal, of_share
from bench.listen.mails import client, hard
from bench.listen.reasons import reasons
from bench.listen.sets import SHARED, Broken
from bench.listen.speed import speed
from gateway.core.scoring import Share

BROKEN = 65
Part = Callable[..., Iterator[Goal]]
SPANS = re.compile(r"pii_presidio (\w+): recall .*?\((\d+)/(\d+)\), precision .*?\((\d+)/(\d+)\)")
EXACT = {"CREDIT_CARD": "cards", "IBAN_CODE": "IBAN", "US_SSN": "SSN"}


def identifiers(*, all_misses: bool) -> Iterator[Goal]:
    """The sets with spans, as bench/listen/identifiers.py prints them."""
    from bench.listen.identifiers import run

    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        run(("spans", "telephones", "nano"))
    print(told.getvalue())
    for label, *counts in SPANS.findall(told.getvalue()):
        hit, wanted, right, named = map(int, counts)
        if label in EXACT:
            yield of_share(f"pii_presidio: {EXACT[label]} found", Share(hit, wanted), 0.99)
            yield of_share(f"pii_presidio: {EXACT[label]} right", Share(right, named), 0.99)
        elif label == "PHONE_NUMBER":
            yield of_share("pii_presidio: telephones right", Share(right, named), 0.90)


PARTS: dict[str, Part] = {
    "client": client,
    "hard": hard,
    "dilution": dilution,
    "alarms": alarms,
    "reasons": reasons,
    "identifiers": identifiers,
    "encodings": encodings,
    "speed": speed,
}


def main() -> int:
    """Exit code."""
    wanted = _arguments()
    started = time.monotonic()
    goals: list[Goal] = []
    if not SHARED.exists():
        print(f"{SHARED} is not here: only our own sets are measured")
    try:
        for name in wanted.only or PARTS:
            print(f"\n== {name}", flush=True)
            goals += PARTS[name](all_misses=wanted.misses)
    except Broken as e:
        print(f"listen: {e}", file=sys.stderr)
        return BROKEN
    print("\n== goals")
    print("\n".join(map(str, goals)))
    met = sum(goal.met is True for goal in goals)
    missed = sum(goal.met is False for goal in goals)
    print(f"\n{met} met, {missed} MISSED, {len(goals) - met - missed} not measured", end="")
    print(f"; {time.monotonic() - started:.0f} s")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run listen", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list every miss")
    parser.add_argument(
        "--only", action="append", choices=PARTS, metavar="PART", help=f"one of {', '.join(PARTS)}"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
