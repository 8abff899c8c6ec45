"""Secrets and the folders that hold them: where they are looked for, and who may read them.

Order for the master key: the systemd credential "master-key", the environment
GATEWAY_MASTER_KEY, the file store.key_file. For the password of a server: the credential
with the name of its password_file, then that file. Nothing here shows what it read.
"""

import base64
import binascii
import contextlib
import os
import pwd
import shlex
import stat
from pathlib import Path

from gateway.config import Config
from gateway.core.policy import Hop
from gateway.errors import NeedsHuman

KEY_BYTES = 32
CREDENTIALS = "CREDENTIALS_DIRECTORY"
KEY_CREDENTIAL = "master-key"
KEY_VARIABLE = "GATEWAY_MASTER_KEY"
OTHERS = stat.S_IRWXG | stat.S_IRWXO
LONGEST_SECRET = 4_096


def master_key(config: Config) -> bytes:
    """The 32 bytes that all stored mail is encrypted under.

    Errors: NeedsHuman when there is none, when it is no key, or when its file could be
    read by others or lies in the state folder; `detail` says what to do.
    """
    credential = _credential(KEY_CREDENTIAL)
    if credential is not None:
        return _key_of(credential, f"credential {KEY_CREDENTIAL}")
    given = os.environ.get(KEY_VARIABLE)
    if given:
        return _key_of(given.encode(), f"environment {KEY_VARIABLE}")
    path = config.at(config.policy.store.key_file)
    state = config.state
    if path.resolve().is_relative_to(state.resolve()):
        raise NeedsHuman(
            "the master key lies in the state folder",
            detail=f"move it out of {state} and set store.key_file: a copy of that folder "
            "must not hold its own key",
        )
    return _key_of(_private_file(path, "the master key"), str(path))


def make_master_key(path: Path) -> None:
    """Write a new key that only this user may read; on disk when this returns.

    Errors: NeedsHuman when there is one already (it is never overwritten).
    """
    folder = private_folder(path.parent)
    key = base64.b64encode(os.urandom(KEY_BYTES)) + b"\n"
    try:
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    except FileExistsError as e:
        raise NeedsHuman("there is a master key already", detail=f"it is {path}") from e
    except OSError as e:
        raise NeedsHuman("the master key cannot be written", detail=_why(e, path)) from e
    try:
        with os.fdopen(fd, "wb") as file:
            file.write(key)
            file.flush()
            os.fsync(fd)
        _sync_folder(folder)
    except OSError as e:
        with contextlib.suppress(OSError):
            path.unlink()
        raise NeedsHuman("the master key cannot be written", detail=_why(e, path)) from e


def password_for(hop: Hop, base: Path) -> str | None:
    """The password for hop.user at that server; None when the policy names no user.

    base  the folder that hop.password_file is under
    Errors: NeedsHuman as for the master key.
    """
    if not hop.user:
        return None
    path = base / hop.password_file
    raw = _credential(path.name)
    if raw is None:
        raw = _private_file(path, "a password file")
    try:
        password = raw.decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError:
        password = ""
    if not password or not password.isprintable():
        raise NeedsHuman("a password file holds no password", detail=f"write one line into {path}")
    return password


def private_folder(path: Path) -> Path:
    """The folder, made (0700) when it is not there.

    Errors: NeedsHuman when others may look into it or it cannot be made.
    """
    missing = [p for p in (path, *path.parents) if not p.exists()]
    try:
        for folder in reversed(missing):
            folder.mkdir(mode=0o700, exist_ok=True)
            _sync_folder(folder.parent)
    except OSError as e:
        raise NeedsHuman("a folder cannot be made", detail=_why(e, path)) from e
    refuse_shared(path)
    return path


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


def _private_file(path: Path, what: str) -> bytes:
    """The bytes of a file that only this user may read; looked at and read as one."""
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


def _credential(name: str) -> bytes | None:
    """What systemd handed over (LoadCredential=); its folder is private by systemd's care."""
    folder = os.environ.get(CREDENTIALS)
    if not folder or not name:
        return None
    try:
        with open(Path(folder) / name, "rb") as file:
            return file.read(LONGEST_SECRET)
    except FileNotFoundError:
        return None
    except OSError as e:
        raise NeedsHuman(
            "a systemd credential cannot be read", detail=f"{name}: {e.strerror}"
        ) from e


def _key_of(text: bytes, source: str) -> bytes:
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except binascii.Error:
        key = b""
    if len(key) != KEY_BYTES:
        raise NeedsHuman(
            "the master key is damaged",
            detail=f"{source}: it must be {KEY_BYTES} bytes in base64; restore it from your copy",
        )
    return key


def _sync_folder(folder: Path) -> None:
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def _why(error: OSError, path: Path) -> str:
    return f"{path}: {error.strerror}"
