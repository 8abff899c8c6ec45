"""gateway lines: the crisis lines that replies carry, and a person's word that one is right."""

import json
from datetime import UTC, date, datetime
from typing import get_args
from zoneinfo import ZoneInfo

import click

from gateway.commands._edition import like
from gateway.commands._lines_shown import View, plain, print_view
from gateway.commands._policy import config_option, json_option, policy_path
from gateway.core.crisis_check import why_not_confirmed
from gateway.core.crisis_data import PLACE
from gateway.core.hotline import Audience, Confirmed, Line
from gateway.core.policy import Policy
from gateway.core.policy_check import COUNTRIES
from gateway.errors import ConfigError, NeedsHuman
from gateway.resources import read_lines

DAY = click.DateTime(["%Y-%m-%d"])


class _Group(click.Group):
    """`gateway lines CA-ON` stands for `gateway lines show CA-ON`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or args[0] not in (*self.commands, *ctx.help_option_names):
            args = ["show", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Group)
def command() -> None:
    """See which crisis lines replies carry, and confirm them.

    `gateway lines` shows those of your practice, `gateway lines CA-QC` those of another place.
    """


@command.command(short_help="The lines that a reply prints for PLACE, and what is not shown.")
@click.argument("place", required=False, default="")
@click.option("--language", default="", help="Of the reply.  [default: the practice's first]")
@click.option(
    "--audience",
    multiple=True,
    type=click.Choice(get_args(Audience)[1:]),
    help="Also lines for these, as for a client whose record says so.",
)
@click.option("--at", "day", type=DAY, help="As replies of that day.  [default: today]")
@json_option
@config_option
def show(
    place: str,
    language: str,
    audience: tuple[Audience, ...],
    day: datetime | None,
    as_json: bool,
    policy: str | None,
) -> None:
    """The lines that a reply prints for PLACE, in their order, and what is not shown.

    PLACE is where the client lives, "CA" or "CA-QC"; without it your practice's.
    """
    place = COUNTRIES.get(place.strip().lower(), place.strip().upper())
    if place and not PLACE.fullmatch(place):
        raise click.BadParameter('must be a code like "CA-QC" or "GB"', param_hint="PLACE")
    rules = _policy(policy, place)
    view = View(
        policy=rules,
        place=place or rules.practice.place,
        language=language or rules.practice.languages[0],
        audience=audience,
        today=day.date() if day else datetime.now(ZoneInfo(rules.practice.timezone)).date(),
    )
    if as_json:
        click.echo(json.dumps(plain(view), indent=2, ensure_ascii=False))
    else:
        print_view(view)


@command.command()
@click.argument("line", metavar="ID")
@click.option("--by", required=True, help="Who read the provider's own page, or called.")
@click.option("--on", "day", type=DAY, help="The day of the check.  [default: today]")
@config_option
def confirm(line: str, by: str, day: datetime | None, policy: str | None) -> None:
    """Write into the policy that a person has checked the line ID.

    Check its number at the provider's own page, or by phone, first: clients in danger call it.
    """
    from gateway.commands._confirm import add_confirmation

    path, by = policy_path(policy), by.strip()
    if not by or not by.isprintable():
        raise click.BadParameter("write the name of the person who checked", param_hint="--by")
    today = _today(policy)
    on = day.date() if day else today
    if on > today:
        raise click.BadParameter(f"{on} is a day to come", param_hint="--on")
    checked = _confirmable(line)
    left = add_confirmation(path, Confirmed(line=checked.id, on=on, by=by))
    number = " ".join(filter(None, (checked.phone, checked.sms and f"(texts {checked.sms})")))
    click.echo(f"{checked.id}, {checked.name}, {number}: checked on {on} by {by}")
    if left:
        click.echo(f"It stands in {path}. What else is wrong there is wrong still:")
        raise ConfigError(left)
    click.echo(f"It stands in {path}; a running gateway reads it on SIGHUP (systemctl reload).")


def _confirmable(id_: str) -> Line:
    """Errors: NeedsHuman when there is no such line, or its number is not sure."""
    known = {line.id: line for line in read_lines()}
    line = known.get(id_)
    if line is None:
        raise NeedsHuman(f"there is no line {id_}", detail=f"{like(id_, known)}see: gateway lines")
    if why := why_not_confirmed(line):
        raise NeedsHuman(f"{id_} cannot be confirmed: {why}")
    return line


def _policy(named: str | None, place: str) -> Policy:
    """The policy, or one without any confirmation where there is none and a place is named."""
    from gateway.config.read import read_config

    try:
        path = policy_path(named)
    except NeedsHuman:
        if not place:
            raise
        return _bare(place)
    return read_config(path).policy


def _bare(place: str) -> Policy:
    from gateway.core.policy import Reply
    from gateway.core.practice import Practice

    return Policy(
        practice=Practice(name="", address="", place=place, timezone="UTC"),
        reply=Reply(display_name=""),
        recipients={},
    )


def _today(named: str | None) -> date:
    """In the zone of the practice; of the policy that does not read right, in UTC."""
    try:
        return datetime.now(ZoneInfo(_policy(named, "").practice.timezone)).date()
    except ConfigError:
        return datetime.now(UTC).date()
