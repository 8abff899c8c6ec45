"""What the private instances share: a folder their users can reach, a free port, a clean end."""

import contextlib
import os
import select
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

APT = "apt-get install --no-install-recommends"
STARTS_WITHIN_S = 20.0
ENDS_WITHIN_S = 20.0


def needed(command: str, packages: str) -> str:
    """The path of a program; a test without it fails and says what to install."""
    path = shutil.which(command, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/lib/dovecot")
    assert path, f"{command} is missing: {APT} {packages}"
    assert os.geteuid() == 0, f"{command} needs root to start a private instance"
    return path


@contextmanager
def folder(name: str) -> Iterator[Path]:
    """A new folder that daemons may enter: pytest's own lie below one that is 0700."""
    with tempfile.TemporaryDirectory(prefix=f"{name}-", dir="/tmp") as made:
        path = Path(made)
        path.chmod(0o755)
        yield path


def free_port() -> int:
    with socket.socket() as s:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        s.bind(("127.0.0.1", 0))
        port: int = s.getsockname()[1]
        return port


def start(command: list[str], home: Path) -> None:
    """Run what starts a daemon. Not over pipes: the daemon would keep them open for ever."""
    said = home / "start.log"
    with said.open("w") as out:
        code = subprocess.run(command, stdout=out, stderr=out, check=False).returncode
    assert code == 0, said.read_text()


def answering(port: int) -> None:
    """Wait until somebody greets on this port; Postfix starts listening after it says so."""
    until = time.monotonic() + STARTS_WITHIN_S
    while not _greets(port):
        assert time.monotonic() < until, f"nobody answers on port {port}"
        time.sleep(0.01)


def _greets(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=STARTS_WITHIN_S) as s:
            return s.recv(1) != b""
    except ConnectionError:
        return False


def end(pid_file: Path) -> None:
    """Stop the daemon that wrote this file; wait until it and its children let go of the port."""
    try:
        pid = int(pid_file.read_text())
        family = [os.pidfd_open(each) for each in (pid, *_group(pid))]
    except (FileNotFoundError, ProcessLookupError):
        return
    try:
        os.kill(pid, signal.SIGTERM)
        for fd in family:
            ready, _, _ = select.select([fd], [], [], ENDS_WITHIN_S)
            assert ready, f"{pid_file} did not end"
    finally:
        for fd in family:
            os.close(fd)


def _group(leader: int) -> list[int]:
    """The other processes of its group."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            _, _, rest = path.read_text().rpartition(")")
            if int(rest.split()[2]) == leader and int(path.parent.name) != leader:
                found.append(int(path.parent.name))
    return found
