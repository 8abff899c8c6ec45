"""gateway replay: what a new policy would have said to the mail of the last days."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from gateway.commands._policy import config_option, json_option
from gateway.commands._store import Beside, beside
from gateway.errors import EdgeError

if TYPE_CHECKING:
    from gateway.config.read import Config
    from gateway.core.decision import Reply
    from gateway.core.record import Record
    from gateway.core.replay import Change, Past, Side
    from gateway.core.speak import Speaker
    from gateway.store.replies import SentReply

AGO = re.compile(r"(\d{1,4})\s*([hdw])", re.IGNORECASE)
UNITS = {"h": "hours", "d": "days", "w": "weeks"}
ALL_KEPT = 1_000_000


@click.command()
@click.option("--since", default="30d", show_default=True, metavar="TIME", help='"30d", "12h", or a day, "2026-03-01".')  # fmt: skip # noqa: E501
@click.option("--until", metavar="DATE", help="The last day.  [default: now]")
@click.option(
    "--policy",
    "new",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="NEW.toml",
    help="The policy to try; templates beside it count.",
)
@click.option("--diff", is_flag=True, help="Show the words that differ, and those of new replies.")
@json_option
@config_option
def command(
    since: str, until: str | None, new: Path, diff: bool, as_json: bool, policy: str | None
) -> None:
    """Say what a new policy would have changed, before it is switched on.

    Each reply that is remembered is chosen and worded anew by NEW.toml, with the crisis
    lines and the agreements of today. Nothing is sent, and nothing is changed.
    """
    from gateway.config.read import read_config
    from gateway.core.replay import cautions
    from gateway.replies import open_speaker

    tried = read_config(new)
    with beside(policy) as store:
        span = _span(store, since, until)
        tried, notes = _as_live(store.config, tried)
        speaker = open_speaker(tried, apart=False)
        changes = [_change(one, store, speaker) for one in _all(store, span)]
        notes += cautions(store.config.policy, tried.policy)
    changes.sort(key=lambda change: change.past.received)
    if as_json:
        click.echo(json.dumps(_plain(changes, notes, diff), ensure_ascii=False, indent=2))
        return
    _show(changes, diff)
    for words in notes:
        click.secho(f"note: {words}", err=True, fg="yellow")


def _as_live(running: "Config", tried: "Config") -> "tuple[Config, tuple[str, ...]]":
    """While nothing is sent yet, what would be: a policy in shadow mode would answer nothing."""
    modes = running.policy.reply.mode, tried.policy.reply.mode
    if modes != ("shadow", "shadow"):
        return tried, ()
    reply = replace(tried.policy.reply, mode="live")
    note = 'reply.mode is "shadow": this is what it would send with "live"'
    return replace(tried, policy=replace(tried.policy, reply=reply)), (note,)


Span = tuple[datetime, datetime]


def _span(store: Beside, since: str, until: str | None) -> Span:
    """The first moment, and the first one after it; days are those of the practice."""
    zone = ZoneInfo(store.config.policy.practice.timezone)
    now = datetime.now(zone)
    ago = AGO.fullmatch(since.strip())
    end = _midnight(until, "--until", zone) + timedelta(days=1) if until else now
    if ago is None:
        return _midnight(since, "--since", zone), end
    return now - timedelta(**{UNITS[ago[2].lower()]: int(ago[1])}), end


def _midnight(text: str, name: str, zone: ZoneInfo) -> datetime:
    try:
        return datetime.combine(date.fromisoformat(text.strip()), time(), zone)
    except ValueError:
        words = f'{text!r} is no day: write "2026-03-01"' + (
            ', or "30d", "12h"' if name == "--since" else ""
        )
        raise click.BadParameter(words, param_hint=name) from None


@dataclass(frozen=True, slots=True)
class One:
    """A message that is remembered, and how its reply read then."""

    past: "Past"
    then: "Side"


def _all(store: Beside, span: Span) -> Iterator[One]:
    """Replies, and messages that another policy could have answered."""
    from gateway.core.replay import Side, unanswered
    from gateway.store.queue import listed
    from gateway.store.replies import iterate

    kept = {seen.id: seen for seen in listed(store.db, store.vault, done=True, most=ALL_KEPT)}
    editions = _Editions(store)
    for sent in iterate(store.db, store.vault, *span):
        seen = kept.get(sent.message)
        yield _replied(sent, seen.record if seen else None, store, editions)
    zone = ZoneInfo(store.config.policy.practice.timezone)
    for seen in kept.values():
        past = unanswered(seen.id, seen.received_at.astimezone(zone), seen.record)
        if past is not None and span[0] <= seen.received_at < span[1]:
            yield One(past, Side(why=past.why))


def _replied(
    sent: "SentReply", record: "Record | None", store: Beside, editions: "_Editions"
) -> One:
    from gateway.core.replay import Side, assessment_of, language_of, replied, signs_of

    trace, speaker = sent.trace, editions.speaker(sent.trace.edition)
    client = store.clients.get(sent.address)
    then = speaker.policy if speaker else store.config.policy
    language = record.language if record else language_of(trace)
    signs = record.signs if record else signs_of(trace, client, then)
    found = assessment_of(sent.reasons, sent.risk, language, signs)
    shadow = sent.state == "shadow"
    past = replied(trace, sent.message, sent.address, found, is_shadow=shadow)
    past = replace(past, received=past.received.astimezone(ZoneInfo(trace.received_zone)))
    side = Side(reply=past.reply, why=past.why, lines=trace.lines)
    if speaker is None:
        return One(past, replace(side, open=f"the words of edition {trace.edition} are not kept"))
    assert past.reply is not None
    return One(past, replace(side, **_words(speaker, past.reply, past.received)))


@dataclass(slots=True)
class _Editions:
    """The words of each edition, read once."""

    store: Beside
    _known: "dict[int, Speaker | None]" = field(default_factory=dict)

    def speaker(self, number: int) -> "Speaker | None":
        """None when it is not kept, or cannot be read any more."""
        if number not in self._known:
            try:
                self._known[number] = self._read(number)
            except (EdgeError, KeyError, TypeError, ValueError):
                self._known[number] = None
        return self._known[number]

    def _read(self, number: int) -> "Speaker":
        from gateway.config.text import policy_from_text
        from gateway.core.crisis_data import line_of
        from gateway.replies import speaker_of

        content = self.store.editions.read(number).content
        lines = tuple(map(line_of, content["lines"]))
        policy = policy_from_text(content["policy"])
        return speaker_of(policy, content["templates"], lines, apart=False)


def _words(speaker: "Speaker", reply: "Reply", received: datetime) -> dict[str, Any]:
    """Fields of a Side: the words and lines, or why there are none."""
    from gateway.core.render import TemplateProblem
    from gateway.core.replay import said

    try:
        spoken = speaker.speak(reply, received)
        return {"words": said(spoken), "lines": speaker.line_ids(reply, received)}
    except TemplateProblem as problem:
        return {"open": f"the words cannot be made: {problem}"}


def _change(one: One, store: Beside, speaker: "Speaker") -> "Change":
    from gateway.core.replay import chosen, compare

    past, now = one.past, speaker.policy
    client = store.clients.get(past.address) if past.address else None
    side = chosen(past, client, store.config.policy, now)
    if side.reply is not None:
        received = past.received.astimezone(ZoneInfo(now.practice.timezone))
        side = replace(side, **_words(speaker, side.reply, received))
    return compare(past, one.then, side)


def _plain(changes: "list[Change]", notes: tuple[str, ...], diff: bool) -> dict[str, Any]:
    rows = [
        {
            "received": change.past.received.isoformat(),
            "message": change.past.message,
            "reasons": list(change.past.reasons),
            "risk": change.past.risk,
            "then": _plain_side(change.then),
            "now": _plain_side(change.now),
            "verdict": change.verdict,
            "told": change.told,
            "added": change.added,
            "removed": change.removed,
            **({"diff": list(change.diff)} if diff else {}),
        }
        for change in changes
    ]
    return {"messages": rows, "totals": _totals(changes), "notes": list(notes)}


def _plain_side(side: "Side") -> dict[str, Any]:
    reply = side.reply
    return {
        "sent": side.is_sent,
        "why": side.why.code if side.why else None,
        "template": reply.template if reply else None,
        "languages": list(reply.languages) if reply else [],
        "form": reply.form if reply else None,
        "lines": list(side.lines),
    }


def _totals(changes: "list[Change]") -> dict[str, int]:
    from gateway.core.replay import VERDICTS

    count = Counter(change.verdict for change in changes)
    return {verdict: count[verdict] for verdict in VERDICTS}


def _show(changes: "list[Change]", diff: bool) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from gateway.core.replay import VERDICTS

    if not changes:
        click.echo("nothing is remembered of that time")
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("message", "looked like", "then -> now", "words"):
        table.add_column(name, overflow="fold", no_wrap=name == "message")
    for change in changes:
        past = change.past
        looked = f"{', '.join(past.reasons) or 'not judged'}; {past.risk}"
        sides = "\n".join(_sides(change))
        message = f"{past.message}\n{past.received:%Y-%m-%d %H:%M}"
        table.add_row(*map(Text, (message, looked, sides, change.told)))
    Console(highlight=False).print(table)
    for verdict, count in _totals(changes).items():
        if count:
            click.echo(f"{count:>6}  {VERDICTS[verdict]}")  # type: ignore[index]
    for change in changes if diff else ():
        if rows := change.diff or tuple(_all_new(change)):
            click.echo("\n" + "\n".join(rows))


def _all_new(change: "Change") -> Iterator[str]:
    """All words of a reply that would go out where none did."""
    if change.verdict == "new" and change.now.words is not None:
        yield f"now {change.past.message}"
        yield from change.now.words.splitlines()


def _sides(change: "Change") -> Iterator[str]:
    then, now = _said(change.then), _said(change.now)
    yield then if then == now else f"{then} -> {now}"
    if change.then.lines != change.now.lines and change.then.reply and change.now.reply:
        before, after = change.then.lines, change.now.lines
        told = [f"-{line}" for line in before if line not in after]
        told += [f"+{line}" for line in after if line not in before]
        yield f"lines {' '.join(told) or 'in another order'}"


def _said(side: "Side") -> str:
    if side.reply is None:
        return "?" if side.open else f"none ({side.why.code if side.why else ''})"
    reply = side.reply
    words = f"{reply.template}, {'+'.join(reply.languages)}, {reply.form}"
    return f"{words}{', short' * reply.short}{f' ({side.why.code})' if side.why else ''}"
