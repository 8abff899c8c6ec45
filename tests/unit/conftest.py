"""A door that is open, and a client in front of it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.unit.doors import Client, Kept, client_of, door_with


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
async def client(kept: Kept, tmp_path: Path) -> AsyncIterator[Client]:
    async with door_with(kept, tmp_path) as inlet, client_of(inlet) as client:
        await client.say("EHLO client.example")
        yield client
