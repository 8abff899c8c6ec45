"""What is wrong with the part of a policy that is about this machine: keys, servers, doors, waits,
folders. What a practice says of itself is looked at in policy_check.py."""

import re
from collections.abc import Iterator
from ipaddress import ip_address

from gateway.core.policy import Delivery, Hop, Inlet, Policy
from gateway.core.policy_values import Path, dotted

Problem = tuple[str, str]

FINGERPRINT = re.compile(r"[0-9A-Fa-f]{40}")
EVERYWHERE = {"0.0.0.0", "::"}
BY_SERVER = {"smtp", "lmtp"}


def machine_problems(policy: Policy) -> Iterator[Problem]:
    """(dotted key, what is wrong and what to do), in no order."""
    yield from _seal(policy)
    yield from _hops(policy)
    yield from _inlets(policy)
    yield from _waits(policy)
    yield from _folders(policy)


def is_loopback(host: str) -> bool:
    """Whether mail for this host stays on this machine."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower().rstrip(".") == "localhost"


def _seal(policy: Policy) -> Iterator[Problem]:
    seal = policy.seal
    if seal.scheme == "openpgp":
        if not FINGERPRINT.fullmatch("".join(seal.fingerprint.split())):
            yield (
                "seal.fingerprint",
                "must be the whole fingerprint of your key, 40 hex digits "
                "(`gateway keys show` prints it)",
            )
    elif seal.scheme == "smime" and not seal.certificate:
        yield "seal.certificate", "must name the file of your certificate (PEM)"


def _hops(policy: Policy) -> Iterator[Problem]:
    hops: list[tuple[Path, Hop]] = [(("relay",), policy.relay)]
    if policy.deliver.by in BY_SERVER:
        hops.append((("deliver", "hop"), policy.deliver.hop))
    for path, hop in hops:
        if any(c.isspace() for c in hop.host):
            yield dotted((*path, "host")), "must be a host name or an IP address"
        elif hop.host:
            yield from _hop(path, hop, policy.inlet)


def _hop(path: Path, hop: Hop, doors: tuple[Inlet, ...]) -> Iterator[Problem]:
    if hop.tls in {"off", "opportunistic"} and not is_loopback(hop.host):
        words = f'"{hop.tls}" is for this machine only; use "required" (or "implicit")'
        yield dotted((*path, "tls")), words
    if any(_is_same_place(hop, door) for door in doors):
        yield dotted((*path, "port")), "is the gateway's own door: mail would go in circles"
    if bool(hop.user) != bool(hop.password_file):
        missing = "password_file" if hop.user else "user"
        yield dotted((*path, missing)), "user and password_file belong together; one is missing"


def _is_same_place(hop: Hop, door: Inlet) -> bool:
    if hop.port != door.port:
        return False
    here = is_loopback(hop.host)
    everywhere = door.address in EVERYWHERE
    return hop.host == door.address or (here and (everywhere or is_loopback(door.address)))


def _inlets(policy: Policy) -> Iterator[Problem]:
    if not policy.inlet:
        yield "inlet", "is empty: without a door no mail comes in"
    seen: set[tuple[str, int]] = set()
    for number, door in enumerate(policy.inlet):
        path: Path = ("inlet", number)
        place = (door.address, door.port)
        if not is_loopback(door.address) and not _is_ip(door.address):
            words = "must be an IP address of this machine; 0.0.0.0 (or ::) means all"
            yield dotted((*path, "address")), words
        if door.port and place in seen:
            yield dotted((*path, "port")), "is the same as that of a door above"
        if bool(door.certificate) != bool(door.key):
            missing = "key" if door.certificate else "certificate"
            yield dotted((*path, missing)), "certificate and key belong together; one is missing"
        elif door.require_tls and not door.certificate:
            yield dotted((*path, "require_tls")), "is true, but there is no certificate and key"
        seen.add(place)


def _is_ip(host: str) -> bool:
    try:
        return bool(ip_address(host))
    except ValueError:
        return False


def _waits(policy: Policy) -> Iterator[Problem]:
    retry, limits = policy.retry, policy.limits
    if not retry.delays_s:
        yield "retry.delays_s", "is empty: say how many seconds to wait between tries"
    for number, delay in enumerate(retry.delays_s):
        if not 0 < delay <= 86_400:
            words = f"must be more than 0 and at most 86400 seconds, is {delay:g}"
            yield dotted(("retry", "delays_s", number)), words
    if limits.queue_bytes < limits.message_bytes:
        yield "limits.queue_bytes", "is less than one message (limits.message_bytes)"


def _folders(policy: Policy) -> Iterator[Problem]:
    scheme, _, folder = policy.store.url.partition(":")
    if scheme != "sqlite" or not folder.strip():
        yield "store.url", 'must be "sqlite:FOLDER", such as "sqlite:state"'
        return
    if _is_inside(policy.store.key_file, folder):
        words = "lies in the state folder; a copy of that folder must not hold its own key"
        yield "store.key_file", words
    if _is_maildir(policy.deliver) and _is_inside(policy.deliver.path, folder):
        yield "deliver.path", "lies in the state folder; the mailbox must be a folder of its own"


def _is_maildir(deliver: Delivery) -> bool:
    return deliver.by == "maildir"


def _is_inside(path: str, folder: str) -> bool:
    inner, outer = _steps(path), _steps(folder)
    return inner[: len(outer)] == outer


def _steps(path: str) -> list[str]:
    """The path without "." and ".."; links are for the edge to follow."""
    steps = ["/"] if path.startswith("/") else []
    for step in path.split("/"):
        if step == ".." and steps and steps[-1] not in {"/", ".."}:
            steps.pop()
        elif step not in {"", "."}:
            steps.append(step)
    return steps
