"""May this message be answered at all? Each "no" is a row with a stable code.

Relay and alert never depend on what is decided here, and risk lifts no
ban: the bans guard against loops, and the therapist is told of a risky message anyway.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from gateway.core.addresses import addresses_in, domain_of, key_of, parse_path
from gateway.core.answer import RISKY
from gateway.core.automatic import machine_mark
from gateway.core.client import Client
from gateway.core.decision import Because, Reply
from gateway.core.mail import Envelope, ParsedMail
from gateway.core.policy import Policy

# Where an owner's address must stand (RFC 3834 §2, RFC 5230 §4.5).
ADDRESSED = ("to", "cc", "bcc", "resent-to", "resent-cc", "resent-bcc")
DATE_AT_MOST = 200


def why_no_reply(
    env: Envelope,
    mail: ParsedMail,
    policy: Policy,
    *,
    is_ours: Callable[[str], bool],
    client: Client | None = None,
) -> Because | None:
    """Why the message gets no reply, or None when it may have one. Never raises.

    is_ours  does this field value hold one of our own Message-IDs?
    client   the agreement with its sender, None when there is no record
    Limits by what was sent before are not looked at here: claims.py.
    Sources: RFC 3834 §2-§4, §7; RFC 5230 §4.5-§4.7.
    """
    return next(_reasons(env, mail, policy, is_ours, client), None)


def is_doubtful(env: Envelope, mail: ParsedMail, is_ours: Callable[[str], bool]) -> bool:
    """A machine may have written this mail, which nothing bars from an answer.

    is_client: had she no record, what that alone excuses would have barred it.
    """
    sure, maybe = machine_mark(env, mail, is_ours, is_client=True)
    return sure is None and maybe is not None


def why_not_this(answer: Reply, client: Client | None) -> Because | None:
    """Why this client gets no reply for this reason; None: nothing was agreed against it.

    A crisis is always answered.
    """
    if client is None or client.reasons is None or answer.template in RISKY:
        return None
    if answer.template in client.reasons:
        return None
    return Because("client-reason", f"no reply for {answer.template} was agreed with this client")


def _reasons(
    env: Envelope,
    mail: ParsedMail,
    policy: Policy,
    is_ours: Callable[[str], bool],
    client: Client | None,
) -> Iterator[Because]:
    """Each reason not to answer, the plainest first."""
    if policy.reply.mode == "off":
        yield Because("off", "the policy answers nothing")
    if client is not None and client.reply == "none":
        yield Because("client-none", "it is not safe to answer this client by e-mail")
    if env.sender and parse_path(env.sender, utf8=env.smtputf8) is None:
        yield Because("invalid-sender", "its sender is no valid address")
    sure, maybe = machine_mark(env, mail, is_ours, is_client=client is not None)
    if sure:
        yield sure
    own = _own_addresses(env, policy)
    yield from _sender_reasons(env, mail, policy, own)
    yield from _loop_reasons(mail, policy, own)
    if not _is_addressed(mail, own):
        yield Because("not-addressed", "no address of the practice stands in To or Cc")
    age = _age(env, mail)
    if age is not None and age > timedelta(hours=policy.reply.max_age_h):
        yield Because("too-old", f"it is older than {policy.reply.max_age_h} hours")
    by_policy = policy.reply.uncertain
    if maybe and not (by_policy == "answer" or (by_policy == "known" and client is not None)):
        yield maybe


def _own_addresses(env: Envelope, policy: Policy) -> frozenset[str]:
    """The known, the configured and those this mail was sent to (RFC 5230 §4.5)."""
    practice = policy.practice
    known = (practice.address, *practice.addresses, *policy.recipients, *env.recipients)
    # The door takes postmaster at each of our domains (RFC 5321 §4.5.1).
    ours = {f"postmaster@{domain_of(address)}" for address in policy.recipients}
    return frozenset(key_of(address) for address in (*known, *ours))


def _sender_reasons(
    env: Envelope, mail: ParsedMail, policy: Policy, own: frozenset[str]
) -> Iterator[Because]:
    sender = key_of(env.sender)
    if sender in own or sender in {key_of(box) for box in policy.recipients.values()}:
        yield Because("own-address", "it comes from an address of the practice")
    if sender in {key_of(address) for address in policy.reply.never}:
        yield Because("never", "the policy never answers this address")
    authors = mail.headers("from")
    if len(authors) > 1 or len({key_of(a) for v in authors for a in addresses_in(v)}) > 1:
        yield Because("several-authors", "several From addresses: one reply cannot suit them")


def _loop_reasons(mail: ParsedMail, policy: Policy, own: frozenset[str]) -> Iterator[Because]:
    """It has been here before, or has travelled too far (RFC 5321 §6.3)."""
    if _named(mail, "x-loop") & own:
        yield Because("loop", "its X-Loop names the practice")
    passed = [key for key in _keys(mail, "delivered-to") if key in own]
    if len(passed) > len(set(passed)):
        yield Because("loop", "it was put into the same mailbox of the practice before")
    if len(mail.headers("received")) >= policy.limits.hops:
        yield Because("hops", "it passed through too many servers")


def _is_addressed(mail: ParsedMail, own: frozenset[str]) -> bool:
    return any(_named(mail, name) & own for name in ADDRESSED)


def _named(mail: ParsedMail, name: str) -> frozenset[str]:
    return frozenset(_keys(mail, name))


def _keys(mail: ParsedMail, name: str) -> Iterator[str]:
    return (key_of(a) for value in mail.headers(name) for a in addresses_in(value))


def _age(env: Envelope, mail: ParsedMail) -> timedelta | None:
    """How long the message has been on its way; None when nothing tells.

    The first server's Received field goes before Date: that is set by the client's own
    machine, whose clock may be years off, and by when she wrote, not when she sent.
    """
    stamps = [v.rpartition(";")[2] for v in mail.headers("received") if ";" in v]
    for stamp in (*reversed(stamps), *mail.headers("date")[:1]):
        at = _time(stamp)
        if at is not None:
            return env.received_at - at
    return None


def _time(stamp: str) -> datetime | None:
    """A date of RFC 5322 §3.3 in UTC; None when it is none."""
    if len(stamp) > DATE_AT_MOST:
        return None
    try:
        at = parsedate_to_datetime(stamp.strip())
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
