"""Our own gateway as a process of its own, started as a user starts it."""

import json
import os
import re
import selectors
import signal
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path

Tables = Mapping[str, Mapping[str, object]]

LISTENING = re.compile(r"listening on \S+ port (\d+)")
START_S = 20.0
PRACTICE = "dana@clinic.example"
MASTER = bytes(range(32))

POLICY: dict[str, dict[str, object]] = {
    "practice": {
        "name": "Dana Whitfield",
        "address": PRACTICE,
        "place": "CA-ON",
        "timezone": "America/Toronto",
    },
    "reply": {"display_name": "Dana Whitfield", "per_hour": 100_000, "per_day": 100_000},
    "recipients": {PRACTICE: PRACTICE},
    "limits": {"disk_free_bytes": 0},
    "retry": {"delays_s": [0.2, 0.5, 1.0]},
    "store": {"url": "sqlite:state"},
    "log": {"level": "info"},
}


def policy_text(changes: Tables, *, inlet: Mapping[str, object] | None = None) -> str:
    """POLICY with tables changed key by key, as TOML."""
    names = dict.fromkeys((*POLICY, *changes))
    tables = {name: {**POLICY.get(name, {}), **changes.get(name, {})} for name in names}
    door = {"by": "smtp", "address": "127.0.0.1", "port": 0, "hostname": "mx.clinic.example"}
    lines = ["[[inlet]]", *_rows(door | dict(inlet or {}))]
    for name, table in tables.items():
        lines += ["", f"[{name}]", *_rows(table)]
    return "\n".join(lines) + "\n"


def _rows(table: Mapping[str, object]) -> list[str]:
    return [f"{json.dumps(key)} = {json.dumps(value)}" for key, value in table.items()]


def to_server(port: int) -> dict[str, object]:
    """A next hop on this machine, without TLS."""
    return {"host": "127.0.0.1", "port": port, "tls": "off"}


class Daemon:
    """One folder with a policy, and the process that runs on it."""

    def __init__(
        self, folder: Path, changes: Tables, *, inlet: Mapping[str, object] | None = None
    ) -> None:
        self.folder = folder
        self.policy = folder / "policies.toml"
        self.policy.write_text(policy_text(changes, inlet=inlet), "utf-8")
        self.log = folder / "daemon.log"
        self.port = 0
        self._process: subprocess.Popen[bytes] | None = None

    def command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "gateway", *words, "--config", str(self.policy)]

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {"GATEWAY_MASTER_KEY": b64encode(MASTER).decode()}

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Another command on the same policy."""
        return subprocess.run(
            self.command(*words), env=self.environment, capture_output=True, text=True, check=False
        )

    def start(self) -> None:
        """Start, and wait for the line that names its port."""
        told = len(self.log.read_text()) if self.log.exists() else 0
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                self.command("run"), env=self.environment, stderr=log, stdin=subprocess.DEVNULL
            )
        self.until_logged("ready", told)
        self.port = int(LISTENING.findall(self.log.read_text()[told:])[-1])

    def until_logged(self, words: str, after: int = 0) -> None:
        """Wait until the log says this; it fails when the process ends or takes too long."""
        assert self._process is not None
        end = time.monotonic() + START_S
        while words not in (log := self.log.read_text()[after:]):
            if self._process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"the gateway never said {words!r}:\n{log}")
            with selectors.DefaultSelector() as nothing:
                nothing.select(0.01)

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def signal(self, number: signal.Signals) -> None:
        assert self._process is not None
        self._process.send_signal(number)

    def kill(self) -> None:
        """kill -9."""
        self.signal(signal.SIGKILL)
        self._wait()

    def stop(self) -> int:
        """SIGTERM; the exit code."""
        if self._process is None:
            return 0
        self.signal(signal.SIGTERM)
        return self._wait()

    def _wait(self) -> int:
        assert self._process is not None
        code = self._process.wait(20)
        self._process = None
        return code
