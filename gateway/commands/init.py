"""gateway init: a folder ready to run, nothing in it overwritten."""

from pathlib import Path

import click

from gateway.config.read import read_config
from gateway.private import private_folder
from gateway.resources import default_policy
from gateway.secrets import make_master_key


@click.command()
@click.argument("folder", default=".", type=click.Path(file_okay=False, path_type=Path))
def command(folder: Path) -> None:
    """Make FOLDER ready: policies.toml, the master key, the state folder.

    What is there already stays as it is. Edit policies.toml afterwards; it is commented.
    """
    folder.mkdir(parents=True, exist_ok=True)
    policy = folder / "policies.toml"
    if policy.exists():
        click.echo(f"{policy} is there already")
    else:
        policy.write_text(default_policy(), "utf-8")
        click.echo(f"{policy} written: the contact policy, to be edited by you")
    config = read_config(policy)
    key = config.at(config.policy.store.key_file)
    if key.exists():
        click.echo(f"{key} is there already")
    else:
        make_master_key(key)
        click.echo(f"{key} written: the master key")
        click.echo("    Keep a copy in a safe place, away from this machine: without it")
        click.echo("    the stored mail cannot be read again.")
    click.echo(f"{private_folder(config.state)} is where accepted mail is kept")
    named = "" if folder == Path() else f" -c {policy}"
    click.echo(f"next: edit {policy}, then run: gateway check{named}")
