"""Public holidays: by a child process, only public ones, and clear words for unknown places."""

import subprocess
import sys
from datetime import date

import holidays
import pytest

from gateway import holiday
from gateway.errors import NeedsHuman, TryLater
from gateway.holiday import holidays_of

PLACES = [
    "AU-NSW",
    "BE",
    "CA",
    "CA-ON",
    "CA-QC",
    "CH-ZH",
    "DE-BY",
    "ES",
    "FR",
    "GB-SCT",
    "IE",
    "IN",
    "MX",
    "NZ",
    "PR",
    "US",
    "US-CA",
    "US-UT",
]


@pytest.mark.parametrize("apart", [True, False])
def test_holidays_of_a_year(apart: bool) -> None:
    found = holidays_of("GB-SCT", [2026], apart=apart)
    # Boxing day is a Saturday, and observed on the Monday; 2 January is Scotland's alone.
    assert {date(2026, 1, 2), date(2026, 12, 25), date(2026, 12, 28)} <= found
    assert date(2026, 4, 6) not in found
    assert {day.year for day in found} == {2026}
    assert date(2026, 4, 6) in holidays_of("GB-ENG", [2026], apart=apart)


@pytest.mark.filterwarnings("ignore:Requested Holidays are available only")
@pytest.mark.parametrize("code", PLACES)
def test_days_are_those_of_the_library_year_by_year(code: str) -> None:
    country, _, region = code.partition("-")
    for year in (2025, 2026, 2027, 2029, 2030, 2038, 2039):
        known = holidays.country_holidays(country, subdiv=region or None, years=year)
        expected = {day for day in known if day.year == year}
        assert holidays_of(code, [year], apart=False) == expected
        assert expected


def test_years_of_two_decades() -> None:
    found = holidays_of("US", range(2029, 2031))
    assert {date(2029, 12, 25), date(2030, 1, 1)} <= found
    assert {day.year for day in found} == {2029, 2030}


def test_no_place_has_no_holidays() -> None:
    assert holidays_of("", [2026]) == frozenset()


@pytest.mark.parametrize("apart", [True, False])
@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("CA-XX", '"CA-XX"; try CA, CA-AB, CA-BC, CA-MB, CA-NB, ...'),
        ("CA-Ontario", '"CA-Ontario"; try CA, CA-ON'),
        ("ca-on", '"ca-on"; try CA, CA-ON'),
        ("CA-", '"CA-"; try CA'),
        ("UK-SCT", '"UK-SCT"; try GB, GB-SCT'),
        ("United Kingdom", '"United Kingdom"; try GB'),
        ("IE-D", '"IE-D"; try IE'),
        ("FR-Zone A", '"FR-Zone A"; try FR'),
        ("XX", '"XX"; try a code such as CA, CA-ON or GB-SCT'),
        ("\0", r'"\u0000"; try a code such as CA'),
    ],
)
def test_an_unknown_place_is_told_with_near_ones(code: str, words: str, apart: bool) -> None:
    with pytest.raises(NeedsHuman) as caught:
        holidays_of(code, [2026], apart=apart)
    assert caught.value.public.startswith(f"no holidays are known for {words}")


@pytest.mark.parametrize(
    ("command", "error", "detail"),
    [
        (("/no/such/program",), TryLater, "FileNotFoundError"),
        ((sys.executable, "-I", "-c", "raise SystemExit('no library')"), NeedsHuman, "no library"),
        ((sys.executable, "-I", "-c", "print('hello')"), NeedsHuman, "no JSON"),
    ],
)
def test_a_child_that_fails_says_so_and_is_asked_again(
    command: tuple[str, ...],
    error: type[TryLater | NeedsHuman],
    detail: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(holiday, "CHILD", command)
        with pytest.raises(error, match="could not be read") as caught:
            holidays_of("NZ", [1995])
        assert detail in caught.value.detail
    assert holidays_of("NZ", [1995])
    holiday._decade.cache_clear()


def test_the_library_stays_out_of_a_process_that_lives_long() -> None:
    program = (
        "import sys; from gateway.holiday import holidays_of;"
        "assert holidays_of('CA-ON', [2026]); print('holidays' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout == b"False\n"
