"""gateway queue: what waits, why, and a person's word on it. Works beside the running gateway."""

import json
import sqlite3
from collections.abc import Callable
from datetime import datetime

import click

from gateway.commands._policy import config_option, json_option
from gateway.commands._store import beside
from gateway.core.record import Seen, SeenAction
from gateway.errors import NeedsHuman
from gateway.store.vault import Vault


@click.group()
def command() -> None:
    """See and steer the messages that wait.

    A message is named by the reference that stands in alerts and in its X-Gateway-Id field.
    """


@command.command("list")
@click.option("--all", "done", is_flag=True, help="Also those that are done.")
@click.option("--most", default=100, show_default=True, help="Only the newest so many.")
@json_option
@config_option
def list_(done: bool, most: int, as_json: bool, policy: str | None) -> None:
    """Messages that are not done, and why."""
    from gateway.store.queue import listed

    with beside(policy) as store:
        rows = listed(store.db, store.vault, done=done, most=most)
    if as_json:
        click.echo(json.dumps([_plain(seen) for seen in rows], indent=2))
        return
    _show_list(rows)


@command.command()
@click.argument("message")
@json_option
@config_option
def show(message: str, as_json: bool, policy: str | None) -> None:
    """All that is known of one message.

    What it looks like, why each action was chosen, and what became of it.
    """
    from gateway.store.queue import look

    with beside(policy) as store:
        seen = look(store.db, store.vault, message)
    if seen is None:
        raise NeedsHuman(f"there is no message {message}")
    if as_json:
        click.echo(json.dumps(_plain(seen), indent=2))
    else:
        _show_one(seen)


@command.command()
@click.argument("message")
@config_option
def retry(message: str, policy: str | None) -> None:
    """Try what waits of this message now."""
    from gateway.store.queue import retry as try_again

    _change(policy, message, lambda db, vault: try_again(db, message), "due now")


@command.command()
@click.argument("message")
@config_option
def hold(message: str, policy: str | None) -> None:
    """Stop the delivery of this message until it is released."""
    from gateway.store.queue import hold as stop

    _change(policy, message, lambda db, vault: stop(db, message), "held")


@command.command()
@click.argument("message")
@click.option("--clear", is_flag=True, help="Let it go on as it came, not sealed.")
@click.option("--yes", is_flag=True, help="Do not ask before --clear.")
@config_option
def release(message: str, clear: bool, yes: bool, policy: str | None) -> None:
    """Let a held message go to the mailbox."""
    from gateway.store.queue import release as let_go

    if clear and not yes:
        click.confirm("It will stand unencrypted in the mailbox. Go on?", abort=True)
    _change(policy, message, lambda db, vault: let_go(db, vault, message, clear=clear), "released")


def _change(
    policy: str | None,
    message: str,
    change: Callable[[sqlite3.Connection, Vault], int],
    words: str,
) -> None:
    with beside(policy) as store:
        count = change(store.db, store.vault)
    if not count:
        raise NeedsHuman(f"nothing of {message} waits", detail="see: gateway queue list --all")
    click.echo(f"{message}: {count} action{'s' * (count != 1)} {words}")


def _plain(seen: Seen) -> dict[str, object]:
    return {
        "id": seen.id,
        "received": seen.received_at.isoformat(),
        "bytes": seen.size,
        "state": seen.state,
        "crashes": seen.crashes,
        "reasons": list(seen.record.intents),
        "risk": seen.record.risk,
        "signs": list(seen.record.signs),
        "rules": list(seen.record.rules),
        "because": [[b.code, b.text] for b in seen.record.reasons],
        "actions": [
            {
                "number": a.number,
                "action": a.words,
                "state": a.state,
                "attempts": a.attempts,
                "not_before": a.not_before.isoformat(),
                "error": a.error,
            }
            for a in seen.actions
        ],
    }


STATES = {
    "kept": "not judged yet",
    "decided": "under way",
    "todo": "next try",
    "doing": "under way",
    "waiting": "waits for you, next try",
    "held": "held until you release it",
    "dropped": "given up",
}


def _state(a: SeenAction) -> str:
    """How an action stands, in words."""
    when = f" {_when(a.not_before)}" if a.state in ("todo", "waiting") else ""
    why = f": {a.error}" if a.error else ""
    return f"{STATES.get(a.state, a.state)}{when}{why}"


def _when(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def _show_list(rows: list[Seen]) -> None:
    if not rows:
        click.echo("nothing waits")
    for seen in rows:
        state = STATES.get(seen.state, seen.state)
        if seen.needs_a_person:
            state = click.style("needs you", fg="red", bold=True)
        click.echo(f"{seen.id}  {_when(seen.received_at)}  {state}, risk {seen.record.risk}")
        for a in seen.actions:
            if a.state not in ("done", "dropped"):
                click.echo(f"    {a.kind}: {_state(a)}")


def _show_one(seen: Seen) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row("reference", seen.id)
    table.add_row("received", f"{_when(seen.received_at)}, {seen.size} bytes")
    table.add_row("state", STATES.get(seen.state, seen.state))
    table.add_row("looks like", ", ".join(seen.record.intents) or "not judged yet")
    table.add_row("risk", seen.record.risk)
    for a in seen.actions:
        tries = f", {a.attempts} tries" if a.attempts > 1 else ""
        table.add_row(f"action {a.number}", escape(f"{a.words}{tries}: {_state(a)}"))
    for number, because in enumerate(seen.record.reasons):
        table.add_row("" if number else "why", escape(f"{because.code}: {because.text}"))
    Console().print(table)
