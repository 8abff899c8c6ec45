"""What a running gateway does by itself: it forgets what is old, and reminds of what is due."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, time, timedelta

from gateway.core.answer import answer_for
from gateway.core.assess import assess_text
from gateway.core.client import UNKNOWN
from gateway.core.crisis_check import overdue
from gateway.core.notice import REVIEW, review_notice
from gateway.edges import Edges
from gateway.ports import Store
from gateway.resources import read_lines

log = logging.getLogger(__name__)

FORGET_EVERY_S = 3_600.0
# When the week begins, in the zone of the practice; by hours, since clocks are set meanwhile.
REMIND_AT = time(9)
LOOK_EVERY_S = 3_600.0


async def warm_up(edges: Callable[[], Edges]) -> None:
    """Load and compile rules and templates before the first mail needs them."""

    def read_nothing() -> None:
        now = edges()
        assess_text("", "", now.detectors())
        general = answer_for(None, UNKNOWN, now.policy)
        now.speaker.speak(general, now.local(now.now()))

    await asyncio.to_thread(read_nothing)


async def forget(edges: Callable[[], Edges], store: Store) -> None:
    """Each hour, drop what is older than the policy keeps it."""
    while True:
        policy = edges().policy
        claims_days = max(policy.reply.window_days, 2)
        try:
            await store.forget_old(
                policy.store.keep_log_days, claims_days, policy.privacy.recall_days
            )
        except Exception as error:  # noqa: BLE001 old records can wait
            log.error("old records could not be dropped: %s", type(error).__name__)
        await asyncio.sleep(FORGET_EVERY_S)


async def remind(edges: Callable[[], Edges]) -> None:
    """Each Monday, tell the therapist of crisis lines that nobody has checked for a year."""
    due = next_monday(_local(edges()))
    while True:
        await asyncio.sleep(LOOK_EVERY_S)
        now = _local(edges())
        if now < due:
            continue
        due = next_monday(now)
        try:
            await review(edges(), now)
        except Exception as error:  # noqa: BLE001 it is told again in a week
            log.error("the reminder could not be sent: %s", type(error).__name__)


async def review(edges: Edges, now: datetime) -> None:
    """One reminder, when there is anything to be reminded of.

    Errors: TryLater, NeedsHuman, GiveUp of the notifier.
    """
    found = overdue(read_lines(), edges.policy, now.date())
    if found:
        key = f"review/{now:%G-W%V}"
        await edges.notifier.notify(urgency=REVIEW, text=review_notice(found), key=key)


def next_monday(now: datetime) -> datetime:
    """The next Monday at REMIND_AT. now: in the zone of the practice."""
    day = now.date() + timedelta(days=-now.weekday() % 7)
    monday = datetime.combine(day, REMIND_AT, now.tzinfo)
    return monday if monday > now else monday + timedelta(days=7)


def _local(edges: Edges) -> datetime:
    return edges.local(edges.now())
