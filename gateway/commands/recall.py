"""gateway recall: who got which reply, which number, and why; drafts of corrections."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from gateway.commands._edition import UNKNOWN, Row, differences, like, lines_of, policy_sha, printed
from gateway.commands._policy import config_option, json_option
from gateway.commands._store import Beside, beside
from gateway.errors import NeedsHuman

if TYPE_CHECKING:
    from gateway.store.replies import SentReply

DIFFERENCES_AT_MOST = 12
DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.option("--line", metavar="ID", help="Who got this crisis line.")
@click.option("--message", metavar="ID", help="Why this message got its reply.")
@click.option("--edition", type=int, metavar="N", help="Who got a reply of this edition.")
@click.option("--since", type=DAY, metavar="DATE", help="Not before this day.")
@click.option("--until", type=DAY, metavar="DATE", help="Not after this day.")
@click.option(
    "--draft",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write a correction to each into this folder; nothing is sent.",
)
@json_option
@config_option
def command(
    line: str | None,
    message: str | None,
    edition: int | None,
    since: datetime | None,
    until: datetime | None,
    draft: Path | None,
    as_json: bool,
    policy: str | None,
) -> None:
    """Say who got which reply, with which numbers, and what it was made of.

    An edition is the policy with its templates and crisis lines; each has a number and a
    day. With --line and --draft a wrong number is corrected: change the data first, look
    at each draft, and send it yourself.
    """
    if sum(x is not None for x in (line, message, edition)) != 1:
        raise click.UsageError("name one of --line, --message and --edition")
    if draft and not line:
        raise click.UsageError("--draft corrects a line: name it with --line")
    with beside(policy) as store:
        span = _span(store, since, until)
        if message is not None:
            _tell_one(store, message, as_json)
        elif line is not None:
            rows = _with_line(store, line, span)
            if not rows:
                _known(store, line)
            _tell_rows(rows, as_json, f"nobody had a reply with the line {line}")
            if draft and rows:
                _write(store, line, rows, draft)
        elif edition is not None:
            store.editions.read(edition)
            rows = _of_edition(store, edition, span)
            _tell_rows(rows, as_json, f"nobody had a reply of edition {edition}")


Span = tuple[datetime, datetime]


def _span(store: Beside, since: datetime | None, until: datetime | None) -> Span:
    """Whole days of the practice."""
    zone = ZoneInfo(store.config.policy.practice.timezone)
    first = datetime.combine(since, time(), zone) if since else datetime.fromtimestamp(0, UTC)
    last = until + timedelta(days=1) if until else datetime(9999, 1, 1, tzinfo=UTC)
    return first, datetime.combine(last, time(), zone)


@dataclass(frozen=True, slots=True)
class Had:
    """One reply that somebody had.

    line   the one that was asked for, "" when none was
    shown  its row in the edition of that time, None when that is not known
    """

    reply: "SentReply"
    line: str = ""
    shown: Row | None = None

    def plain(self) -> dict[str, Any]:
        trace = self.reply.trace
        return {
            "at": trace.received,
            "address": self.reply.address,
            "message": self.reply.message,
            "template": trace.template,
            "edition": trace.edition,
            "lines": list(trace.lines),
            **({"line": self.line, "number": printed(self.shown)} if self.line else {}),
        }


def _with_line(store: Beside, line: str, span: Span) -> list[Had]:
    from gateway.store.replies import with_line

    shown: dict[int, Row | None] = {}
    rows = []
    for reply in _claimed(with_line(store.db, store.vault, line, *span)):
        edition = reply.trace.edition
        if edition not in shown:
            shown[edition] = _shown(store, edition, line)
        rows.append(Had(reply, line, shown[edition]))
    return rows


def _known(store: Beside, line: str) -> None:
    """Errors: NeedsHuman for an id that was mistyped: "nobody had it" would be no comfort."""
    from gateway.resources import read_lines

    newest = store.editions.newest()
    known = {x.id for x in read_lines()} | set(lines_of(newest.content) if newest else ())
    if line not in known:
        hint = like(line, known)
        told = f"nobody had a reply with a line {line}, and none is known"
        raise NeedsHuman(told, detail=f"{hint}see: gateway lines")


def _shown(store: Beside, edition: int, line: str) -> Row | None:
    try:
        return lines_of(store.editions.read(edition).content).get(line)
    except NeedsHuman:  # who got it is known all the same
        return None


def _of_edition(store: Beside, edition: int, span: Span) -> list[Had]:
    from gateway.store.replies import iterate

    found = iterate(store.db, store.vault, *span, edition=edition)
    return [Had(reply) for reply in _claimed(found)]


def _claimed(replies: "Iterable[SentReply]") -> "Iterator[SentReply]":
    return (reply for reply in replies if reply.state == "claimed")


def _tell_rows(rows: list[Had], as_json: bool, nobody: str) -> None:
    if as_json:
        click.echo(json.dumps([row.plain() for row in rows], indent=2))
        return
    if not rows:
        click.echo(nobody)
        return
    wide = max(len(row.reply.address) for row in rows)
    for row in rows:
        trace = row.reply.trace
        what = f"{row.line}: {printed(row.shown)}" if row.line else " ".join(trace.lines)
        click.echo(
            f"{_moment(trace.received)}  {row.reply.address:<{wide}}  {what}"
            f"  ({trace.template}, edition {trace.edition})"
        )


def _tell_one(store: Beside, message: str, as_json: bool) -> None:
    from gateway.store.replies import to_message

    reply = to_message(store.db, store.vault, message)
    if reply is None:
        raise NeedsHuman(
            f"no reply to {message} is known",
            detail=f"it got none, or it was forgotten; see: gateway queue show {message}",
        )
    plain = _plain(store, reply)
    if as_json:
        click.echo(json.dumps(plain, indent=2))
    else:
        _show(plain)


def _plain(store: Beside, reply: "SentReply") -> dict[str, Any]:
    from gateway.store.queue import look

    trace = reply.trace
    then = store.editions.read(trace.edition)
    now = store.editions.newest() or then
    seen = look(store.db, store.vault, reply.message)
    states = [a.state for a in seen.actions if a.kind == "reply"] if seen else []
    lines = lines_of(then.content)
    return {
        "message": reply.message,
        "received": trace.received,
        "zone": trace.received_zone,
        "address": reply.address,
        "sent": "never (shadow)" if reply.state == "shadow" else (states or [UNKNOWN])[0],
        "reasons": list(reply.reasons),
        "risk": reply.risk,
        "template": trace.template,
        "form": trace.form,
        "languages": list(trace.languages),
        "also": list(trace.also),
        "short": trace.short,
        "place": trace.place,
        "audience": list(trace.audience),
        "lines": {name: printed(lines.get(name)) for name in trace.lines},
        "edition": {
            "number": then.number,
            "first": then.first_at.astimezone(ZoneInfo(trace.received_zone)).isoformat(),
            "policy_sha256": policy_sha(then.content),
            "lines_version": then.content.get("lines_version", ""),
            "program": then.content.get("program", ""),
        },
        "now": now.number,
        "changed": differences(then.content, now.content),
    }


def _show(plain: dict[str, Any]) -> None:
    edition = plain["edition"]
    changed = plain["changed"]
    more = len(changed) - DIFFERENCES_AT_MOST
    rows = [
        ("message", plain["message"]),
        ("received", f"{_moment(plain['received'])} ({plain['zone']})"),
        ("from", plain["address"]),
        ("reply", plain["sent"]),
        ("looked like", f"{', '.join(plain['reasons']) or UNKNOWN}; risk {plain['risk']}"),
        ("template", f"{plain['template']}, {plain['form']}{', short' * plain['short']}"),
        ("language", ", ".join(plain["languages"])),
        *([("also", ", ".join(plain["also"]))] if plain["also"] else []),
        ("lines for", ", ".join([plain["place"] or "the practice's place", *plain["audience"]])),
        *(("", f"{name}: {number}") for name, number in plain["lines"].items()),
        ("edition", f"{edition['number']}, loaded first {_moment(edition['first'])}"),
        ("", f"policy {edition['policy_sha256'][:12]}, program {edition['program']}"),
        ("since then", "nothing changed" if not changed else ""),
        *(("", words) for words in changed[:DIFFERENCES_AT_MOST]),
        *([("", f"and {more} more")] if more > 0 else []),
    ]
    for name, words in rows:
        click.echo(f"{name:<12}{words}".rstrip())


def _moment(iso: str) -> str:
    return f"{datetime.fromisoformat(iso):%Y-%m-%d %H:%M}"


def _write(store: Beside, line: str, rows: list[Had], folder: Path) -> None:
    """A draft for each person whose number was another than the one in force."""
    from gateway.commands._correction import corrections, draft
    from gateway.private import private_folder, write_private

    found = list(corrections(store, line, [(row.reply, row.shown) for row in rows]))
    if rows and not found:
        raise NeedsHuman(
            f"no draft is written: {line} has the same number now as it had then",
            detail="correct the data first, or install the version that did",
        )
    private_folder(folder)
    for name, correction in found:
        mail = draft(store.config.policy, correction)
        write_private(folder / f"{name}.eml", mail, "a draft")
    count = "1 draft" if len(found) == 1 else f"{len(found)} drafts"
    click.echo(f"{count} in {folder}; nothing was sent: look at each, and send it", err=True)
