"""How often a reply goes out: windows, caps, and the crisis reply apart from all others."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from gateway.core.claims import Counts, may_reply, window_of
from gateway.core.policy import Reply
from tests.conftest import NOW

NONE = Counts(
    last_same_handle_at=None,
    crisis_today=0,
    hour_total=0,
    day_total=0,
    domain_hour=0,
    same_message=False,
)
LIMITS = Reply(
    display_name="I. Calder",
    window_days=7,
    crisis_window_h=2.0,
    crisis_per_day=6,
    per_hour=60,
    per_day=300,
    per_domain_per_hour=20,
)


def ago(**time: float) -> datetime:
    return NOW - timedelta(**time)


CASES = [  # name, handle, what was counted, why not
    ("first", "booking", {}, None),
    ("same message", "booking", {"same_message": True}, "same-message"),
    ("six days ago", "booking", {"last_same_handle_at": ago(days=6.9)}, "replied-lately"),
    ("a week ago", "booking", {"last_same_handle_at": ago(days=7)}, None),
    ("clock was set back", "booking", {"last_same_handle_at": ago(days=-1)}, "replied-lately"),
    ("clock was years off", "booking", {"last_same_handle_at": ago(days=-900)}, None),
    ("below the caps", "other", {"hour_total": 59, "day_total": 299, "domain_hour": 19}, None),
    ("hour", "other", {"hour_total": 60}, "hour-cap"),
    ("day", "other", {"day_total": 300}, "day-cap"),
    ("domain", "other", {"domain_hour": 20}, "domain-cap"),
    ("crisis does not use up others", "other", {"crisis_today": 6}, None),
    ("crisis first", "crisis", {}, None),
    ("crisis same message", "crisis", {"same_message": True}, "same-message"),
    ("crisis an hour later", "crisis", {"last_same_handle_at": ago(hours=1.9)}, "replied-lately"),
    ("crisis two hours later", "crisis", {"last_same_handle_at": ago(hours=2)}, None),
    ("crisis the sixth", "crisis", {"crisis_today": 5}, None),
    ("crisis the seventh", "crisis", {"crisis_today": 6}, "crisis-cap"),
    ("crisis flood", "crisis", {"hour_total": 60}, "hour-cap"),
    (
        "doubtful, an hour later",
        "doubtful",
        {"last_same_handle_at": ago(hours=1)},
        "replied-lately",
    ),
    ("doubtful, the next day", "doubtful", {"last_same_handle_at": ago(days=1)}, None),
    ("doubtful does not use up the crisis cap", "doubtful", {"crisis_today": 6}, None),
    ("crisis flood from one domain", "crisis", {"domain_hour": 20}, "domain-cap"),
]


@pytest.mark.parametrize(("name", "handle", "counted", "code"), CASES, ids=[c[0] for c in CASES])
def test_may_reply(name: str, handle: str, counted: dict[str, object], code: str | None) -> None:
    because = may_reply(replace(NONE, **counted), LIMITS, handle, NOW)  # type: ignore[arg-type]
    assert (because.code if because else None) == code


def test_the_limits_are_those_of_the_policy() -> None:
    narrow = replace(LIMITS, window_days=1, crisis_window_h=0.5, per_hour=1)
    assert window_of(narrow, "homework") == timedelta(days=1)
    assert window_of(narrow, "crisis") == timedelta(minutes=30)
    assert may_reply(replace(NONE, hour_total=1), narrow, "homework", NOW) is not None
