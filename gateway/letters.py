"""Our own letters to a client, the reply and the report: what is asked for, and the bytes."""

import asyncio
import hashlib
import logging
import secrets
from dataclasses import replace

from gateway.core import compose
from gateway.core.addresses import domain_of, key_of
from gateway.core.answer import UNDELIVERED, answer_for
from gateway.core.assessment import Assessment, Risk
from gateway.core.claims import REPORT, may_reply
from gateway.core.client import Known
from gateway.core.decision import Reply, Report
from gateway.core.judge import Judgement
from gateway.core.mail import ParsedMail
from gateway.core.parse import parse
from gateway.core.proof import hazards
from gateway.core.record import Asked, ReplyTrace
from gateway.core.speak import Spoken
from gateway.edges import Edges
from gateway.errors import Withheld
from gateway.ports import Job, Outgoing
from gateway.senders import may_write_to, why_no_report

log = logging.getLogger(__name__)


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

    Errors: Withheld when the policy or her agreement bars it by now.
    """
    if job.draft is not None:  # composed just now, of what is known now
        return job.draft
    client = (await may_write_to(job, edges)).client
    if client is not None and client.reply == "discreet":
        action = replace(action, form="discreet")
    await job.restate(_trace(job, action, edges))
    return await composed(job, action, key, edges)


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
    """Errors: Withheld when what bars a reply bars it, or she had one lately; TryLater."""
    known = await may_write_to(job, edges)
    if job.record.shelved:
        raise Withheld("nothing may read the message again")
    mail = await read_again(job)
    reply = _report_reply(job, known, edges)
    asked = _report_claim(job, mail, reply, edges)
    barred = why_no_report(job, mail, edges, known) or await job.claim(asked)
    if barred:
        raise Withheld(barred.text)
    spoken = _spoken(job, reply, edges)
    raw = compose.report_mail(
        to=job.env.sender,
        policy=edges.policy,
        hostname=edges.hostname,
        cause=action.cause,
        recipient=job.env.recipients[0],
        subject=spoken.subject,
        name=spoken.name,
        body=spoken.text,
        languages=spoken.languages,
        arrival=edges.local(job.env.received_at),
        date=edges.local(edges.now()),
        message_id=_message_id(key, edges),
        boundary=secrets.token_hex(12),
        original_message_id=mail.header("message-id"),
    )
    return _from_nobody(job.env.sender, raw, key)


def _report_reply(job: Job, known: Known, edges: Edges) -> Reply:
    """In the form and language of her reply; discreet when nobody could judge the message."""
    record = job.record
    found = Assessment(
        intents=tuple((name, 1.0) for name in record.intents) or (("other", 1.0),),
        risk=Risk.NONE,
        signs=record.signs,
        language=record.language,
    )
    reply = answer_for(found, known, edges.policy, template=UNDELIVERED)
    return reply if record.intents else replace(reply, form="discreet")


def _report_claim(job: Job, mail: ParsedMail, reply: Reply, edges: Edges) -> Asked:
    limits, now = edges.policy.reply, edges.now()
    return Asked(
        sender=key_of(job.env.sender),
        domain=domain_of(job.env.sender),
        message=(mail.header("message-id") or "").strip() or job.id,
        handle=REPORT,
        may=lambda counts: may_reply(counts, limits, REPORT, now),
        trace=_trace(job, reply, edges),
    )


def _spoken(job: Job, reply: Reply, edges: Edges) -> Spoken:
    """Her own words; the shipped ones when those fail, or miss what each reply must say.

    The proof at the start cannot try every day and every client: a template of the practice's
    own is read once more, with this reply. Somebody in danger must not be left without numbers.
    """
    received = edges.local(job.env.received_at)
    try:
        wrong = next(hazards(edges.speaker, reply, received), "") if edges.has_own_words else ""
        if not wrong:
            return edges.speaker.speak(reply, received)
    except Exception as error:  # noqa: BLE001 whatever it is, there are words that need nothing
        wrong = type(error).__name__
    log.error("%s: the reply is made of the shipped templates: %s", job.id, wrong)
    return edges.plain_speaker.speak(reply, received)


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
