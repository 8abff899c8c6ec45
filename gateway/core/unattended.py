"""Addresses behind which no person reads: system senders and addresses for bounces."""

import re

from gateway.core.addresses import addresses_in, key_of
from gateway.core.decision import Because
from gateway.core.mail import Envelope, ParsedMail

# Canonical local parts. postmaster is not one of them: a person reads it (RFC 5230 §4.6).
SYSTEM = re.compile(
    r"mailer-?daemon(?:[+].*)?|listserv|majordomo|listproc|mailman|sympa|nobody|root|daemon|www-data|cron"
    r"|(?:do[._-]?not|no|never)[._-]?reply(?:[._+-].*)?|.*[._+-](?:do[._-]?not|no)[._-]?reply"
    r"|ne[._-]?pas[._-]?repondre|(?:no|nao)[._-]?(?:responder?|responda|contestar)"
    r"|nicht[._-]?antworten|keine[._-]?antwort|non[._-]?rispondere|niet[._-]?beantwoorden"
    r"|auto-?(?:reply|responder|confirm)|owner-.*|.*-(?:request|owner)"
    r"|news|newsletters?|notifications?|notify|announcements?|alerts?|mailing|marketing|promotions?"
)
AUTHORS = ("from", "sender", "reply-to")
# Return addresses made for one message: VERP, SRS, BATV and what providers made of them.
BOUNCE = re.compile(
    r"bounces?(?:[._+=-].*)?|.*[._+-]bounces?(?:[._+=-].*)?|srs[01][=+-].*|prvs[0-9]?=.*|msprvs.*"
    r"|btv1==.*|.*[+=-][^=]*=[a-z0-9-]+\.[a-z0-9.-]+|return[._+-].*|verp[._+-].*"
)
BOUNCE_DOMAIN = re.compile(r"(?:.*\.)?(?:bounces?[0-9]*\..*|amazonses\.com)")


def sender_mark(env: Envelope, mail: ParsedMail) -> Because | None:
    """What the addresses say: the reverse-path, and From, Sender and Reply-To.

    Expects a reverse-path that is "" or an address, so the patterns meet 64 octets at most.
    Sources: RFC 3834 §2, §7; RFC 5230 §4.6.
    """
    if not env.sender or _null_return_path(mail):
        return Because("null-sender", "it has no sender to answer to")
    local, _, domain = key_of(env.sender).rpartition("@")
    named = (a for name in AUTHORS for v in mail.headers(name) for a in addresses_in(v))
    authors = (key_of(address).rpartition("@")[0] for address in named)
    if any(SYSTEM.fullmatch(author) for author in (local, *authors)):
        return Because("system-sender", "nobody reads mail to its sender's address")
    if BOUNCE.fullmatch(local) or BOUNCE_DOMAIN.fullmatch(domain):
        return Because("bounce-address", "its sender is an address for bounces")
    return None


def _null_return_path(mail: ParsedMail) -> bool:
    return any("".join(value.split()) == "<>" for value in mail.headers("return-path"))
