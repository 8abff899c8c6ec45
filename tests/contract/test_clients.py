"""What the store knows of single clients: agreed, sealed, seen at once, and forgotten."""

import sqlite3
import statistics
import time
from contextlib import closing
from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.addresses import key_of
from gateway.core.client import Client, Known
from gateway.core.record import Record
from gateway.core.schedule import Next
from gateway.errors import NeedsHuman
from gateway.store.clients import Clients, Forgotten
from gateway.store.database import connect
from gateway.store.migrate import migrate, steps
from gateway.store.records import pack_client, unpack_client
from gateway.store.sqlite import SqliteStore
from gateway.store.vault import Vault
from tests.stores import DECISION, MASTER, RAW, Clock, asked, envelope, opened

ANN = "ann@client.example"
AGREED = Client(
    place="CA-QC",
    language="fr-CA",
    audience=("youth", "lgbtq"),
    reply="discreet",
    reasons=("booking", "cancelling"),
    consent=date(2026, 1, 5),
    minor=True,
)
WEEK = timedelta(days=7)


def beside(folder: Path, master: bytes = MASTER) -> tuple[sqlite3.Connection, Clients]:
    """What a command in another process works with."""
    db = connect(folder)
    return db, Clients(db, Vault(master), key_of)


async def answered(store: SqliteStore, clock: Clock, sender: str = ANN, name: str = "<1@x>") -> str:
    message = await store.put(envelope(clock, sender), RAW)
    job = await store.next_job(0.01)
    for number, _ in await job.decided(DECISION, Record(), asked(clock, sender, name)):
        await job.done(number)
    store.release(job)
    return message


def test_an_agreement_is_kept_as_it_was_made(store: SqliteStore, clock: Clock) -> None:
    for client in (AGREED, Client(), Client(reply="none", reasons=())):
        store.clients.put(ANN, client, clock())
        assert store.clients.get(ANN) == client
    assert store.clients.get("bo@client.example") is None
    assert all(getattr(AGREED, f.name) != f.default for f in fields(Client)), "test every field"


@pytest.mark.parametrize(
    "spelling", ["ANN@Client.Example", " ann@client.example", '"ann"@client.example']
)
def test_a_client_is_known_in_every_spelling(
    store: SqliteStore, clock: Clock, spelling: str
) -> None:
    store.clients.put(ANN, AGREED, clock())
    assert store.clients.known(spelling, clock()).client == AGREED
    assert store.clients.forget(spelling)
    assert store.clients.all() == []


@given(
    st.builds(
        Client,
        place=st.text(max_size=6),
        audience=st.tuples(st.sampled_from(["youth", "veterans"])),
        reply=st.sampled_from([None, "full", "discreet", "none"]),
        reasons=st.none() | st.lists(st.text(max_size=9)).map(tuple),
        consent=st.none() | st.dates(),
        minor=st.booleans(),
    ),
    st.text(),
)
def test_what_is_packed_comes_out_as_it_was(client: Client, address: str) -> None:
    assert unpack_client(pack_client(address, client)) == (address, client)


async def test_who_had_a_reply_in_the_window_is_known(store: SqliteStore, clock: Clock) -> None:
    assert store.clients.known(ANN, clock() - WEEK) == Known()
    await answered(store, clock)
    clock.pass_(days=6)
    assert store.clients.known("ANN@client.example", clock() - WEEK) == Known(replied=True)
    assert store.clients.known("bo@client.example", clock() - WEEK) == Known()
    clock.pass_(days=2)
    assert store.clients.known(ANN, clock() - WEEK) == Known()


def test_a_running_gateway_sees_what_a_command_changes(
    store: SqliteStore, tmp_path: Path, clock: Clock
) -> None:
    db, clients = beside(tmp_path)
    with closing(db):
        clients.put(ANN, AGREED, clock())
        assert store.clients.known(ANN, clock()).client == AGREED
        clients.put(ANN, Client(reply="none"), clock())
        assert store.clients.known(ANN, clock()).client == Client(reply="none")
        clients.forget(ANN)
        assert store.clients.known(ANN, clock()).client is None


async def test_forgetting_leaves_nothing_of_her(
    store: SqliteStore, tmp_path: Path, clock: Clock
) -> None:
    await answered(store, clock)
    await answered(store, clock, "bo@client.example", "<2@x>")
    await store.put(envelope(clock), RAW)
    job = await store.next_job(0.01)
    clock.pass_(days=8)
    await job.decided(DECISION, Record(), asked(clock, message="<3@x>"))
    await job.failed(2, Next(state="dropped"), "refused: no such user")
    store.clients.put(ANN, AGREED, clock())
    (sealed,) = store._reader.execute("SELECT record FROM client").fetchone()
    db, clients = beside(tmp_path)
    with closing(db):
        assert clients.forget(ANN) == Forgotten(agreement=True, replies=0, limits=3)
        assert not clients.forget(ANN)
    assert store.clients.known(ANN, clock() - WEEK) == Known()
    assert store.clients.known("bo@client.example", clock() - 2 * WEEK).replied
    for path in tmp_path.iterdir():
        if path.is_file():
            assert sealed not in path.read_bytes(), path


def test_nothing_of_an_agreement_is_clear_on_disk(tmp_path: Path, clock: Clock) -> None:
    store = opened(tmp_path, clock)
    store.clients.put("Canary@client.example", AGREED, clock())
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    store.close()
    data = b"".join(path.read_bytes() for path in files if path.exists()).lower()
    assert data
    for clear in (b"canary", b"client.example", b"ca-qc", b"fr-ca", b"lgbtq", b"discreet"):
        assert clear not in data, clear


def test_a_record_opens_in_its_own_row_only(store: SqliteStore, clock: Clock) -> None:
    store.clients.put(ANN, Client(reply="none"), clock())
    store.clients.put("bo@client.example", Client(), clock())
    rows = store._reader.execute("SELECT mark, record FROM client").fetchall()
    swapped = [(rows[1][1], rows[0][0]), (rows[0][1], rows[1][0])]
    store._reader.executemany("UPDATE client SET record = ? WHERE mark = ?", swapped)
    with pytest.raises(NeedsHuman):
        store.clients.known(ANN, clock())


def test_another_key_is_refused_before_an_agreement_is_overlooked(
    tmp_path: Path, clock: Clock
) -> None:
    store = opened(tmp_path, clock)
    store.clients.put(ANN, Client(reply="none"), clock())
    store.close()
    with pytest.raises(NeedsHuman, match="another master key"):
        opened(tmp_path, clock, bytes(32))
    db, clients = beside(tmp_path, bytes(32))
    with closing(db):
        assert not clients.of_this_key()


def test_a_store_of_the_version_before_is_brought_up_to_date(tmp_path: Path, clock: Clock) -> None:
    vault = Vault(MASTER)
    with closing(connect(tmp_path)) as db:
        for number, sql in steps()[:2]:
            db.executescript(f"{sql};PRAGMA user_version = {number};")
        row = {name: vault.mark(name) for name in ("handle", "domain", "message")}
        row |= {"sender": vault.mark("sender", ANN), "at": clock().timestamp()}  # type: ignore[dict-item]
        db.execute(
            "INSERT INTO answer (at, crisis, handle, sender, domain, message)"
            " VALUES (:at, 0, :handle, :sender, :domain, :message)",
            row,
        )
        assert migrate(db) == steps()[-1][0]
        assert migrate(db) == steps()[-1][0]
    store = opened(tmp_path, clock)
    clock.pass_(hours=1)
    assert store.clients.known(ANN, clock() - WEEK) == Known(replied=True)
    store.clients.put(ANN, AGREED, clock())
    assert store.clients.all() == [(ANN, AGREED)]
    assert "answer_sender" in _plan(store, "SELECT 1 FROM answer WHERE sender = '' AND at > 0")
    store.close()


def _plan(store: SqliteStore, sql: str) -> str:
    return " ".join(str(r) for r in store._reader.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall())


def test_five_hundred_clients_cost_next_to_nothing(store: SqliteStore, clock: Clock) -> None:
    with store._reader:
        store._reader.execute("BEGIN")
        for number in range(500):
            store.clients.put(f"client{number}@client{number % 9}.example", AGREED, clock())
    start = time.perf_counter()
    assert len(store.clients.all()) == 500
    assert time.perf_counter() - start < 0.2
    took = []
    for number in range(500):
        start = time.perf_counter()
        known = store.clients.known(f"client{number}@client{number % 9}.example", clock())
        took.append(time.perf_counter() - start)
        assert known.client == AGREED
    assert statistics.median(took) < 100e-6  # measured: 17e-6
