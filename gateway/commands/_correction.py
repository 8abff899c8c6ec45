"""Drafts that correct a wrong number: the therapist looks at each and sends it herself."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from zoneinfo import ZoneInfo

import click

from gateway.commands._edition import ENGLISH, Row, Spelling, printed
from gateway.commands._store import Beside
from gateway.core.addresses import key_of
from gateway.core.client import Client
from gateway.core.crisis import lines_for, standings
from gateway.core.facts import name_of
from gateway.core.hotline import Line
from gateway.core.locale import locale_of, primary
from gateway.core.policy import Policy
from gateway.core.record import ReplyTrace
from gateway.resources import read_lines
from gateway.store.replies import SentReply

COLUMNS = 72
# Reasons why a good line is not among those that are shown.
ROOM_ONLY = frozenset({"", "language", "same", "no_room"})
RULE = "\n* * *\n\n"


@dataclass(frozen=True, slots=True)
class Words:
    """One language. {day}: of the automatic message; the numbers stand below, each in a line."""

    subject: str
    wrong: str
    right: str
    others: str
    none: str
    spelling: Spelling


WORDS = {
    "en": Words(
        "A correction",
        "An automatic message that you had from this address on {day} gave a number that is"
        " not right:",
        "Please do not use it. The right one is:",
        "Please do not use it. These are right:",
        "Please do not use it. In an emergency, call the emergency number of the place where"
        " you are.",
        ENGLISH,
    ),
    "fr": Words(
        "Une correction",
        "Un message automatique, envoyé de cette adresse le {day}, donnait un numéro"
        " inexact\u00a0:",
        "Merci de ne pas l’utiliser. Le bon numéro est\u00a0:",
        "Merci de ne pas l’utiliser. Voici les bons numéros\u00a0:",
        "Merci de ne pas l’utiliser. En cas d’urgence, appelez le numéro d’urgence de l’endroit"
        " où vous êtes.",
        Spelling("{0}, puis appuyez sur {1}", "par texto au {0}", "par texto, {1} au {0}"),
    ),
    "es": Words(
        "Una corrección",
        "Un mensaje automático, enviado desde esta dirección el {day}, daba un número que no es"
        " correcto:",
        "Por favor, no lo use. El correcto es:",
        "Por favor, no lo use. Estos son correctos:",
        "Por favor, no lo use. En una emergencia, llame al número de emergencias del lugar donde"
        " se encuentre.",
        Spelling("{0}, luego marque {1}", "por texto al {0}", "por texto, {1} al {0}"),
    ),
}


@dataclass(frozen=True, slots=True)
class Right:
    """The line in force. replaced: it is gone, and these are others."""

    lines: tuple[Line, ...]
    replaced: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What one person must be told.

    wrong     the line's rows as they were printed; on: the day of the newest such message
    discreet  who else reads it learns nothing of therapy: no names
    """

    address: str = field(repr=False)
    languages: tuple[str, ...]
    place: str
    on: date
    wrong: tuple[Row, ...]
    right: Right
    discreet: bool


def corrections(
    store: Beside, line: str, printed_then: Iterable[tuple[SentReply, Row | None]]
) -> Iterator[tuple[str, Correction]]:
    """(name of the draft, what to say) for each person whose number was another one.

    printed_then  each reply that showed the line, and its row as it was; None: not known
    """
    policy = store.config.policy
    today = datetime.now(ZoneInfo(policy.practice.timezone)).date()
    wrong: dict[str, list[tuple[SentReply, Row | None, Right]]] = {}
    for reply, row in printed_then:
        right = right_numbers(read_lines(), policy, line, reply.trace, today)
        if printed(row) not in {printed(asdict(x)) for x in right.lines}:
            wrong.setdefault(key_of(reply.address), []).append((reply, row, right))
    for found in wrong.values():
        reply, _, right = found[-1]
        rows = {printed(row): row for _, row, _ in found if row is not None}
        correction = _correction(store, reply, right, tuple(rows.values()))
        if correction is not None:
            yield reply.message, correction


def _correction(
    store: Beside, reply: SentReply, right: Right, wrong: tuple[Row, ...]
) -> Correction | None:
    """What to say to one person, None when she must not or cannot be written to.

    reply  the newest one that was wrong; wrong: the rows of all
    """
    policy, trace = store.config.policy, reply.trace
    client = store.clients.get(reply.address)
    barred = "" if wrong else "the number that it gave is not known"
    if client and client.reply == "none":
        barred = "she is never written to"
    if barred:
        click.echo(f"no draft for {reply.address}: {barred}", err=True)
        return None
    return Correction(
        address=reply.address,
        languages=trace.languages,
        place=trace.place or policy.practice.place,
        on=date.fromisoformat(trace.received[:10]),
        wrong=wrong,
        right=right,
        discreet=is_discreet(policy, client, trace),
    )


def right_numbers(
    all_lines: Sequence[Line], policy: Policy, line: str, trace: ReplyTrace, today: date
) -> Right:
    """What to use today in the place of this line, where that client lives."""
    language, audience = trace.languages[0], trace.audience
    where = {"place": trace.place, "language": language, "audience": audience, "today": today}
    judged = standings(all_lines, policy, **where)  # type: ignore[arg-type]
    same = [x.line for x in judged if x.line.id == line and x.why in ROOM_ONLY]
    shown = same or lines_for(all_lines, policy, **where)  # type: ignore[arg-type]
    return Right(tuple(shown), replaced=not same)


def is_discreet(policy: Policy, client: Client | None, trace: ReplyTrace) -> bool:
    """One mark of it is enough: what was agreed, what the policy says, how the reply was."""
    agreed = client.reply if client else None
    if agreed == "full":
        return False
    wanted = agreed or policy.privacy.reply_default
    return wanted == "discreet" or trace.form == "discreet"


def draft(policy: Policy, correction: Correction) -> bytes:
    """The mail, marked as not yet sent (X-Unsent), for a mail program to open."""
    name = policy.reply.display_name
    if correction.discreet:
        name = policy.privacy.discreet_name or name
    known = [tag for tag in correction.languages if primary(tag) in WORDS] or ["en"]
    mail = EmailMessage(policy=SMTP if correction.address.isascii() else SMTPUTF8)
    mail["X-Unsent"] = "1"
    mail["From"] = Address(display_name=name, addr_spec=policy.practice.address)
    mail["To"] = correction.address
    mail["Subject"] = WORDS[primary(known[0])].subject
    text = RULE.join("\n".join(_lines(correction, tag)) + "\n" for tag in known)
    mail.set_content(f"{text}\n{name}\n")
    return mail.as_bytes()


def _lines(correction: Correction, tag: str) -> Iterator[str]:
    words, locale = WORDS[primary(tag)], locale_of(tag, correction.place)
    yield from _wrapped(words.wrong.format(day=locale.day(correction.on)))
    yield from ("", *(f"    {printed(row, words.spelling)}" for row in correction.wrong), "")
    right = correction.right
    if not right.lines:
        yield from _wrapped(words.none)
        return
    yield from _wrapped(words.others if right.replaced else words.right)
    yield ""
    for line in right.lines:
        number = printed(asdict(line), words.spelling)
        yield from ([] if correction.discreet else [f"    {name_of(line, locale)}"])
        yield f"    {number}"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, COLUMNS, break_long_words=False, break_on_hyphens=False)
