"""What stops the start for want of right crisis lines, and what somebody should check."""

from datetime import date, timedelta
from typing import Any

import pytest

from gateway.core.crisis_check import overdue, problems, warnings
from gateway.core.hotline import Line
from gateway.core.policy import Policy
from gateway.resources import read_lines
from tests.unit.crisis_policies import CHECKED, SHIPPED, TODAY, at, confirmed, own, row

HELP = row("help", kind="emergency", phone="117", name="Help")
TALK = row("talk", name="Talk", names=(("fr", "Parler"),), phone="0800 700", sms="50111")
WORLD = (HELP, TALK)
WAITS = tuple(row(x.id, kind=x.kind, phone=x.phone, confidence="medium") for x in WORLD)
ABROAD = row("abroad", place="QY", phone="113", name="Abroad")

SHIPPED_TABLE: list[tuple[str, Policy, list[str]]] = [
    ("all is well", at("CA-ON"), []),
    (
        "Nunavut",
        at("CA-NU"),
        ["crisis: no emergency number can be shown for CA-NU: add one as [[crisis.line]]"],
    ),
    ("Nunavut, town", at("CA-NU", line=(own("RCMP", kind="emergency", phone="867-979-1111"),)), []),
    ("nowhere", at("QQ"), ["no emergency number can be shown for QQ", "no crisis line"]),
    (
        "nowhere, own",
        at("QQ", line=(own("E", kind="emergency", phone="112"), own("S", phone="116 123"))),
        [],
    ),
    (
        "a line of another country",
        at("QQ", line=(own("E", kind="emergency", phone="112"), own("S", phone="3114"))),
        ["3114 is National suicide prevention line in FR"],
    ),
    (
        "Ireland",
        at("IE"),
        ['run `gateway lines confirm IE-samaritans --by "NAME"`, or check IE-50808 (50808)'],
    ),
    (
        "the Dutch line in Germany",
        at("DE", line=(own("Hilfe", phone="113"),)),
        ['crisis.line "Hilfe": 113 must not be shown, it is planned'],
    ),
    (
        "the French line in Norway",
        at("NO", line=(own("Hjelp", phone="3114"),)),
        ["3114 is National suicide prevention line in FR"],
    ),
    ("the ambulance of Norway", at("NL", line=(own("Hulp", phone="113"),)), []),
]


@pytest.mark.parametrize(
    ("policy", "words"), [c[1:] for c in SHIPPED_TABLE], ids=[c[0] for c in SHIPPED_TABLE]
)
def test_problems_with_shipped_lines(policy: Policy, words: list[str]) -> None:
    found = problems(SHIPPED, policy)
    assert len(found) == len(words), found
    for problem, part in zip(found, words, strict=True):
        assert part in problem


OWN: list[tuple[dict[str, Any], str]] = [
    ({}, "needs phone or sms"),
    ({"phone": "HELP"}, "HELP is no real number"),
    ({"phone": "0800-CAMPUS-1"}, "cannot be dialled as it stands; write one number"),
    ({"phone": "0800 333 or 0800 444"}, "cannot be dialled as it stands"),
    ({"phone": "988 press 3"}, "cannot be dialled as it stands"),
    ({"phone": "1-800-273-8255"}, "must not be shown, it was replaced by 988"),
    ({"sms": "1-800-273-8255"}, "must not be shown, it was replaced by 988"),
    ({"phone": "555-0142"}, "555-0142 is no real number"),
    ({"phone": "0800 123 4567"}, "is no real number"),
    ({"phone": "+1988"}, "+1988 has 4 digits, which no number in QX has"),
    ({"phone": "7"}, "7 has 1 digits"),
    ({"phone": "113"}, "113 is Abroad in QY, and another number or none in QX"),
    ({"name": "Talk", "phone": "0800 701"}, "is talk with 0800 700 and 0800 701: correct"),
    ({"name": "PARLER", "phone": "0800 701"}, "is talk with 0800 700 and 0800 701"),
    ({"name": "Talk", "sms": "50112"}, "is talk with 50111 and 50112"),
    ({"name": "First", "phone": "0800 334"}, "stands here twice, with 0800 333 and 0800 334"),
    ({"phone": "0800 444", "hours": "9 to 17"}, "no opening hours"),
    (
        {"phone": "0800 444", "kind": "emergency", "hours": "mon-fri 09:00-17:00"},
        "an emergency number is answered at all hours",
    ),
]


@pytest.mark.parametrize(("values", "words"), OWN, ids=[o[1] for o in OWN])
def test_problems_with_own_lines(values: dict[str, Any], words: str) -> None:
    name = values.pop("name", "Ours")
    policy = at("QX", line=(own("First", phone="0800 333"), own(name, **values)))
    (found,) = problems((*WORLD, ABROAD), policy)
    assert found.startswith(f'crisis.line "{name}": ')
    assert words in found


FINE: list[dict[str, Any]] = [
    {"phone": "0800 444"},
    {"phone": "0800 700"},
    {"name": "Talk", "phone": "0800-700"},
    {"name": "First", "phone": "0800 333", "sms": "50113"},
    {"sms": "50113", "sms_word": "HELLO"},
    {"phone": "0800 444", "hours": "mon-fri 09:00-17:00"},
    {"phone": "+44 20 7946 0000"},
]


@pytest.mark.parametrize("values", FINE)
def test_own_lines_without_a_problem(values: dict[str, Any]) -> None:
    name = values.pop("name", "Ours")
    policy = at("QX", line=(own("First", phone="0800 333"), own(name, **values)))
    assert problems((*WORLD, ABROAD), policy) == ()


def test_short_codes_are_for_texts() -> None:
    assert problems(SHIPPED, at("GB", line=(own("Ours", sms="81111"),))) == ()
    (found,) = problems(SHIPPED, at("GB", line=(own("Ours", phone="81111"),)))
    assert "81111 has 5 digits, which no number in GB has" in found


CONFIRMED: list[tuple[str, tuple[Line, ...], str]] = [
    ("hepl", WAITS, 'crisis.confirmed: there is no line "hepl"; those to confirm are help, talk'),
    ("hepl", WORLD, 'crisis.confirmed: there is no line "hepl"'),
    (
        "low",
        (*WORLD, row("low", confidence="low")),
        "crisis.confirmed: low cannot be confirmed, its number is not sure; add what you know",
    ),
    (
        "page",
        (*WORLD, row("page", phone="", confidence="medium")),
        "crisis.confirmed: page cannot be confirmed, its number is not sure",
    ),
    (
        "find",
        (*WORLD, row("find", kind="directory", phone="", web="https://find.example")),
        "crisis.confirmed: find cannot be confirmed, it is a directory",
    ),
]


@pytest.mark.parametrize(("id_", "lines", "words"), CONFIRMED)
def test_confirmations_of_nothing(id_: str, lines: tuple[Line, ...], words: str) -> None:
    found = problems(lines, at("QX", confirmed=confirmed(id_)))
    assert found[0].startswith(words)


def test_confirmations_bring_what_waits() -> None:
    assert [p.partition(":")[0] for p in problems(WAITS, at("QX"))] == ["crisis", "crisis"]
    half = problems(WAITS, at("QX", confirmed=confirmed("help")))
    assert half == (
        "crisis: no crisis line can be shown for QX: check talk (0800 700) and run"
        ' `gateway lines confirm talk --by "NAME"`, or add one as [[crisis.line]]',
    )
    assert problems(WAITS, at("QX", confirmed=confirmed("help", "talk"))) == ()


def test_a_line_for_others_is_no_line_to_talk_to() -> None:
    young = row("young", audience="youth")
    assert "no crisis line" in problems((HELP, young), at("QX", audiences=("youth",)))[0]


def test_age_does_not_stop_the_start() -> None:
    assert problems((HELP, row("old", gathered=date(1999, 1, 1))), at("QX")) == ()


def test_lines_for_survivors_are_never_for_all_clients() -> None:
    (found,) = problems(WORLD, at("QX", audiences=("youth", "survivors")))
    assert found.startswith('crisis.audiences: "survivors" cannot stand here')


CONFIRM = 'check it at its own page or by phone, then run `gateway lines confirm {} --by "NAME"`'
WARNED: list[tuple[str, dict[str, Any], int, list[str]]] = [
    ("checked", {}, 180, []),
    (
        "checked long ago",
        {},
        181,
        [
            f"x (x, 0800 444) was last checked 2026-11-01: {CONFIRM.format('x')};"
            " unchecked it leaves the replies in 914 days"
        ],
    ),
    (
        "more than a year ago",
        {},
        366,
        [
            "x (x, 0800 444) was last checked 2026-11-01, more than a year ago:"
            f" {CONFIRM.format('x')}; unchecked it leaves the replies in 729 days"
        ],
    ),
    (
        "expired",
        {},
        1_096,
        [
            "x (x, 0800 444) was last checked 2026-11-01 and is not shown any more:"
            f" {CONFIRM.format('x')}"
        ],
    ),
    (
        "on no day",
        {"gathered": None},
        0,
        [
            "x (x, 0800 444) was last checked on no known day and is not shown any more:"
            f" {CONFIRM.format('x')}"
        ],
    ),
    (
        "waits",
        {"confidence": "medium"},
        0,
        [f"x (x, 0800 444) is not shown: {CONFIRM.format('x')}"],
    ),
    ("low", {"confidence": "low"}, 999, []),
    ("for others", {"audience": "youth", "confidence": "medium"}, 0, []),
    (
        "ended",
        {"valid_to": CHECKED},
        1,
        ["x (x, 0800 444) ended on 2026-11-01 and is not shown any more"],
    ),
    (
        "ends",
        {"valid_to": CHECKED + timedelta(60)},
        0,
        ["x (x, 0800 444) ends on 2026-12-31, and is not shown from then on"],
    ),
    ("ends later", {"valid_to": CHECKED + timedelta(61)}, 0, []),
    ("of another place", {"place": "QY", "confidence": "medium"}, 0, []),
]


@pytest.mark.parametrize(
    ("values", "days", "words"), [w[1:] for w in WARNED], ids=[w[0] for w in WARNED]
)
def test_warnings(values: dict[str, Any], days: int, words: list[str]) -> None:
    today = CHECKED + timedelta(days)
    help_ = row("help", kind="emergency", gathered=today)
    lines = (help_, row("x", **{"phone": "0800 444", **values}))
    assert list(warnings(lines, at("QX"), today)) == words
    is_old = days > 365 or values.get("gathered", CHECKED) is None
    assert overdue(lines, at("QX"), today) == (tuple(words) if is_old else ())


def test_an_emergency_number_is_checked_too_and_stays() -> None:
    (found,) = warnings((HELP,), at("QX"), CHECKED + timedelta(2_000))
    assert found == f"help (Help, 117) was last checked 2026-11-01: {CONFIRM.format('help')}"


def test_a_new_check_ends_the_warning() -> None:
    today = CHECKED + timedelta(400)
    policy = at("QX", confirmed=confirmed("help", "talk", on=today))
    assert warnings(WORLD, policy, today) == ()
    assert len(warnings(WORLD, at("QX"), today)) == 2


def test_own_lines_are_renewed_where_they_stand() -> None:
    policy = at("QX", line=(own("Ours", phone="0800 444"),))
    (found,) = warnings((), policy, CHECKED + timedelta(200))
    assert 'then renew `on` of the [[crisis.line]] "Ours"' in found


def test_other_languages_and_what_finds_no_room_are_checked_too() -> None:
    french = row("fr", languages=("fr",))
    english = (row(f"en{n}", languages=("en",)) for n in range(5))
    found = warnings((HELP, french, *english), at("QX"), CHECKED + timedelta(200))
    assert len(found) == 7


def test_another_place_and_its_audience() -> None:
    young = row("young", place="QY", audience="youth", confidence="medium")
    assert warnings((*WORLD, young), at("QX"), TODAY, place="QY") == ()
    asked = warnings((*WORLD, young), at("QX"), TODAY, place="QY", audience=("youth",))
    assert [words.split()[0] for words in asked] == ["young"]


def test_the_shipped_data_needs_no_check_when_it_is_new() -> None:
    newest = max(x.gathered for x in read_lines() if x.gathered)
    assert overdue(SHIPPED, at("CA-ON"), newest + timedelta(365)) == ()
    assert overdue(SHIPPED, at("CA-ON"), newest + timedelta(366))
