"""gateway open: what was sealed, in clear again, with the therapist's own key."""

from collections.abc import Iterator
from pathlib import Path

import click

from gateway.errors import NeedsHuman

SEALED_FILES = (".eml", ".pgp", ".gpg", ".asc", ".p7m")
MAILDIR_PARTS = ("new", "cur")


@click.command()
@click.argument("source", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--to",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="Folder to write into; made when it is not there, nothing in it overwritten.",
)
@click.option(
    "--key",
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
    help="Your secret key: .asc, .pem or .p12.  [default: the keys of your own gpg]",
)
@click.option(
    "--certificate",
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
    help="The certificate of a .pem key that does not hold it.",
)
@click.option(
    "--home",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    help="The GnuPG home with your secret key.  [default: gpg's own]",
)
@click.option("--passphrase", envvar="GATEWAY_PASSPHRASE", help="Asked for when it is -.")
def command(
    source: Path,
    to: Path,
    key: Path | None,
    certificate: Path | None,
    home: Path | None,
    passphrase: str | None,
) -> None:
    """Decrypt what was sealed in SOURCE: a saved message, a sealed file, or a folder of them.

    Give the passphrase by the environment (GATEWAY_PASSPHRASE) or as --passphrase -.
    """
    from gateway.opening import open_sealed, save, unlocked

    if passphrase == "-":
        passphrase = click.prompt("Passphrase", hide_input=True, default="", show_default=False)
    count = 0
    with unlocked(home=home, key=key, certificate=certificate, passphrase=passphrase or "") as how:
        for path in _files(source):
            opened = open_sealed(path.read_bytes(), how, name=path.name)
            folder = to / path.stem if source.is_dir() else to
            for written in save(opened, folder) if opened else ():
                click.echo(str(written))
                count += 1
    if not count:
        raise NeedsHuman(f"nothing in {source} is sealed")


def _files(source: Path) -> Iterator[Path]:
    """The file itself, or all in the folder that may be sealed mail, a Maildir's included."""
    if source.is_file():
        yield source
        return
    for path in sorted(source.rglob("*")):
        if path.is_file() and (path.suffix in SEALED_FILES or path.parent.name in MAILDIR_PARTS):
            yield path
