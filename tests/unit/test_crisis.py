"""The crisis lines: every digit, and which of them are shown where."""

from dataclasses import replace
from datetime import date

import pytest

from gateway.core.crisis import lines_for, parse_lines, problems, warnings
from gateway.core.policy import Policy
from gateway.core.practice import Confirmed, Crisis, Line, OwnLine
from tests.practices import LINES, PLAIN

TODAY = date(2026, 3, 3)

# Written a second time by hand: id, phone, text number, word to text, confidence.
NUMBERS = [
    ("AU-emergency", "000", "", "", "medium"),
    ("AU-lifeline", "13 11 14", "0477 13 11 14", "", "high"),
    ("CA-emergency", "911", "", "", "high"),
    ("CA-988", "988", "988", "", "high"),
    ("CA-QC-appelle", "1-866-277-3553", "535353", "", "high"),
    ("CA-BC-suicide", "1-800-784-2433", "", "", "medium"),
    ("CA-BC-310", "310-6789", "", "", "medium"),
    ("CA-AB-help-line", "1-877-303-2642", "", "", "medium"),
    ("CA-NB-chimo", "1-800-667-5005", "", "", "medium"),
    ("CA-NB-help-line", "1-866-355-5550", "", "", "high"),
    ("CA-NS-crisis-line", "1-888-429-8167", "", "", "medium"),
    ("CA-PE-access-line", "1-833-553-6983", "", "", "medium"),
    ("CA-NT-811", "811 or 1-844-259-1793", "", "", "medium"),
    ("CA-NU-emergency", "", "", "", "medium"),
    ("GB-emergency", "999", "", "", "high"),
    ("GB-samaritans", "116 123", "", "", "high"),
    ("GB-shout", "", "85258", "SHOUT", "high"),
    ("GB-ENG-111", "111 then 2", "", "", "high"),
    ("GB-WLS-111", "111 then 2", "", "", "high"),
    ("GB-SCT-111", "111", "", "", "medium"),
    ("GB-SCT-breathing-space", "0800 83 85 87", "", "", "medium"),
    ("GB-NIR-lifeline", "0808 808 8000", "", "", "high"),
    ("IE-emergency", "112", "", "", "medium"),
    ("IE-samaritans", "116 123", "", "", "medium"),
    ("IE-50808", "", "50808", "", "medium"),
    ("NZ-emergency", "111", "", "", "high"),
    ("NZ-1737", "1737", "1737", "", "high"),
    ("NZ-tautoko", "0508 828 865", "", "", "high"),
    ("NZ-lifeline", "0800 543 354", "4357", "HELP", "high"),
    ("US-emergency", "911", "", "", "high"),
    ("US-988", "988", "988", "", "high"),
    ("US-crisis-text-line", "", "741741", "HOME", "medium"),
]


def test_every_digit_of_every_line() -> None:
    shipped = {(x.id, x.phone, x.sms, x.sms_word, x.confidence) for x in LINES}
    assert shipped == set(NUMBERS)


def test_every_line_can_be_traced() -> None:
    for line in LINES:
        assert line.source, line.id
        assert line.id.startswith(line.place), line.id
        assert line.verified or line.confidence == "medium", line.id


def at(place: str, **crisis: object) -> Policy:
    practice = replace(PLAIN.practice, place=place)
    return replace(PLAIN, practice=practice, crisis=Crisis(**crisis))  # type: ignore[arg-type]


def confirmed(*ids: str) -> tuple[Confirmed, ...]:
    return tuple(Confirmed(line=i, on=date(2026, 2, 1), by="I. Calder") for i in ids)


def own(name: str, **values: object) -> OwnLine:
    given = {"kind": "mental_health", "on": date(2026, 2, 1), "by": "I. Calder", **values}
    return OwnLine(name=name, **given)  # type: ignore[arg-type]


SHOWN = [  # place, confirmed, ids shown in order
    ("CA", (), ["CA-emergency", "CA-988"]),
    ("CA-ON", (), ["CA-emergency", "CA-988"]),
    ("CA-QC", (), ["CA-emergency", "CA-QC-appelle", "CA-988"]),
    ("CA-NB", (), ["CA-emergency", "CA-NB-help-line", "CA-988"]),
    ("CA-BC", (), ["CA-emergency", "CA-988"]),
    ("CA-BC", ("CA-BC-310",), ["CA-emergency", "CA-BC-310", "CA-988"]),
    ("CA-YT", (), ["CA-emergency", "CA-988"]),
    ("CA-NU", (), ["CA-988"]),
    ("CA-NU", ("CA-NU-emergency",), ["CA-988"]),
    ("US", (), ["US-emergency", "US-988"]),
    ("US-VT", ("US-crisis-text-line",), ["US-emergency", "US-988", "US-crisis-text-line"]),
    ("GB", (), ["GB-emergency", "GB-samaritans", "GB-shout"]),
    ("GB-ENG", (), ["GB-emergency", "GB-ENG-111", "GB-samaritans", "GB-shout"]),
    (
        "GB-SCT",
        ("GB-SCT-111", "GB-SCT-breathing-space"),
        ["GB-emergency", "GB-SCT-111", "GB-samaritans", "GB-shout"],
    ),
    ("IE", (), []),
    ("IE", ("IE-emergency", "IE-samaritans"), ["IE-emergency", "IE-samaritans"]),
    ("AU", (), ["AU-lifeline"]),
    ("AU", ("AU-emergency",), ["AU-emergency", "AU-lifeline"]),
    ("NZ", (), ["NZ-emergency", "NZ-tautoko", "NZ-lifeline", "NZ-1737"]),
    ("FR", (), []),
]


@pytest.mark.parametrize(("place", "checked", "ids"), SHOWN)
def test_lines_for(place: str, checked: tuple[str, ...], ids: list[str]) -> None:
    assert [x.id for x in lines_for(LINES, at(place, confirmed=confirmed(*checked)))] == ids


def test_nunavut_is_never_told_to_call_911() -> None:
    policy = at("CA-NU", line=(own("RCMP", kind="emergency", phone="867-979-1111"),))
    assert [x.phone for x in lines_for(LINES, policy)] == ["867-979-1111", "988"]
    assert problems(LINES, policy) == ()
    assert any("emergency number" in p for p in problems(LINES, at("CA-NU")))


def test_own_lines_stand_behind_the_emergency_number() -> None:
    shown = lines_for(LINES, at("CA-ON", line=(own("Campus line", phone="416-222-0147"),)))
    assert [x.name for x in shown] == [
        "Emergency services",
        "Campus line",
        "9-8-8: Suicide Crisis Helpline",
    ]


def test_a_line_with_hours_stands_last() -> None:
    policy = at("CA-ON", line=(own("By day", phone="416-222-0147", hours="9 to 17"),))
    assert [x.name for x in lines_for(LINES, policy)][-1] == "By day"


def test_four_at_most_and_one_by_text() -> None:
    lines = tuple(own(f"Line {n}", phone=f"416-222-014{n}") for n in range(5))
    shown = lines_for(LINES, at("CA-ON", line=lines))
    assert len(shown) == 4
    assert shown[0].kind == "emergency"
    assert shown[-1].sms == "988"


def test_low_confidence_is_never_shown() -> None:
    low = Line(id="CA-x", place="CA", kind="mental_health", name="X", phone="211", confidence="low")
    policy = at("CA", confirmed=confirmed("CA-x"))
    assert low not in lines_for((*LINES, low), policy)
    assert any("CA-x cannot be confirmed" in p for p in problems((*LINES, low), policy))


PROBLEMS = [  # name, policy, words that must stand in the problems, in order
    ("all is well", at("CA-ON"), []),
    ("Ireland", at("IE"), ["check IE-emergency (112)", "check IE-samaritans (116 123)"]),
    ("Ireland, half", at("IE", confirmed=confirmed("IE-emergency")), ["no crisis line"]),
    ("Australia", at("AU"), ["check AU-emergency (000) and add [[crisis.confirmed]]"]),
    ("elsewhere", at("FR"), ["add one as [[crisis.line]]", "add one as [[crisis.line]]"]),
    (
        "mistyped id",
        at("IE", confirmed=confirmed("IE-emergancy")),
        ["IE-emergency", "no em", "no cr"],
    ),
    ("retired", at("US", line=(own("Old", phone="1-800-273-8255"),)), ["replaced by 988"]),
    ("film number", at("US", line=(own("Film", phone="802-555-0142"),)), ["no real number"]),
    ("no digits", at("US", line=(own("Words", phone="HELP"),)), ["no real number"]),
    ("no number", at("US", line=(own("Nothing"),)), ["needs phone or sms"]),
]


@pytest.mark.parametrize(("name", "policy", "words"), PROBLEMS, ids=[p[0] for p in PROBLEMS])
def test_problems(name: str, policy: Policy, words: list[str]) -> None:
    found = problems(LINES, policy)
    assert len(found) == len(words)
    for problem, part in zip(found, words, strict=True):
        assert part in problem


def test_a_number_that_only_holds_five_five_five_is_real() -> None:
    assert not problems(LINES, at("US", line=(own("Real", phone="1-855-550-1234"),)))


def test_warnings_name_old_checks_and_unconfirmed_lines() -> None:
    found = warnings(LINES, at("CA-BC"), TODAY)
    assert [w.split()[0] for w in found] == ["CA-BC-suicide", "CA-BC-310", "CA-emergency"]
    assert "2023-11-30" in found[-1]
    fresh = at("US", confirmed=confirmed("US-emergency", "US-crisis-text-line"))
    assert warnings(LINES, fresh, TODAY) == ()
    assert len(warnings(LINES, fresh, date(2027, 9, 1))) == 3


ROW = {"id": "X-1", "place": "X", "kind": "emergency", "name": "X", "phone": "19"}
BROKEN = [
    ({"lines": []}, "unknown key 'lines'"),
    ({"line": [{**ROW, "telephone": "1"}]}, "unknown key 'telephone'"),
    ({"line": [{"id": "X-1"}]}, "id, place, kind and name are needed"),
    ({"line": [ROW, ROW]}, "two lines have the same id"),
    ({"line": [{**ROW, "kind": "youth"}]}, "unknown kind"),
    ({"line": [{**ROW, "confidence": "sure"}]}, "unknown confidence"),
    ({"line": [{**ROW, "phone": "", "confidence": "high"}]}, "has a number"),
    ({"line": [{**ROW, "phone": "1 800 273 8255"}]}, "is retired"),
    ({"line": [{**ROW, "verified": "last year"}]}, "verified is no date"),
]


@pytest.mark.parametrize(("data", "words"), BROKEN, ids=[b[1] for b in BROKEN])
def test_a_broken_file_is_refused(data: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        parse_lines(data)
