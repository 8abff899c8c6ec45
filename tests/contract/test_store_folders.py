"""A folder of stored mail: held by one process, opened with its key, of any age."""

import sqlite3
from pathlib import Path

import pytest

from gateway.core.record import Record
from gateway.errors import NeedsHuman
from gateway.store.migrate import steps
from gateway.store.records import pack_envelope
from gateway.store.sqlite import SqliteStore
from gateway.store.vault import Vault
from tests.stores import DECISION, MASTER, RAW, Clock, asked, envelope, opened


async def test_a_second_process_on_the_folder_is_refused(
    store: SqliteStore, tmp_path: Path, clock: Clock
) -> None:
    with pytest.raises(NeedsHuman, match="another gateway"):
        opened(tmp_path, clock)


@pytest.mark.parametrize("done", [False, True])
async def test_another_master_key_is_refused(tmp_path: Path, clock: Clock, done: bool) -> None:
    """Else new mail would lie beside old mail that nobody can open, and windows be forgotten."""
    store = opened(tmp_path, clock)
    await store.put(envelope(clock), RAW)
    if done:
        job = await store.next_job(0.01)
        await job.decided(DECISION, Record(), asked(clock))
        for number in range(3):
            await job.done(number)
    store.close()
    with pytest.raises(NeedsHuman, match="another master key"):
        opened(tmp_path, clock, master=bytes(32))
    opened(tmp_path, clock).close()


def test_what_is_no_database_is_said_in_words(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "gateway.db").write_bytes(bytes(8_192))
    with pytest.raises(NeedsHuman, match="damaged"):
        opened(tmp_path, clock)


async def test_an_older_file_is_brought_up_to_date_with_its_mail(
    tmp_path: Path, clock: Clock
) -> None:
    number, first = steps()[0]
    vault = Vault(MASTER)
    db = sqlite3.connect(tmp_path / "gateway.db")
    db.executescript(f"{first};PRAGMA user_version = {number};")
    env = envelope(clock)
    db.execute(
        "INSERT INTO message (id, received_at, size, state, envelope) VALUES (?, ?, ?, 'kept', ?)",
        ("old", 1.0, len(RAW), vault.seal(pack_envelope(env), "envelope old")),
    )
    db.execute("INSERT INTO body VALUES ('old', ?)", (vault.seal(RAW, "body old"),))
    db.commit()
    db.close()
    store = opened(tmp_path, clock)
    job = await store.next_job(0.01)
    assert (job.id, job.env, await job.raw()) == ("old", env, RAW)
    assert len(await job.decided(DECISION, Record(), asked(clock))) == 3
    assert store._reader.execute("PRAGMA user_version").fetchone() == (steps()[-1][0],)
    store.close()


async def test_a_newer_schema_is_refused_in_words(tmp_path: Path, clock: Clock) -> None:
    opened(tmp_path, clock).close()
    db = sqlite3.connect(tmp_path / "gateway.db")
    db.execute("PRAGMA user_version = 9000")
    db.close()
    with pytest.raises(NeedsHuman, match="newer version"):
        opened(tmp_path, clock)
