"""What ./run test, check, e2e, bench, listen and fuzz do, in order; the first failure ends it."""

import subprocess
import sys
import time

FAST = [
    f"tests/{name}" for name in ("unit", "property", "golden", "contract", "responder", "hazards")
]
SLOW = ["tests/chaos", "tests/e2e"]
PYTEST = [sys.executable, "-m", "pytest"]
# Only the fast ones side by side: the others have servers, kills and times to themselves.
SIDE_BY_SIDE = ["-n", "auto", "--maxprocesses", "8"]

CHECK = [
    ["ruff", "format", "--check", "."],
    ["ruff", "check", "."],
    ["mypy"],
    ["lint-imports"],
]
STEPS = {
    "check": [*CHECK, [*PYTEST, *SIDE_BY_SIDE, *FAST]],
    "test": [*CHECK, [*PYTEST, *SIDE_BY_SIDE, *FAST], [*PYTEST, *SLOW]],
    "e2e": [[*PYTEST, *SLOW]],
    "bench": [[sys.executable, "bench/run.py"]],
    "listen": [[sys.executable, "-m", "bench.listen.run"]],
    "hazards": [[sys.executable, "tests/mutate_hazards.py"]],
    "fuzz": [
        [sys.executable, "-m", "tests.fuzz.fuzz_documents"],
        [sys.executable, "tests/fuzz/fuzz_parse.py"],
    ],
}


def main() -> int:
    what, *more = sys.argv[1:]
    steps = STEPS[what]
    for number, step in enumerate(steps, start=1):
        last = number == len(steps)
        command = [*step, *more] if last else step
        print(f"== {' '.join(command[-3:] if len(command) > 3 else command)}", flush=True)
        started = time.monotonic()
        code = subprocess.run(command, check=False).returncode
        if code:
            print(f"failed: {' '.join(command)}", file=sys.stderr)
            return code
        print(f"   {time.monotonic() - started:.1f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
