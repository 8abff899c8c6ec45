"""Which crisis lines a reply carries: by place, language, audience and day."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from gateway.core.crisis import directory_for
from gateway.core.hotline import Line
from gateway.core.policy import Policy
from tests.unit.crisis_policies import (
    CHECKED,
    FIND,
    HELP,
    SHIPPED,
    TALK,
    TODAY,
    at,
    confirmed,
    ids,
    own,
    row,
)

BY_DAY = row("by-day", hours="mon-fri 09:00-17:00", zone="Etc/UTC")
WORLD = (HELP, TALK, FIND)

SHIPPED_TABLE: list[tuple[str, dict[str, Any], list[str]]] = [
    ("CA", {}, ["CA-emergency", "CA-988"]),
    ("CA-ON", {}, ["CA-emergency", "CA-988"]),
    ("CA-QC", {"language": "fr-CA"}, ["CA-emergency", "CA-QC-appelle", "CA-988"]),
    ("CA-NB", {}, ["CA-emergency", "CA-NB-help-line", "CA-988"]),
    ("CA-YT", {}, ["CA-emergency", "CA-988"]),
    ("CA-NU", {}, ["CA-988", "directory"]),
    ("CA", {"audience": ("youth",)}, ["CA-emergency", "CA-988", "CA-khp"]),
    ("US", {}, ["US-emergency", "US-988"]),
    ("US", {"language": "es"}, ["US-emergency", "US-988"]),
    ("US", {"audience": ("veterans",)}, ["US-emergency", "US-988", "US-veterans"]),
    ("GB", {}, ["GB-emergency", "GB-samaritans", "GB-shout"]),
    ("GB-ENG", {}, ["GB-emergency", "GB-ENG-111", "GB-samaritans", "GB-shout"]),
    ("NL", {"language": "nl"}, ["NL-emergency", "NL-113"]),
    ("BE", {"language": "nl"}, ["BE-emergency", "BE-1813"]),
    ("BE", {"language": "fr-BE"}, ["BE-emergency", "BE-prevention"]),
    ("BE", {"language": "en"}, ["BE-emergency", "BE-prevention", "BE-1813"]),
    ("IT", {"language": "it"}, ["IT-emergency", "IT-amico"]),
    ("QQ", {}, ["directory"]),
]


@pytest.mark.parametrize(("place", "asked", "shown"), SHIPPED_TABLE)
def test_shipped_lines(place: str, asked: dict[str, Any], shown: list[str]) -> None:
    assert ids(SHIPPED, at(place), **asked) == shown
    assert ids(SHIPPED, at("NZ"), **{**asked, "place": place}) == shown


CASES: list[tuple[str, tuple[Line, ...], Policy, dict[str, Any], list[str]]] = [
    ("the emergency number first", (FIND, TALK, HELP), at("QX"), {}, ["help", "talk"]),
    ("no line to talk to", (HELP, FIND), at("QX"), {}, ["help", "directory"]),
    ("no emergency number", (TALK, FIND), at("QX"), {}, ["talk", "directory"]),
    ("nothing known", WORLD, at("QX"), {"place": "QY"}, ["directory"]),
    ("no directory either", (HELP,), at("QX"), {}, ["help"]),
    (
        "low",
        (HELP, row("x", confidence="low"), FIND),
        at("QX", confirmed=confirmed("x")),
        {},
        ["help", "directory"],
    ),
    ("waiting", (*WORLD, row("x", confidence="medium")), at("QX"), {}, ["help", "talk"]),
    (
        "confirmed",
        (*WORLD, row("x", confidence="medium")),
        at("QX", confirmed=confirmed("x")),
        {},
        ["help", "talk", "x"],
    ),
    (
        "another is confirmed",
        (*WORLD, row("x", confidence="medium")),
        at("QX", confirmed=confirmed("y")),
        {},
        ["help", "talk"],
    ),
    (
        "a page only",
        (*WORLD, row("x", phone="", web="https://x.example")),
        at("QX"),
        {},
        ["help", "talk"],
    ),
    (
        "by day stands last",
        (BY_DAY, *WORLD, row("region", place="QX-N")),
        at("QX-N"),
        {},
        ["help", "region", "talk", "by-day"],
    ),
    (
        "the nearest first",
        (*WORLD, row("region", place="QX-N"), row("next", place="QX-S")),
        at("QX-N", line=(own("Ours", phone="0333 444555"),)),
        {},
        ["help", "own-0333444555", "region", "talk"],
    ),
    (
        "the region's emergency number",
        (*WORLD, row("near", place="QX-N", kind="emergency", phone="118")),
        at("QX-N"),
        {},
        ["near", "talk"],
    ),
    (
        "and where it cannot be shown",
        (*WORLD, row("near", place="QX-N", kind="emergency", phone="", confidence="medium")),
        at("QX"),
        {"place": "QX-N"},
        ["talk", "directory"],
    ),
    (
        "own emergency number of a town",
        (*WORLD, row("near", place="QX-N", kind="emergency", phone="", confidence="medium")),
        at("QX-N", line=(own("Town", kind="emergency", phone="867-979-1111"),)),
        {},
        ["own-8679791111", "talk"],
    ),
    (
        "not in the next region",
        WORLD,
        at("QX-N", line=(own("Town", kind="emergency", phone="867-979-1111"),)),
        {"place": "QX-S"},
        ["help", "talk"],
    ),
    (
        "an own one behind the one that all know",
        WORLD,
        at("QX", line=(own("Campus", kind="emergency", phone="0333 444555"),)),
        {"place": "QX-S"},
        ["help", "own-0333444555", "talk"],
    ),
    (
        "own lines abroad",
        (*WORLD, row("abroad", place="QY"), row("112", place="QY", kind="emergency")),
        at("QX", line=(own("Ours", phone="0333 444555"),)),
        {"place": "QY"},
        ["112", "abroad"],
    ),
    (
        "the same number twice",
        (*WORLD, row("x", place="QX", phone=TALK.phone, sms="50111", hours="24/7")),
        at("QX", line=(own("Ours", phone=TALK.phone),)),
        {},
        ["help", "talk"],
    ),
    (
        "but to press another key",
        (*WORLD, row("x", phone=TALK.phone, then="1")),
        at("QX"),
        {},
        ["help", "talk", "x"],
    ),
    (
        "own, with another way",
        WORLD,
        at("QX", line=(own("Ours", phone="0333 444555", sms="50111"),)),
        {},
        ["help", "own-0333444555", "talk"],
    ),
    (
        "the shipped one tells more",
        WORLD,
        at("QX", line=(own("Ours", phone=TALK.phone, sms=TALK.sms),)),
        {},
        ["help", "talk"],
    ),
    (
        "one for everybody among many for others",
        (*WORLD[:1], *(row(f"y{n}", audience="youth") for n in range(4)), BY_DAY),
        at("QX", audiences=("youth",)),
        {},
        ["help", "y0", "y1", "by-day"],
    ),
    (
        "own, twice",
        WORLD,
        at(
            "QX",
            line=(
                own("Ours", phone="0333 444555"),
                own("Ours", phone="0333-444555", sms="50113"),
            ),
        ),
        {},
        ["help", "own-0333444555", "talk"],
    ),
    (
        "four at most, one by text, one for all",
        (*WORLD, *(row(f"r{n}", place="QX-N") for n in range(5))),
        at("QX-N"),
        {},
        ["help", "r0", "r1", "talk"],
    ),
    (
        "three and the directory",
        (HELP, FIND, row("old", gathered=date(2020, 1, 1)), *(row(f"r{n}") for n in range(5))),
        at("QX"),
        {},
        ["help", "r0", "r1", "directory"],
    ),
    (
        "two emergency numbers at most",
        (*WORLD, *(row(f"e{n}", kind="emergency") for n in range(3))),
        at("QX"),
        {},
        ["help", "e0", "talk"],
    ),
    (
        "not yet",
        (*WORLD, row("x", valid_from=TODAY + timedelta(1))),
        at("QX"),
        {},
        ["help", "talk"],
    ),
    ("from today", (*WORLD, row("x", valid_from=TODAY)), at("QX"), {}, ["help", "talk", "x"]),
    ("until today", (*WORLD, row("x", valid_to=TODAY)), at("QX"), {}, ["help", "talk", "x"]),
    ("ended", (*WORLD, row("x", valid_to=TODAY - timedelta(1))), at("QX"), {}, ["help", "talk"]),
    (
        "a directory that is not sure",
        (HELP, replace(FIND, confidence="low")),
        at("QX"),
        {},
        ["help"],
    ),
    (
        "a directory that ended",
        (HELP, row("d", kind="directory", phone="", web="https://d.example", valid_to=CHECKED)),
        at("QX"),
        {},
        ["help"],
    ),
]


@pytest.mark.parametrize(
    ("lines", "policy", "asked", "shown"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_lines_for(
    lines: tuple[Line, ...], policy: Policy, asked: dict[str, Any], shown: list[str]
) -> None:
    assert ids(lines, policy, **asked) == shown


def test_the_nearest_directory() -> None:
    near = replace(FIND, id="near", place="QX", web="https://near.example")
    asked: dict[str, Any] = {"language": "en", "audience": (), "today": TODAY}
    for place, web in (("QX", near.web), ("QX-N", near.web), ("QY", FIND.web)):
        assert directory_for((FIND, near), at("QX"), place=place, **asked) == web


FRENCH = row("fr", languages=("fr",))
BOTH = row("both", languages=("en", "fr"), place="QX-N")
BY_DAY_EN = row(
    "day-en", languages=("en",), hours="mon-fri 09:00-17:00", zone="Etc/UTC", place="QX-N"
)
UNKNOWN = row("unknown")
TONGUES: list[tuple[str, tuple[Line, ...], str, list[str]]] = [
    ("one speaks it", (FRENCH, BOTH), "en", ["both"]),
    ("in its region", (FRENCH, BOTH), "en-CA", ["both"]),
    ("both do", (FRENCH, BOTH), "fr", ["both", "fr"]),
    ("none does", (FRENCH,), "en", ["fr"]),
    ("perhaps one does", (FRENCH, UNKNOWN), "en", ["fr", "unknown"]),
    ("perhaps another does", (FRENCH, UNKNOWN), "fr", ["fr", "unknown"]),
    ("one by day only", (FRENCH, BY_DAY_EN), "en", ["fr", "day-en"]),
    ("one for others", (FRENCH, row("y", languages=("en",), audience="youth")), "en", ["fr", "y"]),
    (
        "one by day, and no room",
        (*(row(f"f{n}", languages=("fr",), sms=f"5012{n}") for n in range(4)), BY_DAY_EN),
        "en",
        ["f0", "f1", "day-en"],
    ),
]


@pytest.mark.parametrize(
    ("lines", "language", "shown"), [t[1:] for t in TONGUES], ids=[t[0] for t in TONGUES]
)
def test_languages(lines: tuple[Line, ...], language: str, shown: list[str]) -> None:
    help_ = row("help", kind="emergency", phone="117", languages=("xx",))
    policy = at("QX-N", audiences=("youth",))
    assert ids((help_, *lines), policy, language=language) == ["help", *shown]
