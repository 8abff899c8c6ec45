"""Writes down in policies.toml that a person has checked a crisis line."""

import json
import os
import re
import tempfile
import tomllib
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from gateway.config.read import read_config
from gateway.core.hotline import Confirmed
from gateway.errors import ConfigError, NeedsHuman

WHERE = re.compile(r"^.*?:\d+: ")


def add_confirmation(path: Path, confirmed: Confirmed) -> tuple[str, ...]:
    """Add it at the end of the policy file, as a whole or not at all; but not a second time.

    Says what is wrong with the file for other reasons, and was before.
    Errors: ConfigError when the file cannot be read, or would be wrong because of this;
    NeedsHuman when it cannot be written.
    """
    target = path.resolve()
    before = _findings(path)
    try:
        old = target.read_bytes()
        data = tomllib.loads(old.decode("utf-8").removeprefix("\ufeff"))
    except (OSError, ValueError):
        raise ConfigError(before) from None
    if not before and asdict(confirmed) in data.get("crisis", {}).get("confirmed", ()):
        return ()
    known = {WHERE.sub("", words) for words in before}
    after: tuple[str, ...] = ()

    def check(draft: Path) -> None:
        nonlocal after
        after = tuple(words.replace(str(draft), str(path)) for words in _findings(draft))
        if new := tuple(words for words in after if WHERE.sub("", words) not in known):
            raise ConfigError(new)

    _replace(target, old + _block(old, confirmed), check)
    return after


def _findings(path: Path) -> tuple[str, ...]:
    try:
        read_config(path)
    except ConfigError as error:
        return error.findings
    return ()


def _block(old: bytes, confirmed: Confirmed) -> bytes:
    """The table as TOML, in the line ends of the file."""
    end = "\r\n" if b"\r\n" in old else "\n"
    rows = (
        "" if old.endswith(b"\n") or not old else end,
        end,
        f"[[crisis.confirmed]]{end}",
        f"line = {_quoted(confirmed.line)}{end}",
        f"on = {confirmed.on.isoformat()}{end}",
        f"by = {_quoted(confirmed.by)}{end}",
    )
    return "".join(rows).encode()


def _quoted(text: str) -> str:
    """A basic string; JSON's is one as long as no control character is in it."""
    return json.dumps(text, ensure_ascii=False)


def _replace(target: Path, content: bytes, check: Callable[[Path], None]) -> None:
    """New bytes for a file, once they are on disk beside it and found right; else the old stay.

    Mode and owner stay as they were.
    """
    try:
        found = target.stat()
        fd, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as e:
        raise _unwritable(target, e) from e
    draft = Path(name)
    try:
        with os.fdopen(fd, "wb") as file:
            file.write(content)
            file.flush()
            if (found.st_uid, found.st_gid) != (os.fstat(fd).st_uid, os.fstat(fd).st_gid):
                os.fchown(fd, found.st_uid, found.st_gid)
            os.fchmod(fd, found.st_mode & 0o7777)
            os.fsync(fd)
        check(draft)
        os.replace(draft, target)
    except OSError as e:
        raise _unwritable(target, e) from e
    finally:
        draft.unlink(missing_ok=True)
    folder = os.open(target.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _unwritable(path: Path, error: OSError) -> NeedsHuman:
    detail = f"{path}: {error.strerror}; run this as its owner"
    return NeedsHuman("the policy file cannot be changed", detail=detail)
