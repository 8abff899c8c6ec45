"""gateway client: what was agreed with single clients, where it differs from the policy."""

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from typing import Any, get_args

import click

from gateway.commands._policy import config_option, json_option
from gateway.commands._store import Beside, beside
from gateway.core.assessment import INTENTS
from gateway.core.client import Client
from gateway.core.hotline import Audience
from gateway.errors import NeedsHuman

EVERYONE = "everyone"
PRACTICE = "default"
FORMS = ("full", "discreet", "none", PRACTICE)


@click.group()
def command() -> None:
    """Note what was agreed with single clients, where it differs from the policy.

    All of it is kept encrypted. The next message is answered by it; the gateway may run
    meanwhile.
    """


def _place(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    from gateway.core.crisis_data import PLACE
    from gateway.core.policy_check import COUNTRIES

    if not value:
        return value
    code = COUNTRIES.get(value.strip().lower(), value.strip().upper())
    if not PLACE.fullmatch(code):
        raise click.BadParameter('must be a code like "CA-QC" or "GB"')
    return code


def _language(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    from gateway.core.locale import locale_of, shipped
    from gateway.core.policy_check import TAG

    if not value:
        return value
    primary, dash, region = value.strip().replace("_", "-").partition("-")
    tag = f"{primary.lower()}{dash}{region.upper()}"
    try:
        locale_of(tag)
    except ValueError:
        tag = ""
    if not TAG.fullmatch(tag):
        known = ", ".join(sorted(shipped()))
        raise click.BadParameter(f'must be one of {known}, with a region or without: "fr-CA"')
    return tag


def _consent(_: click.Context, __: click.Parameter, value: datetime | None) -> date | None:
    if value is None:
        return None
    if value.date() > datetime.now(UTC).astimezone().date():
        raise click.BadParameter("is a day to come")
    return value.date()


# What can be agreed, as add and edit take it.
AGREED = (
    click.option(
        "--place",
        callback=_place,
        help='Where she lives, for crisis lines: "CA-QC"; "" as the practice.',
    ),
    click.option("--language", callback=_language, help='Of replies: "fr-CA"; "" as her message.'),
    click.option(
        "--audience",
        type=click.Choice(get_args(Audience)),
        multiple=True,
        help=f"Show crisis lines for these too; again for more. {EVERYONE}: no others.",
    ),
    click.option(
        "--reply",
        type=click.Choice(FORMS),
        help="none: never, in a crisis neither. default: as the policy.",
    ),
    click.option(
        "--reason",
        type=click.Choice(INTENTS),
        multiple=True,
        help="Answer these only, and a crisis; again for more.",
    ),
    click.option("--all-reasons", is_flag=True, help="Answer all reasons."),
    click.option(
        "--consent",
        type=click.DateTime(["%Y-%m-%d"]),
        callback=_consent,
        metavar="DATE",
        help="The day on which she agreed to e-mail.",
    ),
    click.option("--no-consent", is_flag=True, help="That day is not noted."),
    click.option("--minor/--no-minor", default=None, help="She is not of age."),
    config_option,
)


def _agreement(function: Any) -> Any:
    for option in reversed(AGREED):
        function = option(function)
    return function


def _changed(client: Client, given: dict[str, Any]) -> Client:
    """The agreement with what was typed; what was not typed stays."""
    if given["reason"] and given["all_reasons"]:
        raise click.UsageError("--reason and --all-reasons exclude each other")
    if given["consent"] and given["no_consent"]:
        raise click.UsageError("--consent and --no-consent exclude each other")
    new = {name: given[name] for name in ("place", "language", "minor", "consent")}
    new = {name: value for name, value in new.items() if value is not None}
    if given["audience"]:
        new["audience"] = tuple(x for x in dict.fromkeys(given["audience"]) if x != EVERYONE)
    if given["reply"]:
        new["reply"] = None if given["reply"] == PRACTICE else given["reply"]
    if given["reason"] or given["all_reasons"]:
        new["reasons"] = tuple(dict.fromkeys(given["reason"])) or None
    if given["no_consent"]:
        new["consent"] = None
    return replace(client, **new)


@command.command()
@click.argument("address")
@_agreement
def add(address: str, policy: str | None, **given: Any) -> None:
    """Begin the record of a client who writes from ADDRESS."""
    from gateway.core.addresses import parse_path

    if parse_path(address.strip(), utf8=True) is None:
        raise click.BadParameter(f"{address} is no e-mail address", param_hint="ADDRESS")
    client = _changed(Client(), given)
    with beside(policy, make=True) as store:
        if store.clients.get(address) is not None:
            raise NeedsHuman(
                f"{address} has a record already", detail=f"see: gateway client show {address}"
            )
        _keep(store, address, client)


@command.command()
@click.argument("address")
@_agreement
def edit(address: str, policy: str | None, **given: Any) -> None:
    """Change the record of ADDRESS; what is not named stays as it is."""
    typed = [value for value in given.values() if value not in (None, (), False)]
    if not typed and given["minor"] is None:
        raise click.UsageError("name what to change: gateway client edit --help")
    with beside(policy) as store:
        _keep(store, address, _changed(_record(store, address), given))


def _keep(store: Beside, address: str, client: Client) -> None:
    store.clients.put(address, client, datetime.now(UTC))
    click.echo(f"{address.strip()}, kept: {_words(client)}")
    for note in _notes(client, store.config.policy.practice.languages):
        click.echo(f"note: {note}", err=True)


def _notes(client: Client, offered: tuple[str, ...]) -> Iterator[str]:
    """What she should know of this record before the next message comes."""
    from gateway.core.locale import primary
    from gateway.resources import read_lines

    if client.reply == "none":
        yield "never answered, in a crisis neither; the mail reaches you and alerts are sent"
    if client.language and primary(client.language) not in map(primary, offered):
        yield (
            f"replies to her are in {client.language}, and `gateway check` has not read them:"
            " add it to practice.languages"
        )
    country = client.place[:2]
    here = [x for x in read_lines() if x.place[:2] == country and x.kind != "directory"]
    if country and not here:
        yield (
            f"no crisis line is known for {client.place}: replies name no emergency number there,"
            " only how to find one; is the code right?"
        )


def _record(store: Beside, address: str) -> Client:
    client = store.clients.get(address)
    if client is None:
        raise NeedsHuman(
            f"{address} has no record", detail=f"begin one with: gateway client add {address}"
        )
    return client


@command.command()
@click.argument("address")
@json_option
@config_option
def show(address: str, as_json: bool, policy: str | None) -> None:
    """What was agreed with ADDRESS."""
    with beside(policy) as store:
        client = _record(store, address)
    if as_json:
        click.echo(json.dumps(_plain(address.strip(), client), indent=2))
        return
    for name, value in asdict(client).items():
        click.echo(f"{name:<10}{_value(name, value)}")


@command.command("list")
@json_option
@config_option
def list_(as_json: bool, policy: str | None) -> None:
    """Every client with a record."""
    with beside(policy) as store:
        rows = store.clients.all()
    if as_json:
        click.echo(json.dumps([_plain(*row) for row in rows], indent=2))
        return
    if not rows:
        click.echo("no client has a record: all are answered as the policy says")
    wide = max((len(address) for address, _ in rows), default=0)
    for address, client in rows:
        click.echo(f"{address:<{wide}}  {_words(client)}")


@command.command(short_help="Delete all that is kept of ADDRESS.")
@click.argument("address")
@click.option("--yes", is_flag=True, help="Do not ask.")
@config_option
def forget(address: str, yes: bool, policy: str | None) -> None:
    """Delete all that is kept of ADDRESS: the record, and which replies she had.

    Afterwards no recall of a wrong number finds her. Her mail in your mailbox, and what is
    still under way, is not touched.
    """
    with beside(policy) as store:
        if not yes:
            click.confirm(f"Delete all that is kept of {address}?", abort=True)
        gone = store.clients.forget(address)
    if not gone:
        raise NeedsHuman(f"nothing is kept of {address}")
    told = [
        *(["the record"] if gone.agreement else []),
        *([_count(gone.replies, "remembered reply", "remembered replies")] if gone.replies else []),
        *([_count(gone.limits, "count", "counts") + " of replies"] if gone.limits else []),
    ]
    click.echo(f"{address}: deleted {', '.join(told)}")


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _plain(address: str, client: Client) -> dict[str, Any]:
    consent = client.consent.isoformat() if client.consent else None
    return {"address": address, **asdict(client), "consent": consent}


def _value(name: str, value: Any) -> str:
    match name, value:
        case "reply", None:
            return "as the policy"
        case "reasons", None:
            return "all"
        case "reasons", ():
            return "none, but a crisis"
        case "consent", None:
            return "not noted"
        case "place", "":
            return "as the practice"
        case "language", "":
            return "as the message"
        case "audience", ():
            return EVERYONE
        case _, bool():
            return "yes" if value else "no"
        case _, tuple():
            return ", ".join(value)
    return str(value)


def _words(client: Client) -> str:
    """The record in a line: what differs from an empty one."""
    told = [x for x in (client.place, client.language, *client.audience) if x]
    if client.reply:
        told.append(f"reply {client.reply}")
    if client.reasons is not None:
        told.append(f"only {' '.join(client.reasons) or 'a crisis'}")
    if client.minor:
        told.append("minor")
    told.append(f"consent {client.consent}" if client.consent else "consent not noted")
    return ", ".join(told)
