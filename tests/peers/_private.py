"""What the private instances share: a folder their users can reach, a free port, a clean end."""

import os
import select
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

APT = "apt-get install --no-install-recommends"
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


def end(pid_file: Path) -> None:
    """Stop the daemon that wrote this file, and wait until it is gone."""
    try:
        pid = int(pid_file.read_text())
        fd = os.pidfd_open(pid)
    except (FileNotFoundError, ProcessLookupError):
        return
    try:
        os.kill(pid, signal.SIGTERM)
        ready, _, _ = select.select([fd], [], [], ENDS_WITHIN_S)
        assert ready, f"{pid_file} did not end"
    finally:
        os.close(fd)
