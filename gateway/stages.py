"""The stages of the pipeline over live edges: how one message is judged, and how each
action becomes bytes on the wire."""

import asyncio
import contextlib
import random
import secrets
from collections.abc import Callable

from gateway.core import sealing, trace
from gateway.core.client import Known
from gateway.core.compose import is_our_token
from gateway.core.decide import shelved
from gateway.core.decision import Action, Alert, Decision, Deliver, Reply, Report
from gateway.core.document import with_documents
from gateway.core.judge import Judgement, is_urgent, judge, unread_documents
from gateway.core.mail import ParsedMail
from gateway.core.notice import notice
from gateway.core.record import Record
from gateway.core.schedule import Failure, Next, Tried, after_failure
from gateway.core.splice import prepend_fields
from gateway.edges import Edges
from gateway.errors import NeedsHuman
from gateway.letters import asked_for, composed, read_again, reply_to, report_to
from gateway.pipeline import Send, Stages
from gateway.ports import Deliverer, Job, Outgoing
from gateway.senders import known_sender

# Below this a message is read in the loop itself: a thread would cost more than the reading.
THREAD_ABOVE_BYTES = 262_144


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
    asked = asked_for(job, raw, judged, edges)
    written = asyncio.ensure_future(job.decided(judged.decision, _record(judged), asked))
    if asked is not None and not asked.shadow:
        await _draft(job, judged.decision, edges)
    return await written


async def _draft(job: Job, decision: Decision, edges: Edges) -> None:
    """Compose the reply while its claim is on its way to the disk; without the claim it goes
    nowhere. What fails here fails again, and is told, when the reply is prepared."""
    number, reply = next((n, a) for n, a in enumerate(decision.actions) if isinstance(a, Reply))
    with contextlib.suppress(Exception):
        job.draft = await composed(job, reply, f"{job.id}/{number}", edges)


async def _judgement(job: Job, raw: bytes, edges: Edges) -> Judgement:
    """Only a message with documents is judged twice: without their words, and with them."""
    known = await known_sender(job, edges)
    judged = await _judged(job, raw, edges, known, None)
    mail = unread_documents(judged)
    if mail is None:
        return judged
    texts = await edges.read_documents(raw, mail)
    return await _judged(job, raw, edges, known, with_documents(mail, texts))


async def _judged(
    job: Job, raw: bytes, edges: Edges, known: Known, read: ParsedMail | None
) -> Judgement:
    def is_ours(message_id: str) -> bool:
        return is_our_token(edges.token_key, message_id)

    def judgement() -> Judgement:
        return judge(job.env, raw, edges.policy, edges.detectors, is_ours, read=read, known=known)

    return judgement() if len(raw) <= THREAD_ABOVE_BYTES else await asyncio.to_thread(judgement)


def _record(judged: Judgement) -> Record:
    found, decision = judged.found, judged.decision
    if found is None:
        return Record(reasons=decision.reasons, urgent=True)
    return Record(
        intents=tuple(name for name, _ in found.intents),
        risk=found.risk_word,
        signs=found.signs,
        unread=found.unread,
        language=found.language,
        rules=tuple(sorted({e.rule for e in found.evidence})),
        reasons=decision.reasons,
        urgent=is_urgent(found),
    )


async def _prepare(job: Job, number: int, action: Action, edges: Edges) -> Send:
    key = f"{job.id}/{number}"
    match action:
        case Deliver():
            return _sending(edges.mailbox, await _delivery(job, action, key, edges))
        case Reply():
            return _sending(edges.relay, await reply_to(job, action, key, edges))
        case Report():
            return _sending(edges.relay, await report_to(job, action, key, edges))
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
    mail = await read_again(job)

    def planned() -> sealing.SealPlan:
        return sealing.plan(raw, mail, scheme=sealer.scheme, what=what, hide_names=hide)

    plan = planned() if len(raw) <= THREAD_ABOVE_BYTES else await asyncio.to_thread(planned)
    ciphertexts = await asyncio.gather(*(sealer.seal(piece) for piece in plan.pieces))
    return sealing.apply(plan, ciphertexts, boundary_token=secrets.token_hex(12))
