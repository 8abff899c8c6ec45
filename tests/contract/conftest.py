"""A fresh store and its clock."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gateway.store.sqlite import SqliteStore
from tests.stores import Clock, opened


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[SqliteStore]:
    store = opened(tmp_path, clock)
    yield store
    store.close()
