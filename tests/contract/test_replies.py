"""What is remembered of each reply: written with its claim, found by line, and dropped in time."""

from contextlib import closing
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gateway.core.decision import Because, Decision, Deliver, Reply
from gateway.core.record import Asked, Record, ReplyTrace
from gateway.errors import NeedsHuman, TryLater
from gateway.store.database import connect
from gateway.store.editions import Editions
from gateway.store.replies import SentReply, iterate, to_message, with_line
from gateway.store.sqlite import SqliteStore
from gateway.store.vault import Vault
from tests.stores import DECISION, MASTER, RAW, Clock, asked, envelope, opened

ANN, BO = "ann@client.example", "bo@client.example"
TRACE = ReplyTrace(
    edition=3,
    template="booking",
    languages=("fr-CA", "en"),
    form="discreet",
    also=("resource",),
    short=True,
    place="CA-QC",
    audience=("youth",),
    lines=("CA-emergency", "CA-988"),
    foreign="pt",
    received="2026-03-03T09:30:00-05:00",
    received_zone="America/Toronto",
)
RECORD = Record(intents=("booking", "resource"), risk="notice", language="pt")
LONE = Decision((Deliver("box@clinic.example"),), (Because("shadow", "only recorded"),))
EVER = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


def tracing(clock: Clock, sender: str = ANN, trace: ReplyTrace | None = TRACE) -> Asked:
    return replace(asked(clock, sender, f"<{clock()}@x>"), trace=trace)


async def answer(
    store: SqliteStore, clock: Clock, ask: Asked, decision: Decision = DECISION
) -> tuple[str, bool]:
    """One message decided and done: its id, and whether the reply was to be sent."""
    message = await store.put(envelope(clock, ask.sender), RAW)
    job = await store.next_job(0.01)
    todo = await job.decided(decision, RECORD, ask)
    for number, _ in todo:
        await job.done(number)
    store.release(job)
    return message, any(isinstance(action, Reply) for _, action in todo)


def every(store: SqliteStore) -> list[SentReply]:
    return list(iterate(store._reader, store.vault, *EVER))


def lined(store: SqliteStore, line: str) -> list[SentReply]:
    return list(with_line(store._reader, store.vault, line, *EVER))


async def test_a_reply_is_remembered_as_it_was_made(store: SqliteStore, clock: Clock) -> None:
    message, sent = await answer(store, clock, tracing(clock))
    assert sent
    kept = to_message(store._reader, store.vault, message)
    assert kept == SentReply(
        at=clock(),
        state="claimed",
        message=message,
        address=ANN,
        reasons=("booking", "resource"),
        risk="notice",
        language="pt",
        trace=TRACE,
    )
    assert every(store) == [kept]
    assert to_message(store._reader, store.vault, "nothing") is None
    assert all(getattr(TRACE, f.name) != f.default for f in fields(ReplyTrace)), "test every field"


async def test_a_barred_reply_and_one_without_a_trace_leave_none(
    store: SqliteStore, clock: Clock
) -> None:
    await answer(store, clock, tracing(clock, trace=None))
    clock.pass_(hours=1)
    _, sent = await answer(store, clock, tracing(clock))
    assert not sent
    assert every(store) == []


async def test_a_shadow_reply_is_remembered_and_not_claimed(
    store: SqliteStore, clock: Clock
) -> None:
    for _ in range(2):
        message, sent = await answer(store, clock, replace(tracing(clock), shadow=True), LONE)
        clock.pass_(hours=1)
        seen = store.look(message)
        assert seen is not None
        assert (seen.state, sent) == ("done", False)
        assert [b.code for b in seen.record.reasons] == ["shadow"]
    assert [reply.state for reply in every(store)] == ["shadow", "shadow"]
    assert not store.clients.known(ANN, EVER[0]).replied


async def test_a_shadow_reply_that_was_barred_is_told_as_such(
    store: SqliteStore, clock: Clock
) -> None:
    await answer(store, clock, tracing(clock))
    clock.pass_(hours=1)
    message, _ = await answer(store, clock, replace(tracing(clock), shadow=True), LONE)
    seen = store.look(message)
    assert seen is not None
    assert [b.code for b in seen.record.reasons] == ["replied-lately"]
    assert len(every(store)) == 1


async def test_who_got_a_line_is_found_by_the_line(store: SqliteStore, clock: Clock) -> None:
    await answer(store, clock, tracing(clock))
    clock.pass_(hours=1)
    await answer(store, clock, tracing(clock, BO, replace(TRACE, lines=("CA-988", "CA-988"))))
    assert [r.address for r in lined(store, "CA-988")] == [ANN, BO]
    assert [r.address for r in lined(store, "CA-emergency")] == [ANN]
    assert lined(store, "CA") == lined(store, "US-988") == []
    plan = store._reader.execute(
        "EXPLAIN QUERY PLAN SELECT 1 FROM reply_line JOIN reply ON reply.id = reply WHERE line = ''"
    ).fetchall()
    assert all("SCAN" not in str(row) for row in plan), plan


async def test_a_time_is_from_its_first_moment_to_before_its_last(
    store: SqliteStore, clock: Clock
) -> None:
    start = clock()
    for sender in (ANN, BO):
        await answer(store, clock, tracing(clock, sender))
        clock.pass_(days=1)
    for since, until, found in (
        (start, start + timedelta(days=1), [ANN]),
        (start + timedelta(seconds=1), clock(), [BO]),
        (start, clock(), [ANN, BO]),
    ):
        db, vault = store._reader, store.vault
        assert [r.address for r in iterate(db, vault, since, until)] == found
        assert [r.address for r in with_line(db, vault, "CA-988", since, until)] == found
        assert list(iterate(db, vault, since, until, edition=4)) == []
        assert [r.address for r in iterate(db, vault, since, until, edition=3)] == found


async def test_a_reply_made_anew_is_remembered_as_it_left(
    tmp_path: Path, store: SqliteStore, clock: Clock
) -> None:
    message = await store.put(envelope(clock), RAW)
    job = await store.next_job(0.01)
    await job.decided(DECISION, RECORD, tracing(clock))
    newer = replace(TRACE, edition=4, lines=("CA-988", "CA-text"))
    for _ in range(2):
        await job.restate(newer)
    kept = to_message(store._reader, store.vault, message)
    assert kept is not None
    assert (kept.trace, kept.reasons, kept.risk) == (newer, RECORD.intents, RECORD.risk)
    assert lined(store, "CA-emergency") == []
    assert lined(store, "CA-text") == lined(store, "CA-988") == [kept]
    assert list(iterate(store._reader, store.vault, *EVER, edition=3)) == []
    store.clients.forget(ANN)
    await job.restate(TRACE)
    assert every(store) == []


async def test_the_trace_comes_and_goes_with_its_claim(tmp_path: Path, clock: Clock) -> None:
    """All or nothing: what cannot be written whole is not written, and tried again."""
    store = opened(tmp_path, clock)
    await store.put(envelope(clock), RAW)
    job = await store.next_job(0.01)
    store._reader.execute(
        "CREATE TRIGGER no BEFORE INSERT ON reply_line BEGIN SELECT RAISE(ABORT, 'no'); END"
    )
    with pytest.raises(Exception, match="no"):
        await job.decided(DECISION, RECORD, tracing(clock))
    assert every(store) == []
    assert not store.clients.known(ANN, EVER[0]).replied
    store._reader.execute("DROP TRIGGER no")
    await job.decided(DECISION, RECORD, tracing(clock))
    assert len(every(store)) == 1
    assert store.clients.known(ANN, EVER[0]).replied
    store.close()


async def test_replies_are_forgotten_with_the_client_and_with_time(
    store: SqliteStore, clock: Clock
) -> None:
    await answer(store, clock, tracing(clock))
    await answer(store, clock, tracing(clock, BO))
    gone = store.clients.forget(ANN)
    assert (gone.replies, gone.agreement) == (1, False)
    assert [r.address for r in lined(store, "CA-988")] == [BO]
    clock.pass_(days=100)
    await store.forget_old(90, 7, 101)
    assert len(every(store)) == 1
    await store.forget_old(90, 7, 99)
    assert every(store) == []
    assert store._reader.execute("SELECT count(*) FROM reply_line").fetchone() == (0,)


async def test_nothing_of_a_reply_is_clear_on_disk(tmp_path: Path, clock: Clock) -> None:
    store = opened(tmp_path, clock)
    await answer(store, clock, tracing(clock, "canary@client.example"))
    store.editions.number_of({"policy": "canary", "lines": [{"id": "CA-988"}]}, clock())
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    data = b"".join(path.read_bytes() for path in files).lower()
    store.close()
    data += b"".join(path.read_bytes() for path in files if path.exists()).lower()
    for clear in (
        b"canary",
        b"client.example",
        b"ca-qc",
        b"fr-ca",
        b"youth",
        b"ca-988",
        b"booking",
    ):
        assert clear not in data, clear


CONTENT = {"policy": "a = 1\n", "templates": {"other": "Hello"}, "lines": [], "program": "1"}


def test_the_same_content_is_the_same_edition(store: SqliteStore, clock: Clock) -> None:
    first = store.editions.number_of(CONTENT, clock())
    clock.pass_(days=1)
    changed = {**CONTENT, "templates": {"other": "Hello."}}
    assert store.editions.number_of(changed, clock()) == first + 1
    clock.pass_(days=1)
    turned = dict(reversed(CONTENT.items()))
    assert store.editions.number_of(turned, clock()) == first
    kept = store.editions.read(first)
    assert (kept.content, kept.number) == (CONTENT, first)
    assert kept.last_at - kept.first_at == timedelta(days=2)
    assert store.editions.read(first + 1).content == changed
    newest = store.editions.newest()
    assert newest is not None
    assert newest.number == first
    with pytest.raises(NeedsHuman, match="no edition 9"):
        store.editions.read(9)


def test_an_edition_is_proved_once(tmp_path: Path, clock: Clock) -> None:
    store = opened(tmp_path, clock)
    number = store.editions.number_of(CONTENT, clock())
    assert not store.editions.proved(number)
    store.editions.prove(number)
    store.close()
    again = opened(tmp_path, clock)
    assert again.editions.proved(again.editions.number_of(CONTENT, clock()))
    assert not again.editions.proved(again.editions.number_of({**CONTENT, "program": "2"}, clock()))
    assert again.editions.newest() is not None
    again.close()


def test_a_full_disk_stops_a_new_edition_and_no_known_one(store: SqliteStore, clock: Clock) -> None:
    number = store.editions.number_of(CONTENT, clock())
    with closing(connect(_folder(store))) as beside:
        beside.execute("BEGIN IMMEDIATE")  # no room, or no turn: to the store it is the same
        store._reader.execute("PRAGMA busy_timeout = 1")
        assert store.editions.number_of(CONTENT, clock()) == number
        with pytest.raises(TryLater):
            store.editions.number_of({"policy": "b"}, clock())
        beside.execute("ROLLBACK")
    assert store.editions.number_of({"policy": "b"}, clock()) == number + 1


def _folder(store: SqliteStore) -> Path:
    (row,) = store._reader.execute("PRAGMA database_list").fetchall()
    return Path(row[2]).parent


def test_an_edition_opens_under_its_number_only(store: SqliteStore, clock: Clock) -> None:
    one = store.editions.number_of(CONTENT, clock())
    two = store.editions.number_of({"policy": "b"}, clock())
    store._reader.execute(
        "UPDATE edition SET content = (SELECT content FROM edition WHERE number = ?)"
        " WHERE number = ?",
        (one, two),
    )
    with pytest.raises(NeedsHuman):
        Editions(store._reader, Vault(MASTER)).read(two)
