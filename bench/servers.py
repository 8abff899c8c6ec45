"""A server under load: started, waited for until it greets, stopped by its own process id."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import Protocol

PATIENCE_S = 30.0
LOOK_S = 0.002


class NotThere(Exception):
    """A program or package is missing; the words say what to do."""


class Server(Protocol):
    """One side of a comparison.

    port  where it takes mail on 127.0.0.1
    lmtp  it speaks LMTP there
    pid   its main process; known once it was started
    """

    name: str
    port: int
    lmtp: bool
    pid: int

    def start(self) -> float: ...

    def stop(self) -> None: ...

    def clean(self) -> None: ...


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def quietly(*command: str) -> None:
    """Errors: NotThere with the program's own words when it fails."""
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=PATIENCE_S)
    if done.returncode:
        raise NotThere(f"{command[0]}: {(done.stderr or done.stdout).strip()[-300:]}")


def greets(port: int) -> None:
    """Wait for the greeting. Errors: NotThere when none comes."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        with (
            contextlib.suppress(OSError),
            socket.create_connection(("127.0.0.1", port), timeout=5) as line,
        ):
            if line.recv(3) == b"220":
                return
        time.sleep(LOOK_S)
    raise NotThere(f"nothing greets on port {port} after {PATIENCE_S:.0f} s")


def pid_in(file: Path) -> int:
    """Errors: NotThere when the file stays away."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        with contextlib.suppress(OSError, ValueError):
            return int(file.read_text())
        time.sleep(LOOK_S)
    raise NotThere(f"no process id in {file}")


def end(file: Path) -> None:
    """SIGTERM to the daemon whose process id stands there, and wait until it is gone.

    It is no child of ours; without the file it never came up.
    """
    with contextlib.suppress(FileNotFoundError, ProcessLookupError, ValueError):
        pid = int(file.read_text())
        os.kill(pid, signal.SIGTERM)
        last = time.monotonic() + PATIENCE_S
        while time.monotonic() < last:
            os.kill(pid, 0)
            time.sleep(0.02)


def emptied(folder: Path, user: str, group: str) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.chown(folder, user, group)
