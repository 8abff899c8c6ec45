"""Who a crisis line is for, how long it is shown, and why each one of a place is not."""

from datetime import date, timedelta
from typing import Any

import pytest

from gateway.core.crisis import standings
from gateway.core.crisis_rows import EXPIRES_AFTER
from gateway.core.policy import Policy
from tests.unit.crisis_policies import (
    CHECKED,
    FIND,
    HELP,
    TALK,
    TODAY,
    at,
    confirmed,
    ids,
    own,
    row,
)

WORLD = (HELP, TALK, FIND)
BY_DAY = row("by-day", hours="mon-fri 09:00-17:00", zone="Etc/UTC")
FRENCH = row("fr", languages=("fr",))
YOUNG = row("young", audience="youth")
VETERANS = row("veterans", audience="veterans")
ABUSED = row("abused", audience="survivors")
AUDIENCES: list[tuple[tuple[str, ...], tuple[str, ...], list[str]]] = [
    ((), (), []),
    (("youth",), (), ["young"]),
    ((), ("youth",), ["young"]),
    (("veterans",), ("youth",), ["young", "veterans"]),
    ((), ("survivors",), []),
    (("survivors",), (), ["abused"]),
]


@pytest.mark.parametrize(("record", "practice", "shown"), AUDIENCES)
def test_audiences(record: Any, practice: Any, shown: list[str]) -> None:
    lines = (YOUNG, VETERANS, ABUSED, *WORLD)
    assert ids(lines, at("QX", audiences=practice), audience=record) == ["help", "talk", *shown]


def test_a_place_is_found_for_the_clients_own_audience() -> None:
    lines = (*WORLD, *(row(f"r{n}", place="QX-N") for n in range(5)), YOUNG)
    shown = ids(lines, at("QX-N"), audience=("youth",))
    assert shown == ["help", "r0", "talk", "young"]


LAST = CHECKED + EXPIRES_AFTER
EXPIRY: list[tuple[str, dict[str, Any], Policy, bool]] = [
    ("verified", {"gathered": None, "verified": "2026-11-01"}, at("QX"), True),
    ("gathered later", {"verified": "2020"}, at("QX"), True),
    ("verified later", {"gathered": date(2020, 1, 1), "verified": "2026-11-01"}, at("QX"), True),
    (
        "confirmed later",
        {"gathered": date(2020, 1, 1)},
        at("QX", confirmed=confirmed("x", on=date(2020, 2, 2)) + confirmed("x")),
        True,
    ),
    ("never", {"gathered": None}, at("QX"), False),
    ("a slip in one of two", {"gathered": date(2206, 11, 1), "verified": "2020"}, at("QX"), False),
]


@pytest.mark.parametrize(
    ("values", "policy", "holds"), [e[1:] for e in EXPIRY], ids=[e[0] for e in EXPIRY]
)
def test_a_line_that_nobody_checks_leaves_the_replies(
    values: dict[str, Any], policy: Policy, holds: bool
) -> None:
    lines = (HELP, row("x", **values), FIND)
    there, gone = ["help", "x"], ["help", "directory"]
    assert ids(lines, policy, today=LAST) == (there if holds else gone)
    assert ids(lines, policy, today=LAST + timedelta(1)) == gone


def test_a_clock_that_is_wrong_takes_no_line_away() -> None:
    lines = (HELP, row("x", gathered=date(2026, 11, 1), verified=""), FIND)
    assert ids(lines, at("QX"), today=date(1970, 1, 1)) == ["help", "x"]


def test_own_lines_expire_too() -> None:
    policy = at("QX", line=(own("Ours", phone="0333 444555"),))
    assert ids((HELP,), policy, today=LAST) == ["help", "own-0333444555"]
    assert ids((HELP,), policy, today=LAST + timedelta(1)) == ["help"]


def test_an_emergency_number_never_expires() -> None:
    assert ids(WORLD, at("QX"), today=date(2099, 1, 1)) == ["help", "directory"]


def test_each_line_of_the_place_stands_once_with_its_reason() -> None:
    low, waits = row("low", confidence="low", audience="youth"), row("m", confidence="medium")
    lines = (low, waits, YOUNG, BY_DAY, FRENCH, *WORLD, row("en", languages=("en",)))
    judged = standings(lines, at("QX"), place="", language="en", audience=(), today=TODAY)
    assert {x.line.id: x.why for x in judged} == {
        "help": "",
        "talk": "",
        "en": "",
        "by-day": "",
        "low": "low",
        "m": "waiting",
        "young": "audience",
        "fr": "language",
    }
    assert [x.why == "" for x in judged] == [True] * 4 + [False] * 4
