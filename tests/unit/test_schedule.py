"""What becomes of an action that failed: a client's mail is never dropped."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.decision import Action, Alert, Deliver, Reply, Report
from gateway.core.policy import Policy, Retry
from gateway.core.policy import Reply as ReplyLimits
from gateway.core.practice import Practice
from gateway.core.schedule import Failure, Tried, after_failure, wait_s
from tests.conftest import NOW

POLICY = Policy(
    practice=Practice(
        name="Dana", address="dana@clinic.example", place="CA-ON", timezone="America/Toronto"
    ),
    reply=ReplyLimits(display_name="Dana"),
    recipients={"dana@clinic.example": "dana@clinic.example"},
)
DELIVER = Deliver("dana@clinic.example")
FAILURES: list[Failure] = ["later", "in-doubt", "human", "refused"]


def tried(age: timedelta, told: frozenset[str] = frozenset(), **more: bool) -> Tried:
    return Tried(attempts=1, received_at=NOW - age, told=told, **more)


MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("action", "failure", "age", "state", "also"),
    [
        (DELIVER, "later", MINUTE, "todo", ()),
        (DELIVER, "later", 2 * HOUR, "todo", (Alert("urgent", "delayed"),)),
        (DELIVER, "in-doubt", MINUTE, "todo", ()),
        (DELIVER, "human", MINUTE, "waiting", (Alert("urgent", "held"),)),
        (DELIVER, "refused", MINUTE, "todo", (Alert("urgent", "delayed"),)),
        (DELIVER, "refused", 25 * HOUR, "waiting", (Alert("urgent", "held"), Report("refused"))),
        (DELIVER, "later", 6 * DAY, "waiting", (Alert("urgent", "held"), Report("expired"))),
        (Reply("other", "other"), "later", MINUTE, "todo", ()),
        (Reply("other", "other"), "human", MINUTE, "todo", ()),
        (Reply("other", "other"), "in-doubt", MINUTE, "dropped", ()),
        (Reply("other", "other"), "refused", MINUTE, "dropped", ()),
        (Reply("other", "other"), "later", 25 * HOUR, "dropped", (Alert("urgent", "unsent"),)),
        (Alert("urgent", "risk"), "later", 2 * DAY, "todo", ()),
        (Alert("urgent", "risk"), "later", 6 * DAY, "dropped", ()),
        (Alert("urgent", "risk"), "in-doubt", MINUTE, "todo", ()),
        (Report("expired"), "refused", MINUTE, "dropped", ()),
    ],
)
def test_the_next_step(
    action: Action, failure: Failure, age: timedelta, state: str, also: tuple[Action, ...]
) -> None:
    step = after_failure(action, failure, tried(age), POLICY, NOW, 0.0)
    assert (step.state, step.also) == (state, also)
    assert (step.not_before is None) == (state == "dropped")


def test_the_therapist_is_told_at_once_when_somebody_may_be_in_danger() -> None:
    step = after_failure(DELIVER, "later", tried(MINUTE, urgent=True), POLICY, NOW, 0.0)
    assert step.also == (Alert("urgent", "delayed"),)


def test_each_notice_is_given_once() -> None:
    told = frozenset({"held", "expired", "delayed"})
    for failure in FAILURES:
        for age in (MINUTE, 2 * HOUR, 6 * DAY):
            step = after_failure(DELIVER, failure, tried(age, told), POLICY, NOW, 0.0)
            assert [a for a in step.also if a != Report("refused")] == []


def test_who_cannot_be_written_to_gets_no_report() -> None:
    step = after_failure(DELIVER, "later", tried(6 * DAY, returnable=False), POLICY, NOW, 0.0)
    assert step.also == (Alert("urgent", "held"),)


@given(
    failure=st.sampled_from(FAILURES),
    age=st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=4000)),
    attempts=st.integers(1, 10_000),
    chance=st.floats(0, 1),
)
def test_mail_is_never_dropped_and_always_due_again(
    failure: Failure, age: timedelta, attempts: int, chance: float
) -> None:
    how = Tried(attempts=attempts, received_at=NOW - age, told=frozenset())
    step = after_failure(DELIVER, failure, how, POLICY, NOW, chance)
    assert step.state in ("todo", "waiting")
    assert step.not_before is not None
    assert NOW < step.not_before <= NOW + timedelta(seconds=3600 * 1.1)


@pytest.mark.parametrize(
    ("attempts", "chance", "seconds"),
    [(1, 0, 60), (2, 0, 300), (5, 0, 3600), (99, 0, 3600), (1, 1, 66), (5, 0.5, 3780)],
)
def test_waits_grow_and_the_last_repeats(attempts: int, chance: float, seconds: float) -> None:
    assert wait_s(Retry(), attempts, chance) == pytest.approx(seconds)
