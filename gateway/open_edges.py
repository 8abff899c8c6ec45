"""From a policy to its edges: opens the ways, keys and words that the policy names."""

import asyncio
import socket
from collections.abc import Callable
from datetime import date, datetime

from gateway import replies
from gateway.config.read import Config
from gateway.core import compose
from gateway.core.policy import Hop, Policy
from gateway.core.proof import prove
from gateway.core.speak import Speaker
from gateway.documents.reader import DocumentReader
from gateway.edges import Edges
from gateway.errors import ConfigError, NeedsHuman
from gateway.plugins import detectors, load
from gateway.ports import Deliverer, Sealer
from gateway.secrets import password_for
from gateway.store.editions import Editions
from gateway.store.sqlite import SqliteStore


def hostname_of(policy: Policy) -> str:
    named = (inlet.hostname for inlet in policy.inlet)
    return next((name for name in named if name), None) or socket.gethostname()


def open_way(config: Config, by: str, hop: Hop) -> Deliverer:
    """Errors: NeedsHuman when the password cannot be read or the way cannot be opened."""
    delivery = config.policy.deliver
    opened: Deliverer = load("deliver", by, "open_deliverer")(
        delivery,
        base=config.base,
        hostname=hostname_of(config.policy),
        password=password_for(hop, config.base),
    )
    return opened


def open_sealer(config: Config) -> Sealer | None:
    """The sealer that the policy names, None for "off"."""
    seal = config.policy.seal
    if seal.scheme == "off":
        return None
    opened: Sealer = load("seal", seal.scheme, "open_sealer")(seal, config.base)
    return opened


async def open_speaker(config: Config, editions: Editions, now: datetime) -> tuple[Speaker, int]:
    """The words of replies and the number of their edition.

    A new edition is proved before it is used: every reply that it could give is made once,
    in a thread, since mail goes on meanwhile.
    Errors: ConfigError when one could not be sent as it is, TryLater, NeedsHuman.
    """
    speaker = await asyncio.to_thread(replies.open_speaker, config, apart=True)
    number = editions.number_of(replies.edition_of(config, speaker), now)
    if not editions.proved(number):
        hazards = await asyncio.to_thread(_hazards, config, speaker, now.date())
        if hazards:
            raise ConfigError(hazards)
        editions.prove(number)
    return speaker, number


def _hazards(config: Config, speaker: Speaker, today: date) -> tuple[str, ...]:
    try:
        found = prove(speaker, today=today)
    except NeedsHuman as error:  # nothing but the public holidays is asked of an edge
        return (config.finding("hours.holidays", error.public),)
    return tuple(f"templates/{finding.words}" for finding in found if finding.is_hazard)


async def open_edges(config: Config, store: SqliteStore, now: Callable[[], datetime]) -> Edges:
    """Everything outside the store, as this policy wants it."""
    speaker, edition = await open_speaker(config, store.editions, now())
    token_key = store.vault.token_key
    policy = config.policy
    hostname = hostname_of(policy)
    mailbox = open_way(config, policy.deliver.by, policy.deliver.hop)
    relay: Deliverer = load("deliver", "smtp", "open_relay")(
        policy.relay,
        base=config.base,
        hostname=hostname,
        password=password_for(policy.relay, config.base),
    )

    def alert_mail(to: tuple[str, ...], urgency: str, text: str, key: str) -> bytes:
        return compose.alert_mail(
            policy=policy,
            to=to,
            urgency=urgency,
            text=text,
            date=now(),
            message_id=compose.message_token(token_key, key, policy.practice.address),
        )

    plain = replies.plain_speaker(policy)
    notifier = load("notify", policy.alert.by, "open_notifier")(
        policy.alert, policy=policy, relay=relay, mailbox=mailbox, compose=alert_mail
    )
    return Edges(
        policy=policy,
        hostname=hostname,
        detectors=detectors,
        speaker=speaker,
        plain_speaker=plain,
        has_own_words=plain.templates.sources != speaker.templates.sources,
        edition=edition,
        known=store.clients.known,
        sealer=open_sealer(config),
        read_documents=DocumentReader().read,
        mailbox=mailbox,
        relay=relay,
        notifier=notifier,
        token_key=token_key,
        now=now,
    )
