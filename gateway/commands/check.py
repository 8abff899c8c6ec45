"""gateway check: the policy and all it names, in plain words."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from gateway.commands._policy import config_option, json_option, policy_path

if TYPE_CHECKING:
    from gateway.checkup.finding import Finding

SIGNS = {"ok": "[green]ok  [/]", "warn": "[yellow]look[/]", "error": "[bold red]bad [/]"}


@click.command()
@json_option
@config_option
def command(as_json: bool, policy: str | None) -> None:
    """Read the policy, try keys, folders, servers and the clock, and say what is wrong.

    Ends with 1 when something must be mended before mail can flow.
    """
    from gateway.checkup.run import run_checks

    findings = run_checks(policy_path(policy), now=datetime.now(UTC))
    bad = sum(f.level == "error" for f in findings)
    if as_json:
        click.echo(json.dumps([asdict(f) for f in findings], indent=2))
    else:
        _show(findings, bad)
    raise SystemExit(1 if bad else 0)


def _show(findings: "tuple[Finding, ...]", bad: int) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    rows = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    rows.add_column(no_wrap=True)
    rows.add_column(style="bold")
    rows.add_column(overflow="fold")
    for f in findings:
        rows.add_row(SIGNS[f.level], escape(f.what), escape(f.words))
        if f.fix:
            rows.add_row("", "", f"[dim]to do:[/] {escape(f.fix)}")
    console = Console()
    console.print(rows)
    console.print(f"[bold red]{bad} to mend[/]" if bad else "[green]ready[/]")
