"""Which crisis lines a reply carries, for the place where the clients live.

A wrong number can cost a life, so the rules are narrow: a line is shown when two sources
agree ("high"), or when a person of the practice has confirmed it; never by language, top
level domain or guess. The emergency number is never left empty: that is an error at start.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date, timedelta
from typing import Any

from gateway.core.policy import Policy
from gateway.core.practice import Line, OwnLine

KINDS = ("emergency", "suicide_crisis", "mental_health", "text_only")
CONFIDENCES = ("high", "medium", "low")
SHOWN_AT_MOST = 4
STALE_AFTER = timedelta(days=365)
ALWAYS = "24/7"

# Retired, superseded or never true numbers that still stand on many pages (digits only).
RETIRED = {
    "18002738255": "it was replaced by 988",
    "18334564566": "it was replaced by 988",
    "45645": "it was replaced by 988",
    "18006610844": "it is no longer on the lists of the territory",
    "08457909090": "it was replaced by 116 123",
}
# Numbers that films and forms use: 555-01xx and plain sequences.
MADE_UP = re.compile(r".*55501\d\d|.*0000000.*|.*1234567.*")


def parse_lines(data: Mapping[str, Any]) -> tuple[Line, ...]:
    """The rows of one parsed file of gateway/hotlines/.

    Errors: ValueError naming the row and the key, since a misread row is a wrong number.
    """
    known = {f.name for f in fields(Line)}
    if set(data) - {"line"}:
        raise ValueError(f"unknown key {min(set(data) - {'line'})!r}")
    lines = []
    for number, row in enumerate(data.get("line", ()), start=1):
        where = f"line {row.get('id', number)!r}"
        if set(row) - known:
            raise ValueError(f"{where}: unknown key {min(set(row) - known)!r}")
        try:
            frozen: dict[str, Any] = {
                key: tuple(value) if isinstance(value, list) else value
                for key, value in row.items()
            }
            line = Line(**frozen)
        except TypeError:
            raise ValueError(f"{where}: id, place, kind and name are needed") from None
        for trouble in _row_problems(line):
            raise ValueError(f"{where}: {trouble}")
        lines.append(line)
    if len({line.id for line in lines}) < len(lines):
        raise ValueError("two lines have the same id")
    return tuple(lines)


def lines_for(all_lines: Sequence[Line], policy: Policy) -> tuple[Line, ...]:
    """The lines that each reply carries, in the order in which they are shown.

    First the emergency number, then the practice's own lines, those of the region, those of
    the country; four at most, one of them by text where there is one.
    """
    own = tuple(_from_own(line, policy) for line in policy.crisis.line)
    shipped = [line for line in _of_place(all_lines, policy) if _is_shown(line, policy)]
    ranked = sorted((*own, *shipped), key=lambda line: _rank(line, policy))
    return _four(tuple(dict.fromkeys(ranked)))


def problems(all_lines: Sequence[Line], policy: Policy) -> tuple[str, ...]:
    """Why no reply may be sent with these lines, and what to do; () when all is well."""
    return (*_confirmed_problems(all_lines, policy), *_missing(all_lines, policy), *_own(policy))


def warnings(all_lines: Sequence[Line], policy: Policy, today: date) -> tuple[str, ...]:
    """What somebody should look at soon: lines not shown for want of a check, and old checks."""
    waiting = (
        f"{line.id} ({line.name}, {line.phone or line.sms}) is not shown: check it at its own page"
        f' or by phone, then add [[crisis.confirmed]] with line = "{line.id}"'
        for line in _waiting(all_lines, policy)
    )
    stale = (
        f"{line.id} ({line.name}) was last checked {checked or 'on no known day'}: check it again,"
        " at its own page or by phone, and renew its date"
        for line in lines_for(all_lines, policy)
        if not _is_fresh(checked := _checked_on(line, policy), today)
    )
    return (*waiting, *stale)


def _row_problems(line: Line) -> Iterator[str]:
    if line.kind not in KINDS:
        yield f"unknown kind {line.kind!r}"
    if line.confidence not in CONFIDENCES:
        yield f"unknown confidence {line.confidence!r}"
    if line.confidence == "high" and not (line.phone or line.sms):
        yield "a line of high confidence has a number"
    for number in (line.phone, line.sms):
        if number and _digits(number) in RETIRED:
            yield f"{number} is retired: {RETIRED[_digits(number)]}"
    if line.verified and _day(line.verified) is None:
        yield "verified is no date"


def _of_place(all_lines: Sequence[Line], policy: Policy) -> list[Line]:
    """The rows for the region and its country.

    A region's own emergency row takes the place of the country's, even while it cannot be
    shown: Nunavut has no 911.
    """
    place, country = policy.practice.place, policy.practice.place[:2]
    mine = [line for line in all_lines if line.place in (place, country)]
    has_own = any(line.place != country and line.kind == "emergency" for line in mine)
    return [x for x in mine if x.kind != "emergency" or x.place != country or not has_own]


def _is_shown(line: Line, policy: Policy) -> bool:
    if not (line.phone or line.sms) or line.confidence == "low":
        return False
    return line.confidence == "high" or _confirmed_on(line, policy) is not None


def _waiting(all_lines: Sequence[Line], policy: Policy) -> list[Line]:
    """Lines of this place that a confirmation would bring into the replies."""
    return [
        line
        for line in _of_place(all_lines, policy)
        if line.confidence == "medium" and (line.phone or line.sms)
        if not _is_shown(line, policy)
    ]


def _confirmed_on(line: Line, policy: Policy) -> date | None:
    return max((c.on for c in policy.crisis.confirmed if c.line == line.id), default=None)


def _from_own(line: OwnLine, policy: Policy) -> Line:
    return Line(
        id=f"own-{_digits(line.phone or line.sms)}",
        place="own",
        kind=line.kind,
        name=line.name,
        phone=line.phone,
        sms=line.sms,
        sms_word=line.sms_word,
        hours=line.hours,
        source=(f"{policy.practice.name}: {line.by}",),
        verified=line.on.isoformat(),
        confidence="high",
    )


def _rank(line: Line, policy: Policy) -> tuple[bool, bool, int, int]:
    """A line that is not always open stands behind those that are."""
    near = ("own", policy.practice.place).index(line.place) if line.place != _country(policy) else 2
    return line.kind != "emergency", line.hours != ALWAYS, near, KINDS.index(line.kind)


def _country(policy: Policy) -> str:
    return policy.practice.place[:2]


def _four(ranked: tuple[Line, ...]) -> tuple[Line, ...]:
    """Few enough to choose from in distress; not all of them by voice where one takes texts."""
    shown = ranked[:SHOWN_AT_MOST]
    by_text = next((line for line in ranked[SHOWN_AT_MOST:] if line.sms), None)
    if by_text is None or any(line.sms for line in shown):
        return shown
    return (*shown[:-1], by_text)


def _confirmed_problems(all_lines: Sequence[Line], policy: Policy) -> Iterator[str]:
    known = {line.id: line for line in all_lines}
    for confirmed in policy.crisis.confirmed:
        line = known.get(confirmed.line)
        if line is None:
            ids = ", ".join(x.id for x in _waiting(all_lines, policy))
            yield f'crisis.confirmed: there is no line "{confirmed.line}"' + (
                f"; those to confirm are {ids}" if ids else ""
            )
        elif line.confidence == "low" or not (line.phone or line.sms):
            yield (
                f"crisis.confirmed: {line.id} cannot be confirmed, its number is not sure;"
                " add what you know as [[crisis.line]]"
            )


def _missing(all_lines: Sequence[Line], policy: Policy) -> Iterator[str]:
    """What each reply must have and has not: an emergency number, and one line to talk to."""
    shown = lines_for(all_lines, policy)
    for is_emergency, words in ((True, "emergency number"), (False, "crisis line")):
        if any((line.kind == "emergency") is is_emergency for line in shown):
            continue
        waiting = [
            f"{line.id} ({line.phone or line.sms})"
            for line in _waiting(all_lines, policy)
            if (line.kind == "emergency") is is_emergency
        ]
        check = f" check {' or '.join(waiting)} and add [[crisis.confirmed]], or" if waiting else ""
        place = policy.practice.place
        yield f"crisis: no {words} can be shown for {place}:{check} add one as [[crisis.line]]"


def _own(policy: Policy) -> Iterator[str]:
    for line in policy.crisis.line:
        where = f'crisis.line "{line.name}"'
        if not (line.phone or line.sms):
            yield f"{where}: needs phone or sms"
        for number in filter(None, (line.phone, line.sms)):
            digits = _digits(number)
            if digits in RETIRED:
                yield f"{where}: {number} must not be shown, {RETIRED[digits]}"
            if len(digits) < 2 or MADE_UP.fullmatch(digits):
                yield f"{where}: {number} is no real number"


def _digits(number: str) -> str:
    return "".join(c for c in number if c.isdigit())


def _checked_on(line: Line, policy: Policy) -> date | None:
    days = (_day(line.verified), _confirmed_on(line, policy))
    return max((day for day in days if day is not None), default=None)


def _is_fresh(checked: date | None, today: date) -> bool:
    return checked is not None and today - checked <= STALE_AFTER


def _day(text: str) -> date | None:
    """The day of "2024-05-17", and the first one of "2024-05" and "2024"."""
    try:
        return date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text)
    except ValueError:
        return None
