"""From what the gateway did with one mail to its story, checked against what the demo promises."""

import email
import email.policy
from collections.abc import Sequence
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import parseaddr

from gateway.core.judge import Judgement
from gateway.core.record import Seen
from gateway.demo.marking import flowing, passages
from gateway.demo.relay import Sent
from gateway.demo.story import Filed, Proof, Story, weightiest

Attached = Sequence[tuple[str, bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """All that is known of one mail once it is settled.

    name       of its files
    sender     envelope sender of the client
    raw        the mail as the client wrote it; that of a user's own as it was delivered
    attached   what must have been sealed; None when it is not known
    silence    no reply may go to it; None when both is right
    seen       None when the door did not take it, and `refusal` says why
    delivered, alerts  as they lie in the mailbox
    answers    all that the relay was handed for it
    opened     what the demo key opened in it, None when it could not
    """

    name: str
    sender: str
    raw: bytes = field(repr=False)
    attached: Attached | None
    silence: bool | None
    judged: Judgement
    seen: Seen | None
    refusal: str = ""
    delivered: tuple[bytes, ...] = field(default=(), repr=False)
    alerts: tuple[bytes, ...] = field(default=(), repr=False)
    answers: tuple[Sent, ...] = ()
    opened: Attached | None = field(default=None, repr=False)


def story_of(it: Happened) -> Story:
    mail, found = read(it.raw), it.judged.found
    author, address = parseaddr(str(mail["from"] or ""))
    proof = _proof(it)
    return Story(
        name=it.name,
        author=author or address or it.sender,
        address=address,
        subject=str(mail["subject"] or ""),
        passages=passages(
            it.judged.mail.segments if it.judged.mail else (), found.evidence if found else ()
        ),
        attachments=tuple(name for name, _ in it.attached or ()),
        intents=tuple(name for name, _ in found.intents) if found else ("other",),
        risk=found.risk_word if found else "unknown",
        because=weightiest(found),
        delivered=tuple(_filed(f"inbox/{it.name}.eml", raw) for raw in it.delivered),
        alerts=tuple(_filed(f"inbox/{it.name}-alert.eml", raw) for raw in it.alerts),
        proof=proof,
        answer=_filed(f"replies/{it.name}.eml", it.answers[0].raw) if it.answers else None,
        template=_template(it.seen),
        no_answer="" if it.answers else _no_answer(it.seen),
        wrong=tuple(_wrong(it, proof)),
    )


def read(raw: bytes) -> EmailMessage:
    return email.message_from_bytes(raw, policy=email.policy.default)


def _filed(file: str, raw: bytes) -> Filed:
    mail = read(raw)
    body = mail.get_body(("plain",))
    return Filed(
        file=file,
        author=str(mail["from"] or ""),
        to=str(mail["to"] or ""),
        subject=str(mail["subject"] or ""),
        text=flowing(body.get_content()) if body else "",
    )


def _proof(it: Happened) -> Proof | None:
    files = tuple(
        name
        for raw in it.delivered
        for part in read(raw).walk()
        if (name := part.get_filename() or "").endswith((".pgp", ".asc", ".p7m"))
    )
    if not files and not it.attached:
        return None
    if it.attached is None:
        names = tuple(name for name, _ in it.opened or ())
        return Proof(names=names, files=files, identical=None if it.opened else False)
    identical = it.opened is not None and sorted(it.opened) == sorted(it.attached)
    names = tuple(name for name, _ in it.attached)
    return Proof(names=names, files=files, identical=identical)


def _template(seen: Seen | None) -> str:
    reasons = seen.record.reasons if seen else ()
    said = (r.text.removeprefix("template ") for r in reasons if r.code == "reply")
    return next(said, "other")


def _no_answer(seen: Seen | None) -> str:
    """Why there is no reply: the last reason of each decision is the one about the reply."""
    if seen is None or not seen.record.reasons:
        return "it was not taken"
    return seen.record.reasons[-1].text


def _wrong(it: Happened, proof: Proof | None) -> list[str]:
    if it.seen is None:
        return [it.refusal]
    wrong = [f"{a.kind}: {a.error}" for a in it.seen.actions if a.error]
    if len(it.delivered) != 1:
        wrong.append(f"delivered {len(it.delivered)} times")
    if proof and proof.identical is False:
        wrong.append("what was sealed does not open to what the client attached")
    if any(_in_clear(content, raw) for _, content in it.attached or () for raw in it.delivered):
        wrong.append("an attachment was delivered in clear")
    if it.silence is True and it.answers:
        wrong.append("a machine was answered")
    if it.silence is False and len(it.answers) != 1:
        wrong.append(f"answered {len(it.answers)} times")
    if any(sent.sender or sent.recipients != (it.sender,) for sent in it.answers):
        wrong.append("a reply went to somebody else, or could be answered by a machine")
    return wrong


def _in_clear(content: bytes, delivered: bytes) -> bool:
    parts = (part.get_payload(decode=True) for part in read(delivered).walk())
    return any(isinstance(part, bytes) and content in part for part in parts)
