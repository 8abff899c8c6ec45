"""Rows of crisis lines as they are read from gateway/hotlines/.

A misread row is a wrong number: each key and each type is checked.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from hashlib import sha256
from re import compile as pattern
from typing import Any, get_args

from gateway.core.crisis_numbers import REFUSED_KEYS, digits, refused
from gateway.core.hotline import Audience, Kind, Line
from gateway.core.opening_times import ALWAYS, read_hours

DIALLED = pattern(r"\+?[0-9*#][0-9*#() -]*")
PLACE = pattern(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
NEEDED = ("id", "place", "kind", "name")
DAYS = ("gathered", "valid_from", "valid_to")
LISTS = ("languages", "source")
CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "audience": get_args(Audience),
    "confidence": ("high", "medium", "low"),
}
KEYS = frozenset(f.name for f in fields(Line))


def parse_lines(data: Mapping[str, Any]) -> tuple[Line, ...]:
    """The rows of one parsed file of gateway/hotlines/.

    Errors: ValueError naming the row and the key.
    """
    if set(data) - {"line"}:
        raise ValueError(f"unknown key {min(set(data) - {'line'})!r}")
    rows = data.get("line", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ValueError("each line is a table, [[line]]")
    lines = []
    for number, row in enumerate(rows, start=1):
        where = f"line {row.get('id', number)!r}"
        for trouble in _key_problems(row):
            raise ValueError(f"{where}: {trouble}")
        line = Line(**{key: _frozen(value) for key, value in row.items()})
        for trouble in _row_problems(line):
            raise ValueError(f"{where}: {trouble}")
        lines.append(line)
    if len({line.id for line in lines}) < len(lines):
        raise ValueError("two lines have the same id")
    return tuple(lines)


def line_of(row: Mapping[str, Any]) -> Line:
    """A row as an edition kept it in JSON, by this version or another one.

    Errors: TypeError, ValueError when it is none.
    """
    known = {key: _frozen(value) for key, value in row.items() if key in KEYS}
    days = {key: date.fromisoformat(known[key]) for key in DAYS if known.get(key)}
    return Line(**known | days)


def data_version(all_lines: Sequence[Line]) -> str:
    """12 hex digits that change with any value of any row; their order does not matter."""
    rows = sorted(
        ({key: getattr(line, key) for key in KEYS} for line in all_lines),
        key=lambda row: str(row["id"]),
    )
    canonical = json.dumps(rows, sort_keys=True, separators=(",", ":"), default=date.isoformat)
    return sha256(canonical.encode()).hexdigest()[:12]


def checked_day(text: str) -> date | None:
    """The day of "2024-05-17", and the first one of "2024-05" and "2024"."""
    try:
        return date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text)
    except ValueError:
        return None


def hours_problem(hours: str) -> str:
    """What is wrong with opening hours, "" when they can be said in words."""
    try:
        read_hours(hours)
    except ValueError as e:
        return str(e)
    return ""


def _frozen(value: object) -> Any:
    if isinstance(value, dict):
        return tuple(sorted(value.items()))
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _key_problems(row: Mapping[str, object]) -> Iterator[str]:
    if unknown := set(row) - KEYS:
        yield f"unknown key {min(unknown)!r}"
    for key in NEEDED:
        if not row.get(key):
            yield f"{key} is needed"
    for key, value in row.items():
        if not _fits(key, value):
            yield f"{key} is not of its kind: {value!r}"


def _fits(key: str, value: object) -> bool:
    if key in DAYS:
        return isinstance(value, date) and not isinstance(value, datetime)
    if key in LISTS:
        return isinstance(value, list) and all(isinstance(x, str) for x in value)
    if key == "names":
        return isinstance(value, dict) and all(isinstance(x, str) for x in value.values())
    return isinstance(value, bool if key == "free" else str)


def _row_problems(line: Line) -> Iterator[str]:
    for key, choices in CHOICES.items():
        if (value := getattr(line, key)) not in choices:
            yield f"unknown {key} {value!r}"
    if not PLACE.fullmatch(line.place):
        yield f"{line.place!r} is no place"
    has_number = bool(line.phone or line.sms)
    if line.kind == "directory" and (has_number or not line.web):
        yield "a directory has an address in the web and no number"
    if line.confidence == "high" and not (has_number or line.kind == "directory"):
        yield "a line of high confidence has a number"
    if line.hours != ALWAYS and (line.kind == "emergency" or not line.zone):
        yield "an emergency number has no hours, and hours of others need a zone"
    if line.web and not line.web.startswith("https://"):
        yield "web is no https address"
    if line.verified and checked_day(line.verified) is None:
        yield "verified is no date"
    if why := hours_problem(line.hours):
        yield why
    yield from _number_problems(line)


def _number_problems(line: Line) -> Iterator[str]:
    country = line.place[:2]
    for number in filter(None, (line.phone, line.sms)):
        if not DIALLED.fullmatch(number):
            yield f"{number} cannot be dialled as it stands"
        if why := refused(number, country):
            yield f"{number} is retired: {why}"
    if line.then and not line.then.isdigit():
        yield f"{line.then!r} cannot be pressed"
    if why := REFUSED_KEYS.get((country, digits(line.phone), line.then), ""):
        yield f"{line.phone} then {line.then} is retired: {why}"
