"""RFC 6131, vacation by seconds. Our policy counts in days, and a crisis in hours; no seconds.

What the extension promises of its parameter is shown of the keys that we have.
"""

from datetime import timedelta
from pathlib import Path

import pytest

from gateway.core.claims import CRISIS, DOUBTFUL, Counts, may_reply, window_of
from tests.conftest import NOW
from tests.responder.cases import findings, mail, policy, setting
from tests.responder.road import road
from tests.responder.statements import Checks, params

CHECKS = Checks()
NONE = Counts(
    last_same_handle_at=None,
    crisis_today=0,
    hour_total=0,
    day_total=0,
    domain_hour=0,
    same_message=False,
)


@CHECKS.pure("6131-01")
def there_is_one_key_for_the_period() -> None:
    (found,) = findings("window_seconds", "3600")
    assert "reply.window_seconds" in found
    assert "unknown setting" in found
    assert setting("window_days", "3").window_days == 3


@CHECKS.pure("6131-02")
def every_value_of_the_range_is_taken_and_others_are_told() -> None:
    for hours in ("0.25", "2", "24"):
        assert setting("crisis_window_h", hours).crisis_window_h == float(hours)
    for hours in ("0", "24.5", "2147483648"):
        (found,) = findings("crisis_window_h", hours)
        assert "reply.crisis_window_h: must be from 0.25 to 24" in found


@CHECKS.pure("6131-03")
def no_period_in_force_is_out_of_range() -> None:
    narrow, wide = policy(window_days=1, crisis_window_h=0.25), policy(window_days=365)
    assert window_of(wide.reply, "other") == timedelta(days=365)  # the most is a day or more
    for handle in ("other", "booking", CRISIS, DOUBTFUL):
        assert window_of(narrow.reply, handle) >= timedelta(minutes=15)
        assert window_of(wide.reply, handle) <= timedelta(days=365)


@CHECKS.live("6131-04")
async def there_is_no_period_of_nothing(folder: Path) -> None:
    assert findings("window_days", "0")
    async with road(folder, policy(window_days=1)) as way:
        found = []
        for number in range(3):
            found.append((await way.take(mail(f"Message-ID: <{number}@b.example>"))).code)
            way.pass_(hours=12)
        assert found == ["reply", "replied-lately", "reply"]


@CHECKS.pure("6131-05")
def a_short_period_has_a_ceiling_besides() -> None:
    limits = policy(crisis_window_h=0.25).reply
    last = NOW - timedelta(hours=1)
    for sent, code in ((5, None), (6, "crisis-cap")):
        counts = Counts(
            last_same_handle_at=last,
            crisis_today=sent,
            hour_total=0,
            day_total=sent,
            domain_hour=0,
            same_message=False,
        )
        barred = may_reply(counts, limits, CRISIS, NOW)
        assert (barred.code if barred else None) == code
    assert may_reply(NONE, limits, CRISIS, NOW) is None


@CHECKS.pure("6131-06")
def without_a_key_there_is_a_default() -> None:
    assert window_of(setting("window_days", None), "other") == timedelta(days=7)
    assert window_of(setting("crisis_window_h", None), CRISIS) == timedelta(hours=2)


@pytest.mark.parametrize("name", params(CHECKS))
async def test_statement(name: str, tmp_path: Path) -> None:
    await CHECKS.hold(name, tmp_path)
