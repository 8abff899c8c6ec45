"""Replies before they are live: each one that a policy can give, for a message that is imagined.

The choice and the words are made by the functions that the daemon calls; only the address, the
Message-ID and the boundary are samples.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from hashlib import sha256

from gateway.core.addresses import domain_of
from gateway.core.answer import GENERAL, RISKY, UNDELIVERED, answer_for
from gateway.core.assessment import Assessment, Risk
from gateway.core.claims import CRISIS
from gateway.core.client import UNKNOWN, Client, Known
from gateway.core.compose import reply_mail, report_mail
from gateway.core.danger import DANGER
from gateway.core.decision import Reply
from gateway.core.hours import absence_at
from gateway.core.locale import primary
from gateway.core.mail import Field, ParsedMail
from gateway.core.policy import Policy
from gateway.core.practice import Away
from gateway.core.proof import TEMPLATES, beside
from gateway.core.speak import DISCREET, Speaker, Spoken, template_of

TO = "client@example.org"
THEIR_MAIL = ParsedMail(
    fields=(Field(name="message-id", value="<message@example.org>", start=0, end=0),),
    body_start=0,
)
OUR_ID = f"<g.{'0' * 16}.{'0' * 24}@{{}}>"
BOUNDARY = "0" * 24
CAUSE = "expired"
HOSTNAME = "gateway.invalid"

OTHER_LANGUAGES = "other-languages"
HASH_DIGITS = 16
SHOWN = ("From", "To", "Subject", "Date")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """An imagined message: what was understood of it, and what is known of its sender.

    reason    one of INTENTS, or "undelivered": it could not be put into the mailbox
    also      other reasons, weaker
    language  as it was detected, ISO 639-1; "" when that is not sure
    """

    reason: str
    risk: Risk = Risk.NONE
    also: tuple[str, ...] = ()
    language: str = ""
    known: Known = UNKNOWN

    @property
    def found(self) -> Assessment | None:
        if self.reason == UNDELIVERED:
            return None
        names = (self.reason, *self.also)
        intents = tuple((name, 1 / place) for place, name in enumerate(names, start=1))
        return Assessment(intents=intents, risk=self.risk, language=self.language)


def answer(sample: Sample, policy: Policy) -> Reply:
    """The reply that suits it.

    Nobody looks at the words of what could not be delivered: only an agreement tells the
    language, so one stands for the language of such a sample.
    """
    if sample.reason != UNDELIVERED:
        return answer_for(sample.found, sample.known, policy)
    client = sample.known.client or Client()
    agreed = replace(client, language=client.language or sample.language)
    known = replace(sample.known, client=agreed)
    return answer_for(None, known, policy, template=UNDELIVERED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One reply as it would be sent.

    raw        the whole mail
    html       its HTML form, also where the policy sends text alone
    lines      ids of its crisis lines
    templates  of each language, as they were found: "fr/booking", "fr-CA/booking"
    """

    reply: Reply
    spoken: Spoken
    raw: bytes
    lines: tuple[str, ...]
    templates: tuple[str, ...]

    @property
    def head(self) -> tuple[tuple[str, str], ...]:
        """What a mail program shows above the words, read from the mail: "From", "To", ..."""
        from gateway.core.parse import parse  # 15 ms, and the bytes alone need it not

        mail = parse(self.raw)
        return tuple((name, mail.header(name.lower()) or "") for name in SHOWN)

    @property
    def html(self) -> str:
        return self.spoken.html

    @property
    def text_hash(self) -> str:
        """64 bits of SHA-256 of subject and text, 16 hex digits: for a person to compare."""
        said = f"{self.spoken.subject}\n\n{self.spoken.text}"
        return sha256(said.encode()).hexdigest()[:HASH_DIGITS]


def shown(speaker: Speaker, reply: Reply, received: datetime) -> Shown:
    """This reply as a mail to a sample address, sent at the moment of receipt.

    received  in the zone of the practice
    Errors: TemplateProblem.
    """
    policy = speaker.policy
    with_html = replace(policy, reply=replace(policy.reply, html=True))
    spoken = replace(speaker, policy=with_html).speak(reply, received)
    compose = _report if reply.template == UNDELIVERED else _reply
    tags = reply.languages or policy.practice.languages[:1]
    return Shown(
        reply=reply,
        spoken=spoken,
        raw=compose(policy, spoken, received),
        lines=speaker.line_ids(reply, received),
        templates=tuple(_source(speaker, tag, template_of(reply)) for tag in tags),
    )


def _source(speaker: Speaker, tag: str, name: str) -> str:
    own = f"{tag}/{name}"
    return own if own in speaker.templates.sources else f"{primary(tag)}/{name}"


def _reply(policy: Policy, spoken: Spoken, at: datetime) -> bytes:
    return reply_mail(
        to=TO,
        mail=THEIR_MAIL,
        policy=policy,
        subject=spoken.subject,
        name=spoken.name,
        body=spoken.text,
        html=spoken.html if policy.reply.html else "",
        languages=spoken.languages,
        date=at,
        message_id=_message_id(policy),
        boundary=BOUNDARY,
    )


def _report(policy: Policy, spoken: Spoken, at: datetime) -> bytes:
    return report_mail(
        to=TO,
        policy=policy,
        hostname=policy.inlet[0].hostname or HOSTNAME,
        cause=CAUSE,
        recipient=policy.practice.address,
        subject=spoken.subject,
        name=spoken.name,
        body=spoken.text,
        languages=spoken.languages,
        arrival=at,
        date=at,
        message_id=_message_id(policy),
        boundary=BOUNDARY,
        original_message_id=THEIR_MAIL.header("message-id"),
    )


def _message_id(policy: Policy) -> str:
    return OUR_ID.format(domain_of(policy.practice.address) or HOSTNAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form in which a page shows its reply.

    key       stable, for links: "normal", "away-2026-08-03"
    received  when the imagined message came
    """

    key: str
    title: str
    received: datetime
    sample: Sample


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The replies of one reason in one language, or in two below each other.

    languages  () is each one that there is no reply in
    row        one of TEMPLATES, or OTHER_LANGUAGES
    """

    languages: tuple[str, ...]
    row: str
    forms: tuple[Form, ...]

    @property
    def folder(self) -> str:
        return "+".join(self.languages)

    @property
    def path(self) -> str:
        """ "en/booking.html", "fr+en/urgent.html"."""
        return f"{self.folder}/{self.row}.html" if self.folder else f"{self.row}.html"


def pages_of(policy: Policy, at: datetime) -> tuple[Page, ...]:
    """Every page, one language after the other; absences that are over on that day have none."""
    offered = {primary(tag): tag for tag in reversed(policy.practice.languages)}
    alone = [tag for tag in policy.practice.languages if offered[primary(tag)] == tag]
    unsure = policy.practice.unsure if len(policy.practice.unsure) > 1 else ()
    groups = [((tag,), primary(tag)) for tag in alone] + ([(unsure, "")] if unsure else [])
    pages = [
        Page(languages=tags, row=row, forms=tuple(_forms(row, detected, policy, at)))
        for tags, detected in groups
        for row in TEMPLATES
    ]
    abroad = tuple(
        Form(
            key=code,
            title=f"Written in {code}",
            received=_ordinary(at, policy.away),
            sample=Sample(reason=GENERAL, language=code),
        )
        for code in DANGER
        if code not in offered
    )
    return (*pages, Page(languages=(), row=OTHER_LANGUAGES, forms=abroad))


def _forms(row: str, language: str, policy: Policy, at: datetime) -> Iterator[Form]:
    usual = _sample(row, language)
    hidden = replace(usual, known=Known(client=Client(reply="discreet")))
    ordinary = _ordinary(at, policy.away)
    away = [one for one in policy.away if one.last >= at.date()]
    yield Form(key="normal", title="Normal", received=ordinary, sample=usual)
    for one in away:
        yield _away(one, at, usual, "away", "Away")
    yield Form(key=DISCREET, title="Discreet", received=ordinary, sample=hidden)
    for one in away:
        yield _away(one, at, hidden, "discreet-away", "Discreet, away")
    if row == UNDELIVERED:
        return
    short = replace(usual, known=Known(replied=True))
    yield Form(key="short", title="Short: a later one", received=ordinary, sample=short)
    second = beside(row)
    yield Form(
        key="two",
        title=f"With {second.replace('_', ' ')} beside it",
        received=ordinary,
        sample=replace(usual, also=(second,)),
    )


def _away(away: Away, at: datetime, sample: Sample, key: str, title: str) -> Form:
    first = max(away.first, at.date())
    return Form(
        key=f"{key}-{away.first}",
        title=f"{title} from {away.first}",
        received=_on(first, at),
        sample=sample,
    )


def _sample(row: str, language: str) -> Sample:
    if row in RISKY:
        return Sample(reason=CRISIS, risk=Risk[row.upper()], language=language)
    return Sample(reason=row, language=language)


def _ordinary(at: datetime, aways: tuple[Away, ...]) -> datetime:
    """This moment, or the same time of the first day on which she is not away."""
    while away := absence_at(at, aways):
        at = _on(away.last + timedelta(days=1), at)
    return at


def _on(day: date, at: datetime) -> datetime:
    return datetime.combine(day, at.time(), at.tzinfo)
