"""One message, start to end. The page to read first; then core/decide.py.

    door -> store.put -> 250          (inlet/, store/: kept before it is answered)
    run_job: judge -> write down -> act, each action alone and all at once

Safe to call again after the program ended at any line: the decision is kept
before the first action, each attempt is written down before it is made, and a
reply's claim before it is sent. Only mail that asks for nothing but its delivery
is written down once, with the outcome; until then it is judged and delivered again.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from gateway.core.decision import Action, kind_of
from gateway.core.schedule import Failure, Next, Tried
from gateway.errors import EdgeError, GiveUp, NeedsHuman, TryLater, Withheld
from gateway.ports import Job

log = logging.getLogger(__name__)

Send = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """What the pipeline asks of the rest, as functions.

    judge    read, understand, decide, and write the decision down; the actions to do now
    prepare  an action as bytes ready for the wire, and the call that sends them
    after    what becomes of an action that failed (core/schedule.py)
    """

    judge: Callable[[Job], Awaitable[list[tuple[int, Action]]]]
    prepare: Callable[[Job, int, Action], Awaitable[Send]]
    after: Callable[[Action, Failure, Tried], Next]


async def run_job(job: Job, stages: Stages) -> None:
    """Decide once, then do what is left; each action succeeds or fails alone."""
    actions = await job.begin()
    if actions is None:
        with job.in_work():
            actions = await stages.judge(job)
    elif job.worn_out and not job.record.shelved:
        await job.shelve()
        return
    acts = [_act(job, stages, number, action) for number, action in actions]
    await (acts[0] if len(acts) == 1 else asyncio.gather(*acts))
    await job.survived()


async def _act(job: Job, stages: Stages, number: int, action: Action) -> None:
    try:
        send = await stages.prepare(job, number, action)
        await send()
    except Exception as error:  # noqa: BLE001 one action must not stop the others
        failure, words = explain(error)
        step = stages.after(action, failure, job.tried(number))
        log.warning("%s/%d %s: %s: %s", job.id, number, kind_of(action), step.state, words)
        await job.failed(number, step, words)
    else:
        log.info("%s/%d %s: done", job.id, number, kind_of(action))
        await job.done(number)


def explain(error: Exception) -> tuple[Failure, str]:
    """What kind of failure this is, and words for the therapist and the log.

    An unknown exception is our own bug; its text may hold a client's words, so only its
    type is told. It is tried again: the next version may have mended it.
    """
    match error:
        case TryLater(in_doubt=True):
            return "in-doubt", f"in doubt: {error.public}"
        case TryLater():
            return "later", _words(error)
        case NeedsHuman():
            return "human", _words(error)
        case Withheld():
            return "refused", _words(error)
        case GiveUp():
            return "refused", f"refused: {_words(error)}"
        case _:
            return "later", f"our own fault: {type(error).__name__}"


def _words(error: EdgeError) -> str:
    return f"{error.public} ({error.detail})" if error.detail else error.public
