"""Invented practices at any place, and invented crisis lines."""

from datetime import date
from typing import Any

from gateway.core.crisis import directory_for, lines_for
from gateway.core.hotline import Confirmed, Crisis, Line, OwnLine
from gateway.core.policy import Policy, Reply
from gateway.core.practice import Practice
from gateway.resources import read_lines

SHIPPED = read_lines()
TODAY = date(2026, 12, 1)
CHECKED = date(2026, 11, 1)


def at(place: str, *, languages: tuple[str, ...] = ("en",), **crisis: Any) -> Policy:
    """A practice at this place; crisis: keys of its table."""
    practice = Practice(
        name="Iris Calder",
        address="iris@calder.example",
        place=place,
        timezone="America/Toronto",
        languages=languages,
    )
    return Policy(
        practice=practice,
        reply=Reply(display_name="I. Calder"),
        recipients={"iris@calder.example": "iris@box.example"},
        crisis=Crisis(**crisis),
    )


def confirmed(*ids: str, on: date = CHECKED) -> tuple[Confirmed, ...]:
    return tuple(Confirmed(line=id_, on=on, by="I. Calder") for id_ in ids)


def own(name: str, **values: Any) -> OwnLine:
    return OwnLine(
        **{"kind": "mental_health", "on": CHECKED, "by": "I. Calder", **values}, name=name
    )


def row(id_: str, **values: Any) -> Line:
    """A line of the invented country QX, checked lately, for everybody and at all hours."""
    given = {
        "place": "QX",
        "kind": "suicide_crisis",
        "name": id_,
        "phone": "0" + "".join(str(ord(c) % 10) for c in id_),
        "gathered": CHECKED,
        "confidence": "high",
    }
    return Line(id=id_, **{**given, **values})


def ids(lines: tuple[Line, ...], policy: Policy, **asked: Any) -> list[str]:
    """The ids shown, and "directory" behind them."""
    given = {"place": "", "language": "en", "audience": (), "today": TODAY, **asked}
    shown = [line.id for line in lines_for(lines, policy, **given)]
    return shown + ["directory"] * bool(directory_for(lines, policy, **given))


HELP = row("help", kind="emergency", phone="117")
FIND = Line(
    id="find",
    place="ZZ",
    kind="directory",
    name="Find",
    web="https://find.example",
    confidence="medium",
)
TALK = row("talk", sms="50111")
