"""What every store owes: kept before answered, decided once, each action to its end."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from gateway.core.decision import Alert, Because, Decision, Deliver, Reply
from gateway.core.record import Record
from gateway.core.schedule import Next
from gateway.errors import TryLater
from gateway.store import queue
from gateway.store.sqlite import SqliteStore
from tests.stores import BIG, DECISION, RAW, Clock, asked, envelope, opened


@pytest.mark.parametrize("raw", [RAW, BIG], ids=["in the row", "in a file"])
async def test_a_kept_message_outlives_the_process(
    tmp_path: Path, clock: Clock, raw: bytes
) -> None:
    store = opened(tmp_path, clock)
    env = envelope(clock)
    message = await store.put(env, raw)
    store.close()
    again = opened(tmp_path, clock)
    job = await again.next_job(0.01)
    assert (job.id, job.env, await job.raw()) == (message, env, raw)
    assert (again.messages, again.bytes) == (1, len(raw))
    again.close()


async def test_nothing_on_disk_is_clear(tmp_path: Path, clock: Clock) -> None:
    store = opened(tmp_path, clock)
    for raw in (RAW + b"CANARY", BIG + b"CANARY"):
        await store.put(envelope(clock, "canary@client.example"), raw)
        job = await store.next_job(0.01)
        await job.decided(DECISION, Record(intents=("other",)), asked(clock))
        for number in range(3):
            await job.done(number)
        store.release(job)
    store.close()
    for path in tmp_path.rglob("*"):
        if path.is_file():
            data = path.read_bytes().lower()
            assert b"canary" not in data, path
            assert b"client.example" not in data, path


async def test_it_is_decided_once_and_ends_when_all_is_done(
    store: SqliteStore, clock: Clock
) -> None:
    message = await store.put(envelope(clock), BIG)
    job = await store.next_job(0.01)
    assert await job.begin() is None
    todo = await job.decided(DECISION, Record(intents=("other",), risk="none"), asked(clock))
    assert todo == list(enumerate(DECISION.actions))
    for number, _ in todo:
        await job.done(number)
    seen = store.look(message)
    assert seen is not None
    assert seen.state == "done"
    assert [a.state for a in seen.actions] == ["done"] * 3
    assert seen.record.intents == ("other",)
    assert (store.messages, store.bytes) == (0, 0)


LONE = Decision((Deliver("box@clinic.example"),), (Because("clear", "no attachment"),))


@pytest.mark.parametrize("state", ["done", "todo"])
async def test_a_lone_delivery_is_written_down_with_its_outcome(
    store: SqliteStore, clock: Clock, state: str
) -> None:
    message = await store.put(envelope(clock), RAW)
    job = await store.next_job(0.01)
    assert await job.decided(LONE, Record(intents=("other",))) == [(0, LONE.actions[0])]
    before = store.look(message)
    assert before is not None
    assert (before.state, before.actions) == ("kept", ())
    if state == "done":
        await job.done(0)
    else:
        await job.failed(0, Next(state="todo", not_before=clock() + timedelta(hours=1)), "away")
    seen = store.look(message)
    assert seen is not None
    assert [(a.state, a.attempts) for a in seen.actions] == [(state, 1)]
    assert seen.state == ("done" if state == "done" else "decided")
    assert (seen.record.intents, seen.record.reasons) == (("other",), LONE.reasons)


async def test_a_lone_delivery_without_an_outcome_is_judged_again(
    tmp_path: Path, clock: Clock
) -> None:
    store = opened(tmp_path, clock)
    await store.put(envelope(clock), RAW)
    await (await store.next_job(0.01)).decided(LONE, Record())
    store.close()
    again = opened(tmp_path, clock)
    job = await again.next_job(0.01)
    assert await job.begin() is None
    assert await job.raw() == RAW
    again.close()


async def test_the_body_goes_when_all_is_done(tmp_path: Path, clock: Clock) -> None:
    store = opened(tmp_path, clock)
    await store.put(envelope(clock), BIG)
    job = await store.next_job(0.01)
    for number, _ in await job.decided(DECISION, Record(), asked(clock)):
        await job.done(number)
    assert list((tmp_path / "spool").iterdir()) == []
    store.close()


async def test_after_a_kill_in_mid_action_mail_is_tried_again_and_a_reply_is_not(
    tmp_path: Path, clock: Clock
) -> None:
    store = opened(tmp_path, clock)
    message = await store.put(envelope(clock), RAW)
    job = await store.next_job(0.01)
    await job.decided(DECISION, Record(), asked(clock))
    store.close()  # with all three actions in doing, as after kill -9
    again = opened(tmp_path, clock)
    job = await again.next_job(0.01)
    due = await job.begin()
    assert due is not None
    assert [type(action) for _, action in due] == [Alert, Deliver]
    assert job.tried(1).attempts == 2
    seen = again.look(message)
    assert seen is not None
    assert seen.actions[2].state == "dropped"
    assert "in doubt" in seen.actions[2].error
    again.close()


async def test_a_failed_action_waits_its_time(store: SqliteStore, clock: Clock) -> None:
    message = await store.put(envelope(clock), RAW)
    job = await store.next_job(0.01)
    await job.decided(Decision((Deliver("box@clinic.example"),), ()), Record())
    later = clock() + timedelta(seconds=60)
    alert = Alert("urgent", "delayed")
    await job.failed(0, Next(state="todo", not_before=later, also=(alert,)), "away")
    store.release(job)
    job = await store.next_job(0.01)
    assert await job.begin() == [(1, alert)]
    await job.done(1)
    store.release(job)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(store.next_job(0.005), 0.05)
    clock.pass_(seconds=61)
    job = await store.next_job(0.005)
    assert await job.begin() == [(0, Deliver("box@clinic.example"))]
    assert job.tried(0).told == {"delayed"}
    seen = store.look(message)
    assert seen is not None
    assert seen.actions[0].attempts == 2


async def test_one_reply_per_sender_and_window(store: SqliteStore, clock: Clock) -> None:
    kinds = []
    for number in range(3):
        await store.put(envelope(clock), RAW)
        job = await store.next_job(0.01)
        todo = await job.decided(DECISION, Record(), asked(clock, message=f"<{number}@x>"))
        kinds.append(any(isinstance(a, Reply) for _, a in todo))
        for n, _ in todo:
            await job.done(n)
        store.release(job)
        clock.pass_(days=4)
    assert kinds == [True, False, True]


async def test_a_refused_claim_is_written_down_as_the_reason(
    store: SqliteStore, clock: Clock
) -> None:
    for _ in range(2):
        message = await store.put(envelope(clock), RAW)
        job = await store.next_job(0.01)
        await job.decided(DECISION, Record(), asked(clock))
        store.release(job)
    seen = store.look(message)
    assert seen is not None
    codes = [because.code for because in seen.record.reasons]
    assert codes[0] == "intent"
    assert "reply" not in codes
    assert len(codes) == 2


async def test_who_refuses_a_reply_for_good_gets_none_for_a_month(
    store: SqliteStore, clock: Clock
) -> None:
    answered = []
    for step in range(3):
        await store.put(envelope(clock), RAW)
        job = await store.next_job(0.01)
        todo = await job.decided(DECISION, Record(), asked(clock, message=f"<{step}@x>"))
        answered.append(len(todo) == 3)
        if len(todo) == 3:
            await job.failed(2, Next(state="dropped"), "refused: no such user")
        store.release(job)
        clock.pass_(days=16)
    assert answered == [True, False, True]


async def test_a_message_that_ends_the_program_three_times_is_worn_out(
    tmp_path: Path, clock: Clock
) -> None:
    store = opened(tmp_path, clock)
    await store.put(envelope(clock), RAW)
    for crash in range(3):
        job = await store.next_job(0.01)
        assert (job.crashes, job.worn_out) == (crash, False)
        store.close()  # and what a crash inside our own code leaves behind
        (tmp_path / "in-work").write_bytes(job.id.encode().ljust(32, b"\0"))
        store = opened(tmp_path, clock)
    job = await store.next_job(0.01)
    assert job.worn_out
    await job.begin()
    await job.decided(DECISION, Record(shelved=True), hold=True)
    seen = store.look(job.id)
    assert seen is not None
    assert [a.state for a in seen.actions if a.kind == "deliver"] == ["held"]
    store.close()


@pytest.mark.parametrize("raw", [RAW * 900, BIG], ids=["in the row", "in a file"])
async def test_no_room_is_said_and_leaves_no_file(
    store: SqliteStore, tmp_path: Path, clock: Clock, raw: bytes
) -> None:
    store._writer._connection.execute("PRAGMA max_page_count = 1")
    full = 0
    for _ in range(50):  # until the free pages are used up
        try:
            await store.put(envelope(clock), raw)
        except TryLater:
            full += 1
    assert full
    kept = store.messages
    assert len(list((tmp_path / "spool").iterdir())) == (kept if raw is BIG else 0)
    store._writer._connection.execute("PRAGMA max_page_count = 1000000")
    await store.put(envelope(clock), raw)
    assert store.messages == kept + 1


async def test_many_at_once_are_all_kept(tmp_path: Path, clock: Clock) -> None:
    store = opened(tmp_path, clock)
    ids = await asyncio.gather(*(store.put(envelope(clock), RAW) for _ in range(200)))
    assert len(set(ids)) == 200
    store.close()
    again = opened(tmp_path, clock)
    assert again.messages == 200
    again.close()


async def test_a_long_queue_is_taken_up_without_a_pause(tmp_path: Path, clock: Clock) -> None:
    store = opened(tmp_path, clock)
    await asyncio.gather(*(store.put(envelope(clock), RAW) for _ in range(300)))
    store.close()
    again = opened(tmp_path, clock)
    never = 3_600.0
    async with asyncio.timeout(30):
        jobs = [await again.next_job(never) for _ in range(300)]
    assert len({job.id for job in jobs}) == 300
    again.close()


async def test_a_person_holds_releases_and_retries(
    tmp_path: Path, store: SqliteStore, clock: Clock
) -> None:
    message = await store.put(envelope(clock), RAW)
    job = await store.next_job(0.01)
    await job.decided(Decision((Deliver("box@clinic.example", "message"),), ()), Record())
    far = clock() + timedelta(hours=5)
    await job.failed(0, Next(state="waiting", not_before=far), "no key")
    store.release(job)
    db = store._reader
    assert queue.hold(db, message) == 1
    assert queue.retry(db, message) == 0
    assert queue.release(db, store.vault, message, clear=True) == 1
    job = await store.next_job(0.01)
    assert await job.begin() == [(0, Deliver("box@clinic.example", None))]


async def test_old_records_are_dropped(store: SqliteStore, clock: Clock) -> None:
    message = await store.put(envelope(clock), RAW)
    job = await store.next_job(0.01)
    for number, _ in await job.decided(DECISION, Record(), asked(clock)):
        await job.done(number)
    store.release(job)
    clock.pass_(days=91)
    await store.forget_old(90, 7, 1_095)
    assert store.look(message) is None
