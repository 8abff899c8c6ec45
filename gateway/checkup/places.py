"""The part of `gateway check` that looks at files and folders: who may read them, is there room."""

import os
import shlex
import stat
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509

from gateway.checkup.finding import Finding, bad, good, look, told
from gateway.config.read import Config
from gateway.core.policy import Inlet
from gateway.errors import NeedsHuman
from gateway.inlet.smtp import tls_context
from gateway.private import refuse_shared
from gateway.secrets import master_key

SOON = timedelta(days=14)
MIB = 1 << 20


def policy_file(config: Config) -> Iterator[Finding]:
    """Whoever may change it decides where the mail goes."""
    mode = config.path.stat().st_mode
    if mode & (stat.S_IWGRP | stat.S_IWOTH):
        yield bad("policy", "others may change it", f"chmod go-w {shlex.quote(str(config.path))}")


def state(config: Config) -> Iterator[Finding]:
    """The folder of accepted mail, its key, and room for more."""
    folder = config.state
    yield _folder("state", folder)
    try:
        master_key(config)
        yield good("master key", "is there, and only this user may read it")
    except NeedsHuman as error:
        yield _no_key(error, folder)
    yield from _room(config, folder)


def _no_key(error: NeedsHuman, folder: Path) -> Finding:
    if error.public != "the master key is missing":
        return told("master key", error)
    if (folder / "gateway.db").exists():
        remedy = "put back your copy of it: without it the stored mail cannot be read"
        return bad("master key", f"is missing: {error.detail}", remedy)
    return bad("master key", f"is not made yet: {error.detail}", "gateway init")


def _folder(what: str, folder: Path) -> Finding:
    if not folder.exists():
        return _makeable(what, folder)
    try:
        refuse_shared(folder)
    except NeedsHuman as error:
        return told(what, error)
    return good(what, f"{folder} is private")


def _makeable(what: str, folder: Path) -> Finding:
    above = _existing(folder)
    if above.is_dir() and os.access(above, os.W_OK | os.X_OK):
        return good(what, f"{folder} will be made at the first start")
    return bad(what, f"{folder} cannot be made", f"let this user write into {above}")


def _existing(path: Path) -> Path:
    return next(p for p in (path, *path.absolute().parents) if p.exists())


def _room(config: Config, folder: Path) -> Iterator[Finding]:
    """The door refuses mail below this: see SmtpDoor."""
    limits = config.policy.limits
    least = max(limits.disk_free_bytes, 2 * limits.message_bytes)
    disk = os.statvfs(_existing(folder))
    free = disk.f_bavail * disk.f_frsize
    words = f"{free // MIB} MiB free, {least // MIB} MiB needed"
    if free < least:
        yield bad("disk", f"{words}: mail is refused for now", "make room, or move store.url")
    elif free < 4 * least:
        yield look("disk", words, "make room before it is full")
    else:
        yield good("disk", words)


def maildir(config: Config) -> Iterator[Finding]:
    """The mailbox, where it is a folder of this machine."""
    if config.policy.deliver.by != "maildir":
        return
    folder = config.at(config.policy.deliver.path)
    if not folder.exists():
        yield _makeable("mailbox", folder)
    elif not folder.is_dir():
        yield bad("mailbox", f"{folder} is a file", "set deliver.path to a folder")
    elif not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        yield bad("mailbox", f"this user may not write into {folder}", "chown or chmod it")
    elif folder.stat().st_mode & stat.S_IRWXO:
        remedy = f"chmod o-rwx {shlex.quote(str(folder))}"
        yield look("mailbox", f"every user of this machine may look into {folder}", remedy)
    else:
        yield good("mailbox", f"{folder} can be written")


def certificate(config: Config, number: int, now: datetime) -> Iterator[Finding]:
    """The certificate of one door, if it has one."""
    door = config.policy.inlet[number]
    if not door.certificate:
        return
    what = f"door {number + 1}"
    chain, key = config.at(door.certificate), config.at(door.key)
    try:
        tls_context(chain, key)
        found = x509.load_pem_x509_certificate(chain.read_bytes())
    except NeedsHuman as error:
        yield bad(what, f"{error.public}: {error.detail}", f"see {chain} and {key}")
        return
    except (OSError, ValueError):
        yield bad(what, "the certificate cannot be read", f"{chain} must be PEM")
        return
    if key.stat().st_mode & stat.S_IROTH:
        remedy = f"chmod o-rwx {shlex.quote(str(key))}"
        yield bad(what, "every user of this machine may read its private key", remedy)
    yield _validity(what, found, door, now)


def _validity(what: str, found: x509.Certificate, door: Inlet, now: datetime) -> Finding:
    last = found.not_valid_after_utc
    if now < found.not_valid_before_utc:
        return bad(what, "its certificate is not valid yet", "is the clock right?")
    if now > last:
        return bad(what, f"its certificate ended on {last:%d %B %Y}", "renew it")
    if last - now < SOON:
        return look(what, f"its certificate ends in {(last - now).days} days", "renew it")
    if door.hostname and not any(_fits(name, door.hostname) for name in _names(found)):
        words = f"its certificate is not for {door.hostname}"
        return look(what, words, "servers that verify will not send; get one for that name")
    return good(what, f"its certificate is valid to {last:%d %B %Y}")


def _names(found: x509.Certificate) -> list[str]:
    try:
        names = found.extensions.get_extension_for_class(x509.SubjectAlternativeName)
    except x509.ExtensionNotFound:
        return []
    return names.value.get_values_for_type(x509.DNSName)


def _fits(name: str, host: str) -> bool:
    """RFC 6125 §6.4.3: a star stands for the first label only."""
    name, host = name.lower(), host.lower().rstrip(".")
    return name == host or (name.startswith("*.") and name[2:] == host.partition(".")[2])
