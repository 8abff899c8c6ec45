"""gateway preview: the reply for a reason, before anybody gets it; or all of them as pages."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from gateway.commands._policy import config_of, config_option, json_option
from gateway.commands._store import beside
from gateway.config.read import Config
from gateway.core.answer import UNDELIVERED
from gateway.core.assessment import INTENTS, Risk
from gateway.core.claims import CRISIS
from gateway.core.decision import Because
from gateway.errors import ConfigError

if TYPE_CHECKING:
    from gateway.core.client import Known
    from gateway.core.gallery import Sample, Shown
    from gateway.core.policy import Policy
    from gateway.core.speak import Speaker

REASON = click.Choice((*INTENTS, UNDELIVERED), case_sensitive=False)
ALSO = click.Choice([name for name in INTENTS if name != CRISIS], case_sensitive=False)
RISK = click.Choice([risk.word for risk in Risk], case_sensitive=False)
FOLDER = click.Path(file_okay=False, path_type=Path)
COLUMNS = 80
FRAME = 4
NEVER_SENT = "with this the gateway does not start, or keeps its old policy: gateway check"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The options that choose one reply, and how it is shown."""

    reason: str | None
    risk: str | None
    tags: tuple[str, ...]
    client: str | None
    also: tuple[str, ...]
    short: bool
    discreet: bool
    as_html: bool
    raw: bool


@click.command()
@click.argument("reason", required=False, type=REASON, metavar="[REASON]")
@click.option("--risk", type=RISK, help="How soon somebody should look.")
@click.option("--lang", "tags", multiple=True, metavar="TAG", help="Language of the mail. Twice: it is not sure which.  [default: your first one]")  # fmt: skip # noqa: E501
@click.option("--client", metavar="ADDRESS", help="As was agreed with this client.")
@click.option("--at", "when", metavar="TIME", help='When it came, "2026-12-24 17:30" in your time zone.  [default: now]')  # fmt: skip # noqa: E501
@click.option("--also", multiple=True, type=ALSO, help="Another reason in the same mail.")
@click.option("--short", is_flag=True, help="There was a reply to this sender lately.")
@click.option("--discreet", is_flag=True, help="The form without a word of therapy.")
@click.option("--html", "as_html", is_flag=True, help="Its HTML form, to standard output.")
@click.option("--raw", is_flag=True, help="The bytes of the mail, to standard output.")
@click.option("--all", "folder", type=FOLDER, metavar="DIR", help="Write every reply as pages.")
@click.option("--force", is_flag=True, help="With --all: also into a folder with other files.")
@json_option
@config_option
def command(
    when: str | None,
    folder: Path | None,
    force: bool,
    as_json: bool,
    policy: str | None,
    **options: Any,
) -> None:
    """Show the reply to a mail that looks like REASON, as it would be sent.

    REASON: booking, next_appointment, cancelling, resource, update, homework, crisis, other,
    or undelivered, a mail that could not be put into your mailbox.

    Nothing is sent. "crisis" is urgent unless --risk says otherwise. With --all DIR every
    reply is written as a page for a browser, with a sheet to sign.
    """
    asked = Asked(**options)
    if folder is None:
        if force:
            raise click.UsageError("--force belongs to --all")
        _one(policy, asked, when, as_json)
        return
    if any(asdict(asked).values()):
        raise click.UsageError("--all writes every reply: of the others it takes --at and --force")
    _all(config_of(policy), when, folder, force=force, as_json=as_json)


def _all(config: Config, when: str | None, folder: Path, *, force: bool, as_json: bool) -> None:
    from gateway.gallery.write import write_gallery

    written = write_gallery(config, folder, at=_moment(when, config), force=force)
    if as_json:
        click.echo(json.dumps(asdict(written) | {"folder": str(folder)}, indent=2))
        return
    click.echo(f"{written.replies} replies on {written.pages} pages: {folder / 'index.html'}")
    click.echo(f"read them in a browser, then sign {folder / 'sign-off.html'}")
    if written.findings:
        click.echo(f"{written.findings} of them need a look: they are marked there", err=True)


def _one(named: str | None, asked: Asked, when: str | None, as_json: bool) -> None:
    from gateway.core.gallery import answer, shown
    from gateway.core.render import TemplateProblem
    from gateway.replies import open_speaker

    config = config_of(named)
    at = _moment(when, config)
    policy = _with_languages(config.policy, asked.tags)
    sample = _sample(policy, asked, _known(named, config, asked, at))
    reply = answer(sample, policy)
    speaker = open_speaker(config, apart=False)
    try:
        seen = shown(speaker, reply, at)
        notes = _notes(config, speaker, seen, sample, asked, at)
    except TemplateProblem as problem:
        raise ConfigError((str(problem),)) from problem
    barred = _barred(sample, seen)
    if as_json:
        click.echo(json.dumps(_plain(seen, barred, notes), ensure_ascii=False, indent=2))
    elif barred is not None:
        click.echo(f"no reply: {barred.text} ({barred.code})")
    elif asked.raw:
        click.echo(seen.raw, nl=False)
    elif asked.as_html:
        click.echo(seen.html, nl=False)
    else:
        _show(seen)
    if not as_json:
        _tell(config, seen, notes)


def _moment(when: str | None, config: Config) -> datetime:
    """In the zone of the practice; now when none was named."""
    zone = ZoneInfo(config.policy.practice.timezone)
    if when is None:
        return datetime.now(zone).replace(microsecond=0)
    try:
        at = datetime.fromisoformat(when.strip())
    except ValueError:
        words = f'{when!r} is no time: write "2026-12-24 17:30"'
        raise click.BadParameter(words, param_hint="--at") from None
    return at.replace(tzinfo=zone) if at.tzinfo is None else at.astimezone(zone)


def _with_languages(policy: "Policy", tags: tuple[str, ...]) -> "Policy":
    """Two languages stand below each other when it is not sure which one a mail is in."""
    from gateway.core.danger import DANGER
    from gateway.core.locale import primary

    offered = {primary(tag): tag for tag in reversed(policy.practice.languages)}
    there = f"there are replies in {', '.join(policy.practice.languages)}"
    for tag in tags:
        if primary(tag) not in offered and (primary(tag) not in DANGER or len(tags) > 1):
            abroad = ", ".join(code for code in DANGER if code not in offered)
            words = f"no reply in {tag!r}: {there}, and one line above them in {abroad}"
            raise click.BadParameter(words, param_hint="--lang")
    if len(tags) > 2:
        raise click.BadParameter("a reply has two languages at most", param_hint="--lang")
    unsure = tuple(offered[primary(tag)] for tag in tags) if len(tags) > 1 else ()
    return replace(policy, practice=replace(policy.practice, unsure=unsure)) if unsure else policy


def _known(named: str | None, config: Config, asked: Asked, at: datetime) -> "Known":
    """What is known of the client who was named, with what is to be tried."""
    from gateway.core.client import UNKNOWN, Client, Known

    known = UNKNOWN
    if asked.client:
        lately = at - timedelta(days=config.policy.reply.window_days)
        with beside(named) as store:
            known = store.clients.known(asked.client, lately)
    client = known.client
    if asked.discreet:
        client = replace(client or Client(), reply="discreet")
    return Known(client=client, replied=known.replied or asked.short)


def _sample(policy: "Policy", asked: Asked, known: "Known") -> "Sample":
    from gateway.core.gallery import Sample
    from gateway.core.locale import primary

    reason = asked.reason or (CRISIS if asked.risk else "other")
    risk = Risk[asked.risk.upper()] if asked.risk else Risk.NONE
    if reason == CRISIS and asked.risk is None:
        risk = Risk.URGENT
    if reason == UNDELIVERED and (asked.risk or asked.also):
        raise click.UsageError("--risk and --also say nothing of a mail that nobody could read")
    tags = asked.tags or policy.practice.languages[:1]
    language = primary(tags[0]) if len(tags) == 1 else ""
    also = tuple(name for name in asked.also if name != reason)
    return Sample(reason=reason, risk=risk, also=also, language=language, known=known)


def _barred(sample: "Sample", seen: "Shown") -> Because | None:
    """Why this client would get none."""
    from gateway.core.reply import why_not_this

    client = sample.known.client
    if client is not None and client.reply == "none":
        return Because("client-none", "it is not safe to answer this client by e-mail")
    return why_not_this(seen.reply, client)


def _notes(
    config: Config, speaker: "Speaker", seen: "Shown", sample: "Sample", asked: Asked, at: datetime
) -> list[str]:
    """What a person should know beside the words."""
    from gateway.core.proof import of_reply

    mode = config.policy.reply.mode
    notes = [] if mode == "live" else [f'reply.mode is "{mode}": nothing is sent now']
    if asked.client and sample.known.client is None:
        notes.append(f"nothing was agreed with {asked.client}: this is the reply for everybody")
    if len(asked.tags) > 1 and set(seen.reply.languages) != set(config.policy.practice.unsure):
        notes.append("practice.unsure names other languages: this is how it would be")
    # The line above a reply in a language that is not offered is no part of what is proved.
    found = of_reply(speaker, replace(seen.reply, foreign=""), at, closely=False)
    hazards = [finding.words for finding in found]
    return notes + hazards + [NEVER_SENT] * bool(hazards)


def _plain(seen: "Shown", barred: Because | None, notes: list[str]) -> dict[str, Any]:
    reply = seen.reply
    return {
        "no_reply": barred and barred.code,
        **{key: value for key, value in asdict(reply).items() if key != "handle"},
        "template_files": list(seen.templates),
        "lines": list(seen.lines),
        **{name.lower(): value for name, value in seen.head},
        "text": seen.spoken.text,
        "html": seen.html,
        "text_hash": seen.text_hash,
        "notes": notes,
    }


def _show(seen: "Shown") -> None:
    """As a mail program shows it. A terminal with too little room breaks lines itself."""
    from rich.console import Console
    from rich.panel import Panel
    from rich.text import Text

    console = Console(highlight=False)
    head = Text()
    for name, value in seen.head:
        head.append(f"{name + ':':<9}", "bold").append(f"{value}\n")
    whole = head.append(f"\n{seen.spoken.text.rstrip()}")
    columns = max(COLUMNS, max(map(len, whole.plain.splitlines())) + FRAME)
    room = console.width >= columns
    console.print(Panel(whole, width=columns) if room else whole, soft_wrap=not room)


def _tell(config: Config, seen: "Shown", notes: list[str]) -> None:
    rows = [
        ("template", ", ".join(_template(config, name) for name in seen.templates)),
        ("lines", ", ".join(seen.lines) or "none"),
        ("policy", f"{config.path}, SHA-256 {config.sha256[:12]}"),
    ]
    for name, words in rows:
        click.secho(f"{name:<10}{words}", err=True, dim=True)
    for words in notes:
        click.secho(f"{'look':<10}{words}", err=True, fg="yellow")


def _template(config: Config, name: str) -> str:
    from gateway.resources import OWN_FOLDER, TEMPLATE_ENDING

    own = config.base / OWN_FOLDER / f"{name}{TEMPLATE_ENDING}"
    return str(own) if own.is_file() else f"{name} (shipped)"
