"""The stages of the pipeline over live edges: how one message is judged, and how each
action becomes bytes on the wire."""

import asyncio
import hashlib
import random
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from gateway.core import compose, sealing, trace
from gateway.core.addresses import domain_of, key_of
from gateway.core.assess import Detectors
from gateway.core.claims import may_reply
from gateway.core.decide import shelved
from gateway.core.decision import Action, Alert, Decision, Deliver, Reply, Report
from gateway.core.judge import Judgement, is_urgent, judge
from gateway.core.parse import parse
from gateway.core.policy import Line, Policy
from gateway.core.record import Asked, Record
from gateway.core.render import Templates, render
from gateway.core.schedule import after_failure
from gateway.core.splice import prepend_fields
from gateway.errors import NeedsHuman
from gateway.pipeline import Send, Stages
from gateway.ports import Deliverer, Job, Notifier, Outgoing, Sealer

THREAD_ABOVE_BYTES = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """What a running gateway works with; replaced whole when the policy is read anew.

    sealer     None when the policy sets no scheme
    token_key  secret behind our Message-IDs, by which we know our own mail again
    """

    policy: Policy
    hostname: str
    detectors: Detectors
    templates: Templates
    lines: tuple[Line, ...]
    sealer: Sealer | None
    mailbox: Deliverer
    relay: Deliverer
    notifier: Notifier
    token_key: bytes
    now: Callable[[], datetime]


def stages_over(edges: Callable[[], Edges]) -> Stages:
    """The stages; `edges` answers the ones in force, so that a reload takes hold at once."""

    async def judge_job(job: Job) -> list[tuple[int, Action]]:
        return await _judge(job, edges())

    async def prepare(job: Job, number: int, action: Action) -> Send:
        return await _prepare(job, number, action, edges())

    def after(action: Action, failure: object, tried: object) -> object:
        now = edges()
        return after_failure(action, failure, tried, now.policy, now.now(), random.random())  # type: ignore[arg-type]

    return Stages(judge=judge_job, prepare=prepare, after=after)  # type: ignore[arg-type]


async def _judge(job: Job, edges: Edges) -> list[tuple[int, Action]]:
    policy = edges.policy
    if job.worn_out:
        decision = shelved(job.env, policy)
        hold = policy.seal.scheme != "off"
        return await job.decided(decision, Record(urgent=True, shelved=True), hold=hold)
    raw = await job.raw()
    judged = await _judgement(job, raw, edges)
    return await job.decided(
        judged.decision, _record(judged), _asked(job, raw, judged, edges)
    )


async def _judgement(job: Job, raw: bytes, edges: Edges) -> Judgement:
    def is_ours(message_id: str) -> bool:
        return compose.is_our_token(edges.token_key, message_id)

    if len(raw) <= THREAD_ABOVE_BYTES:
        return judge(job.env, raw, edges.policy, edges.detectors, is_ours)
    return await asyncio.to_thread(judge, job.env, raw, edges.policy, edges.detectors, is_ours)


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
            mail = await _delivery(job, action, key, edges)
            return _sending(edges.mailbox, mail)
        case Reply():
            mail = await _reply(job, action, key, edges)
            return _sending(edges.relay, mail)
        case Report():
            mail = await _report(job, action, key, edges)
            return _sending(edges.relay, mail)
        case Alert():
            words = alert_words(action, job)
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
        raw = await _sealed(raw, action, edges)
    top = trace.received(job.env, host=edges.hostname, message=job.id)
    if edges.policy.deliver.marks and action.seal != "message":
        top += trace.marks(message=job.id, record=job.record)
    return Outgoing(
        sender=job.env.sender, recipients=(action.to,), raw=prepend_fields(raw, top), key=key
    )


async def _sealed(raw: bytes, action: Deliver, edges: Edges) -> bytes:
    """The message with what must be encrypted encrypted; never the clear one."""
    if edges.sealer is None or action.seal is None:
        raise NeedsHuman("sealing is owed but no scheme is set")
    hide = edges.policy.seal.hide_names
    plan = await asyncio.to_thread(
        lambda: sealing.plan(
            raw, parse(raw), scheme=edges.sealer.scheme, what=action.seal, hide_names=hide
        )
    )
    sealer = edges.sealer
    ciphertexts = await asyncio.gather(*(sealer.seal(piece) for piece in plan.pieces))
    return sealing.apply(plan, ciphertexts, boundary_token=secrets.token_hex(12))


async def _reply(job: Job, action: Reply, key: str, edges: Edges) -> Outgoing:
    policy, now = edges.policy, edges.now()
    sealed = edges.sealer is not None
    body = render(
        edges.templates,
        action.template,
        policy,
        facts={
            "received": job.env.received_at.astimezone(ZoneInfo(policy.practice.timezone)),
            "lines": edges.lines,
            "sealed": sealed,
        },
    )
    raw = compose.reply_mail(
        to=job.env.sender,
        mail=parse(await job.raw()),
        policy=policy,
        body=body,
        date=now.astimezone(ZoneInfo(policy.practice.timezone)),
        message_id=compose.message_token(edges.token_key, key, policy.practice.address),
    )
    return Outgoing(
        sender="", recipients=(job.env.sender,), raw=raw, key=key, never_notify=True
    )


async def _report(job: Job, action: Report, key: str, edges: Edges) -> Outgoing:
    raise NotImplementedError


def alert_words(action: Alert, job: Job) -> str:
    raise NotImplementedError


Clock = Callable[[], datetime]
Words = Mapping[str, str]
