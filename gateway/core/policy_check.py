"""What is wrong with a policy whose keys all have the right type: values that cannot be, and keys
that contradict each other. config/ adds the file and the line."""

import re
from collections.abc import Collection, Iterator
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from typing import Any

from gateway.core.addresses import parse_path
from gateway.core.crisis_data import PLACE
from gateway.core.hours import away_problems, hours_problems
from gateway.core.locale import primary, shipped
from gateway.core.policy import Policy
from gateway.core.policy_machine import machine_problems
from gateway.core.policy_values import Path, dotted, value_problems
from gateway.core.practice import Cancelling, Said

Problem = tuple[str, str]

MOST_TOGETHER = 2
KNOWN = ", ".join(f'"{tag}"' for tag in shipped())
TAG = re.compile(r"[a-z]{2}(-[A-Z]{2})?")  # RFC 5646: a language, and a region
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


def problems(policy: Policy, zones: Collection[str]) -> tuple[Problem, ...]:
    """(dotted key, what is wrong and what to do), in no order; () when all is well.

    zones  the names of time zones that this machine knows
    """
    found = dict(value_problems(policy))
    for key, words in (
        *_place(policy, zones),
        *_languages(policy),
        *hours_problems(policy.hours),
        *away_problems(policy.away),
        *_recipients(policy),
        *_addresses(policy),
        *_offers(policy),
        *machine_problems(policy),
    ):
        found.setdefault(key, words)
    return tuple(found.items())


def is_address(address: str) -> bool:
    return parse_path(address, utf8=True) == address


def _place(policy: Policy, zones: Collection[str]) -> Iterator[Problem]:
    """Whether there are public holidays for a code, the edge knows (gateway/holiday.py)."""
    zone, holidays = policy.practice.timezone, policy.hours.holidays
    if zone not in zones:
        yield "practice.timezone", f'no time zone "{zone}"' + _near(zone, zones)
    if words := _no_code(policy.practice.place):
        yield "practice.place", words
    if holidays and (words := _no_code(holidays)):
        yield "hours.holidays", words


def _no_code(place: str) -> str:
    """Why this is no code of a country or region, "" when it may be one."""
    upper = place.strip().upper()
    code = COUNTRIES.get(upper.lower(), "") or (upper if PLACE.fullmatch(upper) else "")
    if code.startswith("UK"):  # as its people say; the code is another one
        code = f"GB{code[2:]}"
    if code == place:
        return ""
    hint = f' - did you mean "{code}"?' if code else ', such as "CA" or "CA-ON"'
    return f'"{place}" is not a country or region code{hint}'


def _languages(policy: Policy) -> Iterator[Problem]:
    practice = policy.practice
    if not practice.languages:
        yield "practice.languages", f"is empty: name at least one of {KNOWN}"
    for key in ("languages", "unsure"):
        tags = getattr(practice, key)
        for number, tag in enumerate(tags):
            words = _no_language(tag)
            if not words and tag in tags[:number]:
                words = f'"{tag}" stands here twice'
            elif not words and tag not in practice.languages:
                words = f'"{tag}" is not one of practice.languages'
            if words:
                yield dotted(("practice", key, number)), words
    if len(practice.unsure) > MOST_TOGETHER:
        yield "practice.unsure", f"at most {MOST_TOGETHER} languages fit into one reply"
    spoken = {*practice.languages, *map(primary, practice.languages)}
    named = [((*path, tag), tag) for path, said in all_said(policy) for tag in said.by]
    named += [(("selfhelp", n, "language"), x.language) for n, x in enumerate(policy.selfhelp)]
    for path, tag in named:
        if tag and tag not in spoken:
            yield dotted(path), f'"{tag}" is not one of practice.languages'


def _no_language(tag: str) -> str:
    """Why replies cannot be in this language, "" when they can."""
    language, _, region = tag.replace("_", "-").partition("-")
    if language.lower() not in shipped():
        return f'there are no replies in "{tag}", only in {KNOWN}'
    if TAG.fullmatch(tag):
        return ""
    right = f"{language.lower()}-{region.upper()}"
    right = right if TAG.fullmatch(right) else language.lower()
    return f'"{tag}" is not how a language is written - did you mean "{right}"?'


def all_said(table: Any, path: Path = ()) -> Iterator[tuple[Path, Said]]:
    """The therapist's own words of a policy, each with its key."""
    if isinstance(table, Said):
        yield path, table
    elif is_dataclass(table):
        for item in fields(table):
            yield from all_said(getattr(table, item.name), (*path, item.name))
    elif isinstance(table, tuple):
        for number, one in enumerate(table):
            yield from all_said(one, (*path, number))


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
    if policy.urgent.earlier_online and not policy.booking.online_url:
        yield "urgent.earlier_online", "is true, but booking.online_url is not set"
    yield from _tiers(policy.cancelling)
    cancelling = policy.cancelling
    by_phone = cancelling.phone_counts and (phone.number or policy.practice.desk_phone)
    if not (cancelling.email_counts or cancelling.online or by_phone):
        yield "cancelling.email_counts", "is false, and no other way to cancel is offered"
    if cancelling.online and not (policy.booking.online_url or portal.url):
        yield "cancelling.online", "is true, but neither booking.online_url nor portal.url is set"


def _tiers(cancelling: Cancelling) -> Iterator[Problem]:
    """Fees that a client could not make sense of."""
    seen: dict[int, int] = {}
    for number, tier in enumerate(cancelling.tier, start=1):
        key = f"cancelling.tier.{number}.hours"
        if (first := seen.setdefault(tier.hours, number)) != number:
            yield key, f"is the same as in cancelling.tier.{first}; keep one of them"
        elif (tier.percent or tier.amount) and tier.hours > cancelling.notice_hours:
            words = f"is more than cancelling.notice_hours, {cancelling.notice_hours}"
            yield key, f"{words}: this fee would meet clients who gave the notice you ask for"
