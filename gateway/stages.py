"""The stages of the pipeline over live edges: how one message is judged, and how each
action becomes bytes on the wire."""

import asyncio
import contextlib
import hashlib
import random
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from gateway.core import compose, sealing, trace
from gateway.core.addresses import domain_of, key_of
from gateway.core.assess import Detectors
from gateway.core.claims import may_reply
from gateway.core.decide import shelved
from gateway.core.decision import Action, Alert, Decision, Deliver, Reply, Report
from gateway.core.document import DocumentText, with_documents
from gateway.core.judge import Judgement, is_urgent, judge, unread_documents
from gateway.core.mail import ParsedMail
from gateway.core.notice import notice
from gateway.core.parse import parse
from gateway.core.policy import Policy
from gateway.core.practice import Line
from gateway.core.record import Asked, Record
from gateway.core.render import Templates, render
from gateway.core.schedule import Failure, Next, Tried, after_failure
from gateway.core.splice import prepend_fields
from gateway.errors import NeedsHuman
from gateway.pipeline import Send, Stages
from gateway.ports import Deliverer, Job, Notifier, Outgoing, Sealer

# Below this a message is read in the loop itself: a thread would cost more than the reading.
THREAD_ABOVE_BYTES = 262_144


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """What a running gateway works with; replaced whole when the policy is read anew.

    hostname   our own name, for Received fields and EHLO
    detectors  loaded when first asked for, after the doors are open
    lines      the crisis lines that replies carry
    sealer     None when the policy sets no scheme
    read_documents  the words of a message's documents; never raises (documents/reader.py)
    token_key  secret behind our Message-IDs, by which we know our own mail again
    """

    policy: Policy
    hostname: str
    detectors: Callable[[], Detectors]
    templates: Templates
    lines: tuple[Line, ...]
    sealer: Sealer | None
    read_documents: Callable[[bytes, ParsedMail], Awaitable[tuple[DocumentText, ...]]]
    mailbox: Deliverer
    relay: Deliverer
    notifier: Notifier
    token_key: bytes
    now: Callable[[], datetime]

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(ZoneInfo(self.policy.practice.timezone))


def stages_over(edges: Callable[[], Edges]) -> Stages:
    """The stages; `edges` answers the ones in force, so that a reload takes hold at once."""

    async def judge_job(job: Job) -> list[tuple[int, Action]]:
        return await _judge(job, edges())

    async def prepare(job: Job, number: int, action: Action) -> Send:
        return await _prepare(job, number, action, edges())

    def after(action: Action, failure: Failure, tried: Tried) -> Next:
        in_force = edges()
        now, chance = in_force.now(), random.random()
        return after_failure(action, failure, tried, in_force.policy, now, chance)

    return Stages(judge=judge_job, prepare=prepare, after=after)


async def _judge(job: Job, edges: Edges) -> list[tuple[int, Action]]:
    if job.worn_out:
        decision = shelved(job.env, edges.policy)
        hold = edges.policy.seal.scheme != "off"
        record = Record(reasons=decision.reasons, urgent=True, shelved=True)
        return await job.decided(decision, record, hold=hold)
    raw = await job.raw()
    judged = await _judgement(job, raw, edges)
    job.mail = judged.mail
    asked = _asked(job, raw, judged, edges)
    written = asyncio.ensure_future(job.decided(judged.decision, _record(judged), asked))
    if asked is not None:
        await _draft(job, judged.decision, edges)
    return await written


async def _draft(job: Job, decision: Decision, edges: Edges) -> None:
    """Compose the reply while its claim is on its way to the disk; without the claim it goes
    nowhere. What fails here fails again, and is told, when the reply is prepared."""
    number, reply = next((n, a) for n, a in enumerate(decision.actions) if isinstance(a, Reply))
    with contextlib.suppress(Exception):
        job.draft = await _reply(job, reply, f"{job.id}/{number}", edges)


async def _judgement(job: Job, raw: bytes, edges: Edges) -> Judgement:
    """Only a message with documents is judged twice: without their words, and with them."""
    judged = await _judged(job, raw, edges, None)
    mail = unread_documents(judged)
    if mail is None:
        return judged
    texts = await edges.read_documents(raw, mail)
    return await _judged(job, raw, edges, with_documents(mail, texts))


async def _judged(job: Job, raw: bytes, edges: Edges, read: ParsedMail | None) -> Judgement:
    def is_ours(message_id: str) -> bool:
        return compose.is_our_token(edges.token_key, message_id)

    found = edges.detectors()
    if len(raw) <= THREAD_ABOVE_BYTES:
        return judge(job.env, raw, edges.policy, found, is_ours, read)
    return await asyncio.to_thread(judge, job.env, raw, edges.policy, found, is_ours, read)


def _record(judged: Judgement) -> Record:
    found, decision = judged.found, judged.decision
    if found is None:
        return Record(reasons=decision.reasons, urgent=True)
    return Record(
        intents=tuple(name for name, _ in found.intents),
        risk=found.risk_word,
        signs=found.signs,
        unread=found.unread,
        rules=tuple(sorted({e.rule for e in found.evidence})),
        reasons=decision.reasons,
        urgent=is_urgent(found),
    )


def _asked(job: Job, raw: bytes, judged: Judgement, edges: Edges) -> Asked | None:
    reply = next((a for a in judged.decision.actions if isinstance(a, Reply)), None)
    if reply is None:
        return None
    name = judged.mail.header("message-id") if judged.mail else None
    limits, now = edges.policy.reply, edges.now()
    return Asked(
        sender=key_of(job.env.sender),
        domain=domain_of(job.env.sender),
        message=(name or "").strip() or hashlib.sha256(raw).hexdigest(),
        handle=reply.handle,
        may=lambda counts: may_reply(counts, limits, reply.handle, now),
    )


async def _prepare(job: Job, number: int, action: Action, edges: Edges) -> Send:
    key = f"{job.id}/{number}"
    match action:
        case Deliver():
            return _sending(edges.mailbox, await _delivery(job, action, key, edges))
        case Reply():
            return _sending(edges.relay, job.draft or await _reply(job, action, key, edges))
        case Report():
            return _sending(edges.relay, await _report(job, action, key, edges))
        case Alert():
            words = notice(action, reference=job.id, received=edges.local(job.env.received_at))
            return lambda: edges.notifier.notify(urgency=action.urgency, text=words, key=key)


def _sending(way: Deliverer, mail: Outgoing) -> Send:
    async def send() -> None:
        for outcome in await way.deliver(mail):
            if outcome is not None:
                raise outcome

    return send


async def _delivery(job: Job, action: Deliver, key: str, edges: Edges) -> Outgoing:
    raw = await job.raw()
    if action.seal:
        with job.in_work():
            raw = await _sealed(job, raw, action, edges)
    top = trace.received(job.env, host=edges.hostname, message=job.id)
    if edges.policy.deliver.marks and action.seal != "message":
        top += trace.marks(message=job.id, record=job.record)
    whole = prepend_fields(raw, top)
    return Outgoing(sender=job.env.sender, recipients=(action.to,), raw=whole, key=key)


async def _sealed(job: Job, raw: bytes, action: Deliver, edges: Edges) -> bytes:
    """The message with what must be encrypted encrypted; never the clear one."""
    sealer, what = edges.sealer, action.seal
    if sealer is None or what is None:
        raise NeedsHuman("sealing is owed, but the policy sets no scheme")
    hide = edges.policy.seal.hide_names
    mail = await _read(job)

    def planned() -> sealing.SealPlan:
        return sealing.plan(raw, mail, scheme=sealer.scheme, what=what, hide_names=hide)

    plan = planned() if len(raw) <= THREAD_ABOVE_BYTES else await asyncio.to_thread(planned)
    ciphertexts = await asyncio.gather(*(sealer.seal(piece) for piece in plan.pieces))
    return sealing.apply(plan, ciphertexts, boundary_token=secrets.token_hex(12))


async def _read(job: Job) -> ParsedMail:
    if job.mail is None:
        raw = await job.raw()
        with job.in_work():
            job.mail = await asyncio.to_thread(parse, raw, normal=True)
    return job.mail


async def _reply(job: Job, action: Reply, key: str, edges: Edges) -> Outgoing:
    raw = compose.reply_mail(
        to=job.env.sender,
        mail=await _read(job),
        policy=edges.policy,
        body=_words(job, action.template, edges),
        date=edges.local(edges.now()),
        message_id=_message_id(key, edges),
    )
    return _from_nobody(job.env.sender, raw, key)


async def _report(job: Job, action: Report, key: str, edges: Edges) -> Outgoing:
    mail = None if job.record.shelved else await _read(job)
    raw = compose.report_mail(
        to=job.env.sender,
        policy=edges.policy,
        hostname=edges.hostname,
        cause=action.cause,
        recipient=job.env.recipients[0],
        body=_words(job, "undelivered", edges),
        arrival=edges.local(job.env.received_at),
        date=edges.local(edges.now()),
        message_id=_message_id(key, edges),
        boundary=secrets.token_hex(12),
        original_message_id=mail.header("message-id") if mail else None,
    )
    return _from_nobody(job.env.sender, raw, key)


def _words(job: Job, template: str, edges: Edges) -> str:
    facts = {
        "received": edges.local(job.env.received_at),
        "lines": edges.lines,
        "sealed": edges.sealer is not None,
    }
    return render(edges.templates, template, edges.policy, facts)


def _message_id(key: str, edges: Edges) -> str:
    return compose.message_token(edges.token_key, key, edges.policy.practice.address)


def _from_nobody(to: str, raw: bytes, key: str) -> Outgoing:
    """The null reverse-path: nothing can be sent back, so nothing can loop (RFC 3834 §3.3)."""
    return Outgoing(sender="", recipients=(to,), raw=raw, key=key, never_notify=True)
