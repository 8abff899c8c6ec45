"""Takes the controls of docs/hazards.md away, one at a time, and asks their tests to fail.

    python tests/mutate_hazards.py [H-06 H-07 ...]

Works in copies of the checkout; the rows are in tests/hazards/mutations.toml. Ends with 1 when a
test does not notice, with 2 when nothing can be said: a row that no longer fits, or a test that
fails without any change.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "tests" / "hazards" / "mutations.toml"
COPIED = (
    *("gateway", "templates", "tests", "docs"),
    *("README.md", "policies.toml", "pyproject.toml"),
)
SEEN_FROM = "import gateway, tests.practices; print(gateway.__file__, tests.practices.__file__)"
LONGEST_S = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """One control taken away.

    control  what it is, in words
    old      stands once in the file
    tests    each of them must fail: "tests/unit/test_x.py::test_y", with "[case]" for one case
    """

    hazard: str
    control: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    def line(self) -> int:
        """On which line of the file it begins; 0 when it does not stand there once."""
        before, found, after = (ROOT / self.file).read_text("utf-8").partition(self.old)
        return before.count("\n") + 1 if found and self.old not in after else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How pytest ended, and the ids that failed."""

    code: int
    failed: tuple[str, ...]
    seconds: float

    def noticed(self, test: str) -> bool:
        return any(name == test or name.startswith(f"{test}[") for name in self.failed)


def mutations() -> tuple[Mutation, ...]:
    rows = tomllib.loads(TABLE.read_text("utf-8"))["mutation"]
    return tuple(Mutation(**{**row, "tests": tuple(row["tests"])}) for row in rows)


def copied(folder: Path) -> Path:
    """A copy of the checkout, compiled once: what is changed later is told by its content."""
    folder.mkdir()
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    compiling = ("-m", "compileall", "-qq", "--invalidation-mode", "checked-hash", "gateway")
    subprocess.run([sys.executable, *compiling], cwd=folder, check=True)
    seen = subprocess.run(
        [sys.executable, "-c", SEEN_FROM],
        cwd=folder,
        env=_environment(folder),
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    if not all(path.startswith(str(folder)) for path in seen):
        raise SystemExit(f"the copy is not what is tested: {seen}")
    return folder


def run_tests(folder: Path, tests: Sequence[str]) -> Run:
    started = time.monotonic()
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--tb=no", "-rf"]
    command += ["--maxfail=1"] if len(tests) == 1 else []
    try:
        done = subprocess.run(
            [*command, *tests],
            cwd=folder,
            env=_environment(folder),
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST_S,
        )
    except subprocess.TimeoutExpired:
        return Run(code=-1, failed=(), seconds=LONGEST_S)
    rows = [row for row in done.stdout.splitlines() if row.startswith("FAILED ")]
    failed = tuple(row.removeprefix("FAILED ").partition(" - ")[0] for row in rows)
    return Run(code=done.returncode, failed=failed, seconds=time.monotonic() - started)


def _environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}


def judge(mutation: Mutation, folder: Path) -> tuple[str, float]:
    """(what became of it, seconds): "killed", or why not."""
    path = folder / mutation.file
    before = path.read_text("utf-8")
    path.write_text(before.replace(mutation.old, mutation.new), "utf-8")
    try:
        run = run_tests(folder, mutation.tests)
    finally:
        path.write_text(before, "utf-8")
    unseen = [test for test in mutation.tests if not run.noticed(test)]
    if run.code == 1 and not unseen:
        return "killed", run.seconds
    if run.code in (0, 1):
        return f"SURVIVED {' '.join(unseen)}", run.seconds
    return f"NO ANSWER (pytest ended with {run.code})", run.seconds


def misfits(rows: Iterable[Mutation]) -> list[str]:
    """Rows that fit the code no longer."""
    return [f"{row.hazard} {row.file}: {row.old!r}" for row in rows if not row.line()]


def without_change(folders: Sequence[Path], rows: Iterable[Mutation]) -> list[str]:
    """Tests that fail as the code is; [] when all is well."""
    tests = sorted({test for row in rows for test in row.tests})
    shares = [tests[number :: len(folders)] for number in range(len(folders))]
    with ThreadPoolExecutor(len(folders)) as pool:
        runs = list(pool.map(run_tests, folders, filter(None, shares)))
    failed = [name for run in runs for name in run.failed]
    return failed or [f"pytest ended with {run.code}" for run in runs if run.code]


def each(folders: Sequence[Path], rows: Sequence[Mutation]) -> list[str]:
    """What became of each row; told while it goes on."""
    free: SimpleQueue[Path] = SimpleQueue()
    for folder in folders:
        free.put(folder)

    def one(row: Mutation) -> str:
        folder = free.get()
        try:
            told, seconds = judge(row, folder)
        finally:
            free.put(folder)
        names = "\n".join(f"        {test}" for test in row.tests)
        where = f"{row.file}:{row.line()}"
        head = f"{row.hazard}  {row.control}\n      - {where}: {told}, {seconds:.1f} s"
        print(f"{head}\n{names}", flush=True)
        return told

    with ThreadPoolExecutor(len(folders)) as pool:
        return list(pool.map(one, rows))


def main(wanted: Sequence[str]) -> int:
    rows = [row for row in mutations() if not wanted or row.hazard in wanted]
    if not rows:
        print(f"there are no rows for {' '.join(wanted)}", file=sys.stderr)
        return 2
    if wrong := misfits(rows):
        print("these rows of mutations.toml fit no line:", *wrong, sep="\n  ", file=sys.stderr)
        return 2
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="hazards-") as place:
        numbers = range(min(len(rows), os.cpu_count() or 1))
        folders = [copied(Path(place) / str(number)) for number in numbers]
        if failed := without_change(folders, rows):
            print("these fail without any change:", *failed, sep="\n  ", file=sys.stderr)
            return 2
        told = each(folders, rows)
    survived = sum(words != "killed" for words in told)
    hazards = len({row.hazard for row in rows})
    seconds = time.monotonic() - started
    print(f"{len(rows)} controls of {hazards} hazards taken away, {survived} not noticed,", end=" ")
    print(f"{seconds:.0f} s")
    return 1 if survived else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
