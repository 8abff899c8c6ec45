"""The secrets of a running gateway, and where they are looked for.

Order for the master key: the systemd credential "master-key", the environment
GATEWAY_MASTER_KEY, the file store.key_file. For the password of a server: the credential
with the name of its password_file, then that file. Nothing here shows what it read.
"""

import base64
import binascii
import os
from pathlib import Path

from gateway.config.read import Config
from gateway.core.policy import Hop
from gateway.errors import NeedsHuman
from gateway.private import LONGEST_SECRET, private_folder, read_private, write_private

KEY_BYTES = 32
CREDENTIALS = "CREDENTIALS_DIRECTORY"
KEY_CREDENTIAL = "master-key"
KEY_VARIABLE = "GATEWAY_MASTER_KEY"


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
    return _key_of(read_private(path, "the master key"), str(path))


def make_master_key(path: Path) -> None:
    """Write a new key that only this user may read; on disk when this returns.

    Errors: NeedsHuman when there is one already (it is never overwritten).
    """
    private_folder(path.parent)
    write_private(path, base64.b64encode(os.urandom(KEY_BYTES)) + b"\n", "a master key")


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
        raw = read_private(path, "a password file")
    try:
        password = raw.decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError:
        password = ""
    if not password or not password.isprintable():
        raise NeedsHuman("a password file holds no password", detail=f"write one line into {path}")
    return password


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
