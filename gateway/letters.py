"""Our own letters to a client, the reply and the report: what is asked for, and the bytes."""

import asyncio
import hashlib
import logging
import secrets
from datetime import datetime

from gateway.core import compose
from gateway.core.addresses import domain_of, key_of
from gateway.core.answer import answer_for
from gateway.core.claims import may_reply
from gateway.core.client import Client, Known
from gateway.core.decision import Reply, Report
from gateway.core.judge import Judgement
from gateway.core.mail import ParsedMail
from gateway.core.parse import parse
from gateway.core.record import Asked, ReplyTrace
from gateway.core.speak import UNDELIVERED, Spoken
from gateway.edges import Edges
from gateway.errors import NeedsHuman, Withheld
from gateway.ports import Job, Outgoing

log = logging.getLogger(__name__)


def known_sender(job: Job, lately: datetime, edges: Edges) -> Known:
    """Who cannot be looked up may be one who must not be written to: she gets no reply."""
    try:
        return edges.known(job.env.sender, lately)
    except NeedsHuman as error:
        log.error("%s: the client's agreement cannot be read: %s", job.id, error.public)
        return Known(client=Client(reply="none"))


def _may_write_to(job: Job, edges: Edges) -> Known:
    """Asked again before each try: her mailbox may have become unsafe since it was judged."""
    known = known_sender(job, edges.now(), edges)
    if known.client is not None and known.client.reply == "none":
        raise Withheld("it is not safe to write to this client by e-mail")
    return known


def asked_for(job: Job, raw: bytes, judged: Judgement, edges: Edges) -> Asked | None:
    """The claim of the reply that was chosen, and its trace; None when none was."""
    reply = judged.answer
    if not isinstance(reply, Reply):
        return None
    name = judged.mail.header("message-id") if judged.mail else None
    limits, now, handle = edges.policy.reply, edges.now(), reply.handle
    return Asked(
        sender=key_of(job.env.sender),
        domain=domain_of(job.env.sender),
        message=(name or "").strip() or hashlib.sha256(raw).hexdigest(),
        handle=handle,
        may=lambda counts: may_reply(counts, limits, handle, now),
        trace=_trace(job, reply, edges),
        shadow=edges.policy.reply.mode == "shadow",
    )


def _trace(job: Job, reply: Reply, edges: Edges) -> ReplyTrace:
    """What this reply is made of, so that years later it can be made again."""
    received = edges.local(job.env.received_at)
    return ReplyTrace(
        edition=edges.edition,
        template=reply.template,
        languages=reply.languages,
        form=reply.form,
        also=reply.also,
        short=reply.short,
        place=reply.place,
        audience=reply.audience,
        foreign=reply.foreign,
        lines=edges.speaker.line_ids(reply, received),
        received=received.isoformat(),
        received_zone=edges.policy.practice.timezone,
    )


async def reply_to(job: Job, action: Reply, key: str, edges: Edges) -> Outgoing:
    """The reply as it was composed at the judging; after a restart it is made anew.

    Errors: Withheld when it was agreed meanwhile not to write to her.
    """
    _may_write_to(job, edges)
    if job.draft is None:
        await job.restate(_trace(job, action, edges))
        return await composed(job, action, key, edges)
    return job.draft


async def composed(job: Job, action: Reply, key: str, edges: Edges) -> Outgoing:
    spoken = _spoken(job, action, edges)
    raw = compose.reply_mail(
        to=job.env.sender,
        mail=await read_again(job),
        policy=edges.policy,
        subject=spoken.subject,
        name=spoken.name,
        body=spoken.text,
        html=spoken.html,
        languages=spoken.languages,
        date=edges.local(edges.now()),
        message_id=_message_id(key, edges),
        boundary=secrets.token_hex(12),
    )
    return _from_nobody(job.env.sender, raw, key)


async def report_to(job: Job, action: Report, key: str, edges: Edges) -> Outgoing:
    """Errors: Withheld when it was agreed not to write to her."""
    told = _may_write_to(job, edges)
    mail = None if job.record.shelved else await read_again(job)
    reply = answer_for(None, told, edges.policy, template=UNDELIVERED)
    spoken = _spoken(job, reply, edges)
    raw = compose.report_mail(
        to=job.env.sender,
        policy=edges.policy,
        hostname=edges.hostname,
        cause=action.cause,
        recipient=job.env.recipients[0],
        body=spoken.text,
        languages=spoken.languages,
        arrival=edges.local(job.env.received_at),
        date=edges.local(edges.now()),
        message_id=_message_id(key, edges),
        boundary=secrets.token_hex(12),
        original_message_id=mail.header("message-id") if mail else None,
    )
    return _from_nobody(job.env.sender, raw, key)


def _spoken(job: Job, reply: Reply, edges: Edges) -> Spoken:
    return edges.speaker.speak(reply, edges.local(job.env.received_at))


def _message_id(key: str, edges: Edges) -> str:
    return compose.message_token(edges.token_key, key, edges.policy.practice.address)


def _from_nobody(to: str, raw: bytes, key: str) -> Outgoing:
    """The null reverse-path: nothing can be sent back, so nothing can loop (RFC 3834 §3.3)."""
    return Outgoing(sender="", recipients=(to,), raw=raw, key=key, never_notify=True)


async def read_again(job: Job) -> ParsedMail:
    if job.mail is None:
        raw = await job.raw()
        with job.in_work():
            job.mail = await asyncio.to_thread(parse, raw, normal=True)
    return job.mail
