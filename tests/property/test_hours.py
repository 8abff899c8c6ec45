"""What an announced time of answer always is, for any hours, zone and moment."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from time import tzset
from timeit import timeit
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.hours import (
    DAYS,
    END_OF_DAY,
    Calendar,
    away_problems,
    hours_problems,
)
from gateway.core.practice import Away, Hours, HoursException

ZONES = [ZoneInfo(name) for name in ("America/Toronto", "Europe/London", "Australia/Lord_Howe")]
# Nights in which the clocks of these zones are set.
CHANGES = [date(2026, 3, 8), date(2026, 11, 1), date(2026, 3, 29), date(2026, 10, 25)]
CHANGES += [date(2026, 4, 5), date(2026, 10, 4)]
DAY = timedelta(days=1)


@st.composite
def spans(draw: st.DrawFn) -> tuple[str, ...]:
    """Up to three spans of a day that do not overlap, in any order."""
    ends = sorted(draw(st.sets(st.integers(0, 96), max_size=6)))
    times = [f"{quarter // 4:02}:{quarter % 4 * 15:02}" for quarter in ends[: len(ends) // 2 * 2]]
    found = [f"{a}-{b}" for a, b in zip(times[::2], times[1::2], strict=True)]
    return tuple(draw(st.permutations(found)))


def days() -> st.SearchStrategy[date]:
    near = st.builds(
        lambda day, more: day + DAY * more, st.sampled_from(CHANGES), st.integers(-9, 9)
    )
    return near | st.dates(date(2026, 1, 1), date(2027, 6, 1))


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    week: dict[str, Any] = {name: draw(spans()) for name in DAYS}
    if not any(week.values()):
        week["monday"] = ("09:00-17:00",)
    exceptions = draw(st.dictionaries(days(), spans(), max_size=4))
    edges = sorted(draw(st.sets(days(), max_size=4)))
    away = tuple(
        Away(first=first, last=last, reads=draw(st.booleans()))
        for first, last in list(pairwise(edges))[::2]
        if (last - first).days < 90
    )
    hours = Hours(
        **week,
        exception=tuple(HoursException(on=day, open=some) for day, some in exceptions.items()),
    )
    assert not [*hours_problems(hours), *away_problems(away)]
    return Calendar(hours=hours, holidays=frozenset(draw(st.sets(days(), max_size=5))), away=away)


@st.composite
def moments(draw: st.DrawFn, zone: ZoneInfo) -> datetime:
    """Local moments that there are, by way of UTC."""
    instant = datetime.combine(draw(days()), draw(st.times()), UTC)
    return instant.astimezone(zone)


@st.composite
def questions(draw: st.DrawFn) -> tuple[Calendar, datetime, datetime]:
    zone = draw(st.sampled_from(ZONES))
    first, second = draw(moments(zone)), draw(moments(zone))
    pair = sorted((first, second), key=lambda moment: moment.astimezone(UTC))
    return draw(calendars()), pair[0], pair[1]


def instant(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


@given(questions(), st.integers(0, 30))
def test_an_answer_is_later_than_the_mail_and_at_the_closing_of_a_working_day(
    question: tuple[Calendar, datetime, datetime], working_days: int
) -> None:
    calendar, received, _ = question
    if (found := calendar.answer_by(received, working_days)) is None:
        return
    assert instant(found) > instant(received)
    assert found.tzinfo is received.tzinfo
    day = found.date()
    assert calendar.is_working(day)
    assert not any(away.first <= day <= away.last for away in calendar.away)
    exceptions = {one.on: one.open for one in calendar.hours.exception}
    assert day not in calendar.holidays - set(exceptions)
    written = exceptions.get(day, getattr(calendar.hours, DAYS[day.weekday()]))
    last = max(span[-5:] for span in written)
    assert found.time() == (END_OF_DAY if last == "24:00" else time.fromisoformat(last))


@given(questions(), st.integers(1, 30))
def test_so_many_whole_working_days_are_left_for_the_answer(
    question: tuple[Calendar, datetime, datetime], working_days: int
) -> None:
    calendar, received, _ = question
    if (found := calendar.answer_by(received, working_days)) is None:
        return
    whole, day = 0, received.date()
    while day <= found.date():
        if times := calendar.open_on(day):
            opens = datetime.combine(day, times[0][0], received.tzinfo)
            closes = datetime.combine(day, times[-1][1], received.tzinfo).replace(fold=1)
            whole += instant(received) <= instant(opens) and instant(received) < instant(closes)
        day += DAY
    assert whole == working_days


@given(questions(), st.integers(0, 30))
def test_later_mail_and_more_days_are_never_answered_sooner(
    question: tuple[Calendar, datetime, datetime], working_days: int
) -> None:
    calendar, earlier, later = question
    first = calendar.answer_by(earlier, working_days)
    second = calendar.answer_by(later, working_days)
    longer = calendar.answer_by(earlier, working_days + 1)
    if first and second:
        assert instant(first) <= instant(second)
    if longer:
        assert first is not None
        assert instant(first) <= instant(longer)


@contextmanager
def machine_in(zone: str) -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = zone
    tzset()
    try:
        yield
    finally:
        os.environ.pop("TZ")
        if before is not None:
            os.environ["TZ"] = before
        tzset()


@given(questions(), st.integers(0, 10))
def test_the_zone_of_the_machine_does_not_matter(
    question: tuple[Calendar, datetime, datetime], working_days: int
) -> None:
    calendar, received, _ = question
    found = set()
    for zone in ("UTC", "Pacific/Kiritimati", "America/Los_Angeles"):
        with machine_in(zone):
            answer = calendar.answer_by(received, working_days)
            found.add((answer.isoformat(), answer.fold) if answer else None)
    assert len(found) == 1


@pytest.mark.parametrize("received", [datetime(2026, 3, 6, 18, 5), datetime(2026, 12, 23, 10)])  # noqa: DTZ001
def test_an_answer_time_costs_less_than_50_microseconds(received: datetime) -> None:
    exceptions = tuple(HoursException(on=date(2026, 1, 1) + DAY * n) for n in range(0, 360, 12))
    away = tuple(
        Away(first=date(2026, month, 10), last=date(2026, month, 16)) for month in (1, 3, 7, 12)
    )
    calendar = Calendar(hours=Hours(exception=exceptions), holidays=frozenset(CHANGES), away=away)
    local = received.replace(tzinfo=ZONES[0])
    took = min(timeit(lambda: calendar.answer_by(local, 5), number=100) for _ in range(10)) / 100
    assert took < 50e-6
