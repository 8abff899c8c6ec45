"""The rows of crisis lines that hold at a place, and what keeps each of them out of replies."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal

from gateway.core.crisis_data import checked_day
from gateway.core.crisis_numbers import digits
from gateway.core.hotline import Audience, Line, OwnLine
from gateway.core.opening_times import ALWAYS
from gateway.core.policy import Policy

EXPIRES_AFTER = timedelta(days=1_095)
A_DAY = timedelta(days=1)
OWN = "own"

Why = Literal[
    "",
    "no_number",
    "low",
    "waiting",
    "not_yet",
    "ended",
    "expired",
    "audience",
    "language",
    "same",
    "no_room",
]


def lines_of_place(all_lines: Sequence[Line], policy: Policy, place: str) -> tuple[Line, ...]:
    """The rows of a region and its country, and the practice's own that hold there.

    A region's own emergency row takes the place of the country's, even while it cannot be
    shown: Nunavut has no 911. The practice's own lines hold in its country; an emergency
    number of its own only where the practice is, as it may be that of a town.
    """
    country, home = place[:2], policy.practice.place
    mine = [x for x in all_lines if x.place in (place, country) and x.kind != "directory"]
    replaced = any(x.place != country and x.kind == "emergency" for x in mine)
    if replaced:
        mine = [x for x in mine if x.kind != "emergency" or x.place != country]
    if home[:2] != country:
        return tuple(mine)
    is_home = home == place or (home == country and not replaced)
    own = [x for x in policy.crisis.line if is_home or x.kind != "emergency"]
    return (*mine, *(own_line(x, policy) for x in own))


def own_line(line: OwnLine, policy: Policy) -> Line:
    """A line of the practice in the form of the shipped ones."""
    return Line(
        id=f"{OWN}-{digits(line.phone or line.sms)}",
        place=OWN,
        kind=line.kind,
        audience=line.audience,
        name=line.name,
        phone=line.phone,
        sms=line.sms,
        sms_word=line.sms_word,
        hours=line.hours,
        free=line.free,
        zone="" if line.hours == ALWAYS else policy.practice.timezone,
        languages=line.languages,
        source=(f"{policy.practice.name}: {line.by}",),
        verified=line.on.isoformat(),
        confidence="high",
    )


def audiences_of(policy: Policy, audience: Iterable[Audience]) -> frozenset[str]:
    """For whom lines are shown. Those for survivors of abuse only by the client's own record:
    whoever abuses her may read the reply."""
    by_policy = {x for x in policy.crisis.audiences if x != "survivors"}
    return frozenset({"everyone", *by_policy, *audience})


def checked_on(line: Line, policy: Policy, today: date) -> date | None:
    """The newest day on which somebody looked at this line, None when no day is known.

    A day to come counts only when there is no other: a slip in the year must not keep a line
    for ever, and a clock that is wrong must not take lines away.
    """
    known = (checked_day(line.verified), line.gathered, confirmed_on(line, policy))
    days = [day for day in known if day]
    return max((day for day in days if day <= today + A_DAY), default=min(days, default=None))


def confirmed_on(line: Line, policy: Policy) -> date | None:
    return max((c.on for c in policy.crisis.confirmed if c.line == line.id), default=None)


def is_trusted(line: Line, policy: Policy) -> bool:
    """Whether its number may be shown at all, whatever the day."""
    if not (line.phone or line.sms) or line.confidence == "low":
        return False
    return line.confidence == "high" or confirmed_on(line, policy) is not None


def barred(line: Line, policy: Policy, wanted: frozenset[str], today: date) -> Why:
    """Why this line alone may not be shown on that day, "" when it may."""
    if not (line.phone or line.sms):
        return "no_number"
    if line.confidence == "low":
        return "low"
    if line.audience not in wanted:
        return "audience"
    if line.valid_from and today < line.valid_from:
        return "not_yet"
    if line.valid_to and today > line.valid_to:
        return "ended"
    if not is_trusted(line, policy):
        return "waiting"
    checked = checked_on(line, policy, today)
    if line.kind != "emergency" and (checked is None or today - checked > EXPIRES_AFTER):
        return "expired"
    return ""
