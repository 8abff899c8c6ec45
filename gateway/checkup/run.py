"""`gateway check`: reads the policy and tries everything it names, in plain words.

Nothing is changed and no mail is sent. An error means that mail cannot flow, or not safely.
"""

import os
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from gateway.checkup.finding import Finding, bad, good, look, told
from gateway.checkup.places import certificate, maildir, policy_file, state
from gateway.checkup.replies import replies
from gateway.checkup.servers import door, servers
from gateway.config.read import Config, read_config
from gateway.core.crisis import lines_for
from gateway.core.crisis_check import warnings
from gateway.core.crisis_data import checked_day
from gateway.core.hotline import Line
from gateway.core.locale import primary
from gateway.core.policy import Policy
from gateway.core.policy_values import values
from gateway.errors import ConfigError, EdgeError
from gateway.plugins import load
from gateway.resources import read_lines

# These bring mends of the mail library; distributions may carry them in older ones.
MENDED = {(3, 11): 15, (3, 12): 13}
WARN_DAYS = 60
LONGEST_RUN_YEARS = 10
INVENTED = ".example"  # RFC 2606 §2


def run_checks(config_path: Path, *, now: datetime) -> tuple[Finding, ...]:
    """Every finding, good ones too, in the order in which a person would mend them.

    now  aware
    """
    try:
        config = read_config(config_path)
    except ConfigError as error:
        wrong = (bad("policy", words) for words in error.findings)
        return (*wrong, *_machine(now))
    return (*_of_policy(config, now), *_machine(now))


def _of_policy(config: Config, now: datetime) -> Iterator[Finding]:
    count = sum(1 for _ in values(config.policy))
    yield good("policy", f"{config.path.name}: {count} settings, no errors")
    if config.policy.practice.address.endswith(INVENTED):
        words = "is still that of the invented practice"
        yield look("policy", words, "write your own name, address, place and offers into it")
    yield from policy_file(config)
    today = now.astimezone(ZoneInfo(config.policy.practice.timezone)).date()
    yield from replies(config, today)
    yield from _review(config.policy, today)
    yield from _crisis(config.policy, today)
    yield from state(config)
    yield from _seal(config, now)
    yield from maildir(config)
    yield from servers(config, now)
    for number in range(len(config.policy.inlet)):
        yield from door(config, number)
        yield from certificate(config, number, now)


def _review(policy: Policy, today: date) -> Iterator[Finding]:
    """Somebody must look a policy over again and again: fees, numbers and people change."""
    review = policy.review
    days = {"policy_on": review.policy_on, "crisis_on": review.crisis_on}
    if unset := [f"review.{key}" for key, day in days.items() if day is None]:
        is_not = f"{' and '.join(unset)} {'are' if len(unset) > 1 else 'is'} not set"
        yield look("review", is_not, "look all of it over, then write the day")
    for key, day in days.items():
        if day and day > today:
            yield look("review", f"review.{key} is a day to come", "mend it")
        elif day and (today - day).days > review.every_days:
            words = f"review.{key} was {(today - day).days} days ago"
            yield look("review", words, "look it over again, then write the day")
    for away in policy.away:
        if away.last < today:
            yield look("review", f"the absence that ended on {away.last} still stands", "remove it")


def _crisis(policy: Policy, today: date) -> Iterator[Finding]:
    """The lines that clients will see, for the therapist to look at herself."""
    for tag in policy.practice.languages:
        language = primary(tag)
        lines = lines_for(
            read_lines(), policy, place="", language=language, audience=(), today=today
        )
        shown = ", ".join(_line(line, language) for line in lines)
        yield good("crisis lines", f"{policy.practice.place}, {tag}: {shown}")
    for words in warnings(read_lines(), policy, today):
        yield look("crisis lines", words)
    days = [(c.line, c.on) for c in policy.crisis.confirmed]
    days += [(line.name, line.on) for line in policy.crisis.line]
    for name, day in days:
        if day > today:
            words = f"{name} was checked on {day}: a day to come"
            yield look("crisis lines", words, "mend the day")


def _line(line: Line, language: str) -> str:
    text = f"text {line.sms_word} to {line.sms}" if line.sms_word else f"text {line.sms}"
    call = f"call {line.phone}, press {line.then}" if line.then else f"call {line.phone}"
    ways = [call] * bool(line.phone) + [text] * bool(line.sms)
    return f"{line.name_in(language)} ({' or '.join(ways)}, {line.hours})"


def _seal(config: Config, now: datetime) -> Iterator[Finding]:
    seal = config.policy.seal
    if seal.scheme == "off":
        words = "is off: what clients attach goes to your mailbox as it came"
        yield look("encryption", words, "make or import a key: gateway keys --help")
        return
    try:
        sealer = load("seal", seal.scheme, "open_sealer")(seal, config.base)
        wrong, facts = sealer.check(), sealer.facts()
    except EdgeError as error:
        yield told("encryption", error)
        return
    except ImportError as error:
        yield bad("encryption", f"{seal.scheme} is not installed: {error.name}", "install it")
        return
    yield from (bad("encryption", words, "gateway keys show") for words in wrong)
    if wrong:
        return
    days = (facts.expires - now).days if facts.expires else None
    if days is not None and days <= WARN_DAYS:
        yield look("encryption", f"your key ends in {days} days", "prolong it or make a new one")
    else:
        until = f", valid to {facts.expires:%d %B %Y}" if facts.expires else ""
        yield good("encryption", f"{seal.scheme} to your key {_short(facts.fingerprint)}{until}")


def _short(fingerprint: str) -> str:
    return f"{fingerprint[:4]} {fingerprint[4:8]} ... {fingerprint[-4:]}"


def _machine(now: datetime) -> Iterator[Finding]:
    """The clock, Python, and the user we run as."""
    newest = max(
        (day for line in read_lines() if (day := checked_day(line.verified))), default=date.min
    )
    remedy = "set the clock: timedatectl set-ntp true"
    if now.date() < newest:
        yield bad("clock", f"says {now:%d %B %Y}, but this program is younger", remedy)
    elif now.year - newest.year > LONGEST_RUN_YEARS:
        yield bad("clock", f"says {now:%d %B %Y}, or this program is very old", remedy)
    else:
        yield good("clock", f"{now:%d %B %Y, %H:%M} UTC")
    major, minor, micro = sys.version_info[:3]
    if micro < MENDED.get((major, minor), 0):
        words = f"{major}.{minor}.{micro} may lack mends of its mail library"
        yield look("Python", words, f"{major}.{minor}.{MENDED[major, minor]} or later has them")
    if os.geteuid() == 0:
        words = "this is root; the gateway needs no such power"
        yield look("user", words, "run it as a user of its own")
