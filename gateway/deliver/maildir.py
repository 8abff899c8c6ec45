"""Maildir: the mailbox is a folder here, one file a message.

    PATH/ADDRESS/{tmp,new,cur}      folders 0700, files 0600

A message is whole and on disk before it appears in new/. Its name carries a token of
Outgoing.key, by which a repeat after a crash is recognised, wherever a reader has moved it.
"""

import asyncio
import errno
import hashlib
import os
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from gateway.core.addresses import key_of
from gateway.core.policy import Delivery
from gateway.errors import EdgeError, NeedsHuman, TryLater
from gateway.ports import Deliverer, Outgoing

FOLDERS = ("tmp", "new", "cur")
TOKEN_CHARS = 24
NAME_AT_MOST = 200
# A person must set these right; all else (no room, a disk that is away) may heal.
FOR_PERSONS = frozenset(
    {
        errno.EACCES,
        errno.EPERM,
        errno.EEXIST,
        errno.EISDIR,
        errno.ELOOP,
        errno.ENOTDIR,
        errno.EROFS,
    }
)


def open_deliverer(
    delivery: Delivery, *, base: Path, hostname: str, password: str | None
) -> Deliverer:
    """The mailboxes in the folder delivery.path under base. password is not used."""
    return MaildirDeliverer(base / delivery.path, hostname)


class MaildirDeliverer:
    """A Deliverer (ports.py) that is itself the end of the road."""

    def __init__(self, root: Path, hostname: str) -> None:
        self._root = root
        # A host in a file's name may hold no "/" or ":" (Maildir's own convention).
        self._host = hostname.replace("/", "\\057").replace(":", "\\072")
        self._taken: dict[Path, set[str]] = {}
        self._lock = asyncio.Lock()

    async def deliver(self, mail: Outgoing) -> Sequence[EdgeError | None]:
        async with self._lock:  # the disk is the limit; the threads are for those who compute
            return await asyncio.to_thread(self._deliver, mail)

    async def close(self) -> None:
        """Nothing is open between two messages."""

    def _deliver(self, mail: Outgoing) -> list[EdgeError | None]:
        raw = b"Return-Path: <%s>\r\n%s" % (mail.sender.encode("utf-8", "replace"), mail.raw)
        token = hashlib.sha256(mail.key.encode()).hexdigest()[:TOKEN_CHARS]
        return [self._into(box_name(to), raw, token) for to in mail.recipients]

    def _into(self, name: str, raw: bytes, token: str) -> EdgeError | None:
        box = self._root / name
        try:
            taken = self._opened(box)
            if token not in taken:
                self._write(box, raw, token)
                taken.add(token)
            _sync(box / "new")
        except OSError as e:
            self._taken.pop(box, None)  # somebody may have moved it away: look anew
            if e.errno in FOR_PERSONS:
                return NeedsHuman("the mailbox folder cannot be used", detail=e.strerror or "")
            return TryLater("the mailbox folder is full or away", detail=e.strerror or "")
        return None

    def _opened(self, box: Path) -> set[str]:
        """The tokens of the messages in this mailbox; makes it. Looked through once a process."""
        taken = self._taken.get(box)
        if taken is None:
            for folder in FOLDERS:
                _make(box / folder)
            names = (n for folder in FOLDERS[1:] for n in os.listdir(box / folder))
            taken = self._taken[box] = {token for n in names if (token := _token_in(n))}
        return taken

    def _write(self, box: Path, raw: bytes, token: str) -> None:
        tmp = box / "tmp" / token  # what a crash left there is overwritten
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC
        with open(os.open(tmp, flags, 0o600), "wb", buffering=0) as file:
            _write_all(file.fileno(), raw)
            os.fsync(file.fileno())
        seconds, micros = divmod(time.time_ns() // 1_000, 1_000_000)
        os.rename(tmp, box / "new" / f"{seconds}.M{micros}K{token}.{self._host},S={len(raw)}")


def box_name(address: str) -> str:
    """The folder of an address: as it reads, all that could be a path or a trick escaped."""
    name = quote(key_of(address), safe="@+=")
    if name.startswith("."):
        name = f"%2E{name[1:]}"
    if len(name) <= NAME_AT_MOST:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:TOKEN_CHARS]
    return f"{name[: NAME_AT_MOST - TOKEN_CHARS]}-{digest}"


def _token_in(name: str) -> str | None:
    """Our token in the name of a message, None when somebody else has put it there."""
    _, _, rest = name.partition(".M")
    _, _, token = rest.partition(".")[0].partition("K")
    return token if len(token) == TOKEN_CHARS else None


def _make(folder: Path) -> None:
    """The folder, and what is missing above it, private and on disk."""
    for path in (*reversed(folder.parents), folder):
        if not path.is_dir():
            path.mkdir(mode=0o700)
            _sync(path.parent)


def _sync(folder: Path) -> None:
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def _write_all(fd: int, raw: bytes) -> None:
    view = memoryview(raw)
    while view:
        view = view[os.write(fd, view) :]
