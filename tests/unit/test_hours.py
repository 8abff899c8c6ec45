"""By when mail is answered, day by day, and what may be wrong with hours and absences."""

from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from gateway.core.hours import (
    END_OF_DAY,
    Calendar,
    absence_at,
    away_problems,
    back_on,
    hours_problems,
    intervals,
    years_needed,
)
from gateway.core.practice import Away, Cover, Hours, HoursException

TORONTO = ZoneInfo("America/Toronto")
CLOSED: tuple[str, ...] = ()
# March 2026: Monday is the 2nd. The 6th is a holiday, the 16th to the 20th an absence.
HOLIDAY = date(2026, 3, 6)
WEEK_OFF = Away(first=date(2026, 3, 16), last=date(2026, 3, 20))
PLAIN = Calendar(hours=Hours(), holidays=frozenset({HOLIDAY}), away=(WEEK_OFF,))
SPLIT = Calendar(
    hours=Hours(
        monday=("13:00-19:30", "09:00-12:00"),
        wednesday=CLOSED,
        saturday=("10:00-24:00",),
        exception=(
            HoursException(on=date(2026, 3, 10)),
            HoursException(on=date(2026, 3, 11), open=("11:00-12:00",)),
            HoursException(on=HOLIDAY, open=("08:00-09:00",)),
        ),
    ),
    holidays=frozenset({HOLIDAY}),
)


def at(text: str, zone: ZoneInfo = TORONTO) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=zone)


def answer(calendar: Calendar, received: str, days: int) -> str:
    found = calendar.answer_by(at(received), days)
    return found.strftime("%a %d %H:%M") if found else ""


@pytest.mark.parametrize(
    ("received", "days", "expected"),
    [
        ("2026-03-02 10:00", 2, "Wed 04 17:00"),
        ("2026-03-02 10:00", 1, "Tue 03 17:00"),
        ("2026-03-02 10:00", 0, "Mon 02 17:00"),
        ("2026-03-02 08:59", 1, "Mon 02 17:00"),
        ("2026-03-02 09:00", 1, "Mon 02 17:00"),
        ("2026-03-02 09:01", 1, "Tue 03 17:00"),
        ("2026-03-02 16:59", 0, "Mon 02 17:00"),
        ("2026-03-02 17:00", 0, "Tue 03 17:00"),
        ("2026-03-02 17:00", 1, "Tue 03 17:00"),
        ("2026-03-02 23:59", 2, "Wed 04 17:00"),
        # Friday the 6th is a holiday.
        ("2026-03-05 10:00", 1, "Mon 09 17:00"),
        ("2026-03-05 18:00", 1, "Mon 09 17:00"),
        ("2026-03-06 10:00", 0, "Mon 09 17:00"),
        # A weekend, and the clocks are set forward on Sunday the 8th.
        ("2026-02-27 18:05", 2, "Tue 03 17:00"),
        ("2026-02-28 12:00", 2, "Tue 03 17:00"),
        ("2026-03-08 01:59", 1, "Mon 09 17:00"),
        # Away from the 16th to the 20th.
        ("2026-03-12 10:00", 2, "Mon 23 17:00"),
        ("2026-03-13 18:00", 1, "Mon 23 17:00"),
        ("2026-03-18 10:00", 0, "Mon 23 17:00"),
        ("2026-03-18 10:00", 3, "Wed 25 17:00"),
    ],
)
def test_answer_times(received: str, days: int, expected: str) -> None:
    assert answer(PLAIN, received, days) == expected


@pytest.mark.parametrize(
    ("received", "days", "expected"),
    [
        ("2026-03-02 12:30", 0, "Mon 02 19:30"),
        ("2026-03-02 12:30", 1, "Tue 03 17:00"),
        ("2026-03-03 10:00", 1, "Thu 05 17:00"),
        ("2026-03-05 10:00", 1, "Fri 06 09:00"),
        ("2026-03-06 09:00", 1, "Sat 07 23:59"),
        ("2026-03-07 23:30", 0, "Sat 07 23:59"),
        ("2026-03-09 10:00", 1, "Wed 11 12:00"),
        ("2026-03-10 10:00", 2, "Thu 12 17:00"),
    ],
)
def test_answer_times_of_unlike_days(received: str, days: int, expected: str) -> None:
    assert answer(SPLIT, received, days) == expected


@pytest.mark.parametrize(
    ("zone", "received", "expected"),
    [
        # The night in which the clocks are set, and 01:30 or 02:15 comes twice or not at all.
        ("America/Toronto", "2026-03-08 01:30", "2026-03-08T23:59:59-04:00"),
        ("America/Toronto", "2026-10-31 12:00", "2026-11-01T23:59:59-05:00"),
        ("Europe/London", "2026-03-28 12:00", "2026-03-29T23:59:59+01:00"),
        ("Europe/London", "2026-10-25 00:30", "2026-10-26T23:59:59+00:00"),
        ("Australia/Lord_Howe", "2026-04-04 12:00", "2026-04-05T23:59:59+10:30"),
        ("Australia/Lord_Howe", "2026-10-03 12:00", "2026-10-04T23:59:59+11:00"),
    ],
)
def test_answer_times_around_a_change_of_clocks(zone: str, received: str, expected: str) -> None:
    every = ("02:15-24:00",) if zone != "Europe/London" else ("00:00-24:00",)
    found = Calendar(hours=same_each_day(every)).answer_by(at(received, ZoneInfo(zone)), 1)
    assert found is not None
    assert found.isoformat() == expected


def same_each_day(spans: tuple[str, ...]) -> Hours:
    return Hours(
        monday=spans,
        tuesday=spans,
        wednesday=spans,
        thursday=spans,
        friday=spans,
        saturday=spans,
        sunday=spans,
    )


def test_a_closing_time_that_comes_twice_is_the_second_one() -> None:
    found = Calendar(hours=same_each_day(("00:30-01:30",))).answer_by(at("2026-11-01 00:15"), 1)
    assert found is not None
    assert (found.isoformat(), found.fold) == ("2026-11-01T01:30:00-05:00", 1)


def test_no_answer_is_promised_beyond_the_search() -> None:
    received = at("2026-03-02 10:00")
    assert Calendar(hours=same_each_day(())).answer_by(received, 1) is None
    # The 58th Tuesday is the 400th day.
    tuesdays = Calendar(hours=Hours(monday=(), wednesday=(), thursday=(), friday=()))
    found = tuesdays.answer_by(received, 58)
    assert found is not None
    assert found.date() == date(2027, 4, 6)
    assert tuesdays.answer_by(received, 59) is None
    assert list(years_needed(received.date())) == [2026, 2027]
    assert list(years_needed(date(2026, 12, 1))) == [2026, 2027, 2028]


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        PLAIN.answer_by(datetime(2026, 3, 2, 10), 1)  # noqa: DTZ001


def test_opening_times_of_a_day() -> None:
    assert SPLIT.open_on(date(2026, 3, 2)) == ((time(9), time(12)), (time(13), time(19, 30)))
    assert SPLIT.open_on(date(2026, 3, 7)) == ((time(10), END_OF_DAY),)
    assert SPLIT.open_on(HOLIDAY) == ((time(8), time(9)),)
    assert PLAIN.open_on(HOLIDAY) == ()
    assert [PLAIN.is_working(date(2026, 3, day)) for day in (15, 16, 20, 23)] == [
        False,
        False,
        False,
        True,
    ]
    assert PLAIN.next_working_day(date(2026, 3, 5)) == date(2026, 3, 9)


def test_what_is_read_while_she_is_away_waits_for_its_answer_too() -> None:
    reads = Away(first=WEEK_OFF.first, last=WEEK_OFF.last, reads=True)
    assert answer(Calendar(hours=Hours(), away=(reads,)), "2026-03-13 18:00", 1) == "Mon 23 17:00"


LATER = Away(first=date(2026, 3, 23), last=date(2026, 3, 24))


@pytest.mark.parametrize(
    ("received", "away"),
    [
        ("2026-03-15 23:59", None),
        ("2026-03-16 00:00", WEEK_OFF),
        ("2026-03-20 23:59", WEEK_OFF),
        ("2026-03-21 00:00", None),
        ("2026-03-24 12:00", LATER),
    ],
)
def test_absences(received: str, away: Away | None) -> None:
    assert absence_at(at(received), (LATER, WEEK_OFF)) == away


def test_back_after_an_absence_is_the_first_working_day() -> None:
    assert back_on(WEEK_OFF, PLAIN) == date(2026, 3, 23)
    assert back_on(WEEK_OFF, Calendar(hours=Hours(), away=(WEEK_OFF, LATER))) == date(2026, 3, 25)
    assert back_on(LATER, PLAIN) == date(2026, 3, 25)
    assert back_on(WEEK_OFF, Calendar(hours=same_each_day(()))) is None


@pytest.mark.parametrize(
    ("spans", "problems"),
    [
        (("00:00-24:00",), {}),
        (("09:00-12:00", "12:00-17:00"), {}),
        (("13:00-17:00", "09:00-12:00"), {}),
        (("9-12",), {1: "not a span"}),
        (("9:00-12:00",), {1: "not a span"}),
        (("09:00-12:60",), {1: "not a span"}),
        (("24:00-24:00",), {1: "not a span"}),
        (("09:00 - 12:00",), {1: "not a span"}),
        (("09:00-12:00\n",), {1: "not a span"}),
        (("٠٩:00-12:00",), {1: "not a span"}),
        (("09:00-12:00", "17:00-13:00"), {2: "not end after"}),
        (("09:00-09:00",), {1: "not end after"}),
        (("22:00-00:00",), {1: "not end after"}),
        (("09:00-12:00", "11:59-17:00"), {2: 'overlaps "09:00-12:00"'}),
        (("09:00-18:00", "10:00-11:00", "12:00-13:00"), {2: "overlaps", 3: 'overlaps "09:00-18'}),
        (("09:00-12:00", "09:00-12:00"), {2: "overlaps"}),
        (("00:00-01:00", "00:00-02:00"), {2: "overlaps"}),
    ],
)
def test_spans_of_a_day_are_checked(spans: tuple[str, ...], problems: dict[int, str]) -> None:
    for hours, key in (
        (Hours(monday=spans), "hours.monday"),
        (Hours(exception=(HoursException(on=HOLIDAY, open=spans),)), "hours.exception.1.open"),
    ):
        expect(list(hours_problems(hours)), {f"{key}.{n}": words for n, words in problems.items()})


def expect(found: Sequence[tuple[str, str]], wanted: dict[str, str]) -> None:
    assert [key for key, _ in found] == list(wanted)
    for key, words in found:
        assert wanted[key] in words


def test_a_week_without_work_and_a_day_named_twice_are_problems() -> None:
    expect(list(hours_problems(same_each_day(()))), {"hours": "no working hour"})
    twice = (HoursException(on=HOLIDAY), HoursException(on=HOLIDAY, open=("09:00-10:00",)))
    wanted = {"hours.exception.2.on": "2026-03-06 stands in hours.exception.1 too"}
    expect(list(hours_problems(Hours(exception=twice))), wanted)
    with pytest.raises(ValueError, match="not a span"):
        intervals(("9-12",))


def away(first: int, last: int, **cover: str | bool) -> Away:
    return Away(
        first=date(2026, 5, first),
        last=date(2026, 5, last),
        cover=Cover(**cover),  # type: ignore[arg-type]
    )


PHONE = "+1 416 555 0123"


@pytest.mark.parametrize(
    ("aways", "wanted"),
    [
        ((), {}),
        ((away(1, 1), away(2, 9, name="Ann Vale", phone=PHONE, agreed=True)), {}),
        ((away(9, 8),), {"away.1.last": "2026-05-08 is before the first day, 2026-05-09"}),
        ((away(1, 5), away(5, 9)), {"away.2.first": "2026-05-05 lies within away.1"}),
        ((away(5, 9), away(1, 5)), {"away.1.first": "lies within away.2"}),
        (
            (away(1, 20), away(2, 3), away(10, 12)),
            {"away.2.first": "within away.1", "away.3.first": "within away.1"},
        ),
        (
            (away(1, 2, name="Ann Vale", phone=PHONE),),
            {"away.1.cover.agreed": "once Ann Vale agreed that clients are told"},
        ),
        ((away(1, 2, name="Ann Vale", agreed=True),), {"away.1.cover.phone": "is missing"}),
        ((away(1, 2, phone=PHONE, agreed=True),), {"away.1.cover.name": "is missing"}),
    ],
)
def test_absences_are_checked(aways: tuple[Away, ...], wanted: dict[str, str]) -> None:
    expect(list(away_problems(aways)), wanted)
