"""Files and folders that only the user of the gateway may read: made, read, refused when shared."""

import os
import pwd
import shlex
import stat
from pathlib import Path

from gateway.errors import NeedsHuman

OTHERS = stat.S_IRWXG | stat.S_IRWXO
LONGEST_SECRET = 4_096


def private_folder(path: Path) -> Path:
    """The folder, made (0700) when it is not there.

    Errors: NeedsHuman when others may look into it or it cannot be made.
    """
    make_folders(path)
    refuse_shared(path)
    return path


def make_folders(path: Path) -> None:
    """The folder and those above it that are missing, each 0700; on disk when this returns.

    Errors: NeedsHuman when one cannot be made.
    """
    missing = [p for p in (path, *path.parents) if not p.exists()]
    try:
        for folder in reversed(missing):
            folder.mkdir(mode=0o700, exist_ok=True)
            _sync_folder(folder.parent)
    except OSError as e:
        raise NeedsHuman("a folder cannot be made", detail=_why(e, path)) from e


def refuse_shared(folder: Path) -> None:
    """Errors: NeedsHuman when the folder is not this user's alone; `detail` is the remedy."""
    try:
        found = folder.stat()
    except OSError as e:
        raise NeedsHuman("a folder cannot be looked at", detail=_why(e, folder)) from e
    if not stat.S_ISDIR(found.st_mode):
        raise NeedsHuman("a folder is needed where a file stands", detail=f"see {folder}")
    _refuse_stranger(found, folder, "a folder of the gateway")
    if found.st_mode & OTHERS:
        raise NeedsHuman(
            "a folder of the gateway is open to other users",
            detail=f"chmod 700 {shlex.quote(str(folder))}",
        )


def write_private(path: Path, content: bytes, what: str) -> None:
    """A new file (0600), never over another; on disk when this returns.

    what  names it in an error, "a master key"
    Errors: NeedsHuman when it is there already or cannot be written.
    """
    make_folders(path.parent)
    try:
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    except FileExistsError as e:
        raise NeedsHuman(f"there is {what} already", detail=f"it is {path}") from e
    except OSError as e:
        raise NeedsHuman(f"{what} cannot be written", detail=_why(e, path)) from e
    try:
        with os.fdopen(fd, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(fd)
        _sync_folder(path.parent)
    except OSError as e:
        path.unlink(missing_ok=True)
        raise NeedsHuman(f"{what} cannot be written", detail=_why(e, path)) from e


def read_private(path: Path, what: str) -> bytes:
    """The bytes of a file that only this user may read; looked at and read as one.

    Errors: NeedsHuman when it is missing or shared; `detail` is the remedy.
    """
    try:
        fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    except FileNotFoundError as e:
        raise NeedsHuman(f"{what} is missing", detail=f"there is no file {path}") from e
    except OSError as e:
        raise NeedsHuman(f"{what} cannot be read", detail=_why(e, path)) from e
    try:
        found = os.fstat(fd)
        if not stat.S_ISREG(found.st_mode):
            raise NeedsHuman(f"{what} is no plain file", detail=f"see {path}")
        _refuse_stranger(found, path, what)
        if found.st_mode & OTHERS:
            raise NeedsHuman(
                f"{what} can be read by other users",
                detail=f"chmod 600 {shlex.quote(str(path))}",
            )
        return os.read(fd, LONGEST_SECRET)
    finally:
        os.close(fd)


def _refuse_stranger(found: os.stat_result, path: Path, what: str) -> None:
    """Its owner could change it under us. root is told to act as the owner instead."""
    if found.st_uid == os.geteuid():
        return
    owner = _user_name(found.st_uid)
    remedy = f"chown {_user_name(os.geteuid())} {shlex.quote(str(path))}"
    if os.geteuid() == 0:
        remedy = f"run this as {owner}: sudo -u {owner} gateway ..., or {remedy}"
    raise NeedsHuman(f"{what} belongs to another user", detail=remedy)


def _user_name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def _sync_folder(folder: Path) -> None:
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def _why(error: OSError, path: Path) -> str:
    return f"{path}: {error.strerror}"
