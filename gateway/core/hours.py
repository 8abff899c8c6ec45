"""By when mail is answered: working hours, holidays and absences, in the zone of the practice.

A moment comes in as local time with its zone and goes out with the same one. Days are counted on
the calendar and closing times are set on the clock of the wall, so a day on which the clocks
change is a day like others. Absences are in `absence_at` and below; what is wrong with the
policy's own values is in `hours_problems` and `away_problems`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cached_property
from itertools import islice

from gateway.core.practice import Away, Hours

Interval = tuple[time, time]
Problem = tuple[str, str]

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# A day on which she works is looked for so long; further away nothing is promised.
SEARCHED = timedelta(days=400)
INTERVAL = re.compile(r"((?:[01][0-9]|2[0-3]):[0-5][0-9])-((?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)")
# What "24:00" is read as: the next day at 00:00 would be named by the wrong weekday.
END_OF_DAY = time(23, 59, 59)


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """On which days she works, and when. The hours are known to be right (`hours_problems`).

    holidays  public holidays of all years in `years_needed`; an exception goes before them
    away      absences; they go before all. What is read meanwhile waits for its answer too
    """

    hours: Hours
    holidays: frozenset[date] = frozenset()
    away: tuple[Away, ...] = ()

    def open_on(self, day: date) -> tuple[Interval, ...]:
        """Opening and closing times of this day, in order; () when she does not work."""
        if _absence_on(day, self.away):
            return ()
        if (special := self._exceptions.get(day)) is not None:
            return special
        return () if day in self.holidays else self._week[day.weekday()]

    def is_working(self, day: date) -> bool:
        """Whether mail is answered on this day."""
        return bool(self.open_on(day))

    def next_working_day(self, day: date) -> date | None:
        """The first one after `day`; None when there is none within SEARCHED."""
        return next(self._working_days(day + timedelta(days=1)), None)

    def answer_by(self, received: datetime, days: int) -> datetime | None:
        """When the working day closes by which mail of this moment is answered.

        Day 1 is the first working day that opens after the mail came: what comes at night or on
        a weekend counts as come at the next opening, and that whole day counts. days 0 is the
        day on which it counts as come. The answer is later than `received`; None when there is
        no such day within SEARCHED.

        Errors: ValueError when `received` is without a zone.
        """
        if received.utcoffset() is None:
            raise ValueError("the moment of receipt has no time zone")
        instant, zone = received.astimezone(UTC), received.tzinfo
        ahead = self._working_days(received.date())
        came = next((day for day in ahead if self._closes(day, zone) > instant), None)
        if came is None:
            return None
        opens = datetime.combine(came, self.open_on(came)[0][0], zone)
        more = max(days - 1, 0) if opens.astimezone(UTC) >= instant else days
        answered = next(islice(ahead, more - 1, None), None) if more else came
        return self._closes(answered, zone) if answered else None

    def _closes(self, day: date, zone: tzinfo | None) -> datetime:
        return _later(datetime.combine(day, self.open_on(day)[-1][1], zone))

    def _working_days(self, start: date) -> Iterator[date]:
        for number in range(start.toordinal(), (start + SEARCHED).toordinal() + 1):
            day = date.fromordinal(number)
            if self.is_working(day):
                yield day

    @cached_property
    def _week(self) -> tuple[tuple[Interval, ...], ...]:
        return tuple(intervals(getattr(self.hours, name)) for name in DAYS)

    @cached_property
    def _exceptions(self) -> dict[date, tuple[Interval, ...]]:
        return {one.on: intervals(one.open) for one in self.hours.exception}


def years_needed(day: date) -> range:
    """The years whose holidays a Calendar must know for mail that is received on this day."""
    return range(day.year, (day + SEARCHED).year + 1)


def intervals(spans: Sequence[str]) -> tuple[Interval, ...]:
    """("13:00-17:00", "09:00-12:00") as times, in the order of the day. Errors: ValueError."""
    return tuple(sorted(_interval(span) for span in spans))


def absence_at(received: datetime, aways: Iterable[Away]) -> Away | None:
    """The absence in which this local moment lies, its first and last day included."""
    return _absence_on(received.date(), aways)


def back_on(away: Away, calendar: Calendar) -> date | None:
    """The first working day after an absence; None when there is none within SEARCHED."""
    return calendar.next_working_day(away.last)


def hours_problems(hours: Hours) -> Iterator[Problem]:
    """(dotted key, what is wrong): "hours.monday.1", counted from 1."""
    for name in DAYS:
        yield from _span_problems(f"hours.{name}", getattr(hours, name))
    if not any(getattr(hours, name) for name in DAYS):
        yield "hours", "has no working hour in the whole week: no answer could be announced"
    seen: dict[date, int] = {}
    for number, one in enumerate(hours.exception, start=1):
        yield from _span_problems(f"hours.exception.{number}.open", one.open)
        if (first := seen.setdefault(one.on, number)) != number:
            words = f"{one.on} stands in hours.exception.{first} too; keep one of them"
            yield f"hours.exception.{number}.on", words


def away_problems(aways: Sequence[Away]) -> Iterator[Problem]:
    """(dotted key, what is wrong and what to do): "away.1.last", counted from 1."""
    for number, away in enumerate(aways, start=1):
        cover = away.cover
        if away.last < away.first:
            yield f"away.{number}.last", f"{away.last} is before the first day, {away.first}"
        if cover.name and not cover.phone:
            yield f"away.{number}.cover.phone", f"is missing: how is {cover.name} reached?"
        if cover.name and not cover.agreed:
            words = f"say agreed = true once {cover.name} agreed that clients are told"
            yield f"away.{number}.cover.agreed", words
        if cover.phone and not cover.name:
            yield f"away.{number}.cover.name", "is missing: whose telephone is it?"
    in_order = sorted(enumerate(aways, start=1), key=lambda one: (one[1].first, one[0]))
    latest, until = 0, date.min
    for number, away in in_order:
        if away.first <= until:
            yield f"away.{number}.first", f"{away.first} lies within away.{latest}"
        if away.last > until:
            latest, until = number, away.last


def _interval(span: str) -> Interval:
    """Errors: ValueError with words for people."""
    if not (match := INTERVAL.fullmatch(span)):
        raise ValueError(f'"{span}" is not a span of time such as "09:00-12:00"')
    opens, closes = match.groups()
    if closes <= opens:
        raise ValueError(
            f'"{span}" does not end after it starts; midnight is "24:00", and what goes on after'
            " it belongs to the next day"
        )
    end = END_OF_DAY if closes == "24:00" else time.fromisoformat(closes)
    return time.fromisoformat(opens), end


def _span_problems(key: str, spans: Sequence[str]) -> Iterator[Problem]:
    read = []
    for number, span in enumerate(spans, start=1):
        try:
            read.append((_interval(span), number, span))
        except ValueError as error:
            yield f"{key}.{number}", str(error)
    latest, until = "", time.min
    for (opens, closes), number, span in sorted(read):
        if latest and opens < until:
            yield f"{key}.{number}", f'"{span}" overlaps "{latest}"'
        if closes > until:
            latest, until = span, closes


def _absence_on(day: date, aways: Iterable[Away]) -> Away | None:
    return next((away for away in aways if away.first <= day <= away.last), None)


def _later(moment: datetime) -> datetime:
    """The later one of the two moments that a clock shows so on a day when it is changed."""
    second = moment.replace(fold=1)
    return second if second.astimezone(UTC) > moment.astimezone(UTC) else moment
