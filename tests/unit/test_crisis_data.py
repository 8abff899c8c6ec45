"""Rows of crisis lines as they are read, and their numbers as they are dialled."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.crisis_data import checked_day, data_version, parse_lines
from gateway.core.crisis_numbers import (
    REFUSED,
    digits,
    has_wrong_length,
    has_wrong_length_for_texts,
    is_made_up,
    refused,
)
from gateway.core.hypertext import Number
from tests.unit.crisis_policies import SHIPPED, row

ROW = {"id": "X-1", "place": "QX", "kind": "emergency", "name": "X", "phone": "19"}
TALK = {**ROW, "kind": "mental_health"}


def test_a_row_is_read_with_its_types() -> None:
    values = {
        **TALK,
        "audience": "youth",
        "names": {"fr": "F", "es": "E"},
        "sms": "50111",
        "sms_word": "HI",
        "then": "2",
        "web": "https://x.example",
        "hours": "mon-fri 09:00-17:00; sat 10:00-14:00",
        "zone": "Etc/UTC",
        "free": False,
        "languages": ["en", "fr"],
        "source": ["a page"],
        "verified": "2026-05",
        "gathered": date(2026, 11, 1),
        "valid_from": date(2026, 1, 1),
        "valid_to": date(2027, 1, 1),
        "confidence": "high",
    }
    (line,) = parse_lines({"line": [values]})
    assert {key: getattr(line, key) for key in values} == {
        **values,
        "names": (("es", "E"), ("fr", "F")),
        "languages": ("en", "fr"),
        "source": ("a page",),
    }
    assert line.name_in("fr") == "F"


BROKEN: list[tuple[dict[str, Any], str]] = [
    ({"lines": []}, "unknown key 'lines'"),
    ({"line": 3}, "each line is a table"),
    ({"line": [3]}, "each line is a table"),
    ({"line": [{**ROW, "telephone": "1"}]}, "line 'X-1': unknown key 'telephone'"),
    ({"line": [{"id": "X-1"}]}, "line 'X-1': place is needed"),
    ({"line": [{**ROW, "name": ""}]}, "name is needed"),
    ({"line": [ROW, ROW]}, "two lines have the same id"),
    ({"line": [{**ROW, "phone": 19}]}, "phone is not of its kind: 19"),
    ({"line": [{**ROW, "languages": "en"}]}, "languages is not of its kind"),
    ({"line": [{**ROW, "languages": [1]}]}, "languages is not of its kind"),
    ({"line": [{**ROW, "names": {"fr": 1}}]}, "names is not of its kind"),
    ({"line": [{**ROW, "free": "yes"}]}, "free is not of its kind"),
    ({"line": [{**ROW, "gathered": "2026-11-01"}]}, "gathered is not of its kind"),
    ({"line": [{**ROW, "valid_to": datetime(2026, 1, 1)}]}, "valid_to is not of its kind"),  # noqa: DTZ001
    ({"line": [{**ROW, "kind": "youth"}]}, "unknown kind 'youth'"),
    ({"line": [{**ROW, "audience": "men"}]}, "unknown audience 'men'"),
    ({"line": [{**ROW, "confidence": "sure"}]}, "unknown confidence 'sure'"),
    ({"line": [{**ROW, "place": "Canada"}]}, "'Canada' is no place"),
    ({"line": [{**ROW, "phone": "", "confidence": "high"}]}, "has a number"),
    ({"line": [{**ROW, "kind": "directory"}]}, "a directory has an address"),
    ({"line": [{**ROW, "kind": "directory", "phone": ""}]}, "a directory has an address"),
    ({"line": [{**ROW, "web": "http://x.example"}]}, "no https address"),
    ({"line": [{**TALK, "hours": "mon-fri 09:00-17:00"}]}, "hours of others need a zone"),
    (
        {"line": [{**ROW, "hours": "mon-fri 09:00-17:00", "zone": "Etc/UTC"}]},
        "an emergency number has no hours",
    ),
    ({"line": [{**TALK, "hours": "evenings", "zone": "Etc/UTC"}]}, "no opening hours"),
    ({"line": [{**ROW, "phone": "111 then 2"}]}, "111 then 2 cannot be dialled"),
    ({"line": [{**ROW, "phone": "811 or 1-844-259-1793"}]}, "cannot be dialled"),
    ({"line": [{**ROW, "sms": "WhatsApp 333"}]}, "cannot be dialled"),
    ({"line": [{**ROW, "then": "two"}]}, "'two' cannot be pressed"),
    ({"line": [{**ROW, "phone": "1 800 273 8255"}]}, "retired: it was replaced by 988"),
    ({"line": [{**ROW, "place": "CA-ON", "sms": "45645"}]}, "45645 is retired"),
    ({"line": [{**ROW, "place": "US", "phone": "988", "then": "3"}]}, "988 then 3 is retired"),
    ({"line": [{**ROW, "verified": "last year"}]}, "verified is no date"),
]


@pytest.mark.parametrize(("data", "words"), BROKEN, ids=[b[1] for b in BROKEN])
def test_a_broken_file_is_refused(data: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        parse_lines(data)


def test_the_version_changes_with_any_value_and_not_with_the_order() -> None:
    lines = (row("a"), row("b", names=(("fr", "B"),)))
    version = data_version(lines)
    assert len(version) == 12
    assert int(version, 16)
    assert data_version(lines[::-1]) == version
    for change in (
        {"phone": "0999"},
        {"gathered": date(2026, 11, 2)},
        {"names": (("fr", "C"),)},
        {"languages": ("en",)},
        {"free": False},
    ):
        assert data_version((lines[0], replace(lines[1], **change))) != version


DAYS = [
    ("2024-05-17", date(2024, 5, 17)),
    ("2024-05", date(2024, 5, 1)),
    ("2024", date(2024, 1, 1)),
    ("", None),
    ("2024-13", None),
    ("May 2024", None),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_days(text: str, day: date | None) -> None:
    assert checked_day(text) == day


@pytest.mark.parametrize("line", SHIPPED, ids=lambda line: line.id)
def test_what_is_dialled_has_the_digits_that_are_shown(line: Any) -> None:
    assert digits(unquote(Number(line.phone).uri)) == digits(line.phone)
    assert digits(unquote(Number(line.sms, "sms").uri)) == digits(line.sms)


# Written a second time by hand.
NEVER = {
    ("BR", "141"),
    ("CA", "1-800-661-0844"),
    ("CA", "1-833-456-4566"),
    ("CA", "45645"),
    ("DE", "113"),
    ("GB", "08457 90 90 90"),
    ("IN", "1800-599-0019"),
    ("IT", "199 284 284"),
    ("IT", "345 0361628"),
    ("KR", "1393"),
    ("NL", "0900-0113"),
    ("PH", "0917-558-4673"),
    ("PH", "0917-989-8727"),
    ("PH", "2919"),
    ("SE", "1411"),
    ("US", "1-800-273-8255"),
}


def test_the_list_of_retired_numbers() -> None:
    assert {(country, number) for country, number, _ in REFUSED} == NEVER


@pytest.mark.parametrize(("country", "number", "why"), REFUSED)
def test_each_retired_number_is_refused(country: str, number: str, why: str) -> None:
    assert refused(number, country) == why
    assert refused(digits(number), country) == why
    assert refused(" - ".join(digits(number)), country) == why
    is_long = len(digits(number)) > 6
    assert refused(number, "IS") == (why if is_long else "")


ABROAD = [
    ("800-273-8255", "US"),
    ("+1 800 273 8255", "US"),
    ("001 800 273 8255", "GB"),
    ("+44 8457 90 90 90", "GB"),
    ("0044 8457 90 90 90", "IE"),
    ("+31 900 0113", "NL"),
    ("+39 345 036 1628", "IT"),
    ("+63 917 989 8727", "PH"),
    ("+82 1393", "KR"),
]


@pytest.mark.parametrize(("number", "country"), ABROAD)
def test_in_each_way_of_writing_it(number: str, country: str) -> None:
    assert refused(number, country)


@pytest.mark.parametrize(("number", "country"), [("113", "NL"), ("113", "NO"), ("1411", "PT")])
def test_what_is_right_elsewhere_is_no_retired_number_there(number: str, country: str) -> None:
    assert not refused(number, country)


MADE_UP = [
    ("555-0142", "GB", True),
    ("802-555-0142", "CA", True),
    ("+1 802 555 0142", "US", True),
    ("8025550142", "US", True),
    ("555 01 42", "US", True),
    ("000-0000", "US", True),
    ("0800 123 4567", "GB", True),
    ("1-855-550-1234", "US", False),
    ("030 5550142", "DE", False),
    ("000", "AU", False),
    ("988", "US", False),
]


@pytest.mark.parametrize(("number", "country", "expected"), MADE_UP)
def test_made_up_numbers(number: str, country: str, expected: bool) -> None:
    assert is_made_up(number, country) is expected


LENGTHS = [  # number, country, wrong by voice, wrong for texts
    ("988", "CA", False, False),
    ("310-6789", "CA", False, False),
    ("1-844-259-1793", "CA", False, False),
    ("1-844-259-179", "CA", False, False),
    ("844-259-179", "CA", True, True),
    ("85258", "GB", True, False),
    ("0800 83 85 87", "GB", False, False),
    ("0800 83 85 8", "GB", True, True),
    ("+1988", "CA", True, True),
    ("+82109", "QX", True, True),
    ("+44 20 7946 0000", "GB", False, False),
    ("1", "QX", True, True),
    ("11", "QX", False, False),
    ("1" * 15, "QX", False, False),
    ("1" * 16, "QX", True, True),
]


@pytest.mark.parametrize(("number", "country", "voice", "texts"), LENGTHS)
def test_lengths(number: str, country: str, voice: bool, texts: bool) -> None:
    assert has_wrong_length(number, country) is voice
    assert has_wrong_length_for_texts(number, country) is texts


@pytest.mark.parametrize("line", SHIPPED, ids=lambda line: line.id)
def test_no_shipped_number_is_taken_for_a_slip(line: Any) -> None:
    country = line.place[:2]
    assert not (line.phone and has_wrong_length(line.phone, country))
    assert not (line.sms and has_wrong_length_for_texts(line.sms, country))
    assert not is_made_up(line.phone, country)
    assert not is_made_up(line.sms, country)


@given(st.text(max_size=30))
def test_any_text_is_judged(text: str) -> None:
    assert set(digits(text)) <= set("0123456789")
    refused(text, "CA")
    is_made_up(text, "CA")
    has_wrong_length(text, "CA")
    has_wrong_length_for_texts(text, "CA")
