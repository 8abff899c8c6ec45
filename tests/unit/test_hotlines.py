"""The shipped crisis lines: each digit against a second copy, emergencies against a register.

hotlines.tsv is kept by hand, one line a row of gateway/hotlines/ in the order of the files: a
number is changed in both, or the test fails.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, get_args
from zoneinfo import ZoneInfo

import phonenumbers
import pytest
from phonenumbers.shortnumberinfo import is_emergency_number

import gateway
from gateway.core.hotline import Audience, Kind, Line
from gateway.core.opening_times import read_hours

FOLDER = Path(gateway.__file__).parent / "hotlines"
COLUMNS = ("id", "phone", "then", "sms", "sms_word", "hours", "confidence")
SECOND_COPY = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "hotlines.tsv").read_text("utf-8").splitlines()
]
DIALLED = re.compile(r"\*?[0-9]+(?:[ -][0-9]+)*")
DATED = re.compile(r"20[0-9]{2}(?:-[01][0-9](?:-[0-3][0-9])?)?")
LOOKED_UP = date(2026, 11, 23)

# libphonenumber knows 199 only; the regulator gives out 112. So it is no row of high confidence.
UNKNOWN_TO_THE_REGISTER = {"NG-emergency": "112"}
# Emergency rows that no page and no register agree on for the whole of their place.
NOT_AGREED = {"AR-emergency", "CA-NU-emergency", "NG-emergency"}

# Retired, superseded or false, by country; those of seven digits and more in no country at all.
DENIED = {
    "BR": ("141",),
    "CA": ("18334564566", "45645", "18006610844"),
    "DE": ("113",),
    "GB": ("08457909090",),
    "IN": ("18005990019",),
    "IT": ("199284284", "3450361628"),
    "KR": ("1393",),
    "NL": ("09000113",),
    "PH": ("09179898727", "2919"),
    "SE": ("1411",),
    "US": ("18002738255",),
}
LONG = 7
MADE_UP = re.compile(r"55501[0-9]{2}|0000000|1234567")


def line_of(row: dict[str, Any]) -> Line:
    frozen: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in row.items()
    }
    return Line(**frozen | {"names": tuple(row.get("names", {}).items())})


def rows() -> Iterator[tuple[str, Line]]:
    for path in sorted(FOLDER.glob("*.toml")):
        data = tomllib.loads(path.read_text("utf-8"))
        assert set(data) == {"line"}, path.name
        for row in data["line"]:
            yield path.stem, line_of(row)


ROWS = list(rows())
LINES = [line for _, line in ROWS]
EMERGENCY = [line for line in LINES if line.kind == "emergency"]
IDS = [line.id for line in LINES]


def copied(line: Line) -> tuple[str, ...]:
    return tuple(str(getattr(line, column)) for column in COLUMNS)


def agrees(lines: list[Line]) -> bool:
    return [copied(line) for line in lines] == SECOND_COPY[1:]


def digits(number: str) -> str:
    return re.sub(r"[^0-9]", "", number)


def test_every_row_stands_a_second_time() -> None:
    assert SECOND_COPY[0] == COLUMNS
    assert [copied(line) for line in LINES] == SECOND_COPY[1:]


def changed_in_one_digit(line: Line) -> Iterator[Line]:
    for key in ("phone", "sms", "then"):
        number = getattr(line, key)
        for at, character in enumerate(number):
            if character.isdigit():
                other = str((int(character) + 1) % 10)
                for slip in (other, "", character * 2):
                    yield replace(line, **{key: number[:at] + slip + number[at + 1 :]})


@pytest.mark.parametrize("at", range(len(LINES)), ids=IDS)
def test_no_digit_can_slip_unseen(at: int) -> None:
    line = LINES[at]
    slips = list(changed_in_one_digit(line))
    assert len(slips) == 3 * len(digits(line.phone + line.sms + line.then))
    for slip in slips:
        assert not agrees([*LINES[:at], slip, *LINES[at + 1 :]])
    assert agrees(LINES)


def test_a_row_lost_or_added_is_seen() -> None:
    assert not agrees(LINES[1:])
    assert not agrees([*LINES, LINES[0]])


@pytest.mark.parametrize(("file", "line"), ROWS, ids=IDS)
def test_each_row_is_well_formed(file: str, line: Line) -> None:
    country = file.upper()
    assert re.fullmatch(rf"{country}(-[A-Z0-9]{{1,3}})?", line.place)
    assert line.id.startswith(f"{line.place}-")
    assert line.kind in get_args(Kind)
    assert line.audience in get_args(Audience)
    assert line.confidence in ("high", "medium", "low")
    assert all(re.fullmatch("[a-z]{2}", language) for language in line.languages)
    assert line.languages
    for name in (line.name, *dict(line.names).values()):
        assert name.strip() == name
        assert 0 < len(name) <= 50
        assert "\n" not in name
    assert len(dict(line.names)) == len(line.names)
    assert all(re.fullmatch("[a-z]{2}", language) for language in dict(line.names))
    assert not line.web or line.web.startswith("https://")
    assert line.gathered == LOOKED_UP
    assert all(source.strip() for source in line.source)
    assert line.source
    assert line.verified == "" or DATED.fullmatch(line.verified)


@pytest.mark.parametrize("line", LINES, ids=IDS)
def test_numbers_stand_as_they_are_dialled(line: Line) -> None:
    for number in (line.phone, line.sms):
        assert number == "" or DIALLED.fullmatch(number)
    assert re.fullmatch("[0-9]?", line.then)
    assert not line.then or line.phone
    assert re.fullmatch("[A-Z]*", line.sms_word)
    assert not line.sms_word or line.sms


@pytest.mark.parametrize("line", LINES, ids=IDS)
def test_hours_are_said_in_the_time_of_the_line(line: Line) -> None:
    openings = read_hours(line.hours)
    assert (line.zone == "") == (openings == ())
    if line.zone:
        assert ZoneInfo(line.zone).key == line.zone


def test_ids_are_unique() -> None:
    assert len(set(IDS)) == len(IDS)


@pytest.mark.parametrize("line", LINES, ids=IDS)
def test_high_confidence_has_number_source_and_date(line: Line) -> None:
    if line.confidence == "high":
        assert line.phone or line.sms
        assert DATED.fullmatch(line.verified)
        register = any("libphonenumber" in source for source in line.source)
        assert line.kind != "emergency" or (register and len(line.source) >= 2)


def test_only_nunavut_and_the_directory_have_no_number() -> None:
    without = [line.id for line in LINES if not (line.phone or line.sms)]
    assert without == ["CA-NU-emergency", "ZZ-directory"]
    assert [line.id for line in LINES if line.kind == "directory"] == ["ZZ-directory"]


def test_each_country_has_one_emergency_number() -> None:
    files = [file for file, _ in ROWS if file != "zz"]
    countries = [line.place for line in EMERGENCY if len(line.place) == 2]
    assert sorted(countries) == sorted({file.upper() for file in files})
    assert len(countries) >= 37
    assert {line.id for line in EMERGENCY if line.confidence != "high"} == NOT_AGREED


@pytest.mark.parametrize("line", EMERGENCY, ids=[line.id for line in EMERGENCY])
def test_the_register_knows_each_emergency_number(line: Line) -> None:
    if not line.phone:
        assert line.id == "CA-NU-emergency"
        return
    known = is_emergency_number(line.phone, line.place[:2])
    assert known or UNKNOWN_TO_THE_REGISTER[line.id] == line.phone
    assert known != (line.id in UNKNOWN_TO_THE_REGISTER)
    assert known or line.confidence != "high"
    assert line.audience == "everyone"
    assert line.hours == "24/7"


def test_the_register_also_says_no() -> None:
    pairs = [("911", "GB"), ("113", "NL"), ("999", "US"), ("119", "FR"), ("15", "DE")]
    assert not any(is_emergency_number(number, country) for number, country in pairs)
    assert phonenumbers.__version__ >= "9.0"


def test_texts_of_the_french_emergency_row_go_to_114() -> None:
    metadata = phonenumbers.PhoneMetadata.short_metadata_for_region("FR")
    row = next(line for line in LINES if line.id == "FR-emergency")
    assert row.sms == "114"
    assert metadata
    assert metadata.sms_services
    assert re.fullmatch(metadata.sms_services.national_number_pattern or "", row.sms)


def test_thirty_countries_have_a_line_for_everybody() -> None:
    served = {
        line.place[:2]
        for line in LINES
        if (line.confidence, line.audience) == ("high", "everyone") and line.kind != "emergency"
    }
    assert len(served) >= 30


def denied(number: str, country: str) -> bool:
    plain = digits(number)
    here = DENIED.get(country, ())
    long = [n for numbers in DENIED.values() for n in numbers if len(n) >= LONG]
    anywhere = any(n in plain or n.removeprefix("1") == plain for n in long)
    return plain in here or anywhere or bool(MADE_UP.search(plain))


@pytest.mark.parametrize("line", LINES, ids=IDS)
def test_no_retired_or_made_up_number_is_shown(line: Line) -> None:
    for number in (line.phone, line.sms):
        assert not denied(number, line.place[:2])


def test_no_retired_number_stands_in_a_comment_either() -> None:
    long = [n for numbers in DENIED.values() for n in numbers if len(n) >= LONG]
    for path in sorted(FOLDER.glob("*.toml")):
        for text in path.read_text("utf-8").splitlines():
            plain = digits(text)
            assert not any(n.removeprefix("1") in plain for n in long), (path.name, text)


@pytest.mark.parametrize(
    ("number", "country"),
    [
        ("1-800-273-8255", "US"),
        ("800 273 8255", "CA"),
        ("45645", "CA"),
        ("113", "DE"),
        ("1411", "SE"),
        ("1393", "KR"),
        ("141", "BR"),
        ("0900-0113", "NL"),
        ("0917-989-8727", "PH"),
        ("604-555-0142", "CA"),
        ("123-4567", "GB"),
    ],
)
def test_the_list_of_denied_numbers_bites(number: str, country: str) -> None:
    assert denied(number, country)


@pytest.mark.parametrize(("number", "country"), [("113", "NL"), ("113", "NO"), ("1411", "PT")])
def test_the_same_digits_are_right_elsewhere(number: str, country: str) -> None:
    assert not denied(number, country)


def test_what_a_wrong_place_would_cost() -> None:
    by_id = {line.id: line for line in LINES}
    assert (by_id["NL-113"].kind, by_id["NO-emergency"].phone) == ("suicide_crisis", "113")
    assert by_id["CA-NU-emergency"].place == "CA-NU"
    assert by_id["CO-DC-106"].place == "CO-DC"
    assert by_id["AR-C-135"].place == "AR-C"
    assert by_id["CA-BC-310"].phone == "310-6789"
    assert by_id["US-veterans"].then == "1"
    assert by_id["US-dv"].audience == "survivors"
    assert dict(by_id["CA-988"].names)["fr"].startswith("9-8-8")
