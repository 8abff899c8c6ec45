"""Our own side: `gateway run` of this interpreter, on the default policy with loose limits."""

import json
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from load import THERAPIST
from servers import PATIENCE_S, NotThere, free_port, greets

from gateway import keyring
from gateway.resources import default_policy
from gateway.secrets import make_master_key

Table = dict[str, Any]
MANY = 1_000_000


@dataclass(frozen=True, slots=True)
class Keys:
    """The therapist's keys, made once and used by all.

    ring  GnuPG folder with the public key of this fingerprint
    """

    ring: Path
    fingerprint: str
    certificate: Path


def make_keys(folder: Path) -> Keys:
    """Takes about a second."""
    folder.mkdir(mode=0o700)
    fingerprint, _secret = keyring.new_openpgp(folder / "ring", name="Dana", address=THERAPIST)
    certificate, _key = keyring.new_smime(name="Dana", address=THERAPIST)
    (folder / "dana.pem").write_text(certificate)
    return Keys(folder / "ring", fingerprint, folder / "dana.pem")


def sealing(keys: Keys, scheme: str) -> Table:
    """The [seal] table for a scheme."""
    return {
        "scheme": scheme,
        "what": "attachments",
        "fingerprint": keys.fingerprint if scheme == "openpgp" else "",
        "home": str(keys.ring),
        "certificate": str(keys.certificate) if scheme == "smime" else "",
    }


class Gateway:
    """sink     port of the mailbox and of the outgoing relay
    seal     the [seal] table, None for off
    answers  each mail gets an automatic reply
    """

    lmtp = False

    def __init__(
        self,
        name: str,
        folder: Path,
        sink: int,
        *,
        seal: Table | None = None,
        answers: bool = False,
    ) -> None:
        self.name = name
        self.port = free_port()
        self.pid = 0
        self._log = folder / "gateway.log"
        self._process: subprocess.Popen[bytes] | None = None
        folder.mkdir(mode=0o700)
        make_master_key(folder / "keys/master.key")
        self._policy = folder / "policies.toml"
        self._policy.write_text(_as_toml(self._table(sink, seal or {"scheme": "off"}, answers)))

    def _table(self, sink: int, seal: Table, answers: bool) -> Table:
        table = tomllib.loads(default_policy())
        hop = {"host": "127.0.0.1", "port": sink, "tls": "off"}
        table["practice"] |= {"address": THERAPIST}
        table["recipients"] = {THERAPIST: THERAPIST}
        table["inlet"] = [{"by": "smtp", "address": "127.0.0.1", "port": self.port}]
        table["deliver"] = {"by": "smtp", "hop": hop}
        table["relay"] = hop
        table["seal"] |= seal
        most = dict.fromkeys(("per_hour", "per_day", "per_domain_per_hour"), MANY)
        table["reply"] |= {"mode": "live" if answers else "off", **most}
        return table

    def start(self) -> float:
        began = time.monotonic()
        command = [sys.executable, "-m", "gateway", "run", "--config", str(self._policy)]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log)
        self.pid = self._process.pid
        try:
            greets(self.port)
        except NotThere as error:
            raise NotThere(f"{error}; the last of its log: {self._last_words()}") from error
        return time.monotonic() - began

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(PATIENCE_S)
            self._process = None

    def clean(self) -> None:
        """Its store keeps what it has learnt, as it would in a practice."""

    def _last_words(self) -> str:
        return self._log.read_text("utf-8", "replace")[-500:].strip()


def _as_toml(table: Table) -> str:
    return "\n".join(_rows(table, ())) + "\n"


def _rows(table: Table, path: tuple[str, ...]) -> Iterator[str]:
    """Plain values first, then the tables inside; JSON writes TOML's plain values, too."""
    inner = {key: value for key, value in table.items() if _tables_of(value)}
    for key, value in table.items():
        if key not in inner:
            yield f"{json.dumps(key)} = {json.dumps(value)}"
    for key, value in inner.items():
        name = ".".join(json.dumps(step) for step in (*path, key))
        for one in _tables_of(value):
            yield f"[[{name}]]" if isinstance(value, list) else f"[{name}]"
            yield from _rows(one, (*path, key))


def _tables_of(value: Any) -> list[Table]:
    if isinstance(value, dict):
        return [value]
    is_list = isinstance(value, list) and value and all(isinstance(one, dict) for one in value)
    return value if is_list else []
