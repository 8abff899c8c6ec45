"""What a new policy would have said to mail that came before: chosen anew, and compared.

Only what was remembered counts: classes of the message, the reply that was made, and the
agreement with its sender. Limits by what went out before (claims.py) are not looked at.
"""

from dataclasses import dataclass, field
from datetime import datetime
from difflib import unified_diff
from typing import Literal

from gateway.core.addresses import key_of
from gateway.core.answer import READ_BY_OTHERS, answer_for
from gateway.core.assessment import Assessment, Risk
from gateway.core.client import Client, Known
from gateway.core.decision import Because, Reply
from gateway.core.locale import primary
from gateway.core.policy import Policy
from gateway.core.record import Record, ReplyTrace
from gateway.core.reply import why_not_this
from gateway.core.speak import DISCREET, Spoken

Verdict = Literal["same", "other", "gone", "new", "none", "open"]
# In the order in which they are counted for people.
VERDICTS: dict[Verdict, str] = {
    "same": "same words",
    "other": "other words",
    "gone": "no reply any more",
    "new": "a reply where there was none",
    "none": "no reply, as before",
    "open": "cannot be told",
}
# Why no reply went out, where another policy, or another agreement, could answer.
SILENT = ("off", "uncertain", "never", "client-none", "client-reason")
RISKS = {risk.word: risk for risk in Risk}
# From the most to the fewest answers.
UNCERTAIN = ("answer", "known", "silent")
LIMITS = (
    "window_days", "crisis_window_h", "crisis_per_day", "per_hour", "per_day",
    "per_domain_per_hour", "max_age_h",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """One message as it is remembered.

    received  in the zone that the practice had then
    address   of its sender, "" when it is not kept
    found     None: it could not be judged
    reply     the one that was chosen; None: there was none
    why       why nothing was sent; None: it was
    """

    message: str
    received: datetime
    address: str = field(default="", repr=False)
    reasons: tuple[str, ...]
    risk: str
    found: Assessment | None
    reply: Reply | None = None
    why: Because | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one policy says to a message.

    why    why nothing is sent; None: the reply is
    open   why that cannot be told, "" when it can
    words  name, subject and text; None when there is no reply, or it cannot be made
    """

    reply: Reply | None = None
    why: Because | None = None
    open: str = ""
    words: str | None = field(default=None, repr=False)
    lines: tuple[str, ...] = ()

    @property
    def is_sent(self) -> bool:
        return self.reply is not None and self.why is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One message under two policies. diff: unified, of words that are ours alone."""

    past: Past
    then: Side
    now: Side
    verdict: Verdict
    diff: tuple[str, ...] = ()

    @property
    def added(self) -> int:
        return sum(row.startswith("+") for row in self.diff[2:])

    @property
    def removed(self) -> int:
        return sum(row.startswith("-") for row in self.diff[2:])

    @property
    def told(self) -> str:
        """ "other words (+2 -1 lines)", "no reply: off"."""
        counts = f"+{self.added} -{self.removed} lines"
        match self.verdict:
            case "open":
                return self.now.open or self.then.open
            case "gone" | "none":
                return f"no reply: {self.now.why.code if self.now.why else ''}"
            case "other":
                return f"{VERDICTS['other']} ({counts})"
            case "new" if self.diff:
                return f"a reply ({counts} beside the recorded one)"
            case "new":
                return "a reply"
            case _:
                return VERDICTS["same"]


def replied(
    trace: ReplyTrace, message: str, address: str, found: Assessment | None, *, is_shadow: bool
) -> Past:
    """A message with a reply, as its trace tells of it."""
    return Past(
        message=message,
        received=datetime.fromisoformat(trace.received),
        address=address,
        reasons=tuple(name for name, _ in found.intents) if found else (),
        risk=found.risk_word if found else "unknown",
        found=found,
        reply=reply_of(trace),
        why=Because("shadow", "only recorded, not sent") if is_shadow else None,
    )


def unanswered(message: str, received: datetime, record: Record) -> Past | None:
    """A message without a reply; None when no policy would have answered it."""
    why = next((because for because in record.reasons if because.code in SILENT), None)
    if why is None:
        return None
    found = assessment_of(record.intents, record.risk, record.language, record.signs)
    return Past(
        message=message,
        received=received,
        reasons=record.intents,
        risk=record.risk,
        found=found,
        why=why,
    )


def reply_of(trace: ReplyTrace) -> Reply:
    return Reply(
        template=trace.template,
        handle=trace.template,
        languages=trace.languages,
        form="discreet" if trace.form == DISCREET else "full",
        also=trace.also,
        short=trace.short,
        place=trace.place,
        audience=trace.audience,  # type: ignore[arg-type]  # it was written from a Reply
        foreign=trace.foreign,
    )


def assessment_of(
    reasons: tuple[str, ...], risk: str, language: str, signs: tuple[str, ...]
) -> Assessment | None:
    """What was understood, from what stayed known of it; None: nothing was."""
    if not reasons:
        return None
    intents = tuple((name, 1 / place) for place, name in enumerate(reasons, start=1))
    unread = () if risk in RISKS else ("not kept",)
    grade = RISKS.get(risk, Risk.NONE)
    return Assessment(intents=intents, risk=grade, signs=signs, language=language, unread=unread)


def language_of(trace: ReplyTrace) -> str:
    """The language that was detected, as far as the reply tells; "" when it was not sure."""
    if trace.foreign or len(trace.languages) != 1:
        return trace.foreign
    return primary(trace.languages[0])


def signs_of(trace: ReplyTrace, client: Client | None, then: Policy) -> tuple[str, ...]:
    """Why the reply was discreet, where neither the policy nor the agreement asks for it.

    Some sensitive sign; which one is forgotten with the record, and does not matter.
    """
    asked = then.privacy.reply_default == DISCREET or (client and client.reply == DISCREET)
    return () if asked or trace.form != DISCREET else (min(READ_BY_OTHERS),)


def chosen(past: Past, client: Client | None, then: Policy, now: Policy) -> Side:
    """What the new policy would do with this message; its words are not made yet.

    then  the policy that is in force, for what it says of senders that are not kept
    """
    never = {key_of(address) for address in now.reply.never}
    if now.reply.mode == "off":
        return Side(why=Because("off", "the policy answers nothing"))
    if client is not None and client.reply == "none":
        return Side(why=Because("client-none", "it is not safe to answer this client by e-mail"))
    if past.address and key_of(past.address) in never:
        return Side(why=Because("never", "the policy never answers this address"))
    if past.reply is None and past.why is not None:
        silent = _still_silent(past.why, then, now)
        if silent is not None:
            return silent
    known = Known(client=client, replied=past.reply is not None and past.reply.short)
    reply = answer_for(past.found, known, now)
    return Side(reply=reply, why=why_not_this(reply, client) or _shadow(now))


def _shadow(policy: Policy) -> Because | None:
    is_shadow = policy.reply.mode == "shadow"
    return Because("shadow", "only recorded, not sent") if is_shadow else None


def _still_silent(why: Because, then: Policy, now: Policy) -> Side | None:
    """A message without a reply, whose sender is not kept; None: it would be chosen one."""
    gone = {key_of(a) for a in then.reply.never} - {key_of(a) for a in now.reply.never}
    perhaps = ""
    match why.code, now.reply.uncertain:
        case "off", _:
            perhaps = "perhaps a reply: no other ban was looked at while it was off"
        case "never", _ if gone:
            perhaps = "perhaps a reply: the sender is not kept"
        case "uncertain", "answer":
            return None
        case "uncertain", "known" if then.reply.uncertain != "known":
            perhaps = "a reply if it is from a client: the sender is not kept"
    if perhaps and now.reply.mode == "live":
        return Side(open=perhaps)
    return Side(why=(_shadow(now) if perhaps else None) or why)


def compare(past: Past, then: Side, now: Side) -> Change:
    """The verdict on one message."""
    diff = tuple(
        unified_diff(
            (then.words or "").splitlines(),
            (now.words or "").splitlines(),
            f"then {past.message}",
            f"now {past.message}",
            lineterm="",
        )
    )
    both = then.words is not None and now.words is not None
    return Change(
        past=past, then=then, now=now, verdict=_verdict(then, now), diff=diff if both else ()
    )


def _verdict(then: Side, now: Side) -> Verdict:
    if now.open or (then.open and now.is_sent):
        return "open"
    if not now.is_sent:
        return "gone" if then.is_sent else "none"
    if not then.is_sent:
        return "new"
    return "same" if then.words == now.words else "other"


def said(spoken: Spoken) -> str:
    """All that a client reads of a reply."""
    return f"From: {spoken.name}\nSubject: {spoken.subject}\n\n{spoken.text}"


def cautions(then: Policy, now: Policy) -> tuple[str, ...]:
    """What such a comparison cannot show of these two policies."""
    told = []
    limits = [key for key in LIMITS if getattr(then.reply, key) != getattr(now.reply, key)]
    if limits:
        names = ", ".join(f"reply.{key}" for key in limits)
        told.append(f"{names}: limits are not looked at, each message stands for itself")
    if UNCERTAIN.index(now.reply.uncertain) > UNCERTAIN.index(then.reply.uncertain):
        told.append("reply.uncertain: which answered mail had marks of a machine is not kept")
    return tuple(told)
