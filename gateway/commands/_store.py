"""The store as a command sees it: a second process beside the running gateway."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gateway.commands._policy import config_of
from gateway.config.read import Config
from gateway.errors import NeedsHuman

if TYPE_CHECKING:
    import sqlite3

    from gateway.store.clients import Clients
    from gateway.store.editions import Editions
    from gateway.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Beside:
    """One database, open for a command."""

    config: Config
    db: "sqlite3.Connection"
    vault: "Vault"
    clients: "Clients"
    editions: "Editions"


@contextmanager
def beside(policy: str | None, *, make: bool = False) -> Iterator[Beside]:
    """The store that this policy names, while the gateway runs or not.

    make  begin one when there is none yet
    Errors: NeedsHuman when there is none, or it is of another key; ConfigError.
    """
    from gateway.core.addresses import key_of
    from gateway.private import private_folder
    from gateway.secrets import master_key
    from gateway.store.clients import Clients
    from gateway.store.database import connect, is_of
    from gateway.store.editions import Editions
    from gateway.store.migrate import migrate
    from gateway.store.vault import Vault

    config = config_of(policy)
    folder = config.state
    if make:
        private_folder(folder)
    elif not (folder / "gateway.db").is_file():
        detail = "the gateway has not run here; is this the right --config?"
        raise NeedsHuman(f"nothing is kept in {folder} yet", detail=detail)
    vault = Vault(master_key(config))
    with closing(connect(folder)) as db:
        migrate(db)
        clients = Clients(db, vault, key_of)
        if not (is_of(vault, db) and clients.of_this_key()):
            detail = f"{folder}: put the key back that it was begun with"
            raise NeedsHuman("the stored mail is of another master key", detail=detail)
        yield Beside(config, db, vault, clients, Editions(db, vault))
