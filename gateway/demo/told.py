"""From what the gateway did with one mail to its story, checked against what the demo promises."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from email.utils import parseaddr

from gateway.core.decision import Reply
from gateway.core.judge import Judgement
from gateway.core.locale import primary
from gateway.core.parse import parse
from gateway.core.record import Record, Seen
from gateway.core.speak import DISCREET
from gateway.core.splice import leaf_body
from gateway.demo.marking import flowing, passages
from gateway.demo.relay import Sent
from gateway.demo.samples import bytes_of, read
from gateway.demo.story import LANGUAGES, Filed, Proof, Story, weightiest

Attached = Sequence[tuple[str, bytes]]
PLAIN = "en"  # the language that the demo itself speaks


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """All that is known of one mail once it is settled.

    name       of its files
    sender     envelope sender of the client
    raw        the mail as the client wrote it; that of a user's own as it was delivered
    attached   what the client attached by name; None when it is not known
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
    mail, found = parse(it.raw), it.judged.found
    author, address = parseaddr(mail.header("from") or "")
    record = it.seen.record if it.seen else Record()
    proof, because = _proof(it), weightiest(found)
    return Story(
        name=it.name,
        author=author or address or it.sender,
        address=address,
        subject=mail.header("subject") or "",
        passages=passages(it.judged.mail.segments if it.judged.mail else (), because),
        attachments=tuple(name for name, _ in it.attached or ()),
        intents=record.intents or ("other",),
        risk=record.risk,
        because=because,
        delivered=tuple(_filed(f"inbox/{it.name}.eml", raw) for raw in it.delivered),
        alerts=tuple(_ours(f"inbox/{it.name}-alert.eml", raw) for raw in it.alerts),
        proof=proof,
        answer=_ours(f"replies/{it.name}.eml", it.answers[0].raw) if it.answers else None,
        template=_template(it.seen),
        manner=tuple(_manner(it)) if it.answers else (),
        no_answer="" if it.answers else _no_answer(it.seen),
        wrong=tuple(_wrong(it, proof)),
    )


def _filed(file: str, raw: bytes) -> Filed:
    mail = parse(raw)
    author, address = parseaddr(mail.header("from") or "")
    return Filed(
        file=file,
        author=author or address,
        address=address,
        to=mail.header("to") or "",
        subject=mail.header("subject") or "",
    )


def _ours(file: str, raw: bytes) -> Filed:
    """With its text, as any mail program would show what the gateway wrote."""
    body = read(raw).get_body(("plain",))
    return replace(_filed(file, raw), text=flowing(body.get_content()) if body else "")


def _proof(it: Happened) -> Proof | None:
    names_now = (leaf.name for raw in it.delivered for leaf in parse(raw).leaves)
    files = tuple(name for name in names_now if name.endswith((".pgp", ".asc", ".p7m")))
    if not files and not it.attached:
        return None
    if it.attached is None:
        identical = None if it.opened else False
    else:
        identical = it.opened is not None and _is_what_was_attached(it, it.opened)
    names = tuple(name for name, _ in it.opened or it.attached or ())
    return Proof(names=names, files=files, identical=identical)


def _is_what_was_attached(it: Happened, opened: Attached) -> bool:
    """The client's attachments under their names, and nothing but parts of her mail."""
    leaves = it.judged.mail.attachments if it.judged.mail else ()
    parts = [leaf_body(it.raw, leaf) for leaf in leaves]
    files = sorted(content for _, content in opened)
    return files == sorted(parts) and all(one in opened for one in it.attached or ())


def _template(seen: Seen | None) -> str:
    reasons = seen.record.reasons if seen else ()
    said = (r.text.removeprefix("template ") for r in reasons if r.code == "reply")
    return next(said, "other")


def _manner(it: Happened) -> Iterator[str]:
    """As it was chosen: the demo judges with the same agreement as the gateway."""
    chosen = it.judged.answer
    if isinstance(chosen, Reply):
        for language in map(primary, chosen.languages):
            if language != PLAIN:
                yield f"in {LANGUAGES.get(language, language)}"
        if chosen.form == DISCREET:
            yield DISCREET


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
    return any(content in bytes_of(part) for part in read(delivered).walk())
