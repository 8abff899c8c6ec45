"""What is wrong with a policy whose keys all have the right type: values that cannot be, and keys
that contradict each other. config/ adds the file and the line."""

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from ipaddress import ip_address

from gateway.core.addresses import parse_path
from gateway.core.policy import Delivery, Hop, Inlet, Policy
from gateway.core.policy_values import Path, dotted, value_problems

Problem = tuple[str, str]

PLACE = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
FINGERPRINT = re.compile(r"[0-9A-Fa-f]{40}")
COUNTRIES = {
    "australia": "AU",
    "canada": "CA",
    "england": "GB-ENG",
    "great britain": "GB",
    "ireland": "IE",
    "new zealand": "NZ",
    "northern ireland": "GB-NIR",
    "ontario": "CA-ON",
    "quebec": "CA-QC",
    "scotland": "GB-SCT",
    "uk": "GB",
    "united kingdom": "GB",
    "united states": "US",
    "usa": "US",
    "wales": "GB-WLS",
}
EVERYWHERE = {"0.0.0.0", "::"}
BY_SERVER = {"smtp", "lmtp"}


def problems(policy: Policy, zones: Collection[str]) -> tuple[Problem, ...]:
    """(dotted key, what is wrong and what to do), in no order; () when all is well.

    zones  the names of time zones that this machine knows
    """
    found = dict(value_problems(policy))
    for key, words in (
        *_place(policy, zones),
        *_recipients(policy),
        *_addresses(policy),
        *_offers(policy),
        *_seal(policy),
        *_hops(policy),
        *_inlets(policy),
        *_waits(policy),
        *_folders(policy),
    ):
        found.setdefault(key, words)
    return tuple(found.items())


def is_loopback(host: str) -> bool:
    """Whether mail for this host stays on this machine."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower().rstrip(".") == "localhost"


def is_address(address: str) -> bool:
    return parse_path(address, utf8=True) == address


def _place(policy: Policy, zones: Collection[str]) -> Iterator[Problem]:
    zone, place = policy.practice.timezone, policy.practice.place
    if zone not in zones:
        yield "practice.timezone", f'no time zone "{zone}"' + _near(zone, zones)
    if not PLACE.fullmatch(place):
        code = COUNTRIES.get(place.lower().strip(), "")
        if not code and PLACE.fullmatch(place.upper()):
            code = place.upper()
        hint = f' - did you mean "{code}"?' if code else ', such as "CA" or "CA-ON"'
        yield "practice.place", f'"{place}" is not a country or region code{hint}'
    elif place.startswith("UK"):
        yield "practice.place", f'"{place}" is not a country code - did you mean "GB"?'


def _near(word: str, known: Collection[str]) -> str:
    by_folded = {name.lower().replace(" ", "_"): name for name in known}
    folded = word.lower().replace(" ", "_")
    ends = [name for low, name in by_folded.items() if low.endswith("/" + folded)]
    near = ends or [by_folded[n] for n in get_close_matches(folded, by_folded, n=1)]
    return f' - did you mean "{near[0]}"?' if near else ', write one such as "America/Toronto"'


def _recipients(policy: Policy) -> Iterator[Problem]:
    if not policy.recipients:
        yield "recipients", 'is empty: add a line "ADDRESS" = "MAILBOX" for the address clients use'
        return
    seen: set[str] = set()
    for address, mailbox in policy.recipients.items():
        key = dotted(("recipients", address))
        if not is_address(address):
            yield key, f'"{address}" is not an address'
        elif address.lower() in seen:
            yield key, "stands here twice, in upper and lower case"
        elif not is_address(mailbox):
            yield key, f'the mailbox "{mailbox}" is not an address'
        seen.add(address.lower())
    address = policy.practice.address
    if is_address(address) and address.lower() not in seen:
        words = (
            f'has no line for practice.address; add "{address}" = "MAILBOX": clients answer to it'
        )
        yield "recipients", words


def _addresses(policy: Policy) -> Iterator[Problem]:
    """Of reply.never the number only: it may hold clients."""
    own = {address.lower() for address in policy.recipients}
    if not is_address(policy.practice.address):
        yield "practice.address", "is not an address such as you@clinic.example"
    for number, address in enumerate(policy.practice.addresses):
        if not is_address(address):
            yield dotted(("practice", "addresses", number)), f'"{address}" is not an address'
    for number, address in enumerate(policy.reply.never):
        if not is_address(address):
            yield dotted(("reply", "never", number)), "is not an address"
    for number, address in enumerate(policy.alert.to):
        key = dotted(("alert", "to", number))
        if not is_address(address):
            yield key, f'"{address}" is not an address'
        elif address.lower() in own:
            yield key, "comes back to this gateway; leave `to` empty to find notices in the mailbox"


def _offers(policy: Policy) -> Iterator[Problem]:
    """What a reply would offer although the policy does not say where it is."""
    crisis, phone, portal = policy.crisis, policy.phone, policy.portal
    if crisis.provision == "on_call" and not crisis.on_call_phone:
        yield "crisis.on_call_phone", 'is needed when provision is "on_call"'
    if phone.voicemail and not phone.number:
        yield "phone.number", "is needed when voicemail is true"
    if phone.voicemail_confidential and not phone.voicemail:
        yield "phone.voicemail_confidential", "is true, but voicemail is not"
    if (portal.shows_appointments or portal.takes_notes) and not portal.url:
        yield "portal.url", "is needed for what the portal shows or takes"
    if policy.cancelling.online and not (policy.booking.online_url or portal.url):
        yield "cancelling.online", "is true, but neither booking.online_url nor portal.url is set"


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
