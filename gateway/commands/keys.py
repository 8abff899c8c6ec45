"""gateway keys: the key that mail is sealed to. The gateway itself keeps the public half only."""

import json
import secrets
from dataclasses import asdict
from pathlib import Path
from typing import IO

import click

from gateway.commands._policy import config_of, config_option, json_option
from gateway.config.read import Config
from gateway.errors import NeedsHuman
from gateway.private import write_private


@click.group()
def command() -> None:
    """Make, import or show the key that mail is sealed to."""


@command.command()
@click.option("--scheme", type=click.Choice(["openpgp", "smime"]), default="openpgp")
@click.option("--name", help="Your name in the key.  [default: practice.name]")
@click.option("--address", help="Your address in the key.  [default: practice.address]")
@click.option(
    "--to",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="Folder for the secret key; carry it to your own computer.",
)
@config_option
def new(scheme: str, name: str | None, address: str | None, to: Path, policy: str | None) -> None:
    """Make a key pair.

    The secret half goes into a folder for you; the gateway keeps the public half only.
    """
    config = config_of(policy)
    practice = config.policy.practice
    make = _new_openpgp if scheme == "openpgp" else _new_smime
    make(config, name or practice.name, address or practice.address, to)
    click.echo(f"Carry {to} to your own computer, keep a copy in a safe place, and remove it")
    click.echo("from this machine: without it nothing that was sealed can be read.")


def _new_openpgp(config: Config, name: str, address: str, to: Path) -> None:
    from gateway.keyring import new_openpgp

    _refuse_old(to / "secret.asc")
    fingerprint, secret = new_openpgp(
        config.at(config.policy.seal.home), name=name, address=address
    )
    write_private(to / "secret.asc", secret.encode(), "a key file")
    click.echo(f"secret key: {to / 'secret.asc'}  (import it into your mail program)")
    _say_policy(scheme="openpgp", fingerprint=fingerprint, home=config.policy.seal.home)


def _new_smime(config: Config, name: str, address: str, to: Path) -> None:
    from gateway.keyring import as_pkcs12, new_smime

    shown = config.policy.seal.certificate or "keys/therapist.pem"
    _refuse_old(to / "secret.pem", to / "secret.p12", config.at(shown))
    certificate, key = new_smime(name=name, address=address)
    password = secrets.token_urlsafe(12)
    write_private(to / "secret.pem", (key + certificate).encode(), "a key file")
    write_private(to / "secret.p12", as_pkcs12(certificate, key, password=password), "a key file")
    write_private(config.at(shown), certificate.encode(), "a key file")
    click.echo(f"secret key: {to / 'secret.pem'}  (for `gateway open`)")
    click.echo(
        f"            {to / 'secret.p12'}  (for your mail program; its password: {password})"
    )
    _say_policy(scheme="smime", certificate=shown)


def _refuse_old(*paths: Path) -> None:
    """Nothing is made when a file of it stands there already."""
    for path in paths:
        if path.exists():
            raise NeedsHuman("there is a file of that name already", detail=str(path))


@command.command("import")
@click.argument("file", type=click.File("rb"))
@config_option
def import_(file: IO[bytes], policy: str | None) -> None:
    """Take over your public key from FILE.

    FILE holds an OpenPGP public key, or a certificate for S/MIME (PEM).
    """
    from gateway.keyring import import_openpgp

    config = config_of(policy)
    key = file.read()
    if b"PRIVATE KEY" in key:
        raise NeedsHuman("this holds a secret key, which must not come here")
    if b"-----BEGIN CERTIFICATE-----" in key:
        shown = config.policy.seal.certificate or "keys/therapist.pem"
        write_private(config.at(shown), key, "a key file")
        _say_policy(scheme="smime", certificate=shown)
        return
    fingerprint = import_openpgp(config.at(config.policy.seal.home), key)
    click.echo(f"fingerprint: {fingerprint}  (compare it with the one on your own computer)")
    _say_policy(scheme="openpgp", fingerprint=fingerprint, home=config.policy.seal.home)


def _say_policy(**keys: str) -> None:
    click.echo("\nWrite this into policies.toml:\n\n[seal]")
    for name, value in keys.items():
        click.echo(f"{name} = {json.dumps(value)}")
    click.echo()


@command.command("show")
@json_option
@config_option
def show_(as_json: bool, policy: str | None) -> None:
    """Say which key is used, and whether it is good."""
    from gateway.keyring import show

    config = config_of(policy)
    facts = show(config.policy.seal, config.base)
    plain = {
        k: v if isinstance(v, (str, list, bool)) else _word(v) for k, v in asdict(facts).items()
    }
    if as_json:
        click.echo(json.dumps(plain, indent=2))
    else:
        for name, value in plain.items():
            words = ", ".join(value) if isinstance(value, list) else value
            click.echo(f"{name + ':':13} {words or 'none'}")
    raise SystemExit(1 if facts.problems else 0)


def _word(value: object) -> str | list[str]:
    match value:
        case None:
            return "never"
        case tuple():
            return [str(v) for v in value]
        case _:
            return str(value)
