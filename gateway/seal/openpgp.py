"""Seals with OpenPGP: one gpg process for each piece, believed only as far as it is proved.

gpg is started here and not through python-gnupg, which costs a quarter more CPU for each
piece (three threads, no status channel of its own). Its flags: no configuration file, no
key server, no agent, no trust database, no compression; nothing of the client is in its
arguments. What it answers counts when its status says END_ENCRYPTION, it exited with 0, and
the packets it wrote are one encrypted message for keys of the pinned fingerprint alone.
"""

import asyncio
import os
import re
import select
import subprocess
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from gateway.core.policy import Seal
from gateway.errors import NeedsHuman, TryLater
from gateway.seal._facts import KeyFacts
from gateway.seal._gnupg import (
    NOT_VALID,
    REVOKED,
    RingEntry,
    RingKey,
    entries,
    environment,
    needed_gpg,
)
from gateway.seal._packets import recipients

# More at once than there are cores only makes each wait longer.
AT_ONCE = min(4, os.cpu_count() or 1)
TIME_LIMIT_S = 30.0
BYTES_PER_S = 1_000_000
# Room for a usual attachment, so that gpg and we seldom wait for each other.
PIPE_BYTES = 262_144
CHUNK_BYTES = PIPE_BYTES
FULL_FINGERPRINT = re.compile(r"[0-9A-F]{40}|[0-9A-F]{64}")
FLAGS = (
    "--no-options",
    "--batch",
    "--no-tty",
    "--no-verbose",
    "--no-encrypt-to",
    "--no-auto-key-locate",
    "--disable-dirmngr",
    "--trust-model=always",
    "--no-auto-check-trustdb",
    "--no-random-seed-file",
    "--lock-never",
    "--compress-algo=none",
    "--armor",
)
PROOF = b"[GNUPG:] END_ENCRYPTION"
IMPORT_IT = "import it with `gateway keys import`"


def open_sealer(seal: Seal, base: Path) -> "OpenPgpSealer":
    """The sealer for the key the policy names; never fails, check() tells what is wrong.

    base  the folder that seal.home is under
    """
    fingerprint = "".join(seal.fingerprint.split()).upper()
    return OpenPgpSealer(fingerprint, (base / seal.home).absolute())


class OpenPgpSealer:
    """Encrypts to one key of one private key ring."""

    scheme = "openpgp"

    def __init__(self, fingerprint: str, home: Path) -> None:
        self._fingerprint = fingerprint
        self._home = home
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="seal")
        self._lock = threading.Lock()
        self._known: tuple[tuple[object, ...], RingEntry | None] | None = None

    async def seal(self, clear: bytes) -> bytes:
        """ASCII armor with CRLF line ends. Errors: NeedsHuman, TryLater; never clear text."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self._seal, clear)

    def check(self) -> Sequence[str]:
        """What is wrong with the key today; () when it is usable."""
        return self.facts().problems

    def facts(self) -> KeyFacts:
        """The key as it stands in the ring."""
        now = datetime.now(UTC)
        try:
            entry = self._entry()
        except NeedsHuman as error:
            return KeyFacts(
                scheme=self.scheme, fingerprint=self._fingerprint, problems=(error.public,)
            )
        return key_facts(entry, self._fingerprint, now)

    def _seal(self, clear: bytes) -> bytes:
        entry = self._entry()
        problems = key_facts(entry, self._fingerprint, datetime.now(UTC)).problems
        if problems or entry is None:
            raise NeedsHuman("; ".join(problems))
        status, armor = self._run(clear)
        if not any(line.startswith(PROOF) for line in status.splitlines()):
            raise NeedsHuman("gpg did not say that it encrypted: run `gateway check`")
        self._prove(armor, entry)
        return armor if b"\r" in armor else armor.replace(b"\n", b"\r\n")

    def _prove(self, armor: bytes, entry: RingEntry) -> None:
        """Whatever gpg said: these bytes are one encrypted message, for her and no one else."""
        try:
            readers = recipients(armor)
        except ValueError as error:
            raise NeedsHuman("what gpg wrote is not encrypted: run `gateway check`") from error
        if not set(readers) <= {key.key_id for key in entry.encrypting}:
            raise NeedsHuman("gpg encrypted to another key than the policy's")

    def _run(self, clear: bytes) -> tuple[bytes, bytes]:
        """gpg's status lines and its output. Errors: NeedsHuman, TryLater."""
        program = needed_gpg()
        reader, writer = os.pipe()
        try:
            with open(reader, "rb", buffering=0) as status:
                try:
                    process = self._start(program, writer)
                finally:
                    os.close(writer)
                told, armor = _talk(process, status, clear)
        except OSError as error:
            raise TryLater("gpg could not be started", detail=type(error).__name__) from error
        if process.returncode < 0:
            raise TryLater("gpg was ended while it encrypted", detail=f"{-process.returncode}")
        if process.returncode:
            raise NeedsHuman(
                "gpg could not encrypt: run `gateway check`", detail=f"exit {process.returncode}"
            )
        return told, armor

    def _start(self, program: str, writer: int) -> "subprocess.Popen[bytes]":
        home = str(self._home)
        ways = ("--homedir", home, "--status-fd", str(writer), "--recipient", self._fingerprint)
        return subprocess.Popen(
            [program, *FLAGS, *ways, "--encrypt"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pass_fds=(writer,),
            pipesize=PIPE_BYTES,
            env=environment(self._home),
        )

    def _entry(self) -> RingEntry | None:
        """The pinned key, None when the ring does not hold it; read again when the ring changes.

        Errors: NeedsHuman.
        """
        if not FULL_FINGERPRINT.fullmatch(self._fingerprint):
            raise NeedsHuman("seal.fingerprint must be the key's full fingerprint, 40 hex digits")
        needed_gpg()
        stamp = self._stamp()
        with self._lock:
            if self._known is None or self._known[0] != stamp:
                found = (e for e in entries(self._home) if e.fingerprint == self._fingerprint)
                self._known = (stamp, next(found, None))
            return self._known[1]

    def _stamp(self) -> tuple[object, ...]:
        """Changes when the ring does."""
        for name in ("pubring.kbx", "pubring.gpg", "public-keys.d/pubring.db"):
            try:
                found = (self._home / name).stat()
            except OSError:
                continue
            return name, found.st_mtime_ns, found.st_size, found.st_ino
        raise NeedsHuman(f"there is no key ring with the sealing key: {IMPORT_IT}")


def _talk(
    process: "subprocess.Popen[bytes]", status: IO[bytes], clear: bytes
) -> tuple[bytes, bytes]:
    """gpg's status lines and its output for this input, once it has ended.

    Popen.communicate() would do, in twelve times as many steps and a millisecond later.
    Errors: TryLater when gpg takes too long.
    """
    stdin, stdout = process.stdin, process.stdout
    assert stdin is not None
    assert stdout is not None
    with process:
        try:
            answer = _exchange(stdin, stdout, status, clear)
            process.wait(TIME_LIMIT_S)
        except (TryLater, subprocess.TimeoutExpired) as error:
            process.kill()
            raise TryLater("gpg takes too long") from error
    return answer


def _exchange(
    stdin: IO[bytes], stdout: IO[bytes], status: IO[bytes], clear: bytes
) -> tuple[bytes, bytes]:
    """Write and read by turns, so that neither side waits for the other for ever."""
    deadline = time.monotonic() + TIME_LIMIT_S + len(clear) / BYTES_PER_S
    os.set_blocking(stdin.fileno(), False)
    wire = select.poll()
    wire.register(stdin, select.POLLOUT)
    read: dict[int, list[bytes]] = {stdout.fileno(): [], status.fileno(): []}
    for descriptor in read:
        wire.register(descriptor, select.POLLIN)
    left, open_ends = memoryview(clear), set(read)
    while open_ends:
        ready = wire.poll(max(0.0, deadline - time.monotonic()) * 1000)
        if not ready or time.monotonic() > deadline:
            raise TryLater("gpg takes too long")
        for descriptor, _ in ready:
            if descriptor in read:
                chunk = os.read(descriptor, CHUNK_BYTES)
                read[descriptor].append(chunk)
                if not chunk:
                    wire.unregister(descriptor)
                    open_ends.remove(descriptor)
                continue
            left = _written(descriptor, left)
            if not left:
                wire.unregister(descriptor)
                stdin.close()
    told, armor = (b"".join(read[end.fileno()]) for end in (status, stdout))
    return told, armor


def _written(descriptor: int, left: memoryview) -> memoryview:
    """What is left to write; nothing when gpg reads no more: its exit code tells why."""
    try:
        return left[os.write(descriptor, left[:CHUNK_BYTES]) :]
    except BlockingIOError:
        return left
    except BrokenPipeError:
        return left[:0]


def key_facts(entry: RingEntry | None, fingerprint: str, now: datetime) -> KeyFacts:
    """A ring's entry as facts, with all that speaks against using it now."""
    if entry is None:
        missing = f"the sealing key is not in the key ring: {IMPORT_IT}"
        return KeyFacts(scheme="openpgp", fingerprint=fingerprint, problems=(missing,))
    alive = [key for key in entry.encrypting if not _why_not(key, now)]
    used = max(alive or entry.encrypting or (entry.primary,), key=lambda key: key.created)
    ends = [key.expires for key in (entry.primary, used) if key.expires is not None]
    return KeyFacts(
        scheme="openpgp",
        fingerprint=entry.fingerprint,
        owner=entry.owner,
        algorithm=used.algorithm,
        created=entry.primary.created,
        expires=min(ends, default=None),
        problems=_problems(entry, alive, now),
    )


def _problems(entry: RingEntry, alive: Sequence[RingKey], now: datetime) -> tuple[str, ...]:
    broken = _why_not(entry.primary, now)
    if broken:
        return (f"the sealing key {broken}",)
    if not entry.encrypting:
        return (f"the sealing key can only sign: make one that encrypts, and {IMPORT_IT}",)
    if not alive:
        causes = dict.fromkeys(_why_not(key, now) for key in entry.encrypting)
        return tuple(f"the encrypting part of the sealing key {why}" for why in causes)
    # gpg picks among the living ones, so each of them must do.
    if any(key.is_weak for key in (entry.primary, *alive)):
        return (f"the sealing key is too weak (under 2048 bits): make a new one, and {IMPORT_IT}",)
    return ()


def _why_not(key: RingKey, now: datetime) -> str:
    """Why gpg would not use this key, "" when it would."""
    if key.validity == REVOKED:
        return f"was revoked: make a new one, and {IMPORT_IT}"
    if key.is_over(now):
        return f"has expired: extend it, export it again, and {IMPORT_IT}"
    if key.validity and key.validity in NOT_VALID:
        return f"is disabled or not valid: export it again, and {IMPORT_IT}"
    return ""
