"""A door that is open, and a client in front of it; a folder in which all is well."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.checked import Write, ready
from tests.peers.scripted import Server, running
from tests.unit.doors import Client, Kept, client_of, door_with


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
async def client(kept: Kept, tmp_path: Path) -> AsyncIterator[Client]:
    async with door_with(kept, tmp_path) as inlet, client_of(inlet) as client:
        await client.say("EHLO client.example")
        yield client


@pytest.fixture
def server() -> Iterator[Server]:
    """A relay that takes what it is given."""
    with running(Server()) as one:
        yield one


@pytest.fixture
def write(tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> Write:
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    monkeypatch.delenv("GATEWAY_MASTER_KEY", raising=False)
    return ready(tmp_path, server.port)
