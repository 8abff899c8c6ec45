"""What becomes of an action that failed. Time and chance come in as arguments.

Whose harm: a client's mail is never dropped; it waits where a person sees it.
A reply may be dropped: late, it comforts nobody, and doubled, it is a loop.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from gateway.core.decision import Action, Alert, Deliver, Reply, Report
from gateway.core.policy import Policy, Retry

Failure = Literal["later", "in-doubt", "human", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """How it went so far.

    attempts     tries already made, >= 1
    received_at  when the message came in; tries are measured from here
    told         causes of the alerts and reports that this message has had
    urgent       somebody may be in danger: the therapist is told at the first failure
    returnable   it has a reverse-path that a report can go to
    """

    attempts: int
    received_at: datetime
    told: frozenset[str]
    urgent: bool = False
    returnable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """What is next: the state of the action, when it is due, and what else is to be done.

    state  "todo" (at not_before), "waiting" (for a person; tried again at not_before all
           the same, since the cause may be gone) or "dropped"
    """

    state: Literal["todo", "waiting", "dropped"]
    not_before: datetime | None = None
    also: tuple[Action, ...] = ()


def wait_s(retry: Retry, attempts: int, chance: float) -> float:
    """Seconds until the next try; chance 0..1 spreads a herd of restarts.

    Source: RFC 5321 §4.5.4.1 (retry soon at first, then slower, for 4-5 days).
    """
    step = retry.delays_s[min(attempts, len(retry.delays_s)) - 1]
    return step * (1 + retry.jitter * chance)


def after_failure(
    action: Action, failure: Failure, tried: Tried, policy: Policy, now: datetime, chance: float
) -> Next:
    """The next step for an action that failed in this way."""
    again = now + timedelta(seconds=wait_s(policy.retry, tried.attempts, chance))
    match action:
        case Deliver():
            return _mail(failure, tried, policy.retry, now, again)
        case Reply():
            late = now - tried.received_at >= timedelta(hours=policy.reply.give_up_h)
            if late and failure not in ("in-doubt", "refused"):
                return Next(state="dropped", also=_tell(tried, "unsent"))
            drop = failure in ("in-doubt", "refused")
        case _:
            late = now - tried.received_at >= timedelta(days=policy.retry.life_days)
            drop = late or failure == "refused"
    return Next(state="dropped") if drop else Next(state="todo", not_before=again)


def _mail(failure: Failure, tried: Tried, retry: Retry, now: datetime, again: datetime) -> Next:
    """A client's mail: tried, then held in sight of a person; the client is told once."""
    age = now - tried.received_at
    slow = now + timedelta(seconds=max(retry.delays_s))
    if failure == "human":
        return Next(state="waiting", not_before=slow, also=_tell(tried, "held"))
    refused = failure == "refused"
    limit = timedelta(hours=retry.refused_h) if refused else timedelta(days=retry.life_days)
    if age >= limit:
        cause = "refused" if refused else "expired"
        untold = tried.returnable and cause not in tried.told
        report = (Report(cause),) if untold else ()
        return Next(state="waiting", not_before=slow, also=(*_tell(tried, "held"), *report))
    late = tried.urgent or refused or age >= timedelta(hours=retry.delay_notice_h)
    return Next(state="todo", not_before=again, also=_tell(tried, "delayed") if late else ())


def _tell(tried: Tried, cause: str) -> tuple[Action, ...]:
    return () if cause in tried.told else (Alert("urgent", cause),)
