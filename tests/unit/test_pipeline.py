"""One message through the pipeline, over a real store and stages made for the case."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from gateway.core.addresses import key_of
from gateway.core.decision import Action, Alert, Decision, Deliver, Reply
from gateway.core.mail import Envelope
from gateway.core.record import Record
from gateway.core.schedule import Failure, Next, Tried
from gateway.errors import GiveUp, NeedsHuman, TryLater, Withheld
from gateway.pipeline import Send, Stages, explain, run_job
from gateway.ports import Job
from gateway.store.sqlite import SqliteStore, open_store
from gateway.worker import Worker
from tests.conftest import NOW

DELIVER = Deliver("box@host.example")
REPLY = Reply("other", "other")
ALERT = Alert("urgent", "risk")
DECISION = Decision((ALERT, DELIVER, REPLY), ())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    store = open_store(tmp_path, bytes(32), inline_bytes=1000, now=lambda: NOW, key_of=key_of)
    yield store
    store.close()


class Edge:
    """Notes what is sent; fails as told."""

    def __init__(self, fails: dict[type[Action], Exception] | None = None) -> None:
        self.fails = fails or {}
        self.sent: list[Action] = []
        self.steps: list[Failure] = []

    async def judge(self, job: Job) -> list[tuple[int, Action]]:
        return await job.decided(DECISION, Record())

    async def prepare(self, job: Job, number: int, action: Action) -> Send:
        async def send() -> None:
            if type(action) in self.fails:
                raise self.fails[type(action)]
            self.sent.append(action)

        return send

    def after(self, action: Action, failure: Failure, tried: Tried) -> Next:
        self.steps.append(failure)
        return Next(state="waiting", not_before=NOW.replace(year=2030))

    def stages(self) -> Stages:
        return Stages(judge=self.judge, prepare=self.prepare, after=self.after)


async def put(store: SqliteStore) -> str:
    env = Envelope(sender="ann@client.example", recipients=("a@b.example",), received_at=NOW)
    return await store.put(env, b"words of a client\r\n")


def states(store: SqliteStore, message: str) -> dict[str, str]:
    seen = store.look(message)
    assert seen is not None
    return {a.kind: a.state for a in seen.actions}


async def test_all_actions_are_done(store: SqliteStore) -> None:
    edge = Edge()
    message = await put(store)
    await run_job(await store.next_job(0.01), edge.stages())
    assert sorted(map(str, edge.sent)) == sorted(map(str, DECISION.actions))
    assert set(states(store, message).values()) == {"done"}


@pytest.mark.parametrize("failing", [Alert, Deliver, Reply])
@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (TryLater("away"), "later"),
        (TryLater("cut", in_doubt=True), "in-doubt"),
        (NeedsHuman("no key"), "human"),
        (GiveUp("no"), "refused"),
        (Withheld("we do not"), "refused"),
        (KeyError("the words of a client"), "later"),
    ],
)
async def test_each_action_fails_alone(
    store: SqliteStore,
    failing: type[Action],
    error: Exception,
    failure: Failure,
    caplog: pytest.LogCaptureFixture,
) -> None:
    edge = Edge({failing: error})
    message = await put(store)
    await run_job(await store.next_job(0.01), edge.stages())
    assert len(edge.sent) == 2
    assert edge.steps == [failure]
    kinds = states(store, message)
    assert kinds.pop(failing.__name__.lower()) == "waiting"
    assert set(kinds.values()) == {"done"}
    assert "words of a client" not in caplog.text


def test_words_of_an_unknown_error_are_not_told() -> None:
    failure, words = explain(ValueError("the words of a client"))
    assert (failure, words) == ("later", "our own fault: ValueError")


async def test_a_message_whose_judging_fails_does_not_stop_the_next(store: SqliteStore) -> None:
    edge = Edge()
    done: asyncio.Queue[str] = asyncio.Queue()

    async def judge(job: Job) -> list[tuple[int, Action]]:
        if job.id == first:
            raise KeyError("the words of a client")
        return await edge.judge(job)

    stages = Stages(judge=judge, prepare=edge.prepare, after=edge.after)
    worker = Worker(store, stages, at_once=1, at_once_bytes=1, after=done.put_nowait)
    first, second = await put(store), await put(store)
    running = asyncio.create_task(worker.run())
    while await done.get() != second:
        pass
    running.cancel()
    await worker.drain(1)
    seen = store.look(first)
    assert seen is not None
    assert seen.state == "kept"
    assert set(states(store, second).values()) == {"done"}


async def test_a_worn_out_message_is_shelved_and_its_mail_is_held(tmp_path: Path) -> None:
    edge = Edge({Deliver: TryLater("away")})
    later = NOW.replace(year=2031)

    def opened() -> SqliteStore:
        return open_store(tmp_path, bytes(32), inline_bytes=1, now=lambda: later, key_of=key_of)

    store = opened()
    message = await put(store)
    await run_job(await store.next_job(0.01), edge.stages())
    store.close()
    for _ in range(3):  # what three crashes in the middle of it leave behind
        (tmp_path / "in-work").write_bytes(message.encode().ljust(32, b"\0"))
        opened().close()
    store = opened()
    job = await store.next_job(0.01)
    assert job.worn_out
    await run_job(job, edge.stages())
    seen = store.look(message)
    assert seen is not None
    told = [(a.kind, a.state) for a in seen.actions]
    assert told == [("alert", "done"), ("deliver", "held"), ("reply", "done"), ("alert", "todo")]
    store.close()
