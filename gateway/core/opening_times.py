"""Opening hours of a crisis line as its row has them, read for the languages to say.

"24/7"
"mon-fri 13:00-21:00; sat 10:00-14:00"
"daily 09:00-24:00"
"mon,thu 09:00-12:00,13:00-17:00"      two spans a day
"mon-thu 18:00-02:00"                  into the next morning
"fri 18:00-mon 06:00"                  without a break
"""

import re
from dataclasses import dataclass

ALWAYS = "24/7"
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = "|".join(DAYS)
SPAN = r"\d\d:\d\d-\d\d:\d\d"
OPENING = re.compile(
    rf"(?P<days>daily|(?:{DAY})(?:-(?:{DAY}))?(?:,(?:{DAY})(?:-(?:{DAY}))?)*)"
    rf" (?P<spans>{SPAN}(?:,{SPAN})*)"
)
THROUGH = re.compile(rf"({DAY}) (\d\d:\d\d)-({DAY}) (\d\d:\d\d)")
At = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Opening:
    """On these days (Monday is 0, as they follow each other) from .. to (hour, minute)."""

    days: tuple[int, ...]
    spans: tuple[tuple[At, At], ...]


@dataclass(frozen=True, slots=True)
class Through:
    """From one day's time to another day's, without a break."""

    first: int
    start: At
    last: int
    end: At


def read_hours(text: str) -> tuple[Opening | Through, ...]:
    """The openings in the order of the text; () is always.

    Errors: ValueError when it is not written as above.
    """
    if text == ALWAYS:
        return ()
    return tuple(_opening(part.strip()) for part in text.split(";"))


def _opening(part: str) -> Opening | Through:
    through = THROUGH.fullmatch(part)
    if through:
        first, start, last, end = through.groups()
        return Through(DAYS.index(first), _time(start), DAYS.index(last), _time(end))
    opening = OPENING.fullmatch(part)
    if not opening:
        raise ValueError(f"no opening hours: {part!r}; write {ALWAYS!r} or 'mon-fri 09:00-17:00'")
    spans = tuple(_span(span) for span in opening["spans"].split(","))
    return Opening(_days(opening["days"]), spans)


def _days(text: str) -> tuple[int, ...]:
    if text == "daily":
        return tuple(range(len(DAYS)))
    days: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        start, end = DAYS.index(first), DAYS.index(last or first)
        days.extend((start + step) % 7 for step in range((end - start) % 7 + 1))
    if len(set(days)) < len(days):
        raise ValueError(f"no opening hours: {text!r} names a day twice")
    return tuple(days)


def _span(text: str) -> tuple[At, At]:
    start, _, end = text.partition("-")
    if start == end:
        raise ValueError(f"no opening hours: {text!r} has no length")
    return _time(start), _time(end)


def _time(text: str) -> At:
    """Hour and minute; "24:00" is the end of the day."""
    hour, _, minute = text.partition(":")
    if text > "24:00" or minute > "59":
        raise ValueError(f"no opening hours: {text!r} is no time")
    return int(hour), int(minute)
