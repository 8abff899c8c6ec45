"""What is wrong with a practice's crisis lines, and what somebody should check soon.

Problems stop the start and leave the old policy in force at a reload; warnings do not.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from gateway.core.crisis import standings
from gateway.core.crisis_data import DIALLED, hours_problem
from gateway.core.crisis_numbers import (
    digits,
    has_wrong_length,
    has_wrong_length_for_texts,
    is_made_up,
    refused,
)
from gateway.core.crisis_rows import (
    EXPIRES_AFTER,
    OWN,
    checked_on,
    is_trusted,
    lines_of_place,
    own_line,
)
from gateway.core.hotline import Audience, Line, OwnLine
from gateway.core.opening_times import ALWAYS
from gateway.core.policy import Policy

CHECK_AFTER = timedelta(days=180)
OVERDUE_AFTER = timedelta(days=365)
ENDS_SOON = timedelta(days=60)
CONFIRM = 'run `gateway lines confirm {} --by "NAME"`'


def problems(all_lines: Sequence[Line], policy: Policy) -> tuple[str, ...]:
    """Why no reply may be sent with these lines, and what to do; () when all is well.

    all_lines  of every country, since a number of another one is a problem
    Each begins with its key: "crisis: ...", "crisis.confirmed: ...", 'crisis.line "NAME": ...'.
    """
    return (
        *_confirmed(all_lines, policy),
        *_missing(all_lines, policy),
        *_audiences(policy),
        *_own(all_lines, policy),
    )


def warnings(
    all_lines: Sequence[Line],
    policy: Policy,
    today: date,
    *,
    place: str = "",
    audience: tuple[Audience, ...] = (),
) -> tuple[str, ...]:
    """What somebody should look at, for a place ("" as the practice) and those it is shown to."""
    return tuple(_warnings(all_lines, policy, today, place, audience))


def overdue(all_lines: Sequence[Line], policy: Policy, today: date) -> tuple[str, ...]:
    """The same for lines of the practice's place that nobody has checked for a year or more."""
    found: list[str] = []
    for line, why in _looked_at(all_lines, policy, today, "", ()):
        checked = checked_on(line, policy, today)
        if why in ("", "no_room", "expired") and _age(checked, today) > OVERDUE_AFTER:
            found += _check_words(line, policy, today)
    return tuple(found)


def _warnings(
    all_lines: Sequence[Line],
    policy: Policy,
    today: date,
    place: str,
    audience: tuple[Audience, ...],
) -> Iterator[str]:
    for line, why in _looked_at(all_lines, policy, today, place, audience):
        if why == "waiting":
            yield (
                f"{_named(line)} is not shown: check it at its own page or by phone, then"
                f" {CONFIRM.format(line.id)}"
            )
        elif why == "ended":
            yield f"{_named(line)} ended on {line.valid_to} and is not shown any more"
        elif why in ("", "no_room", "expired"):
            yield from _check_words(line, policy, today)
            if line.valid_to and line.valid_to - today <= ENDS_SOON:
                yield f"{_named(line)} ends on {line.valid_to}, and is not shown from then on"


def _looked_at(
    all_lines: Sequence[Line],
    policy: Policy,
    today: date,
    place: str,
    audience: tuple[Audience, ...],
) -> Iterator[tuple[Line, str]]:
    language = policy.practice.languages[0]
    judged = standings(
        all_lines, policy, place=place, language=language, audience=audience, today=today
    )
    # Other languages of the practice show them.
    return ((x.line, "" if x.why == "language" else x.why) for x in judged)


def _check_words(line: Line, policy: Policy, today: date) -> Iterator[str]:
    checked = checked_on(line, policy, today)
    age = _age(checked, today)
    if age <= CHECK_AFTER:
        return
    if line.place == OWN:
        remedy = f'renew `on` of the [[crisis.line]] "{line.name}"'
    else:
        remedy = CONFIRM.format(line.id)
    last = f"{_named(line)} was last checked {checked or 'on no known day'}"
    how = f"check it at its own page or by phone, then {remedy}"
    if line.kind == "emergency":
        yield f"{last}: {how}"
    elif checked is None or age > EXPIRES_AFTER:
        yield f"{last} and is not shown any more: {how}"
    else:
        left = checked + EXPIRES_AFTER - today
        long = ", more than a year ago" if age > OVERDUE_AFTER else ""
        yield f"{last}{long}: {how}; unchecked it leaves the replies in {left.days} days"


def _named(line: Line) -> str:
    return f"{line.id} ({line.name}, {line.phone or line.sms})"


def _age(checked: date | None, today: date) -> timedelta:
    return timedelta.max if checked is None else today - checked


def _confirmed(all_lines: Sequence[Line], policy: Policy) -> Iterator[str]:
    known = {line.id: line for line in all_lines}
    for confirmed in policy.crisis.confirmed:
        line = known.get(confirmed.line)
        if line is None:
            ids = ", ".join(x.id for x in _waiting(all_lines, policy))
            yield f'crisis.confirmed: there is no line "{confirmed.line}"' + (
                f"; those to confirm are {ids}" if ids else ""
            )
        elif why := why_not_confirmed(line):
            yield f"crisis.confirmed: {line.id} cannot be confirmed, {why}"


def why_not_confirmed(line: Line) -> str:
    """Why no confirmation brings this line into a reply, and what to do; "" when one does."""
    if line.kind == "directory":
        return "it is a directory and needs none"
    if line.confidence == "low" or not (line.phone or line.sms):
        return "its number is not sure; add what you know as [[crisis.line]]"
    return ""


def _waiting(all_lines: Sequence[Line], policy: Policy) -> list[Line]:
    """Lines of this place that a confirmation would bring into the replies to everybody."""
    return [
        line
        for line in lines_of_place(all_lines, policy, policy.practice.place)
        if line.audience == "everyone" and not why_not_confirmed(line)
        if not is_trusted(line, policy)
    ]


def _missing(all_lines: Sequence[Line], policy: Policy) -> Iterator[str]:
    """What each reply must have and has not: an emergency number, and one line to talk to."""
    place = policy.practice.place
    rows = lines_of_place(all_lines, policy, place)
    able = [x for x in rows if x.audience == "everyone" and is_trusted(x, policy)]
    for is_emergency, words in ((True, "emergency number"), (False, "crisis line")):
        if any((line.kind == "emergency") is is_emergency for line in able):
            continue
        waiting = [
            f"check {line.id} ({line.phone or line.sms}) and {CONFIRM.format(line.id)}, or "
            for line in _waiting(all_lines, policy)
            if (line.kind == "emergency") is is_emergency
        ]
        yield (
            f"crisis: no {words} can be shown for {place}: {''.join(waiting)}"
            "add one as [[crisis.line]]"
        )


def _audiences(policy: Policy) -> Iterator[str]:
    if "survivors" in policy.crisis.audiences:
        yield (
            'crisis.audiences: "survivors" cannot stand here, as whoever abuses a client may read'
            " the reply; set it for one client at a time: gateway client --help"
        )


def _own(all_lines: Sequence[Line], policy: Policy) -> Iterator[str]:
    for number, line in enumerate(policy.crisis.line):
        words = [
            *_own_numbers(line, policy.practice.place[:2], all_lines),
            *_own_twins(line, policy.crisis.line[:number], all_lines, policy),
        ]
        if not (line.phone or line.sms):
            words.append("needs phone or sms")
        if why := hours_problem(line.hours):
            words.append(why)
        elif line.kind == "emergency" and line.hours != ALWAYS:
            words.append(
                'an emergency number is answered at all hours; give another kind or "24/7"'
            )
        yield from (f'crisis.line "{line.name}": {problem}' for problem in words)


def _own_numbers(line: OwnLine, country: str, all_lines: Sequence[Line]) -> Iterator[str]:
    for number, has_wrong in (
        (line.phone, has_wrong_length),
        (line.sms, has_wrong_length_for_texts),
    ):
        if not number:
            continue
        if is_made_up(number, country) or not digits(number):
            yield f"{number} is no real number"
        elif not DIALLED.fullmatch(number):
            yield f"{number} cannot be dialled as it stands; write one number, in digits"
        elif why := refused(number, country):
            yield f"{number} must not be shown, {why}"
        elif owner := _foreign(number, line, country, all_lines):
            yield (
                f"{number} is {owner.name} in {owner.place[:2]}, and another number or none in"
                f" {country}"
            )
        elif has_wrong(number, country):
            yield f"{number} has {len(digits(number))} digits, which no number in {country} has"


def _foreign(number: str, own: OwnLine, country: str, all_lines: Sequence[Line]) -> Line | None:
    """The line of another country that has this number, where ours is not known to have it.

    Of a country without rows nothing is known: it may share what several countries have (112,
    116 123), and any emergency number.
    """
    same = [x for x in all_lines if digits(number) in (digits(x.phone), digits(x.sms))]
    if any(x.place[:2] == country for x in same):
        return None
    is_known = any(x.place[:2] == country for x in all_lines)
    talk = [x for x in same if x.kind != "emergency"]
    if not is_known and (own.kind == "emergency" or len({x.place[:2] for x in talk}) > 1):
        return None
    return next(iter(same), None)


def _own_twins(
    line: OwnLine, before: Sequence[OwnLine], all_lines: Sequence[Line], policy: Policy
) -> Iterator[str]:
    """A line known by the same name with another number: one of the two is a slip."""
    mine = own_line(line, policy)
    rows = lines_of_place(all_lines, policy, policy.practice.place)
    for other in (
        *(x for x in rows if x.place != OWN),
        *(own_line(x, policy) for x in before),
    ):
        if not _names(mine) & _names(other):
            continue
        for one, two in ((mine.phone, other.phone), (mine.sms, other.sms)):
            if one and two and digits(one) != digits(two):
                whose = "stands here twice, with" if other.place == OWN else f"is {other.id} with"
                yield f"{whose} {two} and {one}: correct the number, or give it its own name"


def _names(line: Line) -> frozenset[str]:
    return frozenset(name.casefold().strip() for name in (line.name, *dict(line.names).values()))
