"""gateway explain: what would happen to a message, and why; nothing is sent."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from gateway.commands._policy import config_of, config_option, json_option
from gateway.core.client import UNKNOWN, Known
from gateway.core.decision import Reply, describe
from gateway.core.mail import Envelope, ParsedMail
from gateway.core.policy import Policy

if TYPE_CHECKING:
    from gateway.core.assessment import Evidence
    from gateway.core.document import DocumentText
    from gateway.core.judge import Judgement


@click.command()
@click.argument("file", type=click.File("rb"))
@click.option("--sender", help="The reverse-path.  [default: from Return-Path, else From]")
@click.option("--to", help="The recipient.  [default: the address of the practice]")
@json_option
@config_option
def command(
    file: IO[bytes], sender: str | None, to: str | None, as_json: bool, policy: str | None
) -> None:
    """Say what would happen to the message in FILE (.eml, or - for stdin), and why.

    It is read as if it came in now, and what was agreed with its sender counts. Windows and
    caps of replies are not looked at.
    """
    from gateway.core.line_ends import normalised
    from gateway.core.parse import parse

    rules = config_of(policy).policy
    raw = normalised(file.read())
    env = _envelope(parse(raw), sender, to, rules)
    judged = _judged(env, raw, rules, _agreed_with(env.sender, policy))
    if as_json:
        click.echo(json.dumps(_plain(judged), ensure_ascii=False, indent=2))
    else:
        _show(Path(file.name).name, judged)


def _agreed_with(sender: str, policy: str | None) -> Known:
    """What was agreed with this sender; nothing where nothing was ever kept."""
    from gateway.commands._store import beside
    from gateway.errors import NeedsHuman

    if not (config_of(policy).state / "gateway.db").is_file():
        return UNKNOWN
    try:
        with beside(policy) as store:
            return Known(client=store.clients.get(sender))
    except NeedsHuman as error:
        click.echo(f"note: agreements with clients are not looked at: {error.public}", err=True)
        return UNKNOWN


def _judged(env: Envelope, raw: bytes, policy: Policy, known: Known) -> "Judgement":
    """As the running gateway judges it, its documents read too."""
    from gateway.core.judge import judge, unread_documents
    from gateway.plugins import detectors

    judged = judge(env, raw, policy, detectors, _is_ours, known=known)
    mail = unread_documents(judged)
    if mail is None:
        return judged
    import asyncio

    from gateway.core.document import with_documents
    from gateway.documents.reader import DocumentReader

    async def texts() -> tuple["DocumentText", ...]:
        return await DocumentReader().read(raw, mail)

    whole = with_documents(mail, asyncio.run(texts()))
    return judge(env, raw, policy, detectors, _is_ours, read=whole, known=known)


def _is_ours(message_id: str) -> bool:
    """No mail is known to be our own here: the key that tells is the running gateway's."""
    return False


def _envelope(mail: ParsedMail, sender: str | None, to: str | None, policy: Policy) -> Envelope:
    from gateway.core.addresses import addresses_in

    if sender is None:
        path = mail.header("return-path")
        named = addresses_in(path if path is not None else mail.header("from") or "")
        sender = named[0] if named else ""
    return Envelope(
        sender=sender,
        recipients=(to or policy.practice.address,),
        received_at=datetime.now(UTC),
    )


def _plain(judged: "Judgement") -> dict[str, object]:
    found = judged.found
    return {
        "reasons": [name for name, _ in found.intents] if found else [],
        "scores": {name: round(score, 3) for name, score in found.intents} if found else {},
        "risk": found.risk_word if found else "unknown",
        "signs": list(found.signs) if found else [],
        "unread": list(found.unread) if found else [],
        "evidence": [
            {
                "rule": e.rule,
                "where": e.where,
                "place": e.place,
                "risk": e.risk.word,
                "excerpt": e.excerpt,
            }
            for e in (found.evidence if found else ())
        ],
        "reply": _plain_reply(judged.answer) if isinstance(judged.answer, Reply) else None,
        "actions": [describe(action) for action in judged.decision.actions],
        "because": [[b.code, b.text] for b in judged.decision.reasons],
    }


def _plain_reply(reply: Reply) -> dict[str, object]:
    return {
        "template": reply.template,
        "languages": list(reply.languages),
        "form": reply.form,
        "also": list(reply.also),
        "place": reply.place,
        "audience": list(reply.audience),
    }


def _show(name: str, judged: "Judgement") -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    before = ""
    for label, words in _rows(judged):
        table.add_row("" if label == before else label, escape(words))
        before = label
    console = Console()
    console.print(f"[bold]{escape(name)}[/]")
    console.print(table)


def _rows(judged: "Judgement") -> Iterator[tuple[str, str]]:
    found = judged.found
    if found is not None:
        yield "looks like", ", ".join(f"{name} {score:.2f}" for name, score in found.intents)
        yield "risk", found.risk_word
        if found.signs:
            yield "sensitive", ", ".join(found.signs)
        if found.unread:
            yield "not read", ", ".join(found.unread)
        for e in found.evidence:
            yield (
                "because of",
                f"{e.rule} ({_where(e, judged.mail)}): {e.excerpt}".removesuffix(": "),
            )
    for action in judged.decision.actions:
        yield "would", describe(action)
    if isinstance(judged.answer, Reply):
        yield "reply", ", ".join(_manner(judged.answer))
    for because in judged.decision.reasons:
        yield "why", f"{because.code}: {because.text}"


def _manner(reply: Reply) -> Iterator[str]:
    """How the reply is made, where the template alone does not tell."""
    yield from (f"in {tag}" for tag in reply.languages)
    yield reply.form
    yield from (f"also {name}" for name in reply.also)
    if reply.place or reply.audience:
        yield f"lines for {' '.join(filter(None, (reply.place, *reply.audience)))}"


def _where(evidence: "Evidence", mail: ParsedMail | None) -> str:
    """The place of the evidence; an attachment by its number, and by its name if it has one."""
    files = mail.attachments if mail else ()
    if not 1 <= evidence.place <= len(files):
        return evidence.where
    name = files[evidence.place - 1].name
    return f"{evidence.where} {evidence.place}" + (f", {name}" if name else "")
