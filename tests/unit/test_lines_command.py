"""`gateway lines`: what replies print for a place, and a person's word that a line is right."""

import json
import os
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from gateway.commands.lines import command
from gateway.config.read import read_config
from gateway.errors import ConfigError, NeedsHuman
from gateway.resources import read_lines

SMALL = """\
[practice]
name = "Ola Berg"
address = "ola@berg.example"
place = "{place}"
timezone = "Europe/London"

[reply]
display_name = "O. Berg"

[relay]
port = 2526
tls = "off"

[recipients]
"ola@berg.example" = "ola@berg.example"
"""
DAY = "2026-12-01"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GATEWAY_CONFIG", raising=False)
    monkeypatch.setenv("COLUMNS", "160")
    return tmp_path


def policy(folder: Path, place: str, more: str = "") -> Path:
    path = folder / "policies.toml"
    path.write_text(SMALL.format(place=place) + more, "utf-8")
    return path


def run(*args: str) -> Result:
    return CliRunner().invoke(command, args, catch_exceptions=True)


def plain(*args: str) -> dict[str, Any]:
    result = run(*args, "--at", DAY, "--json")
    assert result.exit_code == 0, result.exception or result.output
    told: dict[str, Any] = json.loads(result.output)
    return told


def ids(told: dict[str, Any]) -> list[str]:
    return [row["id"] for row in told["lines"]]


def test_the_practices_own_place(folder: Path) -> None:
    policy(folder, "CA-QC")
    told = plain()
    assert (told["place"], told["language"], told["on"]) == ("CA-QC", "en", DAY)
    assert ids(told) == ["CA-emergency", "CA-QC-appelle", "CA-988"]
    assert told["directory"] == ""
    assert {"id": "CA-khp", "why": "audience"} in told["not_shown"]
    assert told["lines"][2]["tel"] == "tel:988"
    assert told["lines"][2]["sms_to"] == "sms:988"
    assert len(told["data"]) == 12


@pytest.mark.parametrize(
    "args", [("gb-eng",), ("england",), ("show", "GB-ENG"), ("--language", "en", "GB-ENG")]
)
def test_another_place_without_a_policy(folder: Path, args: tuple[str, ...]) -> None:
    told = plain(*args)
    assert ids(told) == ["GB-emergency", "GB-ENG-111", "GB-samaritans", "GB-shout"]
    assert told["lines"][1]["then"] == "2"


def test_language_and_audience(folder: Path) -> None:
    assert ids(plain("CA", "--audience", "youth"))[-1] == "CA-khp"
    told = plain("BE", "--language", "nl")
    assert ids(told) == ["BE-emergency", "BE-1813"]
    assert {"id": "BE-prevention", "why": "language"} in told["not_shown"]
    french = plain("CA", "--language", "fr-CA")["lines"][1]["name"]
    assert french.startswith("9-8-8 :")


def test_confirmations_of_the_policy_count(folder: Path) -> None:
    block = '[[crisis.confirmed]]\nline = "CA-BC-310"\non = 2026-11-02\nby = "Ola Berg"\n'
    policy(folder, "CA-ON", block)
    assert ids(plain("CA-BC")) == ["CA-emergency", "CA-BC-310", "CA-988"]
    assert plain("CA-BC")["lines"][1]["checked"] >= "2026-11-02"


def test_what_a_person_reads(folder: Path) -> None:
    policy(folder, "CA-BC")
    result = run("--at", "2027-11-30")
    lines = [" ".join(row.split()) for row in result.output.splitlines()]
    assert lines[0] == "CA-BC, reply in en, on 2027-11-30"
    assert lines[3].startswith("1 911 Emergency services CA-emergency 24/7 en fr ")
    assert lines[4].startswith("2 988 988 9-8-8: Suicide Crisis Helpline CA-988 24/7 ")
    hidden = (
        'CA-BC-310 310-6789 waits for a check; then: gateway lines confirm CA-BC-310 --by "NAME"'
    )
    assert hidden in lines
    (old,) = [row for row in lines if row.startswith("- CA-988")]
    assert "more than a year ago" in old
    assert "leaves the replies in" in old


def test_a_place_that_nothing_is_known_of(folder: Path) -> None:
    output = run("QQ").output
    assert "No emergency number is known here" in output
    assert "only  https://" in output
    assert "911" not in output


def test_a_line_that_expired_and_its_stand_in(folder: Path) -> None:
    output = " ".join(run("DE", "--at", "2031-01-01").output.split())
    assert "1 112 Emergency services DE-emergency" in output
    assert "then https://" in output
    assert "nobody has checked it for three years" in output


def test_no_place_and_no_policy(folder: Path) -> None:
    assert isinstance(run().exception, NeedsHuman)


@pytest.mark.parametrize(
    "args", [("Atlantis",), ("CA", "--audience", "men"), ("CA", "--at", "now")]
)
def test_usage(folder: Path, args: tuple[str, ...]) -> None:
    assert run(*args).exit_code == 2


def confirm(*args: str) -> Result:
    return run("confirm", *args)


def test_confirm_is_written_at_the_end(folder: Path) -> None:
    path = policy(folder, "CA-BC", "# the last line")
    old = path.read_text()
    path.chmod(0o640)
    result = confirm("CA-BC-310", "--by", ' Ola "O" Berg ', "--on", "2026-11-02")
    assert result.exit_code == 0, result.exception
    assert "CA-BC-310, " in result.output
    assert "310-6789: checked on 2026-11-02" in result.output
    assert path.read_text() == old + (
        '\n\n[[crisis.confirmed]]\nline = "CA-BC-310"\non = 2026-11-02\nby = "Ola \\"O\\" Berg"\n'
    )
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(folder) == ["policies.toml"]
    (said,) = read_config(path).policy.crisis.confirmed
    assert (said.line, said.on, said.by) == ("CA-BC-310", date(2026, 11, 2), 'Ola "O" Berg')


def test_confirm_a_second_time(folder: Path) -> None:
    path = policy(folder, "CA-BC")
    for day in ("2026-11-02", "2026-11-20", "2026-11-20"):
        assert confirm("CA-BC-310", "--by", "Ola", "--on", day).exit_code == 0
    days = [c.on.isoformat() for c in read_config(path).policy.crisis.confirmed]
    assert days == ["2026-11-02", "2026-11-20"]


def test_the_day_is_that_of_the_practice(folder: Path) -> None:
    path = policy(folder, "CA-BC")
    path.write_text(path.read_text().replace("Europe/London", "UTC"))
    before = datetime.now(UTC).date()
    assert confirm("CA-988", "--by", "Ola").exit_code == 0
    (said,) = read_config(path).policy.crisis.confirmed
    assert before <= said.on <= datetime.now(UTC).date()


def test_line_ends_and_links_stay(folder: Path) -> None:
    real = folder / "real.toml"
    real.write_bytes(SMALL.format(place="CA-BC").replace("\n", "\r\n").encode())
    link = folder / "policies.toml"
    link.symlink_to(real.name)
    assert confirm("CA-BC-310", "--by", "Ola", "--on", "2026-11-02").exit_code == 0
    assert link.is_symlink()
    assert real.read_bytes().count(b"\n") == real.read_bytes().count(b"\r\n")
    assert read_config(link).policy.crisis.confirmed


def test_two_lines_that_are_both_needed(folder: Path) -> None:
    """The first confirmation does not make the policy right; it is kept all the same."""
    more = '[[crisis.line]]\nkind = "mental_health"\nname = "X"\nphone = "0800"\n'
    path = policy(folder, "IE", more + 'on = 2026-11-01\nby = "Ola"\nhours = "late"\n')
    with pytest.raises(ConfigError):
        read_config(path)
    result = confirm("IE-samaritans", "--by", "Ola", "--on", "2026-11-02")
    assert isinstance(result.exception, ConfigError)
    assert "What else is wrong there is wrong still" in result.output
    assert "late" in str(result.exception)
    assert str(result.exception).startswith("policies.toml:16: crisis.line")
    assert tomllib.loads(path.read_text())["crisis"]["confirmed"][0]["line"] == "IE-samaritans"


REFUSED = [
    (("CA-BC-311", "--by", "Ola"), "there is no line CA-BC-311", "CA-BC-310"),
    (("ca-bc-310", "--by", "Ola"), "there is no line ca-bc-310", "did you mean CA-BC-310"),
    (("CA-QC-811", "--by", "Ola"), "CA-QC-811 cannot be confirmed: its number is not sure", ""),
    (("CA-NU-emergency", "--by", "Ola"), "cannot be confirmed: its number is not sure", ""),
    (("ZZ-directory", "--by", "Ola"), "cannot be confirmed: it is a directory", ""),
]


@pytest.mark.parametrize(("args", "words", "detail"), REFUSED)
def test_confirm_refuses_a_line(
    folder: Path, args: tuple[str, ...], words: str, detail: str
) -> None:
    path = policy(folder, "CA-BC")
    old = path.read_bytes()
    error = confirm(*args).exception
    assert isinstance(error, NeedsHuman)
    assert words in error.public
    assert detail in error.detail
    assert path.read_bytes() == old


TOMORROW = (datetime.now(UTC) + timedelta(days=2)).date().isoformat()
WRONG = [
    ("CA-988",),
    ("CA-988", "--by", " "),
    ("CA-988", "--by", "O\nla"),
    ("CA-988", "--by", "Ola", "--on", TOMORROW),
    ("CA-988", "--by", "Ola", "--on", "yesterday"),
]


@pytest.mark.parametrize("args", WRONG)
def test_confirm_refuses_a_slip(folder: Path, args: tuple[str, ...]) -> None:
    path = policy(folder, "CA-BC")
    old = path.read_bytes()
    assert confirm(*args).exit_code == 2
    assert path.read_bytes() == old


BREAKS = [
    ("[crisis]\nconfirmed = []\n", "confirmed"),
    ("[crisis\n", "not valid TOML"),
]


@pytest.mark.parametrize(("more", "words"), BREAKS)
def test_a_file_that_would_break_stays_as_it_is(folder: Path, more: str, words: str) -> None:
    path = policy(folder, "CA-BC", more)
    old = path.read_bytes()
    error = confirm("CA-988", "--by", "Ola", "--on", "2026-11-02").exception
    assert isinstance(error, ConfigError)
    assert words in str(error) or "twice" in str(error)
    assert str(error).startswith("policies.toml:")
    assert path.read_bytes() == old
    assert os.listdir(folder) == ["policies.toml"]


def test_a_file_that_cannot_be_written(folder: Path) -> None:
    path = folder / f"{'p' * 245}.toml"  # the draft beside it would have too long a name
    policy(folder, "CA-BC").rename(path)
    args = ("CA-988", "--by", "Ola", "--on", "2026-11-02", "--config", str(path))
    error = confirm(*args).exception
    assert isinstance(error, NeedsHuman)
    assert str(path) in error.detail
    assert os.listdir(folder) == [path.name]


def test_every_line_that_waits_can_be_confirmed(folder: Path) -> None:
    waiting = [x for x in read_lines() if x.confidence == "medium" and (x.phone or x.sms)]
    path = policy(folder, "CA-BC")
    for line in waiting[:5]:
        assert confirm(line.id, "--by", "Ola", "--on", "2026-11-24").exit_code == 0
    assert len(read_config(path).policy.crisis.confirmed) == 5
